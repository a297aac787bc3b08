"""All sources by grade and date, with the positions and replies that rest on each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from negotiate.compare import Table
from negotiate.model import GRADES, Citation, Entry, Offer, RedLine, Source
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, Block, Line, Para, Span, Target, heading, para
from negotiate.tui.texts.sourcing import source_words


def source_blocks(session: Session) -> list[Block]:
    assert session.table
    table = session.table
    sources = table.negotiation.sources
    if not sources:
        text = "No source is named yet. A position is worth as much as its source: name it in negotiation.yaml."
        return [Block((para(text),))]
    resting = resting_on(table)
    blocks: list[Block] = []
    for grade, meaning in (*GRADES.items(), ("", "no grade")):
        ranked = sorted((each for each in sources.values() if each.grade == grade), key=_day)
        if ranked:
            title = f"Grade {grade}" if grade else "No grade"
            told = f"\u2007\u2007{meaning}" if grade else ""
            blocks.append(heading(title, Span(told, "quiet"), Span(f" · {len(ranked)}", "quiet")))
            blocks += [_block(session, each, resting.get(each.id, {})) for each in ranked]
    return blocks


def _day(source: Source) -> date:
    return source.when.start if source.when else date.max


def _block(session: Session, source: Source, resting: dict[str, dict[str, None]]) -> Block:
    right: Line = (Span(session.shown(source.place), "quiet"),)
    paras = [Para((Span(source_words(source), "strong"),), hang=2, right=right)]
    if source.url:
        paras.append(para(Span(source.url, "accent"), indent=2))
    for who, what in resting.items():
        paras.append(para(Span(f"{who}: ", "quiet"), ", ".join(what), indent=2, hang=2))
    if not resting:
        paras.append(para(Span("nothing rests on it", "quiet"), indent=2))
    if source.note:
        paras.append(para(Span(f"Note: {source.note}", "quiet"), indent=2))
    said = f"{source_words(source)}{f', grade {source.grade}' if source.grade else ''} {source.url}".strip()
    return Block((*paras, BLANK), Target(source.place, said))


def resting_on(table: Table) -> dict[str, dict[str, dict[str, None]]]:
    """Source -> who -> what: titles of issues, each once."""
    found: dict[str, dict[str, dict[str, None]]] = {}

    def add(citation: Citation, who: str, what: str) -> None:
        found.setdefault(citation.source, {}).setdefault(who, {})[what] = None

    negotiation = table.negotiation
    titles = {issue.id: issue.title for issue in table.issues}
    for (party, issue), entries in negotiation.entries.items():
        for entry in entries:
            for citation in _citations(entry):
                add(citation, table.name(party), titles.get(issue, issue))
    for response in negotiation.responses:
        for citation in response.citations:
            what = titles.get(response.issue, response.issue) if response.issue else "the whole paper"
            add(citation, f"{table.name(response.party)} in reply", what)
    for paper in negotiation.papers.values():
        for citation in paper.citations:
            add(citation, "Joint text", paper.title or paper.id)
    for event in negotiation.events:
        for citation in event.citations:
            add(citation, "Event", event.what)
    return found


def _citations(entry: Entry) -> Iterator[Citation]:
    yield from entry.citations or entry.statement.citations
    parts = [entry.demand, entry.red_line, *(entry.accepts if isinstance(entry.accepts, tuple) else ())]
    for part in parts:
        if isinstance(part, Offer | RedLine):
            yield from part.citations
