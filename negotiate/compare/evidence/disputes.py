"""Facts of which there are several accounts, each with its teller: positions, agreed texts, events."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from negotiate.compare.table import Table
from negotiate.model import NO_VERSIONS, Citation, Entry, Event, Paper

Told = Entry | Paper | Event


@dataclass(frozen=True, slots=True)
class Dispute:
    """``about`` is what is told in several ways; ``versions`` are by teller. ``disputed_by`` is one who denies
    an event. ``issues`` is empty for an event that concerns all."""

    about: Told
    issues: tuple[str, ...]
    versions: Mapping[str, str] = field(default_factory=lambda: NO_VERSIONS)
    disputed_by: str = ""
    citations: tuple[Citation, ...] = ()


def disputes(table: Table, issues: Collection[str], parties: Collection[str]) -> list[Dispute]:
    """Those that count on the day of the table, on some issues and of some parties; then events of no single issue."""
    return [*_positions(table, issues, parties), *_texts(table, issues), *_events(table, issues)]


def _positions(table: Table, issues: Collection[str], parties: Collection[str]) -> Iterator[Dispute]:
    for issue in issues:
        for party in parties:
            for entry in table.position(party, issue).entries:
                if entry.versions:
                    cited = entry.citations or entry.statement.citations
                    yield Dispute(entry, (issue,), entry.versions, citations=cited)


def _texts(table: Table, issues: Collection[str]) -> Iterator[Dispute]:
    for paper in table.negotiation.papers.values():
        for part in paper.settled if table.includes(paper.when.start, paper.until) else ():
            if part.versions and part.issue in issues:
                yield Dispute(paper, (part.issue,), part.versions, citations=part.citations or paper.citations)


def _events(table: Table, issues: Collection[str]) -> Iterator[Dispute]:
    for event in table.events():
        own = tuple(issue for issue in event.issues if issue in issues)
        if (event.versions or event.disputed_by) and (own or not event.issues):
            yield Dispute(event, own, event.versions, event.disputed_by, event.citations)
