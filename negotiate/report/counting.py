"""A number with its noun."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 issue", "2 issues", "1,200 replies"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
