"""All issues by round, each with one status: counts that reconcile from one round to the next, row by row.

For every status: the count before, and what came in, less what went out, is the count after.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from negotiate.compare.over_time.history import History
from negotiate.compare.over_time.moments import is_up_to
from negotiate.compare.over_time.status import Between, Stage, Status, agreed_text, closing_event, sides, stages
from negotiate.compare.table import Table
from negotiate.model import Entry, Event, Issue, Paper, Stance


@dataclass(frozen=True, slots=True)
class Cause:
    """What was said on the issue in between: entries that came and entries that count no longer, of the parties
    compared alone where they said anything; a text in which it was agreed, or one that counts no longer; the event that
    took it off the table."""

    came: tuple[Entry, ...] = ()
    ended: tuple[Entry, ...] = ()
    agreed: Paper | None = None
    lapsed: Paper | None = None
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Movement:
    """An issue that changed its status, and what made it change."""

    issue: Issue
    before: Status
    after: Status
    cause: Cause


@dataclass(frozen=True, slots=True)
class Balance:
    """One status between two rounds: ``before`` + ``came`` - ``went`` = ``after``."""

    status: Status
    before: int
    came: int
    went: int
    after: int


class Ledger:
    """The status of every issue at each moment of a history, between two parties or among all who must agree."""

    def __init__(self, history: History, between: Between, issues: Sequence[str] | None = None) -> None:
        self.history = history
        self.between = between
        known = history.negotiation.issues
        self.issues = tuple(known.values() if issues is None else (known[issue] for issue in issues))
        self._stages: dict[str, list[list[Stage]]] = {}

    def stages(self, issue: str) -> list[list[Stage]]:
        """What led up to each moment of the history."""
        if issue not in self._stages:
            self._stages[issue] = list(stages(self.history, issue, self.between))
        return self._stages[issue]

    def statuses(self, issue: str) -> tuple[Status, ...]:
        """One for each moment of the history."""
        return tuple(found[-1].status for found in self.stages(issue))

    def counts(self, at: int) -> Counter[Status]:
        return Counter(self.statuses(issue.id)[at] for issue in self.issues)

    def balance(self, before: int, after: int) -> list[Balance]:
        """Of each status that occurs in one of the two rounds, in the order of ``Status``."""
        old, new = self.counts(before), self.counts(after)
        moved = [(old, new) for old, new in self._pairs(before, after) if old is not new]
        went, came = Counter(old for old, _ in moved), Counter(new for _, new in moved)
        known = [each for each in Status if old[each] or new[each]]
        return [Balance(each, old[each], came[each], went[each], new[each]) for each in known]

    def movements(self, before: int, after: int) -> list[Movement]:
        """Every issue whose status differs, in the order of the file."""
        return [
            Movement(issue, old, new, self._cause(issue.id, before, after))
            for issue, (old, new) in zip(self.issues, self._pairs(before, after), strict=True)
            if old is not new
        ]

    def _cause(self, issue: str, before: int, after: int) -> Cause:
        tables = [stage.table for led_up in self.stages(issue)[before : after + 1] for stage in led_up]
        old, new = (self.history.table(self.history.moments[at]) for at in (before, after))
        came, ended = _entries(old, new, issue)
        own = {entry.party for entry in (*came, *ended)} & set(sides(new, self.between))
        texts = [found[0] for table in tables if (found := agreed_text(table, issue, self.between))]
        now = agreed_text(new, issue, self.between)
        events = [closing_event(table, issue) for table in (old, new)]
        return Cause(
            tuple(entry for entry in came if not own or entry.party in own),
            tuple(entry for entry in ended if not own or entry.party in own),
            now[0] if now and now != agreed_text(old, issue, self.between) else None,
            texts[-1] if texts and not now else None,
            events[1] if events[0] is not events[1] else None,
        )

    def _pairs(self, before: int, after: int) -> list[tuple[Status, Status]]:
        found = (self.statuses(issue.id) for issue in self.issues)
        return [(each[before], each[after]) for each in found]


def _entries(old: Table, new: Table, issue: str) -> tuple[list[Entry], list[Entry]]:
    """Those that count in the new table and not yet in the old one, and those that count no longer."""
    came, ended = list[Entry](), list[Entry]()
    for party in new.names:
        for entry in new.negotiation.entries.get((party, issue), ()):
            first, until = entry.statement.when.start, entry.statement.until
            before, now = (table.includes(first, until) for table in (old, new))
            passed = old.as_of.day is not None and first > old.as_of.day and is_up_to(until, new.as_of.day)
            if (before != now or passed) and not entry.statement.remark and entry.stance is not Stance.SILENT:
                (came if now else ended).append(entry)
    return came, ended
