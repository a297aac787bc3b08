"""The sentence that every verdict carries, and the words it is made of."""
