"""Orders of named steps: a region is a union of partial orders ("A before B").

Where days count too ("A within 30 days after B"), the region is one of timetables; the two kinds mix.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from negotiate.terms import lags
from negotiate.terms.lags import BEFORE, Bound, Network
from negotiate.terms.order_said import FEWEST_TO_SUM_UP, Part, Speech
from negotiate.terms.pairs import Pair, close, essential, packed, pairs_of, rows_of, shortest_circle
from negotiate.terms.region import Distance, Domain, Region, TooComplex, anything_but
from negotiate.terms.timetable_said import TimetableSpeech, say_link, show_days
from negotiate.terms.timetables import A_DAY, Timetables, apart, union

MOST_ALTERNATIVES = 300
_MOST_WORK = 1_000_000
"""Pairs of steps looked at in one operation, as far as alternatives have to be closed: about 0.2 s."""

Rows = list[int]


@dataclass(frozen=True, slots=True)
class Orders(Region):
    """The orders that keep every pair of at least one of the alternatives.

    Each alternative is a transitively closed set of pairs that can hold together.
    """

    domain: Sequences
    alternatives: tuple[frozenset[Pair], ...]

    def __and__(self, other: Orders) -> Orders:
        if isinstance(other, Timetables):
            return NotImplemented
        theirs = list(other.rows())
        return self.domain.union_of_rows(_joined(a, b) for a in self.rows() for b in theirs)

    def __or__(self, other: Orders) -> Orders:
        if isinstance(other, Timetables):
            return NotImplemented
        return self.domain.union_of_rows([*self.rows(), *other.rows()])

    def __invert__(self) -> Orders:
        return self.domain.everything - self

    def __sub__(self, other: Orders) -> Orders:
        """Takes away one alternative after the other: at least one of its pairs must then be turned round."""
        if isinstance(other, Timetables):
            return NotImplemented
        kept = [mine for mine in self.alternatives if not any(pairs <= mine for pairs in other.alternatives)]
        left, work = Orders(self.domain, tuple(kept)), 0
        for alternative in other.rows():
            turned = [rows_of([(b, a)], len(alternative)) for a, b in essential(alternative)]
            work += len(left.alternatives) * len(turned)
            self.domain.check_work(work)
            left = self.domain.union_of_rows(_joined(mine, pair) for mine in left.rows() for pair in turned)
        return left

    def __contains__(self, outcome: object) -> bool:
        """An order of the steps; or a timetable, that is (step, day) in their order."""
        assert isinstance(outcome, Sequence)
        steps = [each if isinstance(each, str) else each[0] for each in outcome]
        rank = {self.domain.steps.index(step): n for n, step in enumerate(steps)}
        return any(all(rank[a] < rank[b] for a, b in pairs) for pairs in self.alternatives)

    @property
    def is_empty(self) -> bool:
        return not self.alternatives

    def meets(self, other: Orders | Timetables) -> bool:
        if isinstance(other, Timetables):
            return other.meets(self)
        theirs, closed = [(rows, _turned(rows)) for rows in other.rows()], 0
        for mine in self.rows():
            forward = packed(mine)
            for rows, backward in theirs:
                if forward & backward:
                    continue
                closed += 1
                self.domain.check_work(closed)
                if close(_joined(mine, rows)):
                    return True
        return False

    @property
    def networks(self) -> tuple[Network, ...]:
        """The alternatives as networks of bounds that happen to count no days."""
        size = len(self.domain.steps)
        bounded = (lags.rows_of(map(lags.before, pairs), size) for pairs in self.alternatives)
        return tuple(tuple(map(tuple, rows)) for rows in bounded)

    def rows(self) -> Iterator[Rows]:
        """The alternatives as rows of bits (see ``pairs``)."""
        return (rows_of(pairs, len(self.domain.steps)) for pairs in self.alternatives)


@dataclass(frozen=True)
class Sequences(Domain[Orders]):
    """All orders of the steps in which the given pairs hold."""

    steps: tuple[str, ...]
    given: frozenset[Pair] = frozenset()

    @cached_property
    def _given(self) -> Rows:
        """All that follows from ``given``, as rows of bits."""
        rows = rows_of(self.given, len(self.steps))
        close(rows)
        return rows

    @cached_property
    def _network(self) -> Network:
        """The same as a network of bounds."""
        (given,) = self.everything.networks
        return given

    @cached_property
    def everything(self) -> Orders:
        return self.union([frozenset()])

    @cached_property
    def nothing(self) -> Orders:
        return Orders(self, ())

    def pairs(self, pairs: Iterable[Pair]) -> Orders:
        return self.union([frozenset(pairs)])

    def bounded(self, bounds: Sequence[Bound]) -> Orders | Timetables:
        """Where all the bounds hold: orders, or timetables where one of them counts days."""
        if all(bound.limit == BEFORE for bound in bounds):
            return self.pairs((step, other) for step, other, _ in bounds)
        return union(self, [lags.joined(self._network, lags.rows_of(bounds, len(self.steps)))])

    def union(self, alternatives: Iterable[frozenset[Pair]]) -> Orders:
        """The alternatives that can hold, closed, without those that another already covers.

        Raises TooComplex beyond ``MOST_ALTERNATIVES``.
        """
        return self.union_of_rows(rows_of(pairs, len(self.steps)) for pairs in alternatives)

    def union_of_rows(self, alternatives: Iterable[Rows]) -> Orders:
        """As ``union``, of rows of bits."""
        found = dict[int, Rows]()
        for number, rows in enumerate(alternatives):
            self.check_work(number)
            closed = _joined(rows, self._given)
            if close(closed):
                found[packed(closed)] = closed
        kept = list[int]()
        for whole in sorted(found, key=int.bit_count):
            if not any(other & whole == other for other in kept):
                kept.append(whole)
                if len(kept) > MOST_ALTERNATIVES:
                    raise TooComplex(f"more than {MOST_ALTERNATIVES} alternative orders")
        return Orders(self, tuple(sorted((pairs_of(found[whole]) for whole in kept), key=sorted)))

    def check_work(self, alternatives: int) -> None:
        """Raises TooComplex where so many alternatives of so many steps take too long to close."""
        if alternatives * len(self.steps) ** 2 > _MOST_WORK:
            raise TooComplex("too many alternative orders")

    @cached_property
    def _speech(self) -> Speech:
        return Speech(self.steps, pairs_of(self._given))

    def essential(self, closed: frozenset[Pair]) -> list[Pair]:
        """The pairs from which the others follow, without those given for everybody."""
        return self._speech.needed(closed)

    def distance(self, a: Orders | Timetables, b: Orders | Timetables) -> Distance | None:
        """The fewest pairs that the two put in opposite order; at least 1 where no order satisfies both.

        Less than 1 where days alone keep the two apart: so many times ``A_DAY``.
        """
        if isinstance(a, Timetables) or isinstance(b, Timetables):
            return apart(a, b)
        if a.meets(b):
            return 0
        backward = [_turned(rows) for rows in b.rows()]
        conflicts = [(packed(rows) & other).bit_count() for rows in a.rows() for other in backward]
        return max(1, min(conflicts)) if conflicts else None

    def circle(self, a: frozenset[Pair], b: frozenset[Pair]) -> list[Pair]:
        """A shortest circle of pairs from both; empty where the two can hold together."""
        return shortest_circle({*self.essential(a), *self.essential(b), *self.given}, len(self.steps))

    def circles(self, a: Orders | Timetables, b: Orders | Timetables) -> list[list[Bound]]:
        """A shortest circle of bounds for every two alternatives; each bound starts where the one before it ends."""
        if isinstance(a, Orders) and isinstance(b, Orders):
            two = product(a.alternatives, b.alternatives)
            return [list(map(lags.before, self.circle(one, other))) for one, other in two]
        given, size = [lags.before(pair) for pair in self.given], len(self.steps)
        mine, theirs = ([lags.essential(network) for network in region.networks] for region in (a, b))
        return [lags.shortest_circle([*one, *other, *given], size) for one, other in product(mine, theirs)]

    def parts(self, region: Orders | Timetables, unit: str | None = None) -> list[Part]:
        """The alternatives one by one."""
        if isinstance(region, Orders):
            return [Part(pairs, self.essential(pairs), []) for pairs in region.alternatives]
        said = self._timetable_speech(unit)
        return [said.part(network) for network in region.networks]

    def _timetable_speech(self, unit: str | None) -> TimetableSpeech:
        return TimetableSpeech(self._speech, self._network, unit)

    def say(self, region: Orders | Timetables, unit: str | None = None) -> str:
        if isinstance(region, Timetables):
            return self._timetable_speech(unit).say(region.networks)
        if region.is_empty:
            return "nothing"
        if len(region.alternatives) > 1:
            left_out = self._left_out(region)
            if left_out is not None and left_out.is_empty:
                return "anything"
            if left_out is not None and len(region.alternatives) >= FEWEST_TO_SUM_UP:
                return anything_but(self._speech.alternatives(left_out.alternatives))
        return self._speech.alternatives(region.alternatives)

    def say_bound(self, bound: Bound, unit: str | None = None) -> str:
        """ "A before B", "A at least 30 days before B", "B at most 100 days after A"."""
        return f"{self.steps[bound.step]} {say_link(bound.limit, unit)} {self.steps[bound.other]}"

    def _left_out(self, region: Orders) -> Orders | None:
        """All else, where that is a single alternative or nothing: else None."""
        needed = [self.essential(pairs) for pairs in region.alternatives]
        if any(len(pairs) != 1 for pairs in needed):
            return None
        return self.pairs((later, earlier) for ((earlier, later),) in needed)

    def in_days(self, distance: Distance | None) -> bool:
        """Whether days alone keep two apart, that put all steps in the same order."""
        return distance is not None and 0 < distance < 1

    def say_distance(self, distance: Distance, unit: str | None = None) -> str:
        if self.in_days(distance):
            return show_days(int(distance / A_DAY), unit)
        return f"{distance} {'pair' if distance == 1 else 'pairs'} of steps in opposite order"


def _joined(a: Rows, b: Rows) -> Rows:
    return [x | y for x, y in zip(a, b, strict=True)]


def _turned(rows: Rows) -> int:
    """The same pairs the other way round, packed."""
    return packed(rows_of(((b, a) for a, b in pairs_of(rows)), len(rows)))
