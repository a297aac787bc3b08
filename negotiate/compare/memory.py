"""What the tables of one negotiation share: from one round to the next most positions stay, and so do the relations
between them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from negotiate.compare.over_time.moments import days_of_change
from negotiate.compare.reasons.reason import Reason, reason
from negotiate.compare.relation import Lookup, Relation, relate
from negotiate.compare.standing import AsOf, Position, after, stands
from negotiate.compare.zones import Zones, zones
from negotiate.model import Entry, Negotiation, Response
from negotiate.terms import AnyDomain

Counted = tuple[int, ...]
"""Which of a party's entries on an issue count, by their numbers."""
_LAPSED = -1  # in place of the numbers of those that no longer count


class Memory:
    """Positions are one and the same object as long as the same entries count; what is made of them is kept by that."""

    def __init__(self, negotiation: Negotiation) -> None:
        self.negotiation = negotiation
        self.names = {party.id: party.name for party in negotiation.parties.values()}
        self._positions: dict[tuple[str, str], dict[Counted, Position]] = {}
        self._zones: dict[int, Zones] = {}
        self._relations: dict[tuple[str, int, int], Relation] = {}
        self._reasons: dict[tuple[str, int, int], Reason] = {}
        self._days: dict[str, list[date]] = {}
        self._responses: dict[tuple[str, str], list[Response]] | None = None

    def position(self, party: str, issue: str, as_of: AsOf) -> Position:
        """What the entries that count add up to, begun from the longest part of them that is known."""
        entries = self.negotiation.entries.get((party, issue), ())
        counted = tuple([at for at, entry in enumerate(entries) if _counts(entry, as_of.day)])
        known = self._positions.get((party, issue)) or self._begin(party, issue)
        found = known.get(counted)
        if found is None:
            begun = max((part for part in known if counted[: len(part)] == part), key=len)
            rest = [entries[at] for at in counted[len(begun) :]]
            found = known[counted] = after(known[begun], rest, self.negotiation.issues[issue].domain)
        if found.is_blank and any(_has_lapsed(entry, as_of.day) for entry in entries):
            found = known.setdefault((*counted, _LAPSED), replace(found, lapsed=True))
        return found

    def entries(self, party: str, issue: str, as_of: AsOf) -> tuple[Entry, ...]:
        known = self.negotiation.entries.get((party, issue), ())
        return tuple(entry for entry in known if _counts(entry, as_of.day))

    def lapsed(self, party: str, issue: str, as_of: AsOf) -> Entry | None:
        """The latest of the entries that no longer count."""
        known = self.negotiation.entries.get((party, issue), ())
        return next((entry for entry in reversed(known) if _has_lapsed(entry, as_of.day)), None)

    def _begin(self, party: str, issue: str) -> dict[Counted, Position]:
        self._positions[party, issue] = {(): Position(party, issue)}
        return self._positions[party, issue]

    def relation(self, issue: str, a: Position, b: Position, lookup: Lookup) -> Relation:
        """Kept, unless it speaks of positions on other issues, which ``lookup`` gives."""
        key = issue, id(a), id(b)
        if key in self._relations:
            return self._relations[key]
        found = relate(self.negotiation.issues[issue], a, b, lookup, self.cut)
        if not found.requirements:
            self._relations[key] = found
        return found

    def reason(self, relation: Relation) -> Reason:
        key = relation.issue.id, id(relation.a), id(relation.b)
        if relation.requirements:
            return self._reason(relation)
        if key not in self._reasons:
            self._reasons[key] = self._reason(relation)
        return self._reasons[key]

    def _reason(self, relation: Relation) -> Reason:
        return reason(relation, self.names, self.negotiation.issues)

    def cut(self, position: Position, domain: AnyDomain) -> Zones:
        """The zones of a position, cut once: with 30 parties each is met by 29 others."""
        if id(position) not in self._zones:
            self._zones[id(position)] = zones(position, domain)
        return self._zones[id(position)]

    def days(self, issue: str = "") -> list[date]:
        """Those on which something changed on the issue, or on any, in order."""
        if issue not in self._days:
            self._days[issue] = days_of_change(self.negotiation, issue)
        return self._days[issue]

    def responses(self, issue: str, by: str) -> list[Response]:
        """All that ``by`` ever replied on an issue, oldest first."""
        if self._responses is None:
            self._responses = {}
            for response in sorted(self.negotiation.responses, key=_day):
                self._responses.setdefault((response.issue, response.party), []).append(response)
        return self._responses.get((issue, by), [])


def _counts(entry: Entry, day: date | None) -> bool:
    return stands(entry.statement.when.start, entry.statement.until, day)


def _has_lapsed(entry: Entry, day: date | None) -> bool:
    ended = entry.statement.until
    return ended is not None and not entry.statement.remark and (day is None or ended <= day)


def _day(response: Response) -> date:
    return response.when.start if response.when else date.min
