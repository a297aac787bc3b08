"""Slips that YAML takes, or notices far from where they are: looked for in the text before it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice

from negotiate.files.slips.repeated import without_dash
from negotiate.files.slips.scene import Slip, line_at
from negotiate.files.slips.texts import ENTRY, block_texts
from negotiate.files.source.agreement import Remark
from negotiate.files.source.mended import Edit

_OTHER_SPACES = {"\u00a0": "a no-break space", "\u3000": "a wide space"}
_LIST = re.compile(r"(?:statements|responses|events):[ \r]*\n(?: *(?:#[^\n]*|\r)?\n)*  +(?=[\w{])")
_LISTS = ("statements:", "responses:", "events:")
_MOST_SLIPS = 100


def silent_slips(text: str) -> list[Slip]:
    """Those of the text, none of them touching another."""
    spaces = chain.from_iterable(_spaces(text, space) for space in _OTHER_SPACES if space in text)
    return list(islice(chain(spaces, _missing_dashes(text), block_texts(text)), _MOST_SLIPS))


def _spaces(text: str, space: str) -> Iterator[Slip]:
    remark = Remark("E101", f"{_OTHER_SPACES[space]} where YAML needs a space", "type the space anew")
    for pattern in _around(space):
        for found in pattern.finditer(text):
            at = text.find(space, *found.span())
            if at >= 0:
                edit = Edit(found.start(), found.end(), found[0].replace(space, " "))
                yield Slip(remark, at, at + 1, (edit,))


@cache
def _around(space: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Before a key, and behind one."""
    before = rf"^[ {space}]+(?=(?:- +){{0,4}}[\w-][\w -]{{0,60}}:(?:\s|$))"
    return re.compile(before, re.M), re.compile(rf"(?:^ *|[{{,] *){ENTRY}{space}", re.M)


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
