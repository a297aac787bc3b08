"""The short of it: verdicts counted, the rows where words and terms differ, all side by side."""

from __future__ import annotations

from negotiate.compare import (
    MEANINGS,
    Answer,
    Pair,
    demand_words,
    joint_brief,
    offer_words,
    red_line_words,
    reply_brief,
)
from negotiate.compare.over_time.status import OFF_THE_TABLE, agreed_text, closed, outcome, outcomes, reopened
from negotiate.compare.since import stands_since
from negotiate.model import Issue
from negotiate.report.counting import counted
from negotiate.report.markdown.blocks import table_block
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.escape import cell, inline
from negotiate.report.markdown.sections import Section
from negotiate.report.markdown.verdicts import closed_marked, marked
from negotiate.report.wording import settled_words
from negotiate.terms import Quantity
from negotiate.text.marks import OUTCOMES, VERDICTS

_MEANINGS = {verdict.value: meaning for verdict, meaning in MEANINGS.items()} | OFF_THE_TABLE
_BLANK = "–"
_LEGEND = f"{_BLANK} stands for: no position on record of a party that need not agree."


def counts_table(desk: Desk, pair: Pair, parts: list[Section]) -> str:
    """How often each verdict stands between the two, what it means, and where."""
    counts = outcomes(desk.table, desk.rows, pair)
    rows = [
        (f"{OUTCOMES[word].sign} {word}", str(counts[word]), meaning, _where(desk, pair, parts, word))
        for word, meaning in _MEANINGS.items()
        if counts[word]
    ]
    total = ("**All**", str(counts.total()), "", "")
    return table_block(("Verdict", "Rows", "What it means", "Where"), [*rows, total])


def _where(desk: Desk, pair: Pair, parts: list[Section], word: str) -> str:
    return cell(f"{part.number}. {part.title}" for part in parts if outcome(desk.table, part.rows[0].id, pair) == word)


# --- where what was said and what was computed differ


def disagreements(desk: Desk, pair: Pair, parts: list[Section]) -> str:
    """A table of the rows whose reply and terms point different ways, or nothing."""
    head = ("Issue", "Said in reply", "Computed from the terms", "Reading")
    rows = [row for part in parts for row in _disagreements(desk, pair, part)]
    return table_block(head, rows) if rows else ""


def _disagreements(desk: Desk, pair: Pair, part: Section) -> list[tuple[str, ...]]:
    row, (a, b) = part.rows[0].id, pair
    if closed(desk.table, row, pair):
        return []
    computed = marked(desk.table.relation(row, a, b), desk)
    answers = (desk.table.answer(row, b, a), desk.table.answer(row, a, b))
    return [
        (f"{part.number}. {part.title}", _said(desk, each), computed, each.reading)
        for each in answers
        if each.disagrees
    ]


def _said(desk: Desk, answer: Answer) -> str:
    return inline(reply_brief(answer, desk.table.names)) if answer.response else ""


# --- side by side


def side_by_side(desk: Desk, parts: list[Section]) -> str:
    """Issues down, parties across, the verdict last; a group stands on a line of its own."""
    head = ["Issue", *(desk.name(party) for party in desk.parties)]
    head += [f"Between {desk.name(desk.pair[0])} and {desk.name(desk.pair[1])}"] if desk.pair else []
    head += ["All who must agree"] if _many(desk) else []
    rows, group = list[list[str]](), ""
    for part in parts:
        if part.group and part.group != group:
            rows.append([f"**{inline(part.group)}**", *[""] * (len(head) - 1)])
        group = part.group
        rows.append(_row(desk, part))
    side = table_block(head, rows)
    return f"{side}\n\n{_LEGEND}" if f"| {_BLANK} |" in side else side


def _many(desk: Desk) -> bool:
    return sum(party.must_agree for party in desk.table.parties) > 2


def _row(desk: Desk, part: Section) -> list[str]:
    row = part.rows[0]
    title = cell([f"{part.number}. {part.title}", _unit(row)])
    cells = [title, *(_position(desk, row, party) for party in desk.parties)]
    if desk.pair:
        cells.append(_between(desk, row, desk.pair))
    if _many(desk):
        joint = desk.table.joint(row.id)
        cells.append(f"{VERDICTS[joint.verdict.value].sign} {inline(joint_brief(joint))}")
    return cells


def _unit(row: Issue) -> str:
    unit = row.domain.unit if isinstance(row.domain, Quantity) else ""
    return f"in {inline(unit)}" if unit else ""


def _position(desk: Desk, row: Issue, party: str) -> str:
    position, issues = desk.table.position(party, row.id), desk.table.negotiation.issues
    if position.is_blank and not desk.table.negotiation.parties[party].must_agree:
        return _BLANK
    lines = [inline(demand_words(position, issues))]
    if not position.unread:
        lines += [f"would accept: {inline(offer_words(offer, issues))}" for offer in position.accepts]
        if since := stands_since(desk.table, position):
            lines.insert(1 if position.demand else 2, f"since {since}")
        if position.red_line:
            lines.append(f"rules out: {inline(red_line_words(position.red_line, issues))}")
    return cell(lines)


def _between(desk: Desk, row: Issue, pair: Pair) -> str:
    a, b = pair
    if event := closed(desk.table, row.id, pair):
        return closed_marked(desk, event)
    replies = [desk.table.answer(row.id, by, to) for by, to in ((b, a), (a, b))]
    flag = "**re-opened**" if reopened(desk.table, row.id, pair) else ""
    verdict = marked(desk.table.relation(row.id, a, b), desk)
    return cell([verdict, flag, _agreed(desk, row, pair), *(_said(desk, each) for each in replies)])


def _agreed(desk: Desk, row: Issue, pair: Pair) -> str:
    """What the two are said to have agreed, which their terms need not show."""
    found = agreed_text(desk.table, row.id, pair)
    return inline(f"said to be agreed: {settled_words(desk.table, found[1])}") if found else ""


def rows_words(desk: Desk) -> str:
    """ "26 issues", or "26 issues (40 rows, ...)" where some are asked of several regions."""
    families = len({row.family for row in desk.rows})
    issues = counted(families, "issue")
    if families == len(desk.rows):
        return issues
    return f"{issues} ({counted(len(desk.rows), 'row')}: one asked of several items has a row for each)"
