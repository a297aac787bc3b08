"""What stands around the place where a parser gave up, and what a guess at the reason consists of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from negotiate.files.source.agreement import Remark
from negotiate.files.source.events import Failure
from negotiate.files.source.mended import Edit

_LONGEST = 4000  # characters of a line that are looked at
_LINE_END = re.compile("[\r\n]")
_COMMENT = re.compile(r"(?:^|\s+)#")
_KEY = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<key>[^\s\"'#{\[&*!|>%@`,-][^\"#{\[]*?|-?\d+):(?=\s|$)\s*")


class Slip(NamedTuple):
    """A guess at what went wrong, and the edits after which the text would say what was meant."""

    remark: Remark
    start: int  # what is to be shown
    end: int
    edits: tuple[Edit, ...] = ()


class Line(NamedTuple):
    """A line without its line break; `text` is cut where it is absurdly long."""

    start: int
    end: int
    text: str

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def first(self) -> int:
        """The offset of its first word."""
        return self.start + len(self.text) - len(self.text.lstrip())

    @property
    def last(self) -> int:
        """The offset behind its last word, a comment not counted."""
        for found in _COMMENT.finditer(self.text):
            if self.text.count('"', 0, found.start()) % 2 == 0:
                return self.start + found.start()
        return self.start + len(self.text.rstrip())

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it but perhaps a comment."""
        return not self.text.strip() or self.text.lstrip().startswith("#")

    def key(self) -> re.Match[str] | None:
        """The line as `key: ...`, after any dashes: groups indent, dashes and key; ends where the value begins."""
        return _KEY.match(self.text)


class Scene:
    """A text, why the parser gave up, and the lines that may be to blame."""

    def __init__(self, text: str, failure: Failure):
        self.text = text
        self.words = failure.words
        self.at = failure.at
        self.began = failure.began(text)
        self.failure = failure
        self.line = line_at(text, self.at)
        self.began_line = line_at(text, self.began)
        self.above = line_above(text, self.line)
        self.in_brackets = "flow" in failure.words

    def suspects(self) -> Iterator[Line]:
        """The lines that may be to blame, the likeliest first."""
        seen = set[int]()
        for line in (self.began_line, self.line, self.above, line_above(self.text, self.began_line)):
            if line is not None and line.start not in seen and not line.blank:
                seen.add(line.start)
                yield line


def line_at(text: str, offset: int) -> Line:
    start = text.rfind("\n", 0, offset) + 1
    start = max(start, text.rfind("\r", start, offset) + 1)
    found = _LINE_END.search(text, start)
    end = found.start() if found else len(text)
    return Line(start, end, text[start : min(end, start + _LONGEST)])


def line_above(text: str, line: Line) -> Line | None:
    """The nearest line above that is not blank."""
    while line.start > 0:
        line = line_at(text, line.start - 1)
        if not line.blank:
            return line
    return None


def line_below(text: str, line: Line) -> Line | None:
    """The nearest line below that is not blank."""
    while line.end < len(text):
        line = line_at(text, line.end + 1)
        if not line.blank:
            return line
    return None


def key_column(line: Line) -> int:
    """The column of its first word, behind any dashes."""
    return len(line.text) - len(line.text.lstrip(" -"))


def quoted(text: str, start: int, end: int) -> tuple[Edit, ...]:
    """The edits that put what stands there in quotes."""
    inner = text[start:end]
    if '"' not in inner and "\\" not in inner:
        return Edit(start, start, '"'), Edit(end, end, '"')
    return (Edit(start, end, "'" + inner.replace("'", "''") + "'"),)
