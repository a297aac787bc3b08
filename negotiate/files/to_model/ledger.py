"""What all statements said, gathered: entries by party and issue, and what rests on which document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from negotiate.model import Entry, Paper, Response, Stance, Statement


@dataclass(slots=True)
class Ledger:
    entries: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)
    papers: dict[str, Paper] = field(default_factory=dict)
    authors: dict[str, list[str]] = field(default_factory=dict)
    """The parties whose statements or papers rest on a source."""
    gaps: set[str] = field(default_factory=set)
    """The parties of which a statement, or its date or source, could not be read; "" for one that is not known."""
    replies: list[Response] = field(default_factory=list)
    """In the order of the files. Until all of them are read, one to a source is `to` nobody, and every one to a
    text or source names it as its `document`."""

    def enter(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self.entries.setdefault((entry.party, entry.issue), []).append(entry)

    def sign(self, statement: Statement) -> None:
        """Note on which sources a statement as a whole rests."""
        for citation in statement.citations:
            authors = self.authors.setdefault(citation.source, [])
            if statement.party not in authors:
                authors.append(statement.party)

    def settled(self) -> dict[tuple[str, str], tuple[Entry, ...]]:
        """The entries of each party on each issue, given away one by one: there may be very many."""
        settled = dict[tuple[str, str], tuple[Entry, ...]]()
        for key in list(self.entries):
            settled[key] = tuple(self.entries.pop(key))
        return settled

    def first_counted(self, party: str, issue: str) -> Entry | None:
        """The earliest entry of a party on an issue that is counted, or would be if it could be read."""
        counted = (entry for entry in self.entries.get((party, issue), ()) if entry.unread or is_counted(entry))
        return min(counted, key=lambda entry: entry.statement.when.start, default=None)


def is_counted(entry: Entry) -> bool:
    """Whether it says something that is counted: remarks, versions and what could not be read are only shown."""
    if entry.statement.remark or entry.versions or entry.unread:
        return False
    return entry.stance not in (Stance.SILENT, Stance.LEFT_OPEN)
