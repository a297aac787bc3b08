"""The rounds on the screen: where the issues stood in each and why they moved, then each issue in a line."""

from __future__ import annotations

from collections.abc import Iterator

from negotiate.compare import AsOf, Pair
from negotiate.compare.over_time.history import History
from negotiate.compare.over_time.ledger import Balance, Movement
from negotiate.compare.over_time.status import Status
from negotiate.compare.over_time.track import Point
from negotiate.report.counting import counted
from negotiate.report.markdown.timeline import Timeline
from negotiate.report.moment_words import up_to
from negotiate.report.moved_words import moved
from negotiate.report.why import why
from negotiate.report.wording import capital, listed, rows_title, together
from negotiate.text.marks import STATUSES, VERDICTS
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, Block, Line, Para, Span, Target, heading, para


def round_blocks(session: Session, pair: Pair, plain: bool) -> list[Block]:
    """Newest first, as a reader asks; the counts of a round are those before it, with what came in and went out."""
    assert session.table
    table = session.table
    if pair[0] == pair[1]:
        return [Block((para("Two parties are needed to compare rounds."),))]
    history = History(table.negotiation, memory=table.memory)
    found = (
        Timeline(history.table(history.moments[-1]), pair, table.issues, tuple(table.names))
        if history.moments
        else None
    )
    if found is None:
        return [Block((para("Nothing has been said yet, so there is no round to look at."),))]
    steps = [block for at in reversed(range(len(found.names))) for block in _round(session, found, at, plain)]
    return [_opening(found), *_issues(found, plain), *steps]


def _opening(found: Timeline) -> Block:
    said = f"{counted(len(found.names), 'round')}, {counted(len(found.rows), 'issue')}."
    lines = [
        para(said, " Each round is read as of its last day."),
        para(
            Span("enter", "key"), Span(" on a round shows the table as of then, on an issue the issue.  ", "quiet"),
            Span("tab", "key"), Span(" goes to the next part.", "quiet"),
        ),
    ]  # fmt: skip
    return Block(tuple(lines))


# --- each issue in a line


def _issues(found: Timeline, plain: bool) -> Iterator[Block]:
    yield heading("Each issue over the rounds", Span("  a sign for each round, oldest first", "quiet"))
    bars = "a digit for how far apart, 9 the farthest" if plain else "a bar for how far apart, full the farthest"
    yield Block((para(Span(f"{bars}; else the verdict, or where the issue stood: ? explains the signs", "quiet")),))
    spoken = [row for row in found.rows if found.story(row.id)]
    for rows in together(spoken, lambda row: (found.story(row.id), found.spark(row.id))):
        points, signs = found.track(rows[0].id).points, found.spark(rows[0].id, plain)
        spark = (Span(sign, _tone(point)) for sign, point in zip(signs, points, strict=True))
        line = Para((*spark, Span("\u2007\u2007"), Span(rows_title(rows), "strong")), hang=2)
        yield Block(
            (line, para(capital(found.story(rows[0].id)), indent=2)), Target(rows[0].place, rows[0].title, rows[0].id)
        )
    silent = len(found.rows) - len(spoken)
    if silent:
        yield Block(
            (
                para(
                    Span(f"Nothing was said on {counted(silent, 'other issue')}.", "quiet"),
                ),
            )
        )


def _tone(point: Point) -> str:
    """A gap and a clash keep their colours, however far apart they are."""
    if point.status is Status.APART:
        return VERDICTS[point.relation.verdict.value].tone
    return STATUSES[point.status.value].tone


# --- round by round


def _round(session: Session, found: Timeline, at: int, plain: bool) -> Iterator[Block]:
    moment = found.history.moments[at]
    now = session.table is not None and session.table.as_of == moment
    yield heading(found.names[at], Span("\u2007\u2007" + _where(found, moment), "quiet"))
    shown = Span("shown now" if now else "enter shows it", "accent" if now else "quiet")
    place = moment.round.place if moment.round else None
    balance = found.ledger.balance(at - 1, at) if at else found.ledger.balance(at, at)
    lines = [para(shown), *(_count(each, plain) for each in balance)]
    yield Block(tuple(lines), Target(place, found.names[at], moment))
    if at:
        yield from _movements(found, at, plain)
        yield from _moves(found, at)


def _where(found: Timeline, moment: AsOf) -> str:
    meeting = moment.round
    if meeting is None:
        return up_to(moment)
    names = found.table(-1).names
    present = [names.get(party, party) for party in meeting.present]
    said = [
        meeting.venue,
        f"host: {meeting.host}" if meeting.host else "",
        f"present: {listed(present)}" if present else "",
    ]
    return "; ".join([*(each for each in said if each), up_to(moment)])


def _count(line: Balance, plain: bool) -> Para:
    sign = STATUSES[line.status.value]
    flow = (
        f"\u2007\u2007{line.before} before, {line.came} came in, {line.went} went out" if line.came or line.went else ""
    )
    spans = (
        Span(f"{line.after:>4} "),
        Span(f"{sign.shown(plain)} {line.status.value}", sign.tone),
        Span(flow, "quiet"),
    )
    return Para(spans, hang=6, fixed=True)


def _movements(found: Timeline, at: int, plain: bool) -> Iterator[Block]:
    for movement in found.ledger.movements(at - 1, at):
        yield _movement(found, at, movement, plain)


def _movement(found: Timeline, at: int, movement: Movement, plain: bool) -> Block:
    to = STATUSES[movement.after.value]
    spans: Line = (
        Span(f"{rows_title([movement.issue])}: ", "strong"),
        Span(f"{movement.before.value} {'->' if plain else '→'} ", "quiet"),
        Span(f"{to.shown(plain)} {movement.after.value}", to.tone),
    )
    lines = [Para(spans, indent=2, hang=2)]
    if said := why(found.table(at), movement):
        lines.append(para(said, indent=4))
    return Block(tuple(lines), Target(movement.issue.place, movement.issue.title, movement.issue.id))


def _moves(found: Timeline, at: int) -> Iterator[Block]:
    tale = found.told(at)
    positions = tale.positions()
    if positions:
        yield Block((BLANK, para(Span("Who moved, and towards whom", "strong"), indent=2)))
    for told in positions:
        change = told.change
        when, what = moved(tale, told)
        head = para(
            Span(f"{told.title}, {tale.party(change.party)}", "accent"),
            Span(f", {when}" if when else "", "quiet"),
            indent=2,
        )
        lines = [
            head,
            para(what, indent=4),
            *(para(Span(each.said, "quiet"), indent=4) for each in tale.moves(change)),
        ]
        yield Block(tuple(lines), Target(None, told.title, change.issue))
