"""The files of a negotiation's folder: which they are, and each of them read."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from negotiate.files.format.files import NegotiationFile
from negotiate.files.past.conflicts import Side
from negotiate.files.problems import Excerpt, Problem
from negotiate.files.sheet import Sheet
from negotiate.files.slips.judge import Judge
from negotiate.files.source.reading import Unreadable, read_text, unreadable
from negotiate.files.source.window import window
from negotiate.files.syntax import read_sheet
from negotiate.model import Place

NEGOTIATION = "negotiation.yaml"
PARTIES = "parties"
MOST_FILES = 2_000
_ENDINGS = (".yaml", ".yml")


@dataclass(slots=True)
class Folder:
    """A folder, the problems of its files as such, and the files that were looked at."""

    root: str
    side: Side | None = None
    """Whose version is read where git left merge conflicts."""
    problems: list[Problem] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    def negotiation(self) -> Sheet | None:
        return self.read(os.path.join(self.root, NEGOTIATION), Judge(NegotiationFile))

    def party_files(self) -> list[str]:
        """The names of all files directly under parties/, sorted; hidden ones belong to editors."""
        folder = os.path.join(self.root, PARTIES)
        try:
            with os.scandir(folder) as entries:
                names = [each.name for each in entries if not each.name.startswith(".")]
        except FileNotFoundError:
            return []
        except NotADirectoryError:
            hint = "the files of the parties belong into a folder of this name"
            self.report("E001", "is a file, not a folder", folder, hint)
            return []
        except (OSError, ValueError) as error:
            why = unreadable(error, Path(folder))
            self.report(why.code, why.message, folder, why.hint)
            return []
        if self._leads_out(folder):
            self.report("E004", "is a link that leads out of the folder", folder, "copy the files into the folder")
            return []
        files = sorted(os.path.join(folder, name) for name in names if name.lower().endswith(_ENDINGS))
        if len(files) > MOST_FILES:
            hint = "no negotiation has so many parties; the files after the first of them are not read"
            self.report("E002", f"holds more than {MOST_FILES:,} files", folder, hint)
        return files[:MOST_FILES]

    def read(self, name: str, judge: Judge) -> Sheet | None:
        """The file's values, checked; None, and a problem, where it has none."""
        path = Path(name)
        self.files.append(path)
        if self._leads_out(name):
            self.report("E004", "is a link that leads out of the folder", name, "copy the file into the folder")
            return None
        try:
            text = read_text(path)
        except Unreadable as error:
            place, at = Place(name, error.line, error.column), error.column - 1
            shown = Excerpt(place, *window(error.text, 0, at, at + 1, len(error.text))) if error.text else None
            self.problems.append(Problem(error.code, error.message, place, shown, error.hint))
            return None
        return read_sheet(text, name, judge, self.side)

    def report(self, code: str, message: str, name: str, hint: str = "") -> None:
        self.problems.append(Problem(code, message, Place(name, 1, 1), None, hint))

    def _leads_out(self, name: str) -> bool:
        """Whether the name is that of a link to what lies outside. A folder that is itself a link is fine."""
        try:
            root, target = os.path.realpath(self.root), os.path.realpath(name)
            return os.path.commonpath((root, target)) != root
        except (OSError, ValueError):
            return False
