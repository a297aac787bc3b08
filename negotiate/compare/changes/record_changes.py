"""What changed beside the positions that stand: replies, statements, joint texts, events, issues, parties,
rounds, sources, and the negotiation as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from negotiate.compare.changes.record_change import Kind, RecordChange, Said, change, counted, named, unnamed
from negotiate.compare.changes.records import (
    event_words,
    issue_words,
    negotiation_words,
    party_words,
    reply_words,
    round_words,
    source_words,
)
from negotiate.compare.changes.spoken import spoken_changes
from negotiate.compare.table import Table
from negotiate.model import Negotiation


def record_changes(old: Table, new: Table) -> Iterator[RecordChange]:
    """In the order of ``Kind``."""
    before, after = old.negotiation, new.negotiation
    yield from unnamed(Kind.REPLY, _replies(old), _replies(new))
    yield from spoken_changes(old, new)
    yield from unnamed(Kind.EVENT, _events(old), _events(new))
    yield from named(Kind.ISSUE, _issues(before), _issues(after))
    yield from named(Kind.PARTY, _parties(before), _parties(after))
    yield from named(Kind.ROUND, _rounds(before), _rounds(after))
    yield from named(Kind.SOURCE, _sources(before), _sources(after))
    yield from change(Kind.NEGOTIATION, ((before, negotiation_words(before)), (after, negotiation_words(after))))


def _replies(table: Table) -> list[Said]:
    days = ((each, each.when.start if each.when else date.min) for each in table.negotiation.responses)
    return [(each, {**reply_words(each), **counted(table, day)}) for each, day in days]


def _events(table: Table) -> list[Said]:
    return [(each, {**event_words(each), **counted(table, each.when.start)}) for each in table.negotiation.events]


def _issues(negotiation: Negotiation) -> dict[str, Said]:
    return {id: (each, issue_words(each)) for id, each in negotiation.issues.items()}


def _parties(negotiation: Negotiation) -> dict[str, Said]:
    estimates = negotiation.estimates
    return {id: (each, party_words(each, estimates.get(id))) for id, each in negotiation.parties.items()}


def _rounds(negotiation: Negotiation) -> dict[str, Said]:
    return {each.id: (each, round_words(each)) for each in negotiation.rounds}


def _sources(negotiation: Negotiation) -> dict[str, Said]:
    return {id: (each, source_words(each)) for id, each in negotiation.sources.items()}
