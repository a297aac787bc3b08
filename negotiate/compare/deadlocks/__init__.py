"""Preconditions that go in a circle, and the smallest sets to drop."""
