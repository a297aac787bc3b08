"""One change beside the positions that stand, and how two versions of such a thing are set side by side."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from negotiate.compare.changes.matching import How, Match, Part, by_id, by_likeness, changed_parts, how
from negotiate.compare.changes.parts import Words
from negotiate.compare.table import Table
from negotiate.model import Event, Issue, Negotiation, Paper, Party, Response, Round, Source, Statement

Record = Negotiation | Issue | Party | Round | Paper | Source | Statement | Response | Event

Said = tuple[Record, Words]
"""A thing and what it says, part by part."""

COUNTS = "counts"
"""The part that says "no" of what does not count on the day of the table."""


class Kind(Enum):
    """In the order in which changes are told."""

    REPLY = "reply"
    STATEMENT = "statement"
    PAPER = "joint text"
    EVENT = "event"
    ISSUE = "issue"
    PARTY = "party"
    ROUND = "round"
    SOURCE = "source"
    NEGOTIATION = "negotiation"


_ALIKE = {
    Kind.REPLY: (
        ("party", "to", "issue", "document", "date", "says"),
        ("party", "to", "issue", "document", "date"),
        ("party", "to", "issue", "document"),
    ),
    Kind.STATEMENT: (
        ("party", "date", "remark", "title", "by", "according to", "source"),
        ("party", "date", "remark", "title"),
        ("party", "date", "remark"),
        ("party", "remark", "title", "by", "source"),
    ),
    Kind.EVENT: (("date", "what"), ("what",)),
}
"""By what a thing without an id is known again."""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """``parts`` are those that differ; of what was added or dropped, all that it says. ``issues`` are those
    that a statement or joint text speaks of."""

    kind: Kind
    how: How
    old: Record | None
    new: Record | None
    parts: tuple[Part, ...]
    issues: tuple[str, ...] = ()

    @property
    def record(self) -> Record:
        """The new one, or the one that is gone."""
        found = self.new or self.old
        assert found
        return found

    @property
    def counts_again(self) -> bool | None:
        """Where nothing changed but whether it counts on the day: whether it does now."""
        only = self.parts[0] if self.how is How.CHANGED and len(self.parts) == 1 else None
        return not only.new if only and only.name == COUNTS else None


def named(kind: Kind, old: Mapping[str, Said], new: Mapping[str, Said]) -> Iterator[RecordChange]:
    for _, match in by_id(old, new):
        yield from change(kind, match)


def unnamed(kind: Kind, old: Sequence[Said], new: Sequence[Said]) -> Iterator[RecordChange]:
    for match in alike(kind, old, new):
        yield from change(kind, match)


def alike(kind: Kind, old: Sequence[Said], new: Sequence[Said]) -> list[Match[Said]]:
    """First those that say the very same, whether they count or not."""
    return by_likeness(old, new, _all, *map(_key, _ALIKE[kind]))


def _all(said: Said) -> Hashable:
    return tuple((name, words) for name, words in said[1].items() if name != COUNTS)


def _key(names: tuple[str, ...]) -> Callable[[Said], Hashable]:
    return lambda said: tuple(said[1][name] for name in names)


def change(kind: Kind, match: Match[Said], issues: tuple[str, ...] = ()) -> Iterator[RecordChange]:
    """The change from the old to the new one, if there is any."""
    old, new = match
    parts = changed_parts(old[1] if old else {}, new[1] if new else {})
    if parts:
        yield RecordChange(kind, how(old, new), old and old[0], new and new[0], parts, issues)


def counted(table: Table, day: date, until: date | None = None) -> Words:
    """Whether what was said on ``day`` counts on the day of the table."""
    return {COUNTS: "" if table.includes(day, until) else "no"}
