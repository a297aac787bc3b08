"""Who moved, and towards whom: the changes of all positions added up, in a line for each party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from negotiate.compare.changes.changes import PositionChange
from negotiate.compare.over_time.shift import Direction
from negotiate.report.counting import counted
from negotiate.report.diff.words import Tale
from negotiate.report.wording import listed


class Moved(NamedTuple):
    """``towards``: "Russia and Belarus on 2 issues"."""

    party: str
    direction: Direction
    towards: str


def movers(tale: Tale) -> list[Moved]:
    """Softened before hardened, party by party in their order."""
    found = dict[tuple[str, Direction], Counter[str]]()
    for change in tale.changes.positions:
        for direction in (Direction.SOFTENED, Direction.HARDENED):
            found.setdefault((change.party, direction), Counter()).update(_seen(change, direction))
    order = list(tale.names)
    known = sorted(found, key=lambda key: order.index(key[0]))
    return [Moved(tale.party(party), way, _towards(tale, each)) for party, way in known if (each := found[party, way])]


def _seen(change: PositionChange, direction: Direction) -> list[str]:
    """By whom."""
    return [each.party for each in change.shifts if each.direction is direction]


def _towards(tale: Tale, seen: Counter[str]) -> str:
    by_number = dict[int, list[str]]()
    for party, number in seen.most_common():
        by_number.setdefault(number, []).append(tale.party(party))
    return "; ".join(_on(names, number) for number, names in by_number.items())


def _on(names: Sequence[str], number: int) -> str:
    return f"{listed(names)} on {counted(number, 'issue')}{' each' if len(names) > 1 else ''}"
