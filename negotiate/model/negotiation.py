"""The whole of what a folder says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from negotiate.model.context import Event, Paper, Round
from negotiate.model.issue import Issue
from negotiate.model.party import Party
from negotiate.model.position import Entry
from negotiate.model.response import Response
from negotiate.model.source import Source


@dataclass(frozen=True, slots=True)
class Estimates:
    """An editor's numbers for one party, kept apart from what has a source."""

    salience: Mapping[str, int] = field(default_factory=dict)
    points: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    no_deal: int | None = None


@dataclass(frozen=True, slots=True)
class Negotiation:
    """Issues, parties, what each said and answered, and the sources, as read from ``folder``.

    ``as_of`` is the round or day that opens first; None means everything on record. ``show`` is the pair
    that the screen opens with.
    """

    folder: str
    title: str
    summary: str = ""
    note: str = ""
    fictional: bool = False
    as_of: Round | date | None = None
    show: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()
    parties: Mapping[str, Party] = field(default_factory=dict)
    issues: Mapping[str, Issue] = field(default_factory=dict)
    entries: Mapping[tuple[str, str], tuple[Entry, ...]] = field(default_factory=dict)
    """(party, issue) -> its entries, oldest first; remarks are among them."""
    responses: tuple[Response, ...] = ()
    papers: Mapping[str, Paper] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    estimates: Mapping[str, Estimates] = field(default_factory=dict)
