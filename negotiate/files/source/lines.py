"""Where the lines of a text begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, count
from operator import add

_RETURN = re.compile("\r\n?|\n")


class Lines:
    """The lines of a text, counted from 1 and ended by "\\n", "\\r\\n" or "\\r", as editors count them."""

    __slots__ = ("starts", "text")

    def __init__(self, text: str):
        self.text = text
        if "\r" in text:
            self.starts = [0, *(found.end() for found in _RETURN.finditer(text))]
        else:
            lengths = accumulate(map(len, text.split("\n")), initial=0)
            self.starts = list(map(add, lengths, count()))  # each break is one character more
            self.starts.pop()

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """The number of the line that holds `offset`."""
        return bisect_right(self.starts, max(offset, 0))

    def place(self, offset: int) -> tuple[int, int]:
        """The number of the line that holds `offset`, and the column, both from 1."""
        number = bisect_right(self.starts, offset if offset > 0 else 0)
        return number, offset - self.starts[number - 1] + 1

    def start(self, number: int) -> int:
        """The offset of the first character of a line, or the end of the text for a line after the last."""
        return self.starts[number - 1] if number <= len(self.starts) else len(self.text)

    def end(self, number: int) -> int:
        """The offset behind the last character of a line, its line break not counted."""
        end = self.start(number + 1)
        start = self.start(number)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return end

    def line(self, number: int) -> str:
        return self.text[self.start(number) : self.end(number)]
