"""A YAML file as read: its values, where each was written, and what is wrong with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any, NamedTuple

from negotiate.files.lines import Lines
from negotiate.files.mended import Mended
from negotiate.files.positions import Positions
from negotiate.files.problems import Excerpt, Problem, Severity, brief
from negotiate.files.window import window
from negotiate.model.place import Place

MOST_PROBLEMS = 100  # of one file; nobody reads more, and a hostile file could hold a million
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")  # the anchor or tag before a value


class Span(NamedTuple):
    """A part of a text: offsets of its first character and behind its last."""

    start: int
    end: int


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
        self._flaws: list[tuple[int, int]] = []

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
            self._flaws.append(span)

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
        return Problem(code, brief(message), excerpt.place, excerpt, brief(hint), related, severity, context)

    def flawed(self, container: Any, key: str | int) -> bool:
        """Whether a problem was already reported in what was written for this key or item."""
        first, _ = self.span(container, key, at_key=True)
        _, last = self.span(container, key)
        return any(start < max(last, first + 1) and max(end, start + 1) > first for start, end in self._flaws)

    def doubtful(self, name: str) -> bool:
        """Whether `name` stands in text that had to be set aside or mended before the file could be read."""
        return self._mended is not None and any(name in line for line in self._mended.touched)
