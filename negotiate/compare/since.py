"""Since which day something of a position has stood without a break."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from negotiate.compare.standing import AsOf, Position, as_of
from negotiate.compare.table import Table
from negotiate.model import Entry, When, show_date


def unbroken_since(table: Table, party: str, issue: str, holds: Callable[[Position], bool]) -> date | None:
    """The first of the days, up to the table, on all of which it ``holds`` of the party's position; None where it
    does not hold now."""
    found = None
    for day in _days(table, party, issue):
        if not holds(table.memory.position(party, issue, AsOf(day))):
            break
        found = day
    return found


def said_on(table: Table, party: str, issue: str, day: date) -> When | None:
    """The date of what the party said on that day, as it is written; None where nothing but an end came on it."""
    said = (entry.statement.when for entry in _counted(table, party, issue))
    return next((when for when in said if when.start == day), None)


def stands_since(table: Table, position: Position) -> str:
    """ "April 2022": since when the demand (or, without one, the first offer) stands, where nobody renewed it in the
    round that is looked at; else ""."""
    current = table.as_of.round
    if current is None or position.unread or not position.offers:
        return ""
    rounds = table.negotiation.rounds
    before = [as_of(table.negotiation, each).day for each in rounds if each.when.start < current.when.start]
    renewed = position.offers[0].statement.when
    if not any(day and renewed.start <= day for day in before):
        return ""
    return show_date(_first_asked(table, position).words[:7])


def _first_asked(table: Table, position: Position) -> When:
    """The date of the first word of an offer that has stood without a break."""
    first = position.offers[0]

    def holds(then: Position) -> bool:
        offers = then.offers if not position.demand else then.offers[:1] if then.demand else ()
        return any(first.term.means_the_same(offer.term) for offer in offers)

    day = unbroken_since(table, position.party, position.issue, holds)
    if day is None:
        return first.statement.when
    return said_on(table, position.party, position.issue, day) or When(day, day, day.isoformat())


def _days(table: Table, party: str, issue: str) -> Iterator[date]:
    """Those on which something that the party said came or ended, the last one first."""
    known = [entry.statement for entry in _counted(table, party, issue)]
    days = {day for each in known for day in (each.when.start, each.until) if day}
    last = table.as_of.day
    return iter(sorted((day for day in days if last is None or day <= last), reverse=True))


def _counted(table: Table, party: str, issue: str) -> Iterator[Entry]:
    known = table.negotiation.entries.get((party, issue), ())
    return (entry for entry in known if not entry.statement.remark)
