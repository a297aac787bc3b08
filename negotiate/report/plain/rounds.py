"""The rounds in plain text: one issue line by line, or all of them with the ledger."""

from __future__ import annotations

from collections.abc import Sequence

from negotiate.compare import Pair, Table
from negotiate.compare.over_time.ledger import Movement
from negotiate.compare.over_time.status import Status
from negotiate.compare.over_time.track import Point
from negotiate.model import Issue
from negotiate.report.counting import counted
from negotiate.report.diff.words import Tale
from negotiate.report.markdown.timeline import Timeline, sign
from negotiate.report.moment_words import up_to
from negotiate.report.moved_words import moved
from negotiate.report.plain.comparison import head, position_words
from negotiate.report.plain.pen import Pen
from negotiate.report.why import why
from negotiate.report.wording import capital, listed, rows_title, together
from negotiate.text.marks import STATUSES, VERDICTS


def issue_rounds(table: Table, issue: Issue, width: int = 80, *, ascii_only: bool = False, colour: bool = False) -> str:
    """The history of one issue up to the table: the opening pair round by round, the other pairs in a sentence."""
    pen = Pen(width, ascii_only, colour)
    head(pen, table)
    pen.gap()
    pen.write(f"{issue.title}  [{issue.id}]", tone="title")
    told = [pair for n, pair in enumerate(table.pairs()) if n == 0 or all(_spoke(table, each, issue) for each in pair)]
    for pair in told:
        _pair(pen, table, issue, pair, in_full=pair is told[0])
    if not told:
        pen.write("Two parties are needed to compare.")
    return pen.text()


def _spoke(table: Table, party: str, issue: Issue) -> bool:
    """Whether the party ever said anything on the issue up to then."""
    return bool(table.entries(party, issue.id))


def _pair(pen: Pen, table: Table, issue: Issue, pair: Pair, in_full: bool) -> None:
    found = Timeline(table, pair, (issue,), pair)
    said = found.story(issue.id)
    pen.heading(listed(table.name(party) for party in pair))
    pen.write(capital(said) if said else "Nothing was said on it.")
    if in_full and said:
        pen.gap()
        for at, point in enumerate(found.track(issue.id).points):
            _point(pen, found, issue, at, point)


def _point(pen: Pen, found: Timeline, issue: Issue, at: int, point: Point) -> None:
    bar = found.spark(issue.id, pen.ascii_only)[at]
    bar = f"[{bar}]" if pen.ascii_only else bar  # "9 March 2031" would be a day
    flag = "re-opened: " if point.status is Status.REOPENED else ""
    said = f"{bar} {found.names[at]}: {flag}{sign(point, pen.ascii_only)} {found.standing(point)}"
    pen.write(said, 2, VERDICTS[point.relation.verdict.value].tone)
    if at:
        _moves(pen, found.told(at), titled=False)
        _written(pen, found, at)
    else:
        for party in found.pair:
            position = found.table(at).position(party, issue.id)
            pen.write(f"{found.table(at).name(party)}: {position_words(found.table(at), position)}", 6)


def _written(pen: Pen, found: Timeline, at: int) -> None:
    """What changed its status without a move of one of them."""
    for movement in found.ledger.movements(at - 1, at):
        cause = movement.cause
        if cause.agreed or cause.event or cause.lapsed:
            pen.write(_became(found, at, movement), 6, STATUSES[movement.after.value].tone)


def _moves(pen: Pen, tale: Tale, titled: bool) -> None:
    for told in tale.positions():
        when, what = moved(tale, told)
        about = [told.title] if titled else []
        who = ", ".join([*about, *([when] if when else []), tale.party(told.change.party)])
        pen.write(f"{who}: {what}", 6)
        for sentence in tale.moves(told.change):
            pen.write(sentence.said, 8)


# --- all issues


def all_rounds(
    table: Table, issues: Sequence[Issue], width: int = 80, *, ascii_only: bool = False, colour: bool = False
) -> str:
    """The rounds by name, how many issues stand where in each, what moved between them, each issue in a sentence."""
    pen = Pen(width, ascii_only, colour)
    head(pen, table)
    pair = table.pair
    if pair[0] == pair[1]:
        pen.write("Two parties are needed to compare.")
        return pen.text()
    found = Timeline(table, pair, tuple(issues), tuple(table.names))
    pen.write(f"{listed(table.name(party) for party in pair)}, {counted(len(issues), 'issue')}.")
    for at in range(len(found.names)):
        _round(pen, found, at)
    _stories(pen, found)
    return pen.text()


def _round(pen: Pen, found: Timeline, at: int) -> None:
    """The counts add up; each row that moved is named with the reason."""
    pen.heading(found.names[at])
    moment = found.history.moments[at]
    said = [f"--as-of {moment.round.id}" if moment.round else "", up_to(moment)]
    pen.write(", ".join(each for each in said if each), tone="quiet")
    for line in found.ledger.balance(at - 1, at) if at else found.ledger.balance(at, at):
        mark = STATUSES[line.status.value]
        flow = f" ({line.before} before, {line.came} came in, {line.went} went out)" if line.came or line.went else ""
        pen.write(f"{line.after} {mark.shown(pen.ascii_only)} {line.status.value}{flow}", 2, mark.tone)
    if at:
        _step(pen, found, at)


def _step(pen: Pen, found: Timeline, at: int) -> None:
    pen.gap()
    known = {each.issue.id: each for each in found.ledger.movements(at - 1, at)}
    for rows in together((each.issue for each in known.values()), lambda row: _became(found, at, known[row.id])):
        tone = "bad" if known[rows[0].id].after is Status.REOPENED else ""
        pen.write(f"{rows_title(rows)}: {_became(found, at, known[rows[0].id])}", 2, tone)
    if (tale := found.told(at)).positions():
        pen.gap()
        pen.write("Who moved, and towards whom", 2, "name")
        _moves(pen, tale, titled=True)


def _became(found: Timeline, at: int, movement: Movement) -> str:
    return f"{movement.before.value} → {movement.after.value}. {why(found.table(at), movement)}"


def _stories(pen: Pen, found: Timeline) -> None:
    pen.heading("Each issue, a sign for each round")
    for rows in together(found.rows, lambda row: (found.story(row.id), found.spark(row.id))):
        story = found.story(rows[0].id) or "nothing was said on it."
        pen.write(f"{found.spark(rows[0].id, pen.ascii_only)} {rows_title(rows)}: {story}")
