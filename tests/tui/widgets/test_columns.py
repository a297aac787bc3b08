"""Columns of the matrix: in every window, whatever is pinned, the cursor's column can be brought into view."""

from __future__ import annotations

import pytest

from negotiate.tui.view import BETWEEN
from negotiate.tui.widgets.columns import STACKED_BELOW, first_for, share_out


@pytest.mark.parametrize("count", range(1, 7))
@pytest.mark.parametrize("width", [8, 30, STACKED_BELOW - 1, STACKED_BELOW, 74, 80, 100, 120, 200])
def test_every_column_comes_into_view(count: int, width: int) -> None:
    parties = tuple(f"party_{n}" for n in range(count))
    for pinned in range(count + 1):
        for first in range(count):
            for column in (*parties, BETWEEN):
                columns = share_out(width, parties, pinned, first, column)
                columns = share_out(width, parties, pinned, first_for(column, parties, columns), column)
                assert column in columns.keys
                assert sum(columns.widths) + columns.issue + columns.between == width
                assert columns.stacked or len(columns.shown) + columns.before + columns.after == count
