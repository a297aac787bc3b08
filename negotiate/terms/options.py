"""Choices, scales and yes-no: a region is a set of named options."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from negotiate.terms.names import plain
from negotiate.terms.region import Distance, Domain, Region, anything_but

_FEWEST_TO_SUM_UP = 3
"""Options: two or three are listed, "anything but X" and "at least X; at most Y" say more than that."""


@dataclass(frozen=True, slots=True)
class OptionSet(Region):
    """A set of options: bit ``n`` of ``bits`` stands for option ``n`` of the domain."""

    domain: Options
    bits: int

    def __and__(self, other: OptionSet) -> OptionSet:
        return OptionSet(self.domain, self.bits & other.bits)

    def __or__(self, other: OptionSet) -> OptionSet:
        return OptionSet(self.domain, self.bits | other.bits)

    def __invert__(self) -> OptionSet:
        return OptionSet(self.domain, ~self.bits & self.domain.everything.bits)

    def __contains__(self, outcome: object) -> bool:
        return outcome in self.names

    @property
    def is_empty(self) -> bool:
        return not self.bits

    @property
    def indices(self) -> tuple[int, ...]:
        return tuple(n for n in range(len(self.domain.options)) if self.bits >> n & 1)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.domain.options[n] for n in self.indices)


@dataclass(frozen=True)
class Options(Domain[OptionSet]):
    """Named options without an order."""

    options: tuple[str, ...]

    @cached_property
    def everything(self) -> OptionSet:
        return OptionSet(self, (1 << len(self.options)) - 1)

    @cached_property
    def nothing(self) -> OptionSet:
        return OptionSet(self, 0)

    @cached_property
    def _indices(self) -> dict[str, int]:
        return {plain(option): index for index, option in enumerate(self.options)}

    def find(self, name: str) -> int | None:
        """The index of the option that the whole name is."""
        return self._indices.get(plain(name))

    def only(self, *indices: int) -> OptionSet:
        return OptionSet(self, sum(1 << n for n in set(indices)))

    def distance(self, a: OptionSet, b: OptionSet) -> Distance | None:
        return None

    def say(self, region: OptionSet, unit: str | None = None) -> str:
        if region.is_empty:
            return "nothing"
        said = self._sum_up(region)
        listed = not said or self.find(said) is not None
        return " or ".join(region.names) if listed else said

    def _sum_up(self, region: OptionSet) -> str:
        """Shorter than a list, or ""."""
        left_out = (~region).names
        if not left_out and len(self.options) > 1:
            return "anything"
        if len(left_out) == 1 and len(region.indices) >= _FEWEST_TO_SUM_UP:
            return anything_but(left_out[0])
        return ""

    def say_distance(self, distance: Distance, unit: str | None = None) -> str:
        return f"{distance} {'step' if distance == 1 else 'steps'}"


@dataclass(frozen=True)
class Choice(Options):
    """Options of which one is chosen; none is nearer to another."""


@dataclass(frozen=True)
class YesNo(Options):
    """Yes or no."""

    options: tuple[str, ...] = ("yes", "no")


@dataclass(frozen=True)
class Scale(Options):
    """Options in order, from least to most."""

    def distance(self, a: OptionSet, b: OptionSet) -> Distance | None:
        return min((abs(i - j) for i in a.indices for j in b.indices), default=None)

    def at_least(self, index: int) -> OptionSet:
        return self.only(*range(index, len(self.options)))

    def at_most(self, index: int) -> OptionSet:
        return self.only(*range(index + 1))

    def _sum_up(self, region: OptionSet) -> str:
        picked, names = region.indices, region.names
        if 1 < len(picked) < len(self.options):
            if region == self.at_least(picked[0]):
                return f"at least {names[0]}"
            if region == self.at_most(picked[-1]):
                return f"at most {names[-1]}"
            if len(picked) > _FEWEST_TO_SUM_UP and region == self.at_least(picked[0]) & self.at_most(picked[-1]):
                return f"at least {names[0]}; at most {names[-1]}"
        return super()._sum_up(region)
