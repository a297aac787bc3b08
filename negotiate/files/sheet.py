"""A file on the desk: its values, where each was written, and what is found wrong in it."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from negotiate.files.problems import Excerpt, Problem, Severity, short
from negotiate.files.source.document import Document
from negotiate.files.source.reading import Unreadable, read_text
from negotiate.model import Place

_GARBLING = frozenset(("E102", "E112", "E115"))  # what stands there is not what was meant
_REST = re.compile(r"[^\n\r]*?(?=\s+#|\s*$)", re.M)
_WORDS = re.compile(r"(?:[^\n\r,:{}\[\]#]|:(?!\s)|(?<! )#)*")


class Sheet:
    """A Document that takes problems at keys and values, and knows in which containers something was wrong."""

    __slots__ = ("_is_stripped", "_paths", "_unread", "data", "document", "lost", "spoilt")

    def __init__(self, document: Document):
        self.document = document
        self.data: dict[str, Any] = document.data if isinstance(document.data, dict) else {}
        self.spoilt = set[int]()
        """Identities of containers in which the format was not kept, at any depth."""
        self.lost = dict[int, set[str]]()
        """By the identity of a mapping, the keys that were probably meant by what was taken out of it."""
        self._unread: tuple[str, ...] | None = None
        self._paths: dict[int, tuple[Any, str | int] | None] | None = None
        self._is_stripped = False

    def strip(self) -> None:
        """Let go of the values and the text, which take most of the memory once all has been read from them.

        What is still to be reported has a place; to show it, the file is read again.
        """
        full, bare = self.document, Document("", self.document.name)
        self._unread = full.unread()
        bare.problems, bare.unreported, bare.complete = full.problems, full.unreported, full.complete
        self.document, self.data, self._paths, self._is_stripped = bare, {}, None, True

    @property
    def is_readable(self) -> bool:
        return isinstance(self.document.data, dict)

    def place(self, box: Any, key: str | int, at_key: bool = False) -> Place:
        return self.document.place(box, key, at_key)

    def excerpt(self, box: Any, key: str | int, label: str, at_key: bool = False) -> Excerpt:
        return self.document.excerpt(self.document.span(box, key, at_key), label)

    def error(
        self,
        code: str,
        message: str,
        box: Any,
        key: str | int,
        hint: str = "",
        *,
        part: str = "",
        at_key: bool = False,
        related: tuple[Excerpt, ...] = (),
    ) -> None:
        """Report what is wrong with a value (or ``part`` of its words), or with its key."""
        if self.is_garbled(box, key, at_key):
            return
        span: tuple[int, int] = self.document.span(box, key, at_key)
        if part and not at_key and self.document.is_plain(box, key):
            span = self._narrowed(span, part)
        self.document.report(code, message, span, hint, related, context=self._context(box, key))

    def error_at(
        self, code: str, message: str, place: Place, hint: str = "", related: tuple[Excerpt, ...] = ()
    ) -> None:
        """Report what is wrong with the words that begin at a place."""
        self.document.report(code, message, self.span_at(place), hint, related)

    def warning_at(self, code: str, message: str, place: Place, hint: str = "") -> None:
        self.document.report(code, message, self.span_at(place), hint, (), Severity.WARNING)

    def span_at(self, place: Place) -> tuple[int, int]:
        """The words at a place, up to a comma or a bracket; of what begins with a bracket, the rest of its line."""
        if self._is_stripped:
            self._is_stripped = False
            with suppress(Unreadable):
                self.document.text = read_text(Path(self.document.name))
        start = self.document.lines.start(place.line) + place.column - 1
        pattern = _REST if self.document.text[start : start + 1] in ("{", "[") else _WORDS
        found = pattern.match(self.document.text, start)
        return start, start + len(found[0].rstrip()) if found else start

    def warning(
        self, code: str, message: str, box: Any, key: str | int, hint: str = "", *, at_key: bool = False
    ) -> None:
        span = self.document.span(box, key, at_key)
        self.document.report(code, message, span, hint, (), Severity.WARNING, self._context(box, key))

    def doubt(
        self,
        code: str,
        message: str,
        box: Any,
        key: str | int,
        hint: str = "",
        *,
        at_key: bool = False,
        part: tuple[int, int] | None = None,
    ) -> Problem:
        """A warning that is handed over and not reported; ``part`` is from where to where in the words it is meant."""
        span: tuple[int, int] = self.document.span(box, key, at_key)
        if part:
            words = str(key if at_key else box[key])
            at = self.document.text.find(words[slice(*part)], span[0] + part[0], span[1])  # as written it is longer
            span = (at, at + part[1] - part[0]) if at >= 0 else span
        context = self._context(box, key)
        return self.document.problem(code, message, span, hint, (), Severity.WARNING, context)

    def doubt_at(self, code: str, message: str, place: Place, hint: str = "") -> Problem:
        return self.document.problem(code, message, self.span_at(place), hint, (), Severity.WARNING)

    def is_flawed(self, box: Any, key: str | int) -> bool:
        """Whether something was wrong in the value, so that it cannot be relied on."""
        value = box[key]
        return id(value) in self.spoilt or (bool(self.document.problems) and self.document.flawed(box, key))

    def may_have(self, box: Any, key: str) -> bool:
        """Whether a key that is not there may have been written, and could not be read."""
        if key in box or not self.document.problems:
            return False
        return key in self.lost.get(id(box), ()) or self.document.has_gap(box)

    def is_blurred(self, box: Any, harmless: frozenset[str]) -> bool:
        """Whether something in a mapping could not be read, but for the values of harmless keys."""
        if not self.document.problems:
            return False
        if not self.lost.get(id(box), set()) <= harmless or self.document.has_gap(box):
            return True
        written = [each for each in harmless if self.document.wrote(box, each)]
        aside = {flaw for each in written for flaw in self.document.flaws(box, each)}
        inside = self.document.flaws_in(*self.document.span(box, "", at_key=True))  # of no key: all that it holds
        return any(each.hides and each.code != "E202" for each in inside if each not in aside)

    def doubts(self, words: str) -> bool:
        """Whether words, or the first of them, stand in what could not be read, so that they may have been defined."""
        unread = self._unread if self._unread is not None else self.document.unread()
        return any(_holds(line, part) for line in unread for part in (words, *words.split()[:1]))

    def is_garbled(self, box: Any, key: str | int, at_key: bool = False) -> bool:
        """Whether a slip in a key or its words, which has been reported, explains what else is wrong with them."""
        words = key if at_key else box[key]
        if not isinstance(words, str):
            return False
        found = self.document.flaws_in(*self.document.span(box, key, at_key))
        return any(each.code in _GARBLING for each in found)

    def _narrowed(self, span: tuple[int, int], part: str) -> tuple[int, int]:
        """The part of a one-line scalar that is meant, where its words are found there."""
        start, end = span
        written = self.document.text[start:end]
        at = _find_words(written, part)
        if at < 0 or "\n" in written:
            return span
        return start + at, start + at + len(part)

    def _context(self, box: Any, key: str | int) -> str:
        if self._paths is None:
            self._paths = _parents(self.document.data)
        keys = [key]
        step = self._paths.get(id(box))
        while step is not None:
            keys.insert(0, step[1])
            step = self._paths.get(id(step[0]))
        return context_of(keys)


def context_of(keys: list[str | int]) -> str:
    """ "in statements[2] > positions > nato"; nothing for what stands at the top of the file."""
    if len(keys) < 2:
        return ""
    said = ""
    for key in keys:
        said += f"[{key + 1}]" if isinstance(key, int) else f" > {short(key)}"
    return f"in {said.removeprefix(' > ')}"


def _parents(data: Any) -> dict[int, tuple[Any, str | int] | None]:
    """For each container (by identity) the container and key that hold it; None for the root."""
    found: dict[int, tuple[Any, str | int] | None] = {id(data): None}
    todo = [data]
    while todo:
        box = todo.pop()
        children = box.items() if isinstance(box, dict) else enumerate(box) if isinstance(box, list) else ()
        for key, value in children:
            if isinstance(value, dict | list) and id(value) not in found:
                found[id(value)] = (box, key)
                todo.append(value)
    return found


def _holds(line: str, words: str) -> bool:
    """Whether whole words stand in a line."""
    return words in line and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", line) is not None


def _find_words(text: str, part: str) -> int:
    """Where words stand in a text, in any case and with ``_`` or space; -1 if they do not."""
    at = text.find(part)
    if at >= 0:
        return at
    folded, wanted = text.lower().replace("_", " "), part.lower().replace("_", " ")
    return folded.find(wanted) if len(folded) == len(text) and len(wanted) == len(part) else -1
