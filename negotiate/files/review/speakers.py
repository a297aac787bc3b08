"""W406: quotations of which nobody is named as the speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from negotiate.model import Citation, Entry, Negotiation, Place, Response

OFFICIAL = "A"
"""The grade of an official text, which speaks for itself."""


def unnamed_speakers(negotiation: Negotiation) -> Iterator[Place]:
    """The places of such quotations, in positions and in replies, each once."""
    entries = (entry for known in negotiation.entries.values() for entry in known)
    quoted = [each for each in entries if each.quote and not _speaker(each)]
    answered = [each for each in negotiation.responses if each.quote and not (each.by or each.according_to)]
    spoken: list[Entry | Response] = [*quoted, *answered]
    yield from dict.fromkeys(each.place for each in spoken if not _is_official(negotiation, each.citations))


def _speaker(entry: Entry) -> str:
    """Who says it; a paper that has a title speaks for itself."""
    said = entry.statement
    return said.by or said.according_to or said.title or said.paper


def _is_official(negotiation: Negotiation, citations: Iterable[Citation]) -> bool:
    return any((each.grade or negotiation.sources[each.source].grade) == OFFICIAL for each in citations)
