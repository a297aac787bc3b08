"""W409: one party's column far wordier than another's, so that it is heard more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from negotiate.model import Entry, Negotiation, Offer, RedLine

FEWEST = 5
"""Issues on which both must have spoken before their columns are compared."""
MOST_TIMES = 2.0
LEAST_WORDS = 8
"""By which the average cell must be longer: two words against one are no bias."""


class Column(NamedTuple):
    party: str
    words: float  # of a cell, on average


def wordier(negotiation: Negotiation) -> Iterator[tuple[Column, Column]]:
    """Of those who must agree, the wordiest and the one with the fewest words, on the issues on which both spoke."""
    must = [party.id for party in negotiation.parties.values() if party.must_agree]
    cells = {party: _cells(negotiation, party) for party in must}
    found = [
        (_mean(cells[a], shared), _mean(cells[b], shared), a, b)
        for a in must
        for b in must
        if a != b and len(shared := cells[a].keys() & cells[b].keys()) >= FEWEST
    ]
    for more, less, a, b in sorted(found, reverse=True):
        if more >= MOST_TIMES * less and more - less >= LEAST_WORDS:
            yield Column(a, more), Column(b, less)
            return


def _mean(cells: Mapping[str, int], issues: Collection[str]) -> float:
    return sum(cells[issue] for issue in issues) / len(issues)


def _cells(negotiation: Negotiation, party: str) -> dict[str, int]:
    """Issue -> the words of its cell: of the latest entry that says anything."""
    counted = dict[str, int]()
    for issue in negotiation.issues:
        for entry in negotiation.entries.get((party, issue), ()):
            if length := len(" ".join(_shown(entry)).split()):
                counted[issue] = length
    return counted


def _shown(entry: Entry) -> Iterator[str]:
    """What a cell shows of an entry: terms with their scopes, and words that are not computed."""
    offers = [entry.demand, *(entry.accepts if isinstance(entry.accepts, tuple) else ())]
    for offer in offers:
        if isinstance(offer, Offer):
            yield offer.term.words
            yield offer.scope
    if isinstance(entry.red_line, RedLine):
        yield entry.red_line.words
    yield entry.says
    yield entry.note
