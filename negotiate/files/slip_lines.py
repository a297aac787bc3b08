"""Slips in how lines begin: indentation, dashes, keys."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiate.files.agreement import DIRECTIVE, TAB, TAB_INDENT, Remark
from negotiate.files.mended import Edit
from negotiate.files.parts import parent
from negotiate.files.scene import Line, Scene, Slip, line_above, line_at, line_below

_MARKER = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_TIGHT_DASH = re.compile(r" *(?:- +)*-(?=[^\s-])")
_TIGHT_COLON = re.compile(r"(?P<key>[^\s:,{}\[\]\"'#][^:,{}\[\]\"'#]{0,40}?):(?=[^\s:/,])")
_BARE_KEY = re.compile(r" *(?:- +)*(?P<key>[^\s:,{}\[\]\"'#&*!|>%@`-][^\s:,{}\[\]\"'#]*)(?= *[{\[]|\s+\S|\s*$)")
_BLOCK_TEXT = re.compile(r"(?:^|.*[:-]\s+)[|>][-+0-9]*\s*(?:#.*)?$")
# Keys at the top of our files. Where one stands a little to the right, it was not meant to be a name inside.
_SECTIONS = frozenset(
    [
        "negotiation",
        "summary",
        "as_of",
        "show",
        "fictional",
        "rounds",
        "parties",
        "issues",
        "texts",
        "events",
        "sources",
        "party",
        "salience",
        "points",
        "no_deal",
        "statements",
        "responses",
    ]
)
_LOOKED_UP = 40  # lines above that are searched for the beginning of block text, or for indents
_TABBED_LINES = 500  # lines mended together


def conflict_marker(scene: Scene) -> Iterator[Slip]:
    for line in scene.suspects():
        if _MARKER.match(line.text):
            remark = Remark("E114", "a mark of a merge conflict left by git", "choose one side and delete the marks")
            yield Slip(remark, line.start, line.start + 7, (Edit(line.start, line.end, " " * (line.end - line.start)),))


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
    while below and "\t" in below.text[: below.first - below.start] and len(found) < _TABBED_LINES:
        found.append(below)
        below = line_below(text, below)
    return found


def _widths(scene: Scene, line: Line) -> list[int]:
    """The number of spaces that a tab may stand for, the likeliest first."""
    tabs = line.text[: line.first - line.start].count("\t")
    spaces = line.text[: line.first - line.start].count(" ")
    exact = [(indent - spaces) // tabs for indent in _indents(scene.text, line) if indent > spaces]
    return list(dict.fromkeys([width for width in exact if width in (2, 4, 8)] + [2, 4, 8] + exact))


def _expanded(line: Line, width: int) -> str:
    return line.text[: line.first - line.start].replace("\t", " " * width)


def dash(scene: Scene) -> Iterator[Slip]:
    for line in scene.suspects():
        if found := _TIGHT_DASH.match(line.text):
            at = line.start + found.end()
            remark = Remark("E101", "no space after the dash", "write `- ` and then the item")
            yield Slip(remark, at - 1, at, (Edit(at, at, " "),))


def tight_colon(scene: Scene) -> Iterator[Slip]:
    for line in scene.suspects():
        for found in list(_TIGHT_COLON.finditer(line.text))[:3]:
            at = line.start + found.end()
            key = found["key"].lstrip("- ")
            remark = Remark("E101", "no space after the colon", f"write `{key}: …`")
            yield Slip(remark, line.start + found.start("key"), at, (Edit(at, at, " "),))


def missing_colon(scene: Scene) -> Iterator[Slip]:
    for line in scene.suspects():
        found = _BARE_KEY.match(line.text)
        if found and (not line.key() or re.match(r"\s*[{\[]", line.text[found.end() :])):
            end = line.start + found.end()
            spaced = scene.text[end : end + 1] in (" ", "\n", "\r", "")
            remark = Remark("E101", f"no colon after `{found['key']}`", f"write `{found['key']}: …`")
            yield Slip(remark, line.start + found.start("key"), end, (Edit(end, end, ":" if spaced else ": "),))


def block_text(scene: Scene) -> Iterator[Slip]:
    """Text below `key: |` or `key: >` that is not indented."""
    for line in scene.suspects():
        header = _block_header(scene.text, line)
        if header is None:
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
        above = line_above(text, above)
    return None


def indentation(scene: Scene) -> Iterator[Slip]:
    """A line that begins in another column than its neighbours."""
    text = scene.text
    noticed = scene.line if not scene.line.blank else scene.above
    if noticed is None:
        return
    block = line_at(text, scene.failure.since)
    lines = (noticed, line_above(text, noticed), parent(text, noticed), block, scene.began_line)
    suspects = [line for line in dict.fromkeys(lines) if line is not None and not line.blank]
    found = [(line, indent) for line in suspects for indent in _indents(text, line)]
    found += [(line, noticed.indent) for line in suspects[1:]]
    for line, indent in sorted(dict.fromkeys(found), key=lambda each: -_likelihood(text, *each)):
        if indent != line.indent and not _joins_block_text(text, line, indent):
            yield _shifted(line, indent)


def _shifted(line: Line, indent: int) -> Slip:
    where = "right" if line.indent > indent else "left"
    remark = Remark(
        "E101",
        f"this line begins further {where} than the lines it belongs to",
        f"begin it in column {indent + 1}, not {line.indent + 1}",
    )
    return Slip(remark, line.first, line.last, (Edit(line.start, line.start + line.indent, " " * indent),))


def _likelihood(text: str, line: Line, indent: int) -> int:
    """How much speaks for a line to begin there: the neighbours that do, and what is indented below it."""
    found = line.key()
    above, below = line_above(text, line), line_below(text, line)
    neighbours = (above, above and line_above(text, above), below, below and line_below(text, below))
    votes = sum(each is not None and each.indent == indent for each in neighbours)
    if below is not None and below.indent > line.indent and below.indent == indent + 2:
        votes += 2
    if found and not found["dashes"] and found["key"] in _SECTIONS:
        votes += 4 if indent == 0 else -4
    return votes


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
