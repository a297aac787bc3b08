"""All that is wrong in folders, for other programs: JSON, GitHub's annotations, SARIF."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from negotiate import __version__
from negotiate.files.problems import CODES, QUOTABLE, Excerpt, Problem, Severity, concise
from negotiate.report.counting import counted
from negotiate.report.plain.problems import count_text, problems_text
from negotiate.text.clean import clean, one_line


class Checked(NamedTuple):
    """A folder as it was named, what is wrong in it, how many files it has, and how many warnings it turns off."""

    folder: str
    problems: tuple[Problem, ...]
    files: int
    ignored: int = 0


Format = Callable[[Sequence[Checked]], str]
"""Every format returns text that ends with a newline, or nothing at all."""


def as_text(checked: Sequence[Checked], unicode: bool = True) -> str:
    """For people: the first problems with the lines they stand in, and a count."""
    return "\n".join([*(_told(each, unicode) for each in checked), *_more(checked)])


def _told(checked: Checked, unicode: bool) -> str:
    listed = f"{problems_text(checked.problems, unicode).rstrip()}\n\n" if checked.problems else ""
    off = f" ({counted(checked.ignored, 'warning')} turned off)" if checked.ignored else ""
    return f"{listed}{clean(checked.folder)}: {count_text(checked.problems, checked.files)}{off}.\n"


def _more(checked: Sequence[Checked]) -> list[str]:
    """Where to read on, once."""
    problems = [problem for each in checked for problem in each.problems]
    if not problems:
        return []
    first = problems[0].code
    said = f"What {first} means, with examples: negotiate explain {first}\n"
    off = "A warning that does not hold here is turned off in negotiation.yaml: `ignore: [CODE]`.\n"
    fix = "What only has to be written otherwise: negotiate check --fix shows it, and writes it if you agree.\n"
    doubts = any(problem.severity is Severity.WARNING for problem in problems)
    return [said + (off if doubts else "") + (fix if any(each.code == QUOTABLE for each in problems) else "")]


def as_concise(checked: Sequence[Checked]) -> str:
    """A line for each problem, as compilers write them: editors jump to them."""
    return "".join(f"{concise(problem)}\n" for each in checked for problem in each.problems)


def as_json(checked: Sequence[Checked]) -> str:
    """``{"version", "folders": [{"folder", "files", "errors", "warnings", "ignored", "problems": [...]}]}``.

    A problem has ``code``, ``severity`` ("error" or "warning"), ``file``, ``line`` and ``column`` (from 1),
    ``message``, ``hint``, ``context``, ``excerpt`` (null or line, text, start and length in cells), ``related``.
    """
    folders = [_folder(each) for each in checked]
    return _dumped({"version": __version__, "folders": folders})


def _folder(checked: Checked) -> Mapping[str, Any]:
    errors = sum(problem.severity is Severity.ERROR for problem in checked.problems)
    return {
        "folder": checked.folder,
        "files": checked.files,
        "errors": errors,
        "warnings": len(checked.problems) - errors,
        "ignored": checked.ignored,
        "problems": [_problem(each) for each in checked.problems],
    }


def _problem(problem: Problem) -> Mapping[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "hint": problem.hint,
        "context": problem.context,
        "excerpt": _excerpt(problem.excerpt) if problem.excerpt else None,
        "related": [_excerpt(each) for each in problem.related],
    }


def _excerpt(excerpt: Excerpt) -> Mapping[str, Any]:
    return {
        "file": excerpt.place.file,
        "line": excerpt.place.line,
        "text": excerpt.text,
        "start": excerpt.start,
        "length": excerpt.length,
        "label": excerpt.label,
    }


def as_github(checked: Sequence[Checked]) -> str:
    """Workflow commands that GitHub shows beside the line:
    https://docs.github.com/actions/reference/workflow-commands-for-github-actions."""
    return "".join(f"{_annotation(problem)}\n" for each in checked for problem in each.problems)


def _annotation(problem: Problem) -> str:
    file, line, column = problem.place
    said = problem.message + (f" ({problem.hint})" if problem.hint else "")
    where = f"file={_property(file)},line={line},col={column},title={_property(problem.code)}"
    return f"::{problem.severity.value} {where}::{_data(one_line(said))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")


def as_sarif(checked: Sequence[Checked]) -> str:
    """SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html."""
    problems = [problem for each in checked for problem in each.problems]
    used = sorted({problem.code for problem in problems})
    rules = [{"id": code, "shortDescription": {"text": CODES.get(code, code)}} for code in used]
    driver = {"name": "negotiate", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [_result(p) for p in problems]}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return _dumped({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _result(problem: Problem) -> Mapping[str, Any]:
    said = problem.message + (f" ({problem.hint})" if problem.hint else "")
    region = {"startLine": max(problem.place.line, 1), "startColumn": max(problem.place.column, 1)}
    location = {"artifactLocation": {"uri": _uri(problem.place.file)}, "region": region}
    return {
        "ruleId": problem.code,
        "level": problem.severity.value,
        "message": {"text": said},
        "locations": [{"physicalLocation": location}],
    }


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _dumped(value: Mapping[str, Any]) -> str:
    """In ASCII: what stands in a file never reaches a terminal as a control character."""
    import json  # 2 ms, which the formats for people go without

    return json.dumps(value, indent=2) + "\n"


FORMATS: Mapping[str, Format] = {
    "text": as_text,
    "concise": as_concise,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
