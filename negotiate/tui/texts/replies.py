"""Replies in order of date, and what they mean beside the terms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations

from negotiate.compare import Basis, Table
from negotiate.model import Issue, Response
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, Block, Para, Span, Target, heading, para
from negotiate.tui.texts.signs import Sign, reply_sign, response_day
from negotiate.tui.texts.sourcing import citation_paras, citation_words


def reply_blocks(session: Session, issue: Issue, parties: Sequence[str], sign: Sign) -> list[Block]:
    """Who answered whom on the issue, what, in which words; then where words and terms point different ways."""
    assert session.table
    table = session.table
    found: dict[Response, None] = {}
    for by, to in permutations(parties, 2):
        found.update(dict.fromkeys(table.responses(issue.id, by, to)))
    ordered = sorted(found, key=_day)
    if not ordered:
        return [heading("Replies"), Block((para(Span("No reply on this issue is recorded.", "quiet")),))]
    return [
        heading("Replies"),
        *(response_block(session, each, sign) for each in ordered),
        *_readings(table, issue, parties),
    ]


def _day(response: Response) -> date:
    return response.when.start if response.when else date.min


def response_block(session: Session, response: Response, sign: Sign, about: str = "") -> Block:
    """One reply with its words and sources."""
    assert session.table
    table = session.table
    to = ", ".join(table.name(party) for party in response.to)
    who = [
        Span(f"{response_day(response)}\u2007\u2007", "quiet"),
        reply_sign(response.says, sign),
        Span(f" {table.name(response.party)}", "strong"),
        Span(f" to {to}: "),
        Span(response.says.value, reply_sign(response.says, sign).tone),
        Span(f", {about}" if about else ""),
    ]
    if response.by:
        who.append(Span(f" · {response.by}", "quiet"))
    if response.according_to:
        who.append(Span(f" · according to {table.names.get(response.according_to, response.according_to)}", "quiet"))
    paras = [Para(tuple(who), hang=2, right=(Span(session.shown(response.place), "quiet"),))]
    words = response.quote or response.headline
    if words:
        told = "" if response.quote else " (a headline's words)"
        paras.append(para(Span(f"“{words}”{told}", "quiet"), indent=2))
    if response.note:
        paras.append(para(Span(f"Note: {response.note}", "quiet"), indent=2))
    paras += citation_paras(table, response.citations, indent=2)
    return Block((*paras, BLANK), Target(response.place, _copied(table, response), None))


def _copied(table: Table, response: Response) -> str:
    to = ", ".join(table.name(party) for party in response.to)
    said = f"{table.name(response.party)} to {to}: {response.says.value}, {response_day(response)}"
    quote = f": “{response.quote}”" if response.quote else ""
    sources = [f"[{n}] {citation_words(table, each)[0]}" for n, each in enumerate(response.citations, 1)]
    return "\n".join([said + quote, *sources])


def _readings(table: Table, issue: Issue, parties: Sequence[str]) -> list[Block]:
    """What replies and terms mean together, for every stated reply."""
    lines = []
    for by, to in permutations(parties, 2):
        answer = table.answer(issue.id, by, to)
        if answer.basis is Basis.STATED:
            tone = "alert" if answer.disagrees else ""
            said = f"{table.name(by)} to {table.name(to)}: "
            lines.append(para(Span(said, "quiet"), Span(answer.reading, tone), hang=2))
    return [heading("Words beside terms"), Block(tuple(lines))] if lines else []


def document_blocks(session: Session, parties: Sequence[str], sign: Sign) -> list[Block]:
    """Replies to whole papers, each once."""
    assert session.table
    table = session.table
    found: dict[Response, None] = {}
    for by, to in permutations(parties, 2):
        found.update(dict.fromkeys(table.document_responses(by, to)))
    if not found:
        return []
    blocks = [response_block(session, each, sign, _document(table, each)) for each in sorted(found, key=_day)]
    return [heading("Replies to whole papers"), *blocks]


def _document(table: Table, response: Response) -> str:
    negotiation = table.negotiation
    paper, source = negotiation.papers.get(response.document), negotiation.sources.get(response.document)
    if paper:
        return f"on “{paper.title or paper.id}”"
    return f"on “{source.title}”" if source else ""
