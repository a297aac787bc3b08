"""What a party said on an issue, entry by entry, as written.

What there may be a hundred thousand of is a NamedTuple: of 18 fields it is made in 0.4 µs, a frozen dataclass in 2.7.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from negotiate.model.place import Place
from negotiate.model.source import Citation
from negotiate.model.when import When
from negotiate.terms import Term


class Stance(Enum):
    """Standing words in place of a term."""

    UNDISCLOSED = "undisclosed"
    INDIFFERENT = "indifferent"
    NOT_CONCERNED = "not concerned"
    WITHDRAWN = "withdrawn"
    SILENT = "silent"
    LEFT_OPEN = "left open"


class Condition(NamedTuple):
    """What must hold on another issue."""

    issue: str
    term: Term
    place: Place


@dataclass(frozen=True, slots=True)
class Statement:
    """One paper, speech or report of a party (or a joint paper, then ``paper`` is its id)."""

    party: str
    when: When
    place: Place
    title: str = ""
    by: str = ""
    according_to: str = ""
    until: date | None = None
    remark: bool = False
    citations: tuple[Citation, ...] = ()
    note: str = ""
    paper: str = ""


class Offer(NamedTuple):
    """A term with what belongs to it: conditions, scope, sources, words of the party."""

    term: Term
    statement: Statement
    place: Place
    conditions: tuple[Condition, ...] = ()
    scope: str = ""
    citations: tuple[Citation, ...] = ()
    quote: str = ""
    headline: str = ""
    note: str = ""
    according_to: str = ""


class RedLine(NamedTuple):
    """What a party rules out. ``offer`` is None for "anything else" (all but what it accepts)."""

    words: str
    offer: Offer | None
    statement: Statement
    place: Place
    citations: tuple[Citation, ...] = ()
    quote: str = ""
    headline: str = ""
    note: str = ""


class Ended(Enum):
    """``withdrawn`` in place of a demand, an acceptance or a red line: the earlier one ends."""

    WITHDRAWN = "withdrawn"


NO_VERSIONS: Mapping[str, str] = MappingProxyType({})
"""Shared by all entries without any: most of a hundred thousand."""


class Entry(NamedTuple):
    """A party's position on one issue in one statement.

    ``demand``, ``accepts`` and ``red_line`` are None where the statement has no word on them, so that the
    earlier ones stand. ``keeps`` marks a demand written as ``unchanged; X``. ``unread`` says why an entry
    cannot be computed; its ``words`` are shown as written. ``versions`` holds the accounts of several
    tellers where the file has ``according_to: {teller: term}``.
    """

    party: str
    issue: str
    statement: Statement
    place: Place
    words: str = ""
    demand: Offer | Ended | None = None
    accepts: tuple[Offer, ...] | Ended | None = None
    red_line: RedLine | Ended | None = None
    stance: Stance | None = None
    keeps: bool = False
    citations: tuple[Citation, ...] = ()
    quote: str = ""
    headline: str = ""
    says: str = ""
    note: str = ""
    unread: str = ""
    versions: Mapping[str, str] = NO_VERSIONS
