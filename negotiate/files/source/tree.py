"""YAML as values that know where they were written: the reading of one text, up to where it is no YAML."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from negotiate.files.problems import Excerpt, sort_key
from negotiate.files.slips.scene import Slip
from negotiate.files.slips.slips import first_guess
from negotiate.files.source.agreement import DIRECTIVE, Remark
from negotiate.files.source.builder import Builder
from negotiate.files.source.characters import described, forbidden, without_forbidden
from negotiate.files.source.document import Document, Span
from negotiate.files.source.events import Failure
from negotiate.files.source.mended import Mended

__all__ = ["Document", "Finding", "Span", "finding", "parse", "read"]

_MOST_CHARACTERS = 20  # forbidden ones reported: a binary file has thousands, and they would hide what else is wrong
_DIRECTIVE = re.compile(r"(?:[^\S\r\n]*(?:#[^\r\n]*)?(?:\r\n?|\n))*(%[^\r\n]*)")
BYTE_ORDER_MARK = "\ufeff"


class Shown(NamedTuple):
    """A line that is shown with a problem; one that is not pointed at just stands there."""

    span: Span
    label: str = ""
    is_pointed_at: bool = True


class Finding(NamedTuple):
    """A problem found before the text is read; its spans are in the text as written."""

    remark: Remark
    span: Span
    shown: tuple[Shown, ...] = ()


def finding(mended: Mended, slip: Slip) -> Finding:
    """A slip as it stands in the text as written."""
    return Finding(slip.remark, Span(mended.original(slip.start), mended.original(slip.end)))


def parse(text: str, name: str) -> Document:
    """The text of a file as a document, with its problems. Raises nothing, whatever the text holds.

    A byte order mark is dropped: offsets count behind it. Where the text is no YAML, reading stops; what was read
    before it is there.
    """
    document, broken = read(text.removeprefix(BYTE_ORDER_MARK), name)
    if broken is not None:
        report_guess(document, broken)
    document.problems.sort(key=sort_key)
    return document


def read(
    text: str, name: str, mended: Mended | None = None, findings: tuple[Finding, ...] = ()
) -> tuple[Document, Failure | None]:
    """A document, and what the parser stumbled over, which is not yet reported. `mended` is read for the text."""
    runs = forbidden(text)
    if runs and mended is None:
        mended = Mended(without_forbidden(text))
    holes = mended.holes if mended else ()
    document = _begun(text, name, mended, findings, runs)
    with _collector_paused():
        broken = Builder(document, holes).run()
    if broken is not None and broken.is_depth:
        document = _begun(text, name, mended, findings, runs)
        broken = Builder(document, holes, broken.at).run()
    _report_directive(document, broken)
    if document.data is None and broken is None and not document.problems:
        document.report("E109", "the file is empty", (0, 0), "fill it in, or delete it")
    if mended is not None and mended.holes:
        document.complete = False
    return document, broken


def _begun(
    text: str, name: str, mended: Mended | None, findings: tuple[Finding, ...], runs: list[tuple[int, int]]
) -> Document:
    """A document to be filled, with what is known to be wrong already."""
    document = Document(text, name, mended)
    for remark, span, shown in findings:
        related = tuple(_excerpt(document, each) for each in shown)
        document.report(remark.code, remark.message, span, remark.hint, related)
    _report_characters(document, runs)
    return document


def _excerpt(document: Document, shown: Shown) -> Excerpt:
    excerpt = document.excerpt(shown.span, shown.label)
    return excerpt if shown.is_pointed_at else replace(excerpt, length=0)


def report_guess(document: Document, broken: Failure) -> None:
    guess = first_guess(document.positions.text, broken)
    span = document.original(guess.start, guess.end)
    document.report(guess.remark.code, guess.remark.message, span, guess.remark.hint)


def _report_characters(document: Document, runs: list[tuple[int, int]]) -> None:
    for start, end in runs[:_MOST_CHARACTERS]:
        message = f"the invisible or control character {described(document.text[start])}"
        hint = "delete it: it hides or reorders text, or steers the terminal"
        document.report("E102", message, (start, end), hint)
    document.unreported += len(runs[_MOST_CHARACTERS:])


def _report_directive(document: Document, broken: Failure | None) -> None:
    source = document.positions.text
    found = _DIRECTIVE.match(source) if "%" in source else None
    if found and (broken is None or broken.at > found.end(1)):
        span = document.original(found.start(1), found.end(1))
        document.report(DIRECTIVE.code, DIRECTIVE.message, span, DIRECTIVE.hint)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """100,000 young containers make the cyclic collector run over and over: three times the time of a 10 MB file."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
