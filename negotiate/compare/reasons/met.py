"""Sentences where terms meet: as they stand, on conditions, or in words alone."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from negotiate.compare.conditions import Requirement, State, compatible
from negotiate.compare.reasons.relation_words import said_in_full, said_within
from negotiate.compare.reasons.saying import say_condition, say_offer, silence_clause, whose
from negotiate.compare.relation import Relation, same_scope, takes_demand
from negotiate.compare.standing import Position
from negotiate.compare.verdict import Grade
from negotiate.compare.words import tidy
from negotiate.model import Issue, Offer
from negotiate.terms import Line, Options, Sequences


def not_comparable(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    assert relation.zones and relation.common is not None
    said = [_scoped(position, name) for position, name in zip(relation.positions, names, strict=True)]
    shared = said_within(relation, relation.common)
    return (
        f"{'; '.join(said)}. The value that they share is {shared}, but it is said of different things, "
        "and that does not count as agreement."
    )


def _scoped(position: Position, name: str) -> str:
    scopes = [f"“{tidy(offer.scope)}”" for offer in position.offers if offer.scope]
    said = say_offer(position.offers[0]._replace(scope="", conditions=()))
    return f"{name} says {said}, {' and '.join(scopes)}" if scopes else f"{name} says {said}, without those words"


def agree(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    assert relation.common is not None and relation.zones and relation.zones[0].target is not None
    demanded, common = (said_in_full(relation, region) for region in (relation.zones[0].target, relation.common))
    both = "both demand" if isinstance(relation.issue.domain, Options) else "demand the same:"
    both = "both say" if demanded in ("yes", "no") else both
    more = f" Both would accept {common}." if common != demanded else ""
    return f"{names[0]} and {names[1]} {both} {demanded}.{more}"


def overlap(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    assert relation.common is not None and relation.zones
    common, both = said_in_full(relation, relation.common), f"{names[0]} and {names[1]}"
    if relation.grade is Grade.LEAVES_OPEN:
        opener, other = (0, 1) if relation.zones[0].indifferent else (1, 0)
        left_open = silence_clause(relation.positions[opener], names[opener], issues)
        stand = "stand" if relation.common.same(relation.zones[other].firm) else "stand as far as that allows"
        return f"{left_open}, so {whose(names[other])} terms {stand}: {common}."
    if relation.grade is Grade.DEMANDS_MEET:
        if isinstance(relation.issue.domain, Sequences):
            return f"{both} could both keep to {common}: nothing that one asks goes against the other."
        single = isinstance(relation.issue.domain, Line) and relation.common.is_single and not relation.common.has_top
        tail = "they meet at a single value" if single else "their demands can both be met"
        return f"{both} both accept {common}: {tail}."
    if relation.grade is Grade.DEMAND_ACCEPTED:
        return f"{_who_accepts(relation, names)}: a deal is on the table. Both accept {common}."
    return f"{both} would both accept {common}, though their demands do not meet."


def _who_accepts(relation: Relation, names: tuple[str, str]) -> str:
    assert relation.zones
    a, b = relation.zones
    said = [
        f"{names[one]} accepts what {names[other]} demands"
        for one, other, taker, demander in ((0, 1, a, b), (1, 0, b, a))
        if takes_demand(taker, demander)
    ]
    return "; ".join(said)


def conditional(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    assert relation.common is not None
    which = " that differ from outcome to outcome" if _conditions_differ(relation) else ""
    common = said_within(relation, relation.common)
    said = f"{names[0]} and {names[1]} could both accept {common}, on conditions{which}: "
    by_id = {relation.a.party: names[0], relation.b.party: names[1]}
    return said + "; ".join(_required(each, by_id, issues) for each in relation.requirements) + "."


def _conditions_differ(relation: Relation) -> bool:
    """Whether some common outcomes need other conditions than others."""
    needed = {
        frozenset((each.issue, each.term.words) for each in (*one.conditions, *other.conditions))
        for one, other in product(relation.a.offers, relation.b.offers)
        if meet(one, other) and compatible(one, other) and same_scope(one.scope, other.scope)
    }
    return len(needed) > 1


def _required(requirement: Requirement, names: Mapping[str, str], issues: Mapping[str, Issue]) -> str:
    condition = requirement.condition
    wanted = say_condition(condition, issues)
    state = requirement.state.value
    if requirement.state is State.ACROSS_LINE:
        owners = " and ".join(whose(names.get(party, party)) for party in requirement.across)
        state = f"across {owners} red line"
    return f"{names[requirement.party]} requires that {wanted} ({state})"


def meet(one: Offer, other: Offer) -> bool:
    return bool(one.term.region and other.term.region and one.term.region.meets(other.term.region))
