"""What a command opens: the folder that was meant, its table as of a day, all that is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from negotiate.compare import Table
from negotiate.files.bundled import bundled_folders
from negotiate.files.load import load
from negotiate.files.problems import Problem, Severity
from negotiate.files.suggest import closest, listed
from negotiate.model import Issue, Negotiation, Round
from negotiate.report.refused import RefusedError
from negotiate.report.select import UnknownName, select_issues
from negotiate.terms import plain
from negotiate.text.clean import one_line

T = TypeVar("T")


class Opened(NamedTuple):
    """``table`` is None where nothing could be read. ``ignored`` counts the warnings that the folder turns off."""

    table: Table | None
    problems: tuple[Problem, ...]
    files: int
    ignored: int = 0

    @property
    def errors(self) -> int:
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def find_folder(name: str) -> Path:
    """The folder, or the bundled negotiation of that name where there is no such folder."""
    if not name:
        raise RefusedError("the name of the folder is empty; `.` is the one you are in")
    path = Path(name)
    try:
        if path.is_dir():
            return path
        if path.is_file() and path.name == "negotiation.yaml":
            return path.parent
        exists = path.exists()
    except (OSError, ValueError) as error:
        raise RefusedError(f"`{one_line(name)}` cannot be opened: {one_line(str(error))}") from None
    if exists:
        raise RefusedError(f"`{one_line(name)}` is a file; name the folder that holds `negotiation.yaml`")
    bundled = {folder.name: folder for folder in bundled_folders()}
    if name in bundled:
        return bundled[name]
    raise RefusedError(f"there is no folder `{one_line(name)}`{_meant(name, bundled, 'bundled')}")


def open_folder(name: str, as_of: str = "", careful: bool = False) -> Opened:
    """Everything in the folder, as of what its file opens with or as of ``as_of``. May raise RefusedError."""
    loaded = load(find_folder(name), careful)
    table = Table(loaded.negotiation, _when(loaded.negotiation, as_of)) if loaded.negotiation else None
    return Opened(table, loaded.problems, len(loaded.files), len(loaded.ignored))


def _when(negotiation: Negotiation, words: str) -> Round | date | None:
    """A round by its name, a day, or "all" for everything on record."""
    if not words:
        return negotiation.as_of
    if plain(words) == "all":
        return None
    rounds = {plain(each.id): each for each in negotiation.rounds}
    if plain(words) in rounds:
        return rounds[plain(words)]
    try:
        return date.fromisoformat(words)
    except ValueError:
        names = [each.id for each in negotiation.rounds]
        said = f"`{one_line(words)}` is no day (2025-06-02), no round, and not `all`"
        raise RefusedError(said + _meant(words, names, "the rounds")) from None


def find_issues(table: Table, words: str) -> tuple[Issue, ...]:
    """The issue of that name or title, or all rows of its family. May raise RefusedError."""
    titles = {plain(issue.title): issue.id for issue in table.issues}
    wanted = titles.get(plain(words), words)
    return chosen(lambda: select_issues(table, [wanted]))


def chosen(select: Callable[[], T]) -> T:
    """What ``select`` returns; a name that it does not know is refused with the nearest that there is."""
    try:
        return select()
    except UnknownName as error:
        said = f"there is no {error.kind} `{one_line(error.name)}`"
        raise RefusedError(said + _meant(error.name, error.known, "there is")) from None


def _meant(word: str, known: Iterable[str], there_is: str) -> str:
    names: Sequence[str] = [one_line(name) for name in known]
    near = closest(word, names)
    if near:
        return f"; did you mean `{near}`?"
    return f" ({there_is}: {listed(names, 20)})" if names else ""
