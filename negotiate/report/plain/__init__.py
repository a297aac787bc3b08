"""Plain text, for terminals, for pipes, and for those who listen."""
