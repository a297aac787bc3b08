"""What was said on an issue over time: entries, agreed texts and events, in order of date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from negotiate.compare import Table, offer_words, red_line_words
from negotiate.model import Ended, Entry, Issue, Place
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
    return name, Span("; ".join(_said(table, entry)) or entry.words or entry.says or "no word on it")


def _said(table: Table, entry: Entry) -> Iterator[str]:
    issues = table.negotiation.issues
    if entry.stance:
        yield entry.stance.value
    if isinstance(entry.demand, Ended):
        yield "withdraws its demand"
    elif entry.demand:
        yield f"demands {offer_words(entry.demand, issues)}"
    if isinstance(entry.accepts, Ended):
        yield "withdraws what it accepted"
    elif entry.accepts:
        yield "would accept " + " or ".join(offer_words(offer, issues) for offer in entry.accepts)
    if isinstance(entry.red_line, Ended):
        yield "withdraws its red line"
    elif entry.red_line:
        yield f"rules out {red_line_words(entry.red_line, issues)}"
