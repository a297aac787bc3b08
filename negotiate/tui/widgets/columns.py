"""How the matrix shares its width out among the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from negotiate.tui.view import BETWEEN

STACKED_BELOW = 66
"""Narrower windows show one party at full width, the title above it."""

_PARTY = 20
_COMFORTABLE = 30


@dataclass(frozen=True, slots=True)
class Columns:
    """``shown`` are the parties in view, from left to right, the first ``pinned`` of them pinned; ``widths`` theirs.

    Every column but the first begins with a rule and a space. In a ``stacked`` matrix there is one column,
    ``shown[0]``.
    """

    width: int
    issue: int
    shown: tuple[str, ...]
    widths: tuple[int, ...]
    between: int
    pinned: int
    before: int
    after: int
    stacked: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that the cursor can stand in and that are in view."""
        return self.shown if self.stacked else (*self.shown, BETWEEN)

    def width_of(self, key: str) -> int:
        if self.stacked:
            return self.width
        return self.between if key == BETWEEN else self.widths[self.shown.index(key)]

    def left_of(self, key: str) -> int:
        if self.stacked:
            return 0
        at = len(self.shown) if key == BETWEEN else self.shown.index(key)
        return self.issue + sum(self.widths[:at])

    def at(self, x: int) -> str | None:
        """The column under a cell of the screen; None for the issue's title."""
        found = [key for key in self.keys if self.left_of(key) <= x]
        return found[-1] if found else None

    @property
    def edges(self) -> tuple[int, ...]:
        """Where the vertical rules stand."""
        return () if self.stacked else tuple(self.left_of(key) for key in self.keys)


def share_out(width: int, parties: Sequence[str], pinned: int, first: int, current: str) -> Columns:
    """Columns for a window of ``width`` cells, the parties after the ``pinned`` ones from number ``first`` on."""
    if width < STACKED_BELOW:
        shown: tuple[str, ...] = (current,) if current in parties else (BETWEEN,)
        return Columns(width, 0, shown, (width,), 0, 0, 0, 0, True)
    issue = max(18, min(32, width * 21 // 100))
    between = max(20, min(40, width * 26 // 100))
    room = width - issue - between
    count = max(1, room // _COMFORTABLE, 2 if room >= 2 * _PARTY else 1)
    count = min(count, len(parties))
    pinned = min(pinned, count - 1 if len(parties) > count else count)
    loose = parties[pinned:]
    first = max(0, min(first, len(loose) - (count - pinned)))
    shown = (*parties[:pinned], *loose[first : first + count - pinned])
    widths = _split(room, len(shown))
    after = len(loose) - first - (count - pinned)
    return Columns(width, issue, tuple(shown), widths, between, pinned, first, after, False)


def _split(room: int, count: int) -> tuple[int, ...]:
    """Equal widths that fill the room to the last cell."""
    return tuple(room // count + (n < room % count) for n in range(count))


def first_for(key: str, parties: Sequence[str], columns: Columns) -> int:
    """From which loose party on the columns must be drawn so that ``key`` is in view."""
    if columns.stacked or key == BETWEEN or key in columns.shown or key not in parties:
        return columns.before
    at = list(parties[columns.pinned :]).index(key)
    room = len(columns.shown) - columns.pinned
    return at if at < columns.before else at - room + 1
