"""The Markdown document, part by part."""
