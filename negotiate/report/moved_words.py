"""Who moved on which days, and what became of its position. Plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from negotiate.compare.changes.matching import How, Part
from negotiate.compare.changes.parts import TERMS
from negotiate.compare.over_time.said import first_said
from negotiate.model import When
from negotiate.report.diff.words import Tale, Told
from negotiate.report.wording import listed

_MOST_NAMED = 3
_HANGING = ("stance", "scope", "conditions")
"""They end with the terms that they belong to."""
_HEADS = {How.ADDED: "first position: ", How.DROPPED: "no longer counts: ", How.CHANGED: ""}


class Moved(NamedTuple):
    """``when``: "20 May 2031", where all of it was said on the same days; else each part in ``what`` has its own, such
    as "demand: none → north (2 May 2031); red line: none → south (9 May 2031)"."""

    when: str
    what: str


def moved(tale: Tale, told: Told) -> Moved:
    how, parts = told.change.how, _parts(told)
    if how is How.DROPPED:
        return Moved("", _HEADS[how] + "; ".join(_part(part, how) for part in parts))
    days = {part.name: days_words(_days(tale, told, part)) for part in parts}
    telling = {days[part.name] for part in parts if days[part.name] or part.new or part.name not in _HANGING}
    if len(telling) < 2:
        return Moved("".join(telling), _HEADS[how] + "; ".join(_part(part, how) for part in parts))
    said = (_part(part, how) + (f" ({days[part.name]})" if days[part.name] else "") for part in parts)
    return Moved("", _HEADS[how] + "; ".join(said))


def _parts(told: Told) -> list[Part]:
    """Those of its terms, or its words where it has none."""
    parts = told.change.parts
    terms = [part for part in parts if part.name in TERMS]
    return terms or [part for part in parts if part.name in ("says", "accounts")]


def _days(tale: Tale, told: Told, part: Part) -> list[When]:
    old, new, party = tale.changes.old, tale.changes.new, told.change.party
    return sorted({day for row in told.rows for day in first_said(old, new, party, row.id, part.name)})


def days_words(days: Sequence[When]) -> str:
    """ "2 June 2025", "2 and 4 June 2025", "17 March and 23 April 2025"; of many the first and the last."""
    if len(days) > _MOST_NAMED:
        return str(When(days[0].start, days[-1].end, f"{days[0].start} to {days[-1].end}"))
    said = [str(day) for day in days]
    for shared in (" ".join(said[-1].split()[-count:]) for count in (2, 1)) if said else ():
        if all(each.endswith(f" {shared}") for each in said):
            return f"{listed(each.removesuffix(f' {shared}') for each in said)} {shared}"
    return listed(said)


def _part(part: Part, how: How) -> str:
    if part.name == "stance":
        now = f"now {part.new}" if how is How.CHANGED else part.new
        return now if part.new else f"before {part.old}"
    if how is not How.CHANGED:
        return f"{part.name}: {part.new or part.old}"
    return f"{part.name}: {part.old or 'none'} → {part.new or 'none'}"
