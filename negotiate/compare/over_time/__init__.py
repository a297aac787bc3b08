"""Rounds and days: where each issue stood, what moved, and towards whom."""
