"""What every part of the document reads: the table, who and what was chosen, and the footnotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from negotiate.compare import Pair, Table
from negotiate.model import Citation, Issue, Paper, Statement
from negotiate.report.markdown.escape import inline, italic
from negotiate.report.markdown.footnotes import Footnotes
from negotiate.report.wording import listed, teller


@dataclass(frozen=True)
class Desk:
    """``rows`` and ``parties`` are those chosen; ``pair`` is the first two of them, if there are two."""

    table: Table
    rows: tuple[Issue, ...]
    parties: tuple[str, ...]
    notes: Footnotes

    @property
    def pair(self) -> Pair | None:
        return (self.parties[0], self.parties[1]) if len(self.parties) > 1 else None

    def name(self, party: str) -> str:
        return inline(self.table.name(party))

    def names(self, parties: Iterable[str]) -> str:
        return listed(self.name(party) for party in parties)

    def teller(self, who: str) -> str:
        return inline(teller(self.table, who))

    def mark(self, citations: Iterable[Citation]) -> str:
        return self.notes.mark(citations)

    def counts(self, first: date, until: date | None = None) -> bool:
        """Whether something said on ``first`` and ended on ``until`` stands on the day of the table."""
        return self.table.includes(first, until)

    def papers(self) -> list[Paper]:
        """The joint papers that stand on the day of the table."""
        known = self.table.negotiation.papers.values()
        return [paper for paper in known if self.counts(paper.when.start, paper.until)]

    def origin(self, statement: Statement, dated: bool = True) -> str:
        """Who said it, in what, when: "Vladimir Putin, *Conditions*, 14 June 2024"."""
        when = inline(str(statement.when)) if dated else ""
        teller = f"according to {self.teller(statement.according_to)}" if statement.according_to else ""
        parts = [inline(statement.by), self._title(statement), when, teller]
        return ", ".join(part for part in parts if part)

    def _title(self, statement: Statement) -> str:
        paper = self.table.negotiation.papers.get(statement.paper)
        if paper:
            return f"{italic(paper.title or paper.id)}, a joint text of {self.names(paper.of)}"
        source = self.table.negotiation.sources.get(next((c.source for c in statement.citations), ""))
        untitled = source.title if source and not (statement.by or statement.according_to) else ""
        return italic(statement.title or untitled)
