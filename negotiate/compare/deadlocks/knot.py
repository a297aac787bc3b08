"""What a sequencing deadlock is made of: circles of preconditions, choices that do not help, and what would open it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from negotiate.compare.deadlocks.preconditions import Precondition
from negotiate.model import Issue
from negotiate.terms import BEFORE, Bound, days_of


@dataclass(frozen=True, slots=True)
class Link:
    """One bound of a circle: who wants it (nobody: it is given for everybody), and who else would have it so."""

    bound: Bound
    wanted: tuple[Precondition, ...]
    also: tuple[Precondition, ...] = ()


@dataclass(frozen=True, slots=True)
class Circle:
    """Links that cannot all be kept, each from the step at which the one before it ends."""

    links: tuple[Link, ...]

    @property
    def missing(self) -> int:
        """The days that it lacks; 0 where it is a matter of order alone."""
        limits = [link.bound.limit for link in self.links]
        return -sum(map(days_of, limits)) if any(limit > BEFORE for limit in limits) else 0


@dataclass(frozen=True, slots=True)
class Case:
    """A way of each of several choices, and the circle that it ends in."""

    chosen: tuple[tuple[Precondition, int], ...]
    circle: Circle


@dataclass(frozen=True, slots=True)
class Choice:
    """Preconditions with several ways, none of which helps. ``more``: there are more cases than those told."""

    preconditions: tuple[Precondition, ...]
    cases: tuple[Case, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """The smallest sets of preconditions whose dropping opens the knot, by number or (``cost``) by salience.

    ``more``: there are others as small. ``exact`` is False where the search was given up at the best found.
    """

    sets: tuple[tuple[Precondition, ...], ...]
    cost: int
    more: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Knot:
    """Preconditions that hang together and cannot all be kept, on the steps of ``issue`` or (None) between issues.

    ``nodes`` names all steps, or the ids of issues, by number. ``circles``: a shortest one for each group of steps
    that is closed without any choice. ``cheapest`` is None where the salience of an owner is not recorded.
    ``together``, between issues: whether no condition contradicts another, so that all could be settled at once
    (None where that cannot be computed).
    """

    issue: Issue | None
    nodes: tuple[str, ...]
    circles: tuple[Circle, ...]
    choices: tuple[Choice, ...]
    opening: Opening
    cheapest: Opening | None
    together: bool | None = None

    def drawn(self) -> Iterator[Circle]:
        """All its circles, those of choices last."""
        yield from self.circles
        yield from (case.circle for choice in self.choices for case in choice.cases)
