"""Slips that YAML takes, or notices far from where they are: looked for in the text before it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from negotiate.files.slips.repeated import without_dash
from negotiate.files.slips.scene import Slip, line_at
from negotiate.files.slips.texts import ENTRY, block_texts
from negotiate.files.source.agreement import Remark
from negotiate.files.source.mended import Edit

_NO_BREAK = "\u00a0"
_NO_BREAK_BEFORE = re.compile(rf"^[ {_NO_BREAK}]+(?=(?:- +){{0,4}}[\w-][\w -]{{0,60}}:(?:\s|$))", re.M)
_NO_BREAK_BEHIND = re.compile(rf"(?:^ *|[{{,] *){ENTRY}{_NO_BREAK}", re.M)
_LIST = re.compile(r"(?:statements|responses|events):[ \r]*\n(?: *(?:#[^\n]*|\r)?\n)*  +(?=[\w{])")
_LISTS = ("statements:", "responses:", "events:")
_MOST_SLIPS = 100


def silent_slips(text: str) -> list[Slip]:
    """Those of the text, none of them touching another."""
    spaces = _no_break_spaces(text) if _NO_BREAK in text else ()
    return list(islice(chain(spaces, _missing_dashes(text), block_texts(text)), _MOST_SLIPS))


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
