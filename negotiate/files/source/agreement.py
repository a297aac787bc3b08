"""Where libyaml and PyYAML's own parser do not read the same.

A file must mean the same on every machine, and not every machine has libyaml. Half a million random snippets given to
both differ in these ways only (tags, directives and forbidden characters aside, which are errors anyway):

- inside { } and [ ], libyaml takes `?` as a part of plain text, PyYAML as the beginning of a key;
- inside { } and [ ], PyYAML takes `a:,` and `[a:]` for a key without a value, libyaml refuses them; and `[?]`;
- libyaml takes a tab between values for white space, PyYAML for an error;
- libyaml takes `|#` for block text with a comment, PyYAML for an error;
- PyYAML takes a tab before the first line of block text for a part of it, libyaml for an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Remark(NamedTuple):
    """A problem without its place."""

    code: str
    message: str
    hint: str


QUESTION = Remark("E113", "a `?` inside { } or [ ] needs quotes around its value", 'quote the value: "…?"')
QUESTION_KEY = Remark("E113", "a `?` that begins a value", "put the value in quotes, or delete the `?`")
COLON = Remark("E113", "a colon without a space after it", "write a space after the colon, or quote the value")
TAB = Remark("E113", "a tab between values", "write a space instead, or quote the value if the tab belongs to it")
TAB_INDENT = Remark("E101", "a tab where YAML needs spaces", "indent with spaces")
DIRECTIVE = Remark("E108", "a line that begins with % is not used here", "delete it")
HALF_CHARACTER = Remark("E112", "an escape that is no character by itself", "write the character itself")
NO_KEY = Remark("E105", "a key is empty", "write a name before the colon")
BLOCK_HEADER = Remark("E113", "no space before the # of a comment", "write a space before the #")

_COMMENT = re.compile(r"(?:^|\s)#")
_LINE_END = re.compile("[\r\n]")
_TIGHT_COLON = re.compile(r"\s*:[,?\[\]{}]")
_TIGHT_HEADER = re.compile(r"[|>][-+0-9]*#")
_TABBED_BLOCK = re.compile(r"[|>][-+]?[^\S\r\n]*(?:#[^\r\n]*)?(?:\r\n?|\n)(?: *(?:\r\n?|\n))* *(\t)")


# Halves of a character, as JSON writes emoji, and numbers beyond all characters: libyaml refuses both.
SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
TOO_HIGH = re.compile(r"\\U(?!000[0-9A-Fa-f]{5}|0010[0-9A-Fa-f]{4})[0-9A-Fa-f]{8}")


def tight_colon(text: str, end: int) -> bool:
    """Whether plain text inside brackets that ends at `end` is followed by a colon and at once a bracket or comma."""
    return _TIGHT_COLON.match(text, end) is not None


def tight_header(text: str, start: int) -> bool:
    """Whether block text that begins at `start` has a comment without a space before it in its first line."""
    return _TIGHT_HEADER.match(text, start) is not None


def tab_in_block(text: str, start: int) -> int:
    """Where block text that begins at `start` has a tab before its first word, or -1."""
    found = _TABBED_BLOCK.match(text, start)
    return found.start(1) if found else -1


def tabs(text: str, opaque: list[int], stop: int) -> Iterator[tuple[int, Remark]]:
    """The first tab of each line before `stop` that stands neither in a comment nor in `opaque` parts.

    `opaque` alternates starts and ends of the quoted and block scalars, in order.
    """
    gap_start = 0
    for at in range(0, len(opaque), 2):
        yield from _tabs_between(text, gap_start, min(opaque[at], stop))
        gap_start = opaque[at + 1]
    yield from _tabs_between(text, gap_start, stop)


def _tabs_between(text: str, start: int, stop: int) -> Iterator[tuple[int, Remark]]:
    at = text.find("\t", start, stop)
    while at >= 0:
        # Where the line begins before the gap, a scalar stands in between, and the tab is no indentation.
        line_start = max(text.rfind("\n", start, at), text.rfind("\r", start, at)) + 1
        before = text[line_start or start : at]
        if not _COMMENT.search(before):
            indents = not before.strip(" ") and (line_start or not start)
            yield at, TAB_INDENT if indents else TAB
        line_end = _LINE_END.search(text, at, stop)
        at = text.find("\t", line_end.start(), stop) if line_end else -1
