"""Sequencing deadlocks: preconditions of several parties that go in a circle, and what would open it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from negotiate.compare.deadlocks.circles import Drops, Puzzle
from negotiate.compare.deadlocks.groups import components, groups
from negotiate.compare.deadlocks.hitting import TooMuchWork
from negotiate.compare.deadlocks.knot import Case, Choice, Circle, Knot, Link, Opening
from negotiate.compare.deadlocks.preconditions import Precondition, between_issues, between_steps
from negotiate.compare.table import Table
from negotiate.model import Issue, Offer
from negotiate.terms import AnyRegion, Bound, Sequences, TooComplex, Way
from negotiate.terms.lags import before

MOST_SETS = 12
"""Sets of preconditions that are listed, of those that are equally few."""

MOST_CASES = 12
"""Combinations of choices that are told, each with its circle."""

_SCALE = 10_000
"""More than the preconditions that a knot can have: the salience counts first, the number after it."""


def deadlocks(table: Table, parties: Sequence[str] | None = None) -> tuple[Knot, ...]:
    """The knots in what those of ``parties`` (all) who must agree want; in what all of them want, if only one must.

    Of the others it is told where they want the same. Knots of steps in the order of the issues, then those between.
    """
    asked = [party.id for party in table.parties] if parties is None else list(dict.fromkeys(parties))
    must = [party for party in asked if table.negotiation.parties[party].must_agree]
    counted = must if len(must) > 1 else asked
    others = [party.id for party in table.parties if party.id not in counted]
    found = [knot for issue in table.issues for knot in _of_steps(table, issue, counted, others)]
    return (*found, *_of_issues(table, counted))


def _of_steps(table: Table, issue: Issue, counted: Sequence[str], others: Sequence[str]) -> list[Knot]:
    domain = issue.domain
    if not isinstance(domain, Sequences):
        return []
    try:
        mine, theirs = (
            [each for party in side for each in between_steps(table.position(party, issue.id), domain)]
            for side in (counted, others)
        )
    except TooComplex:
        return []
    given = [before(pair) for pair in sorted(domain.given)]
    return list(_Knots(table, issue, domain.steps, given, mine, theirs).found())


def _of_issues(table: Table, counted: Sequence[str]) -> list[Knot]:
    nodes = dict[str, int]()
    mine = list(between_issues(table, counted, nodes))
    return list(_Knots(table, None, tuple(nodes), [], mine, []).found())


class _Knots:
    """The knots among some preconditions."""

    def __init__(
        self,
        table: Table,
        issue: Issue | None,
        nodes: tuple[str, ...],
        given: Sequence[Bound],
        preconditions: Sequence[Precondition],
        others: Sequence[Precondition],
    ) -> None:
        self.table, self.issue, self.nodes, self.given = table, issue, nodes, given
        self.preconditions, self.others = preconditions, others
        self.clauses = [each.ways for each in preconditions]

    def found(self) -> Iterator[Knot]:
        for group in groups(len(self.nodes), self.given, self.clauses):
            try:
                knotted = self._puzzle().conflict(group) is not None
            except TooMuchWork:
                continue
            if knotted:
                yield self._knot(group)

    def _puzzle(self) -> Puzzle:
        """A new one for each question, with all its work before it."""
        return Puzzle(len(self.nodes), self.given, self.clauses)

    def _knot(self, group: Sequence[int]) -> Knot:
        single = [n for n in group if len(self.clauses[n]) == 1]
        circles = self._circles(single)
        return Knot(
            self.issue,
            self.nodes,
            circles,
            self._choices(group, single),
            self._opening(self._puzzle().smallest_drops(group, [1] * len(self.clauses), MOST_SETS)),
            self._cheapest(group),
            self._together(group) if self.issue is None else None,
        )

    # --- what is closed without a choice

    def _circles(self, single: Sequence[int]) -> tuple[Circle, ...]:
        bounds = [bound for n in single for bound in self.clauses[n][0]]
        component = components(len(self.nodes), [*self.given, *bounds])
        found = list[Circle]()
        for first in dict.fromkeys(component):
            inside = [bound for bound in bounds if component[bound.step] == component[bound.other] == first]
            if circle := self._puzzle().circle([tuple(inside)]):
                found.append(self._linked(circle, dict.fromkeys(single, 0)))
        return tuple(found)

    def _linked(self, circle: Iterable[Bound], ways: Mapping[int, int]) -> Circle:
        """``ways``: clause -> the way of it that is wanted."""
        return Circle(tuple(self._link(bound, ways) for bound in circle))

    def _link(self, bound: Bound, ways: Mapping[int, int]) -> Link:
        if bound in self.given:
            return Link(bound, ())
        wanted = tuple(self.preconditions[n] for n, way in ways.items() if bound in self.clauses[n][way])
        also = tuple(each for each in self.others if len(each.ways) == 1 and bound in each.ways[0])
        return Link(bound, wanted, also)

    # --- where parties leave a choice

    def _choices(self, group: Sequence[int], single: Sequence[int]) -> tuple[Choice, ...]:
        """What stands in the way of each choice once the circles without one have been opened."""
        opened = self._puzzle().smallest_drops(single, [1] * len(self.clauses), 1).sets[0]
        kept = [n for n in single if n not in opened]
        open_, found = [n for n in group if n not in single], list[Choice]()
        while blocked := self._blocked(kept, open_):
            found.append(self._choice(kept, blocked))
            open_ = [n for n in open_ if n not in blocked]
        return tuple(found)

    def _blocked(self, kept: Sequence[int], choices: Sequence[int]) -> list[int]:
        """A few choices that have no way out together; as few as can be."""
        try:
            conflict = self._puzzle().conflict([*kept, *choices])
            found = [n for n in choices if conflict and n in conflict]
            for n in list(found):
                fewer = [other for other in found if other != n]
                if self._puzzle().conflict([*kept, *fewer]) is not None:
                    found = fewer
        except TooMuchWork:
            return []
        return found

    def _choice(self, kept: Sequence[int], blocked: Sequence[int]) -> Choice:
        ways = product(*(range(len(self.clauses[n])) for n in blocked))
        cases = [self._case(kept, dict(zip(blocked, way, strict=True))) for way in islice(ways, MOST_CASES)]
        more = next(ways, None) is not None
        return Choice(tuple(self.preconditions[n] for n in blocked), tuple(cases), more)

    def _case(self, kept: Sequence[int], chosen: Mapping[int, int]) -> Case:
        ways = {**dict.fromkeys(kept, 0), **chosen}
        wanted: list[Way] = [self.clauses[n][way] for n, way in ways.items()]
        circle = self._linked(self._puzzle().circle(wanted), ways)
        return Case(tuple((self.preconditions[n], way) for n, way in chosen.items()), circle)

    # --- what would open it

    def _opening(self, drops: Drops, cost: int | None = None) -> Opening:
        sets = sorted(sorted(each) for each in drops.sets)
        named = tuple(tuple(self.preconditions[n] for n in each) for each in sets)
        return Opening(named, drops.weight if cost is None else cost, drops.more, drops.exact)

    def _cheapest(self, group: Sequence[int]) -> Opening | None:
        """By the salience of what is dropped, then by number; None where one is not recorded."""
        known = [self._salience(self.preconditions[n]) if n in group else 0 for n in range(len(self.clauses))]
        weights = [(each or 0) * _SCALE + 1 for each in known]
        if None in known:
            return None
        drops = self._puzzle().smallest_drops(group, weights, MOST_SETS)
        return self._opening(drops, drops.weight // _SCALE)

    def _salience(self, precondition: Precondition) -> int | None:
        estimates = self.table.negotiation.estimates.get(precondition.party)
        issue = self.table.negotiation.issues[precondition.issue]
        if estimates is None:
            return None
        return estimates.salience.get(issue.id, estimates.salience.get(issue.family))

    # --- between issues

    def _together(self, group: Sequence[int]) -> bool | None:
        owners = (self.preconditions[n] for n in group)
        ways = product(*([(each.issue, offer) for offer in each.offers] for each in owners))
        try:
            return any(_compatible(offers) for offers in islice(ways, MOST_CASES))
        except TooComplex:
            return None


def _compatible(offers: Iterable[tuple[str, Offer]]) -> bool:
    """Whether what is offered on issues, and on what conditions, leaves an outcome on each of them."""
    wanted = dict[str, AnyRegion]()
    for issue, offer in offers:
        for name, term in ((issue, offer.term), *((each.issue, each.term) for each in offer.conditions)):
            region: AnyRegion = term.region
            if region is not None:
                wanted[name] = wanted[name] & region if name in wanted else region
    return not any(region.is_empty for region in wanted.values())
