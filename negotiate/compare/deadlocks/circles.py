"""Clauses of bounds that cannot all be kept: what is in conflict, and the smallest sets to drop.

Conflicts are found by closing networks, drops as hitting sets of the conflicts found so far, until dropping such a
set leaves nothing in conflict (implicit hitting sets: E. Moreno-Centeno and R. Karp, "The implicit hitting set
approach to solve combinatorial optimization problems", Operations Research 61, 2013).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from negotiate.compare.deadlocks.hitting import Hitting, TooMuchWork
from negotiate.terms import Bound, Clause, Way
from negotiate.terms.lags import Network, closed, joined, rows_of, shortest_circle, tightened

MOST_WORK = 1_000_000
"""Pairs of steps, bounds or conflicts looked at in one search: a second or two."""


@dataclass(frozen=True, slots=True)
class Drops:
    """The lightest sets of clauses to drop so that nothing is left in conflict, by number or by another weight.

    ``more``: there are others of that weight. ``exact`` is False where the search was given up: then it is the best
    set found.
    """

    sets: tuple[frozenset[int], ...]
    weight: int
    more: bool = False
    exact: bool = True


@dataclass(slots=True)
class Puzzle:
    """``size`` steps, what is ``given``, and ``clauses`` of which each is to be kept in one of its ways."""

    size: int
    given: Sequence[Bound]
    clauses: Sequence[Clause]
    work: int = field(default=0)

    def conflict(self, kept: Collection[int]) -> frozenset[int] | None:
        """Clauses among ``kept`` that cannot all hold; None where they can. Raises TooMuchWork."""
        single = [n for n in sorted(kept) if len(self.clauses[n]) == 1]
        choices = sorted(set(kept).difference(single), key=lambda n: (len(self.clauses[n]), n))
        owned = [(bound, n) for n in single for bound in self.clauses[n][0]]
        return self._conflict(rows_of(self.given, self.size), owned, owned, choices)

    def _conflict(
        self,
        before: Sequence[Sequence[int]],
        new: Sequence[tuple[Bound, int]],
        owned: Sequence[tuple[Bound, int]],
        choices: Sequence[int],
    ) -> frozenset[int] | None:
        network = self._closed(before, [bound for bound, _ in new])
        if network is None:
            return self._owners(owned)
        if not choices:
            return None
        first, *rest = choices
        together = frozenset[int]()
        for way in self.clauses[first]:
            added = [(bound, first) for bound in way]
            found = self._conflict(network, added, [*owned, *added], rest)
            if found is None or first not in found:
                return found
            together |= found
        return together | {first}

    def _closed(self, before: Sequence[Sequence[int]], bounds: Sequence[Bound]) -> Network | None:
        self._add_work(self.size**2)
        return closed(joined(before, rows_of(bounds, self.size)))

    def _add_work(self, work: int) -> None:
        self.work += work
        if self.work > MOST_WORK:
            raise TooMuchWork

    def _owners(self, owned: Sequence[tuple[Bound, int]]) -> frozenset[int]:
        """The clauses of a shortest circle."""
        owner = dict[Bound, int]()
        for bound, clause in owned:
            owner.setdefault(bound, clause)
        self._add_work(self.size * len(owner))
        circle = shortest_circle([*self.given, *owner], self.size)
        return frozenset(owner[bound] for bound in circle if bound in owner)

    def circle(self, ways: Sequence[Way]) -> list[Bound]:
        """A shortest circle of the given and these bounds; empty where they can be kept."""
        return shortest_circle([*self.given, *(bound for way in ways for bound in way)], self.size)

    def smallest_drops(self, kept: Collection[int], weights: Sequence[int], most: int) -> Drops:
        """What to drop of ``kept``: up to ``most`` of the lightest sets."""
        conflicts = dict[frozenset[int], None]()
        try:
            while True:
                lightest = Hitting(conflicts, weights, most + 1, MOST_WORK - self.work)
                self._add_work(lightest.work)
                fresh = [self.conflict(set(kept) - dropped) for dropped in lightest.found]
                if not any(fresh):
                    found = tuple(lightest.found)
                    return Drops(found[:most], lightest.weight, more=len(found) > most)
                conflicts |= dict.fromkeys(each for each in fresh if each)
        except TooMuchWork:
            dropped = self._some_drop(kept, weights)
            return Drops((dropped,), sum(weights[n] for n in dropped), exact=False)

    def _some_drop(self, kept: Collection[int], weights: Sequence[int]) -> frozenset[int]:
        """Whatever does not go with what has been kept before it, the weightiest first."""
        network, dropped = closed(rows_of(self.given, self.size)), set[int]()
        for n in sorted(kept, key=lambda n: (len(self.clauses[n]) > 1, -weights[n], n)):
            assert network is not None
            fitting = next(filter(None, (_with_all(network, way) for way in self.clauses[n])), None)
            if fitting is None:
                dropped.add(n)
            network = fitting or network
        return frozenset(dropped)


def _with_all(network: Network | None, way: Way) -> Network | None:
    for bound in way:
        network = network and tightened(network, bound)
    return network
