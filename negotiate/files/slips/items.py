"""Items added to a list, further left than those above."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiate.files.slips.scene import Line, Scene, Slip, line_above, line_below
from negotiate.files.source.agreement import Remark
from negotiate.files.source.mended import Edit

_OPENS_LIST = re.compile(r"[^#\"']*:\s*(?:#.*)?$")
_MOST_LINES = 500


def outdented_item(scene: Scene) -> Iterator[Slip]:
    """`- to: …` in the column of `responses:`, below a list that stands further right."""
    first = scene.line
    above = _items_above(scene.text, first) if _is_item(first) else []
    added = _added(scene.text, first) if above else []
    if not added or sum(map(_is_item, added)) > len(above):
        return
    column = above[0].indent
    edits = tuple(Edit(line.start, line.start, " " * (column - first.indent)) for line in added)
    hint = f"begin it in column {column + 1}, not {first.indent + 1}"
    hint += ", and move all of its lines as far" if added[1:] else ""
    remark = Remark("E101", "this item begins further left than the list that it belongs to", hint)
    yield Slip(remark, first.first, first.last, edits)


def _is_item(line: Line) -> bool:
    return line.text.lstrip().startswith("- ")


def _items_above(text: str, line: Line) -> list[Line]:
    """The items of the list above, if it belongs to a key that stands no further right than `line`."""
    found = list[Line]()
    above = line_above(text, line)
    for _ in range(_MOST_LINES):
        if above is None:
            return []
        if above.indent <= line.indent:
            is_list = bool(found) and not _is_item(above) and _OPENS_LIST.match(above.text)
            return [each for each in found if each.indent == found[-1].indent] if is_list else []
        if _is_item(above):
            found.append(above)
        above = line_above(text, above)
    return []


def _added(text: str, first: Line) -> list[Line]:
    """The item with all that belongs to it, and those behind it in its column."""
    lines, below = [first], line_below(text, first)
    while below and (below.indent > first.indent or (below.indent == first.indent and _is_item(below))):
        lines.append(below)
        if len(lines) > _MOST_LINES:
            return []
        below = line_below(text, below)
    return lines
