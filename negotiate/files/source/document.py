"""A YAML file as read: its values, where each was written, and what is wrong with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any, NamedTuple

from negotiate.files.problems import Excerpt, Problem, Severity, brief
from negotiate.files.source.lines import Lines
from negotiate.files.source.lookalikes import misleading
from negotiate.files.source.mended import Mended
from negotiate.files.source.positions import Positions
from negotiate.files.source.window import window
from negotiate.model.place import Place

MOST_PROBLEMS = 100  # of one file; nobody reads more, and a hostile file could hold a million
_NEARBY = 300  # characters before and behind a slip that count as its line
_NOT_UNDERSTOOD = frozenset(("E202", "E205", "E206", "E207", "E301", "E302", "E303", "E304", "E305", "E313", "E329"))
_WORD = re.compile(r"[^\s-]")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")  # the anchor or tag before a value


class Span(NamedTuple):
    """A part of a text: offsets of its first character and behind its last."""

    start: int
    end: int


class Flaw(NamedTuple):
    """Where a problem was reported, and its code."""

    start: int
    end: int
    code: str

    @property
    def hides(self) -> bool:
        """Whether what stands there could not be read as it was meant: then something that it says is not known."""
        return self.code[:2] in ("E1", "E2") and self.code not in ("E103", "E201")


class Document:
    """What `data` holds is dict, list, str and None: every scalar is the text that was written.

    Containers are known by identity: a place is asked for with the very dict or list that holds the value.
    Values may be replaced and keys deleted in them; items of a list may be replaced, not removed.
    """

    __slots__ = (
        *("name", "text", "data", "problems", "unreported", "root", "complete"),
        *("positions", "_mended", "_lines", "_flaws"),
    )

    def __init__(self, text: str, name: str, mended: Mended | None = None):
        self.name = name
        self.text = text
        self.data: Any = None
        self.problems: list[Problem] = []
        self.unreported = 0  # problems beyond MOST_PROBLEMS
        self.root = Span(0, 0)
        self.complete = True  # False: something could not be read, so what is missing may have been there
        self.positions = Positions(mended.text if mended else text)
        self._mended = mended  # what was parsed in place of the text
        self._lines: Lines | None = None
        self._flaws: list[Flaw] = []

    def span(self, container: Any, key: str | int, at_key: bool = False) -> Span:
        """Where the value of a key (or the key itself, or an item) was written.

        Of a key that was not written, all that its container holds; where nothing is known, the whole document.
        """
        found = self.positions.find(container, key, at_key)
        return self.root if found is None else self.original(*found)

    def original(self, start: int, end: int) -> Span:
        """The span in `text` of a span in the text that was parsed, which may have been mended."""
        if self._mended is None:
            return Span(start, end)
        return Span(self._mended.original(start), self._mended.original(end))

    def place(self, container: Any, key: str | int, at_key: bool = False) -> Place:
        if self._mended is not None:
            return self.place_at(self.span(container, key, at_key).start)
        # Written out: each of a hundred thousand values of a large folder is asked for its place.
        found = self.positions.find(container, key, at_key) or self.root
        lines = self._lines if self._lines is not None else self.lines
        number = bisect_right(lines.starts, found[0])
        return Place(self.name, number, found[0] - lines.starts[number - 1] + 1)

    def place_at(self, offset: int) -> Place:
        """The line and column of an offset into `text`."""
        return Place(self.name, *self.lines.place(offset))

    @property
    def lines(self) -> Lines:
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines

    def is_plain(self, container: Any, key: str | int, at_key: bool = False) -> bool:
        """Whether the value (or the key) is a scalar written without quotes (and not as block text or an alias)."""
        try:
            value = key if at_key else container[key]
        except (KeyError, IndexError, TypeError):
            return False
        start, end = self.span(container, key, at_key)
        before = _PROPERTIES.match(self.text, start, end)
        first = self.text[before.end() if before else start : end][:1]
        return first not in ("'", '"', "|", ">", "{", "[", "*") and isinstance(value, str | None)

    def excerpt(self, span: tuple[int, int], label: str = "") -> Excerpt:
        """The line that holds the span's start, cut to what fits a terminal."""
        start = min(max(span[0], 0), len(self.text))
        place = self.place_at(start)
        line_end = max(self.lines.end(place.line), start)
        end = min(max(span[1], start), line_end)
        text, before, length = window(self.text, self.lines.start(place.line), start, end, line_end)
        return Excerpt(place, text, before, length, label)

    def has_room(self) -> bool:
        """Whether one more problem would be listed. If not it is counted, and need not be put into words."""
        if len(self.problems) < MOST_PROBLEMS:
            return True
        self.unreported += 1
        return False

    def report(
        self,
        code: str,
        message: str,
        span: tuple[int, int],
        hint: str = "",
        related: tuple[Excerpt, ...] = (),
        severity: Severity = Severity.ERROR,
        context: str = "",
    ) -> None:
        """Add a problem; beyond MOST_PROBLEMS it is only counted, in `unreported`."""
        if self.has_room():
            self.problems.append(self.problem(code, message, span, hint, related, severity, context))
            self._flaws.append(Flaw(*span, code))

    def problem(
        self,
        code: str,
        message: str,
        span: tuple[int, int],
        hint: str = "",
        related: tuple[Excerpt, ...] = (),
        severity: Severity = Severity.ERROR,
        context: str = "",
    ) -> Problem:
        """What is wrong at a span, not yet reported."""
        excerpt = self.excerpt(span)
        if code in _NOT_UNDERSTOOD:
            start, end = span
            message += misleading(self.text[start : min(end, start + _NEARBY)])
        return Problem(code, brief(message), excerpt.place, excerpt, brief(hint), related, severity, context)

    def flawed(self, container: Any, key: str | int) -> bool:
        """Whether a problem was already reported in what was written for this key or item."""
        return bool(self.flaws(container, key))

    def flaws(self, container: Any, key: str | int) -> list[Flaw]:
        """Where problems were reported in what was written for this key or item."""
        if not self._flaws:
            return []
        first, _ = self.span(container, key, at_key=True)
        _, last = self.span(container, key)
        return self.flaws_in(first, last)

    def flaws_in(self, start: int, end: int) -> list[Flaw]:
        """Those within a part of the text."""
        end = max(end, start + 1)
        return [each for each in self._flaws if each.start < end and max(each.end, each.start + 1) > start]

    def unread(self) -> tuple[str, ...]:
        """What had to be set aside or mended before the file could be read, and what does not keep the format: the
        lines, cut where they are long."""
        touched = self._mended.touched if self._mended else ()
        return (*touched, *(self._around(flaw) for flaw in self._flaws if flaw.hides))

    def wrote(self, container: Any, key: str) -> bool:
        """Whether a key was written in a mapping, which may have lost it since."""
        return self.positions.has(container, key)

    def has_gap(self, container: Any) -> bool:
        """Whether a part was set aside that may have held an entry of this mapping."""
        holes = self._mended.holes if self._mended else ()
        return any(self._held_entry(container, *hole) for hole in holes)

    def _held_entry(self, container: Any, start: int, end: int) -> bool:
        """Whether the hole lies in the mapping or next to it, in the column of its keys or the line of the first."""
        whole = self.positions.find(container, "", at_key=True)  # of no key: all that it holds
        if whole is None:
            return False
        text, (first, last) = self.positions.text, whole
        between = text[last:start] if start >= first else text[end:first]
        here, there = self.place_at(self.original(first, last).start), self.place_at(self._first_word(start, end))
        return not between.strip(" \r\n-") and (here.column == there.column or here.line == there.line)

    def _first_word(self, start: int, end: int) -> int:
        """Where the first word of a part that was set aside was written."""
        written = self.original(start, end)
        found = _WORD.search(self.text, *written)
        return found.start() if found else written.start

    def _around(self, flaw: Flaw) -> str:
        number = self.lines.at(flaw.start)
        start, end = self.lines.start(number), self.lines.end(number)
        return self.text[max(start, flaw.start - _NEARBY) : min(end, flaw.end + _NEARBY)]
