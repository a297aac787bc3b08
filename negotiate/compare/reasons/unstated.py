"""Sentences where there are no two terms to set beside each other."""

from __future__ import annotations

from collections.abc import Mapping

from negotiate.compare.reasons.relation_words import room_left
from negotiate.compare.reasons.saying import NOTHING_RECORDED, say_offer, say_within, silence_clause, whose
from negotiate.compare.relation import Relation
from negotiate.compare.standing import Position
from negotiate.compare.words import tidy
from negotiate.model import Issue
from negotiate.terms import Boxes, YesNo


def not_applicable(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    clauses = [
        silence_clause(position, name)
        for position, name in zip(relation.positions, names, strict=True)
        if position.stance and "not concerned" in position.stance.value
    ]
    return "; ".join(clauses) + "."


def not_read(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    clauses = [
        f"{whose(name)} position enters no verdict: {position.unread}"
        for position, name in zip(relation.positions, names, strict=True)
        if position.unread
    ]
    return "; ".join(clauses) + "."


def not_computable(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    if relation.issue.domain is None:
        return "Both positions are free text, which is not computed: only what was said in reply counts."
    return "These terms have too many alternatives to be compared: only what was said in reply counts."


def unknown(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    clauses = [silence_clause(position, name, issues) for position, name in zip(relation.positions, names, strict=True)]
    if all(clause.startswith(NOTHING_RECORDED) for clause in clauses):
        return f"{NOTHING_RECORDED}{names[0]} or for {names[1]}."
    if all(position.lapsed for position in relation.positions):
        return f"nothing that {names[0]} or {names[1]} said on it still counts."
    if not relation.zones:
        return "; ".join(clauses) + "."
    a, b = relation.zones
    if not a.line.is_empty and a.line.same(b.line):
        return f"Both rule out the same ({say_within(a.domain, a.line)}), and neither has stated what it wants."
    return "; ".join(clauses) + "." + room_left(relation)


def one_sided(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    unnamed = [n for n, position in enumerate(relation.positions) if not all(o.term.named for o in position.offers)]
    if relation.a.has_terms and relation.b.has_terms and unnamed:
        return _value_not_named(relation, names, unnamed, issues)
    stated, silent = (1, 0) if _speaks_more(relation.b, relation.a) else (0, 1)
    said = f"{_wants(relation.positions[stated], names[stated], issues)}; "
    said += silence_clause(relation.positions[silent], names[silent], issues)
    return said + (
        f", which {whose(names[stated])} terms need not cross." if relation.positions[silent].red_line else "."
    )


def _speaks_more(one: Position, other: Position) -> bool:
    return (one.has_terms, one.says_something) > (other.has_terms, other.says_something)


def _value_not_named(
    relation: Relation, names: tuple[str, str], unnamed: list[int], issues: Mapping[str, Issue]
) -> str:
    wants = [
        f"{names[n]} wants {_without_some(relation.positions[n])} and has named none"
        for n in unnamed
        if relation.positions[n].offers
    ]
    others = [_wants(relation.positions[n], names[n], issues) for n in (0, 1) if n not in unnamed]
    return f"{'; '.join([*wants, *others])}: whether these meet cannot be said."


def _without_some(position: Position) -> str:
    """What is wanted without a value: "a limit", "some of these (A, B)"."""
    offer = next(offer for offer in position.offers if not offer.term.named)
    words = tidy(offer.term.words)
    first, _, rest = words.partition(" ")
    sets = isinstance(offer.term.region, Boxes)
    if first.casefold() != "some" or " or " in words or ";" in words:
        return words
    if sets:
        return f"some of these ({rest[3:]})" if rest.casefold().startswith("of ") else "some of the items"
    return f"{'an' if rest[:1] in 'aeiou' else 'a'} {rest}" if rest else "a limit"


def _wants(position: Position, name: str, issues: Mapping[str, Issue]) -> str:
    if position.demand:
        region = position.demand.term.region
        verb = "says" if region is None or isinstance(region.domain, YesNo) else "demands"  # type: ignore[attr-defined]
        return f"{name} {verb} {say_offer(position.demand, issues)}"
    if position.offers:
        return f"{name} would accept {' or '.join(say_offer(offer, issues) for offer in position.offers)}"
    return silence_clause(position, name, issues)
