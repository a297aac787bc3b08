"""Reading a file to its end, although it is not all YAML, or not all where it belongs."""

from __future__ import annotations

from negotiate.files.past.conflict_remarks import settle
from negotiate.files.past.conflicts import Side, chosen, conflicts
from negotiate.files.problems import sort_key
from negotiate.files.sheet import Sheet
from negotiate.files.slips.judge import Judge
from negotiate.files.slips.recovery import Recovery
from negotiate.files.slips.silent import silent_slips
from negotiate.files.slips.slips import UNEXPLAINED
from negotiate.files.source.characters import without_forbidden
from negotiate.files.source.events import Failure
from negotiate.files.source.mended import Mended
from negotiate.files.source.tree import BYTE_ORDER_MARK, Finding, finding, read, report_guess

_BUDGET = 20_000_000  # characters parsed in search of mends: some 4 s. A usual file takes a hundredth of it
_MOST_SLIPS = 10  # looked for in one file, each by trying: what has more is hardly a position file


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
        findings = (*findings, *(finding(mended, slip) for slip in silent))
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
    if broken is None and document.problems:
        from negotiate.files.slips.second_look import looked_again  # no good file waits for it

        sheet = looked_again(sheet, judge, mended or Mended(without_forbidden(text)), findings)
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
        found.append(finding(mended, step.slip))
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
