"""The page of one issue: the question, every position in full, the picture, the reason, replies, history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from negotiate.compare import Pair, Position, Table, demand_words, offer_words, red_line_words
from negotiate.model import Issue, Offer, RedLine
from negotiate.report.picture import picture
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, Block, Line, Para, Span, heading, para
from negotiate.tui.texts.cells import earlier
from negotiate.tui.texts.detail import joint_sentence, parts_of, target
from negotiate.tui.texts.history import history_blocks
from negotiate.tui.texts.replies import reply_blocks
from negotiate.tui.texts.signs import Sign, between_spans, joint_spans
from negotiate.tui.texts.sourcing import citation_paras, said_by, sources_of

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
        reason = table.reason(issue.id, *pair)
        lines = [Para(between_spans(table, issue, pair, sign), hang=2), para(reason.sentence)]
        yield Block(tuple(lines), target(session, issue, "", pair))
    joint = table.joint(issue.id)
    if pair is None or len(joint.all) > 2:
        yield heading("All together")
        yield Block((Para(joint_spans(joint, sign), hang=2), para(joint_sentence(table, joint))))


def _picture(table: Table, issue: Issue, parties: Sequence[str], width: int, plain: bool) -> list[Block]:
    lines = picture(table, issue.id, parties, width, ascii_only=plain)
    drawn = (Para(tuple(Span(text, _TONES.get(tone, tone)) for text, tone in line), fixed=True) for line in lines)
    return [Block(tuple(drawn))]


# --- positions


def position_block(session: Session, issue: Issue, party: str) -> Block:
    """Demand, acceptances, conditions, red line, salience, quotations, sources."""
    assert session.table
    table = session.table
    position = table.position(party, issue.id)
    place = position.place
    right: Line = (Span(session.shown(place), "quiet"),) if place else ()
    name = [Span(table.name(party), "strong")]
    salience = _salience(table, party, issue)
    if salience is not None:
        name.append(Span(f"\u2007\u2007\u2007salience {salience} of 100, the editor's estimate", "quiet"))
    paras = [Para(tuple(name), right=right), *_stated(table, position), BLANK]
    return Block(tuple(paras), target(session, issue, party, None))


def _salience(table: Table, party: str, issue: Issue) -> int | None:
    estimates = table.negotiation.estimates.get(party)
    if estimates is None:
        return None
    return estimates.salience.get(issue.id, estimates.salience.get(issue.family))


def _stated(table: Table, position: Position) -> Iterator[Para]:
    issues = table.negotiation.issues
    if position.unread or not position.offers:
        tone = "alert" if position.unread else "quiet"
        yield para(Span(demand_words(position, issues), tone), indent=2)
        if position.unread:
            yield para(Span(f"not read: {position.unread}", "alert"), indent=2)
    number = 1
    parts = parts_of(position)
    for part, after in zip_longest(parts, parts[1:]):
        yield para(Span(f"{_label(position, part)} ", _label_tone(part)), _part_words(table, part), indent=2, hang=2)
        if after and _support(part) == _support(after):
            continue
        if part.quote:
            yield para(Span(f"“{part.quote}”", "quiet"), indent=4)
        if part.note:
            yield para(Span(f"Note: {part.note}", "quiet"), indent=4)
        who = said_by(table, part.statement)
        if who:
            yield para(Span(who, "quiet"), indent=4)
        for line in citation_paras(table, sources_of(part), indent=4, first=number):
            yield line
            number += 1
    since = earlier(table, position)
    if since:
        yield para(Span(f"since {since}, not renewed in this round", "quiet"), indent=2)
    for remark in position.remarks:
        yield para(
            Span("remark, not counted: ", "quiet"),
            f"{remark.words or remark.says} ({said_by(table, remark.statement)})",
            indent=2,
            hang=2,
        )


def _support(part: Offer | RedLine) -> tuple[object, ...]:
    """What it rests on; parts that rest on the same name it once."""
    return part.quote, part.note, part.statement, sources_of(part)


def _label(position: Position, part: Offer | RedLine) -> str:
    if isinstance(part, RedLine):
        return "rules out"
    if part is position.demand:
        return "demands"
    return "also accepts" if position.demand else "would accept"


def _label_tone(part: Offer | RedLine) -> str:
    return "bad" if isinstance(part, RedLine) else "accent"


def _part_words(table: Table, part: Offer | RedLine) -> str:
    issues = table.negotiation.issues
    return red_line_words(part, issues) if isinstance(part, RedLine) else offer_words(part, issues)
