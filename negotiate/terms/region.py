"""What every kind of region and every kind of domain can do, so that all above is blind to the type.

Regions of numbers, dates and options are always exact and quick. Regions of sets and of orders can need
more pieces than is worth computing: there ``&``, ``|``, ``-``, ``~``, ``<=`` and ``same`` raise TooComplex
rather than run long. So may ``distance`` between sets. ``meets``, ``in``, ``is_empty`` and ``say`` never do.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from fractions import Fraction
from typing import Generic, Self, TypeVar

Number = int | Fraction
Distance = int | Fraction | float
"""A count of units, steps, items or pairs; ``math.inf`` where no number closes the gap."""

NO_NUMBER = math.inf


class TooComplex(Exception):
    """A region that needs more pieces than any real position has."""


class Region(ABC):
    """A set of outcomes of one domain. Regions of different domains do not mix."""

    __slots__ = ()

    @abstractmethod
    def __and__(self, other: Self) -> Self: ...

    @abstractmethod
    def __or__(self, other: Self) -> Self: ...

    @abstractmethod
    def __invert__(self) -> Self: ...

    @abstractmethod
    def __contains__(self, outcome: object) -> bool: ...

    @property
    @abstractmethod
    def is_empty(self) -> bool: ...

    def __sub__(self, other: Self) -> Self:
        return self if self.is_empty or other.is_empty else self & ~other

    def __le__(self, other: Self) -> bool:
        return (self - other).is_empty

    def meets(self, other: Self) -> bool:
        return not (self & other).is_empty

    def same(self, other: Self) -> bool:
        """Equal in meaning, however each of the two was put together."""
        return self <= other and other <= self


R = TypeVar("R", bound=Region)


class Domain(ABC, Generic[R]):
    """All the outcomes that an issue could have."""

    @property
    @abstractmethod
    def everything(self) -> R: ...

    @property
    @abstractmethod
    def nothing(self) -> R: ...

    @abstractmethod
    def distance(self, a: R, b: R) -> Distance | None:
        """How far apart two regions are (0 where they meet); None on a domain without a distance."""

    @abstractmethod
    def say(self, region: R, unit: str | None = None) -> str:
        """The region in words that ``language.read_term`` reads back as the same region."""

    @abstractmethod
    def say_distance(self, distance: Distance, unit: str | None = None) -> str:
        """A finite distance in words: "165,000 troops", "2 steps"."""


def either(alternatives: list[str]) -> str:
    """Alternatives in words, with brackets round those that would not end where they should.

    "or" binds tighter than ";", and in "anything but A or B" nobody can tell what is ruled out.
    """
    if len(alternatives) == 1:
        return alternatives[0]
    return " or ".join(
        f"({words})" if ";" in words or words.casefold().startswith("anything but ") else words
        for words in alternatives
    )


def anything_but(words: str) -> str:
    """All else, in words."""
    return f"anything but ({words})" if ";" in words or " or " in words else f"anything but {words}"
