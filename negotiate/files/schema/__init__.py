"""JSON Schemas of the format, for editors."""
