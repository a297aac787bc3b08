"""What positions and verdicts rest on, and what nobody has on record."""
