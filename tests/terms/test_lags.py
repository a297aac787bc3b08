"""Networks of bounds against all timetables of four steps: thousands of cases when asked for (see conftest)."""

from __future__ import annotations

import time
from itertools import pairwise, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.terms.lags import (
    BEFORE,
    FAR,
    Bound,
    Network,
    added,
    bounds_of,
    closed,
    days_of,
    essential,
    keeps,
    orders_of,
    rows_of,
    shortest_circle,
    tightened,
    turned,
    within,
)

from .brute import timetables

STEPS = ("a", "b", "c", "d")
MOST = 2
"""Days of a bound; in a gap of more than that between two steps all bounds are as in a gap of one more."""

ALL = [(tuple(map(STEPS.index, dict(each))), dict(each)) for each in timetables(STEPS, MOST + 1)]
"""(the steps in their order, step -> day)"""


def holds(bound: Bound, order: tuple[int, ...], days: dict[str, int]) -> bool:
    step, other, limit = bound
    if limit == BEFORE:
        return order.index(step) < order.index(other)
    return days[STEPS[step]] - days[STEPS[other]] <= (limit - 1) / 2


def fitting(bounds: list[Bound]) -> list[tuple[tuple[int, ...], dict[str, int]]]:
    return [each for each in ALL if all(holds(bound, *each) for bound in bounds)]


@st.composite
def bounds(draw: st.DrawFn, least: int = 1, most: int = 8) -> list[Bound]:
    limit = st.just(BEFORE) | st.integers(-MOST, MOST).map(within)
    pair = st.permutations(range(len(STEPS))).map(lambda order: order[:2])
    drawn = draw(st.lists(st.tuples(pair, limit), min_size=least, max_size=most))
    return [Bound(*pair, limit) for pair, limit in drawn]


def latest(step: int, other: int, found: list[tuple[tuple[int, ...], dict[str, int]]]) -> int:
    """How late the one comes after the other in these timetables at most, as a limit."""
    if all(order.index(step) < order.index(other) for order, _ in found):
        sooner = max(days[STEPS[step]] - days[STEPS[other]] for _, days in found)
        return within(sooner) if sooner < 0 else BEFORE
    if any(_far(step, other, *each) for each in found):
        return FAR
    return within(max(days[STEPS[step]] - days[STEPS[other]] for _, days in found))


def _far(step: int, other: int, order: tuple[int, ...], days: dict[str, int]) -> bool:
    between = order[order.index(other) : order.index(step) + 1]
    return any(days[STEPS[b]] - days[STEPS[a]] > MOST for a, b in pairwise(between))


@given(bounds())
def test_closed_is_all_that_follows(drawn: list[Bound]) -> None:
    network, found = closed(rows_of(drawn, len(STEPS))), fitting(drawn)
    assert (network is None) == (not found)
    if network is not None:
        size = range(len(STEPS))
        assert network == tuple(tuple(latest(b, a, found) if a != b else within(0) for b in size) for a in size)
        assert orders_of(network) == {
            (a, b) for a in size for b in size if a != b and all(o.index(a) < o.index(b) for o, _ in found)
        }


@given(bounds())
def test_the_essential_bounds_say_it_all_and_none_is_idle(drawn: list[Bound]) -> None:
    network = closed(rows_of(drawn, len(STEPS)))
    if network is None:
        return
    needed = essential(network)
    assert closed(rows_of(needed, len(STEPS))) == network
    pairs = [(a, b) for a in range(len(STEPS)) for b in range(a)]
    if any(added(network[a][b], network[b][a]) == within(0) for a, b in pairs):
        return  # steps a fixed number of days apart are each told by the first, even where an order says as much
    for bound in needed:
        assert closed(rows_of([each for each in needed if each != bound], len(STEPS))) != network


@given(bounds(), bounds())
def test_bounds_are_kept_where_every_timetable_keeps_them(one: list[Bound], other: list[Bound]) -> None:
    mine, theirs = closed(rows_of(one, len(STEPS))), closed(rows_of(other, len(STEPS)))
    if mine is not None and theirs is not None:
        inside = all(all(holds(bound, *each) for bound in one) for each in fitting(other))
        assert keeps(theirs, one) == keeps(theirs, bounds_of(mine)) == inside


@given(bounds(), bounds(most=1))
def test_one_more_bound_is_as_closing_all_anew(drawn: list[Bound], more: list[Bound]) -> None:
    network = closed(rows_of(drawn, len(STEPS)))
    if network is not None:
        assert tightened(network, more[0]) == closed(rows_of([*drawn, *more], len(STEPS)))


@given(bounds(most=1))
def test_what_is_turned_round_holds_where_the_other_does_not(drawn: list[Bound]) -> None:
    (bound,) = drawn
    assert all(holds(bound, *each) != holds(turned(bound), *each) for each in ALL)


@given(bounds(least=3, most=10))
def test_the_circle_is_one_of_the_shortest(drawn: list[Bound]) -> None:
    circle = shortest_circle(drawn, len(STEPS))
    lengths = [len(way) for way in _ways_round(drawn) if _cannot_hold(way)]
    assert bool(circle) == (not fitting(drawn))
    assert len(circle) == min(lengths, default=0)
    if circle:
        assert set(circle) <= set(drawn)
        assert [bound.other for bound in circle] == [bound.step for bound in (*circle[1:], circle[0])]
        assert not fitting(circle)


def _ways_round(drawn: list[Bound]) -> list[list[Bound]]:
    """Every circle of steps, with the tightest bound from each to the next."""
    found = []
    for size in range(2, len(STEPS) + 1):
        for steps in permutations(range(len(STEPS)), size):
            ways = [
                [bound for bound in drawn if (bound.other, bound.step) == pair] for pair in pairwise((*steps, steps[0]))
            ]
            if all(ways):
                found.append([min(way, key=lambda bound: bound.limit) for way in ways])
    return found


def _cannot_hold(way: list[Bound]) -> bool:
    days = sum(0 if bound.limit == BEFORE else (bound.limit - 1) // 2 for bound in way)
    return days < 0 or (days == 0 and all(bound.limit == BEFORE for bound in way))


def test_limits_in_days() -> None:
    assert (days_of(within(5)), days_of(within(-5)), days_of(BEFORE)) == (5, -5, 0)
    assert within(-1) < BEFORE < within(0) < within(1) < FAR
    assert (added(BEFORE, BEFORE), added(BEFORE, within(3)), added(within(-4), within(3))) == (
        BEFORE,
        within(3),
        within(-1),
    )


@pytest.mark.parametrize("steps", [10, 40])
def test_a_dense_network_is_closed_soon(steps: int) -> None:
    """Quadratic work for each step; a plan of 40 steps with a bound on every two takes under a tenth of a second."""
    random = Random(5)
    times = [random.randrange(100) for _ in range(steps)]
    drawn = [
        Bound(a, b, within(times[a] - times[b] + random.randrange(9)))
        for a in range(steps)
        for b in range(steps)
        if a != b
    ]
    start = time.process_time()
    network = closed(rows_of(drawn, steps))
    assert network is not None
    assert time.process_time() - start < 1
    assert closed(rows_of(essential(network), steps)) == network


def test_a_network_of_none_has_no_timetable_left_out() -> None:
    empty: Network | None = closed(rows_of([], len(STEPS)))
    assert empty is not None
    assert essential(empty) == []
    assert len(fitting([])) == len(ALL)
