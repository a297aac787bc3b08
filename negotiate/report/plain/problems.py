"""All that is wrong in a folder, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from negotiate.files.problems import Problem, Severity, concise, render
from negotiate.report.counting import counted

MOST_IN_FULL = 20


def problems_text(problems: Sequence[Problem], unicode: bool = True) -> str:
    """The first ones with the lines that they stand in, the rest on a line each."""
    full = [render(problem, unicode) + "\n" for problem in problems[:MOST_IN_FULL]]
    return "\n".join([*full, *(concise(problem) for problem in problems[MOST_IN_FULL:])])


def count_text(problems: Sequence[Problem], files: int) -> str:
    """ "2 errors and 1 warning in 5 files"."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    said = [counted(errors, "error")] if errors else []
    said += [counted(warnings, "warning")] if warnings else []
    return f"{' and '.join(said) or 'No problems'} in {counted(files, 'file')}"
