"""The sentence that every verdict carries, made from the terms alone, and the places that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from negotiate.compare.conditions import Requirement, State
from negotiate.compare.gaps import common_unit, mixes_months_with_days, why_apart
from negotiate.compare.relation import Relation, takes_demand
from negotiate.compare.standing import Position
from negotiate.compare.verdict import Grade, Verdict
from negotiate.compare.words import offer_words, red_line_words, silence_clause, tidy
from negotiate.compare.zones import Zones
from negotiate.model import Citation, Issue, Offer, Place, RedLine
from negotiate.terms import AnyRegion, Line, Options


@dataclass(frozen=True, slots=True)
class Reason:
    """One or more sentences, the places in files and the citations that they rest on."""

    sentence: str
    places: tuple[Place, ...] = ()
    citations: tuple[Citation, ...] = ()


def reason(relation: Relation, names: Mapping[str, str], issues: Mapping[str, Issue]) -> Reason:
    """Why the verdict is what it is. ``names``: party id to name."""
    pair = (names[relation.a.party], names[relation.b.party])
    sentences = [_SENTENCES[relation.verdict](relation, pair, issues), *_marks(relation, pair)]
    used = [part for position in relation.positions for part in _resting_on(position)]
    return Reason(
        " ".join(sentence[0].upper() + sentence[1:] for sentence in sentences if sentence),
        tuple(dict.fromkeys(part.place for part in used)) or _places(relation),
        tuple(dict.fromkeys(citation for part in used for citation in part.citations)),
    )


def _resting_on(position: Position) -> list[Offer | RedLine]:
    return [*position.offers, *([position.red_line] if position.red_line else [])]


def _places(relation: Relation) -> tuple[Place, ...]:
    return tuple(position.place for position in relation.positions if position.place)


# --- a sentence for each verdict


def _not_applicable(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    clauses = [
        silence_clause(position, name)
        for position, name in zip(relation.positions, names, strict=True)
        if position.stance and "not concerned" in position.stance.value
    ]
    return "; ".join(clauses) + "."


def _not_read(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    clauses = [
        f"{name}'s position enters no verdict: {position.unread}"
        for position, name in zip(relation.positions, names, strict=True)
        if position.unread
    ]
    return "; ".join(clauses) + "."


def _not_computable(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    return "Both positions are free text, which is not computed: only what was said in reply counts."


def _unknown(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    clauses = [silence_clause(position, name) for position, name in zip(relation.positions, names, strict=True)]
    if not relation.zones:
        return "; ".join(clauses) + "."
    a, b = relation.zones
    if not a.line.is_empty and a.line.same(b.line):
        return f"Both rule out the same ({a.domain.say(a.line)}), and neither has stated what it wants."
    open_to_both = "" if a.line.is_empty and b.line.is_empty else _room(relation)
    return "; ".join(clauses) + "." + (f" {open_to_both}" if open_to_both else "")


def _one_sided(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    unnamed = [n for n, position in enumerate(relation.positions) if not all(o.term.named for o in position.offers)]
    if relation.a.has_terms and relation.b.has_terms and unnamed:
        return _value_not_named(relation, names, unnamed)
    stated, silent = (0, 1) if relation.a.has_terms else (1, 0)
    said = f"{_wants(relation.positions[stated], names[stated])}; "
    said += silence_clause(relation.positions[silent], names[silent])
    return said + (", which this need not cross." if relation.positions[silent].red_line else ".")


def _value_not_named(relation: Relation, names: tuple[str, str], unnamed: list[int]) -> str:
    wants = [
        f"{names[n]} wants {_without_some(relation.positions[n])} and has named none"
        for n in unnamed
        if relation.positions[n].offers
    ]
    others = [_wants(relation.positions[n], names[n]) for n in (0, 1) if n not in unnamed]
    return f"{'; '.join([*wants, *others])}: whether these meet cannot be said."


def _without_some(position: Position) -> str:
    words = next(tidy(offer.term.words) for offer in position.offers if not offer.term.named)
    lowered = words.casefold()
    if lowered.startswith("some of "):
        return f"some of these ({words[8:]})"
    if lowered.startswith("some "):
        return f"a {words[5:]}"
    return words


def _not_comparable(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    assert relation.zones and relation.common is not None
    said = [_scoped(position, name) for position, name in zip(relation.positions, names, strict=True)]
    shared = _say(relation, relation.common)
    return (
        f"{'; '.join(said)}. The value that they share is {shared}, but it is said of different things, "
        "and that does not count as agreement."
    )


def _scoped(position: Position, name: str) -> str:
    scopes = [f"“{tidy(offer.scope)}”" for offer in position.offers if offer.scope]
    said = tidy(position.offers[0].term.words)
    return f"{name} says {said}, {' and '.join(scopes)}" if scopes else f"{name} says {said}, without such a limit"


def _agree(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    assert relation.common is not None and relation.zones and relation.zones[0].target is not None
    demanded, common = (_say(relation, region) for region in (relation.zones[0].target, relation.common))
    both = "both demand" if isinstance(relation.issue.domain, Options) else "demand the same:"
    more = f" Both would accept {common}." if common != demanded else ""
    return f"{names[0]} and {names[1]} {both} {demanded}.{more}"


def _overlap(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    assert relation.common is not None and relation.zones
    common, both = _say(relation, relation.common), f"{names[0]} and {names[1]}"
    if relation.grade is Grade.LEAVES_OPEN:
        opener, other = (0, 1) if relation.zones[0].indifferent else (1, 0)
        return f"{names[opener]} leaves it to the others, so {names[other]}'s terms stand: {common}."
    if relation.grade is Grade.DEMANDS_MEET:
        single = isinstance(relation.issue.domain, Line) and common.startswith("exactly ")
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


def _conditional(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    assert relation.common is not None
    said = f"{names[0]} and {names[1]} could both accept {_say(relation, relation.common)}, on conditions: "
    by_id = {relation.a.party: names[0], relation.b.party: names[1]}
    return said + "; ".join(_required(each, by_id, issues) for each in relation.requirements) + "."


def _required(requirement: Requirement, names: Mapping[str, str], issues: Mapping[str, Issue]) -> str:
    condition = requirement.condition
    title = issues[condition.issue].title
    state = requirement.state.value
    if requirement.state is State.ACROSS_LINE:
        owners = " and ".join(f"{names.get(party, party)}'s" for party in requirement.across)
        state = f"across {owners} red line"
    return f"{names[requirement.party]} requires that “{title}” is {tidy(condition.term.words)} ({state})"


def _gap(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    assert relation.zones
    a, b = relation.zones
    unit = common_unit(a, b)
    said = why_apart(a, b, names, relation.distance, unit) + "."
    if relation.distance is None and isinstance(relation.issue.domain, Options):
        said = said[:-1] + " (opposed)."
    if relation.nearer is not None and relation.nearer != float("inf"):
        nearer = a.domain.say_distance(relation.nearer, unit)
        said += f" What they accept on conditions lies nearer: {nearer} apart."
    if a.line.is_empty and b.line.is_empty:
        return f"{said} Neither has declared a red line."
    return f"{said} No red line is crossed. {_room(relation)}"


def _clash(relation: Relation, names: tuple[str, str], issues: Mapping[str, Issue]) -> str:
    assert relation.zones
    a, b = relation.zones
    if relation.grade is Grade.NO_ROOM:
        lines = f"{_rules_out(a, names[0])}; {_rules_out(b, names[1])}"
        return f"Their red lines leave no possible outcome: {lines}."
    for zones, name, other in ((a, names[0], names[1]), (b, names[1], names[0])):
        if zones.refuses:
            return f"{name} accepts no outcome here, so nothing that {other} proposes can meet it."
    both = relation.a.has_terms and relation.b.has_terms
    why = [why_apart(a, b, names, relation.distance, common_unit(a, b)) + "."] if both else []
    return " ".join([*why, *(_crossing(relation, names, party) for party in relation.crossed)])


def _crossing(relation: Relation, names: tuple[str, str], party: str) -> str:
    owner = 0 if relation.a.party == party else 1
    position = relation.positions[owner]
    other = relation.positions[1 - owner]
    line = f" ({red_line_words(position.red_line)})" if position.red_line else ""
    both = relation.a.has_terms and relation.b.has_terms
    accepted = "" if both else f" ({', '.join(offer_words(offer) for offer in other.offers)})" if other.offers else ""
    return f"All that {names[1 - owner]} accepts{accepted} crosses {names[owner]}'s red line{line}."


def _rules_out(zones: Zones, name: str) -> str:
    line = zones.position.red_line
    said = red_line_words(line) if line else zones.domain.say(zones.line)
    if said.casefold() == "anything else" and zones.position.offers:
        said = f"anything but {zones.domain.say(zones.firm)}"
    return f"{name} rules out {said}"


_SENTENCES: Mapping[Verdict, Callable[[Relation, tuple[str, str], Mapping[str, Issue]], str]] = {
    Verdict.NOT_APPLICABLE: _not_applicable,
    Verdict.NOT_READ: _not_read,
    Verdict.NOT_COMPUTABLE: _not_computable,
    Verdict.UNKNOWN: _unknown,
    Verdict.ONE_SIDED: _one_sided,
    Verdict.NOT_COMPARABLE: _not_comparable,
    Verdict.AGREE: _agree,
    Verdict.OVERLAP: _overlap,
    Verdict.CONDITIONAL: _conditional,
    Verdict.GAP: _gap,
    Verdict.CLASH: _clash,
}


# --- what is said beside any verdict


def _marks(relation: Relation, names: tuple[str, str]) -> list[str]:
    if not relation.zones:
        return []
    marks = []
    for party in relation.over:
        if relation.verdict is not Verdict.CLASH:
            owner = 0 if relation.a.party == party else 1
            marks.append(f"Over the line: what {names[owner]} demands, {names[1 - owner]} has ruled out.")
    for position, name in zip(relation.positions, names, strict=True):
        if any(offer.term.about for offer in position.offers):
            marks.append(f"{name}'s figure is given as approximate.")
        if _crosses_own_line(relation, position):
            marks.append(f"{name}'s demand lies across its own earlier red line.")
    if isinstance(relation.issue.domain, Line) and mixes_months_with_days(*relation.zones):
        marks.append("Months are counted as 30 days and years as 12 of them.")
    return marks


def _crosses_own_line(relation: Relation, position: Position) -> bool:
    assert relation.zones
    zones = relation.zones[0] if relation.a is position else relation.zones[1]
    return zones.target is not None and zones.target.meets(zones.line)


def _wants(position: Position, name: str) -> str:
    if position.demand:
        return f"{name} demands {offer_words(position.demand)}"
    if position.offers:
        return f"{name} would accept {' or '.join(offer_words(offer) for offer in position.offers)}"
    return silence_clause(position, name)


def _room(relation: Relation) -> str:
    if relation.room is None or not relation.zones:
        return ""
    return f"Outside both red lines there remains {_say(relation, relation.room)}."


def _say(relation: Relation, region: AnyRegion) -> str:
    assert relation.zones
    a, b = relation.zones
    return a.domain.say(region, common_unit(a, b))
