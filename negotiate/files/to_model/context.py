"""What stands around the positions: parties, sources, rounds, events, and what the screen opens with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from negotiate.files.format.files import Event as EventKeys
from negotiate.files.format.files import Round as RoundKeys
from negotiate.files.format.files import Source as SourceKeys
from negotiate.files.format.keys import PARTY_KEYS
from negotiate.files.format.parts import DAY_PATTERN
from negotiate.files.to_model.desk import Desk
from negotiate.files.to_model.directory import Directory
from negotiate.files.to_model.names import check_name, is_stray_key, report_twin
from negotiate.model import Event, Party, Round, Source

NOTHING: Any = {}
"""What stands in for a mapping that could not be read."""
_DAY = re.compile(DAY_PATTERN)


def is_no(answer: str | None) -> bool:
    return answer in ("no", "false")


def is_yes(answer: str | None) -> bool:
    return answer in ("yes", "true")


def define(
    desk: Desk, section: str, directory: Directory, keys: frozenset[str] = frozenset()
) -> Iterator[tuple[Any, str]]:
    """Enter the names that a section lists, also those whose values could not be read; yield each once, with the
    section. None of them may be one of the ``keys``."""
    box = desk.sheet.data.get(section, {})
    directory.certain = section in desk.sheet.data or (not desk.sheet.spoilt and desk.sheet.document.complete)
    for name in box:
        if is_stray_key(desk.sheet, box, name, keys, "right"):
            continue
        check_name(desk.sheet, box, name, name)
        twin = directory.find(name)
        if twin is not None:
            report_twin(desk.sheet, box, name, name, (box, twin, twin))
        else:
            directory.add(name)
            yield box, name


def build_parties(desk: Desk) -> None:
    for box, name in define(desk, "parties", desk.setting.party_names, PARTY_KEYS):
        given = box[name] or {}
        given = {"name": given} if isinstance(given, str) else given
        desk.setting.parties[name] = Party(
            id=name,
            name=given.get("name", name),
            place=desk.sheet.place(box, name, at_key=True),
            role=given.get("role", ""),
            must_agree=not is_no(given.get("must_agree")),
            note=given.get("note", ""),
        )


def build_sources(desk: Desk) -> None:
    for box, name in define(desk, "sources", desk.setting.source_names):
        given: SourceKeys = box[name] or NOTHING
        when = desk.when(given)
        if when is None and (given is NOTHING or "date" in given or desk.sheet.may_have(given, "date")):
            desk.setting.undated.add(name)
        desk.setting.sources[name] = Source(
            id=name,
            title=given.get("title", name),
            place=desk.sheet.place(box, name, at_key=True),
            publisher=given.get("publisher", ""),
            when=when,
            url=given.get("url", ""),
            grade=given.get("grade", ""),
            note=given.get("note", ""),
        )


def build_rounds(desk: Desk) -> None:
    for box, name in define(desk, "rounds", desk.setting.round_names):
        given: RoundKeys = box[name] or NOTHING
        when = desk.when(given)
        until = desk.until(given, when)
        present = desk.parties(given, "present")
        if when is None:
            continue
        desk.setting.rounds[name] = Round(
            id=name,
            when=when,
            place=desk.sheet.place(box, name, at_key=True),
            until=until,
            venue=given.get("place", ""),
            host=given.get("host", ""),
            present=present,
            note=given.get("note", ""),
        )


def build_events(desk: Desk) -> tuple[Event, ...]:
    box: list[EventKeys | None] = desk.sheet.data.get("events", [])
    events = [_event(desk, box, at, given) for at, given in enumerate(box) if given is not None]
    return tuple(sorted((event for event in events if event), key=lambda event: event.when.start))


def _event(desk: Desk, box: Any, at: int, given: EventKeys) -> Event | None:
    when, issues, citations = desk.when(given), desk.rows(given, "issue"), desk.citations(given)
    told = given.get("according_to", "")
    merged_into = _merged_into(desk, box, at, issues)
    if when is None:
        return None
    return Event(
        when=when,
        what=given.get("what", ""),
        place=desk.sheet.place(box, at),
        issues=issues,
        by=given.get("by", ""),
        according_to=told if isinstance(told, str) else "",
        disputed_by=given.get("disputed_by", ""),
        versions={} if isinstance(told, str) else dict(told),
        citations=citations,
        note=given.get("note", ""),
        dropped=is_yes(given.get("dropped")),
        merged_into=merged_into,
    )


def _merged_into(desk: Desk, box: Any, at: int, issues: tuple[str, ...]) -> tuple[str, ...]:
    """What the event's issues became a part of; an event that takes issues off the table has to name them."""
    given = box[at]
    key = next((key for key in ("merged_into", "dropped") if key in given), "")
    if key and "issue" not in given:
        desk.sheet.error("E201", "`issue` is missing", box, at, f"add `issue: ...`: of what `{key}` is said")
    found = desk.rows(given, "merged_into")
    if not set(found).isdisjoint(issues):
        hint = "name the issue that goes on"
        desk.sheet.error("E332", "an issue cannot be merged into itself", given, "merged_into", hint)
        return ()
    return found


def read_as_of(desk: Desk) -> Round | date | None:
    """What opens first: a round, or a day (a month or year: its first day)."""
    data = desk.sheet.data
    words = data.get("as_of")
    if words is None:
        return None
    rounds = desk.setting.round_names
    name = rounds.find(words)
    if name is None and _DAY.match(words):
        when = desk.when(data, "as_of")
        return when.start if when else None
    if name is None and not desk.setting.is_doubtful(rounds, words):
        hint = rounds.hint(words) if list(rounds) else "write a day, as 2026-01-31, or the name of a round"
        desk.sheet.error("E304", f"`{words}` is neither a round nor a day", data, "as_of", hint)
    return desk.setting.rounds.get(name) if name else None


def read_show(desk: Desk) -> tuple[str, ...]:
    """The pair that the screen opens with."""
    data = desk.sheet.data
    show = desk.parties(data, "show")
    if "show" in data and len(set(data["show"])) != 2:
        hint = "write two parties: show: [one, other]"
        desk.sheet.error("E324", "`show` needs two parties", data, "show", hint, at_key=True)
        return ()
    return show if len(show) == 2 else ()
