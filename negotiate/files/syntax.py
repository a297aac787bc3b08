"""Reading a file to its end, although it is not all YAML."""

from __future__ import annotations

from negotiate.files.characters import without_forbidden
from negotiate.files.conflicts import settle
from negotiate.files.document import Document
from negotiate.files.events import Failure
from negotiate.files.mended import Mended
from negotiate.files.problems import sort_key
from negotiate.files.recovery import Recovery
from negotiate.files.scene import Slip
from negotiate.files.tree import BYTE_ORDER_MARK, Finding, Span, read, report_guess

_MOST_SLIPS = 10  # looked for in one file, each by trying: what has more is hardly a position file


def parse_recovering(text: str, name: str) -> tuple[Document, bool]:
    """The text of a file as a document, with all its slips. Raises nothing, whatever the text holds.

    A slip in the syntax is mended as it was probably meant, or the smallest part around it is set aside, so that
    the rest of the file is read. The second value tells whether something could not be read: then what is
    missing in the document may have been there.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    settled = settle(text)
    document, broken = read(text, name) if settled is None else read(text, name, *settled)
    if broken is not None:
        mended, findings = settled or (Mended(without_forbidden(text)), ())
        mended, slips, broken = _recovered(mended, broken)
        document, broken = read(text, name, mended, (*findings, *slips))
    if broken is not None:
        report_guess(document, broken)
    document.problems.sort(key=sort_key)
    return document, not document.complete


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
    return mended, found, broken


def _finding(mended: Mended, slip: Slip) -> Finding:
    return Finding(slip.remark, Span(mended.original(slip.start), mended.original(slip.end)))
