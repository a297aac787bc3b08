"""The text of a file: YAML as values that know where they were written."""
