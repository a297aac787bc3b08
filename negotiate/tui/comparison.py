"""Which two versions are set side by side on the screen, and how they are opened: beside the screen, and anew
whenever the files change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from negotiate.compare import Table
from negotiate.files.past.sides import Sides, find_sides
from negotiate.report.diff.diff import compared
from negotiate.report.diff.voice import voice_of
from negotiate.report.diff.words import Tale
from negotiate.report.refused import RefusedError
from negotiate.report.versions.alone import open_asked, open_sides
from negotiate.report.versions.earlier import earlier
from negotiate.report.versions.versions import Version, is_folder
from negotiate.tui.session import Session, as_before

SIDES = "ours against theirs"
"""What is typed for the two sides of a merge."""


class Opened(NamedTuple):
    """``about`` says more of the old one than its name; ``sides`` are there where the files have merge conflicts."""

    old: Version
    new: Version
    about: str = ""
    sides: Sides | None = None


@dataclass(frozen=True)
class Compared:
    """Both versions, and what changed; no tale where one of them could not be read."""

    opened: Opened
    tale: Tale | None

    @property
    def names(self) -> tuple[str, str]:
        return self.opened.old.name, self.opened.new.name


@dataclass(frozen=True)
class Comparison:
    """``said`` names what is read; ``after`` is the word for what the new version says."""

    said: str
    open: Callable[[Session], Opened]
    after: str = "now"

    def tell(self, session: Session) -> Compared:
        """Raises RefusedError. May take seconds."""
        opened = self.open(session)
        found = compared(opened.old, opened.new)
        return Compared(opened, Tale(found, voice_of(opened.old, opened.new)) if found is not None else None)


def since(word: str) -> Comparison:
    """What is on the screen, beside the earlier version that a word stands for."""
    if word.strip() == SIDES:
        return Comparison("both sides of the merge", _open_sides)
    return Comparison(word.strip(), lambda session: _open_since(word, session))


def _open_since(word: str, session: Session) -> Opened:
    folder = str(session.folder)
    found = earlier(word, session.table, folder)
    shown = Version(folder, _own(session), () if session.stale else session.problems)
    old = found.open()
    if old.name == folder:  # of another day, which is told with the version
        return Opened(old, shown)
    return Opened(_as_on_screen(old, session), shown, found.said)


def _as_on_screen(old: Version, session: Session) -> Version:
    """As of the round that was gone to, where that is not the one that opens."""
    if session.travelled and session.table and old.table:
        return old._replace(table=as_before(session.table, old.table))
    return old


def _own(session: Session) -> Table | None:
    """A table apart from the screen's, which goes on filling up meanwhile."""
    table = session.table
    return Table(table.negotiation, table.as_of.round or table.as_of.day) if table else None


def _open_sides(session: Session) -> Opened:
    sides = find_sides(str(session.folder))
    if sides is None:
        raise RefusedError("no merge conflict is left in the files")
    ours, theirs = open_sides(sides)
    return Opened(ours, theirs, sides=sides)


# --- as `negotiate diff` asks


def asked(old: str, new: str | None, within: str, as_of: str, merged: str) -> Comparison:
    """The two versions that these words stand for, whatever is on the screen."""

    def opened(_: Session) -> Opened:
        both = open_asked(old, new, within, as_of, merged)
        merging = any(version.side for version in both)
        return Opened(*both, sides=find_sides(str(folder_of(both, within))) if merging else None)

    return Comparison("both versions", opened, "after")


def folder_of(versions: Sequence[Version], within: str) -> Path:
    """The folder that they are of, where it lies on disk, the new one's first."""
    known = [version.table.negotiation.folder for version in reversed(versions) if version.table]
    return Path(next((each for each in (*known, within) if is_folder(each)), "."))


def is_live(opened: Opened, folder: Path) -> bool:
    """Whether the new version is the folder as it is and as it opens, so that it follows its files."""
    name, table, _, side = opened.new
    opens = table is not None and table.as_of == Table(table.negotiation, table.negotiation.as_of).as_of
    return opens and (side is not None or Path(name) == folder)
