"""Facts in dispute, or told by one side alone, with each side's version."""

from __future__ import annotations

from negotiate.compare.evidence.disputes import Dispute, disputes
from negotiate.model import Entry, Event
from negotiate.report.markdown.blocks import bullets, heading
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.escape import bold, inline, italic
from negotiate.report.markdown.sections import event
from negotiate.report.markdown.terms import versions
from negotiate.report.wording import ended, listed, rows_title, together


def disputed(desk: Desk) -> list[str]:
    found = disputes(desk.table, [row.id for row in desk.rows], desk.parties)
    lines = dict.fromkeys(f"{_about(desk, each)}{_told(desk, each)}" for each in found)
    lead = "No account is counted over another."
    return [heading(3, "Facts in dispute, or told by one side alone"), lead, bullets(lines)] if lines else []


def _about(desk: Desk, each: Dispute) -> str:
    """The issues that it concerns, rows of one family together."""
    rows = [desk.table.negotiation.issues[issue] for issue in each.issues]
    titles = [rows_title(group) for group in together(rows, lambda row: row.family)]
    return f"{bold(listed(titles))}: " if titles else ""


def _told(desk: Desk, each: Dispute) -> str:
    about = each.about
    if isinstance(about, Event):
        return event(desk, about)
    if isinstance(about, Entry):
        what = f"the position of {desk.name(about.party)}, {inline(str(about.statement.when))}"
    else:
        what = f"{italic(about.title or about.id)}, {inline(str(about.when))}"
    return ended(f"{what}: {versions(desk, each.versions)}", desk.mark(each.citations))
