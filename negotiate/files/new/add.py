"""An issue, a party or a source more in a negotiation."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from negotiate.files.draft import load_draft
from negotiate.files.edit.disk import save
from negotiate.files.edit.insert import inserted
from negotiate.files.edit.judge import new_problems
from negotiate.files.edit.original import Original, read_original
from negotiate.files.edit.refused import EditRefused
from negotiate.files.folder import NEGOTIATION
from negotiate.files.load import load
from negotiate.files.new.editors import renew_schema
from negotiate.files.new.specs import KINDS, Spec, read_issue, read_party, read_source
from negotiate.files.new.start import party_file, write_all
from negotiate.files.new.template import party_text
from negotiate.files.problems import Problem, Severity
from negotiate.model import Place

_ADDRESSED = ("parties", "sources", "texts")  # a reply is `to` one of these: no two may have the same name


@dataclass(frozen=True)
class Added:
    """Where the new key stands, the file of a new party, and warnings that come of it."""

    place: Place
    files: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()


def add_issue(folder: str, words: str) -> Added:
    """All of these raise EditRefused, and then nothing is written."""
    return _add(folder, "issues", read_issue(words, _taken(folder, "issues")))


def add_source(folder: str, words: str, **more: str) -> Added:
    return _add(folder, "sources", read_source(words, _taken(folder, *_ADDRESSED), **more))


def add_party(folder: str, words: str, role: str, must_agree: str, day: date) -> Added:
    """Also creates its file, where there is none yet."""
    party = read_party(words, _taken(folder, *_ADDRESSED), role, must_agree)
    name, main = party_file(folder, party.name), _main(folder)
    text = party_text(party, _parties(main), _issues(main), day)
    return _add(folder, "parties", party, {} if os.path.lexists(name) else {name: text})


def _add(folder: str, section: str, spec: Spec, new: dict[str, str] | None = None) -> Added:
    before, new = _main(folder), new or {}
    after = inserted(before, section, spec.name, spec.value)
    known, found = load(folder).problems, load_draft(folder, {before.name: after.text, **new}).problems
    made = new_problems(known, found)
    errors = [each for each in made if each.severity is Severity.ERROR]
    if errors:
        raise EditRefused("; ".join(part for part in (errors[0].message, errors[0].hint) if part))
    write_all(new)
    try:
        save(folder, before, after)
    except BaseException:
        for name in new:
            os.unlink(name)
        raise
    with suppress(EditRefused):  # the names are there; only an editor does not know them yet
        renew_schema(folder)
    box = after.document.data[section]
    return Added(after.document.place(box, spec.name, at_key=True), tuple(new), tuple(made))


def _main(folder: str) -> Original:
    return read_original(os.path.join(folder, NEGOTIATION))


def _taken(folder: str, *sections: str) -> tuple[str, ...]:
    """The names that sections list."""
    return tuple(name for section in sections for name in _section(_main(folder), section))


def _section(main: Original, section: str) -> dict[str, Any]:
    data = main.document.data
    box = data.get(section) if isinstance(data, dict) else None
    return box if isinstance(box, dict) else {}


def _parties(main: Original) -> list[Spec]:
    return [Spec(name, name) for name in _section(main, "parties") if name != "note"]


def _issues(main: Original) -> list[Spec]:
    """Those that an example can be given for."""
    listed = _section(main, "issues").items()
    return [Spec(name, name, keys) for name, keys in listed if isinstance(keys, dict) and keys.get("type") in KINDS]
