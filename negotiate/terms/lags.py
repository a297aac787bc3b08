"""Bounds on the days between steps, and networks of them, closed under what follows.

A network is a simple temporal network (R. Dechter, I. Meiri and J. Pearl, "Temporal constraint networks", Artificial
Intelligence 49, 1991): column ``b`` of row ``a`` says how late after step ``a`` step ``b`` may come. Days are whole,
and steps of one day come in some order too.

How late is one number: ``BEFORE`` (it comes before the other, be it on the same day), twice the days and one more, or
``FAR`` (no bound). So the tighter of two bounds is the smaller number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from negotiate.terms.pairs import Pair

BEFORE = 0
SAME_DAY = 1
FAR = 1 << 29
"""More than the longest lags of as many steps as there can be add up to."""

Network = tuple[tuple[int, ...], ...]
Rows = list[list[int]]


class Bound(NamedTuple):
    """``step`` comes after ``other`` by no more than ``limit`` allows: before it, or so many days later at most.

    A negative number of days is a delay: it comes so many days before the other at least.
    """

    step: int
    other: int
    limit: int


def within(days: int) -> int:
    """The limit of so many days."""
    return 2 * days + 1


def days_of(limit: int) -> int:
    return limit >> 1


def added(one: int, other: int) -> int:
    """How late after ``a`` step ``c`` may come, from ``a`` to ``b`` and from ``b`` to ``c``."""
    return one + other - (one & other & 1)


def turned(bound: Bound) -> Bound:
    """What holds wherever the bound does not."""
    return Bound(bound.other, bound.step, -bound.limit)


def before(pair: Pair) -> Bound:
    """The earlier step comes before the later one."""
    return Bound(*pair, BEFORE)


def rows_of(bounds: Iterable[Bound], size: int) -> Rows:
    rows = [[FAR] * size for _ in range(size)]
    for step in range(size):
        rows[step][step] = SAME_DAY
    for step, other, limit in bounds:
        rows[other][step] = min(rows[other][step], limit)
    return rows


def joined(one: Sequence[Sequence[int]], other: Sequence[Sequence[int]]) -> Rows:
    return [list(map(min, *rows)) for rows in zip(one, other, strict=True)]


def closed(rows: Rows) -> Network | None:
    """All that follows from the bounds (shortest paths, by Floyd and Warshall); None where no timetable keeps them."""
    for middle, beyond in enumerate(rows):
        onward = [(step, limit) for step, limit in enumerate(beyond) if limit < FAR]
        for start, row in enumerate(rows):
            first = row[middle]
            if first == FAR:
                continue
            for step, limit in onward:
                through = first + limit - (first & limit & 1)  # `added`, which would take twice the time here
                if through < row[step]:
                    row[step] = through
            if row[start] < SAME_DAY:
                return None
    return tuple(map(tuple, rows))


def tightened(network: Network, bound: Bound) -> Network | None:
    """A closed network with one bound more, closed; None where no timetable keeps them."""
    step, other, limit = bound
    if network[other][step] <= limit:
        return network
    back = network[step][other]
    if back != FAR and added(back, limit) < SAME_DAY:
        return None
    onward = [(end, late) for end, late in enumerate(network[step]) if late != FAR and end != step]
    rows = list(network)
    for start, row in enumerate(network):
        if start == other or row[other] != FAR:
            through = limit if start == other else added(row[other], limit)
            rows[start] = _shortened(row, step, through, onward)
    return tuple(rows)


def _shortened(row: tuple[int, ...], step: int, through: int, onward: list[tuple[int, int]]) -> tuple[int, ...]:
    """The row of a step after which ``step`` comes as late as ``through`` at most."""
    shorter = list(row)
    shorter[step] = min(shorter[step], through)
    for end, late in onward:
        shorter[end] = min(shorter[end], added(through, late))
    return tuple(shorter)


def bounds_of(network: Network) -> list[Bound]:
    """All bounds that a network has."""
    bounded = [(other, row) for other, row in enumerate(network) if row.count(FAR) < len(network) - 1]
    return [
        Bound(step, other, limit)
        for other, row in bounded
        for step, limit in enumerate(row)
        if limit != FAR and step != other
    ]


def keeps(network: Network, bounds: Iterable[Bound]) -> bool:
    """Whether every timetable of the network, which is closed, keeps the bounds."""
    return all(network[other][step] <= limit for step, other, limit in bounds)


def orders_of(network: Network) -> frozenset[Pair]:
    """The pairs of steps that stand one way in every timetable."""
    return frozenset(
        (step, other) for other, row in enumerate(network) for step, limit in enumerate(row) if limit <= BEFORE
    )


def essential(network: Network) -> list[Bound]:
    """Bounds of a closed network from which the others follow.

    Of steps with a fixed number of days between them, each is told by the one before, and only the first by others
    (K. Larsen and others, "Efficient verification of real-time systems: compact data structure and state-space
    reduction", 1997).
    """
    size = range(len(network))
    told_by = [_told_by(network, step) for step in size]
    heads = [step for step in size if told_by[step] == step]
    found = list[Bound]()
    for other, row in enumerate(network):
        for step, limit in enumerate(row):
            if step == other or limit == FAR:
                continue
            if limit == BEFORE:
                implied = any(row[by] == BEFORE == network[by][step] for by in size)
            elif added(limit, network[step][other]) == SAME_DAY:
                implied = told_by[step] != other and told_by[other] != step
            else:
                implied = step not in heads or other not in heads or _by_way(network, other, step, heads)
            if not implied:
                found.append(Bound(step, other, limit))
    return found


def needed(network: Network, given: Network) -> list[Bound]:
    """The essential bounds, without those given."""
    return [bound for bound in essential(network) if bound.limit < given[bound.other][bound.step]]


def _told_by(network: Network, step: int) -> int:
    """Of the steps that lie a fixed number of days from this one: one of the last day before it, or of its own."""
    row = network[step]
    fixed = [other for other, limit in enumerate(row) if added(limit, network[other][step]) == SAME_DAY]
    before_it = [other for other in fixed if days_of(row[other]) < 0]
    return min(before_it or fixed, key=lambda other: (abs(days_of(row[other])), other))


def _by_way(network: Network, other: int, step: int, heads: list[int]) -> bool:
    """Whether the bound follows from those to and from a third step."""
    row, limit = network[other], network[other][step]
    return any(by not in (step, other) and added(row[by], network[by][step]) <= limit for by in heads if row[by] < FAR)


_Walks = dict[Pair, tuple[int, Bound]]
"""From (start, end) to how late the tightest walk of so many bounds lets the end come, and its last bound."""


def shortest_circle(bounds: Iterable[Bound], size: int) -> list[Bound]:
    """The fewest bounds that no timetable keeps, each from the step where the one before it ends; empty where all hold.

    They go in a circle whose days add up to less than none, or which no step can begin.
    """
    tightest = dict[Pair, tuple[int, Bound]]()
    for bound in bounds:
        way = bound.other, bound.step
        if way not in tightest or bound.limit < tightest[way][0]:
            tightest[way] = bound.limit, bound
    walks: list[_Walks] = [tightest]
    while len(walks) < size:
        walks.append(_one_further(walks[-1], [bound for _, bound in tightest.values()]))
        start = next((step for step in range(size) if walks[-1].get((step, step), (SAME_DAY,))[0] < SAME_DAY), None)
        if start is not None:
            return _walked(walks, start)
    return []


def _one_further(walks: _Walks, bounds: Iterable[Bound]) -> _Walks:
    starts = dict[int, list[tuple[int, int]]]()
    for (start, end), (limit, _) in walks.items():
        starts.setdefault(end, []).append((start, limit))
    found: _Walks = {}
    for bound in bounds:
        for start, so_far in starts.get(bound.other, ()):
            limit, way = added(so_far, bound.limit), (start, bound.step)
            if way not in found or limit < found[way][0]:
                found[way] = limit, bound
    return found


def _walked(walks: list[_Walks], start: int) -> list[Bound]:
    circle, end = list[Bound](), start
    for reached in reversed(walks):
        bound = reached[start, end][1]
        circle.append(bound)
        end = bound.other
    return circle
