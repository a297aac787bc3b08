"""Toned text, and how it is laid into lines. Nothing here knows Textual.

A tone is the name of a role ("good", "quiet", "strong"); the palette gives it a colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from rich.cells import cell_len

from negotiate.model import Place
from negotiate.text.clean import clean
from negotiate.text.width import fit, wrap

FIXED = "\u2007"
"""A space that is kept where others are joined; drawn as a plain one."""

_RUNS = re.compile(" {2,}")
_WIDEST_CHARACTER = 2


class Span(NamedTuple):
    text: str
    tone: str = ""


Line = tuple[Span, ...]


class Para(NamedTuple):
    """Toned text that is wrapped: the first line after ``indent`` cells, the others after ``hang`` more.

    ``right`` stands at the right end of the first line, or below where it does not fit. A ``fixed``
    paragraph is one line (a part of a picture, say): it is cut, never wrapped.
    """

    spans: Line
    indent: int = 0
    hang: int = 0
    right: Line = ()
    fixed: bool = False


BLANK = Para(())


@dataclass(frozen=True, slots=True)
class Target:
    """What a key acts on: the place to edit, the text to copy, and what ``enter`` opens."""

    place: Place | None = None
    text: str = ""
    opens: Any = None


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that belong together on a page. With a target they can be chosen; a ``section`` is where tab stops."""

    paras: tuple[Para, ...]
    target: Target | None = None
    section: bool = False


def para(*spans: Span | str, indent: int = 0, hang: int = 0, right: Line = ()) -> Para:
    """A paragraph; bare words have no tone."""
    return Para(tuple(toned(*spans)), indent, hang, right)


def toned(*spans: Span | str) -> Iterable[Span]:
    return (span if isinstance(span, Span) else Span(span) for span in spans)


def heading(text: str, *more: Span, right: Line = ()) -> Block:
    """A section's title with a blank line above."""
    return Block((BLANK, Para((Span(text, "heading"), *more), right=right)), section=True)


def plain(line: Sequence[Span]) -> str:
    return "".join(span.text for span in line)


def joined(spans: Iterable[Span]) -> Line:
    """The same text, cleaned, each run of blanks (also across spans) as one space, none at the ends."""
    result: list[Span] = []
    ends_blank = True
    for text, tone in spans:
        text = clean(text)
        if "  " in text:
            text = _RUNS.sub(" ", text)
        if ends_blank:
            text = text.lstrip(" ")
        if text:
            result.append(Span(text, tone))
            ends_blank = text[-1] == " "
    if ends_blank and result:
        result[-1] = Span(result[-1].text[:-1], result[-1].tone)
    return tuple(result)


def lay(each: Para, width: int) -> list[Line]:
    """The lines of a paragraph in ``width`` cells; always at least one."""
    if each.fixed:
        return [_cut_beside(each.spans, each.right, width)]
    if not each.spans:
        return [each.right]
    indent = min(each.indent, width // 3)
    hang = max(0, min(each.hang, width // 2, width - indent - _WIDEST_CHARACTER))
    lines = _wrapped(joined(each.spans), width - indent, hang)
    lines = [(Span(" " * indent), *line) for line in lines] if indent else lines
    return _beside(lines, joined(each.right), width) if each.right else lines


def _wrapped(spans: Line, width: int, hang: int) -> list[Line]:
    """Wrap to ``width``, the second line and later ones ``hang`` cells narrower and pushed in."""
    if len(spans) == 1 and not hang:
        text, tone = spans[0]
        return [(Span(line, tone),) for line in wrap(text, width, cell_len)]
    text = plain(spans)
    lines = wrap(text, width, cell_len)
    if hang and len(lines) > 1:
        first = lines[0]
        rest = wrap(text[len(first) :].lstrip(" "), width - hang, cell_len)
        lines = [first, *rest]
    cut_lines = _cut_by_tone(spans, text, lines)
    pushed = [(Span(" " * hang), *line) for line in cut_lines[1:]] if hang else cut_lines[1:]
    return [*cut_lines[:1], *pushed]


def _cut_by_tone(spans: Line, text: str, lines: list[str]) -> list[Line]:
    """Give each of the lines (consecutive parts of ``text``) the tones of the spans it came from."""
    result: list[Line] = []
    start, at = 0, 0
    ends: list[tuple[int, str]] = []
    for span in spans:
        at += len(span.text)
        ends.append((at, span.tone))
    for line in lines:
        start = text.index(line, start)
        stop = start + len(line)
        pieces: list[Span] = []
        begin = start
        for end, tone in ends:
            if end > begin and begin < stop:
                pieces.append(Span(text[begin : min(end, stop)], tone))
                begin = min(end, stop)
        result.append(tuple(pieces))
        start = stop
    return result


def _cut_beside(spans: Line, right: Line, width: int) -> Line:
    """On one line, the left part cut to leave room for the right one."""
    taken = cell_len(plain(right))
    if not right or width - taken < 12:
        return cut_line(spans, width)
    left = cut_line(spans, width - taken - 2)
    return (*left, Span(" " * (width - taken - cell_len(plain(left)))), *right)


def _beside(lines: list[Line], right: Line, width: int) -> list[Line]:
    room = width - cell_len(plain(lines[0])) - cell_len(plain(right))
    if room >= 2:
        return [(*lines[0], Span(" " * room), *right), *lines[1:]]
    last = width - cell_len(plain(lines[-1])) - cell_len(plain(right))
    if len(lines) > 1 and last >= 2:
        return [*lines[:-1], (*lines[-1], Span(" " * last), *right)]
    return [*lines, *((Span("  "), *line) for line in _wrapped(right, width - 2, 0))]


def lay_all(paras: Iterable[Para], width: int) -> list[Line]:
    return [line for each in paras for line in lay(each, width)]


def height(paras: Iterable[Para], width: int) -> int:
    """How many lines the paragraphs take."""
    return sum(len(lay(each, width)) for each in paras)


def cut_line(line: Sequence[Span], width: int) -> Line:
    """As much of the line as fits, its end marked with "…" where something is missing."""
    result: list[Span] = []
    room = width
    for n, (text, tone) in enumerate(line):
        text = clean(text)
        taken = cell_len(text)
        if taken > room or (taken == room and any(span.text for span in line[n + 1 :])):
            result.append(Span(fit(text + "   ", room, cell_len) if room > 0 else "", tone))
            break
        result.append(Span(text, tone))
        room -= taken
    return tuple(result)


def shorten(text: str, width: int) -> str:
    """One line of at most ``width`` cells."""
    text = clean(text)
    return text if cell_len(text) <= width else fit(text, width, cell_len).rstrip()


def mark(line: Line, needle: re.Pattern[str] | None) -> Line:
    """The line with every match of ``needle`` in the tone "match"."""
    if needle is None or not needle.search(plain(line)):
        return line
    found = [match.span() for match in needle.finditer(plain(line))]
    result: list[Span] = []
    at = 0
    for text, tone in line:
        for start, stop, hit in _pieces(at, at + len(text), found):
            result.append(Span(text[start - at : stop - at], "match" if hit else tone))
        at += len(text)
    return tuple(result)


def _pieces(start: int, stop: int, found: list[tuple[int, int]]) -> Iterable[tuple[int, int, bool]]:
    for first, last in found:
        if last <= start or first >= stop:
            continue
        if first > start:
            yield start, first, False
        yield max(first, start), min(last, stop), True
        start = min(last, stop)
    if start < stop:
        yield start, stop, False
