"""Two versions of the same parts: side by side, or one below the other where there is no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from negotiate.tui.spans import Line, Para, Span, lay, para, plain

_ROOM = 64
"""Cells from which on two columns are side by side: then each has 20 and more."""
_GAP = 2
_WIDEST = 44
"""Cells of a column; further apart, two are hard to compare."""


class Row(NamedTuple):
    """A part, and what each version says of it."""

    label: str
    left: Line
    right: Line


def beside(heads: tuple[str, str], rows: Sequence[Row], width: int, indent: int = 0) -> list[Para]:
    """``heads`` name the versions. Rows without labels are one text."""
    if width < _ROOM and not any(row.label for row in rows):
        return list(_texts(heads, rows, indent))
    if width < _ROOM:
        return [each for row in rows for each in _below(heads, row, indent)]
    label = min(width // 4, max((cell_len(row.label) for row in rows), default=0))
    edge = label + _GAP if label else 0
    room = min(_WIDEST, (width - indent - edge - _GAP) // 2)
    named = Row("", *((Span(head, "quiet"),) for head in heads))
    return [
        Para((Span(" " * indent), *line), fixed=True) for row in (named, *rows) for line in _across(row, edge, room)
    ]


def _across(row: Row, edge: int, room: int) -> Iterator[Line]:
    columns = [lay(Para(spans), room) for spans in (row.left, row.right)]
    labels = lay(para(Span(row.label, "quiet")), max(edge - _GAP, 1)) if row.label else []
    empty: Line = ()
    for said, left, right in zip_longest(labels, *columns, fillvalue=empty):
        yield (*_padded(said, edge), *_padded(left, room + _GAP), *right)


def _padded(line: Line, width: int) -> Line:
    return (*line, Span(" " * max(0, width - cell_len(plain(line)))))


def _texts(heads: tuple[str, str], rows: Sequence[Row], indent: int) -> Iterator[Para]:
    for head, lines in zip(heads, ([row.left for row in rows], [row.right for row in rows]), strict=True):
        yield para(Span(f"{head}:", "quiet"), indent=indent)
        yield from (para(*line, indent=indent + 2, hang=2) for line in lines if line)


def _below(heads: tuple[str, str], row: Row, indent: int) -> Iterator[Para]:
    yield para(Span(row.label, "quiet"), indent=indent)
    for head, spans in zip(heads, (row.left, row.right), strict=True):
        yield para(Span(f"{head}: ", "quiet"), *spans, indent=indent + 2, hang=2)
