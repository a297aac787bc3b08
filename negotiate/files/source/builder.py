"""Values and their places out of YAML events: one pass, no recursion, nothing constructed but text."""

from __future__ import annotations

import re
import unicodedata
from array import array
from typing import Any

import yaml
from yaml import BaseLoader
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from negotiate.files.source import agreement
from negotiate.files.source.characters import first_escaped, without_escaped
from negotiate.files.source.complaints import CONTAINS_ITSELF, Complaints
from negotiate.files.source.document import Document
from negotiate.files.source.events import DEEPEST, Failure, events, failure, loader

MOST_VALUES = 4_000_000
MOST_ALIASED = 50_000  # values that a file may have through aliases: a bomb of 500 bytes has 10 to the 10th
_BLOCK = re.compile("[|>]")
_COLON = re.compile(r"(?:\s|#[^\r\n]*)*:")
# Keys such as `-title`, `title:Where`, `title {`: names hold no colon and no bracket.
_LOOSE_KEY = re.compile(r"-[^\W\d]|-[{\[\"']|[^\s:{}\[\]\"']{1,40}:\S|[^\s{}\[\]]+\s*[{\[]")
_NULLS = frozenset(("", "~", "null"))
_LONG = 5  # characters: longer text is none of these, and need not be hashed to know
_LONGEST_REST = 10_000  # characters of a value cut off by commas that are put together again
_AWAITED: Any = object()  # a mapping waits for a key
_DROPPED: Any = object()  # what comes belongs to no key that is kept


class _Stop(Exception):
    """There is no sense in reading on; why has been reported."""


class _Loose(Exception):
    """YAML takes a key as it stands, but a space or a colon is missing in it. Holds its offset."""

    def __init__(self, start: int):
        self.start = start


class Builder:
    """Fills a Document from the events of the text in its positions. Use once: `Builder(document).run()`."""

    def __init__(self, document: Document, holes: tuple[tuple[int, int], ...] = (), until: int | None = None):
        self.document = document
        self.complain = Complaints(document)
        self.source = document.positions.text[:until]
        self.holes = holes
        self.top: list[Any] = []  # holds the root
        self.box: Any = self.top  # the container being filled
        self.top_row = self.row = array("I")  # the positions in it
        self.key: Any = None  # in a mapping the key whose value comes, or _AWAITED, or _DROPPED; in a list None
        self.key_start = self.key_end = 0
        self.in_braces = False  # within { } or [ ]
        # For each open container, what is put aside: box, row, the key after it, in_braces, where in the row its
        # own end goes (-1: nowhere), its anchor, the count of values before it.
        self.stack: list[tuple[Any, array[int], Any, bool, int, str | None, int]] = []
        self.keys: dict[str, str] = {}  # plain keys that were looked at: each is checked and kept once
        self.anchors: dict[str, tuple[Any, int] | None] = {}  # value and size; None while it is being read
        self.values = self.aliased = self.documents = 0
        # Parts where a tab is just text, as start, end, start, end, ...; None in a text that has no tab.
        self.opaque: list[int] | None = [] if "\t" in self.source else None
        self.careful = loader() is BaseLoader
        self.quoted = (0, 0)

    def run(self) -> Failure | None:
        """Reads to the end, or to where the parser gives up: that is returned."""
        handlers = {
            MappingStartEvent: self.start,
            SequenceStartEvent: self.start,
            MappingEndEvent: self.end,
            SequenceEndEvent: self.end,
            AliasEvent: self.alias,
            DocumentStartEvent: self.document_start,
        }
        scalar, handler_of = self.scalar, handlers.get
        broken, stop = None, len(self.source)
        try:
            next_event = events(self.source)
            while (event := next_event()) is not None:
                kind = type(event)
                if kind is ScalarEvent:
                    scalar(event)
                elif (handler := handler_of(kind)) is not None:
                    handler(event)
        except _Stop:
            self.document.complete = False
            stop = event.start_mark.index
        except _Loose as error:
            self.document.complete = False
            broken = Failure("a loose key", error.start, error.start)
            stop = error.start
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self.document.complete = False
            broken = failure(error, self.source, self.quoted)
            stop = min(broken.at, broken.began(self.source))
        self.finish(stop)
        return broken

    def finish(self, stop: int) -> None:
        if self.top:
            self.document.data = self.top[0]
            start, end = self.top_row
            self.document.root = self.document.original(start, stop if self.stack else end)
        if self.opaque is not None:
            self.complain.tabs(self.opaque, stop)

    def scalar(self, event: Any) -> None:
        start = event.start_mark.index
        end = event.end_mark.index
        value = event.value
        style = event.style
        if style:
            value = self.styled(value, style, start, end)
        if event.tag is not None:
            self.complain.tag(event)
        key = self.key
        if key is _AWAITED:
            self.key_start = start
            self.key_end = end
            key = self.keys.get(value)
            if key is None or style:
                key = self.new_key(value, style, start, end)
            if key in self.box:
                self.complain.duplicate(self.box, key, start, end)
                if not self.drop_empty(key):
                    key = _DROPPED
            self.key = key
            return
        if not style:
            if len(value) < _LONG and value in _NULLS:
                if start == end:
                    if not self.left_empty(start):
                        self.key = None if key is None else _AWAITED
                        return
                    start = end = start if key is None else self.key_end
                value = None
            elif self.in_braces and "?" in value:
                self.complain.say(agreement.QUESTION, start, end)
        self.values += 1
        if self.values > MOST_VALUES:
            self.too_many(start)
        # put(), written out: half of all events come by here.
        row = self.row
        if key is None:
            self.box.append(value)
        else:
            self.key = _AWAITED
            if key is not _DROPPED:
                self.box[key] = value
                row.append(self.key_start)  # four times append() takes half the time of extend()
                row.append(self.key_end)
        if key is not _DROPPED:
            row.append(start)
            row.append(end)
        if event.anchor:
            self.anchors[event.anchor] = (value, 1)

    def start(self, event: Any) -> None:
        """A mapping or a list begins. It goes where it belongs at once: if reading stops, it is there."""
        if event.tag is not None:
            self.complain.tag(event)
        start = event.start_mark.index
        if len(self.stack) >= DEEPEST:
            self.complain.too_deep(start, DEEPEST)
            raise _Stop
        self.values += 1
        box: Any = {} if type(event) is MappingStartEvent else []
        row = array("I")
        self.document.positions.add(box, row)
        after, end_at = self.enter(box, start)
        anchor = event.anchor
        if anchor:
            self.anchors[anchor] = None
        self.stack.append((self.box, self.row, after, self.in_braces, end_at, anchor, self.values))
        self.box = box
        self.row = row
        self.key = _AWAITED if type(box) is dict else None
        self.in_braces = event.flow_style

    def enter(self, box: Any, start: int) -> tuple[Any, int]:
        """Puts a new container into the one being filled. Returns what `key` is after it, and where its end goes."""
        key = self.key
        row = self.row
        if key is None:
            if self.in_braces and self.source[start] == "?":
                self.complain.say(agreement.QUESTION_KEY, start, start + 1)
            self.box.append(box)
            row.extend((start, start))
            return None, len(row) - 1
        if key is _AWAITED:
            self.complain.container_as_key(start)
            return _DROPPED, -1
        if key is _DROPPED:
            return _AWAITED, -1
        self.box[key] = box
        row.extend((self.key_start, self.key_end, start, start))
        return _AWAITED, len(row) - 1

    def end(self, event: Any) -> None:
        end = event.end_mark.index
        if self.row and event.start_mark.index == end:
            end = self.row[-1]  # block style ends at the next token, many comments later
        box = self.box
        self.box, self.row, self.key, self.in_braces, end_at, anchor, values = self.stack.pop()
        if end_at >= 0:
            self.row[end_at] = end
        if anchor:
            self.anchors[anchor] = (box, self.values - values + 1)
        if self.values > MOST_VALUES:
            self.too_many(end)

    def alias(self, event: Any) -> None:
        start, end, name = event.start_mark.index, event.end_mark.index, event.anchor
        value, size = self.anchors.get(name) or (None, 1)
        as_key = self.key is _AWAITED
        if as_key or self.anchors.get(name) is None:
            why = "cannot be a key" if as_key else CONTAINS_ITSELF if name in self.anchors else "is not defined above"
            self.complain.alias(event, why)
        if as_key:
            self.key = _DROPPED
            return
        self.values += size
        self.aliased += size
        if self.aliased > MOST_ALIASED:
            self.too_many(start)
        self.put(value, start, end)

    def put(self, value: Any, start: int, end: int) -> None:
        if self.key is None:
            self.box.append(value)
            self.row.extend((start, end))
            return
        if self.key is not _DROPPED:
            self.box[self.key] = value
            self.row.extend((self.key_start, self.key_end, start, end))
        self.key = _AWAITED

    def document_start(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.complain.second_document(event.start_mark.index)
            raise _Stop

    def too_many(self, at: int) -> None:
        self.complain.too_many(at, MOST_VALUES, MOST_ALIASED)
        raise _Stop

    def new_key(self, value: str, style: str | None, start: int, end: int) -> Any:
        """A key that was not met before, as it is kept; _DROPPED if it cannot be what was meant."""
        key = value if value.isascii() else unicodedata.normalize("NFC", value)
        if style:
            return key
        if value in ("", "<<"):
            self.complain.no_name(value, start, end)
            return _DROPPED
        if _LOOSE_KEY.match(value):
            raise _Loose(start)
        if self.in_braces and "?" in value:
            self.complain.say(agreement.QUESTION, start, end)
        elif self.careful and self.in_braces and agreement.tight_colon(self.source, end):
            self.complain.say(agreement.COLON, start, end + 1)
        elif not self.careful:
            self.keys[value] = key
        return key

    def drop_empty(self, key: str) -> bool:
        """Whether the value before was that of the same key, and empty: then it gives way to the present one."""
        if self.box[key] is not None or next(reversed(self.box)) != key:
            return False
        del self.box[key]
        del self.row[-4:]
        return True

    def styled(self, value: str, style: str, start: int, end: int) -> str:
        """A scalar in quotes or block style."""
        text_start = start
        if style in "'\"":
            self.quoted = (start, end)
        if style == '"':
            character = first_escaped(value)
            if character is not None:
                self.complain.escaped(character, start, end)
                value = without_escaped(value)
        elif style != "'":
            header = _BLOCK.search(self.source, start)
            self.complain.block_text(header.start() if header else start, self.careful)
            line_end = self.source.find("\n", start, end)
            text_start = line_end if line_end >= 0 else end
        if self.opaque is not None:
            self.opaque += (text_start, end)
        return value

    def left_empty(self, start: int) -> bool:
        """Whether an empty value is one that the writer left, and not what a comma or a blanked part made."""
        if not self.in_braces:
            behind = self.key_end + 1 if self.key is not None else start
            return not any(behind <= hole <= end and not self.source[behind:hole].strip() for hole, end in self.holes)
        if isinstance(self.key, str) and not _COLON.match(self.source, self.key_end):
            self.without_value(self.key)
            return False
        return True

    def without_value(self, word: str) -> None:
        """In { } a word stands without a value: mostly the rest of a text that a comma cut off."""
        last = next(reversed(self.box), "")
        if not isinstance(self.box.get(last), str) or not self.continues(self.row[-2], self.row[-1]):
            self.complain.no_value(word, self.key_start, self.key_end)
            return
        self.row[-1] = self.key_end
        if self.key_end - self.row[-2] > _LONGEST_REST:
            return
        whole = " ".join(self.source[self.row[-2] : self.key_end].split())
        self.complain.ends_at_comma(self.box, last, whole, self.key_start, self.key_end)
        self.box[last] = whole

    def continues(self, start: int, end: int) -> bool:
        """Whether only a comma stands between the plain text there and the present key."""
        plain = self.source[start] not in "'\"&!*|>{["
        return plain and self.source[end : self.key_start].strip() == ","
