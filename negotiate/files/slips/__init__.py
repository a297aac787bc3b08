"""What a writer probably did where a text is no YAML."""
