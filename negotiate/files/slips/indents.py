"""Slips in how lines begin: indentation, dashes, keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from negotiate.files.format.keys import KEYS, SECTIONS
from negotiate.files.slips.scene import Line, Scene, Slip, key_column, line_above, line_at, line_below
from negotiate.files.source.agreement import DIRECTIVE, NO_KEY, TAB, TAB_INDENT, Remark
from negotiate.files.source.mended import Edit
from negotiate.files.source.parts import parent

_MARKER = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_TIGHT_DASH = re.compile(r" *(?:- +)*-(?=[^\s-])")
_LONG_KEY = re.compile(r" *(?:- +)*[^\s:\"'{\[][^:\"'{\[]{1000,}")
_NO_KEY = re.compile(r" *(?:- +)*:(?:\s|$)")
_BLOCK_TEXT = re.compile(r"(?:^|.*[:-]\s+)[|>][-+0-9]*\s*(?:#.*)?$")
_OPENS_BLOCK = re.compile(r"[^#\"']*:\s*(?:#.*)?$")  # what belongs to the key begins further right
_LOOKED_UP = 40  # lines above that are searched for the beginning of block text, or for indents
_MOST_LINES = 500  # lines mended together, or of a block whose beginning is looked for


def conflict_marker(scene: Scene) -> Iterator[Slip]:
    for line in scene.suspects():
        if _MARKER.match(line.text):
            remark = Remark("E114", "a mark of a merge conflict left by git", "choose one side and delete the marks")
            yield Slip(remark, line.start, line.start + 7, (Edit(line.start, line.end, ""),))


def long_key(scene: Scene) -> Iterator[Slip]:
    """A key longer than YAML allows: it is left out, with its value."""
    if "expected ':'" in scene.words:
        line = scene.began_line
        if _LONG_KEY.match(line.text):
            remark = Remark("E101", "a key of more than a thousand characters", "write a name before the colon")
            yield Slip(remark, line.first, line.last, (Edit(line.start, line.end, " " * (line.end - line.start)),))


def no_key(scene: Scene) -> Iterator[Slip]:
    """A colon with nothing before it: the line is left out."""
    for line in scene.suspects():
        if _NO_KEY.match(line.text):
            edit = Edit(line.start, line.end, " " * (line.end - line.start))
            yield Slip(NO_KEY, line.first, line.first + 1, (edit,))


def directive(scene: Scene) -> Iterator[Slip]:
    for line in scene.suspects():
        if line.text.startswith("%"):
            yield Slip(DIRECTIVE, line.start, line.end, (Edit(line.start, line.start + 1, "#"),))


def tab(scene: Scene) -> Iterator[Slip]:
    """Tabs in front of a line and of those that follow, or one between words."""
    line = scene.line
    if "\t" in line.text[: line.first - line.start]:
        tabs = _tabbed_lines(scene.text, line)
        for width in _widths(scene, line):
            edits = tuple(Edit(each.start, each.first, _expanded(each, width)) for each in tabs)
            yield Slip(TAB_INDENT, line.start + line.text.index("\t"), line.first, edits)
    elif scene.text[scene.at : scene.at + 1] == "\t":
        yield Slip(TAB, scene.at, scene.at + 1, (Edit(scene.at, scene.at + 1, " "),))


def _tabbed_lines(text: str, line: Line) -> list[Line]:
    found = [line]
    below = line_below(text, line)
    while below and "\t" in below.text[: below.first - below.start] and len(found) < _MOST_LINES:
        found.append(below)
        below = line_below(text, below)
    return found


def _widths(scene: Scene, line: Line) -> list[int]:
    """The number of spaces that a tab may stand for, the likeliest first."""
    tabs = line.text[: line.first - line.start].count("\t")
    spaces = line.text[: line.first - line.start].count(" ")
    exact = [(indent - spaces) // tabs for indent in _indents(scene.text, line) if indent > spaces]
    widths = dict.fromkeys([width for width in exact if width in (2, 4, 8)] + [2, 4, 8] + exact)
    above = line_above(scene.text, line)
    tabbed = [above, *_tabbed_lines(scene.text, line)] if above else _tabbed_lines(scene.text, line)
    return sorted(widths, key=lambda width: _empties_a_key(tabbed, width))


def _empties_a_key(lines: list[Line], width: int) -> bool:
    """Whether, with tabs so wide, the lines below some key would not belong to it."""
    for above, line in pairwise(lines):
        least = len(_expanded(above, width)) + (not line.text.lstrip().startswith("- "))
        if _OPENS_BLOCK.match(above.text) and len(_expanded(line, width)) < least:
            return True
    return False


def _expanded(line: Line, width: int) -> str:
    return line.text[: line.first - line.start].replace("\t", " " * width)


def dash(scene: Scene) -> Iterator[Slip]:
    for line in scene.suspects():
        if found := _TIGHT_DASH.match(line.text):
            at = line.start + found.end()
            remark = Remark("E101", "no space after the dash", "write `- ` and then the item")
            yield Slip(remark, at - 1, at, (Edit(at, at, " "),))


def block_text(scene: Scene) -> Iterator[Slip]:
    """Text below `key: |` or `key: >` that is not indented."""
    for line in scene.suspects():
        header = _block_header(scene.text, line)
        if header is None or line.text.split()[0] in KEYS:  # then it lacks its colon
            continue
        run = [line]
        below = line_below(scene.text, line)
        while below and below.indent <= header.indent and not below.key() and len(run) < _LOOKED_UP:
            run.append(below)
            below = line_below(scene.text, below)
        key = header.text.strip().rstrip("|>+-0123456789 ").rstrip(":")
        remark = Remark("E101", "block text that is not indented", f"begin each line of it further right than `{key}`")
        edits = tuple(Edit(each.start, each.start, " " * (header.indent + 2)) for each in run)
        yield Slip(remark, line.first, line.last, edits)


def _block_header(text: str, line: Line) -> Line | None:
    """The line above that begins block text which `line` should belong to."""
    above = line_above(text, line)
    for _ in range(_LOOKED_UP):
        if above is None or line.key() or line.text.lstrip().startswith("- "):
            return None
        if _BLOCK_TEXT.match(above.text):
            return above if line.indent <= above.indent else None
        if above.indent <= line.indent and above.key():
            return None
        above = line_above(text, above)
    return None


def indentation(scene: Scene) -> Iterator[Slip]:
    """A line that begins in another column than its neighbours."""
    text = scene.text
    noticed = scene.line if not scene.line.blank else scene.above
    if noticed is None:
        return
    block = line_at(text, scene.failure.since)
    above, around = line_above(text, noticed), parent(text, noticed)
    lines = (noticed, above, around, _deep_block(text, noticed), block, _shallow_key(text, noticed))
    suspects = [line for line in dict.fromkeys((*lines, scene.began_line)) if line is not None and not line.blank]
    found = [(line, indent) for line in suspects for indent in _indents(text, line)]
    found += [(line, noticed.indent) for line in suspects[1:]]
    for line, indent in sorted(dict.fromkeys(found), key=lambda each: -_likelihood(text, *each)):
        if indent != line.indent and not _joins_block_text(text, line, indent):
            yield _shifted(line, indent)


def _deep_block(text: str, line: Line) -> Line | None:
    """The first of the lines above that begin further right: perhaps it is what stands in the wrong column."""
    found, above = None, line_above(text, line)
    for _ in range(_MOST_LINES):
        if above is None or above.indent <= line.indent:
            return found
        found, above = above, line_above(text, above)
    return None


def _shallow_key(text: str, line: Line) -> Line | None:
    """The key above an item of a list that begins in the column of its dash: perhaps it belongs to the item above."""
    above = line_above(text, line) if line.text.lstrip().startswith("- ") else None
    for _ in range(_MOST_LINES):
        if above is None or above.indent < line.indent or above.text.lstrip().startswith("- "):
            return None
        if above.indent == line.indent:
            return above
        above = line_above(text, above)
    return None


def _shifted(line: Line, indent: int) -> Slip:
    where = "right" if line.indent > indent else "left"
    remark = Remark(
        "E101",
        f"this line begins further {where} than the lines it belongs to",
        f"begin it in column {indent + 1}, not {line.indent + 1}",
    )
    return Slip(remark, line.first, line.last, (Edit(line.start, line.start + line.indent, " " * indent),))


def is_shift(slip: Slip) -> bool:
    return "begins further" in slip.remark.message


def _likelihood(text: str, line: Line, indent: int) -> int:
    """How much speaks for a line to begin there: the neighbours that do, and what is indented below it."""
    found = line.key()
    above, below = line_above(text, line), line_below(text, line)
    neighbours = (above, above and line_above(text, above), below, below and line_below(text, below))
    votes = sum(each is not None and each.indent == indent for each in neighbours)
    if below is not None and below.indent > line.indent:
        votes += below.indent == indent + 2
        votes += 2 * (below.indent - indent == indent - _parent_column(text, line, indent))
    if found and not found["dashes"] and found["key"] in SECTIONS:
        votes += 4 if indent == 0 else -4  # it stands at the top, and is hardly a name inside
    return votes + 2 * _kinship(text, line, indent)


def _parent_column(text: str, line: Line, indent: int) -> int:
    above = line_above(text, line)
    while above is not None and key_column(above) >= indent:
        above = line_above(text, above)
    return key_column(above) if above else 0


def _kinship(text: str, line: Line, indent: int) -> int:
    """Whether the line would stand among its like: keys of the format among such keys, names among names."""
    found = line.key()
    if not found or found["dashes"]:
        return 0
    siblings = (_sibling(text, line, indent, step) for step in (line_above, line_below))
    votes = sum(1 if (each in KEYS) == (found["key"] in KEYS) else -1 for each in siblings if each)
    return max(-1, min(votes, 1))


def _sibling(text: str, line: Line, indent: int, step: Callable[[str, Line], Line | None]) -> str:
    """The nearest key above or below in the column `indent`, or "" if there is none in the same block."""
    other = step(text, line)
    for _ in range(_MOST_LINES):
        if other is None or key_column(other) <= indent:
            break
        other = step(text, other)
    found = other and key_column(other) == indent and other.key()
    return found["key"] if found else ""


def _joins_block_text(text: str, line: Line, indent: int) -> bool:
    """Whether the line would there become a part of the block text above, which takes all that is indented."""
    above = line_above(text, line)
    while above is not None and above.indent >= indent:
        above = line_above(text, above)
    return above is not None and _BLOCK_TEXT.match(above.text) is not None


def _indents(text: str, line: Line) -> list[int]:
    """Where the lines around `line` begin, the nearest to its own indent first; of a tie, that of the line above."""
    found: list[int] = []
    above = line_above(text, line)
    for _ in range(_LOOKED_UP):
        if above is None:
            break
        found.append(above.indent)
        dashes = re.match(r" *(?:- +)+", above.text)
        if dashes:
            found.append(dashes.end())
        if not above.indent:
            break
        above = line_above(text, above)
    below = line_below(text, line)
    if below is not None:
        found[1:1] = [below.indent, max(below.indent - 2, 0)]
    if line.key():
        found.append(0)
    return sorted(dict.fromkeys(found), key=lambda indent: abs(indent - line.indent))[:5]
