"""Sentences where terms do not meet."""

from __future__ import annotations

from collections.abc import Mapping

from negotiate.compare.reasons.gaps import apart_words, common_unit, why_apart
from negotiate.compare.reasons.met import meet
from negotiate.compare.reasons.relation_words import room_left, said_within
from negotiate.compare.reasons.saying import say_condition, say_offer, say_red_line, say_within, whose
from negotiate.compare.relation import Relation
from negotiate.compare.verdict import Grade
from negotiate.compare.zones import Zones
from negotiate.model import Issue
from negotiate.terms import Options


def gap(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    assert relation.zones
    a, b = relation.zones
    unit = common_unit(a, b)
    excluded = _excluded(relation, names, issues) if relation.excluded else ""
    if excluded and (a.firm.is_empty or b.firm.is_empty):
        said = excluded
    else:
        opposed = " (opposed)" if relation.distance is None and isinstance(relation.issue.domain, Options) else ""
        said = f"{why_apart(a, b, names, relation.distance, unit)}{opposed}." + (f" {excluded}" if excluded else "")
    if relation.nearer is not None and relation.nearer != float("inf"):
        said += f" What they accept on conditions lies nearer: {apart_words(a.domain, relation.nearer, unit)}."
    if a.line.is_empty and b.line.is_empty:
        return f"{said} No red line is recorded for either."
    return f"{said} No red line is crossed.{room_left(relation)}"


def _excluded(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    """Two offers that meet, on conditions that cannot hold together."""
    pairs = ((one, other) for one in relation.a.offers for other in relation.b.offers if meet(one, other))
    one, other = next(pairs)
    assert relation.zones and one.term.region and other.term.region
    shared = said_within(relation, one.term.region & other.term.region)
    required = [
        f"{name} requires that {' and '.join(say_condition(each, issues) for each in offer.conditions)}"
        for name, offer in zip(names, (one, other), strict=True)
        if offer.conditions
    ]
    return (
        f"{names[0]} and {names[1]} could both accept {shared}, but on conditions that exclude each other: "
        f"{'; '.join(required)}."
    )


def clash(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    assert relation.zones
    a, b = relation.zones
    if a.refuses and b.refuses:
        return f"neither {names[0]} nor {names[1]} accepts any outcome here."
    if relation.grade is Grade.NO_ROOM:
        lines = f"{_rules_out(a, names[0], issues)}; {_rules_out(b, names[1], issues)}"
        return f"Their red lines leave no possible outcome: {lines}."
    for zones, name, other in ((a, names[0], names[1]), (b, names[1], names[0])):
        if zones.refuses:
            return f"{name} accepts no outcome here, so nothing that {other} proposes can meet it."
    why = [why_apart(a, b, names, relation.distance, common_unit(a, b)) + "."] if _both_have_named(relation) else []
    return " ".join([*why, *(_crossing(relation, names, party, issues) for party in relation.crossed)])


def _both_have_named(relation: Relation) -> bool:
    """Whether there are two terms to set beside each other; leaving it to the others is none."""
    return all(position.offers for position in relation.positions)


def _crossing(relation: Relation, names: tuple[str, str], party: str, issues: Mapping[str, Issue]) -> str:
    owner = 0 if relation.a.party == party else 1
    position = relation.positions[owner]
    other = relation.positions[1 - owner]
    line = f" ({say_red_line(position.red_line, issues)})" if position.red_line else ""
    accepted = " or ".join(say_offer(offer, issues) for offer in other.offers)
    accepted = f" ({accepted})" if accepted and not _both_have_named(relation) else ""
    return f"All that {names[1 - owner]} accepts{accepted} crosses {whose(names[owner])} red line{line}."


def _rules_out(zones: Zones, name: str, issues: Mapping[str, Issue]) -> str:
    line = zones.position.red_line
    said = say_red_line(line, issues) if line else say_within(zones.domain, zones.line)
    if line and line.offer is None:
        said = f"anything but {say_within(zones.domain, zones.firm)}"
    return f"{name} rules out {said}"
