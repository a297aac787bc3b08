"""The papers and statements that the positions come from, in order of date."""

from __future__ import annotations

from negotiate.model import Paper, Statement
from negotiate.report.markdown.blocks import bullets, heading
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.escape import inline, italic
from negotiate.report.wording import ended


def statements(desk: Desk) -> list[str]:
    lines = [*_own(desk), *_joint(desk)]
    ordered = [line for _, line in sorted(lines, key=lambda dated: dated[0])]
    return [heading(2, "Papers and statements"), bullets(ordered)] if ordered else []


def _own(desk: Desk) -> list[tuple[str, str]]:
    """Those of one party: with the day that they are sorted by."""
    positions = [desk.table.position(party, row.id) for party in desk.parties for row in desk.rows]
    entries = [entry for position in positions for entry in (*position.entries, *position.remarks)]
    own = [entry.statement for entry in entries if not entry.statement.paper]
    return list(dict.fromkeys((each.when.start.isoformat(), _statement(desk, each)) for each in own))


def _statement(desk: Desk, each: Statement) -> str:
    origin = desk.origin(each, dated=False)
    said = f"{inline(str(each.when))}, {desk.name(each.party)}{f': {origin}' if origin else ''}"
    remark = " Shown, not counted." if each.remark else ""
    return f"{said}{desk.mark(each.citations)}.{remark}{_note(each.note)}"


def _note(note: str) -> str:
    return f" Note: {ended(inline(note))}" if note else ""


def _joint(desk: Desk) -> list[tuple[str, str]]:
    papers = [paper for paper in desk.papers() if set(paper.of) & set(desk.parties)]
    return [(paper.when.start.isoformat(), _paper(desk, paper)) for paper in papers]


def _paper(desk: Desk, paper: Paper) -> str:
    kind = "agreed" if paper.agreed else "a joint text, so a position of each"
    title = italic(paper.title or paper.id)
    mark = desk.mark(paper.citations)
    return f"{inline(str(paper.when))}, {desk.names(paper.of)}: {title}{mark} ({kind}).{_note(paper.note)}"
