"""The two versions that were asked for by one word or two."""

from __future__ import annotations

from negotiate.files.past.conflicts import Side
from negotiate.files.past.revisions import RevisionError, find
from negotiate.files.past.sides import Sides, find_sides
from negotiate.report.folders import find_folder
from negotiate.report.refused import RefusedError
from negotiate.report.versions.files import open_pair
from negotiate.report.versions.versions import InPast, OnDisk, OnSide, Version, open_home
from negotiate.text.clean import one_line


def open_asked(
    old: str, new: str | None, within: str = "", as_of: str = "", merged: str = ""
) -> tuple[Version, Version]:
    """Of a folder alone the sides of its merge conflicts, or the last commit and the folder as it is. Raises
    RefusedError. ``merged`` is what git's difftool calls the file in the working tree."""
    if new is None and not within:
        return open_alone(old, as_of)
    return open_pair(old, new or within, within, as_of, merged)


def open_alone(name: str, as_of: str = "") -> tuple[Version, Version]:
    """Ours and theirs where git left conflicts, else the last commit and the folder as it is. Raises RefusedError."""
    home = OnDisk(str(find_folder(name)))
    sides = find_sides(home.name)
    if sides:
        return open_sides(sides, as_of)
    try:
        last = InPast(find(home.directory, "HEAD", home.path()))
        return open_home(last, as_of), open_home(home, as_of)
    except RevisionError as error:
        hint = "name two versions, see: negotiate diff --help"
        raise RefusedError(f"there is nothing to compare `{one_line(name)}` with: {error}; {hint}") from None


def open_sides(sides: Sides, as_of: str = "") -> tuple[Version, Version]:
    """Ours and theirs. Raises RefusedError."""
    ours, theirs = (open_home(OnSide(sides, side), as_of) for side in (Side.OURS, Side.THEIRS))
    return ours, theirs
