"""Regions that a relation found, as its sentences say them."""

from __future__ import annotations

from negotiate.compare.reasons.gaps import common_unit
from negotiate.compare.reasons.saying import as_limit, is_limit, say, say_within
from negotiate.compare.relation import Relation
from negotiate.terms import AnyRegion

_LONG = 200
"""Characters beyond which the room that red lines leave is not said."""


def said_in_full(relation: Relation, region: AnyRegion) -> str:
    assert relation.zones
    a, b = relation.zones
    return as_common_limit(relation, say(a.domain, region, common_unit(a, b)))


def as_common_limit(relation: Relation, said: str) -> str:
    """A single value as that of a limit, where both demand one."""
    demands = [position.demand for position in relation.positions]
    return as_limit(said) if all(demand and is_limit(demand.term) for demand in demands) else said


def said_within(relation: Relation, region: AnyRegion) -> str:
    assert relation.zones
    a, b = relation.zones
    return say_within(a.domain, region, common_unit(a, b))


def room_left(relation: Relation) -> str:
    """What red lines leave, as a further sentence, where they take something away and it can be said shortly."""
    if relation.room is None or not relation.zones or relation.room.same(relation.zones[0].domain.everything):
        return ""
    said = said_in_full(relation, relation.room)
    return f" Outside both red lines there remains {said}." if len(said) <= _LONG else ""
