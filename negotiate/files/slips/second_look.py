"""Looking again at what YAML takes and the format does not: one slip may explain several complaints."""

from __future__ import annotations

import re

from negotiate.files.format.keys import KEYS
from negotiate.files.problems import Problem, sort_key
from negotiate.files.sheet import Sheet
from negotiate.files.slips.judge import Judge
from negotiate.files.slips.recovery import Recovery, Step
from negotiate.files.slips.slips import misspelt, taken
from negotiate.files.source.agreement import Remark
from negotiate.files.source.document import Document
from negotiate.files.source.lines import Lines
from negotiate.files.source.mended import Mended
from negotiate.files.source.tree import Finding, finding, read

_BUDGET = 4_000_000  # characters parsed, a fifth of what it may take to read to the end: here nothing is lost
_MOST_SLIPS = 10
_MOST_PLACES = 4
_MOST_COMPLAINTS = 1_000  # nor does one slip explain more
_LONGEST_LINE = 4_000  # nobody reads a longer one
_SUSPICIOUS = frozenset(("E103", "E115", "E201", "E202", "E203", "E204"))
_OPENS = r"[^:]*:\s*(?:$|#|[\[{])"  # a key with a list or a mapping
_TWO_KEYS = rf"(?:{'|'.join(sorted(KEYS))}) [^:]*:"
_TELLING = {"E115": re.compile(""), "E202": re.compile(f"{_OPENS}|{_TWO_KEYS}"), "E204": re.compile(_OPENS)}


def looked_again(sheet: Sheet, judge: Judge, mended: Mended, findings: tuple[Finding, ...]) -> Sheet:
    """The sheet without the slips that YAML takes, which are reported in place of what comes of them."""
    recovery = Recovery(judge, _BUDGET)
    for _ in range(_MOST_SLIPS):
        suspects = _suspicious(sheet.document)
        step = _explaining(recovery, recovery.now(mended), sheet.document, suspects) if suspects else None
        if step is None:
            break
        findings, mended = (*findings, finding(mended, step.slip)), step.mended
        document, _ = read(sheet.document.text, sheet.document.name, mended, findings)
        sheet = judge.sheet(document)
    return sheet


def _suspicious(document: Document) -> list[Problem]:
    """What may come of a slip that YAML takes, in order."""
    if document.unreported > _MOST_COMPLAINTS:
        return []
    found = sorted((problem for problem in document.problems if problem.code in _SUSPICIOUS), key=sort_key)
    return [each for each in found if len(document.lines.line(each.place.line)) <= _LONGEST_LINE]


def _explaining(recovery: Recovery, now: Step, document: Document, suspects: list[Problem]) -> Step | None:
    """The slip, near one of the complaints, that explains most of them."""
    lines, found = Lines(now.mended.text), list[Step]()
    for problem in suspects[:_MOST_PLACES]:
        at = min(lines.start(problem.place.line) + problem.place.column - 1, lines.end(problem.place.line))
        spelt = _spelt(recovery, now, problem, at)
        if spelt and problem.place.column == 1:
            return spelt
        if spelt:
            continue
        least = 1 if _is_sure(document, problem) else 2
        step = recovery.best(now, taken(now.mended.text, at), least, reveals=problem.code == "E103")
        if step and step.is_clean:
            return step
        found += [step] if step else []
    return min(found, key=lambda step: step.complaints.total, default=None)


def _spelt(recovery: Recovery, now: Step, problem: Problem, at: int) -> Step | None:
    """The text with a misspelt key as it was probably meant. That of a whole section is read so: without it nothing
    would be known of what else is wrong there."""
    remark = Remark(problem.code, problem.message, problem.hint)
    slip = misspelt(now.mended.text, at, remark) if problem.code == "E202" else None
    return recovery.without(now, slip, problem.place.line) if slip else None


def _is_sure(document: Document, problem: Problem) -> bool:
    """Whether it takes no other complaint to tell that a line is in the wrong place, or that a colon is missing."""
    start = document.lines.start(problem.place.line) + problem.place.column - 1
    found = _TELLING.get(problem.code)
    return found is not None and bool(found.match(document.text, start, document.lines.end(problem.place.line)))
