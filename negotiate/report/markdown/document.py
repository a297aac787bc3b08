"""The Markdown document: what the parties want, what they replied, how it compares, and on what it rests.

The same table gives the same bytes: no date of generation, no path of a machine, no set is walked through.
"""

from __future__ import annotations

from collections.abc import Sequence

from negotiate.compare import Table
from negotiate.files.problems import Problem
from negotiate.report.counting import counted
from negotiate.report.markdown.blocks import bullets, document, heading
from negotiate.report.markdown.cautions import cautions
from negotiate.report.markdown.deadlocks import deadlocks_blocks
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.footnotes import Footnotes, sources_table
from negotiate.report.markdown.glossary import glossary
from negotiate.report.markdown.lead import how_to_read, meetings, not_read, opening, who
from negotiate.report.markdown.over_time import over_time
from negotiate.report.markdown.replies import paper_replies
from negotiate.report.markdown.sections import Section, event, section_blocks, sections
from negotiate.report.markdown.statements import statements
from negotiate.report.markdown.summary import counts_table, disagreements, side_by_side
from negotiate.report.markdown.sure import how_sure
from negotiate.report.select import select_issues, select_parties


def markdown(
    table: Table,
    *,
    parties: Sequence[str] | None = None,
    issues: Sequence[str] | None = None,
    only: Sequence[str] | None = None,
    problems: Sequence[Problem] = (),
    rounds: bool = False,
    ascii_only: bool = False,
) -> str:
    """The document on the ``parties`` and ``issues`` asked for, ``only`` with certain verdicts; with ``rounds`` what
    led up to it, whose bars are digits where ``ascii_only``.

    Raises UnknownName for an id or verdict that there is not.
    """
    chosen = select_parties(table, parties)
    rows = select_issues(table, issues, only, chosen)
    desk = Desk(table, rows, chosen, Footnotes(table.negotiation.sources))
    text = document([*_front(desk, problems), *_middle(desk, over_time(desk, ascii_only) if rounds else [])])
    return document([text.rstrip("\n"), *_sources(desk, text)])


def _front(desk: Desk, problems: Sequence[Problem]) -> list[str]:
    return [*opening(desk), *not_read(desk, problems), *how_to_read()]


def _middle(desk: Desk, over_rounds: list[str]) -> list[str]:
    parts = sections(desk)
    return [
        *_summary(desk, parts),
        *([heading(2, "Side by side"), side_by_side(desk, parts)] if parts else ["No issue was chosen."]),
        *deadlocks_blocks(desk),
        *how_sure(desk),
        *over_rounds,
        *who(desk),
        *meetings(desk),
        *statements(desk),
        *_titled("Replies to whole papers", paper_replies(desk)),
        *_titled("Issue by issue", section_blocks(parts)),
        *_titled("What else happened", _other_events(desk)),
        *cautions(desk, parts),
        *glossary(desk),
    ]


def _titled(title: str, blocks: list[str]) -> list[str]:
    return [heading(2, title), *blocks] if blocks else []


def _summary(desk: Desk, parts: list[Section]) -> list[str]:
    if not desk.pair or not parts:
        return []
    title = f"In short: {desk.name(desk.pair[0])} and {desk.name(desk.pair[1])}"
    differ = disagreements(desk, desk.pair, parts)
    note = [heading(3, "Where the words and the terms point different ways"), differ] if differ else []
    return [heading(2, title), counts_table(desk, desk.pair, parts), *note]


def _other_events(desk: Desk) -> list[str]:
    """Those that concern no single issue."""
    general = [each for each in desk.table.events() if not each.issues]
    return [bullets(event(desk, each) for each in general)] if general else []


def _sources(desk: Desk, text: str) -> list[str]:
    used = desk.notes.sources
    left = len(desk.table.negotiation.sources) - len(used)
    unused = f"{counted(left, 'further source')} in the files: not cited above." if left else ""
    if not used and not unused:
        return []
    listing = [sources_table(used)] if used else ["Nothing above cites a source."]
    return [heading(2, "Sources"), *listing, unused, *desk.notes.definitions(text)]
