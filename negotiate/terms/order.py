"""Orders of named steps: a region is a union of partial orders ("A before B")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from negotiate.terms.names import find_name
from negotiate.terms.pairs import (
    Pair,
    chains,
    close,
    essential,
    packed,
    pairs_of,
    rows_of,
    shortest_circle,
)
from negotiate.terms.region import Distance, Domain, Region, TooComplex, anything_but, either

MOST_ALTERNATIVES = 300
_MOST_WORK = 1_000_000
"""Pairs of steps looked at in one operation, as far as alternatives have to be closed: about 0.2 s."""

_FEWEST_TO_SUM_UP = 3
"""Pairs: two are said one by one; of more, "A first" or "anything but" is easier to read."""

Rows = list[int]


@dataclass(frozen=True, slots=True)
class Orders(Region):
    """The orders that keep every pair of at least one of the alternatives.

    Each alternative is a transitively closed set of pairs that can hold together.
    """

    domain: Sequences
    alternatives: tuple[frozenset[Pair], ...]

    def __and__(self, other: Orders) -> Orders:
        theirs = list(other.rows())
        return self.domain.union_of_rows(_joined(a, b) for a in self.rows() for b in theirs)

    def __or__(self, other: Orders) -> Orders:
        return self.domain.union_of_rows([*self.rows(), *other.rows()])

    def __invert__(self) -> Orders:
        return self.domain.everything - self

    def __sub__(self, other: Orders) -> Orders:
        """Takes away one alternative after the other: at least one of its pairs must then be turned round."""
        kept = [mine for mine in self.alternatives if not any(pairs <= mine for pairs in other.alternatives)]
        left, work = Orders(self.domain, tuple(kept)), 0
        for alternative in other.rows():
            turned = [rows_of([(b, a)], len(alternative)) for a, b in essential(alternative)]
            work += len(left.alternatives) * len(turned)
            self.domain.check_work(work)
            left = self.domain.union_of_rows(_joined(mine, pair) for mine in left.rows() for pair in turned)
        return left

    def __contains__(self, outcome: object) -> bool:
        assert isinstance(outcome, Sequence)
        rank = {self.domain.steps.index(step): n for n, step in enumerate(outcome)}
        return any(all(rank[a] < rank[b] for a, b in pairs) for pairs in self.alternatives)

    @property
    def is_empty(self) -> bool:
        return not self.alternatives

    def meets(self, other: Orders) -> bool:
        theirs, closed = [(rows, _turned(rows)) for rows in other.rows()], 0
        for mine in self.rows():
            forward = packed(mine)
            for rows, backward in theirs:
                if forward & backward:
                    continue
                closed += 1
                self.domain.check_work(closed)
                if close(_joined(mine, rows)):
                    return True
        return False

    def rows(self) -> Iterator[Rows]:
        """The alternatives as rows of bits (see ``pairs``)."""
        return (rows_of(pairs, len(self.domain.steps)) for pairs in self.alternatives)


@dataclass(frozen=True)
class Sequences(Domain[Orders]):
    """All orders of the steps in which the given pairs hold."""

    steps: tuple[str, ...]
    given: frozenset[Pair] = frozenset()

    @cached_property
    def _given(self) -> Rows:
        """All that follows from ``given``, as rows of bits."""
        rows = rows_of(self.given, len(self.steps))
        close(rows)
        return rows

    @cached_property
    def everything(self) -> Orders:
        return self.union([frozenset()])

    @cached_property
    def nothing(self) -> Orders:
        return Orders(self, ())

    def pairs(self, pairs: Iterable[Pair]) -> Orders:
        return self.union([frozenset(pairs)])

    def union(self, alternatives: Iterable[frozenset[Pair]]) -> Orders:
        """The alternatives that can hold, closed, without those that another already covers.

        Raises TooComplex beyond ``MOST_ALTERNATIVES``.
        """
        return self.union_of_rows(rows_of(pairs, len(self.steps)) for pairs in alternatives)

    def union_of_rows(self, alternatives: Iterable[Rows]) -> Orders:
        """As ``union``, of rows of bits."""
        found = dict[int, Rows]()
        for number, rows in enumerate(alternatives):
            self.check_work(number)
            closed = _joined(rows, self._given)
            if close(closed):
                found[packed(closed)] = closed
        kept = list[int]()
        for whole in sorted(found, key=int.bit_count):
            if not any(other & whole == other for other in kept):
                kept.append(whole)
                if len(kept) > MOST_ALTERNATIVES:
                    raise TooComplex(f"more than {MOST_ALTERNATIVES} alternative orders")
        return Orders(self, tuple(sorted((pairs_of(found[whole]) for whole in kept), key=sorted)))

    def check_work(self, alternatives: int) -> None:
        """Raises TooComplex where so many alternatives of so many steps take too long to close."""
        if alternatives * len(self.steps) ** 2 > _MOST_WORK:
            raise TooComplex("too many alternative orders")

    def essential(self, closed: frozenset[Pair]) -> list[Pair]:
        """The pairs from which the others follow, without those given for everybody."""
        needed = essential(rows_of(closed, len(self.steps)))
        return [(a, b) for a, b in needed if not self._given[a] >> b & 1]

    def distance(self, a: Orders, b: Orders) -> Distance | None:
        """The fewest pairs that the two put in opposite order; at least 1 where no order satisfies both."""
        if a.meets(b):
            return 0
        backward = [_turned(rows) for rows in b.rows()]
        conflicts = [(packed(rows) & other).bit_count() for rows in a.rows() for other in backward]
        return max(1, min(conflicts)) if conflicts else None

    def circle(self, a: frozenset[Pair], b: frozenset[Pair]) -> list[Pair]:
        """A shortest circle of pairs from both; empty where the two can hold together."""
        return shortest_circle({*self.essential(a), *self.essential(b), *self.given}, len(self.steps))

    def say(self, region: Orders, unit: str | None = None) -> str:
        if region.is_empty:
            return "nothing"
        if len(region.alternatives) > 1:
            left_out = self._left_out(region)
            if left_out is not None and left_out.is_empty:
                return "anything"
            if left_out is not None and len(region.alternatives) >= _FEWEST_TO_SUM_UP:
                return anything_but(self._say_alternatives(left_out))
        return self._say_alternatives(region)

    def _left_out(self, region: Orders) -> Orders | None:
        """All else, where that is a single alternative or nothing: else None."""
        needed = [self.essential(pairs) for pairs in region.alternatives]
        if any(len(pairs) != 1 for pairs in needed):
            return None
        return self.pairs((later, earlier) for ((earlier, later),) in needed)

    def _say_alternatives(self, region: Orders) -> str:
        """What the alternatives share is said once: "A before B; C before D or D before E"."""
        shared = frozenset.intersection(*region.alternatives)
        if len(region.alternatives) == 1 or not self.essential(shared):
            return either(["; ".join(self._clauses(pairs)) or "anything" for pairs in region.alternatives])
        rest = ["; ".join(self._clauses(pairs, said=shared)) for pairs in region.alternatives]
        return "; ".join([*self._clauses(shared), either(rest)])

    def _clauses(self, closed: frozenset[Pair], said: frozenset[Pair] = frozenset()) -> list[str]:
        """The order in words, without the pairs already said; "A first" where that says several at once."""
        pairs = [pair for pair in self.essential(closed) if pair not in said]
        first, pairs = self._say_end(closed, pairs, 0, "first")
        last, pairs = self._say_end(closed, pairs, 1, "last")
        return [*first, *map(self._say_chain, chains(pairs)), *last]

    def _say_end(self, closed: frozenset[Pair], pairs: list[Pair], end: int, word: str) -> tuple[list[str], list[Pair]]:
        """The step at that end of all others in words, and the pairs that remain to be said."""
        for step, name in enumerate(self.steps):
            others = [pair for pair in pairs if pair[end] != step]
            at_end = sum(pair[end] == step for pair in closed) == len(self.steps) - 1
            said = f"{name} {word}"
            summed_up = at_end and len(pairs) - len(others) >= _FEWEST_TO_SUM_UP
            if summed_up and find_name(said, self.steps) is None:
                return [said], others
        return [], pairs

    def _say_chain(self, chain: list[int]) -> str:
        return (" before " if len(chain) == 2 else " then ").join(self.steps[n] for n in chain)

    def say_distance(self, distance: Distance, unit: str | None = None) -> str:
        return f"{distance} {'pair' if distance == 1 else 'pairs'} of steps in opposite order"


def _joined(a: Rows, b: Rows) -> Rows:
    return [x | y for x, y in zip(a, b, strict=True)]


def _turned(rows: Rows) -> int:
    """The same pairs the other way round, packed."""
    return packed(rows_of(((b, a) for a, b in pairs_of(rows)), len(rows)))
