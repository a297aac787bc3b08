"""What can be wrong in YAML that the parser takes."""

from __future__ import annotations

from typing import Any

from negotiate.files import agreement
from negotiate.files.agreement import Remark
from negotiate.files.characters import described
from negotiate.files.document import Document


class Complaints:
    """Reports to a Document; all offsets are those of the text that was parsed."""

    def __init__(self, document: Document):
        self.document = document
        self.source = document.positions.text
        self._comma: tuple[int, str] | None = None  # the value that was last said to end at a comma

    def say(self, remark: Remark, start: int, end: int) -> None:
        self.document.report(remark.code, remark.message, self.document.original(start, end), remark.hint)

    def tag(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        remark = Remark("E108", "tags (!) are not used here", "quote a value that begins with !")
        self.say(remark, start, max(end, start + 1))

    def alias(self, event: Any, reason: str) -> None:
        remark = Remark("E104", f"the alias *{event.anchor} {reason}", "put a value that begins with * in quotes")
        self.say(remark, event.start_mark.index, event.end_mark.index)

    def container_as_key(self, start: int) -> None:
        self.say(Remark("E105", "a key must be text, not a list or a mapping", ""), start, start + 1)

    def no_name(self, key: str, start: int, end: int) -> None:
        """An empty key, or <<."""
        remark = Remark("E105", "a key is empty", "write a name before the colon")
        if key:
            remark = Remark("E106", "merge keys (<<) are not used here", "write the keys out")
        self.say(remark, start, max(end, start + 1))

    def second_document(self, start: int) -> None:
        self.say(Remark("E107", "a second document begins here", "delete the --- line"), start, start + 3)

    def too_deep(self, start: int, limit: int) -> None:
        self.say(Remark("E110", f"nested more than {limit} levels deep", ""), start, start + 1)

    def too_many(self, start: int, values: int, aliased: int) -> None:
        message = f"more than {values:,} values, or {aliased:,} through aliases"
        self.say(Remark("E111", message, ""), start, start + 1)

    def escaped(self, character: str, start: int, end: int) -> None:
        half = agreement.SURROGATE.search(self.source, start, end)
        if half is not None and "\ud800" <= character <= "\udfff":
            self.say(agreement.HALF_CHARACTER, *half.span())
            return
        message = f"the control character {described(character)}, written as an escape"
        self.say(Remark("E112", message, "delete it"), start, end)

    def duplicate(self, box: dict[str, Any], key: str, start: int, end: int) -> None:
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
