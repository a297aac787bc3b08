"""Which cells of the table are empty, and the different ways in which a party says nothing."""

from __future__ import annotations

from collections import Counter

from negotiate.compare.evidence.coverage import MEANINGS, Cover, cover
from negotiate.report.counting import counted
from negotiate.report.markdown.blocks import bullets, heading, table_block
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.escape import inline
from negotiate.report.wording import capital, rows_title, together


def coverage(desk: Desk) -> list[str]:
    """A row for each party: how many cells hold what; then those that say nothing, by name."""
    counts = {party: Counter(cover(desk.table.position(party, row.id)) for row in desk.rows) for party in desk.parties}
    known = [each for each in Cover if any(count[each] for count in counts.values())]
    head = ["Party", *(inline(each.value) for each in known), "All"]
    rows = [
        [desk.name(party), *(str(count[each]) for each in known), str(count.total())] for party, count in counts.items()
    ]
    lines = [line for each in known if each.says_nothing and (line := _silent(desk, each))]
    lead = f"What each party has on record on the {counted(len(desk.rows), 'row')}:"
    return [heading(3, "What is on record"), lead, table_block(head, rows), bullets(lines) if lines else ""]


def _silent(desk: Desk, kind: Cover) -> str:
    """Of a host or an author of drafts nobody expects a position."""
    told = []
    for party in desk.parties:
        if kind is Cover.MISSING and not desk.table.negotiation.parties[party].must_agree:
            continue
        rows = [row for row in desk.rows if cover(desk.table.position(party, row.id)) is kind]
        titles = (inline(rows_title(group)) for group in together(rows, lambda row: row.family))
        if rows:
            whole = len(rows) == len(desk.rows) > 1
            told.append(f"{desk.name(party)}: {'every issue here' if whole else '; '.join(titles)}")
    said = ". ".join(told)
    return f"**{capital(kind.value)}** ({MEANINGS[kind]}). {said}." if told else ""
