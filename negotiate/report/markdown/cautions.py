"""What the reader should not conclude: computed from the record, so that only what is unsure is hedged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import NamedTuple

from negotiate.compare import Position, Verdict
from negotiate.report.markdown.blocks import bullets, heading
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.sections import Section
from negotiate.report.wording import listed
from negotiate.terms import Scale

_LONG = timedelta(days=182)


class _Caution(NamedTuple):
    """Something that may be true of a position, and what follows from it."""

    what: str
    why: str
    holds: Callable[[Desk, Position], bool]


def cautions(desk: Desk, parts: list[Section]) -> list[str]:
    lines = [
        *(line for each in _OF_POSITIONS for line in _by_party(desk, parts, each)),
        *_by_verdict(desk, parts),
        *_always(desk),
    ]
    return [heading(2, "What not to conclude"), bullets(lines)]


def _by_party(desk: Desk, parts: list[Section], caution: _Caution) -> Iterator[str]:
    """One line for each party of whom this is true somewhere, with the issues."""
    for party in desk.parties:
        where = [p for p in parts if caution.holds(desk, desk.table.position(party, p.rows[0].id))]
        if where:
            yield f"**{caution.what}**, {desk.name(party)}: {_titles(where, parts)}. {caution.why}"


def _titles(where: list[Section], parts: list[Section]) -> str:
    if len(where) == len(parts) > 1:
        return "every issue here"
    return "; ".join(part.title for part in where)


# --- what may be true of one position


def _names_no_value(desk: Desk, position: Position) -> bool:
    return any(not offer.term.named for offer in position.offers)


def _is_about(desk: Desk, position: Position) -> bool:
    return any(offer.term.about for offer in position.offers)


def _is_old(desk: Desk, position: Position) -> bool:
    day = desk.table.as_of.day
    return day is not None and any(day - offer.statement.when.end > _LONG for offer in position.offers)


def _is_over_own_line(desk: Desk, position: Position) -> bool:
    line, demand = position.red_line, position.demand
    if not line or not line.offer or line.offer.conditions or not demand or position.unread:
        return False
    ruled, wanted = line.offer.term.region, demand.term.region
    return ruled is not None and wanted is not None and wanted.meets(ruled)


_OF_POSITIONS = (
    _Caution("Wanted, but no value named", "Nothing can be said to meet it yet.", _names_no_value),
    _Caution("Stated more than half a year before", "It stands until the party says otherwise.", _is_old),
    _Caution("Approximate figures", "A small difference may be none.", _is_about),
    _Caution(
        "Demands across its own earlier red line",
        "That is read off the record; the party has not said that it moved.",
        _is_over_own_line,
    ),
)


# --- what may be true of a pair, or of the record

_OF_PAIRS = {
    Verdict.ONE_SIDED: (
        "One has stated no terms, or named no value: that alone is neither agreement nor dispute; see the replies."
    ),
    Verdict.NOT_COMPARABLE: "The same value said of different things is no agreement.",
    Verdict.NOT_COMPUTABLE: "Free text is not compared here.",
    Verdict.NOT_READ: "What the file says could not be read, or contradicts itself.",
}


def _by_verdict(desk: Desk, parts: list[Section]) -> Iterator[str]:
    if not desk.pair:
        return
    for verdict, why in _OF_PAIRS.items():
        where = [p for p in parts if desk.table.relation(p.rows[0].id, *desk.pair).verdict is verdict]
        if where:
            yield f"**{verdict.value.capitalize()}**: {_titles(where, parts)}. {why}"


def _always(desk: Desk) -> Iterator[str]:
    yield "**No reply found** means that none is on record here, not that none was given."
    yield "**No verdict is a forecast**: an overlap is not yet a deal, and parties move across red lines."
    if any(isinstance(row.domain, Scale) for row in desk.rows):
        yield "**Steps on a scale** follow the editor's order; two steps are not twice as far as one."
    if any(each.salience or each.points for each in desk.table.negotiation.estimates.values()):
        yield (
            "**Estimates** of how much an issue matters to a party are the editor's. "
            "They stand in the files and enter no verdict here."
        )
    if desk.parties:
        labels = listed(f"“{desk.name(party)}”" for party in desk.parties)
        yield f"**Names of parties** ({labels}) stand for those who spoke, not for all whom they name."
