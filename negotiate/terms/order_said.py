"""Orders of steps in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from negotiate.terms.names import find_name
from negotiate.terms.pairs import Pair, chains, essential, rows_of
from negotiate.terms.region import either

FEWEST_TO_SUM_UP = 3
"""Pairs: two are said one by one; of more, "A first" or "anything but" is easier to read."""


class Part(NamedTuple):
    """One alternative: all its pairs, those that need saying, and the days that it counts, in words."""

    closed: frozenset[Pair]
    pairs: list[Pair]
    days: list[str]

    def shared_with(self, others: Sequence[Part]) -> Part:
        return Part(
            frozenset.intersection(*(part.closed for part in others)),
            [pair for pair in self.pairs if all(pair in part.pairs for part in others)],
            [clause for clause in self.days if all(clause in part.days for part in others)],
        )

    def without(self, said: Part) -> Part:
        """What is still to be said."""
        pairs = [pair for pair in self.pairs if pair not in said.pairs]
        return Part(self.closed, pairs, [clause for clause in self.days if clause not in said.days])


@dataclass(frozen=True)
class Speech:
    """Says closed sets of pairs; what follows from those ``given`` for everybody goes without saying."""

    steps: tuple[str, ...]
    given: frozenset[Pair]

    def needed(self, closed: frozenset[Pair]) -> list[Pair]:
        """The pairs from which the others follow, without those given."""
        return [pair for pair in essential(rows_of(closed, len(self.steps))) if pair not in self.given]

    def alternatives(self, alternatives: Sequence[frozenset[Pair]]) -> str:
        """What the alternatives share is said once: "A before B; C before D or D before E"."""
        shared = frozenset.intersection(*alternatives)
        if len(alternatives) == 1 or not self.needed(shared):
            return either(["; ".join(self.clauses(pairs, self.needed(pairs))) or "anything" for pairs in alternatives])
        rest = ["; ".join(self._rest(pairs, shared)) for pairs in alternatives]
        return "; ".join([*self.clauses(shared, self.needed(shared)), either(rest)])

    def _rest(self, closed: frozenset[Pair], said: frozenset[Pair]) -> list[str]:
        return self.clauses(closed, [pair for pair in self.needed(closed) if pair not in said])

    def clauses(self, closed: frozenset[Pair], pairs: list[Pair]) -> list[str]:
        """The ``pairs`` of an order in words; "A first" where that says several at once."""
        first, pairs = self._end(closed, pairs, 0, "first")
        last, pairs = self._end(closed, pairs, 1, "last")
        return [*first, *map(self._chain, chains(pairs)), *last]

    def _end(self, closed: frozenset[Pair], pairs: list[Pair], end: int, word: str) -> tuple[list[str], list[Pair]]:
        """The step at that end of all others in words, and the pairs that remain to be said."""
        for step, name in enumerate(self.steps):
            others = [pair for pair in pairs if pair[end] != step]
            at_end = sum(pair[end] == step for pair in closed) == len(self.steps) - 1
            said = f"{name} {word}"
            summed_up = at_end and len(pairs) - len(others) >= FEWEST_TO_SUM_UP
            if summed_up and find_name(said, self.steps) is None:
                return [said], others
        return [], pairs

    def _chain(self, chain: list[int]) -> str:
        return (" before " if len(chain) == 2 else " then ").join(self.steps[n] for n in chain)
