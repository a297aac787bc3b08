"""Since when a position stands that nobody renewed in the round that is looked at."""

from __future__ import annotations

from negotiate.compare.standing import Position, as_of
from negotiate.compare.table import Table
from negotiate.model import show_date


def stands_since(table: Table, position: Position) -> str:
    """ "April 2022", where the demand (or, without one, the first offer) comes from an earlier round; else ""."""
    current = table.as_of.round
    if current is None or not position.offers:
        return ""
    rounds = table.negotiation.rounds
    before = [as_of(table.negotiation, each).day for each in rounds if each.when.start < current.when.start]
    said = position.offers[0].statement.when
    return show_date(said.words[:7]) if any(day and said.start <= day for day in before) else ""
