"""Boxes of sets: items that must be in, items that must be out, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """Items that must be in and out (bit masks), and bounds on their number."""

    inside: int
    outside: int
    least: int
    most: int


def meeting(a: Box, b: Box) -> Box:
    """The sets that fit both. Not tight, and perhaps none."""
    return Box(a.inside | b.inside, a.outside | b.outside, max(a.least, b.least), min(a.most, b.most))


def tighten(box: Box, full: int) -> Box | None:
    """Count the items that are certain; None for a box that no set fits. ``full``: the mask of all items."""
    inside, outside, least, most = box
    available = (full & ~outside).bit_count()
    least, most = max(least, inside.bit_count()), min(most, available)
    if inside & outside or least > most:
        return None
    if most == inside.bit_count():
        return Box(inside, full & ~inside, most, most)
    if least == available:
        return Box(full & ~outside, outside, least, least)
    return Box(inside, outside, least, most)


def widest_first(box: Box) -> tuple[int, int]:
    """A sort key: among tight boxes, none lies within a later one."""
    return (box.inside | box.outside).bit_count(), box.least - box.most


def within(a: Box, b: Box) -> bool:
    """Whether every set that fits ``a`` fits ``b`` (both tight)."""
    return (
        a.inside & b.inside == b.inside
        and a.outside & b.outside == b.outside
        and b.least <= a.least
        and a.most <= b.most
    )


def complement(box: Box, full: int) -> list[Box]:
    """Boxes that together hold all sets outside ``box`` (tight)."""
    size = full.bit_count()
    parts = [Box(0, bit, 0, size) for bit in _bits(box.inside)]
    parts += [Box(bit, 0, 0, size) for bit in _bits(box.outside)]
    if box.least > box.inside.bit_count():
        parts.append(Box(0, 0, 0, box.least - 1))
    if box.most < size - box.outside.bit_count():
        parts.append(Box(0, 0, box.most + 1, size))
    return parts


def _bits(mask: int) -> Iterable[int]:
    while mask:
        yield mask & -mask
        mask &= mask - 1


def box_distance(a: Box, b: Box, full: int) -> int:
    """The fewest items to change between a set of ``a`` and one of ``b`` (both tight).

    Tries every number of freely shared items; what the counts still ask for costs one item each.
    """
    only_a, only_b = (a.inside & b.outside).bit_count(), (b.inside & a.outside).bit_count()
    free = (full & ~(a.inside | a.outside | b.inside | b.outside)).bit_count()
    shared = ((a.inside | b.inside) & ~(a.outside | b.outside)).bit_count()
    a_may_drop = (b.inside & ~a.inside & ~a.outside).bit_count()
    b_may_drop = (a.inside & ~b.inside & ~b.outside).bit_count()
    a_may_add = (b.outside & ~a.inside & ~a.outside).bit_count()
    b_may_add = (a.outside & ~b.inside & ~b.outside).bit_count()
    best = full.bit_count() + 1
    for chosen in range(free + 1):
        move_a = _move(only_a + shared + chosen, a.least, a.most)
        move_b = _move(only_b + shared + chosen, b.least, b.most)
        added = max(0, move_a - a_may_add) + max(0, move_b - b_may_add)
        if -move_a <= a_may_drop and -move_b <= b_may_drop and added <= free - chosen:
            best = min(best, only_a + only_b + abs(move_a) + abs(move_b))
    return best


def _move(size: int, least: int, most: int) -> int:
    return least - size if size < least else min(0, most - size)
