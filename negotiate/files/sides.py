"""The sides of the merge conflicts in a folder, each read as a version of the whole of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from negotiate.files.conflicts import Conflict, Side, conflicts
from negotiate.files.load import Loaded, load
from negotiate.files.reading import Unreadable, read_text
from negotiate.files.revisions import RevisionError, common_ancestor
from negotiate.files.snapshot import files_of, load_replaced


class Sides(NamedTuple):
    """``conflicts``: path in the folder -> those in the file."""

    folder: str
    conflicts: Mapping[str, tuple[Conflict, ...]]

    def name(self, side: Side) -> str:
        """ "theirs (draft)": with the words behind git's marks."""
        parts = (each.part(side) for found in self.conflicts.values() for each in found)
        return side.called(*dict.fromkeys(part.label for part in parts if part))


def find_sides(folder: str) -> Sides | None:
    """None where there is no conflict, or nothing to be read."""
    found = {path: tuple(conflicts(text)) for path, text in _texts(folder)}
    found = {path: each for path, each in found.items() if each}
    return Sides(folder, found) if found else None


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
        return load(sides.folder, side)
    kept = {path: common_ancestor(os.path.join(sides.folder, path)) for path in sides.conflicts}
    if all(text is not None for text in kept.values()):
        named = {path: (text, f"base:{os.path.join(sides.folder, path)}") for path, text in kept.items()}
        return load_replaced(sides.folder, named)
    if all(each.base for found in sides.conflicts.values() for each in found):
        return load(sides.folder, side)
    raise RevisionError(
        "git did not write down what both sides were made of; it does with `git config merge.conflictStyle diff3`"
    )
