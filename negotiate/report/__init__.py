"""Saying it: the Markdown document and the other outputs."""
