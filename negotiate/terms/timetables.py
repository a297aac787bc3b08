"""Timetables: a region of orders of steps in which days count ("elections within 100 days after ceasefire")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import product
from typing import Any, Protocol

from negotiate.terms import pairs
from negotiate.terms.lags import (
    BEFORE,
    FAR,
    SAME_DAY,
    Bound,
    Network,
    Rows,
    bounds_of,
    closed,
    days_of,
    essential,
    joined,
    keeps,
    orders_of,
    tightened,
    turned,
)
from negotiate.terms.region import Distance, Region, TooComplex

MOST_NETWORKS = 300
_MOST_WORK = 100_000
"""Pairs of steps looked at in one operation, as far as networks have to be closed: at worst about 0.3 s."""

_BOUNDS_TO_A_CLOSING = 8
"""Bounds added to a closed network, one by one, in the time in which another is closed."""

_MOST_COMPARED = 150_000
"""Rows of two networks compared in one operation: about 0.2 s."""

A_DAY = Fraction(1, 10**9)
"""The distance of timetables that put all steps in the same order and lie a day apart: less than a pair of steps in
opposite order, however many the days."""


class Scheduled(Protocol):
    """A region of orders, with or without days."""

    @property
    def networks(self) -> tuple[Network, ...]: ...


@dataclass(frozen=True, slots=True)
class Timetables(Region):
    """The timetables that keep every bound of at least one of the networks (closed; none within another).

    An outcome is a timetable: (step, day) in the order of the steps.
    """

    domain: Any
    networks: tuple[Network, ...]

    def __and__(self, other: Scheduled) -> Timetables:
        return union(self.domain, (joined(a, b) for a in self.networks for b in other.networks))

    def __or__(self, other: Scheduled) -> Timetables:
        return _widest(self.domain, (*self.networks, *other.networks))

    __rand__, __ror__ = __and__, __or__

    def __invert__(self) -> Timetables:
        return self.__rsub__(self.domain.everything)

    def __sub__(self, other: Scheduled) -> Timetables:
        """Takes away one network after the other: at least one of its bounds must then be turned round."""
        taken = [essential(network) for network in other.networks]
        kept = [mine for mine in self.networks if not any(keeps(mine, bounds) for bounds in taken)]
        left, work, size = Timetables(self.domain, tuple(kept)), 0, len(self.domain.steps)
        for bounds in taken:
            work += len(left.networks) * len(bounds)
            check_work(work // _BOUNDS_TO_A_CLOSING, size)
            cut = [tightened(mine, turned(bound)) for mine in left.networks for bound in bounds]
            left = _widest(self.domain, filter(None, cut))
        return left

    def __rsub__(self, other: Scheduled) -> Timetables:
        return Timetables(self.domain, other.networks) - self

    def __contains__(self, outcome: object) -> bool:
        assert isinstance(outcome, Sequence)
        times = {self.domain.steps.index(step): (day, place) for place, (step, day) in enumerate(outcome)}
        return any(_keeps(times, network) for network in self.networks)

    @property
    def is_empty(self) -> bool:
        return not self.networks

    def meets(self, other: Scheduled) -> bool:
        return any(_meeting(self.networks, other.networks))


def _keeps(times: Mapping[int, tuple[int, int]], network: Network) -> bool:
    """``times``: step -> (day, place among all steps)."""
    return all(
        limit == FAR or (times[step] < times[other] if limit == BEFORE else _days(times, step, other) <= days_of(limit))
        for other, row in enumerate(network)
        for step, limit in enumerate(row)
    )


def _days(times: Mapping[int, tuple[int, int]], step: int, other: int) -> int:
    return times[step][0] - times[other][0]


def union(domain: Any, networks: Iterable[Rows]) -> Timetables:
    """The networks that can hold, closed, without those that another covers. Raises TooComplex."""
    found = list[Network]()
    for number, rows in enumerate(networks):
        check_work(number, len(rows))
        network = closed(rows)
        if network is not None:
            found.append(network)
    return _widest(domain, found)


def _widest(domain: Any, networks: Iterable[Network]) -> Timetables:
    """Raises TooComplex beyond ``MOST_NETWORKS``, or where comparing them takes too long."""
    kept, compared = dict[Network, list[Bound]](), 0
    for network in sorted(set(networks), key=_tightness):
        compared += len(kept) * len(network)
        if len(kept) == MOST_NETWORKS or compared > _MOST_COMPARED:
            raise TooComplex(f"more than {len(kept)} alternative timetables")
        if not any(keeps(network, bounds) for bounds in kept.values()):
            kept[network] = bounds_of(network)
    return Timetables(domain, tuple(sorted(kept)))


def _tightness(network: Network) -> int:
    """Less for a network that covers another."""
    return -sum(map(sum, network))


def check_work(networks: int, steps: int) -> None:
    """Raises TooComplex where so many networks of so many steps take too long to close."""
    if networks * steps**2 > _MOST_WORK:
        raise TooComplex("too many alternative timetables")


# --- two regions that do not meet


def _meeting(mine: Iterable[Network], theirs: tuple[Network, ...]) -> Iterator[bool]:
    for number, (one, other) in enumerate(product(mine, theirs)):
        check_work(number, len(one))
        yield closed(joined(one, other)) is not None


def apart(a: Scheduled, b: Scheduled) -> Distance | None:
    """The fewest pairs that the two put in opposite order, at least 1; less where days alone keep them apart.

    Then it is the smallest number of days that some timetable of ``a`` and one of ``b`` leave between any two steps
    more or less than the other.
    """
    if any(_meeting(a.networks, b.networks)):
        return 0
    conflicts = {two: _opposite(*two) for two in product(a.networks, b.networks)}
    fewest = min(conflicts.values(), default=None)
    if fewest != 0:
        return fewest
    return _days_apart([two for two, opposite in conflicts.items() if not opposite]) * A_DAY


def _opposite(one: Network, other: Network) -> int:
    """The pairs that the two put in opposite order; 1 where it takes a longer circle, 0 where days alone conflict."""
    mine, theirs = orders_of(one), orders_of(other)
    opposite = sum((later, earlier) in theirs for earlier, later in mine)
    return opposite or not pairs.close(pairs.rows_of(mine | theirs, len(one)))


def _days_apart(conflicts: Sequence[tuple[Network, Network]]) -> int:
    fewest = max(_longest(one) + _longest(other) for one, other in conflicts) + 1
    for one, other in conflicts:
        if _meet_if_loosened(one, other, fewest - 1):
            fewest = 1 + bisect_left(range(1, fewest), True, key=partial(_meet_if_loosened, one, other))
    return fewest


def _meet_if_loosened(one: Network, other: Network, days: int) -> bool:
    """Whether the two meet with so many days more or less between any two steps."""
    loosened = [[limit if limit == FAR else (limit | SAME_DAY) + 2 * days for limit in row] for row in other]
    return closed(joined(one, loosened)) is not None


def _longest(network: Network) -> int:
    return max(abs(days_of(limit)) for row in network for limit in row if limit < FAR)
