"""Where a value was written."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A position in a file: path as the user gave it, 1-based line and column (in characters)."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"
