"""Two parties on one issue, round by round: the verdict, how far apart they are, who moved and towards whom."""

from __future__ import annotations

from dataclasses import dataclass

from negotiate.compare.changes.changes import PositionChange, position_change
from negotiate.compare.over_time.history import History
from negotiate.compare.over_time.status import Status
from negotiate.compare.relation import Relation
from negotiate.compare.standing import AsOf
from negotiate.compare.table import Pair
from negotiate.model import Issue
from negotiate.terms import NO_NUMBER, Distance


@dataclass(frozen=True, slots=True)
class Point:
    """One moment. ``share`` is the distance as a part of the first one on the track, where both are numbers.
    ``moves`` are those of the two since the moment before, each seen from the other."""

    as_of: AsOf
    status: Status
    relation: Relation
    share: float | None = None
    moves: tuple[PositionChange, ...] = ()

    @property
    def distance(self) -> Distance | None:
        return distance(self.relation)


@dataclass(frozen=True, slots=True)
class Track:
    issue: Issue
    pair: Pair
    points: tuple[Point, ...]


def track(history: History, issue: str, pair: Pair, statuses: tuple[Status, ...]) -> Track:
    """``statuses`` are those of the issue between the two, one for each moment."""
    relations = [history.table(moment).relation(issue, *pair) for moment in history.moments]
    first = next((apart for each in relations if (apart := distance(each)) and apart != NO_NUMBER), None)
    points = [
        Point(moment, status, relation, _share(distance(relation), first), moves(history, issue, pair, at))
        for at, (moment, status, relation) in enumerate(zip(history.moments, statuses, relations, strict=True))
    ]
    return Track(history.negotiation.issues[issue], pair, tuple(points))


def distance(relation: Relation) -> Distance | None:
    """In the domain's measure: 0 where they meet, infinite where no number closes the gap, None where there is no
    measure, or where one of them has stated nothing or only conditions lead together."""
    return 0 if relation.verdict.meets else relation.distance if relation.verdict.apart else None


def _share(apart: Distance | None, first: Distance | None) -> float | None:
    if apart is None or first is None or apart == NO_NUMBER:
        return None
    return float(apart / first)


def moves(history: History, issue: str, pair: Pair, at: int) -> tuple[PositionChange, ...]:
    """Whose position on the issue became another between the moment before and this one."""
    if not at:
        return ()
    old, new = (history.table(history.moments[n]) for n in (at - 1, at))
    found = (position_change(old, new, party, issue, [other]) for party, other in (pair, pair[::-1]))
    return tuple(change for change in found if change and change.moved)
