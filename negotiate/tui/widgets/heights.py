"""Where each row of the matrix begins, measured only as far as anybody has looked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

_GUESS = 4


class Heights:
    """Rows of different heights in one long column of lines. Rows not looked at yet are guessed."""

    def __init__(self, count: int, measure: Callable[[int], int]) -> None:
        self._measure = measure
        self._heights = [_GUESS] * count
        self._known = bytearray(count)
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def tops(self) -> list[int]:
        if self._tops is None:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops

    @property
    def total(self) -> int:
        return self.tops[-1]

    def row_at(self, line: int) -> int:
        """The row that a line belongs to."""
        return max(0, min(bisect_right(self.tops, line) - 1, len(self) - 1))

    def height(self, row: int) -> int:
        self.settle(row)
        return self._heights[row]

    def settle(self, row: int) -> None:
        """Measure one row."""
        if not self._known[row]:
            height = self._measure(row)
            self._known[row] = 1
            if height != self._heights[row]:
                self._heights[row] = height
                self._tops = None

    def settle_from(self, row: int, lines: int) -> None:
        """Measure rows from ``row`` on until they fill ``lines``."""
        while row < len(self) and lines > 0:
            lines -= self.height(row)
            row += 1

    def settle_to(self, row: int, lines: int) -> None:
        """Measure rows upwards from ``row`` until they fill ``lines``."""
        while row >= 0 and lines > 0:
            lines -= self.height(row)
            row -= 1

    def forget(self, row: int) -> None:
        """The row is drawn otherwise from now on."""
        self._known[row] = 0
