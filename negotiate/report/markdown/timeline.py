"""What the parts of a document that tell of the rounds read: the history up to the table, its ledger, its tracks."""

from __future__ import annotations

from functools import cached_property

from negotiate.compare import Pair, Table, verdict_brief
from negotiate.compare.changes.changes import Changes, PositionChange, position_change
from negotiate.compare.changes.matching import How
from negotiate.compare.over_time.history import History
from negotiate.compare.over_time.ledger import Ledger
from negotiate.compare.over_time.status import Status
from negotiate.compare.over_time.track import Point, Track, track
from negotiate.model import Issue, Stance
from negotiate.report.diff.words import Tale
from negotiate.report.moment_words import moment_names
from negotiate.report.story import spark, story
from negotiate.terms import Line
from negotiate.text.marks import STATUSES, VERDICTS

_LONGEST = 60
_BEYOND_TERMS = (Status.NOT_RAISED, Status.AGREED, Status.TOLD, Status.LAPSED, Status.DROPPED, Status.MERGED)


class Timeline:
    """Two parties over the rounds, on the rows that were chosen. ``parties`` are those whose moves are told.
    ``everybody`` is the ledger of all who must agree, where they are more than two."""

    def __init__(self, table: Table, pair: Pair, rows: tuple[Issue, ...], parties: tuple[str, ...]) -> None:
        self.pair, self.rows, self.parties = pair, rows, parties
        self.history = History.of(table)
        self.ledger = Ledger(self.history, pair, [row.id for row in rows])
        many = sum(party.must_agree for party in table.parties) > 2
        self.everybody = Ledger(self.history, None, [row.id for row in rows]) if many else None
        self._tracks: dict[str, Track] = {}

    @cached_property
    def names(self) -> list[str]:
        return moment_names(self.history.moments)

    @property
    def steps(self) -> range:
        """The moments that have one before them."""
        return range(1, len(self.history.moments))

    def table(self, at: int) -> Table:
        return self.history.table(self.history.moments[at])

    def track(self, issue: str) -> Track:
        if issue not in self._tracks:
            self._tracks[issue] = track(self.history, issue, self.pair, self.ledger.statuses(issue))
        return self._tracks[issue]

    def story(self, issue: str) -> str:
        return story(self.history.negotiation.issues[issue], self.pair, self.ledger.stages(issue))

    def spark(self, issue: str, plain: bool = False) -> str:
        return spark(self.track(issue), plain)

    def standing(self, point: Point) -> str:
        """Where an issue stood at one moment: "gap, 400 tonnes apart, 80% of the first", "agreed"."""
        if point.status in _BEYOND_TERMS:
            return point.status.value
        brief = verdict_brief(point.relation, self.table(-1).names)
        brief = brief if len(brief) <= _LONGEST else point.relation.verdict.value
        return f"{brief}{_share(point)}"

    def told(self, at: int) -> Tale:
        """The moves of all parties since the moment before, to be put in words."""
        old, new = self.table(at - 1), self.table(at)
        changes = (
            position_change(old, new, party, row.id, self.parties) for row in self.rows for party in self.parties
        )
        moves = tuple(each for each in changes if each and each.moved and not _is_silent(each))
        return Tale(Changes(old, new, moves, (), ()))


def _share(point: Point) -> str:
    """Of numbers alone: two steps on a scale are not twice as far as one."""
    is_told = isinstance(point.relation.issue.domain, Line) and point.share not in (None, 0, 1)
    return f", {point.share:.0%} of the first" if is_told else ""


def _is_silent(change: PositionChange) -> bool:
    """A first paper that does not speak of the issue is no move."""
    return change.how is How.ADDED and change.new.stance in (Stance.SILENT, Stance.LEFT_OPEN)


def sign(point: Point, plain: bool = False) -> str:
    """The sign of the status where that says more than the terms, else of the verdict."""
    if point.status in _BEYOND_TERMS:
        return STATUSES[point.status.value].shown(plain)
    return VERDICTS[point.relation.verdict.value].shown(plain)
