"""Reading a file to its end, although it is not all YAML."""

from __future__ import annotations

from negotiate.files.characters import without_forbidden
from negotiate.files.conflict_remarks import settle
from negotiate.files.conflicts import Side, chosen, conflicts
from negotiate.files.document import Document
from negotiate.files.events import Failure
from negotiate.files.mended import Mended
from negotiate.files.problems import sort_key
from negotiate.files.recovery import Recovery, Step
from negotiate.files.scene import Slip
from negotiate.files.slip_repeats import repeats
from negotiate.files.slip_silent import silent_slips
from negotiate.files.slips import UNEXPLAINED
from negotiate.files.tree import BYTE_ORDER_MARK, Finding, Span, read, report_guess

_MOST_SLIPS = 10  # looked for in one file, each by trying: what has more is hardly a position file


def parse_recovering(text: str, name: str, side: Side | None = None) -> tuple[Document, bool]:
    """The text of a file as a document, with all its slips. Raises nothing, whatever the text holds.

    Of merge conflicts it is the version of ``side``, as if nothing else stood there; without a side it is ours, and
    the conflicts are problems.

    A slip in the syntax is mended as it was probably meant, or the smallest part around it is set aside, so that
    the rest of the file is read. The second value tells whether something could not be read: then what is
    missing in the document may have been there.
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
        mended, slips, broken = _recovered(mended or Mended(without_forbidden(text)), broken)
        document, broken = read(text, name, mended, (*findings, *slips))
    elif mended is None and (step := _unrepeated(document)):
        document, broken = read(text, name, step.mended, (_finding(Mended(text), step.slip),))
    if broken is not None:
        report_guess(document, broken)
    document.problems.sort(key=sort_key)
    return document, not document.complete


def _version(text: str, side: Side) -> tuple[Mended, tuple[Finding, ...]] | None:
    found = conflicts(text)
    return (chosen(text, found, side).sure(), ()) if found else None


def _unrepeated(document: Document) -> Step | None:
    """Several keys given twice come of one slip, if a slip explains them all."""
    twice = [problem.place for problem in document.problems if problem.code == "E103"]
    if len(twice) < 2:
        return None
    mended = Mended(without_forbidden(document.text))
    at = document.lines.start(twice[0].line) + twice[0].column - 1
    return Recovery().clean(mended, repeats(mended.text, at), at)


def _recovered(mended: Mended, broken: Failure | None) -> tuple[Mended, list[Finding], Failure | None]:
    """The text with its slips out of the way, the slips, and what is left."""
    recovery = Recovery()
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


def _finding(mended: Mended, slip: Slip) -> Finding:
    return Finding(slip.remark, Span(mended.original(slip.start), mended.original(slip.end)))
