"""From the values of files to the model: what they say, and whether it fits together."""
