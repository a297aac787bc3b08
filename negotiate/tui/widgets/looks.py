"""How each row of the matrix is drawn: in full or on one line, and what stands above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from negotiate.model import Issue
from negotiate.tui.widgets.painter import Density, Look, Painter, Top


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of these rows while the cursor stands in row ``row`` and column ``column``."""

    rows: Sequence[Issue]
    painter: Painter
    density: Density
    row: int
    column: str

    def of(self, row: int) -> Look:
        current = row == self.row
        ground, column = ("row", self.column) if current else ("ground", None)
        return Look(self._is_full(row), self._above(row), ground, column)

    def _is_full(self, row: int) -> bool:
        if row == self.row:
            return self.density is not Density.LINE
        return self.density is Density.FULL and not self._echoes(row)

    def _above(self, row: int) -> Top:
        before = self.rows[row - 1] if row else None
        group = self.rows[row].group
        if group and (before is None or before.group != group):
            return Top.GROUP
        if before is None or self.density is Density.LINE:
            return Top.NONE
        if row in (self.row, self.row + 1) or before.group != group:
            return Top.RULE
        return Top.RULE if self.density is Density.FULL and not self._echoes(row) else Top.NONE

    def _echoes(self, row: int) -> bool:
        """It says what the row above says, of another item of the same issue: one line is enough."""
        return row > 0 and self.painter.echoes(self.rows[row], self.rows[row - 1])
