"""What a party wrote about the outcome of an issue, and the region it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from negotiate.terms.region import Domain, Region, TooComplex

AnyRegion = Any
"""A region of some domain. Callers above hold regions and domains that belong together."""

AnyDomain = Domain[Any]


@dataclass(frozen=True, slots=True)
class Term:
    """Words of a party and their region.

    ``region`` is None on an issue of free text. ``named`` is False for "some limit": outcomes outside the
    region fail, but which of those inside would do is not stated. ``unit`` is the writer's, where the
    issue has several. ``about`` is True where the figure was given as approximate.
    """

    words: str
    region: Region | None
    named: bool = True
    unit: str | None = None
    about: bool = False

    def means_the_same(self, other: Term) -> bool:
        """By the outcomes, or by the words where those are not computed."""
        if self.words.casefold() == other.words.casefold():
            return True
        if self.region is None or other.region is None or self.named != other.named:
            return False
        try:
            return self.region.same(other.region)
        except TooComplex:
            return False


class TermError(ValueError):
    """Words that the term language cannot read: what is wrong, what to write, and where in the words."""

    def __init__(self, message: str, hint: str = "", part: str = "") -> None:
        super().__init__(message)
        self.message, self.hint, self.part = message, hint, part
