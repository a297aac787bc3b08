"""The two versions of a negotiation that are set side by side: each a folder, a revision of one, a day or round of
one, or a side of the merge conflicts in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from negotiate.compare import Table
from negotiate.files.bundled import bundled_folders
from negotiate.files.load import Loaded, load
from negotiate.files.past.conflicts import Side
from negotiate.files.past.revisions import (
    Found,
    RevisionError,
    find,
    is_in_repository,
    load_revision,
    path_in_repository,
)
from negotiate.files.past.sides import Sides, find_sides, load_side
from negotiate.files.problems import Problem, Severity
from negotiate.files.suggest import closest
from negotiate.report.folders import find_folder
from negotiate.report.opening import moment_of
from negotiate.report.refused import RefusedError
from negotiate.terms import plain
from negotiate.text.clean import one_line


class Version(NamedTuple):
    """``name`` says which one it is; ``table`` is None where nothing could be read. ``side``: of a merge conflict."""

    name: str
    table: Table | None
    problems: tuple[Problem, ...]
    side: Side | None = None

    @property
    def errors(self) -> Sequence[Problem]:
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]


@dataclass(frozen=True)
class OnDisk:
    """A folder."""

    name: str
    side: None = None

    @property
    def directory(self) -> str:
        return self.name

    def path(self) -> str:
        return path_in_repository(self.name)

    def load(self) -> Loaded:
        return load(self.name)


@dataclass(frozen=True)
class InPast:
    """A folder in a revision."""

    found: Found
    side: None = None

    @property
    def name(self) -> str:
        return self.found.label

    @property
    def directory(self) -> str:
        return self.found.directory

    def path(self) -> str:
        return self.found.path

    def load(self) -> Loaded:
        return load_revision(self.found)


@dataclass(frozen=True)
class OnSide:
    """A folder as one side of its merge conflicts has it."""

    sides: Sides
    side: Side

    @property
    def name(self) -> str:
        return self.sides.name(self.side)

    def load(self) -> Loaded:
        return load_side(self.sides, self.side)


Home = OnDisk | InPast


def open_versions(old: str, new: str, within: str = "", as_of: str = "") -> tuple[Version, Version]:
    """Both, each as of what its file opens with or as of ``as_of``. A revision, day, round or side alone is of the
    folder ``within``, or of the one that the other word names. Raises RefusedError and RevisionError."""
    homes = [home_of(word, _directory(old, new, within)) for word in (old, new)]
    shared = OnDisk(str(find_folder(within))) if within else homes[1] or homes[0]
    if shared is None:
        said = f"neither `{one_line(old)}` nor `{one_line(new)}` is a folder"
        raise RefusedError(f"{said}; name one, or say with --in FOLDER what they are of")
    return _version(old, homes[0], shared, as_of), _version(new, homes[1], shared, as_of)


def open_home(home: Home | OnSide, as_of: str = "") -> Version:
    """Raises RefusedError and RevisionError."""
    try:
        return version_of(home.name, home.load(), as_of, home.side)
    except OSError as error:
        raise RefusedError(f"`{one_line(home.name)}` cannot be read: {error.strerror}") from None


def version_of(name: str, loaded: Loaded, as_of: str, side: Side | None = None) -> Version:
    negotiation = loaded.negotiation
    table = Table(negotiation, moment_of(negotiation, as_of)) if negotiation else None
    return Version(name, table, loaded.problems, side)


def home_of(word: str, directory: str) -> Home | None:
    """The folder that a word names by itself. ``directory`` is where git is asked. Raises RefusedError and
    RevisionError for a path that the revision does not have."""
    if is_folder(word):
        return OnDisk(word)
    if is_in_past(word):
        return InPast(_folder_in_past(directory, *word.split(":", 1)))
    bundled = {folder.name: folder for folder in bundled_folders()}
    return OnDisk(str(bundled[word])) if word in bundled else None


def side_of(word: str, folder: str) -> OnSide | None:
    """The side that a word names, of the conflicts in a folder; None where there are none."""
    side = next((side for side in Side if plain(word) == side.value), None)
    sides = find_sides(folder) if side else None
    return OnSide(sides, side) if sides and side else None


def past_of(word: str, shared: Home, meant: str = "") -> InPast:
    """The folder as it was in the revision that a word names. Raises RefusedError, which ends in what was ``meant``."""
    try:
        return InPast(_folder_in_past(shared.directory, word, shared.path()))
    except RevisionError as error:
        said = f"`{one_line(word)}` is no folder, day, round or revision of `{one_line(shared.name)}`"
        hint = "; it has no merge conflict either" if plain(word) in {side.value for side in Side} else ""
        raise RefusedError(f"{said}: {error}{hint}{meant}") from None


def _folder_in_past(directory: str, revision: str, path: str) -> Found:
    found = find(directory, revision, path)
    if not found.is_folder:
        raise RefusedError(f"`{one_line(found.label)}` is a file; name the folder that holds `negotiation.yaml`")
    return found


def _directory(*words: str) -> str:
    """Where git is asked: here, or where there is no repository here, in one of the folders."""
    folders = [word for word in words if is_folder(word)]
    return next((each for each in (".", *folders) if is_in_repository(each)), ".")


def _version(word: str, home: Home | None, shared: Home, as_of: str) -> Version:
    if home:
        return open_home(home, as_of)
    if is_day(word):
        return version_of(shared.name, shared.load(), word)
    if isinstance(shared, OnDisk) and (side := side_of(word, shared.name)):
        return open_home(side, as_of)
    loaded = shared.load()
    rounds = loaded.negotiation.rounds if loaded.negotiation else ()
    if plain(word) in ("all", *(plain(each.id) for each in rounds)):
        return version_of(shared.name, loaded, word)
    near = closest(word, [one_line(each.id) for each in rounds])
    return open_home(past_of(word, shared, f"; did you mean the round `{near}`?" if near else ""), as_of)


def is_folder(word: str) -> bool:
    try:
        return bool(word) and Path(word).is_dir()
    except (OSError, ValueError):
        return False


def is_in_past(word: str) -> bool:
    """Whether it reads ``REVISION:PATH``."""
    revision, _, path = word.partition(":")
    return bool(revision and path)


def is_day(word: str) -> bool:
    try:
        return bool(date.fromisoformat(word))
    except ValueError:
        return False
