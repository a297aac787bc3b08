"""Two parties in dialogue: demand, reply, counter-demand, reply, issue by issue."""

from __future__ import annotations

from collections.abc import Iterator

from negotiate.compare import Answer, Basis, Pair, Table
from negotiate.compare.over_time.status import closed
from negotiate.model import Issue
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, Block, Para, Span, Target, heading, para
from negotiate.tui.texts.cells import over_line, party_cell
from negotiate.tui.texts.detail import target
from negotiate.tui.texts.heading import counts_words
from negotiate.tui.texts.replies import document_blocks
from negotiate.tui.texts.signs import Sign, answer_spans, between_spans


def pair_blocks(session: Session, pair: Pair, sign: Sign) -> list[Block]:
    """The rows where words and terms disagree first, then the replies to whole papers, then every issue."""
    assert session.table
    table = session.table
    counts = Para(counts_words(table, pair, sign), hang=2)
    return [
        Block((counts,)),
        *_disagreements(session, pair, sign),
        *document_blocks(session, pair, sign),
        *_issues(session, pair, sign),
    ]


def _disagreements(session: Session, pair: Pair, sign: Sign) -> Iterator[Block]:
    assert session.table
    table = session.table
    found = [
        (issue, answer)
        for issue in table.issues
        for answer in (table.answer(issue.id, *reversed(pair)), table.answer(issue.id, *pair))
        if answer.disagrees and answer.basis is not Basis.COUNTER_TEXT
    ]
    if not found:
        return
    yield heading("Where words and terms disagree")
    for issue, answer in found:
        said = Para(
            (
                Span(f"{issue.title}: ", "strong"),
                *answer_spans(answer, table.names, sign),
                Span(f": {answer.reading}", "alert"),
            ),
            hang=2,
        )
        yield Block((said,), _target(session, issue, pair))


def _issues(session: Session, pair: Pair, sign: Sign) -> Iterator[Block]:
    assert session.table
    group = None
    for issue in session.table.issues:
        if issue.group != group or group is None:
            group = issue.group
            yield heading(group or "Issue by issue")
        yield _issue(session, issue, pair, sign)


def _issue(session: Session, issue: Issue, pair: Pair, sign: Sign) -> Block:
    """One exchange: each demand and under it what the other answered."""
    assert session.table
    table = session.table
    between = between_spans(table, issue, pair, sign)
    paras = [Para((Span(issue.title, "title"), Span("\u2007\u2007"), *between), hang=2)]
    if not closed(table, issue.id, pair):
        relation = table.relation(issue.id, *pair)
        paras += [para(Span(f"! {said}", "alert"), indent=2) for said in over_line(table, relation)]
    for party, other in (pair, (pair[1], pair[0])):
        paras += _side(table, issue, party, table.answer(issue.id, other, party), sign)
    return Block((*paras, BLANK), _target(session, issue, pair))


def _side(table: Table, issue: Issue, party: str, answer: Answer, sign: Sign) -> Iterator[Para]:
    first, *rest = party_cell(table, party, issue.id)
    yield Para((Span(f"{table.name(party)}: ", "accent"), *first.spans), indent=2, hang=2)
    for each in rest:
        yield each._replace(indent=4)
    said = answer_spans(answer, table.names, sign)
    if not said or answer.basis is Basis.COUNTER_TEXT:
        return
    yield Para(said, indent=6, hang=2)
    if answer.response and answer.response.quote:
        yield para(Span(f"“{answer.response.quote}”", "quiet"), indent=8)
    if answer.basis is Basis.STATED:
        yield para(Span(answer.reading, "alert" if answer.disagrees else "quiet"), indent=8)


def _target(session: Session, issue: Issue, pair: Pair) -> Target:
    return target(session, issue, "", pair)
