"""What can be corrected without changing what a file says: shown as a difference, proved by reading it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from negotiate.files.edit.disk import difference, save
from negotiate.files.edit.original import Original, read_original
from negotiate.files.edit.refused import EditRefused
from negotiate.files.problems import QUOTABLE, Problem
from negotiate.files.slips.judge import Judge
from negotiate.files.source.lines import Lines
from negotiate.files.source.mended import Edit, Mended
from negotiate.files.source.portable import TOKEN, taken_for
from negotiate.files.syntax import read_sheet

TABS = ("E101", "E113")
"""Codes of what may be a tab."""
_TAB_WIDTHS = (2, 4, 8)


@dataclass(frozen=True)
class Fix:
    """A file before and after, and how many problems it has less."""

    before: Original
    after: Original
    corrected: int

    @property
    def difference(self) -> str:
        """A unified diff."""
        return difference(self.before.name, self.before.text, self.after.text, ("as it is", "corrected"))


def fixes(problems: Iterable[Problem]) -> Iterator[Fix]:
    """A correction for each file in which something can be corrected and the proof holds."""
    found = [each for each in problems if each.code in (QUOTABLE, *TABS)]
    for name, group in groupby(sorted(found, key=lambda each: each.place), key=lambda each: each.place.file):
        try:
            before = read_original(name)
        except EditRefused:
            continue
        fix = _fix(before, list(group))
        if fix is not None:
            yield fix


def apply(folder: str, fix: Fix) -> None:
    """Write the file. Raises EditRefused where it has changed meanwhile or cannot be written."""
    save(folder, fix.before, fix.after)


def _fix(before: Original, problems: list[Problem]) -> Fix | None:
    """All corrections at once where that reads back, else one after the other, each as far as it does."""
    for tab in _TAB_WIDTHS:
        found = _corrected(before, problems, tab)
        if found is not None:
            return found
    kept = list[Problem]()
    fix = None
    for each in problems:
        tried = (_corrected(before, [*kept, each], tab) for tab in _TAB_WIDTHS)
        found = next((one for one in tried if one is not None), None)
        if found is not None:
            kept.append(each)
            fix = found
    return fix


def _corrected(before: Original, problems: list[Problem], tab: int) -> Fix | None:
    """The file with these problems corrected, if it then says the same; ``tab`` is how many spaces a tab stands for."""
    lines, text = Lines(before.text), before.text
    edits = {problem: tuple(_edits(text, lines, problem, tab)) for problem in problems}
    corrected = [problem for problem, found in edits.items() if found]
    wanted = sorted({edit for found in edits.values() for edit in found})
    if not corrected:
        return None
    after = before.with_text(Mended(text).edited(tuple(wanted)).text)
    fewer = sum(problem.code in TABS for problem in corrected)
    return Fix(before, after, len(corrected)) if _says_the_same(before, after, fewer) else None


def _edits(text: str, lines: Lines, problem: Problem, tab: int) -> Iterator[Edit]:
    """What to write where a problem was found; offsets count in the text."""
    start = lines.start(problem.place.line) + problem.place.column - 1
    if problem.code == QUOTABLE:
        found = TOKEN.match(text, start)
        words = found[0].rstrip(":") if found else ""
        if taken_for(words):
            yield Edit(start, start + len(words), f'"{words}"')
    elif problem.place.column > 1:
        if text[start : start + 1] == "\t":
            yield Edit(start, start + 1, " ")
    else:
        yield from _indents(lines, problem.place.line, tab)


def _indents(lines: Lines, number: int, tab: int) -> Iterator[Edit]:
    """The tabs in front of a line and of those below that begin with one too."""
    while number <= len(lines) and lines.line(number).startswith("\t"):
        line, start = lines.line(number), lines.start(number)
        indent = line[: len(line) - len(line.lstrip("\t "))]
        yield Edit(start, start + len(indent), indent.replace("\t", " " * tab))
        number += 1


def _says_the_same(before: Original, after: Original, fewer: int) -> bool:
    """Every key and value as before, in the same order, and so many problems of reading fewer.

    Where the file could not be read as it was, what was made of it is what must be said.
    """
    old, new = (read_sheet(each.text, each.name, Judge()).document for each in (before, after))
    return len(new.problems) <= len(old.problems) - fewer and _said(old.data) == _said(new.data)


def _said(data: object) -> object:
    """With the order of keys, which a dict does not compare."""
    if isinstance(data, dict):
        return [(key, _said(value)) for key, value in data.items()]
    return [_said(each) for each in data] if isinstance(data, list) else data
