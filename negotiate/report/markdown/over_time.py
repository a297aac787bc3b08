"""The rounds in the document: a table of issues by rounds, each issue in a sentence, the ledger, what moved."""

from __future__ import annotations

from negotiate.compare.over_time.ledger import Ledger
from negotiate.compare.over_time.status import MEANINGS, Status
from negotiate.compare.over_time.track import Point
from negotiate.model import Issue
from negotiate.report.counting import counted
from negotiate.report.markdown.blocks import bullets, heading, table_block
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.escape import bold, cell, inline
from negotiate.report.markdown.over_time_steps import steps
from negotiate.report.markdown.timeline import Timeline, sign
from negotiate.report.moment_words import up_to
from negotiate.report.wording import rows_title, together
from negotiate.text.marks import STATUSES

_LEAD = (
    "Each round is read as of its last day: nothing that was said later counts there. A share is that of the first "
    "distance on record. **Re-opened** is what the two could have settled before, or had agreed, and where "
    "they are apart again."
)
_SIGNS = (
    "The last column has a sign for each round: {0} for how far apart they were ({1} is the largest distance of the "
    "row), else the sign of the verdict or of where the issue stood."
)
_BARS = {True: ("a digit", "9"), False: ("a bar", "the full bar")}


def over_time(desk: Desk, plain: bool) -> list[str]:
    """Nothing without two parties; ``plain`` draws the bars in ASCII."""
    if not desk.pair or not desk.rows:
        return []
    found = Timeline(desk.table, desk.pair, desk.rows, desk.parties)
    if not found.history.moments:
        return []
    a, b = map(desk.name, desk.pair)
    return [
        heading(2, f"Over the rounds: {a} and {b}"),
        _LEAD,
        _table(found, plain),
        _SIGNS.format(*_BARS[plain]),
        heading(3, "In a sentence each"),
        bullets(_stories(found)),
        heading(3, "Where the issues stand, round by round"),
        _ledger(found, found.ledger, plain),
        *(["**All who must agree together**", _ledger(found, found.everybody, plain)] if found.everybody else []),
        *steps(desk, found),
    ]


def _table(found: Timeline, plain: bool) -> str:
    days = [up_to(moment) for moment in found.history.moments]
    head = ["Issue", *(cell(map(inline, pair)) for pair in zip(found.names, days, strict=True)), "Distance"]
    groups = together(found.rows, lambda row: tuple(_cells(found, row, plain)))
    return table_block(head, [[inline(rows_title(rows)), *_cells(found, rows[0], plain)] for rows in groups])


def _cells(found: Timeline, row: Issue, plain: bool) -> list[str]:
    """One for each moment, and the signs of all of them."""
    return [*(_cell(found, point, plain) for point in found.track(row.id).points), f"`{found.spark(row.id, plain)}`"]


def _cell(found: Timeline, point: Point, plain: bool) -> str:
    reopened = "**re-opened**" if point.status is Status.REOPENED else ""
    return cell([reopened, f"{'' if plain else sign(point) + ' '}{inline(found.standing(point))}"])


def _stories(found: Timeline) -> list[str]:
    groups = together(found.rows, lambda row: found.story(row.id))
    told = [(rows, found.story(rows[0].id)) for rows in groups]
    return [f"{bold(rows_title(rows))}: {inline(said)}" for rows, said in told if said]


def _sign(status: Status, plain: bool) -> str:
    shown = STATUSES[status.value].shown(plain)
    return f"{f'`{shown}`' if plain else shown} {status.value}"


def _ledger(found: Timeline, ledger: Ledger, plain: bool) -> str:
    """Every issue has one status in each round, so each column adds up to all of them."""
    counts = [ledger.counts(at) for at in range(len(found.names))]
    rows = [
        [_sign(each, plain), MEANINGS[each], *(str(count[each]) for count in counts)]
        for each in Status
        if any(count[each] for count in counts)
    ]
    total = [f"**All {counted(len(found.rows), 'row')}**", "", *(str(count.total()) for count in counts)]
    return table_block(["Where it stands", "What it means", *map(inline, found.names)], [*rows, total])
