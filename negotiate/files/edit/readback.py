"""How a value was understood, in words: what stands under an input line while somebody types."""

from __future__ import annotations

from collections.abc import Iterator

from negotiate.files.edit.paths import Path, box_of
from negotiate.files.source.document import Document
from negotiate.files.to_model.dates import DateError, read_when
from negotiate.files.to_model.directory import Directory
from negotiate.model import Entry, Negotiation, Offer, Place, RedLine
from negotiate.terms import AnyRegion, Term

_DATES = ("date", "until", "as_of")
_PARTS = ("demand", "terms")
_NO_TERM = "no position: "


def read_back(negotiation: Negotiation, document: Document, path: Path) -> str:
    """The region of a term, the days of a date, the title of a source; nothing where the words say it all.

    ``document`` is the file as the negotiation was read from it, with nothing taken out.
    """
    box = box_of(document.data, path)
    words, names = box[path[-1]], [step for step in path if isinstance(step, str)]
    if not isinstance(words, str):
        return ""
    if names[-1] in _DATES:
        return _date(words)
    if names[0] == "salience" and len(names) > 1:
        return f"{words} of 100"
    if names[-1] == "source":
        return _source(negotiation, words)
    if names[-1] == "to":
        party = next((each for each in negotiation.parties.values() if each.id == words), None)
        return party.name if party else _source(negotiation, words)
    return _term(negotiation, document, path)


def _date(words: str) -> str:
    try:
        return str(read_when(words))
    except (DateError, ValueError):  # a round: its name says it all
        return ""


def _source(negotiation: Negotiation, words: str) -> str:
    names = Directory("source", "")
    for id in negotiation.sources:
        names.add(id)
    found = names.find_leading(words)
    if found is None:
        return ""
    source, detail = negotiation.sources[found[0]], found[1]
    return ", ".join(each for each in (source.title, source.publisher, detail) if each)


def _term(negotiation: Negotiation, document: Document, path: Path) -> str:
    """What the innermost term that holds the value means."""
    said = dict(_said(negotiation, document.name))
    for place in _places(document, path):
        if place in said:
            return said[place]
    return ""


def _places(document: Document, path: Path) -> Iterator[Place]:
    """Those of the value and of its key; then of what it is a part of, up to the position."""
    boxes = [document.data]
    for step in path[:-1]:
        boxes.append(boxes[-1][step])
    for box, step in reversed(list(zip(boxes, path, strict=True))):
        yield document.place(box, step)
        yield document.place(box, step, at_key=True)
        if not isinstance(step, int) and step not in _PARTS:
            return


def _said(negotiation: Negotiation, file: str) -> Iterator[tuple[Place, str]]:
    """The terms and stances of a file, each with its place."""
    settled = (each for paper in negotiation.papers.values() for each in paper.settled)
    yield from ((each.place, _meaning(each.term)) for each in settled if each.term and each.place.file == file)
    entries = (entry for each in negotiation.entries.values() for entry in each)
    for entry in (each for each in entries if each.place.file == file):
        if entry.stance:
            yield entry.place, _NO_TERM + str(entry.stance.value)
        for offer in _offers(entry):
            yield offer.place, _meaning(offer.term)
            yield from ((each.place, _meaning(each.term)) for each in offer.conditions)


def _offers(entry: Entry) -> Iterator[Offer]:
    if isinstance(entry.demand, Offer):
        yield entry.demand
    if isinstance(entry.accepts, tuple):
        yield from entry.accepts
    if isinstance(entry.red_line, RedLine) and entry.red_line.offer:
        yield entry.red_line.offer


def _meaning(term: Term) -> str:
    region: AnyRegion = term.region
    if region is None:
        return ""
    said: str = region.domain.say(region, term.unit)
    return said if term.named else f"{said}; which is not said"
