"""The design's decision list over finite sets of outcomes: shares no code with negotiate.compare.

A side is plain Python sets of outcomes. ``offers`` are (outcomes, conditions), a condition being
{issue: set of allowed outcomes there}; an offer without conditions is firm.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

Outcome = Any
Conditions = dict[str, frozenset[Any]]


@dataclass(frozen=True)
class Side:
    demand: tuple[frozenset[Outcome], Conditions] | None
    accepts: tuple[tuple[frozenset[Outcome], Conditions], ...]
    red: frozenset[Outcome] | None
    anything_else: bool = False
    indifferent: bool = False
    refuses: bool = False

    @property
    def offers(self) -> list[tuple[frozenset[Outcome], Conditions]]:
        return ([self.demand] if self.demand else []) + list(self.accepts)

    @property
    def stated(self) -> bool:
        return bool(self.offers) or self.indifferent or self.refuses


def zones(side: Side, everything: frozenset[Outcome]) -> tuple[set[Outcome], set[Outcome], set[Outcome]]:
    """(S0, S1, R1), outcome by outcome."""
    firm, wide, hard = set(), set(), set()
    for outcome in everything:
        in_firm = any(outcome in where and not conditions for where, conditions in side.offers)
        in_wide = any(outcome in where for where, _ in side.offers)
        in_red = side.red is not None and outcome in side.red
        if side.indifferent:
            in_firm = in_wide = not in_red
        if side.anything_else and side.stated and not side.indifferent:
            in_red = not in_firm
        if side.refuses:
            in_firm, in_wide, in_red = False, False, True
        if in_firm:
            firm.add(outcome)
        if in_wide:
            wide.add(outcome)
        if in_red and not in_wide:
            hard.add(outcome)
    return firm, wide, hard


def can_hold_together(one: Conditions, other: Conditions) -> bool:
    return all(one[issue] & other[issue] for issue in one.keys() & other.keys())


def verdict(a: Side, b: Side, everything: frozenset[Outcome]) -> str:
    """The first line of the design's table that applies (no scopes, no free text, all values named)."""
    firm_a, wide_a, hard_a = zones(a, everything)
    firm_b, wide_b, hard_b = zones(b, everything)
    if a.refuses == b.refuses and hard_a | hard_b == everything:
        return "clash"
    if a.indifferent and b.indifferent:
        return "unknown"
    crossed = bool(wide_a and wide_a <= hard_b) or bool(wide_b and wide_b <= hard_a)
    if not (a.stated and b.stated):
        return "clash" if crossed else "one-sided" if a.stated or b.stated else "unknown"
    if firm_a & firm_b:
        same = a.demand and b.demand and not a.demand[1] and not b.demand[1] and a.demand[0] == b.demand[0]
        return "agree" if same else "overlap"
    offers_a = [(set(everything) & wide_a, {})] if a.indifferent else a.offers
    offers_b = [(set(everything) & wide_b, {})] if b.indifferent else b.offers
    if not (a.refuses or b.refuses) and any(
        set(where_a) & set(where_b) and can_hold_together(if_a, if_b)
        for (where_a, if_a), (where_b, if_b) in product(offers_a, offers_b)
    ):
        return "conditional"
    return "clash" if crossed else "gap"
