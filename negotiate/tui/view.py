"""What of a table is shown: columns, pair, filters. Pure data; the screen keeps one and replaces it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from negotiate.compare import Pair, Table
from negotiate.compare.over_time.status import outcome
from negotiate.model import Issue

BETWEEN = ""
"""The key of the last column, where verdicts stand; parties' columns have their ids."""


@dataclass(frozen=True, slots=True)
class View:
    """``pair`` is None for all parties together. ``verdict`` is the word of one verdict, or "" for any. ``moved``:
    only rows in which something changed since the round that was shown before."""

    order: tuple[str, ...]
    pair: Pair | None
    hidden: frozenset[str] = frozenset()
    pinned: tuple[str, ...] = ()
    text: str = ""
    apart: bool = False
    verdict: str = ""
    moved: bool = False

    @property
    def parties(self) -> tuple[str, ...]:
        """The columns from left to right: the pinned ones, then the others that are not hidden."""
        rest = [party for party in self.order if party not in self.pinned]
        return tuple(party for party in (*self.pinned, *rest) if party not in self.hidden)

    @property
    def compared(self) -> tuple[str, ...]:
        """The same parties, those of the pair first: a report compares its first two."""
        first = [party for party in self.pair or () if party in self.parties]
        return tuple(dict.fromkeys((*first, *self.parties)))

    @property
    def weighed(self) -> tuple[str, ...]:
        """The parties whose positions the last column is about."""
        return self.pair or self.parties

    @property
    def is_filtered(self) -> bool:
        return bool(self.text or self.apart or self.verdict or self.moved)

    def with_pair(self, pair: Pair | None) -> View:
        """The pair's columns come first, side by side, and are not hidden."""
        if pair is None:
            return replace(self, pair=None)
        rest = tuple(party for party in self.order if party not in pair)
        return replace(self, pair=pair, order=(*pair, *rest), hidden=self.hidden - set(pair))

    def pin(self, party: str) -> View:
        """Pinned columns stay while the others move; the second time it is loose again."""
        pinned = tuple(each for each in self.pinned if each != party)
        return replace(self, pinned=pinned if party in self.pinned else (*pinned, party))

    def hide(self, party: str) -> View:
        """One column fewer; the last one stays."""
        return replace(self, hidden=self.hidden | {party}) if len(self.parties) > 1 else self

    def move(self, party: str, by: int) -> View:
        """The column changes places with its neighbour."""
        shown = list(self.parties)
        at = shown.index(party)
        to = at + by
        if not 0 <= to < len(shown):
            return self
        shown[at], shown[to] = shown[to], shown[at]
        hidden = tuple(each for each in self.order if each in self.hidden)
        pinned = tuple(each for each in shown if each in self.pinned)
        return replace(self, order=(*shown, *hidden), pinned=pinned)

    def unfiltered(self) -> View:
        return replace(self, text="", apart=False, verdict="", moved=False)

    def needle(self) -> re.Pattern[str] | None:
        return re.compile(re.escape(self.text), re.IGNORECASE) if self.text else None

    def fitted(self, table: Table) -> View:
        """The same view of another table: parties that are gone leave, new ones come last."""
        known = [party.id for party in table.parties]
        kept = tuple(party for party in self.order if party in known)
        order = (*kept, *(party for party in known if party not in kept))
        pair = self.pair if self.pair and set(self.pair) <= set(known) else None
        if self.pair and not pair:
            pair = opening_pair(table)
        hidden = self.hidden & set(known)
        if len(hidden) >= len(order):
            hidden = frozenset()
        pinned = tuple(party for party in self.pinned if party in known)
        return replace(self, order=order, pair=pair, hidden=hidden, pinned=pinned)


def opening_pair(table: Table) -> Pair | None:
    pair = table.pair
    return pair if pair[0] and pair[1] and pair[0] != pair[1] else None


def opening_view(table: Table) -> View:
    return View(tuple(party.id for party in table.parties), None).with_pair(opening_pair(table))


def next_pair(table: Table, current: Pair | None, step: int) -> Pair | None:
    """Every pair, then all together, round and round."""
    pairs: list[Pair | None] = list(table.pairs())
    if len(table.parties) > 2 or not pairs:
        pairs.append(None)
    at = pairs.index(current) if current in pairs else 0
    return pairs[(at + step) % len(pairs)]


APART = frozenset({"gap", "clash", "split", "partial", "pairwise only"})


def rows(table: Table, view: View, haystacks: Haystacks) -> list[Issue]:
    """The issues that pass the filters, in order."""
    found: Sequence[Issue] = table.issues
    if view.text:
        found = [issue for issue in found if haystacks.holds(issue, view)]
    if view.apart:
        found = [issue for issue in found if outcome(table, issue.id, view.pair) in APART]
    if view.verdict:
        found = [issue for issue in found if outcome(table, issue.id, view.pair) == view.verdict]
    return list(found)


class Haystacks:
    """All the words of a row, put together when the first filter asks for them."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._known: dict[tuple[str, str], str] = {}

    def holds(self, issue: Issue, view: View) -> bool:
        needle = view.text.casefold()
        if needle in self._words(issue.id, "") or needle in outcome(self._table, issue.id, view.pair):
            return True
        return any(needle in self._words(issue.id, party) for party in view.parties)

    def _words(self, issue: str, party: str) -> str:
        key = issue, party
        if key not in self._known:
            self._known[key] = (self._cell(issue, party) if party else self._title(issue)).casefold()
        return self._known[key]

    def _title(self, issue: str) -> str:
        row = self._table.negotiation.issues[issue]
        return f"{row.title} {row.group} {row.question}"

    def _cell(self, issue: str, party: str) -> str:
        from negotiate.tui.spans import plain
        from negotiate.tui.texts.cells import party_cell

        return " ".join(plain(each.spans) for each in party_cell(self._table, party, issue))
