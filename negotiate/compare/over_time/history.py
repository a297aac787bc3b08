"""A negotiation over its rounds: a table for each, made when it is looked at and kept."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from negotiate.compare.memory import Memory
from negotiate.compare.over_time.moments import every_moment, is_up_to
from negotiate.compare.standing import AsOf
from negotiate.compare.table import Table
from negotiate.model import Negotiation


class History:
    """``moments``, in order, are by default all rounds (or the days of change, where there are none).

    The tables share one memory: what did not change from one round to the next is the same object.
    """

    def __init__(
        self, negotiation: Negotiation, moments: tuple[AsOf, ...] | None = None, memory: Memory | None = None
    ) -> None:
        self.negotiation = negotiation
        self._memory = memory or Memory(negotiation)
        self.moments = every_moment(negotiation, self._memory.days()) if moments is None else moments
        self._tables: dict[AsOf, Table] = {}

    @classmethod
    def of(cls, table: Table) -> History:
        """What led up to a table."""
        moments = every_moment(table.negotiation, table.memory.days(), table.as_of)
        return cls(table.negotiation, moments, table.memory)

    def table(self, moment: AsOf) -> Table:
        if moment not in self._tables:
            self._tables[moment] = Table(self.negotiation, moment, self._memory)
        return self._tables[moment]

    def at(self, as_of: AsOf) -> int:
        """The number of the moment that a table stands at, or of the last one before it."""
        if as_of in self.moments:
            return self.moments.index(as_of)
        return max((n for n, each in enumerate(self.moments) if is_up_to(each.day, as_of.day)), default=0)

    def days(self, issue: str, at: int) -> list[date]:
        """Those on which something changed on the issue, after the moment before and up to this one."""
        known, last = self._memory.days(issue), self.moments[at].day
        before = self.moments[at - 1].day if at else None
        return known[bisect_right(known, before) if before else 0 : bisect_right(known, last) if last else None]
