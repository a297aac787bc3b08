"""W407: an opening day that lies behind what is on record."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from negotiate.model import Negotiation


class Overtaken(NamedTuple):
    """How much was said after the day that opens first."""

    day: date
    positions: int
    replies: int


def overtaken(negotiation: Negotiation, day: date | None) -> Overtaken | None:
    """``day`` is the last that counts when the negotiation opens. A day before any position is another problem."""
    said = [each.statement for entries in negotiation.entries.values() for each in entries]
    days = [statement.when.start for statement in said if not statement.remark]
    if day is None or not days or min(days) > day:
        return None
    positions = sum(each > day for each in days)
    replies = {each.place for each in negotiation.responses if each.when and each.when.start > day}
    return Overtaken(day, positions, len(replies)) if positions or replies else None
