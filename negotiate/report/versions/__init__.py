"""Which two versions are set side by side, and where they are."""
