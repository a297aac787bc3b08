"""Two versions side by side, in each of the formats."""
