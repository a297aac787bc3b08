"""A table of one issue, made from positions."""

from __future__ import annotations

from collections.abc import Mapping

from negotiate.compare import Position, Table
from negotiate.model import Entry, Issue, Negotiation, Party
from negotiate.terms import AnyDomain

from ..compare.build import GUARANTEES, PLACE, issue, statement


def table(domain: AnyDomain | None, positions: Mapping[str, Position], names: Mapping[str, str]) -> Table:
    """The issue "x" with these positions (in place of those that entries would add up to)."""
    issues = {
        "x": Issue("x", "Issue", "quantity", domain, PLACE, "x"),
        "g": issue(GUARANTEES, "g"),
    }
    parties = {party: Party(party, names[party], PLACE) for party in positions}
    entries = {(party, "x"): (_entry(position),) for party, position in positions.items() if not _blank(position)}
    return Table(Negotiation(".", "A test", parties=parties, issues=issues, entries=entries))


def _blank(position: Position) -> bool:
    return not (position.has_terms or position.red_line or position.stance or position.unread)


def _entry(position: Position) -> Entry:
    return Entry(
        position.party,
        "x",
        statement(position.party),
        PLACE,
        words="as written",
        demand=position.demand,
        accepts=position.accepts or None,
        red_line=position.red_line,
        stance=None if position.offers else position.stance,
        unread=position.unread,
    )
