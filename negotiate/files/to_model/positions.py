"""What a statement says on each issue: entries."""

from __future__ import annotations

from typing import Any

from negotiate.files.format.positions import POSITION_KEYS, position_shape
from negotiate.files.slips.likely import likely_key
from negotiate.files.suggest import closest, listed
from negotiate.files.to_model.desk import Desk
from negotiate.files.to_model.offers import Shared, Unreadable
from negotiate.files.to_model.position_words import words_of
from negotiate.files.to_model.stances import OTHERS
from negotiate.files.to_model.terms import read_list, read_mapping, read_words
from negotiate.model import Entry, Issue, Statement
from negotiate.terms import plain

NOT_READ = "a part of it could not be read"
Rows = tuple[str, ...]


def read_positions(desk: Desk, statement: Statement, positions: Any) -> list[Entry]:
    """The entries of a statement, issue by issue."""
    entries = list[Entry]()
    for name in positions:
        rows = desk.row_of(positions, name) if name != "note" else ()
        if rows:
            entries += _read_position(desk, statement, positions, name, rows)
    return entries


def _read_position(desk: Desk, statement: Statement, box: Any, key: str, rows: Rows) -> list[Entry]:
    """An entry for each of the rows that a position is for."""
    value = box[key]
    if type(value) is dict and position_shape(value) == "=items" and not value.keys() <= {"note"}:
        return _read_items(desk, statement, box, key, rows)
    entry = _read_entry(desk, statement, box, key, rows)
    return [entry] if len(rows) == 1 else [entry, *(entry._replace(issue=id) for id in rows[1:])]


def _read_entry(desk: Desk, statement: Statement, box: Any, key: str, rows: Rows) -> Entry:
    """The entry for the first of the rows; the others have the same."""
    value, issue = box[key], desk.setting.issues[rows[0]]
    why = NOT_READ if value is None or desk.sheet.is_flawed(box, key) else ""
    if desk.setting.unread:
        why = desk.setting.unread.get(issue.family, why)
    try:
        entry = _read_value(desk, issue, rows, statement, box, key)
    except Unreadable as error:
        return _unread(desk, statement, box, key, issue, why or str(error))
    return entry._replace(unread=why, words=words_of(value)) if why else entry


def _read_value(desk: Desk, issue: Issue, rows: Rows, statement: Statement, box: Any, key: str) -> Entry:
    value = box[key]
    if type(value) is dict:
        return read_mapping(desk, issue, rows, statement, box, key)
    shared = Shared(issue, rows, statement, statement.citations)
    return read_words(desk, shared, box, key) if type(value) is str else read_list(desk, shared, box, key)


def _unread(desk: Desk, statement: Statement, box: Any, key: str, issue: Issue, why: str) -> Entry:
    """An entry that is shown as written and enters no verdict."""
    return Entry(
        party=statement.party,
        issue=issue.id,
        statement=statement,
        place=desk.sheet.place(box, key, at_key=True),
        words=words_of(box[key]),
        citations=statement.citations,
        unread=why,
    )


def _read_items(desk: Desk, statement: Statement, box: Any, key: str, rows: Rows) -> list[Entry]:
    """The entries of a mapping that names items of an issue with `each`."""
    items, entries = box[key], list[Entry]()
    left = {plain(item): id for id in rows if (item := desk.setting.issues[id].item)}
    known = list(left)
    unsure = id(items) in desk.sheet.spoilt
    for name in items:
        if name == "note" or (name == OTHERS and known):
            continue
        row = left.pop(plain(name), None)
        if row is None:
            _report_item(desk, items, name, rows)
            unsure = True
        else:
            entries += _read_position(desk, statement, items, name, (row,))
    rest = tuple(left.values()) if known else rows
    if rest and unsure:
        entry = _unread(desk, statement, box, key, desk.setting.issues[rest[0]], NOT_READ)
        words = words_of(items.get(OTHERS))
        entries += [entry._replace(issue=each, words=words) for each in rest]
    elif rest and OTHERS in items:
        entries += _read_position(desk, statement, items, OTHERS, rest)
    note = items.get("note")
    return [entry._replace(note=note) if note and not entry.note else entry for entry in entries]


def _report_item(desk: Desk, items: Any, name: str, rows: Rows) -> None:
    """A key that is neither an item of the issue nor a key of a position."""
    if not desk.sheet.document.has_room() or desk.sheet.document.flawed(items, name):
        return
    known = [item for id in rows if (item := desk.setting.issues[id].item)]
    if known:
        near = closest(name, [*known, OTHERS, *sorted(POSITION_KEYS)])
        hint = f"did you mean `{near}`?" if near else f"its items are {listed(known, 20)}"
    else:
        near = likely_key(name, sorted(POSITION_KEYS))
        hint = f"did you mean `{near}`?" if near else f"allowed here: {listed(sorted(POSITION_KEYS), 20)}"
    if near is None and desk.setting.issues[rows[0]].family in desk.setting.blurred:
        return
    if known:
        desk.sheet.error("E329", f"`{name}` is not an item of this issue", items, name, hint, at_key=True)
    else:
        desk.sheet.error("E202", f"unknown key `{name}`", items, name, hint, at_key=True)
