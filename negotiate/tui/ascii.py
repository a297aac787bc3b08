"""For terminals that show ASCII alone: whatever is drawn, by whichever widget, is said in ASCII at the end."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_SIGNS = str.maketrans(
    {
        "·": "|",
        "•": "*",
        "…": "~",
        "↔": "/",
        "↑": "^",
        "↓": "v",
        "→": ">",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "│": "|",
        "─": "-",
        "▬": "=",
        "▔": "-",
        "▁": "-",
        "▊": "|",
        "▎": "|",
        "▌": "|",
        "▐": "|",
        "\u2007": " ",
    }
)


class AsciiFilter(LineFilter):
    """Keeps every width, so that columns stay where they are."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [_ascii(segment) for segment in segments]


def _ascii(segment: Segment) -> Segment:
    text, style, control = segment
    return segment if text.isascii() else Segment(ascii_text(text), style, control)


def ascii_text(text: str) -> str:
    """Signs by their likes, letters without their accents, "?" for all others; as many cells as before."""
    said = "".join(map(_nearest, text.translate(_SIGNS)))
    width = cell_len(text)
    return said[:width].ljust(width)


def _nearest(character: str) -> str:
    if character.isascii():
        return character
    base = unicodedata.normalize("NFKD", character)[0]
    return base if base.isascii() else "?" * cell_len(character)
