"""The zones into which a position cuts its issue's domain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from negotiate.compare.standing import Position
from negotiate.model import Offer, Stance
from negotiate.terms import AnyDomain, AnyRegion


@dataclass(frozen=True, slots=True)
class Zones:
    """``target``: the demand (None where there is none). ``firm`` (S0): demanded or accepted without
    condition. ``wide`` (S1): firm, or accepted on conditions. ``line`` (R): ruled out. ``hard_line`` (R1):
    ruled out, less what a conditional acceptance lifts. ``named``: whether it says which outcomes would do.
    ``refuses``: accepts no outcome at all.
    """

    position: Position
    domain: AnyDomain
    target: AnyRegion | None
    firm: AnyRegion
    wide: AnyRegion
    line: AnyRegion
    hard_line: AnyRegion
    named: bool
    refuses: bool

    @property
    def indifferent(self) -> bool:
        return self.position.stance is Stance.INDIFFERENT


def zones(position: Position, domain: AnyDomain) -> Zones:
    """Cut the domain. A conditional red line is not computed: it rules out nothing by itself."""
    refuses = any(_region(offer).is_empty for offer in position.accepts)
    line = domain.everything if refuses else _red(position, domain)
    firm = domain.nothing if refuses else _firm(position, domain, line)
    if position.red_line and position.red_line.offer is None and not refuses and position.has_terms:
        line = ~firm if position.stance is not Stance.INDIFFERENT else domain.nothing
    offered = () if refuses else (_region(offer) for offer in position.offers if offer.conditions)
    wide = union(domain, offered, firm)
    demand = position.demand
    return Zones(
        position=position,
        domain=domain,
        target=_region(demand) if demand and not demand.conditions else None,
        firm=firm,
        wide=wide,
        line=line,
        hard_line=line - wide,
        named=all(offer.term.named for offer in position.offers),
        refuses=refuses,
    )


def _red(position: Position, domain: AnyDomain) -> AnyRegion:
    line = position.red_line
    if line is None or line.offer is None or line.offer.conditions:
        return domain.nothing
    return _region(line.offer)


def _firm(position: Position, domain: AnyDomain, line: AnyRegion) -> AnyRegion:
    if position.stance is Stance.INDIFFERENT:
        return ~line
    return union(domain, (_region(offer) for offer in position.offers if not offer.conditions))


def _region(offer: Offer) -> AnyRegion:
    assert offer.term.region is not None
    return offer.term.region


def union(domain: AnyDomain, regions: Iterable[AnyRegion], whole: AnyRegion = None) -> AnyRegion:
    whole = domain.nothing if whole is None else whole
    for region in regions:
        whole = whole | region
    return whole
