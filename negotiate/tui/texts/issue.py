"""The page of one issue: the question, every position in full, the picture, the reason, replies, history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from negotiate.compare import Pair, Table
from negotiate.model import Issue
from negotiate.report.picture.drawing import picture
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, Block, Para, Span, heading, para
from negotiate.tui.texts.deadlocks import deadlocks_of
from negotiate.tui.texts.detail import between_sentence, target
from negotiate.tui.texts.history import history_blocks
from negotiate.tui.texts.position import position_block
from negotiate.tui.texts.replies import reply_blocks
from negotiate.tui.texts.signs import Sign, between_spans

_TONES = {
    "name": "strong",
    "demand": "accent",
    "accept": "fair",
    "condition": "fair",
    "line": "bad",
    "common": "good",
    "gap": "far",
    "axis": "quiet",
}
"""The tones of pictures as tones of the screen."""


def issue_blocks(
    session: Session, issue: Issue, pair: Pair | None, parties: Sequence[str], sign: Sign, width: int, plain: bool
) -> list[Block]:
    """Everything on record about an issue. ``parties`` in the order of the matrix's columns."""
    assert session.table
    table = session.table
    return [
        _opening(table, issue),
        *_verdicts(session, issue, pair, sign),
        heading("Where they stand"),
        *(_picture(table, issue, parties, width, plain)),
        *deadlocks_of(session, issue, width, plain),
        heading("What each party says"),
        *(position_block(session, issue, party) for party in parties),
        *reply_blocks(session, issue, parties, sign),
        *history_blocks(session, issue, parties),
    ]


def _opening(table: Table, issue: Issue) -> Block:
    paras = [para(Span(issue.title, "title"))]
    if issue.question:
        paras.append(para(issue.question))
    known = [part for part in (issue.group, _kind(issue)) if part]
    paras.append(para(Span(" · ".join(known), "quiet")))
    if issue.meanings:
        paras.append(BLANK)
        paras += [
            para(Span(name, "strong"), Span(f": {meaning}", "quiet"), indent=2, hang=2)
            for name, meaning in issue.meanings.items()
            if meaning
        ]
    if issue.note:
        if issue.meanings:
            paras.append(BLANK)
        paras.append(para(Span(f"Note: {issue.note}", "quiet")))
    return Block(tuple(paras))


def _kind(issue: Issue) -> str:
    kinds = {
        "quantity": "a number",
        "duration": "a length of time",
        "date": "a date",
        "scale": "options in order",
        "choice": "options without order",
        "yes-no": "yes or no",
        "set": "which of several things",
        "sequence": "an order of steps",
        "text": "free text",
    }
    return kinds.get(issue.kind, issue.kind)


def _verdicts(session: Session, issue: Issue, pair: Pair | None, sign: Sign) -> Iterator[Block]:
    """The verdict of the pair with its reason, and that of all together where there are more than two."""
    assert session.table
    table = session.table
    if pair:
        names = " and ".join(table.name(party) for party in pair)
        yield heading("Between ", Span(names, "heading"))
        said = para(between_sentence(table, issue, pair))
        lines = [Para(between_spans(table, issue, pair, sign), hang=2), said]
        yield Block(tuple(lines), target(session, issue, "", pair))
    if pair is None or len(table.joint(issue.id).all) > 2:
        yield heading("All together")
        said = para(between_sentence(table, issue, None))
        yield Block((Para(between_spans(table, issue, None, sign), hang=2), said))


def _picture(table: Table, issue: Issue, parties: Sequence[str], width: int, plain: bool) -> list[Block]:
    lines = picture(table, issue.id, parties, width, ascii_only=plain)
    drawn = (Para(tuple(Span(text, _TONES.get(tone, tone)) for text, tone in line), fixed=True) for line in lines)
    return [Block(tuple(drawn))]
