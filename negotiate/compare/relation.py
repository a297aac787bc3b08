"""How two positions on one issue relate: the first rule that applies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from negotiate.compare.conditions import Requirement, compatible, requirements
from negotiate.compare.standing import Position
from negotiate.compare.verdict import Grade, Verdict
from negotiate.compare.zones import Zones, union, zones
from negotiate.model import Issue, Offer, Stance
from negotiate.terms import AnyDomain, AnyRegion, Distance, TooComplex, plain

Lookup = Callable[[str, str], Position]
"""(party, issue) -> position: what the state of conditions on other issues is read from."""


Cut = Callable[[Position, AnyDomain], Zones]


@dataclass(frozen=True, slots=True)
class Relation:
    """The verdict on two positions and what it was computed from.

    ``common`` is the common ground (of agree, overlap, conditional, not comparable, and of one-sided where
    a value is not named). ``room`` is what no red line rules out. ``distance`` is in the domain's measure,
    ``inf`` where no number closes the gap and None where there is no measure. ``nearer`` is the smaller
    distance that conditional acceptances leave, if any. ``crossed`` are the parties whose red line is
    crossed, ``over`` those whose demand lies wholly inside the other's red line.
    """

    issue: Issue
    a: Position
    b: Position
    verdict: Verdict
    grade: Grade | None = None
    zones: tuple[Zones, Zones] | None = None
    common: AnyRegion | None = None
    room: AnyRegion | None = None
    distance: Distance | None = None
    nearer: Distance | None = None
    requirements: tuple[Requirement, ...] = ()
    crossed: tuple[str, ...] = ()
    over: tuple[str, ...] = ()

    @property
    def excluded(self) -> bool:
        """Whether both would accept some outcome, but only on conditions that exclude each other."""
        return self.verdict is Verdict.GAP and self.zones is not None and self.zones[0].wide.meets(self.zones[1].wide)

    @property
    def positions(self) -> tuple[Position, Position]:
        return self.a, self.b


def relate(issue: Issue, a: Position, b: Position, lookup: Lookup, cut: Cut = zones) -> Relation:
    """The relation of two positions on ``issue``. Symmetric but for the order of ``a`` and ``b``.

    ``cut`` may remember the zones of a position that meets many others.
    """
    plainly = _without_terms(issue, a, b)
    if plainly:
        return plainly
    assert issue.domain is not None
    try:
        first, second = cut(a, issue.domain), cut(b, issue.domain)
        found = _by_terms(issue, _in_scope(first, second), _in_scope(second, first), lookup)
        over = _over(found)
    except TooComplex:
        return Relation(issue, a, b, Verdict.NOT_COMPUTABLE)
    return replace(found, over=over) if over else found


def _without_terms(issue: Issue, a: Position, b: Position) -> Relation | None:
    """The verdicts that need no region."""
    if Stance.NOT_CONCERNED in (a.stance, b.stance):
        return Relation(issue, a, b, Verdict.NOT_APPLICABLE)
    if a.unread or b.unread:
        return Relation(issue, a, b, Verdict.NOT_READ)
    if issue.domain is not None:
        return None
    stated = a.says_something + b.says_something
    return Relation(issue, a, b, (Verdict.UNKNOWN, Verdict.ONE_SIDED, Verdict.NOT_COMPUTABLE)[stated])


def _by_terms(issue: Issue, a: Zones, b: Zones, lookup: Lookup) -> Relation:
    room = ~(a.hard_line | b.hard_line)
    base = Relation(issue, a.position, b.position, Verdict.UNKNOWN, zones=(a, b), room=room)
    if room.is_empty and a.refuses == b.refuses:
        return replace(base, verdict=Verdict.CLASH, grade=Grade.NO_ROOM, crossed=(a.position.party, b.position.party))
    if a.indifferent and b.indifferent:
        return base
    if not (a.position.has_terms and b.position.has_terms):
        return _one_sided(base, a, b)
    met = _met(base, a, b, lookup)
    if met is None:
        return _apart(base, a, b)
    if a.named and b.named:
        return met
    return replace(met, verdict=Verdict.ONE_SIDED, grade=None)


def _one_sided(base: Relation, a: Zones, b: Zones) -> Relation:
    crossed = _crossed(a, b)
    if crossed:
        return replace(base, verdict=Verdict.CLASH, grade=Grade.CROSSED, crossed=crossed)
    stated = a.position.has_terms or b.position.has_terms
    return replace(base, verdict=Verdict.ONE_SIDED if stated else Verdict.UNKNOWN)


def _met(base: Relation, a: Zones, b: Zones, lookup: Lookup) -> Relation | None:
    """Agree, overlap, conditional or not comparable; None where the terms do not meet."""
    common = _common(a, b)
    if not common.is_empty:
        if a.target is not None and b.target is not None and a.target.same(b.target) and _same_scope(a, b):
            return replace(base, verdict=Verdict.AGREE, common=common)
        return replace(base, verdict=Verdict.OVERLAP, grade=_grade(a, b), common=common)
    if a.firm.meets(b.firm):
        return replace(base, verdict=Verdict.NOT_COMPARABLE, common=a.firm & b.firm)
    return _conditional(base, a, b, lookup)


def _conditional(base: Relation, a: Zones, b: Zones, lookup: Lookup) -> Relation | None:
    possible = [
        (one, other) for one, other in _pairs(a, b) if _term(one).meets(_term(other)) and compatible(one, other)
    ]
    meeting = [(one, other) for one, other in possible if same_scope(one.scope, other.scope)]
    leaning = [(offer, None) for offer in (*_leaning(a, b), *_leaning(b, a))]
    if possible and not meeting:
        shared = [_term(one) & _term(other) for one, other in possible]
        return replace(base, verdict=Verdict.NOT_COMPARABLE, common=union(a.domain, shared))
    if not meeting and not leaning:
        return None
    shared = [_term(one) & _term(other) for one, other in meeting]
    shared += [_term(offer) & (b.firm if offer in a.position.offers else a.firm) for offer, _ in leaning]
    offers = dict.fromkeys(offer for pair in (*meeting, *leaning) for offer in pair if offer and offer.conditions)
    needed = requirements(base.issue, offers, base.positions, lookup)
    return replace(base, verdict=Verdict.CONDITIONAL, common=union(a.domain, shared), requirements=needed)


def _leaning(a: Zones, b: Zones) -> Iterator[Offer]:
    """Conditional offers that meet what an indifferent party leaves open."""
    if b.indifferent:
        yield from (offer for offer in a.position.offers if _term(offer).meets(b.firm))


def _pairs(a: Zones, b: Zones) -> Iterator[tuple[Offer, Offer]]:
    if not (a.refuses or b.refuses):
        yield from ((one, other) for one in a.position.offers for other in b.position.offers)


def _common(a: Zones, b: Zones) -> AnyRegion:
    """The outcomes that both accept without condition, said of the same thing."""
    if a.indifferent or b.indifferent:
        return a.firm & b.firm
    return union(
        a.domain,
        (
            _term(one) & _term(other)
            for one, other in _pairs(a, b)
            if not one.conditions and not other.conditions and same_scope(one.scope, other.scope)
        ),
    )


def _grade(a: Zones, b: Zones) -> Grade:
    if a.indifferent or b.indifferent:
        return Grade.LEAVES_OPEN
    if a.target is not None and b.target is not None and a.target.meets(b.target) and _same_scope(a, b):
        return Grade.DEMANDS_MEET
    if takes_demand(a, b) or takes_demand(b, a):
        return Grade.DEMAND_ACCEPTED
    return Grade.RANGES_MEET


def takes_demand(one: Zones, other: Zones) -> bool:
    """Whether ``one`` accepts, without condition, an outcome that ``other`` demands."""
    demand = other.position.demand
    if other.target is None or demand is None:
        return False
    return (one.indifferent and one.firm.meets(other.target)) or any(
        _term(offer).meets(other.target) and not offer.conditions and same_scope(offer.scope, demand.scope)
        for offer in one.position.offers
    )


def _apart(base: Relation, a: Zones, b: Zones) -> Relation:
    crossed = _crossed(a, b)
    if crossed:
        base = replace(base, verdict=Verdict.CLASH, grade=Grade.CROSSED, crossed=crossed)
    else:
        base = replace(base, verdict=Verdict.GAP)
    distance = _distance(a.domain, a.firm, b.firm)
    by_conditions = a.wide is not a.firm or b.wide is not b.firm
    nearer = _distance(a.domain, a.wide, b.wide) if by_conditions else distance
    if distance is None:
        return base if a.wide.meets(b.wide) else replace(base, distance=nearer)
    return replace(base, distance=distance, nearer=nearer if nearer is not None and 0 < nearer < distance else None)


def _distance(domain: AnyDomain, a: AnyRegion, b: AnyRegion) -> Distance | None:
    if a.is_empty or b.is_empty:
        return None
    with suppress(TooComplex):
        return domain.distance(a, b)
    return None


def _crossed(a: Zones, b: Zones) -> tuple[str, ...]:
    """The parties whose red line holds all that the other accepts. An empty region crosses nothing."""
    crossing = [
        one.position.party for one, other in ((a, b), (b, a)) if not other.wide.is_empty and other.wide <= one.hard_line
    ]
    return tuple(crossing)


def _over(relation: Relation) -> tuple[str, ...]:
    assert relation.zones
    a, b = relation.zones
    return tuple(
        one.position.party
        for one, other in ((a, b), (b, a))
        if one.target is not None and not one.target.is_empty and one.target <= other.hard_line
    )


def _in_scope(one: Zones, other: Zones) -> Zones:
    """A red line said of something narrower than the other's terms does not rule those out."""
    line = one.position.red_line
    scope = line.offer.scope if line and line.offer else ""
    if not scope or all(same_scope(scope, offer.scope) for offer in other.position.offers):
        return one
    return replace(one, line=one.domain.nothing, hard_line=one.domain.nothing)


def _same_scope(a: Zones, b: Zones) -> bool:
    one, other = a.position.demand, b.position.demand
    return one is not None and other is not None and same_scope(one.scope, other.scope)


def same_scope(one: str, other: str) -> bool:
    return one == other or plain(one) == plain(other)


def _term(offer: Offer) -> AnyRegion:
    assert offer.term.region is not None
    return offer.term.region
