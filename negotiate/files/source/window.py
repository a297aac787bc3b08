"""The part of a line that is worth showing around something in it."""

from __future__ import annotations

from negotiate.text.clean import clean
from negotiate.text.width import ELLIPSIS, cells, cut

_WIDEST = 160  # cells of an excerpt, its cut marks included
_BEFORE = 60  # cells shown before the part that is meant, where the line is cut
_MEANT = 80  # cells of the part that is meant
_LOOKED_AT = 400  # characters on each side: a line may have a million


def window(text: str, line_start: int, start: int, end: int, line_end: int) -> tuple[str, int, int]:
    """The line of `text` from `line_start` to `line_end`, cleaned and cut to 160 cells around `start` to `end`.

    Returns it with the cells before the part that is meant and the cells of that part (at least 1).
    """
    before = clean(text[max(line_start, start - _LOOKED_AT) : start])
    meant = clean(text[start : min(end, start + _LOOKED_AT)]).rstrip()
    after = clean(text[start + len(meant) : min(line_end, start + len(meant) + _LOOKED_AT)])
    whole = start - line_start <= _LOOKED_AT and line_end - start <= _LOOKED_AT
    if not whole or cells(before + meant + after) > _WIDEST:
        before = _tail(before, _BEFORE)
        meant = cut(meant, _MEANT)
        after = clean(text[start + len(meant) : min(line_end, start + len(meant) + _LOOKED_AT)])
        after = cut(after, _WIDEST - 2 - cells(before) - cells(meant))
        if start + len(meant) + len(after) < line_end:
            after += ELLIPSIS
    if start - len(before) > line_start:
        before = ELLIPSIS + before
    return before + meant + after, cells(before), max(cells(meant), 1)


def _tail(text: str, width: int) -> str:
    """The end of `text` that fits into `width` cells."""
    text = text[-width:]
    while (excess := cells(text) - width) > 0:
        text = text[(excess + 1) // 2 :]
    return text
