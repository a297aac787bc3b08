"""Laws of regions, distances and words, for every type of issue, against counting outcomes."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.terms import TermError, read_term
from negotiate.terms.timetables import A_DAY, Timetables

from .brute import Spoken, World, lags_in_conflict, pairs_in_conflict, term
from .worlds import WORLDS

every_type = pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
randomly = given(random=st.randoms())

OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "&": lambda a, b: a & b,
    "|": lambda a, b: a | b,
    "-": lambda a, b: a - b,
    "~": lambda a, b: ~a,
}


def region_of(world: World, said: Spoken) -> Any:
    return read_term(world.domain, said.words).region


def some_region(world: World, random: Random) -> Any:
    """A region put together by operations, not by words alone."""
    region = region_of(world, term(world, random))
    for _ in range(random.randrange(3)):
        region = OPERATIONS[random.choice("&|-~")](region, region_of(world, term(world, random)))
    return region


@every_type
@randomly
def test_words_mean_what_they_say(world: World, random: Random) -> None:
    said = term(world, random, refused_too=True)
    if said.barren:
        with pytest.raises(TermError):
            read_term(world.domain, said.words)
        return
    read = read_term(world.domain, said.words)
    assert world.inside(read.region) == world.fitting(said), said.words
    assert read.words == said.words


@every_type
@randomly
def test_operations_are_those_of_sets(world: World, random: Random) -> None:
    one, other = term(world, random), term(world, random)
    a, b = region_of(world, one), region_of(world, other)
    words = f"{one.words} / {other.words}"
    mine, theirs = set(world.fitting(one)), set(world.fitting(other))
    assert set(world.inside(a & b)) == mine & theirs, words
    assert set(world.inside(a | b)) == mine | theirs, words
    assert set(world.inside(a - b)) == mine - theirs, words
    assert set(world.inside(~a)) == set(world.outcomes) - mine, words
    assert a.meets(b) == bool(mine & theirs), words
    assert (a <= b) == (mine <= theirs) == (a & ~b).is_empty == (a - b).is_empty, words
    assert a.same(b) == (mine == theirs), words
    assert a.is_empty == (not mine), words
    check_what_is_shared(world, a, mine)


def check_what_is_shared(world: World, region: Any, inside: set[Any]) -> None:
    """``required`` and ``excluded`` of sets, ``has_top`` of lines."""
    if hasattr(region, "required"):
        items = world.domain.items if inside else ()
        assert set(region.required) == {item for item in items if all(item in o for o in inside)}
        assert set(region.excluded) == {item for item in items if all(item not in o for o in inside)}
    elif hasattr(region, "has_top"):
        assert region.has_top == (math.inf in inside)


@every_type
@randomly
def test_laws_of_complements(world: World, random: Random) -> None:
    a, b = some_region(world, random), some_region(world, random)
    assert (~~a).same(a)
    assert (~(a & b)).same(~a | ~b)
    assert (~(a | b)).same(~a & ~b)
    assert (a | ~a).same(world.domain.everything)
    assert (a & ~a).is_empty
    assert (a - b).same(a & ~b)
    assert a <= world.domain.everything
    assert world.domain.nothing <= a


@every_type
@randomly
def test_distance_is_the_smallest_there_is(world: World, random: Random) -> None:
    a, b = some_region(world, random), some_region(world, random)
    if a.is_empty or b.is_empty:
        return
    words = f"{world.domain.say(a)} / {world.domain.say(b)}"
    found = world.domain.distance(a, b)
    assert found == world.domain.distance(b, a), words
    if isinstance(a, Timetables) or isinstance(b, Timetables):
        parts = [[Timetables(world.domain, (each,)) for each in region.networks] for region in (a, b)]
        pairs, days = lags_in_conflict(world, *parts) or (None, 0)
        assert found == (pairs or days * A_DAY), words
    elif hasattr(world.domain, "steps"):
        assert found == pairs_in_conflict(world, a, b), words
    elif world.distance is None:
        assert found is None
        return
    else:
        counted = world.distance(world.inside(a), world.inside(b))
        assert found <= counted <= found + world.tolerance or found == counted, words
    wider = a | some_region(world, random)
    assert world.domain.distance(wider, b) <= found, words


@every_type
@randomly
def test_what_is_said_reads_back(world: World, random: Random) -> None:
    region = some_region(world, random)
    for unit in world.units:
        said = world.domain.say(region, unit)
        read = read_term(world.domain, said).region
        assert world.inside(read) == world.inside(region), said
        assert read.same(region), said
        if not hasattr(world.domain, "items") and not hasattr(world.domain, "steps"):
            assert world.domain.say(read, unit) == said
