"""A text that had to be changed before it could be parsed, and the way back from it to what was written."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from itertools import accumulate
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
        edits = tuple(sorted(edits))
        mended = Mended("".join(self._pieces(edits)))
        mended.touched = (*self.touched, *self._lines(edits))
        ends = [edit.end for edit in edits]
        shifts = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits)]
        mended.holes = tuple((self._moved(a, ends, shifts), self._moved(b, ends, shifts)) for a, b in self.holes)
        anchors = self._anchors(edits)
        mended._here, mended._there = [a for a, _ in anchors], [b for _, b in anchors]
        return mended

    def blanked(self, start: int, end: int) -> Mended:
        """With spaces for all that can be seen from `start` to `end`."""
        blank = _VISIBLE.sub(" ", self.text[start:end])
        mended = self.edited((Edit(start, end, blank),))
        mended.holes = tuple(sorted((*mended.holes, (start, end))))
        return mended

    def sure(self) -> Mended:
        """The same text, in which no name is missing because of an edit."""
        mended = self.edited(())
        mended.touched = ()
        return mended

    def original(self, offset: int) -> int:
        """The offset in the text as written of an offset in the present text."""
        at = bisect_right(self._here, offset) - 1
        there = self._there[at] + offset - self._here[at]
        # Within what was put in, all offsets mean the place of the edit.
        return min(there, self._there[at + 1]) if at + 1 < len(self._there) else there

    def _pieces(self, edits: tuple[Edit, ...]) -> Iterator[str]:
        last = 0
        for start, end, text in edits:
            yield self.text[last:start]
            yield text
            last = end
        yield self.text[last:]

    def _lines(self, edits: tuple[Edit, ...]) -> Iterator[str]:
        """The whole lines in which the edits are, each once."""
        done = 0
        for start, end, _ in edits:
            if start < done:
                continue
            line_end = self.text.find("\n", end)
            done = line_end if line_end >= 0 else len(self.text)
            yield self.text[self.text.rfind("\n", 0, start) + 1 : done]

    @staticmethod
    def _moved(offset: int, ends: list[int], shifts: list[int]) -> int:
        return offset + shifts[bisect_right(ends, offset)]

    def _anchors(self, edits: tuple[Edit, ...]) -> list[tuple[int, int]]:
        """The pairs of `_here` and `_there` after the edits. What keeps its length needs none."""
        old = deque(zip(self._here, self._there, strict=True))
        anchors: list[tuple[int, int]] = []
        shift = 0
        for start, end, text in edits:
            if len(text) == end - start:
                continue
            while old and old[0][0] <= start:
                here, there = old.popleft()
                anchors.append((here + shift, there))
            while old and old[0][0] <= end:
                old.popleft()
            shift += len(text) - (end - start)
            anchors.append((end + shift, self.original(end)))
        return anchors + [(here + shift, there) for here, there in old]
