"""Earlier versions, out of git, and the two sides of a merge."""
