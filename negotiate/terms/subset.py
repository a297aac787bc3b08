"""Sets of named items: a region is a union of boxes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import and_, or_

from negotiate.terms.box import Box, box_distance, complement, meeting, tighten, widest_first, within
from negotiate.terms.region import Distance, Domain, Region, TooComplex, anything_but
from negotiate.terms.subset_said import say_boxes

MOST_BOXES = 500
MOST_MEETINGS = 4_000
"""Boxes put together at a time, before those inside another are dropped."""

_MOST_WORK = 2_000_000
"""Comparisons of two boxes in ``-``; in ``distance`` every item of two boxes counts as 20 of them."""


@dataclass(frozen=True, slots=True)
class Boxes(Region):
    """The sets that fit at least one of the boxes."""

    domain: Subsets
    boxes: tuple[Box, ...]

    def __and__(self, other: Boxes) -> Boxes:
        return self.domain.union(meeting(a, b) for a in self.boxes for b in other.boxes)

    def __or__(self, other: Boxes) -> Boxes:
        return self.domain.union(self.boxes + other.boxes)

    def __invert__(self) -> Boxes:
        return self.domain.everything - self

    def __sub__(self, other: Boxes) -> Boxes:
        """Takes away one box after the other; only what meets it is cut up."""
        kept = [mine for mine in self.boxes if not any(within(mine, box) for box in other.boxes)]
        left, work = Boxes(self.domain, tuple(kept)), 0
        for box in other.boxes:
            work += len(left.boxes) ** 2
            if work > _MOST_WORK:
                raise TooComplex("too many combinations of items")
            left = self.domain.union(part for mine in left.boxes for part in self.domain.cut(mine, box))
        return left

    def __contains__(self, outcome: object) -> bool:
        assert isinstance(outcome, Iterable)
        bits = self.domain.mask(outcome)
        count = bits.bit_count()
        return any(
            bits & box.inside == box.inside and not bits & box.outside and box.least <= count <= box.most
            for box in self.boxes
        )

    @property
    def is_empty(self) -> bool:
        return not self.boxes

    def meets(self, other: Boxes) -> bool:
        full = self.domain.full
        return any(tighten(meeting(a, b), full) for a in self.boxes for b in other.boxes)

    @property
    def required(self) -> tuple[str, ...]:
        """Items that are in every set of the region."""
        return self.domain.names(self._common(box.inside for box in self.boxes))

    @property
    def excluded(self) -> tuple[str, ...]:
        """Items that are in no set of the region."""
        return self.domain.names(self._common(box.outside for box in self.boxes))

    def _common(self, masks: Iterable[int]) -> int:
        return reduce(and_, masks, self.domain.full if self.boxes else 0)


@dataclass(frozen=True)
class Subsets(Domain[Boxes]):
    """All sets of the named items."""

    items: tuple[str, ...]

    @cached_property
    def full(self) -> int:
        return (1 << len(self.items)) - 1

    @cached_property
    def everything(self) -> Boxes:
        return Boxes(self, (Box(0, 0, 0, len(self.items)),))

    @cached_property
    def nothing(self) -> Boxes:
        return Boxes(self, ())

    def mask(self, names: Iterable[object]) -> int:
        return reduce(or_, (1 << self.items.index(str(name)) for name in names), 0)

    def names(self, mask: int) -> tuple[str, ...]:
        return tuple(name for n, name in enumerate(self.items) if mask >> n & 1)

    def box(self, inside: int = 0, outside: int = 0, least: int = 0, most: int | None = None) -> Boxes:
        return self.union([Box(inside, outside, least, len(self.items) if most is None else most)])

    def union(self, boxes: Iterable[Box]) -> Boxes:
        """The boxes that hold anything, each as tight as it can be, without those inside another.

        Raises TooComplex beyond ``MOST_BOXES``, or ``MOST_MEETINGS`` before that.
        """
        full, found = self.full, set[Box]()
        for box in boxes:
            if tight := tighten(box, full):
                found.add(tight)
                if len(found) > MOST_MEETINGS:
                    raise TooComplex(f"more than {MOST_MEETINGS} combinations of items")
        kept = list[Box]()
        for box in sorted(found, key=widest_first):
            if not any(within(box, other) for other in kept):
                kept.append(box)
                if len(kept) > MOST_BOXES:
                    raise TooComplex(f"more than {MOST_BOXES} combinations of items")
        return Boxes(self, tuple(sorted(kept)))

    def cut(self, box: Box, other: Box) -> list[Box]:
        """What is left of ``box`` without ``other``."""
        if not tighten(meeting(box, other), self.full):
            return [box]
        return [meeting(box, part) for part in complement(other, self.full)]

    def distance(self, a: Boxes, b: Boxes) -> Distance | None:
        """The fewest items that must change to turn a set of ``a`` into one of ``b``. Raises TooComplex."""
        if a.meets(b):
            return 0
        if len(a.boxes) * len(b.boxes) * len(self.items) > _MOST_WORK // 20:
            raise TooComplex("too many combinations of items")
        return min((box_distance(x, y, self.full) for x in a.boxes for y in b.boxes), default=None)

    def say(self, region: Boxes, unit: str | None = None) -> str:
        if region.is_empty:
            return "nothing"
        left_out = self._left_out(region)
        if left_out is not None and left_out.is_empty:
            return "anything"
        if left_out is not None and len(left_out.boxes) == 1 and len(region.boxes) > 1:
            return anything_but(say_boxes(self.items, left_out.boxes))
        return say_boxes(self.items, region.boxes)

    def _left_out(self, region: Boxes) -> Boxes | None:
        """All else, where that might be a single box: what is left of one asks one thing at a time.

        Not for "any of A and B", which "anything but without A and B" says no better.
        """
        each_asks_one = all((box.inside | box.outside).bit_count() < 2 for box in region.boxes)
        return ~region if each_asks_one and not all(box.inside for box in region.boxes) else None

    def say_distance(self, distance: Distance, unit: str | None = None) -> str:
        return f"{distance} {'item' if distance == 1 else 'items'} contested"
