"""What changed in statements and joint texts, beside what shows in the positions that stand."""

from __future__ import annotations

from collections.abc import Iterator

from negotiate.compare.changes.matching import Match, by_id
from negotiate.compare.changes.parts import entry_words, standing_entries
from negotiate.compare.changes.record_change import Kind, RecordChange, Said, alike, change, counted
from negotiate.compare.changes.records import paper_words, statement_words
from negotiate.compare.table import Table
from negotiate.model import Entry, Statement

_Key = Statement | str
"""A statement, or the id of a joint text."""


class _Spoken:
    """What each statement and joint text says, and which of it stands."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.entries = dict[_Key, dict[str, Entry]]()
        for (party, issue), entries in table.negotiation.entries.items():
            for entry in entries:
                name = f"on {issue} ({party})" if entry.statement.paper else f"on {issue}"
                self.entries.setdefault(entry.statement.paper or entry.statement, {})[name] = entry
        positions = (table.position(*key) for key in table.negotiation.entries)
        self._standing = {id(entry) for position in positions for entry in standing_entries(position)}

    def statements(self) -> list[Said]:
        found = sorted((each for each in self.entries if isinstance(each, Statement)), key=lambda each: each.when.start)
        return [
            (each, {**statement_words(each), **counted(self.table, each.when.start, each.until), **self._words(each)})
            for each in found
        ]

    def papers(self) -> dict[str, Said]:
        return {
            id: (each, {**paper_words(each), **counted(self.table, each.when.start, each.until), **self._words(id)})
            for id, each in self.table.negotiation.papers.items()
        }

    def _words(self, key: _Key) -> dict[str, str]:
        return {name: entry_words(entry) for name, entry in self.said(key).items()}

    def said(self, key: _Key | None) -> dict[str, Entry]:
        return self.entries.get(key, {}) if key else {}

    def shows(self, key: _Key | None, name: str) -> bool:
        """Whether all that is said there shows in a position."""
        entry = self.said(key).get(name)
        return entry is None or id(entry) in self._standing


def spoken_changes(old: Table, new: Table) -> Iterator[RecordChange]:
    """Statements and joint texts that came, went or changed."""
    before, after = _Spoken(old), _Spoken(new)
    for match in alike(Kind.STATEMENT, before.statements(), after.statements()):
        yield from _changed(Kind.STATEMENT, match, (before, after), (_statement(match[0]), _statement(match[1])))
    for id, paper in by_id(before.papers(), after.papers()):
        yield from _changed(Kind.PAPER, paper, (before, after), (id, id))


def _statement(said: Said | None) -> Statement | None:
    return said[0] if said and isinstance(said[0], Statement) else None


def _changed(
    kind: Kind, match: Match[Said], spoken: tuple[_Spoken, _Spoken], keys: tuple[_Key | None, _Key | None]
) -> Iterator[RecordChange]:
    """Without what shows in the positions anyway."""
    both = list(zip(spoken, keys, strict=True))
    entries = {name: entry for side, key in both for name, entry in side.said(key).items()}
    shown = {name for name in entries if all(side.shows(key, name) for side, key in both)}
    old, new = (_without(said, shown) for said in match)
    yield from change(kind, (old, new), tuple(dict.fromkeys(entry.issue for entry in entries.values())))


def _without(said: Said | None, names: set[str]) -> Said | None:
    return said and (said[0], {name: words for name, words in said[1].items() if name not in names})
