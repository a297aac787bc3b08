"""Whether a party that moved came nearer to another: softened, hardened, or neither.

Its old and its new position are both set against one and the same position of the other, so that the other's
own moves change nothing. Where the other moved too, this is asked of its new position and of its old one;
that makes the answer the same read forwards or backwards: softened one way is hardened the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from negotiate.compare.relation import Relation, relate
from negotiate.compare.standing import Position
from negotiate.compare.verdict import RANK
from negotiate.compare.zones import Zones, zones
from negotiate.model import Issue
from negotiate.terms import NO_NUMBER, AnyRegion, Distance, TooComplex, plain

Versions = tuple[Position, Position]
"""A party's old and new position."""


class Direction(Enum):
    """Where a move led, seen from another party."""

    SOFTENED = "softened"
    HARDENED = "hardened"
    NEITHER = "neither"
    PASSED = "passed"
    """Nearer to one of the other's two positions, old and new, and further from the other one."""
    UNKNOWN = "cannot be told"


class Extent(Enum):
    """How one set of outcomes compares with an earlier one."""

    SAME = "same"
    MORE = "more"
    LESS = "less"
    OTHER = "other"
    """Some are new and some are gone."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A move seen from ``party``. ``before`` and ``after`` set the old and the new position of the one that
    moved against one position of ``party``: its new one, or its old one where only that tells (``by_old``).
    """

    party: str
    direction: Direction
    before: Relation
    after: Relation
    by_old: bool = False

    @property
    def nearer_by(self) -> Distance | None:
        """By how much it came nearer (below 0: moved away); None where there is no number to it."""
        old, new = (0 if each.verdict.meets else each.distance for each in (self.before, self.after))
        return None if old is None or new is None or NO_NUMBER in (old, new) else old - new

    @property
    def to_new(self) -> Direction:
        """Seen from the other's new position alone."""
        return _direction(self.before, self.after)


def shift(issue: Issue, own: Versions, other: Versions) -> Shift:
    """The move of ``own``, seen from ``other``; all four on one domain. May raise TooComplex."""
    to_old, to_new = (_against(issue, own, fixed) for fixed in other)
    found = {move.direction: move for move in (to_old, to_new)}  # the new one, where both say the same
    if Direction.SOFTENED in found and Direction.HARDENED in found:
        return Shift(to_new.party, Direction.PASSED, to_new.before, to_new.after)
    order = (Direction.SOFTENED, Direction.HARDENED, Direction.UNKNOWN, Direction.NEITHER)
    best = next(found[direction] for direction in order if direction in found)
    return best if best is to_new else Shift(best.party, best.direction, best.before, best.after, by_old=True)


def _against(issue: Issue, own: Versions, fixed: Position) -> Shift:
    before, after = (relate(issue, version, fixed, _nothing) for version in own)
    return Shift(fixed.party, _direction(before, after), before, after)


def _nothing(party: str, issue: str) -> Position:
    """Conditions on other issues have a state, which no verdict depends on."""
    return Position(party, issue)


def _direction(before: Relation, after: Relation) -> Direction:
    """By verdict, then by distance, then by the common ground."""
    old, new = RANK.get(before.verdict), RANK.get(after.verdict)
    if old is None or new is None:
        return Direction.UNKNOWN
    if old != new:
        return Direction.SOFTENED if new > old else Direction.HARDENED
    if before.verdict.apart:
        return _by_distance(before, after)
    found = {Extent.MORE: Direction.SOFTENED, Extent.LESS: Direction.HARDENED}
    return found.get(_extent(before.common, after.common), Direction.NEITHER)


def _by_distance(before: Relation, after: Relation) -> Direction:
    for old, new in ((before.distance, after.distance), (_nearest(before), _nearest(after))):
        if old is not None and new is not None and old != new:
            return Direction.SOFTENED if new < old else Direction.HARDENED
    return Direction.NEITHER


def _nearest(relation: Relation) -> Distance | None:
    """The distance that is left where conditions hold."""
    return relation.distance if relation.nearer is None else relation.nearer


# --- more or less than before, whoever looks at it


def accepted(issue: Issue, own: Versions) -> Extent | None:
    """Whether it accepts more than before, on conditions or without; None where that cannot be told."""
    old, new = own
    named = all(offer.term.named for position in own for offer in position.offers)
    scopes = [{plain(offer.scope) for offer in position.offers} for position in own if position.offers]
    if not (old.has_terms and new.has_terms and named) or any(each != scopes[0] for each in scopes):
        return None
    return _compared(issue, own, lambda cut: (cut.firm, cut.wide))


def ruled_out(issue: Issue, own: Versions) -> Extent | None:
    """Whether its red line holds more than before; None where that cannot be told."""
    lines = [position.red_line.offer for position in own if position.red_line and position.red_line.offer]
    if any(line.conditions for line in lines) or len({plain(line.scope) for line in lines}) > 1:
        return None
    return _compared(issue, own, lambda cut: (cut.line,))


def same_terms(issue: Issue, own: Versions) -> bool:
    """Whether the demand, what is accepted and what is ruled out are the same outcomes, however worded."""
    named = {all(offer.term.named for offer in position.offers) for position in own}
    return len(named) == 1 and _compared(issue, own, _terms) is Extent.SAME


def _terms(cut: Zones) -> tuple[AnyRegion, ...]:
    return (cut.domain.nothing if cut.target is None else cut.target, cut.firm, cut.wide, cut.line)


def _compared(issue: Issue, own: Versions, of: Callable[[Zones], tuple[AnyRegion, ...]]) -> Extent | None:
    """Of several sets at once: more if none is less, less if none is more."""
    if issue.domain is None or any(position.unread for position in own):
        return None
    try:
        old, new = (of(zones(position, issue.domain)) for position in own)
        extents = {_extent(*pair) for pair in zip(old, new, strict=True)} - {Extent.SAME}
    except TooComplex:
        return None
    if len(extents) > 1:
        return Extent.OTHER
    return extents.pop() if extents else Extent.SAME


def _extent(old: AnyRegion, new: AnyRegion) -> Extent:
    """May raise TooComplex."""
    kept = old <= new
    if new <= old:
        return Extent.SAME if kept else Extent.LESS
    return Extent.MORE if kept else Extent.OTHER
