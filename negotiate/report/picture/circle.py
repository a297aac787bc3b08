"""A circle drawn in characters: each stop, what leads on from it, and the way back to the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from negotiate.compare import Circle, KnotWords
from negotiate.report.picture.parts import ASCII, UNICODE, Ink, Span, Spans
from negotiate.text.clean import one_line
from negotiate.text.width import wrap

NARROWEST = 16


class Stop(NamedTuple):
    """A step (or an issue), and the words on the way to the next."""

    name: str
    onward: str


def circle_picture(words: KnotWords, circle: Circle, width: int, ascii_only: bool = False) -> list[Spans]:
    """Lines of toned spans, none wider than ``width`` cells (and never drawn for fewer than 16)."""
    stops = [Stop(words.node(link.bound.step), words.onward(link)) for link in circle.links]
    return draw_circle(stops, max(width, NARROWEST), ASCII if ascii_only else UNICODE)


def draw_circle(stops: Sequence[Stop], width: int, ink: Ink) -> list[Spans]:
    into = f"{ink.corner}{ink.arrow.rjust(2, ink.rule)} "
    rows = list[Spans]()
    for n, (name, onward) in enumerate(stops):
        rows += _beside(width, f"{ink.side}   " if n else into, ink.side, one_line(name) or "?", "axis")
        rows += _beside(width, f"{ink.side}   {ink.down} ", ink.side, one_line(onward), "gap")
    return [*rows, [Span(ink.foot + ink.rule * 3 + ink.end, "gap")]]


def _beside(width: int, head: str, rest: str, text: str, tone: str) -> list[Spans]:
    lines = wrap(text, width - len(head))
    first: Spans = [Span(head, "gap"), Span(lines[0], tone)]
    return [first, *([Span(rest.ljust(len(head)), "gap"), Span(line, tone)] for line in lines[1:])]
