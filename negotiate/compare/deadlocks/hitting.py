"""Hitting sets: the lightest sets that share an element with each of several others, exactly, by branch and bound."""

from __future__ import annotations

from collections.abc import Collection, Sequence


class TooMuchWork(Exception):
    """A search that would take longer than anybody waits."""


class Hitting:
    """All lightest sets that hit every one of ``conflicts``, up to ``most`` of them.

    ``weights`` are positive. Raises TooMuchWork where more than ``most_work`` conflicts had to be looked at.
    """

    def __init__(
        self, conflicts: Collection[frozenset[int]], weights: Sequence[int], most: int, most_work: int = 1_000_000
    ) -> None:
        self._conflicts = sorted(conflicts, key=lambda each: (len(each), sorted(each)))
        self._weights = weights
        self._most = most
        self._most_work = most_work
        self.work = 0
        self.weight = sum(weights) + 1
        self.found: dict[frozenset[int], None] = {}
        self._search(frozenset(), frozenset(), 0)

    def _search(self, taken: frozenset[int], barred: frozenset[int], weight: int) -> None:
        """``barred``: elements that an earlier branch has tried."""
        self.work += 1 + len(self._conflicts)
        if self.work > self._most_work:
            raise TooMuchWork
        missed = [each for each in self._conflicts if not each & taken]
        enough = len(self.found) == self._most  # then only lighter ones are looked for
        if weight + self._least(missed, barred) + enough > self.weight:
            return
        if not missed:
            self._keep(taken, weight)
            return
        for element in sorted(missed[0] - barred):
            self._search(taken | {element}, barred, weight + self._weights[element])
            barred |= {element}

    def _least(self, missed: Sequence[frozenset[int]], barred: frozenset[int]) -> int:
        """What hitting these takes at least: the lightest element of each that shares none with another."""
        used, least = set[int](), 0
        for each in missed:
            open_ = each - barred
            if not open_:
                return self.weight + 1
            if not each & used:
                used |= each
                least += min(self._weights[element] for element in open_)
        return least

    def _keep(self, taken: frozenset[int], weight: int) -> None:
        if weight < self.weight:
            self.weight, self.found = weight, {}
        self.found[taken] = None
