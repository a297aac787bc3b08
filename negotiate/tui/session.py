"""One opened negotiation: what could be read, what is wrong with it, and whether its files have changed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from negotiate.compare import Table
from negotiate.files.past.conflict_remarks import is_conflict
from negotiate.files.problems import Problem, Severity
from negotiate.model import Negotiation, Place
from negotiate.text.clean import one_line

Stamp = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Session:
    """``table`` is None where nothing could be read. ``stale`` marks the last good view of a folder that broke.

    ``travelled``: the table is as of a round that was chosen here, and not the one that the file opens with.
    """

    folder: Path
    table: Table | None
    problems: tuple[Problem, ...] = ()
    stamp: Stamp = ()
    stale: bool = False
    travelled: bool = False

    @property
    def errors(self) -> int:
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def conflicts(self) -> int:
        """How often git left two versions in the files."""
        return sum(map(is_conflict, self.problems))

    @property
    def title(self) -> str:
        return one_line(self.table.negotiation.title) if self.table else self.folder.name

    def at(self, table: Table) -> Session:
        """The same folder as of another round or day."""
        return replace(self, table=table, travelled=True)

    def path(self, place: Place) -> Path:
        """The file of a place. Files are named as the user gave them, or inside the folder."""
        given = Path(place.file)
        return given if given.is_absolute() or given.exists() else self.folder / given

    def shown(self, place: Place) -> str:
        """ "parties/russia.yaml:12": the file inside the negotiation's folder."""
        file = Path(place.file)
        if file.is_relative_to(self.folder):
            file = file.relative_to(self.folder)
        return f"{file.as_posix()}:{place.line}"


def open_session(folder: Path) -> Session:
    """Read a folder; what is wrong with it is among the problems."""
    from negotiate.files.load import load

    stamp = stamped(folder)
    loaded = load(folder, careful=True)
    return session_of(folder, loaded.negotiation, loaded.problems, stamp)


def session_of(
    folder: Path, negotiation: Negotiation | None, problems: tuple[Problem, ...] = (), stamp: Stamp = ()
) -> Session:
    table = Table(negotiation, negotiation.as_of) if negotiation else None
    return Session(folder, table, problems, stamp)


def reopened(before: Session) -> Session | None:
    """The session as its files are now; None where they have not changed."""
    if stamped(before.folder) == before.stamp:
        return None
    return read_again(before)


def read_again(before: Session) -> Session:
    """The folder as it is now; where that is worse than before, with the last good table."""
    now = open_session(before.folder)
    was_sound = not before.errors or before.stale
    if before.table and (now.table is None or (now.errors and was_sound)):
        return replace(now, table=before.table, stale=True, travelled=before.travelled)
    return now.at(as_before(before.table, now.table)) if before.travelled and before.table and now.table else now


def as_before(before: Table, now: Table) -> Table:
    """The table of the round or day that was looked at; of the opening one where that round is gone."""
    meeting, day = before.as_of.round, before.as_of.day
    if meeting is None:
        return Table(now.negotiation, day, now.memory)
    same = next((each for each in now.negotiation.rounds if each.id == meeting.id), None)
    return Table(now.negotiation, same, now.memory) if same else now


def stamped(folder: Path) -> Stamp:
    """Name, time, size and number of every YAML file in the folder and its parties' folder. The number is another
    where a file was replaced by one of the same time and size."""
    return tuple(sorted(_stamps(folder)))


def _stamps(folder: Path) -> Iterator[tuple[str, int, int, int]]:
    for where in (folder, folder / "parties"):
        for entry in _entries(where):
            with contextlib.suppress(OSError):  # a link to nowhere, or a file that has just gone
                known = entry.stat()
                yield entry.path, known.st_mtime_ns, known.st_size, known.st_ino


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """The files that are read; hidden ones are editors'."""
    try:
        with os.scandir(folder) as entries:
            return [each for each in entries if each.name.lower().endswith((".yaml", ".yml")) and each.name[0] != "."]
    except OSError:
        return []
