"""Regions of a line (quantities, durations, dates): unions of ranges with open or closed ends.

A region is a sorted row of cuts. A cut lies just before (side 0) or just after (side 1) a value, and the
outcomes between the first and the second cut are in, those up to the third are out, and so on. "No limit"
is the value above every number, so it needs no case of its own.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import ClassVar, NamedTuple

from negotiate.terms.figures import counted, show_number, with_unit
from negotiate.terms.region import NO_NUMBER, Distance, Domain, Number, Region, anything_but, either

Value = int | Fraction | float
"""A number, or ``-math.inf`` (no lower bound) or ``math.inf`` (the outcome "no limit")."""

TOP = math.inf


class Cut(NamedTuple):
    value: Value
    side: int


class Range(NamedTuple):
    """One piece of a region: its ends and whether each end is itself inside."""

    low: Value
    low_inside: bool
    high: Value
    high_inside: bool


@dataclass(frozen=True, slots=True)
class Ranges(Region):
    """A union of ranges: ``cuts`` holds the start and the end of each, in order."""

    domain: Line
    cuts: tuple[Cut, ...]

    def __and__(self, other: Ranges) -> Ranges:
        return self._combine(other, 2) if self.cuts and other.cuts else self.domain.nothing

    def __or__(self, other: Ranges) -> Ranges:
        return self._combine(other, 1) if self.cuts and other.cuts else self if self.cuts else other

    def __invert__(self) -> Ranges:
        everything = self.domain.everything
        toggles = set((self & everything).cuts) ^ set(everything.cuts)
        return Ranges(self.domain, tuple(sorted(toggles)))

    def __contains__(self, outcome: object) -> bool:
        assert isinstance(outcome, int | Fraction | float)
        return sum(cut <= (outcome, 0) for cut in self.cuts) % 2 == 1

    @property
    def is_empty(self) -> bool:
        return not self.cuts

    @property
    def ranges(self) -> tuple[Range, ...]:
        pairs = zip(self.cuts[::2], self.cuts[1::2], strict=True)
        return tuple(self._range(low, high) for low, high in pairs)

    @property
    def is_single(self) -> bool:
        """Whether it holds one outcome."""
        return len(self.cuts) == 2 and self.ranges[0].low == self.ranges[0].high

    @property
    def has_top(self) -> bool:
        """Whether "no limit" is among the outcomes."""
        return bool(self.cuts) and self.cuts[-1] == (TOP, 1)

    def _range(self, low: Cut, high: Cut) -> Range:
        if self.domain.whole and math.isfinite(high.value):
            return Range(low.value, True, high.value - 1, True)
        return Range(low.value, low.side == 0, high.value, high.side == 1)

    def _combine(self, other: Ranges, wanted: int) -> Ranges:
        """The outcomes that lie in at least ``wanted`` of the two regions."""
        steps = sorted((cut, 1 - 2 * (index % 2)) for cuts in (self.cuts, other.cuts) for index, cut in enumerate(cuts))
        depth, cuts = 0, list[Cut]()
        for cut, step in steps:
            was_in, depth = depth >= wanted, depth + step
            if was_in == (depth >= wanted):
                continue
            if cuts and cuts[-1] == cut:
                cuts.pop()
            else:
                cuts.append(cut)
        return Ranges(self.domain, tuple(cuts))


@dataclass(frozen=True)
class Line(Domain[Ranges]):
    """Numbers from ``minimum`` to ``maximum``; where ``no_limit`` names it, one outcome above them all."""

    unit: str = ""
    whole: bool = True
    minimum: Number | None = None
    maximum: Number | None = None
    no_limit: str | None = None
    limit: ClassVar[str] = "limit"
    """What a number of this domain is called: "any limit"."""

    @cached_property
    def everything(self) -> Ranges:
        low = -math.inf if self.minimum is None else self.minimum
        if self.maximum is None:
            return self.between(low, TOP, high_inside=self.no_limit is not None)
        numbers = self.between(low, self.maximum)
        return numbers | self.top if self.no_limit is not None else numbers

    @cached_property
    def numbers(self) -> Ranges:
        """Every number: what "any limit" means."""
        return self.everything & self.between(-math.inf, TOP, high_inside=False)

    @cached_property
    def top(self) -> Ranges:
        """The outcome "no limit" alone; empty where the issue has none."""
        return self.between(TOP, TOP) if self.no_limit is not None else self.nothing

    @cached_property
    def nothing(self) -> Ranges:
        return Ranges(self, ())

    def between(self, low: Value, high: Value, low_inside: bool = True, high_inside: bool = True) -> Ranges:
        """The outcomes from ``low`` to ``high``, not clipped to the domain."""
        start, end = self._cut(low, 0 if low_inside else 1), self._cut(high, 1 if high_inside else 0)
        return Ranges(self, (start, end) if start < end else ())

    def _cut(self, value: Value, side: int) -> Cut:
        """Between whole numbers, "after 5" and "before 6" are the same cut and must look it."""
        if not self.whole or math.isinf(value):
            return Cut(value, side)
        return Cut(math.floor(value) + 1 if side else math.ceil(value), 0)

    def distance(self, a: Ranges, b: Ranges) -> Distance | None:
        """The smallest difference between a number of ``a`` and one of ``b``; ``NO_NUMBER`` without any."""
        if a.meets(b):
            return 0
        owned = sorted(
            ((piece, owner) for owner, region in enumerate((a, b)) for piece in region.ranges),
            key=lambda owned: (owned[0].low, not owned[0].low_inside),  # "exactly 5" lies below "above 5"
        )
        gaps = [
            right.low - left.high
            for (left, owner), (right, other) in pairwise(owned)
            if owner != other and math.isfinite(left.high) and math.isfinite(right.low)
        ]
        return min(gaps, default=NO_NUMBER)

    def show(self, value: Value, unit: str | None = None) -> str:
        """One value in words, with its unit: "85,000 troops"."""
        number = show_number(value)
        name = self.unit if unit is None else unit
        return with_unit(number, counted(name, value))

    def say_distance(self, distance: Distance, unit: str | None = None) -> str:
        return Line.show(self, distance, unit)

    def say(self, region: Ranges, unit: str | None = None) -> str:
        region = region & self.everything
        if region.is_empty:
            return "nothing"
        if region == self.everything:
            return "anything"
        if region == self.numbers:
            return f"any {self.limit}"
        left_out = (~region).ranges
        if len(left_out) == 1 and left_out[0].low == left_out[0].high and len(region.ranges) > 1:
            return anything_but(self.show(left_out[0].low, unit))
        return either([self._say_range(piece, unit) for piece in self._pieces(region)])

    def _pieces(self, region: Ranges) -> list[Range]:
        """The ranges, with "no limit" joined to a range that reaches the highest number."""
        pieces = list(region.ranges)
        if len(pieces) > 1 and pieces[-1].low == TOP and self._reaches_highest(pieces[-2]):
            pieces[-2:] = [Range(pieces[-2].low, pieces[-2].low_inside, TOP, True)]
        return pieces

    def _say_range(self, piece: Range, unit: str | None) -> str:
        if piece.low == TOP:
            return self.no_limit or ""
        if piece.low == piece.high:
            return self.say_exactly(piece.low, unit)
        if self._starts_lowest(piece):
            return self.say_high(piece.high, piece.high_inside, unit)
        if piece.high == TOP or self._reaches_highest(piece):
            low = self.say_low(piece.low, piece.low_inside, unit)
            without_top = self.no_limit is not None and not (piece.high == TOP and piece.high_inside)
            return self.say_limit(low) if without_top else low
        if piece.low_inside and piece.high_inside:
            return self.say_between(piece.low, piece.high, unit)
        low = self.say_low(piece.low, piece.low_inside, "")
        return f"{low} and {self.say_high(piece.high, piece.high_inside, unit)}"

    def _starts_lowest(self, piece: Range) -> bool:
        return piece.low_inside and piece.low == self.numbers.ranges[0].low

    def _reaches_highest(self, piece: Range) -> bool:
        return piece.high_inside and piece.high == self.numbers.ranges[-1].high

    def say_limit(self, low: str) -> str:
        """A lower end that leaves out "no limit"."""
        return f"any limit of {low}"

    def say_exactly(self, value: Value, unit: str | None) -> str:
        return f"exactly {self.show(value, unit)}"

    def say_low(self, value: Value, inside: bool, unit: str | None) -> str:
        return f"{'at least' if inside else 'above'} {self.show(value, unit)}"

    def say_high(self, value: Value, inside: bool, unit: str | None) -> str:
        return f"{'at most' if inside else 'below'} {self.show(value, unit)}"

    def say_between(self, low: Value, high: Value, unit: str | None) -> str:
        return f"{self.show(low, '')} to {self.show(high, unit)}"
