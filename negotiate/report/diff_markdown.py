"""What changed between two versions, as Markdown for a pull request: the same escaping as in the report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from negotiate.compare import Table
from negotiate.compare.changes import Changes
from negotiate.compare.matching import How, Part
from negotiate.compare.record_change import Kind, RecordChange
from negotiate.model import Place
from negotiate.report.blocks import bullets, document, heading, nested, table_block
from negotiate.report.diff_words import TITLES, Tale, Told, Turned, became, place_of, shown_parts
from negotiate.report.escape import bold, inline
from negotiate.report.wording import listed, relative
from negotiate.text.marks import VERDICTS


def diff_markdown(changes: Changes, names: tuple[str, str]) -> str:
    """``names`` are those of the old and the new version."""
    tale = Tale(changes)
    blocks = [
        heading(1, f"What changed: {inline(tale.title)}"),
        bullets(_version(*each) for each in tale.versions(names)),
        inline(tale.counts()),
        *_verdicts(tale),
        *_positions(tale),
    ]
    for kind in Kind:
        blocks += _records(tale, kind)
    return document(blocks)


def _version(age: str, name: str, day: str) -> str:
    """Never with a path of the writer's machine."""
    known = bold(PurePath(name).name if name.startswith("/") else name)
    return f"{age}: {'. '.join(words for words in (known, inline(day)) if words)}"


def _verdicts(tale: Tale) -> Iterator[str]:
    found = tale.verdicts()
    if found:
        yield heading(2, "Verdicts")
    for turns in found:
        yield heading(3, listed(inline(tale.party(party)) for party in turns.pair))
        yield table_block(("Issue", "Old", "New"), map(_verdict, turns.told)) if turns.told else ""
        yield turns.rest


def _verdict(each: Turned) -> tuple[str, str, str]:
    old, new = VERDICTS[each.flip.old.value].sign, VERDICTS[each.flip.new.value].sign
    flag = ", **re-opened**" if each.flip.reopened else ""
    return inline(each.title), f"{old} {inline(each.old)}", f"{new} {inline(each.new)}{flag}"


def _positions(tale: Tale) -> Iterator[str]:
    found = tale.positions()
    if found:
        yield heading(2, "Positions")
    by_title = dict[str, list[Told]]()
    for told in found:
        by_title.setdefault(told.title, []).append(told)
    for title, group in by_title.items():
        yield heading(3, inline(title))
        yield bullets(_position(tale, told) for told in group)


def _position(tale: Tale, told: Told) -> str:
    change = told.change
    head = f"{bold(tale.party(change.party))}, {change.how.value}{_place(tale, place_of(change))}"
    return nested(head, [*(_part(part, change.how) for part in change.parts), *map(inline, tale.moves(change))])


def _part(part: Part, how: How) -> str:
    if how is not How.CHANGED:
        return f"{inline(part.name)}: {inline(part.new or part.old)}"
    return f"{inline(part.name)}: {inline(part.old) or 'none'} → {bold(part.new) or 'none'}"


def _records(tale: Tale, kind: Kind) -> Iterator[str]:
    if found := tale.records(kind):
        yield heading(2, TITLES[kind])
        yield bullets(_record(tale, each) for each in found)


def _record(tale: Tale, each: RecordChange) -> str:
    head = f"{inline(tale.record_title(each))}: {became(each)}{_place(tale, place_of(each))}"
    return nested(head, [_part(part, each.how) for part in shown_parts(each)])


def _place(tale: Tale, place: Place | None) -> str:
    """In which file and line, inside the negotiation's folder."""
    if place is None:
        return ""
    tables: tuple[Table, Table] = (tale.changes.new, tale.changes.old)
    folders = [table.negotiation.folder for table in tables]
    folder = next((each for each in folders if place.file.startswith(f"{each.rstrip('/')}/")), folders[0])
    return f" ({inline(relative(place.file, folder))}:{place.line})"
