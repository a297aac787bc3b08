"""Where a party stands on an issue as of a day: its entries put together, newest over oldest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from negotiate.model import Ended, Entry, Negotiation, Offer, Place, RedLine, Round, Stance
from negotiate.terms import AnyDomain, TooComplex, also

_TOO_COMPLEX = "what it demanded before and what it adds have too many alternatives together"


@dataclass(frozen=True, slots=True)
class AsOf:
    """The last day that counts (None: everything on record) and the round it belongs to, if any."""

    day: date | None = None
    round: Round | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What a party wants as of a day.

    ``entries`` are those still counted, oldest first, and ``remarks`` those shown and never counted.
    ``stance`` is None where the party stated terms, or nothing at all. ``unread`` says why nothing can be
    computed from it. ``lapsed``: what it had said no longer counts, and it has said nothing since.
    """

    party: str
    issue: str
    demand: Offer | None = None
    accepts: tuple[Offer, ...] = ()
    red_line: RedLine | None = None
    stance: Stance | None = None
    entries: tuple[Entry, ...] = ()
    remarks: tuple[Entry, ...] = ()
    unread: str = ""
    lapsed: bool = False

    @property
    def offers(self) -> tuple[Offer, ...]:
        return (self.demand, *self.accepts) if self.demand else self.accepts

    @property
    def has_terms(self) -> bool:
        """Whether it stated what it wants or would take (leaving it to the others counts)."""
        return bool(self.offers) or self.stance is Stance.INDIFFERENT

    @property
    def says_something(self) -> bool:
        """Whether anything is on record of what it wants, in terms or in words that are not computed."""
        return self.has_terms or any(entry.says or entry.versions for entry in self.entries)

    @property
    def is_blank(self) -> bool:
        return not self.entries

    @property
    def place(self) -> Place | None:
        """Where the newest thing that still counts was written."""
        stated = [offer.place for offer in self.offers]
        if stated:
            return stated[0]
        return self.entries[-1].place if self.entries else None


def as_of(negotiation: Negotiation, when: AsOf | Round | date | None) -> AsOf:
    """A round counts up to its ``until``, or to the eve of the next round."""
    if isinstance(when, AsOf):
        return when
    if not isinstance(when, Round):
        return AsOf(when)
    if when.until:
        return AsOf(when.until, when)
    later = [other.when.start for other in negotiation.rounds if other.when.start > when.when.end]
    return AsOf(min(later) - timedelta(days=1) if later else None, when)


def stands(first: date, until: date | None, day: date | None) -> bool:
    """Whether what was said on ``first`` and ended on ``until`` counts on ``day`` (None: when all has been said)."""
    if day is None:
        return until is None
    return first <= day and (until is None or until > day)


def after(before: Position, entries: Iterable[Entry], domain: AnyDomain | None) -> Position:
    """Where the party stands when these have been said as well."""
    for entry in entries:
        if entry.statement.remark:
            before = replace(before, remarks=(*before.remarks, entry))
        else:
            before = _after(before, entry, domain)
    return before


def _after(before: Position, entry: Entry, domain: AnyDomain | None) -> Position:
    """What was said stands: a demand replaces the demand, an acceptance the acceptance, and so on."""
    if entry.stance is Stance.WITHDRAWN:
        return Position(before.party, before.issue, entries=(entry,), remarks=before.remarks, stance=entry.stance)
    entries, demand, accepts, red_line = (*before.entries, entry), before.demand, before.accepts, before.red_line
    stance, unread = before.stance, before.unread or entry.unread
    if entry.unread:
        return replace(before, entries=entries, unread=unread)
    if entry.stance in (Stance.SILENT, Stance.LEFT_OPEN):
        return replace(before, entries=entries, stance=entry.stance if before.is_blank else stance)
    if entry.stance:
        demand, accepts, stance = None, (), entry.stance
    else:
        try:
            demand = _newer(before.demand, entry, domain) if entry.demand else demand
        except TooComplex:
            unread = unread or _TOO_COMPLEX
        if entry.accepts is not None:
            accepts = () if isinstance(entry.accepts, Ended) else entry.accepts
        if entry.red_line:
            red_line = None if isinstance(entry.red_line, Ended) else entry.red_line
        stance = None if entry.demand or entry.accepts or isinstance(entry.red_line, RedLine) else stance
    return Position(before.party, before.issue, demand, accepts, red_line, stance, entries, before.remarks, unread)


def _newer(before: Offer | None, entry: Entry, domain: AnyDomain | None) -> Offer | None:
    if isinstance(entry.demand, Ended) or entry.demand is None:
        return None
    if not entry.keeps or before is None or domain is None:
        return entry.demand
    term = also(domain, before.term, entry.demand.term)
    citations = tuple(dict.fromkeys((*entry.demand.citations, *before.citations)))
    return entry.demand._replace(term=term, citations=citations)


def sources_of(offers: Iterable[Offer | RedLine]) -> tuple[str, ...]:
    """The ids of the sources that offers and red lines rest on, each once."""
    return tuple(dict.fromkeys(citation.source for offer in offers for citation in offer.citations))
