"""What terms mean, by counting outcomes. Shares no code with ``negotiate.terms``.

A ``Spoken`` is a term in two readings: words of the language, and a test of one outcome written without
them. A ``World`` is a domain with enough of its outcomes to tell any two regions of its atoms apart.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise, permutations, product
from random import Random
from typing import Any

Outcome = Any
Timetable = tuple[tuple[str, int], ...]
"""(step, day), in the order of the steps."""

ATOM, CLAUSE, TERM = range(3)
CASES: tuple[Callable[[str], str], ...] = (str, str.upper, str.title, str.swapcase)


@dataclass(frozen=True)
class Spoken:
    """``level``: what joins its outermost parts: nothing, "or", or ";".

    ``barren``: it has a part, other than "nothing", that no outcome fits; the language refuses it.
    """

    words: str
    holds: Callable[[Outcome], bool]
    level: int = ATOM
    barren: bool = False


ANYTHING = Spoken("anything", lambda outcome: True)


@dataclass(frozen=True)
class World:
    name: str
    domain: Any
    outcomes: Sequence[Outcome]
    atom: Callable[[Random], Spoken]
    distance: Callable[[list[Outcome], list[Outcome]], Any] | None = None
    tolerance: Any = 0
    units: tuple[str | None, ...] = (None,)

    def fitting(self, said: Spoken) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if said.holds(outcome)]

    def inside(self, region: Any) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome in region]


# --- terms from parts


def bracketed(said: Spoken) -> Spoken:
    return replace(said, words=f"({said.words})", level=ATOM)


def either(*parts: Spoken) -> Spoken:
    """Brackets only where they are needed, so that the binding of "or" and ";" is tried."""
    closed = [bracketed(part) if part.level or "but" in part.words else part for part in parts]
    return Spoken(
        " or ".join(part.words for part in closed),
        lambda outcome: any(part.holds(outcome) for part in parts),
        CLAUSE,
        any(part.barren for part in parts),
    )


def all_of(world: World, *parts: Spoken) -> Spoken:
    closed = [bracketed(part) if part.level == TERM else part for part in parts]
    said = Spoken(
        "; ".join(part.words for part in closed),
        lambda outcome: all(part.holds(outcome) for part in parts),
        TERM,
        any(part.barren for part in parts),
    )
    contradictory = not world.fitting(said) and all(world.fitting(part) for part in parts)
    return replace(said, barren=said.barren or contradictory)


def all_but(world: World, part: Spoken) -> Spoken:
    closed = bracketed(part) if part.level else part
    said = Spoken(f"anything but {closed.words}", lambda outcome: not part.holds(outcome), ATOM, part.barren)
    return replace(said, barren=said.barren or not world.fitting(said))


def term(world: World, random: Random, refused_too: bool = False) -> Spoken:
    """A random term: atoms joined by "or" and ";", negated, in brackets, in any case.

    Without ``refused_too``, none with a part that no outcome fits.
    """
    said = _grown(world, random, refused_too, 3)
    return replace(said, words=random.choice(CASES)(said.words))


def _grown(world: World, random: Random, refused_too: bool, depth: int) -> Spoken:
    grow = random.choice(("atom", "whole", "or", "all", "but", "bracket")) if depth else "atom"
    if grow == "atom":
        return _atom(world, random, refused_too)
    if grow == "whole":
        return random.choice((ANYTHING, Spoken("nothing", lambda outcome: False)))
    count = random.choice((2, 2, 3)) if grow in ("or", "all") else 1
    parts = [_grown(world, random, refused_too, random.randrange(depth)) for _ in range(count)]
    if grow == "or":
        return either(*parts)
    if grow == "bracket":
        return bracketed(parts[0])
    said = all_of(world, *parts) if grow == "all" else all_but(world, parts[0])
    return said if refused_too or not said.barren else parts[0]


def _atom(world: World, random: Random, refused_too: bool) -> Spoken:
    for _ in range(5):
        said = world.atom(random)
        if world.fitting(said):
            return said
        if refused_too:
            return replace(said, barren=True)
    return ANYTHING


# --- distances


def nearest(a: list[Any], b: list[Any]) -> Any:
    """The smallest difference of two numbers; infinite where one side has none but "no limit"."""
    if set(a) & set(b):
        return 0
    mine, theirs = sorted(set(a) - {math.inf}), sorted(set(b) - {math.inf})
    gaps = [math.inf]
    for number in mine if theirs else []:
        at = bisect(theirs, number)
        gaps += [abs(number - other) for other in theirs[max(0, at - 1) : at + 1]]
    return min(gaps)


def steps_between(options: Sequence[str]) -> Callable[[list[Any], list[Any]], int | None]:
    def distance(a: list[Any], b: list[Any]) -> int | None:
        places = [(options.index(x), options.index(y)) for x in a for y in b]
        return min((abs(x - y) for x, y in places), default=None)

    return distance


def fewest_changes(a: list[Any], b: list[Any]) -> int | None:
    return min((len(x ^ y) for x in a for y in b), default=None)


def orders_keeping(steps: Sequence[str], pairs: Iterable[tuple[int, int]]) -> list[tuple[str, ...]]:
    kept = []
    for order in permutations(steps):
        if all(order.index(steps[a]) < order.index(steps[b]) for a, b in pairs):
            kept.append(order)
    return kept


def timetables(steps: Sequence[str], longest: int, pairs: Iterable[tuple[int, int]] = ()) -> list[Timetable]:
    """All in which no more than ``longest`` days pass from one step to the next; the first comes on day 0."""
    found = list[Timetable]()
    for order in orders_keeping(steps, pairs):
        for gaps in product(range(longest + 1), repeat=len(steps) - 1):
            found.append(tuple(zip(order, accumulate(gaps, initial=0), strict=True)))
    return found


def order_of(outcome: Sequence[Any]) -> tuple[str, ...]:
    """The steps of an order, or of a timetable, in their order."""
    return tuple(each if isinstance(each, str) else each[0] for each in outcome)


def always(orders: Sequence[tuple[str, ...]]) -> set[tuple[str, str]]:
    """The pairs of steps that all these orders put one way."""
    steps = orders[0]
    return {(a, b) for a in steps for b in steps if a != b and all(order.index(a) < order.index(b) for order in orders)}


def pairs_in_conflict(world: World, a: Any, b: Any) -> int | None:
    """The documented distance of two regions of orders."""
    if set(world.inside(a)) & set(world.inside(b)):
        return 0
    steps, given = world.domain.steps, world.domain.given
    mine = [always(orders_keeping(steps, {*pairs, *given})) for pairs in a.alternatives]
    theirs = [always(orders_keeping(steps, {*pairs, *given})) for pairs in b.alternatives]
    conflicts = [len({(y, x) for x, y in one} & other) for one in mine for other in theirs]
    return max(1, min(conflicts)) if conflicts else None


def lags_in_conflict(world: World, a: list[Any], b: list[Any]) -> tuple[int, int] | None:
    """The documented distance of two regions, each given as one region for each network, as (pairs, days)."""
    mine, theirs = ([world.inside(part) for part in parts] for parts in (a, b))
    if {outcome for part in mine for outcome in part} & {outcome for part in theirs for outcome in part}:
        return 0, 0
    return min((_conflict(world.domain.steps, *two) for two in product(mine, theirs)), default=None)


def _conflict(steps: Sequence[str], mine: list[Timetable], theirs: list[Timetable]) -> tuple[int, int]:
    one, other = ({order_of(outcome) for outcome in outcomes} for outcomes in (mine, theirs))
    opposite = {(y, x) for x, y in always(list(one))} & always(list(other))
    kept = [always(list(one)), always(list(other))]
    if opposite or not any(
        all(order.index(x) < order.index(y) for x, y in kept[0] | kept[1]) for order in permutations(steps)
    ):
        return max(1, len(opposite)), 0
    dates = [{tuple(dict(outcome)[step] for step in steps) for outcome in outcomes} for outcomes in (mine, theirs)]
    shifts = ([x - y for x, y in zip(u, v, strict=True)] for u, v in product(*dates))
    return 0, min(max(shift) - min(shift) for shift in shifts)


def subsets(items: Sequence[str]) -> list[frozenset[str]]:
    return [frozenset(item for n, item in enumerate(items) if mask >> n & 1) for mask in range(1 << len(items))]


def beside(values: Iterable[Any], step: Any) -> list[Any]:
    """Numbers at, just below and just above the values, between them and far beyond them."""
    ends = sorted(set(values))
    between = [(low + high) / 2 if step != 1 else (low + high) // 2 for low, high in pairwise(ends)]
    near = [value + move for value in ends for move in (-step, 0, step)]
    return sorted({*near, *between, ends[0] - 1000, ends[-1] + 1000})
