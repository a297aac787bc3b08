"""Slips that YAML takes, or notices far from where they are: looked for in the text before it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from negotiate.files.agreement import Remark
from negotiate.files.format_keys import KEYS
from negotiate.files.mended import Edit
from negotiate.files.scene import Line, Slip, key_column, line_above, line_at
from negotiate.files.slip_repeats import without_dash

_NO_BREAK = "\u00a0"
_ENTRY = rf"(?:- +){{0,4}}(?:{'|'.join(sorted(KEYS))}):"
_KNOWN_ENTRY = re.compile(rf" *{_ENTRY}(?:\s|$)")
_NO_BREAK_BEFORE = re.compile(rf"^[ {_NO_BREAK}]+(?=(?:- +){{0,4}}[\w-][\w -]{{0,60}}:(?:\s|$))", re.M)
_NO_BREAK_BEHIND = re.compile(rf"(?:^ *|[{{,] *){_ENTRY}{_NO_BREAK}", re.M)
_HEADER = re.compile(r"(?P<before> *(?:- +){0,4})(?P<key>[^\s#\"'][^#\"']{0,80}?): +[|>][-+]?\s*$")
_HEADER_END = re.compile(r" [|>][-+]?[ \r]*\n")
_HEADER_ENDS = tuple(f"{sign}{how}{end}" for sign in "|>" for how in ("", "-", "+") for end in ("\n", "\r\n"))
_LIST = re.compile(r"(?:statements|responses|events):[ \r]*\n(?: *(?:#[^\n]*|\r)?\n)*  +(?=[\w{])")
_LISTS = ("statements:", "responses:", "events:")
_MOST_LINES = 200  # of block text that are looked at
_MOST_TEXTS = 5_000  # 0.1 s; no real file has so many
_MOST_SLIPS = 100


def silent_slips(text: str) -> list[Slip]:
    """Those of the text, none of them touching another."""
    spaces = _no_break_spaces(text) if _NO_BREAK in text else ()
    return list(islice(chain(spaces, _missing_dashes(text), _block_texts(text)), _MOST_SLIPS))


def _no_break_spaces(text: str) -> Iterator[Slip]:
    remark = Remark("E101", "a no-break space where YAML needs a space", "type the space anew")
    for pattern in (_NO_BREAK_BEFORE, _NO_BREAK_BEHIND):
        for found in pattern.finditer(text):
            at = text.find(_NO_BREAK, *found.span())
            if at >= 0:
                edit = Edit(found.start(), found.end(), found[0].replace(_NO_BREAK, " "))
                yield Slip(remark, at, at + 1, (edit,))


def _missing_dashes(text: str) -> Iterator[Slip]:
    """The first entry of a list without its dash."""
    for start in _line_starts(text, _LISTS):
        if found := _LIST.match(text, start):
            line = line_at(text, found.end())
            yield without_dash(line, line.indent - 2)


def _line_starts(text: str, words: Iterable[str]) -> Iterator[int]:
    """Where a line begins with one of the words. Five times as fast as a pattern that looks at every line."""
    for word in words:
        if text.startswith(word):
            yield 0
        at = text.find("\n" + word)
        while at >= 0:
            yield at + 1
            at = text.find("\n" + word, at + 1)


def _block_texts(text: str) -> Iterator[Slip]:
    """Slips in block text. Each part of the text is looked at once."""
    # At the speed of memory for one sign, a tenth of that for more of them: most large files have none.
    if ("|" not in text and ">" not in text) or not any(end in text for end in _HEADER_ENDS):
        return
    done = 0
    for _ in range(_MOST_TEXTS):
        end = _HEADER_END.search(text, done)
        if end is None:
            return
        done = end.end()
        line = line_at(text, end.start())
        header = _HEADER.match(line.text)
        if header and done < len(text):
            column = len(header["before"])
            lines = [] if _is_deep(text, line, column) else _bare_text(text, done, column)
            if lines:
                hint = f"begin each line of it further right than `{header['key']}`"
                remark = Remark("E101", "block text that is not indented", hint)
                edits = tuple(Edit(each.start, each.first, " " * (column + 2)) for each in lines)
                yield Slip(remark, lines[0].first, lines[0].last, edits)
            else:
                lines = _block_text(text, done, column)
                yield from _swallowed_entry(lines, column)
            done = lines[-1].end if lines else done


def _lines(text: str, start: int) -> Iterator[Line]:
    for _ in range(_MOST_LINES):
        if start > len(text):
            return
        line = line_at(text, start)
        yield line
        start = line.end + (2 if text.startswith("\r\n", line.end) else 1)


def _bare_text(text: str, start: int, column: int) -> list[Line]:
    """The lines of a block text that begin no further right than its key, which stands in `column`."""
    found: list[Line] = []
    for line in _lines(text, start):
        if found and not line.blank and line.indent > found[0].indent:
            return found[:-1] if found[-1].text.rstrip().endswith(":") else found  # a name, and what belongs to it
        if line.blank or line.indent > column or (found and line.indent != found[0].indent) or not _is_text(line):
            break
        found.append(line)
    return found


def _is_deep(text: str, header: Line, column: int) -> bool:
    """Whether it is the header that stands too far to the right, below `key: value`."""
    above = line_above(text, header)
    return above is not None and key_column(above) < column and not above.text.rstrip().endswith(":")


def _is_text(line: Line) -> bool:
    entry = line.text.lstrip().startswith("- ") or _KNOWN_ENTRY.match(line.text) or _HEADER.match(line.text)
    return not entry


def _block_text(text: str, start: int, column: int) -> list[Line]:
    found: list[Line] = []
    for line in _lines(text, start):
        if line.text.strip():
            if line.indent <= column:
                break
            found.append(line)
    return found


def _swallowed_entry(lines: list[Line], column: int) -> Iterator[Slip]:
    """`source: memo` behind block text, indented a little further than it: then it is a part of the text."""
    deeper = [line for line in lines if line.indent > lines[0].indent]
    if len(deeper) == 1 and deeper[0] is lines[-1] and _KNOWN_ENTRY.match(deeper[0].text):
        line = deeper[0]
        remark = Remark(
            "E101",
            "this line begins further right than the lines it belongs to",
            f"begin it in column {column + 1}, not {line.indent + 1}; else it is a part of the text above",
        )
        yield Slip(remark, line.first, line.last, (Edit(line.start, line.first, " " * column),))
