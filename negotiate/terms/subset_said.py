"""Boxes of sets in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce
from operator import and_, or_

from negotiate.terms.box import Box
from negotiate.terms.region import either

_AND = re.compile(r"\band\b", re.I)


def say_boxes(items: tuple[str, ...], boxes: Sequence[Box]) -> str:
    """A union of boxes (tight), what they share said once: "including A; without B or without C"."""
    if len(boxes) == 1 or any(_is_exact(items, box) for box in boxes):
        return either([_say_box(items, box) for box in boxes])
    inside = reduce(and_, (box.inside for box in boxes))
    outside = reduce(and_, (box.outside for box in boxes))
    shared = _clauses(items, Box(inside, outside, 0, len(items)))
    rest = [_remaining(items, box, inside, outside) for box in boxes]
    return "; ".join([*shared, _any_of(items, rest) or either([_say_box(items, box) for box in rest])])


def _is_exact(items: tuple[str, ...], box: Box) -> bool:
    return (box.inside | box.outside).bit_count() == len(items)


def _remaining(items: tuple[str, ...], box: Box, inside: int, outside: int) -> Box:
    """What is still to be said of a box, when items in and out have been, and no count that these imply."""
    least = box.least if box.least > box.inside.bit_count() else 0
    most = box.most if box.most < len(items) - box.outside.bit_count() else len(items)
    return Box(box.inside & ~inside, box.outside & ~outside, least, most)


def _any_of(items: tuple[str, ...], boxes: Sequence[Box]) -> str:
    """One item each: "any of A and B", or "" where the boxes ask for more."""
    if any(box != (box.inside, 0, 0, len(items)) or box.inside.bit_count() != 1 for box in boxes):
        return ""
    mask = reduce(or_, (box.inside for box in boxes))
    return "at least 1 item" if mask.bit_count() == len(items) else f"any of {_listed(items, mask)}"


def _say_box(items: tuple[str, ...], box: Box) -> str:
    if _is_exact(items, box):
        if not box.inside:
            return "none"
        return f"exactly {_listed(items, box.inside)}" if box.outside else "all"
    return "; ".join(_clauses(items, _remaining(items, box, 0, 0))) or "anything"


def _clauses(items: tuple[str, ...], box: Box) -> list[str]:
    said = [f"including {_listed(items, box.inside)}"] if box.inside else []
    if box.outside:
        said.append(_say_outside(items, box))
    if count := _say_count(items, box):
        said.append(count)
    return said


def _say_outside(items: tuple[str, ...], box: Box) -> str:
    rest = (1 << len(items)) - 1 & ~box.outside
    if rest.bit_count() < box.outside.bit_count() + (not box.inside):
        return f"only within {_listed(items, rest)}"
    return f"without {_listed(items, box.outside)}"


def _say_count(items: tuple[str, ...], box: Box) -> str:
    """How many items, or "". "2 items", not "2": the name of an item may be a number."""
    few, many = box.least > 0, box.most < len(items)
    unit = "item" if (box.most if many else box.least) == 1 else "items"
    if few and many:
        return f"exactly {box.most} {unit}" if box.least == box.most else f"{box.least} to {box.most} {unit}"
    if few:
        return f"at least {box.least} {unit}"
    return f"at most {box.most} {unit}" if many else ""


def _listed(items: tuple[str, ...], mask: int) -> str:
    """ "A, B and C"; by commas alone where a name has an "and" of its own."""
    *most, last = (name for n, name in enumerate(items) if mask >> n & 1)
    if not most:
        return last
    joined = ", " if any(map(_AND.search, items)) else " and "
    return f"{', '.join(most)}{joined}{last}"
