"""The file format: what may stand where."""
