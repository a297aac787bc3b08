"""A key below a name that has its value already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiate.files.format.keys import KEYS
from negotiate.files.format.positions import Position
from negotiate.files.slips.scene import Line, Scene, Slip, key_column, line_above, line_below
from negotiate.files.source.agreement import Remark
from negotiate.files.source.mended import Edit
from negotiate.files.source.parts import parent

_VISIBLE = re.compile(r"[^\s]")
_NEEDS_LINE = re.compile(r"[,:{}\[\]#\"']")  # what is no plain word within braces
_BOXES = frozenset(("positions", "terms"))
_MOST_LINES = 100


def below_value(scene: Scene) -> Iterator[Slip]:
    """`night: every night`, and below, deeper, `note: …`: what is written in full begins with `demand:`."""
    line, above = scene.line, line_above(scene.text, scene.line)
    key, name = line.key(), above and above.key()
    if not above or not key or not name or key["dashes"] or line.indent <= key_column(above):
        return
    value = scene.text[above.start + name.end() : above.last].strip()
    if key["key"] not in Position.__annotations__ or name["key"] in KEYS or not _is_whole(value):
        return
    if not _is_in_positions(scene.text, above):
        return
    remark = Remark("E101", f"`{name['key']}` already has a value", _in_full(name["key"], value, key["key"]))
    end = _end(scene.text, line)
    blank = _VISIBLE.sub(" ", scene.text[line.start : end])
    yield Slip(remark, line.first, line.last, (Edit(line.start, end, blank),))


def _is_whole(value: str) -> bool:
    """Whether it is words, or a list, and holds no slip of its own."""
    return bool(value) and value[0] not in "{|>&*!" and ": " not in value


def _is_in_positions(text: str, line: Line) -> bool:
    """Whether it is a position, or one of the items of an issue."""
    around = parent(text, line)
    above = around and parent(text, around)
    keys = [found["key"] for each in (around, above) if each and (found := each.key())]
    return not _BOXES.isdisjoint(keys)


def _in_full(name: str, value: str, key: str) -> str:
    hint = f"write `demand: {value}` on a line of its own below `{name}:`"
    return hint if _NEEDS_LINE.search(value) else f"{hint}, or `{name}: {{demand: {value}, {key}: …}}`"


def _end(text: str, line: Line) -> int:
    """The end of the last line that begins as far right, or further."""
    last, below = line, line_below(text, line)
    for _ in range(_MOST_LINES):
        if below is None or below.indent < line.indent:
            break
        last, below = below, line_below(text, below)
    return last.end
