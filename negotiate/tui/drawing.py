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
    before: str
    after: str


BOXES = Glyphs("─", "│", "┼", "▌", "┃", "‹", "›")
ASCII = Glyphs("-", "|", "+", ">", "|", "{", "}")


def glyphs(plain: bool) -> Glyphs:
    return ASCII if plain else BOXES


def strip(line: Line, width: int, palette: Palette, ground: str = "ground") -> Strip:
    """The line in exactly ``width`` cells, every one of them with a background."""
    segments: list[Segment] = []
    room = width
    for text, tone in line:
        text = text.replace(FIXED, " ")
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
