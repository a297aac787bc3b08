"""W405: demands that a party at the table has neither answered nor set a position of its own against."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from negotiate.model import Entry, Negotiation, Offer, Place


class Unanswered(NamedTuple):
    """What one party demands in a statement, on some issues, and another has no word on."""

    place: Place
    by: str
    silent: str
    issues: tuple[str, ...]


def unanswered(negotiation: Negotiation) -> Iterator[Unanswered]:
    """Of those who must agree. A counter-paper needs no reply, nor does a demand that is no longer made or stands in
    a text agreed by both; and `says: no answer` is a reply: somebody looked for one."""
    must = [party.id for party in negotiation.parties.values() if party.must_agree]
    answers = _Answers(negotiation)
    for by, silent in permutations(must, 2):
        found = dict[Place, list[str]]()
        for issue in negotiation.issues:
            entry = _standing_demand(negotiation, by, issue)
            if entry and not answers.covers(silent, by, issue, entry):
                found.setdefault(entry.statement.place, []).append(issue)
        for place, issues in found.items():
            yield Unanswered(place, by, silent, tuple(issues))


def _standing_demand(negotiation: Negotiation, party: str, issue: str) -> Entry | None:
    """The latest demand on record; remarks and accounts of others are none."""
    for entry in reversed(negotiation.entries.get((party, issue), ())):
        if entry.stance is not None:
            return None
        if isinstance(entry.demand, Offer) and not entry.statement.remark and not entry.statement.until:
            return entry
    return None


class _Answers:
    """Who has answered whom on what, looked up a thousand times."""

    def __init__(self, negotiation: Negotiation):
        self._entries = negotiation.entries
        self._on_issue = {(each.party, to, each.issue) for each in negotiation.responses for to in each.to}
        self._on_paper = {(each.party, each.document) for each in negotiation.responses if not each.issue}
        self._at_all = {
            (each.party, to) for each in negotiation.responses if not (each.issue or each.document) for to in each.to
        }
        self._agreed = {
            (party, settled.issue)
            for paper in negotiation.papers.values()
            if paper.agreed
            for settled in paper.settled
            for party in paper.of
        }

    def covers(self, party: str, to: str, issue: str, entry: Entry) -> bool:
        if (party, to, issue) in self._on_issue or (party, to) in self._at_all:
            return True
        said = entry.statement
        papers = {said.paper, *(each.source for each in (*said.citations, *entry.citations))} - {""}
        if any((party, paper) in self._on_paper for paper in papers):
            return True
        return {(party, issue), (to, issue)} <= self._agreed or bool(self._entries.get((party, issue)))
