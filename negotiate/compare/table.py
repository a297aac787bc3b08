"""Issues by parties: the one structure that report, screen and command line read.

Only what is looked at is computed, and computed once.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import combinations

from negotiate.compare.answers import Answer, answer
from negotiate.compare.joint import Joint, JointVerdict, join
from negotiate.compare.lapsed import is_lapsed
from negotiate.compare.memory import Memory
from negotiate.compare.reasons.reason import Reason
from negotiate.compare.relation import Relation
from negotiate.compare.standing import AsOf, Position, as_of, stands
from negotiate.compare.zones import Zones
from negotiate.model import Entry, Event, Issue, Negotiation, Party, Response, Round, Stance
from negotiate.terms import TooComplex

Pair = tuple[str, str]


class Table:
    """A negotiation as of a round or day (None: everything on record).

    Tables of one ``memory`` share what does not change from one day to another.
    """

    def __init__(
        self, negotiation: Negotiation, when: AsOf | Round | date | None = None, memory: Memory | None = None
    ) -> None:
        self.negotiation = negotiation
        self.as_of: AsOf = as_of(negotiation, when)
        self.memory = memory or Memory(negotiation)
        self._positions: dict[tuple[str, str], Position] = {}
        self._relations: dict[tuple[str, str, str], Relation] = {}
        self._joints: dict[str, Joint] = {}

    # --- what is on the table

    @property
    def issues(self) -> tuple[Issue, ...]:
        return tuple(self.negotiation.issues.values())

    @property
    def parties(self) -> tuple[Party, ...]:
        return tuple(self.negotiation.parties.values())

    @property
    def pair(self) -> Pair:
        """The two parties that a view opens with: those of ``show``, else the first who must agree."""
        parties = self.negotiation.parties
        must = [party.id for party in self.parties if party.must_agree]
        rest = [party.id for party in self.parties if not party.must_agree]
        chosen = [party for party in self.negotiation.show if party in parties] or (must + rest)[:2]
        return (chosen[0], chosen[-1]) if chosen else ("", "")

    @property
    def names(self) -> Mapping[str, str]:
        """Party id -> name."""
        return self.memory.names

    def name(self, party: str) -> str:
        return self.memory.names.get(party, party)

    # --- cells

    def position(self, party: str, issue: str) -> Position:
        key = party, issue
        if key not in self._positions:
            self._positions[key] = self.memory.position(party, issue, self.as_of)
        return self._positions[key]

    def entries(self, party: str, issue: str) -> tuple[Entry, ...]:
        """All that the party said on the issue and that counts on the day, also what it has replaced or withdrawn
        since; remarks are among it."""
        return self.memory.entries(party, issue, self.as_of)

    def lapsed(self, party: str, issue: str) -> Entry | None:
        """The last that the party had said on the issue, where nothing of it counts any more."""
        return self.memory.lapsed(party, issue, self.as_of) if self.position(party, issue).lapsed else None

    def relation(self, issue: str, a: str, b: str) -> Relation:
        key = issue, a, b
        if key not in self._relations:
            first, second = self.position(a, issue), self.position(b, issue)
            self._relations[key] = self.memory.relation(issue, first, second, self.position)
        return self._relations[key]

    def reason(self, issue: str, a: str, b: str) -> Reason:
        return self.memory.reason(self.relation(issue, a, b))

    def answer(self, issue: str, by: str, to: str) -> Answer:
        """How ``by`` answered what ``to`` demands on the issue."""
        relation = self.relation(issue, by, to)
        responses = self.responses(issue, by, to)
        return answer(relation, relation.a, relation.b, responses, lambda day: self._stood(to, issue, day))

    def _stood(self, party: str, issue: str, day: date) -> Position:
        """Where a party stood on a day up to the one that counts."""
        return self.memory.position(party, issue, AsOf(day))

    def joint(self, issue: str) -> Joint:
        """All who must agree together."""
        if issue not in self._joints:
            self._joints[issue] = self._joint(issue)
        return self._joints[issue]

    def _joint(self, issue: str) -> Joint:
        concerned = [
            party.id
            for party in self.parties
            if party.must_agree and self.position(party.id, issue).stance is not Stance.NOT_CONCERNED
        ]
        try:
            cut = [cut for party in concerned if (cut := self._computable(party, issue))]
            return join(self.negotiation.issues[issue], concerned, cut, lambda a, b: self.relation(issue, a, b))
        except TooComplex:
            return Joint(self.negotiation.issues[issue], JointVerdict.TOO_FEW, tuple(concerned), ())

    def _computable(self, party: str, issue: str) -> Zones | None:
        domain, standing = self.negotiation.issues[issue].domain, self.position(party, issue)
        if domain is None or standing.unread or not standing.has_terms:
            return None
        return self.memory.cut(standing, domain)

    # --- replies and events

    def responses(self, issue: str, by: str, to: str) -> tuple[Response, ...]:
        """Replies of ``by`` to ``to`` on one issue, oldest first; those to what no longer counts are gone with it."""
        known = self.memory.responses(issue, by)
        given = [each for each in known if to in each.to and (each.when is None or self.includes(each.when.start))]
        if not given or not issue:
            return tuple(given)
        said, counted = self.negotiation.entries.get((to, issue), ()), self.entries(to, issue)
        return tuple(each for each in given if not is_lapsed(each, said, counted))

    def document_responses(self, by: str, to: str) -> tuple[Response, ...]:
        """Replies to a whole document, oldest first."""
        return self.responses("", by, to)

    def events(self, issue: str | None = None) -> tuple[Event, ...]:
        """Events up to the day that counts, in order of date; of one issue, or all."""
        return tuple(
            event
            for event in sorted(self.negotiation.events, key=lambda event: event.when.start)
            if self.includes(event.when.start) and (issue is None or issue in event.issues)
        )

    def includes(self, first: date, until: date | None = None) -> bool:
        """Whether what was said on ``first`` and ended on ``until`` stands on the day of the table."""
        return stands(first, until, self.as_of.day)

    # --- summaries

    def pairs(self) -> list[Pair]:
        """Every two parties: the opening pair, then those who must agree, then the rest."""
        ids = [party.id for party in self.parties]
        must = {party.id for party in self.parties if party.must_agree}
        every = sorted(combinations(ids, 2), key=lambda pair: -sum(party in must for party in pair))
        opening = self.pair
        rest = [pair for pair in every if set(pair) != set(opening)]
        return [opening, *rest] if len(ids) > 1 else []
