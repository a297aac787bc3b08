"""The sides of the merge conflicts in a folder, each read as a version of the whole of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from negotiate.files.load import Loaded, load
from negotiate.files.past.conflicts import Conflict, Side, conflicts
from negotiate.files.past.revisions import RevisionError, common_ancestor
from negotiate.files.past.snapshot import files_of, load_replaced
from negotiate.files.source.lines import Lines
from negotiate.files.source.reading import Unreadable, read_text
from negotiate.model import Place


class Found(NamedTuple):
    """A conflict, and the lines of its first mark and of its last."""

    conflict: Conflict
    first: int
    last: int


class Sides(NamedTuple):
    """``conflicts``: path in the folder -> those in the file."""

    folder: str
    conflicts: Mapping[str, tuple[Found, ...]]

    def name(self, side: Side) -> str:
        """ "theirs (draft)": with the words behind git's marks."""
        parts = (each.conflict.part(side) for found in self.conflicts.values() for each in found)
        return side.called(*dict.fromkeys(part.label for part in parts if part))

    def begin(self, place: Place) -> Place:
        """Where the conflict begins that the place stands in; the place itself where it stands in none."""
        found = self.conflicts.get(os.path.relpath(place.file, self.folder), ())
        lines = (each.first for each in found if each.first <= place.line <= each.last)
        return next((Place(place.file, line, 1) for line in lines), place)


def find_sides(folder: str) -> Sides | None:
    """None where there is no conflict, or nothing to be read."""
    found = {path: _found(text) for path, text in _texts(folder)}
    found = {path: each for path, each in found.items() if each}
    return Sides(folder, found) if found else None


def _found(text: str) -> tuple[Found, ...]:
    found = conflicts(text)
    lines = Lines(text if found else "")
    return tuple(Found(each, lines.at(each.start), lines.at(each.end - 1)) for each in found)


def _texts(folder: str) -> Iterator[tuple[str, str]]:
    for path in files_of(folder):
        try:
            yield path, read_text(Path(folder, path))
        except Unreadable:
            continue


def load_side(sides: Sides, side: Side) -> Loaded:
    """The folder as that side has it. Raises RevisionError where git kept no base.

    Git's own base of each file goes before what it wrote between the marks: there zdiff3 leaves lines out.
    """
    if side is not Side.BASE:
        return load(sides.folder, side=side)
    kept = {path: common_ancestor(os.path.join(sides.folder, path)) for path in sides.conflicts}
    if all(text is not None for text in kept.values()):
        named = {path: (text, f"base:{os.path.join(sides.folder, path)}") for path, text in kept.items()}
        return load_replaced(sides.folder, named)
    if all(each.conflict.base for found in sides.conflicts.values() for each in found):
        return load(sides.folder, side=side)
    raise RevisionError(
        "git did not write down what both sides were made of; it does with `git config merge.conflictStyle diff3`"
    )
