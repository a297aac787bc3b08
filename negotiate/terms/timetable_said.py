"""Timetables in words: "elections at most 100 days after ceasefire"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from negotiate.terms.lags import (
    BEFORE,
    Network,
    closed,
    days_of,
    joined,
    needed,
    orders_of,
    rows_of,
    turned,
)
from negotiate.terms.line import TOP, Value
from negotiate.terms.order_said import Part, Speech
from negotiate.terms.pairs import Pair
from negotiate.terms.quantity import Duration
from negotiate.terms.region import anything_but, either

DAYS = Duration()


def say_days(least: Value, most: Value, unit: str | None) -> str:
    """ "at least 30 days", "30 to 60 days"; ``most`` may be without end."""
    return DAYS.say(DAYS.between(least, most, high_inside=most != TOP), unit)


def show_days(days: int, unit: str | None = None) -> str:
    return DAYS.show(days, unit)


def say_link(limit: int, unit: str | None = None) -> str:
    """What joins a step to another that bounds it: "before", "at least 30 days before", "at most 100 days after"."""
    if limit == BEFORE:
        return "before"
    days = days_of(limit)
    return f"{say_days(-days, TOP, unit)} before" if days < 0 else f"{say_days(0, days, unit)} after"


@dataclass(frozen=True)
class TimetableSpeech:
    """Says networks, closed; what follows from ``given`` goes without saying."""

    orders: Speech
    given: Network
    unit: str | None = None

    def say(self, networks: Sequence[Network]) -> str:
        if not networks:
            return "nothing"
        if len(networks) > 1 and (summed_up := self._all_else(networks)):
            return summed_up
        each = [self.part(network) for network in networks]
        shared = each[0].shared_with(each)
        rest = [self._clauses(part.without(shared)) for part in each]
        if len(networks) == 1 or not all(rest):
            return either(["; ".join(self._clauses(part)) or "anything" for part in each])
        return "; ".join([*self._clauses(shared), either(["; ".join(clauses) for clauses in rest])])

    def _all_else(self, networks: Sequence[Network]) -> str:
        """All but a single network, or but nothing; "" where that is not so."""
        only = [needed(network, self.given) for network in networks]
        if any(len(bounds) != 1 for bounds in only):
            return ""
        others = rows_of((turned(bound) for (bound,) in only), len(self.given))
        left_out = closed(joined(self.given, others))
        return anything_but("; ".join(self._clauses(self.part(left_out)))) if left_out else "anything"

    def _clauses(self, part: Part) -> list[str]:
        return [*self.orders.clauses(part.closed, part.pairs), *part.days]

    def part(self, network: Network) -> Part:
        """The orders of two steps that are still to be said, and the days in words."""
        bounds = needed(network, self.given)
        dated = dict[Pair, dict[Pair, int]]()
        for step, other, limit in bounds:
            if limit != BEFORE:
                dated.setdefault((min(step, other), max(step, other)), {})[other, step] = days_of(limit)
        pairs = [(step, other) for step, other, _ in bounds if not {(step, other), (other, step)} & dated.keys()]
        days = [self._between(network, *two, late) for two, late in dated.items()]
        return Part(orders_of(network), pairs, days)

    def _between(self, network: Network, one: int, other: int, late: Mapping[Pair, int]) -> str:
        """All that is to be said of two steps. ``late``: (a, b) -> how many days after ``a`` step ``b`` may come."""
        steps = self.orders.steps
        if min(network[one][other], network[other][one]) > BEFORE:
            return self._either_way(one, other, late)
        first, last = (one, other) if network[other][one] <= BEFORE else (other, one)
        days = say_days(-late.get((last, first), 0), late.get((first, last), TOP), self.unit)
        return f"{steps[last]} {days} after {steps[first]}"

    def _either_way(self, one: int, other: int, late: Mapping[Pair, int]) -> str:
        """Of two steps that may come in either order: "B before A or B at most 30 days after A"."""
        if (one, other) not in late:
            one, other = other, one
        earlier, later = self.orders.steps[one], self.orders.steps[other]
        ahead = f" {say_days(0, late[other, one], self.unit)}" if (other, one) in late else ""
        return f"{later}{ahead} before {earlier} or {later} {say_days(0, late[one, other], self.unit)} after {earlier}"
