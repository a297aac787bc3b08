"""What a command opens: a folder's table as of a day, all that is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from negotiate.compare import Table
from negotiate.files.load import load
from negotiate.files.past.conflict_remarks import is_conflict
from negotiate.files.problems import Problem, Severity
from negotiate.files.suggest import closest, listed
from negotiate.model import Issue, Negotiation, Round
from negotiate.report.counting import counted
from negotiate.report.folders import find_folder
from negotiate.report.refused import RefusedError, instead
from negotiate.report.select import UnknownName, select_issues
from negotiate.terms import plain
from negotiate.text.clean import one_line

T = TypeVar("T")


class Opened(NamedTuple):
    """``table`` is None where nothing could be read."""

    table: Table | None
    problems: tuple[Problem, ...]
    files: int

    @property
    def errors(self) -> int:
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def caution(self) -> str:
        """What must be known before the table is read, with a blank line behind it: of merge conflicts one side is
        shown. "" where there is none."""
        found = one_side(self.problems)
        return f"{found} `negotiate diff FOLDER` sets theirs beside it.\n\n" if found else ""


def one_side(problems: Sequence[Problem]) -> str:
    """ "Of 2 merge conflicts our side is shown."; "" without one."""
    number = sum(map(is_conflict, problems))
    return f"Of {counted(number, 'merge conflict')} our side is shown." if number else ""


def open_folder(name: str, as_of: str = "") -> Opened:
    """Everything in the folder, as of what its file opens with or as of ``as_of``. May raise RefusedError."""
    loaded = load(find_folder(name))
    table = Table(loaded.negotiation, moment_of(loaded.negotiation, as_of)) if loaded.negotiation else None
    return Opened(table, tuple(loaded.problems), len(loaded.files))


def moment_of(negotiation: Negotiation, words: str) -> Round | date | None:
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
        raise RefusedError(_no_moment(negotiation, words)) from None


def _no_moment(negotiation: Negotiation, words: str) -> str:
    """Always with the rounds: whoever mistypes one may not know them."""
    names = [one_line(each.id) for each in negotiation.rounds]
    said = f"`{one_line(words)}` is no day (2025-06-02), no round, and not `all`"
    near = closest(words, [*names, "all"])
    said += f"; did you mean `{near}`?" if near else ""
    return f"{said} ({'the rounds: ' + listed(names, 20) if names else 'there are no rounds here'})"


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
        raise RefusedError(said + instead(error.name, error.known, "there is")) from None
