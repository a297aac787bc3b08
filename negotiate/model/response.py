"""What a party said in reply."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from negotiate.model.place import Place
from negotiate.model.source import Citation
from negotiate.model.when import When


class Reply(Enum):
    """The replies that a file may record."""

    ACCEPTS = "accepts"
    ACCEPTS_IN_PART = "accepts in part"
    ACCEPTS_WITH_CONDITIONS = "accepts with conditions"
    COUNTER_PROPOSES = "counter-proposes"
    DEFERS = "defers"
    REFUSES_TO_DISCUSS = "refuses to discuss"
    REJECTS = "rejects"
    REJECTS_AS_ULTIMATUM = "rejects as ultimatum"
    NO_ANSWER = "no answer"


class Response(NamedTuple):
    """``party`` answers ``to`` (the parties addressed). ``issue`` is "" for a reply to the whole document,
    whose source or paper id is then ``document``. ``when`` is None only for "no answer"."""

    party: str
    to: tuple[str, ...]
    says: Reply
    place: Place
    issue: str = ""
    document: str = ""
    when: When | None = None
    by: str = ""
    according_to: str = ""
    citations: tuple[Citation, ...] = ()
    quote: str = ""
    headline: str = ""
    note: str = ""
