"""Two versions of a single file, as git's difftool hands them over, each read in its negotiation's folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from negotiate.files.folder import NEGOTIATION, PARTIES, Folder
from negotiate.files.load import load
from negotiate.files.past.revisions import LARGEST, RevisionError, find, is_in_repository, path_in_repository, read_blob
from negotiate.files.past.snapshot import load_replaced
from negotiate.report.refused import RefusedError
from negotiate.report.versions.versions import Version, is_day, is_folder, is_in_past, open_versions, version_of
from negotiate.text.clean import one_line

_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class Spot:
    """A file's place: its negotiation's folder, and its path in it."""

    folder: str
    path: str

    @property
    def name(self) -> str:
        return os.path.join(self.folder, self.path)


def open_pair(old: str, new: str, within: str = "", as_of: str = "", merged: str = "") -> tuple[Version, Version]:
    """Two folders, revisions or days; or two versions of one file, all else being as it is in the folder now.

    That folder is ``within``, or that of the one of the two that lies in a folder, or that of ``merged`` (what
    git's difftool calls the file in the working tree). Raises RefusedError.
    """
    try:
        if not (_is_file(old) or _is_file(new)):
            return open_versions(old, new, within, as_of)
        _demand_files(old, new)
        spot = _spot(old, new, within, merged)
        return _version(old, "old", spot, as_of), _version(new, "new", spot, as_of)
    except RevisionError as error:
        raise RefusedError(str(error)) from None


def _demand_files(*words: str) -> None:
    for word in words:
        if is_folder(word):
            raise RefusedError(f"`{one_line(word)}` is a folder; compare a file with a file")


def _is_file(word: str) -> bool:
    """Whether it names one file: on disk, in a revision, or none (/dev/null, of a file that was added or dropped)."""
    if word == os.devnull or (is_in_past(word) and word.lower().endswith(_ENDINGS)):
        return True
    try:
        return Path(word).is_file()
    except (OSError, ValueError):
        return False


# --- which file of which negotiation


def _spot(old: str, new: str, within: str, merged: str) -> Spot:
    if within and is_folder(within):
        return Spot(within, _path(within, old if new == os.devnull else new))
    for word in (within, new, old, merged):
        if word and (spot := _home(word)):
            return spot
    hint = "say with --in which file of a negotiation's folder they are"
    raise RefusedError(f"neither `{one_line(old)}` nor `{one_line(new)}` lies in a negotiation's folder; {hint}")


def _home(word: str) -> Spot | None:
    """Where a file lies, or would lie, in the folder of a negotiation."""
    folder, name = os.path.split(word)
    above, last = os.path.split(folder)
    if name == NEGOTIATION and os.path.isdir(os.path.join(folder, PARTIES)):
        return Spot(folder or ".", name)
    if last == PARTIES and os.path.isfile(os.path.join(above, NEGOTIATION)):
        return Spot(above or ".", os.path.join(PARTIES, name))
    return None


def _path(folder: str, word: str) -> str:
    """The file of the folder that a file elsewhere is a version of, by its name; git may put signs before it."""
    name = os.path.basename(word.rpartition(":")[2])
    known = [NEGOTIATION, *(os.path.relpath(path, folder) for path in Folder(folder).party_files())]
    ending = [path for path in known if name == os.path.basename(path) or name.endswith(f"_{os.path.basename(path)}")]
    return max(ending, key=len, default=os.path.join(PARTIES, name))


# --- a version of it


def _version(word: str, age: str, spot: Spot, as_of: str) -> Version:
    """``age``, "old" or "new", is how a version is called that lies elsewhere."""
    if is_day(word):
        return version_of(spot.folder, load(spot.folder), word)
    if word != os.devnull and os.path.exists(word) and os.path.exists(spot.name) and os.path.samefile(word, spot.name):
        return version_of(spot.name, load(spot.folder), as_of)
    name, text = _text(word, age, spot)
    return version_of(name, load_replaced(spot.folder, {spot.path: (text, name)}), as_of)


def _text(word: str, age: str, spot: Spot) -> tuple[str, bytes | None]:
    if word == os.devnull:
        return f"{age}:{spot.name} (no file)", None
    if os.path.isfile(word):
        return f"{age}:{spot.name}", _read(word)
    if is_in_past(word):
        revision, path = word.split(":", 1)
        found = find("." if is_in_repository(".") else spot.folder, revision, path)
    else:
        found = find(spot.folder, word, path_in_repository(spot.name))
    if found.is_folder:
        raise RefusedError(f"`{one_line(found.label)}` is a folder; compare a file with a file")
    return found.label, read_blob(found)


def _read(name: str) -> bytes:
    """One byte more than is read of any file, so that the loader says so."""
    try:
        with open(name, "rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise RefusedError(f"`{one_line(name)}` cannot be read: {error.strerror}") from None
