"""Keys given twice, several of them: mostly a new entry begins there, whose first line does not show it."""

from __future__ import annotations

from collections.abc import Iterator

from negotiate.files.slips.scene import Line, Scene, Slip, line_above, line_at
from negotiate.files.source.agreement import Remark
from negotiate.files.source.mended import Edit

_LOOKED_UP = 8  # lines above the first repeated key


def repeats(text: str, at: int) -> Iterator[Slip]:
    """What may have gone wrong where the first of several keys is given for the second time."""
    repeated = line_at(text, at)
    column = at - repeated.start
    yield from _deep_name(text, repeated)
    lines = [repeated]
    above = line_above(text, repeated)
    while above and above.indent == column and len(lines) < _LOOKED_UP:
        lines.append(above)
        above = line_above(text, above)
    begins = [line for line in lines if _stands_apart(text, line)]
    for line in dict.fromkeys((*begins, *lines)):
        if line.indent == column and column > 1:
            yield without_dash(line, column - 2)


def _stands_apart(text: str, line: Line) -> bool:
    """Whether it is the first line of a paragraph."""
    return line.start > 0 and line_at(text, line.start - 1).blank


def _deep_name(text: str, repeated: Line) -> Iterator[Slip]:
    """`name:` in the column of the keys below it, which are then keys of the entry above."""
    name = line_above(text, repeated)
    found = name and name.key()
    if not name or not found or name.indent != repeated.indent or name.text[found.end() :].strip():
        return
    above = line_above(text, name)
    while above:
        if above.indent < name.indent:
            remark = Remark(
                "E101",
                "this line begins further right than the lines it belongs to",
                f"begin it in column {above.indent + 1}, not {name.indent + 1}",
            )
            yield Slip(remark, name.first, name.last, (Edit(name.start, name.first, " " * above.indent),))
            return
        above = line_above(text, above)


def missing_dash(scene: Scene) -> Iterator[Slip]:
    """An entry of a list without its dash: in braces noticed at once, else, if it is the first, at the second."""
    noticed = scene.line
    if noticed.indent > 1 and noticed.text.lstrip().startswith("{"):
        yield without_dash(noticed, noticed.indent - 2)
    if not noticed.text.lstrip().startswith("- "):
        return
    first, above = None, line_above(scene.text, noticed)
    while above and above.indent > noticed.indent:
        first, above = above, line_above(scene.text, above)
    begins_item = above and above.indent == noticed.indent and above.text.lstrip().startswith("- ")
    if first and first.indent == noticed.indent + 2 and not begins_item:
        yield without_dash(first, noticed.indent)


def without_dash(line: Line, column: int) -> Slip:
    remark = Remark("E101", "no dash before an entry of a list", "write `- ` before its first line")
    return Slip(remark, line.first, line.last, (Edit(line.start + column, line.start + column + 1, "-"),))
