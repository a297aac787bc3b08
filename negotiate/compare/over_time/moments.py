"""The points in time at which a negotiation is looked at: its rounds, or the days on which something changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from negotiate.compare.standing import AsOf, as_of
from negotiate.model import Entry, Negotiation

EVERYTHING = AsOf()
"""All that is on record, whatever its date."""


def every_moment(negotiation: Negotiation, changes: Sequence[date], last: AsOf = EVERYTHING) -> tuple[AsOf, ...]:
    """The rounds up to ``last`` in order, and ``last`` itself where something changed after them.

    Without any round up to then: the days on which something changed. ``changes`` are all of those, in order.
    """
    rounds = [as_of(negotiation, each) for each in sorted(negotiation.rounds, key=lambda each: each.when.start)]
    held = [each for each in rounds if is_up_to(each.day, last.day)]
    days = [day for day in changes if is_up_to(day, last.day)]
    if not held:
        return tuple(AsOf(day) for day in days)
    covered = all(is_up_to(day, held[-1].day) for day in days)
    return tuple(held) if covered else (*held, last)


def is_up_to(day: date | None, last: date | None) -> bool:
    """None is the end of time."""
    return last is None or (day is not None and day <= last)


def days_of_change(negotiation: Negotiation, issue: str = "") -> list[date]:
    """The days on which a position or an agreed text came or went, or an issue was dropped or merged; of one
    issue, or of all."""
    keys = negotiation.entries if not issue else [(party, issue) for party in negotiation.parties]
    entries = (entry for key in keys for entry in negotiation.entries.get(key, ()))
    closing = (each for each in negotiation.events if each.closes and (not issue or issue in each.issues))
    days = {day for entry in entries for day in _days(entry)}
    days.update(_days_of_texts(negotiation, issue), (each.when.start for each in closing))
    return sorted(days)


def _days(entry: Entry) -> Iterator[date]:
    if not entry.statement.remark:
        yield entry.statement.when.start
        if entry.statement.until:
            yield entry.statement.until


def _days_of_texts(negotiation: Negotiation, issue: str) -> Iterator[date]:
    for paper in negotiation.papers.values():
        if any(not issue or part.issue == issue for part in paper.settled):
            yield paper.when.start
            if paper.until:
                yield paper.until
