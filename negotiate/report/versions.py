"""The two versions of a negotiation that are set side by side over time: each a folder, a revision of one, or a
day or round of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from negotiate.compare import Table
from negotiate.files.bundled import bundled_folders
from negotiate.files.load import Loaded, load
from negotiate.files.problems import Problem, Severity
from negotiate.files.revisions import (
    Found,
    RevisionError,
    find,
    is_in_repository,
    load_revision,
    path_in_repository,
)
from negotiate.report.folders import find_folder
from negotiate.report.opening import _when
from negotiate.report.refused import RefusedError
from negotiate.terms import plain
from negotiate.text.clean import one_line


class Version(NamedTuple):
    """``name`` says which one it is; ``table`` is None where nothing could be read."""

    name: str
    table: Table | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> Sequence[Problem]:
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]


@dataclass(frozen=True)
class OnDisk:
    """A folder."""

    name: str

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


Home = OnDisk | InPast


def open_versions(old: str, new: str, within: str = "", as_of: str = "") -> tuple[Version, Version]:
    """Both, each as of what its file opens with or as of ``as_of``. A revision, day or round alone is of the folder
    ``within``, or of the one that the other word names. Raises RefusedError and RevisionError."""
    homes = [_home(word, _directory(old, new, within)) for word in (old, new)]
    shared = OnDisk(str(find_folder(within))) if within else homes[1] or homes[0]
    if shared is None:
        said = f"neither `{one_line(old)}` nor `{one_line(new)}` is a folder"
        raise RefusedError(f"{said}; name one, or say with --in FOLDER what they are of")
    return _version(old, homes[0], shared, as_of), _version(new, homes[1], shared, as_of)


def version_of(name: str, loaded: Loaded, as_of: str) -> Version:
    negotiation = loaded.negotiation
    table = Table(negotiation, _when(negotiation, as_of)) if negotiation else None
    return Version(name, table, loaded.problems)


def _home(word: str, directory: str) -> Home | None:
    """The folder that a word names by itself."""
    if is_folder(word):
        return OnDisk(word)
    if is_in_past(word):
        return InPast(_folder_in_past(directory, *word.split(":", 1)))
    bundled = {folder.name: folder for folder in bundled_folders()}
    return OnDisk(str(bundled[word])) if word in bundled else None


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
        return version_of(home.name, home.load(), as_of)
    if is_day(word):
        return version_of(shared.name, shared.load(), word)
    loaded = shared.load()
    rounds = loaded.negotiation.rounds if loaded.negotiation else ()
    if plain(word) in ("all", *(plain(each.id) for each in rounds)):
        return version_of(shared.name, loaded, word)
    try:
        past = InPast(_folder_in_past(shared.directory, word, shared.path()))
    except RevisionError as error:
        said = f"`{one_line(word)}` is no folder, day, round or revision of `{one_line(shared.name)}`"
        raise RefusedError(f"{said}: {error}") from None
    return version_of(past.name, past.load(), as_of)


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
