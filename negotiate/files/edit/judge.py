"""What would come of an edit: the loader's own word on it, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from negotiate.files.draft import load_draft
from negotiate.files.edit.original import Original
from negotiate.files.edit.paths import Path
from negotiate.files.edit.readback import read_back
from negotiate.files.edit.refused import EditRefused
from negotiate.files.edit.splice import Splice, splice
from negotiate.files.problems import Problem, Severity
from negotiate.files.source.document import Document
from negotiate.model import Place


@dataclass(frozen=True)
class Judgement:
    """``change`` is None where the file cannot be changed so; ``refused`` then says why.

    ``place`` is where. ``problems`` are those that the change makes, and all that concern the value itself.
    ``reading`` is how the value is understood: "at most 250,000 troops".
    """

    change: Splice | None
    problems: tuple[Problem, ...] = ()
    reading: str = ""
    refused: str = ""
    place: Place | None = None

    @property
    def is_fine(self) -> bool:
        """Whether it may be saved; warnings do not hinder."""
        return self.change is not None and not self.errors

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(each for each in self.problems if each.severity is Severity.ERROR)

    @property
    def said(self) -> str:
        """One line on it: why not, else what is questioned, else how it is understood."""
        if self.refused or not self.problems:
            return self.refused or self.reading
        first = (*self.errors, *self.problems)[0]
        return f"{first.message}; {first.hint}" if first.hint else first.message


def judge(folder: str, known: Iterable[Problem], original: Original, path: Path, words: str) -> Judgement:
    """Load the folder as it would be with ``words`` at ``path``. ``known`` are the problems that it has already.

    40 ms for 3,000 lines of YAML in six files.
    """
    try:
        change = splice(original, path, words)
    except EditRefused as error:
        return Judgement(None, refused=error.message, place=error.place)
    after = original.with_text(change.applied(original.text))
    loaded = load_draft(folder, {original.name: after.text})
    problems = (*new_problems(known, loaded.problems), *_within(change, after.document, loaded.problems))
    reading = read_back(loaded.negotiation, after.document, path) if loaded.negotiation else ""
    return Judgement(change, tuple(dict.fromkeys(problems)), reading)


def new_problems(known: Iterable[Problem], found: Iterable[Problem]) -> list[Problem]:
    """Those that were not there before, wherever their lines have moved to."""
    left = Counter(map(_identity, known))
    new = list[Problem]()
    for problem in found:
        left[_identity(problem)] -= 1
        if left[_identity(problem)] < 0:
            new.append(problem)
    return new


def _identity(problem: Problem) -> tuple[str, str, str]:
    return problem.place.file, problem.code, problem.message


def _within(change: Splice, document: Document, problems: Iterable[Problem]) -> list[Problem]:
    first, last = document.place_at(change.start), document.place_at(change.start + len(change.new))
    return [each for each in problems if first <= each.place <= last]
