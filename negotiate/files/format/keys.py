"""All keys of the format, to tell them from the names that a writer chose."""

from __future__ import annotations

from negotiate.files.format.files import Event, Issue, NegotiationFile, PartyFile, PartyKeys, Round, Source, Text
from negotiate.files.format.positions import Offer, Position, Response, Ruled, Statement

SECTIONS = frozenset((*NegotiationFile.__annotations__, *PartyFile.__annotations__)) - {"note"}
"""Those at the top of a file."""

_MAPPINGS = (PartyKeys, Round, Issue, Text, Event, Source, Statement, Position, Offer, Ruled, Response)
KEYS = SECTIONS.union(*(mapping.__annotations__ for mapping in _MAPPINGS))
"""Those of all mappings."""

PARTY_KEYS = frozenset(PartyKeys.__annotations__) - {"note"}
"""Those of a party, which no party can have as its name."""

WORDY = frozenset(("title", "summary", "note", "name", "role", "place", "host", "question", "group", "scope", "quote"))
WORDY |= {"headline", "says", "what", "by", "publisher", "according_to", "disputed_by"}
"""Those whose value is text in the writer's own words."""
