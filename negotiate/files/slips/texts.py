"""Slips in and around block text, which YAML takes for text whatever it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiate.files.format.keys import KEYS
from negotiate.files.slips.scene import Line, Slip, key_column, line_above, line_at
from negotiate.files.source.agreement import Remark
from negotiate.files.source.mended import Edit
from negotiate.files.source.parts import parent

_KEY = "|".join(sorted(KEYS))
ENTRY = rf"(?:- +){{0,4}}(?:{_KEY}):"
"""A key of the format at the beginning of a line."""
_KNOWN_ENTRY = re.compile(rf" *{ENTRY}(?:\s|$)")
_HEADER = re.compile(r"(?P<before> *(?:- +){0,4})(?P<key>[^\s#\"'][^#\"']{0,80}?): +[|>][-+]?\s*$")
_BARE_HEADER = re.compile(rf"(?P<before> *(?:- +){{0,4}})(?P<key>{_KEY})(?= +[|>][-+]?\s*$)")
_HEADER_END = re.compile(r" [|>][-+]?[ \r]*\n")
_HEADER_ENDS = tuple(f"{sign}{how}{end}" for sign in "|>" for how in ("", "-", "+") for end in ("\n", "\r\n"))
_LISTED = "source|to|of|present|show|issue|each|options|items|steps"
_HELD = "positions|terms|options|items|steps|wants|statements|responses|events|sources|rounds|parties|issues|texts"
_STRAY_ENTRIES = (  # what no text says in a line of its own
    rf"(?:{_KEY}): +[|>][-+]?",
    rf"(?:{_HELD}):",
)
_STRAY_END = (  # nor in its last
    r"(?:date|until|as_of): +\d{4}(?:-\d\d){0,2}",
    r"grade: +[A-D]",
    r"(?:must_agree|remark|fictional|whole): +(?:yes|no|true|false)",
    r"type: +(?:quantity|duration|date|scale|choice|yes-no|set|sequence|text)",
    r"status: +(?:draft|agreed)",
    rf"(?:{_LISTED}): +\[.*\]",
    r"(?:source|to|as_of|issue|unit): +[\w-]+(?: (?:p\. )?[IVX\d.]+)?",
    r"note: +\S.*",
    rf"(?:{_KEY}): +(?=[^\W\d_]|[\"'“‘«])(?![a-z]).*",  # what begins with a capital letter or a quote
)
_STRAY = re.compile(rf" *(?:{'|'.join(_STRAY_ENTRIES)})\s*$")
_LAST_STRAY = re.compile(rf" *(?:{'|'.join(_STRAY_ENTRIES + _STRAY_END)})\s*$")
_MOST_LINES = 200  # of block text that are looked at
_MOST_TEXTS = 5_000  # 0.1 s; no real file has so many


def block_texts(text: str) -> Iterator[Slip]:
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
        bare = _BARE_HEADER.match(line.text)
        if bare:
            at = line.start + bare.end()
            remark = Remark("E101", f"no colon after `{bare['key']}`", f"write `{bare['key']}: …`")
            yield Slip(remark, line.start + bare.start("key"), at, (Edit(at, at, ":"),))
        header = bare or _HEADER.match(line.text)
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
                yield from _swallowed_entry(lines, column, header["key"])
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
    """Whether it is the header that stands too far to the right: below `key: value`, or further right of `key:` than
    that is of its own."""
    above = line_above(text, header)
    if above is None or key_column(above) >= column:
        return False
    around = parent(text, above)
    step = key_column(above) - key_column(around) if around else column
    return not above.text.rstrip().endswith(":") or column - key_column(above) > step


def _is_text(line: Line) -> bool:
    entry = line.text.lstrip().startswith("- ") or _KNOWN_ENTRY.match(line.text) or _HEADER.match(line.text)
    return not entry


def _block_text(text: str, start: int, column: int) -> list[Line]:
    found: list[Line] = []
    for line in _lines(text, start):
        if line.text.strip():
            if line.indent <= column or (found and line.indent < found[0].indent):
                break
            found.append(line)
    return found


def _swallowed_entry(lines: list[Line], column: int, key: str) -> Iterator[Slip]:
    """`source: memo` behind block text, indented as far as it or further: then it is a part of the text."""
    line = next((each for each in lines[1:] if _is_stray(each, lines)), None)
    if line is not None and not line.text.lstrip().startswith(f"{key}:"):
        remark = Remark(
            "E101",
            "this line begins further right than the lines it belongs to",
            f"begin it in column {column + 1}, not {line.indent + 1}; else it is a part of the text above",
        )
        yield Slip(remark, line.first, line.last, (Edit(line.start, line.first, " " * column),))


def _is_stray(line: Line, lines: list[Line]) -> bool:
    """Whether a line of block text is an entry."""
    if line is not lines[-1]:
        return _STRAY.match(line.text) is not None
    deeper = [each for each in lines if each.indent > lines[0].indent]
    return _LAST_STRAY.match(line.text) is not None or (deeper == [line] and _KNOWN_ENTRY.match(line.text) is not None)
