"""The next cell in which the filter's word stands."""

from __future__ import annotations

from collections.abc import Sequence

from negotiate.model import Issue
from negotiate.tui.spans import plain
from negotiate.tui.texts.cells import Cells
from negotiate.tui.view import BETWEEN, View


def found(
    cells: Cells, rows: Sequence[Issue], view: View, cursor: tuple[int, str], step: int
) -> tuple[int, str] | None:
    """Row and column of the next match from the cursor on, round the end; None without one."""
    needle = view.needle()
    if needle is None or not rows:
        return None
    keys = (*view.parties, BETWEEN)
    at = cursor[0] * len(keys) + keys.index(cursor[1])
    total = len(rows) * len(keys)
    for away in range(1, total + 1):
        row, column = divmod((at + step * away) % total, len(keys))
        issue, key = rows[row], keys[column]
        words = " ".join(plain(each.spans) for each in cells.cell(issue.id, key, view.pair))
        if column == 0 and needle.search(issue.title):
            return row, key
        if needle.search(words):
            return row, key
    return None
