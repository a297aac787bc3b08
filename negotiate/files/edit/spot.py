"""Where a value stands in a file, and how it is written there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from negotiate.files.edit.original import demand_sound
from negotiate.files.edit.paths import Path
from negotiate.files.edit.refused import EditRefused
from negotiate.files.source.document import Document
from negotiate.model import Place

_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_COLON = re.compile(r"\s*:")
_LAST_BREAKS = re.compile(r"(?:(?:\r\n?|\n)[ ]*)+\Z")
_LAST_BREAK = re.compile(r"(?:\r\n?|\n)\Z")
_KEEPS = re.compile(r"[|>]\d?\+")
_CONTENT = re.compile(r"[|>][^\r\n]*(?:\r\n?|\n)(?:[ ]*(?:\r\n?|\n))*([ ]*)")
_DIGIT = re.compile(r"[|>][-+]?(\d)")
_BREAK = re.compile(r"\r\n?|\n")
STRUCTURE = "this is structure: change it in your editor"


@dataclass(frozen=True)
class Spot:
    """The span of one scalar, without what belongs to the lines around it.

    ``style`` is the character that its writing begins with where that is a quote, ``|`` or ``>``; otherwise it is
    plain. ``base`` is the column that block text must be indented beyond, ``indent`` where its lines begin.
    """

    start: int
    end: int
    style: str
    in_brackets: bool
    base: int
    indent: int
    newline: str
    has_rest: bool
    """Whether something stands behind it on its line."""

    @property
    def is_block(self) -> bool:
        return self.style in ("|", ">")


def find_spot(document: Document, path: Path) -> Spot:
    """The spot of the scalar at ``path``. Raises EditRefused for all that is not one."""
    demand_sound(document)
    boxes = boxes_on(document, path)
    box, key = boxes[-1], path[-1]
    start, end = document.span(box, key)
    place = document.place(box, key)
    if isinstance(box[key], dict | list):
        raise EditRefused(STRUCTURE, place)
    text = document.text
    if text.startswith("*", start) and end > start:
        raise EditRefused(f"{text[start:end]} stands for what is written elsewhere: change that in your editor", place)
    if start == end:
        start = end = _behind_mark(document, box, key, start)
    properties = _PROPERTIES.match(text, start, end)
    start = properties.end() if properties else start
    if text.startswith("&", start):
        raise EditRefused(STRUCTURE, place)
    style = text[start:end][:1] if text[start:end][:1] in ("'", '"', "|", ">") else ""
    if style in ("|", ">"):
        last = _LAST_BREAK if _KEEPS.match(text, start) else _LAST_BREAKS
        end = start + len(last.sub("", text[start:end]))
    base = _base(document, box, key, start)
    return Spot(
        start,
        end,
        style,
        in_brackets=any(is_in_brackets(document, boxes, path, depth) for depth in range(len(path))),
        base=base,
        indent=_indent(text[start:end], base) if style in ("|", ">") else base + 2,
        newline=newline_of(text),
        has_rest=bool(_rest_of_line(text, end).strip()),
    )


def boxes_on(document: Document, path: Path) -> list[Any]:
    """The containers on the way to a value. Raises EditRefused where the way ends."""
    boxes = list[Any]()
    box: Any = document.data
    place = document.place_at(document.root.start)
    for step in path:
        if not _has(box, step):
            raise EditRefused(f"nothing is written there yet: add `{step}` in your editor", place)
        boxes.append(box)
        place = document.place(box, step, at_key=True)
        box = box[step]
    if not boxes:
        raise EditRefused(STRUCTURE, place)
    return boxes


def _has(box: Any, step: str | int) -> bool:
    if isinstance(box, dict):
        return step in box
    return isinstance(box, list) and isinstance(step, int) and 0 <= step < len(box)


def is_in_brackets(document: Document, boxes: list[Any], path: Path, depth: int) -> bool:
    """Whether the container at that depth of the way is written in { } or [ ]."""
    start = document.span(boxes[depth - 1], path[depth - 1]).start if depth else document.root.start
    properties = _PROPERTIES.match(document.text, start)
    return document.text[properties.end() if properties else start :][:1] in ("{", "[")


def newline_of(text: str) -> str:
    """The line break of a text: its first."""
    found = _BREAK.search(text)
    return found[0] if found else "\n"


def _behind_mark(document: Document, box: Any, key: str | int, start: int) -> int:
    """Where an empty value goes: behind its colon, or behind its dash."""
    if isinstance(box, list):
        return start
    found = _COLON.match(document.text, document.span(box, key, at_key=True).end)
    if found is None:
        raise EditRefused(STRUCTURE, document.place(box, key))
    return found.end()


def _base(document: Document, box: Any, key: str | int, start: int) -> int:
    """The column of the key, or of the dash, that a value belongs to."""
    mark = document.text.rfind("-", 0, start) if isinstance(box, list) else document.span(box, key, at_key=True).start
    return max(document.place_at(mark).column - 1, 0)


def _indent(written: str, base: int) -> int:
    """The column at which the lines of a block text begin."""
    digit = _DIGIT.match(written)
    if digit:
        return base + int(digit[1])
    found = _CONTENT.match(written)
    return max(len(found[1]), base + 1) if found else base + 2


def _rest_of_line(text: str, end: int) -> str:
    found = _BREAK.search(text, end)
    return text[end : found.start() if found else len(text)]


# --- from a place to a path


def find_path(document: Document, place: Place) -> Path | None:
    """What stands at a place: an item of a list rather than its first key, a key rather than the mapping it begins."""
    wanted = document.lines.start(place.line) + place.column - 1
    box: Any = document.data
    path: Path = ()
    found: Path | None = None
    while isinstance(box, dict | list):
        starts: dict[Any, int] = {key: document.span(box, key, at_key=True).start for key in _keys(box)}
        step = max((key for key in starts if starts[key] <= wanted), key=starts.__getitem__, default=None)
        if step is None:
            break
        path = (*path, step)
        if starts[step] == wanted:
            return path
        if document.span(box, step).start == wanted:
            found = found or path
        box = box[step]
    return found


def _keys(box: Any) -> Iterable[str | int]:
    return box if isinstance(box, dict) else range(len(box)) if isinstance(box, list) else ()


def scalars_under(document: Document, path: Path) -> list[Path]:
    """The ways to all scalars at or under a path, in the order of the file."""
    value = boxes_on(document, path)[-1][path[-1]]
    if not isinstance(value, dict | list):
        return [path]
    return [(*path, *found) for found, box, key in _walk(value) if not isinstance(box[key], dict | list)]


def _walk(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any, Any]]:
    for key in _keys(data):
        yield (*path, key), data, key
        yield from _walk(data[key], (*path, key))
