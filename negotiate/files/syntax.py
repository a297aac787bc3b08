"""Reading a file to its end, although it is not all YAML, or not all where it belongs."""

from __future__ import annotations

import re

from negotiate.files.characters import without_forbidden
from negotiate.files.conflict_remarks import settle
from negotiate.files.conflicts import Side, chosen, conflicts
from negotiate.files.document import Document
from negotiate.files.events import Failure
from negotiate.files.format_keys import KEYS
from negotiate.files.judge import Judge
from negotiate.files.lines import Lines
from negotiate.files.mended import Mended
from negotiate.files.problems import Problem, sort_key
from negotiate.files.recovery import Recovery, Step
from negotiate.files.scene import Slip
from negotiate.files.sheet import Sheet
from negotiate.files.slip_silent import silent_slips
from negotiate.files.slips import UNEXPLAINED, renamed, taken
from negotiate.files.tree import BYTE_ORDER_MARK, Finding, Span, read, report_guess

_BUDGET = 20_000_000  # characters parsed in search of mends: some 4 s. A usual file takes a hundredth of it
_MOST_SLIPS = 10  # looked for in one file, each by trying: what has more is hardly a position file
_MOST_COMPLAINTS = 1_000
_LONGEST_LINE = 4_000
_MOST_PLACES = 4  # at which YAML is looked at once more for a slip that it takes
_TAKEN = frozenset(("E103", "E115", "E201", "E202", "E203", "E204"))  # what such a slip looks like
_OPENS = r"[^:]*:\s*(?:$|#|[\[{])"  # a key with a list or a mapping
_TWO_KEYS = rf"(?:{'|'.join(sorted(KEYS))}) [^:]*:"
_TELLING = {"E115": re.compile(""), "E202": re.compile(f"{_OPENS}|{_TWO_KEYS}"), "E204": re.compile(_OPENS)}


def read_sheet(text: str, name: str, judge: Judge, side: Side | None = None) -> Sheet:
    """The text of a file as a sheet, with all its slips, checked. Raises nothing, whatever the text holds.

    Of merge conflicts it is the version of ``side``, as if nothing else stood there; without a side it is ours, and
    the conflicts are problems.

    A slip in the syntax is mended as it was probably meant, or the smallest part around it is set aside, so that
    the rest of the file is read. So is a line that YAML takes and the format does not, if that explains more than it
    leaves unsaid.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    mended, findings = (_version(text, side) if side else settle(text)) or (None, ())
    silent = silent_slips(mended.text if mended else text)
    if silent:
        mended = mended or Mended(without_forbidden(text))
        findings = (*findings, *(_finding(mended, slip) for slip in silent))
        mended = mended.edited(tuple(edit for slip in silent for edit in slip.edits))
    document, broken = read(text, name, mended, findings)
    if broken is not None:
        recovery = Recovery(judge, _BUDGET)
        mended, slips, broken = _recovered(recovery, mended or Mended(without_forbidden(text)), broken)
        findings = (*findings, *slips)
        document, broken = read(text, name, mended, findings)
    if broken is not None:
        report_guess(document, broken)
    sheet = judge.sheet(document)
    if broken is None and _suspects(document):
        recovery = Recovery(judge, _BUDGET // 5)  # less: nothing is lost of what is not explained
        sheet = _looked_again(sheet, recovery, judge, mended or Mended(without_forbidden(text)), findings)
    sheet.document.problems.sort(key=sort_key)
    return sheet


def _version(text: str, side: Side) -> tuple[Mended, tuple[Finding, ...]] | None:
    found = conflicts(text)
    return (chosen(text, found, side).sure(), ()) if found else None


def _recovered(
    recovery: Recovery, mended: Mended, broken: Failure | None
) -> tuple[Mended, list[Finding], Failure | None]:
    """The text with its slips out of the way, the slips, and what is left."""
    found: list[Finding] = []
    while broken is not None and len(found) < _MOST_SLIPS:
        step = recovery.step(mended, broken)
        if step is None:
            break
        found.append(_finding(mended, step.slip))
        mended, broken = step.mended, step.failure
    return mended, _one_each(found), broken


def _one_each(found: list[Finding]) -> list[Finding]:
    """Of what was found at one place only the first that explains it: a larger part may have been set aside later."""
    known: dict[int, Finding] = {}
    for each in found:
        before = known.setdefault(each.span.start, each)
        if before.remark is UNEXPLAINED:
            known[each.span.start] = each
    return list(known.values())


def _looked_again(
    sheet: Sheet, recovery: Recovery, judge: Judge, mended: Mended, findings: tuple[Finding, ...]
) -> Sheet:
    """The sheet without the slips that YAML takes."""
    for _ in range(_MOST_SLIPS):
        step = _taken(recovery, mended, sheet.document) if _suspects(sheet.document) else None
        if step is None:
            break
        findings = (*findings, _finding(mended, step.slip))
        mended = step.mended
        document, _ = read(sheet.document.text, sheet.document.name, mended, findings)
        sheet = judge.sheet(document)
    return sheet


def _taken(recovery: Recovery, mended: Mended, document: Document) -> Step | None:
    """The slip, near one of the complaints, that explains most of them."""
    now, lines, found = recovery.now(mended), Lines(mended.text), list[Step]()
    for problem in _suspects(document)[:_MOST_PLACES]:
        at = min(lines.start(problem.place.line) + problem.place.column - 1, lines.end(problem.place.line))
        least = 1 if _is_sure(document, problem) else 2
        if problem.code == "E202" and recovery.best(now, renamed(mended.text, at), 1, is_hidden=False):
            continue
        step = recovery.best(now, taken(mended.text, at), least, is_hidden=problem.code == "E103")
        if step and step.is_clean:
            return step
        found += [step] if step else []
    return min(found, key=lambda step: step.complaints.total, default=None)


def _suspects(document: Document) -> list[Problem]:
    """What may come of a slip that YAML takes, in order. Of a thousand problems none is looked at, nor one in a line
    that nobody reads."""
    if document.unreported > _MOST_COMPLAINTS:
        return []
    found = sorted((problem for problem in document.problems if problem.code in _TAKEN), key=sort_key)
    return [each for each in found if len(document.lines.line(each.place.line)) <= _LONGEST_LINE]


def _is_sure(document: Document, problem: Problem) -> bool:
    """Whether it takes no other complaint to tell that a line is in the wrong place, or that a colon is missing."""
    start = document.lines.start(problem.place.line) + problem.place.column - 1
    found = _TELLING.get(problem.code)
    return found is not None and bool(found.match(document.text, start, document.lines.end(problem.place.line)))


def _finding(mended: Mended, slip: Slip) -> Finding:
    return Finding(slip.remark, Span(mended.original(slip.start), mended.original(slip.end)))
