"""How sure it is: what positions and verdicts rest on, which verdicts flip without weak claims, facts in dispute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from negotiate.compare import Position
from negotiate.compare.evidence.doubt import Doubt, doubts
from negotiate.compare.evidence.evidence import Support, position_support, support_counts, verdict_support
from negotiate.model import Issue
from negotiate.report.claim_words import claim_words
from negotiate.report.counting import counted
from negotiate.report.markdown.blocks import heading, table_block
from negotiate.report.markdown.coverage import coverage
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.disputed import disputed
from negotiate.report.markdown.escape import cell, inline
from negotiate.report.markdown.replies import replies_in_short
from negotiate.report.markdown.verdicts import marked
from negotiate.report.wording import capital, listed, rows_title, support_words, together

_LEAD = (
    "A claim is as good as the best of its sources, a position as weak as the weakest of its claims, a verdict as weak "
    "as the weaker of its two positions."
)
_FLOORS = (Support.B, Support.C)
_WEAK = (Support.C, Support.D, Support.NO_GRADE, Support.NO_SOURCE)
"""Those of which the positions are named."""


def rests_on(desk: Desk) -> str:
    """How many of the positions rest on what, in a sentence; nothing where nothing is on record."""
    counts = support_counts(_positions(desk), desk.table.negotiation.sources)
    if not counts:
        return ""
    (best, number), *rest = [(support_words(each), counts[each]) for each in Support if counts[each]]
    first = f"{best} for {number} of {counted(counts.total(), 'position')} on record here"
    said = listed([first, *(f"{words} for {number}" for words, number in rest)])
    return f"**What it rests on**: {said}; each counts at its weakest (see “How sure?”)."


def how_sure(desk: Desk) -> list[str]:
    if not desk.rows:
        return []
    return [
        heading(2, "How sure?"),
        _LEAD,
        _grades(desk),
        *_without_weak(desk),
        *replies_in_short(desk),
        *disputed(desk),
        *coverage(desk),
    ]


def _positions(desk: Desk) -> Iterator[Position]:
    return (desk.table.position(party, row.id) for row in desk.rows for party in desk.parties)


# --- what rests on what


def _grades(desk: Desk) -> str:
    """Counts of positions, and of the verdicts on the pair where there is one; the weak positions by name."""
    sources, pair = desk.table.negotiation.sources, desk.pair
    positions = support_counts(_positions(desk), sources)
    relations = [desk.table.relation(row.id, *pair) for row in desk.rows] if pair else []
    verdicts = Counter(verdict_support(each, sources) for each in relations)
    rows = [
        [capital(support_words(each)), str(positions[each]), str(verdicts[each]), _weak(desk, each)]
        for each in Support
        if positions[each] or verdicts[each]
    ]
    if verdicts[None]:
        rows.append(["Nothing on record", "", str(verdicts[None]), ""])
    rows.append(["**All**", str(positions.total()), str(verdicts.total()), ""])
    if not pair:
        return table_block([_RESTS_ON, "Positions", "Which positions"], [[*row[:2], row[3]] for row in rows])
    return table_block([_RESTS_ON, "Positions", f"Verdicts between {desk.names(pair)}", "Which positions"], rows)


_RESTS_ON = "At its weakest it rests on"


def _weak(desk: Desk, support: Support) -> str:
    """The positions by party, where they are weak."""
    if support not in _WEAK:
        return ""
    sources = desk.table.negotiation.sources
    found = {
        party: [row for row in desk.rows if position_support(desk.table.position(party, row.id), sources) is support]
        for party in desk.parties
    }
    return cell(f"{desk.name(party)}: {titles(rows)}" for party, rows in found.items() if rows)


def titles(rows: list[Issue]) -> str:
    return "; ".join(inline(rows_title(group)) for group in together(rows, lambda row: row.family))


# --- without weak claims


_HEAD = ("Issue", "With all claims", "Without the weaker ones", "What makes the difference")


def _without_weak(desk: Desk) -> Iterator[str]:
    """A table for each grade, unless it says the same as the one before."""
    before = list[list[str]]()
    for floor in _FLOORS if desk.pair else ():
        assert desk.pair
        found = doubts(desk.table, floor, desk.pair, [row.id for row in desk.rows])
        rows = [_doubt(desk, group) for group in _together(desk, found)]
        yield heading(3, f"Without claims below {floor.value}")
        yield "The same as above." if rows and rows == before else _flips(desk, len(found))
        if rows and rows != before:
            yield table_block(_HEAD, rows)
        before = rows


def _flips(desk: Desk, number: int) -> str:
    of = counted(len(desk.rows), "verdict")
    if not number:
        return f"Not one of the {of} would be another one."
    return f"{number} of the {of} would be another one. Claims without a grade or a source are left out too."


def _together(desk: Desk, found: list[Doubt]) -> list[tuple[tuple[Issue, ...], Doubt]]:
    known = {each.issue.id: each for each in found}
    groups = together((each.issue for each in found), lambda row: tuple(_said(desk, known[row.id])))
    return [(rows, known[rows[0].id]) for rows in groups]


def _doubt(desk: Desk, group: tuple[tuple[Issue, ...], Doubt]) -> list[str]:
    rows, doubt = group
    return [inline(rows_title(rows)), *_said(desk, doubt)]


def _said(desk: Desk, doubt: Doubt) -> list[str]:
    claims = cell(f"{inline(claim_words(desk.table, each))}{desk.mark(each.citations)}" for each in doubt.claims)
    return [marked(doubt.before, desk), marked(doubt.after, desk), claims]
