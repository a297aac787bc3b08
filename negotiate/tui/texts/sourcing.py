"""Citations in words: "[1] Russian memorandum, TASS, 2 June 2025, grade A"."""

from __future__ import annotations

from collections.abc import Sequence

from negotiate.compare import Table
from negotiate.model import Citation, Offer, RedLine, Source, Statement
from negotiate.tui.spans import Line, Para, Span


def source_words(source: Source) -> str:
    """ "Russian memorandum, TASS, 2 June 2025"."""
    parts = (source.title or source.id, source.publisher, str(source.when) if source.when else "")
    return ", ".join(part for part in parts if part)


def citation_words(table: Table, citation: Citation) -> tuple[str, str]:
    """The source in words, and its grade here."""
    source = table.negotiation.sources.get(citation.source)
    if source is None:
        return citation.source, citation.grade
    said = source_words(source)
    return (f"{said}, {citation.detail}" if citation.detail else said), citation.grade or source.grade


def citation_spans(table: Table, citation: Citation, number: int) -> Line:
    said, grade = citation_words(table, citation)
    spans = [Span(f"[{number}] ", "accent"), Span(said, "quiet")]
    if grade:
        spans += [Span(", grade ", "quiet"), Span(grade, "strong")]
    return tuple(spans)


def short_citation(table: Table, citation: Citation, number: int, place: str) -> Para:
    """On one line: what is cut is the title, never the grade or the place in the file."""
    said, grade = citation_words(table, citation)
    right = [Span(f"grade {grade}  " if grade else "", "quiet"), Span(place, "quiet")]
    left = Span(f"[{number}] ", "accent"), Span(said, "quiet")
    return Para(left, right=tuple(right) if grade or place else (), fixed=True)


def citation_paras(
    table: Table, citations: Sequence[Citation], indent: int = 0, right: Line = (), first: int = 1
) -> list[Para]:
    """A line for each source; ``right`` stands beside the first."""
    return [
        Para(citation_spans(table, each, number), indent, 4, right if number == first else ())
        for number, each in enumerate(dict.fromkeys(citations), first)
    ]


def sources_of(part: Offer | RedLine) -> tuple[Citation, ...]:
    """Its own citations, else those of the statement it stands in."""
    return part.citations or part.statement.citations


def said_by(table: Table, statement: Statement) -> str:
    """ "Volodymyr Zelensky, 4 June 2025", "Framework of negotiations, 1 June 2025"."""
    paper = table.negotiation.papers.get(statement.paper)
    who = statement.by or statement.title or (paper.title if paper else "")
    told = f"according to {table.names.get(statement.according_to, statement.according_to)}"
    parts = (who, str(statement.when), told if statement.according_to else "")
    return ", ".join(part for part in parts if part)
