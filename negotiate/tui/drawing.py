"""Lines of toned text as Textual's strips, and the glyphs of rules and bars."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from negotiate.text.width import cut
from negotiate.tui.palette import Palette
from negotiate.tui.spans import FIXED, Line


class Glyphs(NamedTuple):
    across: str
    down: str
    cross: str
    cursor: str
    thumb: str
    track: str
    before: str
    after: str
    dot: str


BOXES = Glyphs("─", "│", "┼", "▌", "┃", "│", "‹", "›", "·")
ASCII = Glyphs("-", "|", "+", ">", "#", "|", "<", ">", "-")


def glyphs(plain: bool) -> Glyphs:
    return ASCII if plain else BOXES


_TO_ASCII = str.maketrans(
    {
        "·": "-",
        "…": "~",
        "↔": "/",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "│": "|",
        "─": "-",
        "▬": "=",
    }
)


def ascii_signs(text: str) -> str:
    """Our own signs in ASCII; words of the files stay as they were written."""
    return text if text.isascii() else text.translate(_TO_ASCII)


def strip(line: Line, width: int, palette: Palette, ground: str = "ground", plain: bool = False) -> Strip:
    """The line in exactly ``width`` cells, every one of them with a background."""
    segments: list[Segment] = []
    room = width
    for text, tone in line:
        text = text.replace(FIXED, " ")
        if plain:
            text = ascii_signs(text)
        taken = cell_len(text)
        if taken > room:
            text = cut(text, room, cell_len)
            taken = cell_len(text)
        if text:
            segments.append(Segment(text, palette.style(tone, ground)))
        room -= taken
    if room:
        segments.append(Segment(" " * room, palette.style("", ground)))
    return Strip(segments, width)
