"""Sources, and places in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from negotiate.model.place import Place
from negotiate.model.when import When

GRADES = {
    "A": "official text, published in full",
    "B": "official statement, or good press",
    "C": "press report of a document",
    "D": "analyst, anonymous, or from memory",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A text that a position or reply rests on. ``grade`` is a key of ``GRADES``, or ""."""

    id: str
    title: str
    place: Place
    publisher: str = ""
    when: When | None = None
    url: str = ""
    grade: str = ""
    note: str = ""


class Citation(NamedTuple):
    """A source's id and, if given, the place in it ("I.5"). ``grade`` overrides the source's own."""

    source: str
    detail: str
    grade: str = ""
