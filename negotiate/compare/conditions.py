"""Conditions that tie one issue to another, and how each stands on the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from negotiate.compare.standing import Position
from negotiate.compare.zones import zones
from negotiate.model import Condition, Issue, Offer
from negotiate.terms import AnyDomain, AnyRegion


class State(Enum):
    """How a condition stands."""

    MET = "met by the terms on record"
    MUTUAL = "each is the other's condition"
    OPEN = "open"
    NO_POSITION = "no position recorded there"
    ACROSS_LINE = "across a red line"


@dataclass(frozen=True, slots=True)
class Requirement:
    """A condition of ``party``, its state, and the parties whose red line it crosses."""

    party: str
    condition: Condition
    state: State
    across: tuple[str, ...] = ()


def compatible(one: Offer, other: Offer) -> bool:
    """Whether the conditions of both can hold together."""
    wanted: dict[str, AnyRegion] = {}
    for condition in (*one.conditions, *other.conditions):
        region: AnyRegion = condition.term.region
        if region is None:
            continue
        wanted[condition.issue] = wanted[condition.issue] & region if condition.issue in wanted else region
    return not any(region.is_empty for region in wanted.values())


def requirements(
    issue: Issue,
    offers: Iterable[Offer],
    pair: tuple[Position, Position],
    lookup: Callable[[str, str], Position],
) -> tuple[Requirement, ...]:
    """Each condition of the offers, with its state as the two parties' other positions have it."""
    found = dict[tuple[str, str, str], Requirement]()
    for offer in offers:
        party = next(side.party for side in pair if offer in side.offers)
        for condition in offer.conditions:
            key = (party, condition.issue, condition.term.words)
            found[key] = _requirement(issue, party, condition, pair, lookup)
    return tuple(found.values())


def _requirement(
    issue: Issue,
    party: str,
    condition: Condition,
    pair: tuple[Position, Position],
    lookup: Callable[[str, str], Position],
) -> Requirement:
    there = [lookup(side.party, condition.issue) for side in pair]
    region: AnyRegion = condition.term.region
    if region is None:
        return Requirement(party, condition, State.OPEN)
    cut = [zones(position, region.domain) for position in there if not position.unread]
    across = tuple(side.position.party for side in cut if not region.is_empty and region <= side.hard_line)
    if across:
        return Requirement(party, condition, State.ACROSS_LINE, across)
    stated = [side for side in cut if side.position.has_terms]
    if not stated:
        return Requirement(party, condition, State.NO_POSITION)
    if _is_mutual(issue, party, there):
        return Requirement(party, condition, State.MUTUAL)
    if len(stated) == len(pair) and _is_met(region.domain, [side.firm for side in stated], region):
        return Requirement(party, condition, State.MET)
    return Requirement(party, condition, State.OPEN)


def _is_met(domain: AnyDomain, firm: list[AnyRegion], wanted: AnyRegion) -> bool:
    common = domain.everything
    for region in firm:
        common = common & region
    return not common.is_empty and bool(common <= wanted)


def _is_mutual(issue: Issue, party: str, there: list[Position]) -> bool:
    """Whether the other party's offer on that issue is in turn conditional on this one."""
    return any(
        condition.issue == issue.id
        for position in there
        if position.party != party
        for offer in position.offers
        for condition in offer.conditions
    )
