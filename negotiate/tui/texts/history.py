"""What was said on an issue over time: entries, agreed texts and events, in order of date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from negotiate.compare import Table, entry_parts
from negotiate.model import Entry, Issue, Place
from negotiate.tui.session import Session
from negotiate.tui.spans import Block, Line, Para, Span, Target, heading, plain


class _Moment(NamedTuple):
    day: date
    when: str
    spans: Line
    place: Place


def history_blocks(session: Session, issue: Issue, parties: Sequence[str]) -> list[Block]:
    """All of it, also what came after the day that the table shows (marked as later)."""
    assert session.table
    table = session.table
    moments = sorted(_moments(table, issue, parties), key=lambda moment: moment.day)
    if not moments:
        return []
    return [heading("Over time"), *(_block(session, moment, table.as_of.day) for moment in moments)]


def _block(session: Session, moment: _Moment, last: date | None) -> Block:
    later = last is not None and moment.day > last
    spans = [Span(f"{moment.when}\u2007\u2007", "quiet"), *moment.spans]
    if later:
        spans = [Span(span.text, "quiet") for span in spans] + [Span("\u2007\u2007(later)", "quiet")]
    right: Line = (Span(session.shown(moment.place), "quiet"),)
    return Block((Para(tuple(spans), hang=4, right=right),), Target(moment.place, plain(tuple(spans))))


def _moments(table: Table, issue: Issue, parties: Sequence[str]) -> Iterator[_Moment]:
    negotiation = table.negotiation
    for party in parties:
        for entry in negotiation.entries.get((party, issue.id), ()):
            when = entry.statement.when
            yield _Moment(when.start, str(when), _entry(table, entry), entry.place)
    for paper in negotiation.papers.values():
        for settled in paper.settled:
            if settled.issue == issue.id:
                said = settled.words or "; ".join(f"{words} ({who})" for who, words in settled.versions.items())
                spans = (Span("agreed ", "good"), Span(f"{paper.title or paper.id}: {said}"))
                yield _Moment(paper.when.start, str(paper.when), spans, settled.place)
    for event in negotiation.events:
        if issue.id in event.issues:
            yield _Moment(event.when.start, str(event.when), _event(event.what, event.by), event.place)


def _event(what: str, by: str) -> Line:
    return (Span("event ", "accent"), Span(what), Span(f" ({by})" if by else "", "quiet"))


def _entry(table: Table, entry: Entry) -> Line:
    name = Span(f"{table.name(entry.party)} ", "strong")
    if entry.statement.remark:
        return name, Span("remarks: ", "quiet"), Span(entry.words or entry.says)
    return name, Span(
        "; ".join(entry_parts(entry, table.negotiation.issues)) or entry.words or entry.says or "no word on it"
    )
