"""One more key at the end of a mapping, in the manner of its siblings; every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from negotiate.files.edit.layout import Value, block, pair
from negotiate.files.edit.original import Original, demand_sound
from negotiate.files.edit.paths import Path, box_of, same_with
from negotiate.files.edit.refused import EditRefused
from negotiate.files.edit.spot import STRUCTURE, newline_of
from negotiate.files.source.document import Document

_COMMA = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*,")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_BREAK = re.compile(r"\r\n?|\n")
_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_USUAL_STEP = 2
Insertion = tuple[int, str]
"""An offset, and what is put in there."""


def inserted(original: Original, section: str, key: str, value: Value) -> Original:
    """The file with a key more in a mapping at its top, which is begun where it is not there yet.

    Proved by reading it back. Raises EditRefused where that cannot be done.
    """
    document = original.document
    demand_sound(document)
    box = document.data.get(section)
    if not isinstance(box, dict | None):
        raise EditRefused(STRUCTURE, document.place(document.data, section))
    if box and key in box:
        raise EditRefused(f"`{key}` is there already", document.place(box, key, at_key=True))
    for at, text in _insertions(document, section, key, value):
        changed = original.with_text(original.text[:at] + text + original.text[at:])
        if _is_proved(original, changed, (section,), key, value):
            return changed
    why = "this cannot be added safely here: add it in your editor"
    raise EditRefused(why, document.place(document.data, section, at_key=True))


def _is_proved(before: Original, after: Original, path: Path, key: str, value: Value) -> bool:
    sound = not after.document.problems and after.document.complete
    return sound and same_with(before.document.data, after.document.data, path, key, value)


def _insertions(document: Document, section: str, key: str, value: Value) -> Iterator[Insertion]:
    """Where it may go and how it may be written there, the best first."""
    data = document.data
    if data.get(section):
        yield from _in_mapping(document, (section,), key, value)
    elif section in data:
        yield from _in_empty(document, section, key, value)
    else:
        yield from _in_mapping(document, (), section, {key: value})


def _in_mapping(document: Document, path: Path, key: str, value: Value) -> Iterator[Insertion]:
    """Into a mapping that has keys already."""
    box = box_of(document.data, (*path, key))
    if _opening(document, path) == "{":
        yield _behind_last_pair(document, box, key, value)
    else:
        yield from _behind_last_line(document, box, key, value)


def _in_empty(document: Document, section: str, key: str, value: Value) -> Iterator[Insertion]:
    """Into `section: {}` or behind `section:`."""
    span = document.span(document.data, section)
    if _opening(document, (section,)) == "{":
        yield document.text.index("{", span.start) + 1, pair(key, value)
        return
    column = _column(document, document.data, section)
    step = _step_at_top(document)
    lines = block(key, value, column + step, step, 1)
    yield _below(document, span.end, column + 1, lines)


# --- in brackets


def _behind_last_pair(document: Document, box: Any, key: str, value: Value) -> Insertion:
    end = document.span(box, next(reversed(box))).end
    comma = _COMMA.match(document.text, end)
    return (comma.end(), f" {pair(key, value)}") if comma else (end, f", {pair(key, value)}")


def _opening(document: Document, path: Path) -> str:
    """The character that the mapping at a path begins with, behind its anchor."""
    start = document.span(document.data, path[-1]).start if path else document.root.start
    properties = _PROPERTIES.match(document.text, start)
    return document.text[properties.end() if properties else start :][:1]


# --- on lines of its own


def _behind_last_line(document: Document, box: Any, key: str, value: Value) -> Iterator[Insertion]:
    last = next(reversed(box))
    column, span = _column(document, box, last), document.span(box, last)
    end = span.start + len(document.text[span.start : span.end].rstrip())
    levels, step = _manner(document, box[last], column, span.start)
    if box is document.data:  # a whole section
        levels, step = 2, _step_at_top(document)
    lines = block(key, value, column, step, levels)
    apart = ["", *lines] if _are_apart(document, box) else lines
    yield _below(document, end, column, apart)
    yield _at_end_of_line(document, end, apart)
    yield span.end, "".join(line + newline_of(document.text) for line in lines)  # behind breaks that block text keeps


def _manner(document: Document, sibling: Any, column: int, start: int) -> tuple[int, int]:
    """To how many levels a sibling is written on lines of its own, and how far it is indented."""
    if isinstance(sibling, dict) and sibling and document.text[start] not in "{&":
        return 1, max(_column(document, sibling, next(iter(sibling))) - column, 1)
    return 0, _USUAL_STEP


def _step_at_top(document: Document) -> int:
    """How far the sections of the file are indented."""
    for name, each in document.data.items():
        if isinstance(each, dict) and each and _opening(document, (name,)) != "{":
            return max(_column(document, each, next(iter(each))) - _column(document, document.data, name), 1)
    return _USUAL_STEP


def _are_apart(document: Document, box: Any) -> bool:
    """Whether the last two siblings have an empty line between them."""
    if len(box) < 2:
        return False
    before, last = list(box)[-2:]
    start, end = document.span(box, before).start, document.span(box, last, at_key=True).start
    behind = document.span(box, before).end
    behind_words = start + len(document.text[start:behind].rstrip())
    return _BLANK_LINE.search(document.text, behind_words, end) is not None


def _below(document: Document, end: int, column: int, lines: list[str]) -> Insertion:
    """Below the line that holds `end`, and below the comments under it that are indented to `column` or further."""
    text, at = document.text, _line_end(document.text, end)
    found = at
    while (line_break := _BREAK.match(text, at)) is not None:
        line = _LINE.match(text, line_break.end())
        words = line[1].strip() if line else ""
        if line is None or (words and not (words[0] == "#" and len(line[1]) - len(line[1].lstrip(" ")) >= column)):
            break
        at = line.end(1)
        found = at if words else found
    return _at_end_of_line(document, found, lines)


def _at_end_of_line(document: Document, end: int, lines: list[str]) -> Insertion:
    newline = newline_of(document.text)
    return _line_end(document.text, end), "".join(newline + line for line in lines)


def _line_end(text: str, at: int) -> int:
    found = _BREAK.search(text, at)
    return found.start() if found else len(text)


def _column(document: Document, box: Any, key: str) -> int:
    return document.place(box, key, at_key=True).column - 1
