"""What can be wrong in YAML that the parser takes."""

from __future__ import annotations

import re
from typing import Any

from yaml.scanner import Scanner

from negotiate.files.source import agreement
from negotiate.files.source.agreement import Remark
from negotiate.files.source.characters import described
from negotiate.files.source.document import Document

CONTAINS_ITSELF = "contains itself"
_NOT_READ = "what follows is not read"
_TAG = re.compile(r"(?:&\S+\s+)?(![^\s,\[\]{}]*)")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.S)


class Complaints:
    """Reports to a Document; all offsets are those of the text that was parsed."""

    def __init__(self, document: Document):
        self.document = document
        self.source = document.positions.text
        self._comma: tuple[int, str] | None = None  # the value that was last said to end at a comma

    def say(self, remark: Remark, start: int, end: int) -> None:
        self.document.report(remark.code, remark.message, self.document.original(start, end), remark.hint)

    def tag(self, event: Any) -> None:
        start = event.start_mark.index
        found = _TAG.match(self.source, start)
        remark = Remark("E108", "tags (!) are not used here", "delete it; or put a value that begins with ! in quotes")
        self.say(remark, *(found.span(1) if found else (start, start + 1)))

    def alias(self, event: Any, reason: str) -> None:
        hint = "write the value out" if reason == CONTAINS_ITSELF else "put words that begin with * in quotes"
        remark = Remark("E104", f"the alias *{event.anchor} {reason}", hint)
        self.say(remark, event.start_mark.index, event.end_mark.index)

    def container_as_key(self, start: int) -> None:
        hint = "write a name before the colon; or put text that begins with { or [ in quotes"
        self.say(Remark("E105", "a key must be text, not a list or a mapping", hint), start, start + 1)

    def no_name(self, key: str, start: int, end: int) -> None:
        """An empty key, or <<."""
        remark = agreement.NO_KEY
        if key:
            remark = Remark("E106", "merge keys (<<) are not used here", "write the keys out")
        self.say(remark, start, max(end, start + 1))

    def second_document(self, start: int) -> None:
        self.say(Remark("E107", "a second document begins here", "delete the --- line"), start, start + 3)

    def too_deep(self, start: int, limit: int) -> None:
        remark = Remark("E110", f"nested more than {limit} levels deep", f"no position file needs so many; {_NOT_READ}")
        self.say(remark, start, start + 1)

    def too_many(self, start: int, values: int, aliased: int) -> None:
        message = f"more than {values:,} values, or {aliased:,} through aliases"
        remark = Remark("E111", message, f"no position file needs so many; {_NOT_READ}")
        self.say(remark, start, start + 1)

    def escaped(self, character: str, start: int, end: int) -> None:
        half = agreement.SURROGATE.search(self.source, start, end)
        if half is not None and "\ud800" <= character <= "\udfff":
            self.say(agreement.HALF_CHARACTER, *half.span())
            return
        message = f"the control character {described(character)}, written as an escape"
        places = (found.span() for found in _ESCAPE.finditer(self.source, start, end) if _meaning(found) == character)
        self.say(Remark("E112", message, "delete it"), *next(places, (start, end)))

    def duplicate(self, box: dict[str, Any], key: str, start: int, end: int) -> None:
        if not self.document.has_room():
            return
        first = self.document.span(box, key, at_key=True)
        related = (self.document.excerpt(first, "first given here"),)
        here = self.document.original(start, end)
        self.document.report("E103", f"`{key}` is given twice", here, "keep one of the two", related)

    def no_value(self, word: str, start: int, end: int) -> None:
        self.say(Remark("E115", f"`{word}` has no value", f"write `{word}: …`; a list stands in [ ]"), start, end)

    def ends_at_comma(self, box: dict[str, Any], key: str, whole: str, start: int, end: int) -> None:
        """Once for each value, however many commas it has."""
        if self._comma != (id(box), key):
            value, rest = box[key], self.source[start:end]
            message = f"`{value}` ends at the comma, so `{rest}` belongs to no key"
            self.say(Remark("E115", message, f'quote the whole value: "{whole}"'), start, end)
        self._comma = (id(box), key)

    def block_text(self, start: int, careful: bool) -> None:
        """The first line of block text, which begins at `start` with | or >. `careful`: no libyaml has seen it."""
        if agreement.tight_header(self.source, start):
            self.say(agreement.BLOCK_HEADER, start, start + 2)
        if careful and (tab := agreement.tab_in_block(self.source, start)) >= 0:
            self.say(agreement.TAB_INDENT, tab, tab + 1)

    def tabs(self, opaque: list[int], stop: int) -> None:
        for at, remark in agreement.tabs(self.source, opaque, stop):
            self.say(remark, at, at + 1)


def _meaning(escape: re.Match[str]) -> str:
    """The character that an escape in double quotes stands for."""
    digits = escape[1] or escape[2] or escape[3]
    return chr(int(digits, 16)) if digits else str(Scanner.ESCAPE_REPLACEMENTS.get(escape[4], escape[4]))
