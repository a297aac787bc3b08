"""Merge conflicts that git left in a file: what each side has there, and the text as one side has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from negotiate.files.source.characters import without_forbidden
from negotiate.files.source.mended import Edit, Mended
from negotiate.text.clean import one_line

_LONGEST_LABEL = 40  # characters; in a rebase it is the subject of a commit
_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.M)
_ORDER = {"<": "", "|": "<", "=": "<|", ">": "="}  # which mark may stand before


class Side(Enum):
    """Whose version: of the branch merged into, of the branch merged, or what both were made of."""

    OURS = "ours"
    THEIRS = "theirs"
    BASE = "base"

    def called(self, *labels: str) -> str:
        """ "ours (HEAD)"."""
        said = ", ".join(label for label in labels if label)
        return f"{self.value} ({said})" if said else self.value


class Part(NamedTuple):
    """What a side has: the words behind its mark, and offsets of its first line and behind its last."""

    label: str
    start: int
    end: int


class Conflict(NamedTuple):
    """``start`` and ``end`` are the offsets of its first mark and behind the line of its last."""

    start: int
    end: int
    ours: Part
    theirs: Part
    base: Part | None
    """None where git wrote none: that takes merge.conflictStyle=diff3 or zdiff3."""

    def part(self, side: Side) -> Part | None:
        return {Side.OURS: self.ours, Side.THEIRS: self.theirs, Side.BASE: self.base}[side]


def conflicts(text: str) -> list[Conflict]:
    """All complete conflicts, in one walk over the marks. What is not finished is none, nor what others stand in."""
    found: list[Conflict] = []
    marks: dict[str, int] = {}
    last = ""
    for mark in _MARK.finditer(text) if "<<<<<<<" in text else ():
        sign = mark[0][0]
        if sign == "<":
            marks = {}
        elif last not in _ORDER[sign] or not last:
            marks, last = {}, ""
            continue
        marks[sign] = mark.start()
        last = sign
        if sign == ">":
            found.append(_conflict(text, marks))
            last = ""
    return found


def _conflict(text: str, marks: dict[str, int]) -> Conflict:
    """Git names ours behind the first mark, the base behind its own, theirs behind the last."""
    behind = {sign: line_end(text, at) for sign, at in marks.items()}
    ours = Part(_label(text, marks["<"]), behind["<"], marks.get("|", marks["="]))
    theirs = Part(_label(text, marks[">"]), behind["="], marks[">"])
    base = Part(_label(text, marks["|"]), behind["|"], marks["="]) if "|" in marks else None
    return Conflict(marks["<"], behind[">"], ours, theirs, base)


def _label(text: str, mark: int) -> str:
    words = one_line(text[mark + 7 : line_end(text, mark)])
    return words if len(words) <= _LONGEST_LABEL else f"{words[: _LONGEST_LABEL - 1]}…"


def line_end(text: str, offset: int) -> int:
    """Behind the line break of the line that holds ``offset``."""
    return text.find("\n", offset) + 1 or len(text)


def chosen(text: str, found: Sequence[Conflict], side: Side) -> Mended:
    """The text as if ``side`` had been chosen in each conflict: the marks and the other sides are gone, whole lines
    of them, since in block text a blank line would say something."""
    edits = (edit for each in found for edit in _others(each, each.part(side)))
    return Mended(without_forbidden(text)).edited(tuple(edits))


def _others(conflict: Conflict, part: Part | None) -> Iterator[Edit]:
    start, end = (part.start, part.end) if part else (conflict.end, conflict.end)
    yield Edit(conflict.start, start, "")
    yield Edit(end, conflict.end, "")
