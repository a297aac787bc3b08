"""What changed between two versions, as Markdown for a pull request: the same escaping as in the report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from negotiate.compare import Table
from negotiate.compare.changes.changes import Changes
from negotiate.compare.changes.matching import How, Part
from negotiate.compare.changes.record_change import Kind, RecordChange
from negotiate.model import Place
from negotiate.report.diff.voice import OVER_TIME, Voice
from negotiate.report.diff.words import TITLES, Tale, Told, Turned, place_of, shown_parts
from negotiate.report.markdown.blocks import bullets, document, heading, nested, table_block
from negotiate.report.markdown.escape import bold, inline
from negotiate.report.wording import capital, listed, relative
from negotiate.text.marks import VERDICTS


def diff_markdown(changes: Changes, names: tuple[str, str], voice: Voice = OVER_TIME) -> str:
    """``names`` are those of the old and the new version."""
    tale = Tale(changes, voice)
    blocks = [
        heading(1, f"{voice.title}: {inline(tale.title)}"),
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
        heads = "Issue", capital(tale.voice.old), capital(tale.voice.new)
        yield table_block(heads, map(_verdict, turns.told)) if turns.told else ""
        yield turns.rest


def _verdict(each: Turned) -> tuple[str, str, str]:
    old, new = VERDICTS[each.flip.old.value].sign, VERDICTS[each.flip.new.value].sign
    flag = ", **re-opened**" if each.reopened else ""
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
    head = f"{bold(tale.party(change.party))}, {tale.voice.how(change.how)}{_place(tale, place_of(change))}"
    moves = (inline(move.said) for move in tale.moves(change))
    return nested(head, [*(_part(part, change.how, tale.voice) for part in change.parts), *moves])


def _part(part: Part, how: How, voice: Voice) -> str:
    if how is not How.CHANGED:
        return f"{inline(part.name)}: {inline(part.new or part.old)}"
    old, new = inline(part.old) or "none", bold(part.new) or "none"
    return f"{inline(part.name)}: {f'{old} → {new}' if voice.is_over_time else f'{voice.old} {old}; {voice.new} {new}'}"


def _records(tale: Tale, kind: Kind) -> Iterator[str]:
    if found := tale.records(kind):
        yield heading(2, TITLES[kind])
        yield bullets(_record(tale, each) for each in found)


def _record(tale: Tale, each: RecordChange) -> str:
    head = f"{inline(tale.record_title(each))}: {tale.became(each)}{_place(tale, place_of(each))}"
    return nested(head, [_part(part, each.how, tale.voice) for part in shown_parts(each)])


def _place(tale: Tale, place: Place | None) -> str:
    """In which file and line, inside the negotiation's folder."""
    if place is None:
        return ""
    tables: tuple[Table, Table] = (tale.changes.new, tale.changes.old)
    folders = [table.negotiation.folder for table in tables]
    folder = next((each for each in folders if place.file.startswith(f"{each.rstrip('/')}/")), folders[0])
    return f" ({inline(relative(place.file, folder))}:{place.line})"
