"""Conflicts and the smallest drops against all orders, all timetables and all subsets; thousands when asked for."""

from __future__ import annotations

from itertools import combinations, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.compare.deadlocks.circles import Puzzle
from negotiate.compare.deadlocks.hitting import Hitting
from negotiate.terms import BEFORE, Bound, Clause
from negotiate.terms.lags import within

STEPS = range(4)
ORDERS = list(permutations(STEPS))
PLANS = [
    (order, days)
    for order in permutations(range(3))
    for gaps in product(range(4), repeat=2)
    for days in [dict(zip(order, (0, gaps[0], sum(gaps)), strict=True))]
]
"""Timetables of three steps: their order, and step -> day. No gap need be longer than the longest bound and a day."""


@st.composite
def orders(draw: st.DrawFn, most: int = 7) -> list[Clause]:
    """Clauses of orders of four steps, some with a choice, some with ways of several bounds."""
    pair = st.permutations(STEPS).map(lambda order: Bound(order[0], order[1], BEFORE))
    way = st.lists(pair, min_size=1, max_size=2).map(tuple)
    clause = st.lists(way, min_size=1, max_size=3).map(tuple) | pair.map(lambda bound: ((bound,),))
    return draw(st.lists(clause, min_size=1, max_size=most))


@st.composite
def plans(draw: st.DrawFn) -> list[Clause]:
    """Clauses of three steps in which days count."""
    limit = st.just(BEFORE) | st.integers(-2, 2).map(within)
    bound = st.builds(lambda two, most: Bound(two[0], two[1], most), st.permutations(range(3)), limit)
    clause = st.lists(bound.map(lambda each: (each,)), min_size=1, max_size=2).map(tuple)
    return draw(st.lists(clause, min_size=1, max_size=6))


def holds_in_order(clause: Clause, order: tuple[int, ...]) -> bool:
    return any(all(order.index(bound.step) < order.index(bound.other) for bound in way) for way in clause)


def holds_in_plan(clause: Clause, plan: tuple[tuple[int, ...], dict[int, int]]) -> bool:
    order, days = plan
    return any(
        all(
            order.index(bound.step) < order.index(bound.other)
            if bound.limit == BEFORE
            else days[bound.step] - days[bound.other] <= (bound.limit - 1) // 2
            for bound in way
        )
        for way in clause
    )


def kept_by_some_order(clauses: list[Clause]) -> bool:
    return any(all(holds_in_order(clause, order) for clause in clauses) for order in ORDERS)


def kept_by_some_plan(clauses: list[Clause]) -> bool:
    return any(all(holds_in_plan(clause, plan) for clause in clauses) for plan in PLANS)


def brute_drops(clauses: list[Clause], weights: list[int], possible) -> tuple[int, set[frozenset[int]]]:  # type: ignore[no-untyped-def]
    """The lightest weight whose dropping leaves something possible, and all sets of that weight."""
    everything = range(len(clauses))
    subsets = [frozenset(some) for size in range(len(clauses) + 1) for some in combinations(everything, size)]
    enough = [some for some in subsets if possible([clauses[n] for n in everything if n not in some])]
    least = min(sum(weights[n] for n in some) for some in enough)
    return least, {some for some in enough if sum(weights[n] for n in some) == least}


def check(clauses: list[Clause], weights: list[int], size: int, possible) -> None:  # type: ignore[no-untyped-def]
    puzzle, everything = Puzzle(size, [], clauses), set(range(len(clauses)))
    conflict = puzzle.conflict(everything)
    assert (conflict is None) == possible(clauses)
    if conflict is not None:
        assert conflict <= everything
        assert not possible([clauses[n] for n in conflict])
    least, sets = brute_drops(clauses, weights, possible)
    drops = puzzle.smallest_drops(everything, weights, 200)
    assert (drops.weight, set(drops.sets), drops.more, drops.exact) == (least, sets, False, True)
    few = puzzle.smallest_drops(everything, weights, 1)
    assert (few.weight, few.exact, few.more) == (least, True, len(sets) > 1)
    assert set(few.sets) <= sets


@given(orders())
def test_conflicts_and_smallest_drops_of_orders(clauses: list[Clause]) -> None:
    check(clauses, [1] * len(clauses), len(STEPS), kept_by_some_order)


@given(orders(), st.randoms())
def test_the_lightest_drops(clauses: list[Clause], random) -> None:  # type: ignore[no-untyped-def]
    check(clauses, [random.randint(1, 5) for _ in clauses], len(STEPS), kept_by_some_order)


@given(plans())
def test_conflicts_and_smallest_drops_of_timetables(clauses: list[Clause]) -> None:
    check(clauses, [1] * len(clauses), 3, kept_by_some_plan)


@given(st.lists(st.frozensets(st.integers(0, 6), min_size=1, max_size=4), max_size=7), st.integers(1, 40))
def test_hitting_sets(conflicts: list[frozenset[int]], most: int) -> None:
    found = Hitting(conflicts, [1] * 7, most)
    subsets = [frozenset(some) for size in range(8) for some in combinations(range(7), size)]
    hitting = [some for some in subsets if all(some & each for each in conflicts)]
    smallest = {some for some in hitting if len(some) == len(hitting[0])}
    assert found.weight == len(hitting[0])
    assert set(found.found) <= smallest
    assert len(found.found) == min(most, len(smallest))


def test_where_the_search_is_given_up_the_best_found_is_marked() -> None:
    """Forty steps, each pair wanted both ways: 780 circles of two, more than the search may look at."""
    clauses: list[Clause] = [((Bound(a, b, BEFORE),),) for a in range(40) for b in range(40) if a != b]
    puzzle = Puzzle(40, [], clauses)
    drops = puzzle.smallest_drops(range(len(clauses)), [1] * len(clauses), 5)
    assert not drops.exact
    assert drops.weight == len(drops.sets[0]) >= 780
    assert Puzzle(40, [], clauses).conflict(set(range(len(clauses))) - drops.sets[0]) is None


@pytest.mark.parametrize("steps", [3, 10, 30])
def test_one_long_circle(steps: int) -> None:
    clauses: list[Clause] = [((Bound(n, (n + 1) % steps, BEFORE),),) for n in range(steps)]
    drops = Puzzle(steps, [], clauses).smallest_drops(range(steps), [1] * steps, 100)
    assert (drops.weight, len(drops.sets), drops.exact) == (1, steps, True)
