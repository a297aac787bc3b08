"""What stands around the positions: rounds, joint papers, events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from negotiate.model.place import Place
from negotiate.model.source import Citation
from negotiate.model.when import When
from negotiate.terms import Term


@dataclass(frozen=True, slots=True)
class Round:
    """A meeting. Replies and events count up to ``until``, or to the eve of the next round."""

    id: str
    when: When
    place: Place
    until: date | None = None
    venue: str = ""
    host: str = ""
    present: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """What an agreed paper says on one issue: one term, or each teller's version of it."""

    issue: str
    place: Place
    term: Term | None = None
    words: str = ""
    scope: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)
    citations: tuple[Citation, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A joint text. A draft gives each author an entry; an agreed one has ``settled`` and changes none."""

    id: str
    when: When
    of: tuple[str, ...]
    place: Place
    title: str = ""
    agreed: bool = False
    until: date | None = None
    settled: tuple[Settled, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Context, no position. ``issues`` is empty where it concerns all.

    ``dropped`` and ``merged_into`` (the issues that they are part of from now on) take ``issues`` off the table.
    """

    when: When
    what: str
    place: Place
    issues: tuple[str, ...] = ()
    by: str = ""
    according_to: str = ""
    disputed_by: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)
    citations: tuple[Citation, ...] = ()
    note: str = ""
    dropped: bool = False
    merged_into: tuple[str, ...] = ()

    @property
    def closes(self) -> bool:
        """Whether its issues are off the table from its day on."""
        return self.dropped or bool(self.merged_into)
