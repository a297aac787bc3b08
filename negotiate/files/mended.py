"""A text that had to be changed before it could be parsed, and the way back from it to what was written."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_VISIBLE = re.compile(r"[^\s]")


class Edit(NamedTuple):
    """Put `text` in place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


class Mended:
    """The text after some edits. Immutable: an edit makes a new one."""

    __slots__ = ("_here", "_there", "holes", "text", "touched")

    def __init__(self, text: str):
        self.text = text
        self.holes: tuple[tuple[int, int], ...] = ()  # blanked parts, in order
        self.touched: tuple[str, ...] = ()  # what stood where something was blanked or mended, whole lines
        # From _here[i] on, an offset stands _there[i] - _here[i] characters further on in the text as written.
        self._here: list[int] = [0]
        self._there: list[int] = [0]

    def edited(self, edits: tuple[Edit, ...]) -> Mended:
        """With all of `edits` made; their offsets count in the present text, they do not overlap."""
        mended = self
        for edit in sorted(edits, reverse=True):
            mended = mended._edited(edit)
        return mended

    def blanked(self, start: int, end: int) -> Mended:
        """With spaces for all that can be seen from `start` to `end`."""
        blank = _VISIBLE.sub(" ", self.text[start:end])
        mended = self._edited(Edit(start, end, blank))
        mended.holes = tuple(sorted((*mended.holes, (start, end))))
        return mended

    def original(self, offset: int) -> int:
        """The offset in the text as written of an offset in the present text."""
        at = bisect_right(self._here, offset) - 1
        there = self._there[at] + offset - self._here[at]
        # Within what was put in, all offsets mean the place of the edit.
        return min(there, self._there[at + 1]) if at + 1 < len(self._there) else there

    def _edited(self, edit: Edit) -> Mended:
        start, end, text = edit
        shift = len(text) - (end - start)
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", end)
        mended = Mended(self.text[:start] + text + self.text[end:])
        mended.touched = (*self.touched, self.text[line_start : None if line_end < 0 else line_end])
        mended.holes = tuple((a + shift * (a >= end), b + shift * (b >= end)) for a, b in self.holes)
        if shift:
            kept = [pair for pair in zip(self._here, self._there, strict=True) if pair[0] <= start]
            moved = [(a + shift, b) for a, b in zip(self._here, self._there, strict=True) if a > end]
            anchors = [*kept, (start + len(text), self.original(end)), *moved]
            mended._here, mended._there = [a for a, _ in anchors], [b for _, b in anchors]
        else:
            mended._here, mended._there = self._here, self._there
        return mended
