"""Flowcharts in Mermaid, which GitHub draws. Names and labels are data: nothing in them is read as a diagram."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from negotiate.text.clean import one_line

_PLAIN = frozenset(" .,:-()")


class Arrow(NamedTuple):
    """An arrow from one box to another, each known by its name; dotted where it is one of several."""

    start: str
    end: str
    label: str
    dotted: bool = False


def flowchart(arrows: Iterable[Arrow]) -> str:
    """A fenced block; each box once, in the order in which it first comes."""
    drawn = list(dict.fromkeys(arrows))
    names = list(dict.fromkeys(name for arrow in drawn for name in (arrow.start, arrow.end)))
    boxes = [f'  n{number}["{encoded(name)}"]' for number, name in enumerate(names)]
    lines = [
        f'  n{names.index(arrow.start)} {"-.->" if arrow.dotted else "-->"}|"{encoded(arrow.label)}"| '
        f"n{names.index(arrow.end)}"
        for arrow in drawn
    ]
    return "\n".join(["```mermaid", "flowchart LR", *boxes, *lines, "```"])


def encoded(text: str) -> str:
    """Text as Mermaid shows it literally: all but letters, digits and a few signs by their numbers."""
    line = one_line(text) or "?"
    return "".join(sign if sign.isalnum() or sign in _PLAIN else f"#{ord(sign)};" for sign in line)
