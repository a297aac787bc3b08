"""Where an issue stands: one status at a time, so that the counts of two rounds can be set against each other.

What the terms say comes after what the parties agreed in a text: that counts as agreed until one of them, later,
takes a position that the text does not meet, and they are apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple

from negotiate.compare.joint import JointVerdict
from negotiate.compare.over_time.history import History
from negotiate.compare.standing import AsOf, Position
from negotiate.compare.table import Pair, Table
from negotiate.compare.verdict import Verdict
from negotiate.model import Event, Issue, Paper, Settled, Stance
from negotiate.terms import AnyRegion, plain

Between = Pair | None
"""The two who are compared; None for all who must agree."""


class Status(Enum):
    """In the order in which they are told. The value is what people read."""

    NOT_RAISED = "not yet raised"
    UNKNOWN = "open, nothing stated"
    ONE_SIDED = "open, one-sided"
    UNCOMPARED = "open, not compared"
    APART = "open, apart"
    REOPENED = "re-opened"
    CONDITIONAL = "met on conditions"
    MET = "met"
    AGREED = "agreed"
    TOLD = "agreed, as each side tells it"
    NOT_CONCERNED = "no issue between them"
    LAPSED = "lapsed"
    DROPPED = "dropped"
    MERGED = "merged into another"

    @property
    def is_settled(self) -> bool:
        """Whether to be apart later is to re-open it."""
        return self in (Status.CONDITIONAL, Status.MET, Status.AGREED, Status.TOLD)


MEANINGS = {
    Status.NOT_RAISED: "nobody has said anything on it",
    Status.UNKNOWN: "it was raised, and none of them has stated in terms what it wants",
    Status.ONE_SIDED: "only one has stated terms or leaves it to the others, or no value is named",
    Status.UNCOMPARED: "in words that are not compared, or said of different things",
    Status.APART: "a gap or a clash",
    Status.REOPENED: "apart, although they could meet before, or had agreed",
    Status.CONDITIONAL: "some outcome is acceptable, if conditions hold",
    Status.MET: "some outcome is acceptable as their terms stand: not yet a deal",
    Status.AGREED: "both have it so, in a text of theirs or each in its own account",
    Status.TOLD: "they agreed on something, and no common wording of it is known",
    Status.NOT_CONCERNED: "it does not concern one of them",
    Status.LAPSED: "what was said on it no longer counts: talks began anew, or it was carried out",
    Status.DROPPED: "it was withdrawn, or taken off the table",
    Status.MERGED: "it is now a part of another issue",
}

OFF_THE_TABLE = {"merged": "it is now a part of another issue", "dropped": "it was taken off the table"}
"""What the words mean that stand in the place of a verdict."""

_OF_TWO = {
    Verdict.AGREE: Status.MET,
    Verdict.OVERLAP: Status.MET,
    Verdict.CONDITIONAL: Status.CONDITIONAL,
    Verdict.GAP: Status.APART,
    Verdict.CLASH: Status.APART,
    Verdict.ONE_SIDED: Status.ONE_SIDED,
    Verdict.UNKNOWN: Status.UNKNOWN,
    Verdict.NOT_APPLICABLE: Status.NOT_CONCERNED,
}
_OF_ALL = {
    JointVerdict.UNANIMOUS: Status.MET,
    JointVerdict.OVERLAP: Status.MET,
    JointVerdict.PAIRWISE_ONLY: Status.APART,
    JointVerdict.PARTIAL: Status.APART,
    JointVerdict.SPLIT: Status.APART,
}
_NO_SETTLEMENT = {stance.value for stance in Stance}
"""In an agreed text these words settle nothing: "left open"."""


class _Past(NamedTuple):
    """What had happened on an issue by then."""

    raised: bool = False
    settled: bool = False


class Stage(NamedTuple):
    """Where an issue stood on a day: one on which something changed on it, or the last day of a moment.
    ``counts``: whether to be apart later is to re-open it."""

    table: Table
    status: Status
    counts: bool


def stages(history: History, issue: str, between: Between) -> Iterator[list[Stage]]:
    """What led up to each moment; its own stage is the last.

    That two met counts at the end of a round alone: on a day within it the new paper of one may stand beside the old
    one of the other. What they agreed in a text counts from its day.
    """
    past, now = _Past(), Status.NOT_RAISED
    for at, moment in enumerate(history.moments):
        found, days = list[Stage](), history.days(issue, at)
        for as_of in (*map(AsOf, days), moment):
            table = history.table(as_of)
            now = _status(table, issue, between, past) if days or not at else now
            counts = _counts(now, as_of is moment)
            past = _Past(past.raised or now is not Status.NOT_RAISED, past.settled or counts)
            found.append(Stage(table, now, counts))
        yield found


class Reopened(NamedTuple):
    """``before`` is the status that two had; ``day`` that on which they were apart again."""

    before: Status
    day: date | None


def reopened(table: Table, issue: str, pair: Pair) -> Reopened | None:
    """Whether the two are apart on the issue, and could meet in an earlier round or had agreed: since when."""
    had_settled = _Past(raised=True, settled=True)
    is_apart = table.relation(issue, *pair).verdict.apart
    if not is_apart or _status(table, issue, pair, had_settled) is not Status.REOPENED:
        return None
    again = table
    for stage in _backwards(History.of(table), issue, pair):
        if stage.counts:
            return Reopened(stage.status, again.as_of.day)
        again = stage.table if stage.status is Status.APART else again
    return None


def _backwards(history: History, issue: str, pair: Pair) -> Iterator[Stage]:
    """What led up to the last moment, the latest first: who looks for one that counts need not go through all of it.
    Whether it counts does not depend on what was before."""
    for at in reversed(range(len(history.moments))):
        days, moment = history.days(issue, at), history.moments[at]
        for as_of in (moment, *map(AsOf, reversed(days))) if days or not at else ():
            table = history.table(as_of)
            status = _status(table, issue, pair, _Past())
            yield Stage(table, status, _counts(status, as_of is moment))


def _counts(status: Status, at_the_end: bool) -> bool:
    return status.is_settled if at_the_end else status in (Status.AGREED, Status.TOLD)


def _status(table: Table, issue: str, between: Between, past: _Past) -> Status:
    if event := closed(table, issue, between):
        return Status.MERGED if event.merged_into else Status.DROPPED
    text = agreed_text(table, issue, between)
    found = _by_terms(table, issue, between)
    if text and not (found is Status.APART and _is_undone(table, between, *text)):
        return Status.TOLD if text[1].versions else Status.AGREED
    if found is Status.APART and past.settled:
        return Status.REOPENED
    if found is not Status.UNKNOWN or any(map(_stands, _everybody(table, issue))):
        return found
    if any(position.stance is Stance.WITHDRAWN for position in _everybody(table, issue)):
        return Status.DROPPED
    return Status.LAPSED if past.raised else Status.NOT_RAISED


def _by_terms(table: Table, issue: str, between: Between) -> Status:
    if between:
        return _OF_TWO.get(table.relation(issue, *between).verdict, Status.UNCOMPARED)
    joint = table.joint(issue)
    if joint.verdict in _OF_ALL:
        return _OF_ALL[joint.verdict]
    said = [table.position(party, issue) for party in sides(table, None)]
    if any(position.unread or (position.says_something and not joint.known) for position in said):
        return Status.UNCOMPARED
    return Status.ONE_SIDED if joint.known else Status.UNKNOWN


def sides(table: Table, between: Between) -> tuple[str, ...]:
    """The two, or all who must agree."""
    return between or tuple(party.id for party in table.parties if party.must_agree)


def _everybody(table: Table, issue: str) -> Iterator[Position]:
    return (table.position(party, issue) for party in table.names)


def _stands(position: Position) -> bool:
    return not position.is_blank and position.stance not in (Stance.WITHDRAWN, Stance.SILENT)


# --- what is off the table


def closed(table: Table, issue: str, between: Between) -> Event | None:
    """The event that took the issue off the table: dropped, or merged into another. None where those who are compared
    agreed on it in a later text."""
    event = closing_event(table, issue)
    text = agreed_text(table, issue, between) if event else None
    return None if event and text and text[0].when.start > event.when.start else event


def closed_word(event: Event) -> str:
    """What stands in the place of a verdict."""
    return "merged" if event.merged_into else "dropped"


def outcome(table: Table, issue: str, between: Between) -> str:
    """The word of the verdict, or what became of an issue that is off the table."""
    if event := closed(table, issue, between):
        return closed_word(event)
    return table.relation(issue, *between).verdict.value if between else table.joint(issue).verdict.value


def outcomes(table: Table, issues: Iterable[Issue], between: Between) -> Counter[str]:
    """How often each of these words stands."""
    return Counter(outcome(table, issue.id, between) for issue in issues)


# --- what is written down together, or taken off the table


def agreed_text(table: Table, issue: str, between: Between) -> tuple[Paper, Settled] | None:
    """The latest text on the issue that all who are compared agreed on, and what it says of it."""
    own = set(sides(table, between))
    found = [
        (paper, part)
        for paper in table.negotiation.papers.values()
        if paper.agreed and own <= set(paper.of) and table.includes(paper.when.start, paper.until)
        for part in paper.settled
        if part.issue == issue and plain(part.words) not in _NO_SETTLEMENT
    ]
    return max(found, key=lambda each: each[0].when.start, default=None)


def _is_undone(table: Table, between: Between, text: Paper, part: Settled) -> bool:
    """Whether one of those who are compared has spoken since and would not accept what the text says."""
    positions = (table.position(party, part.issue) for party in sides(table, between))
    return any(_spoke_since(each, text.when.start) and not _takes(table, each, part) for each in positions)


def _spoke_since(position: Position, day: date) -> bool:
    return any(e.statement.when.start > day and e.stance is not Stance.SILENT for e in position.entries)


def _takes(table: Table, position: Position, part: Settled) -> bool:
    """Whether it would accept, if only on conditions, an outcome that the text allows."""
    region: AnyRegion = part.term.region if part.term else None
    return region is not None and bool(table.memory.cut(position, region.domain).wide.meets(region))


def closing_event(table: Table, issue: str) -> Event | None:
    """The event that took the issue off the table, unless somebody spoke of it since."""
    known = table.negotiation.events
    found = [each for each in known if each.closes and issue in each.issues and table.includes(each.when.start)]
    if not found:
        return None
    last = max(found, key=lambda each: each.when.start)
    return None if any(_spoke_since(each, last.when.start) for each in _everybody(table, issue)) else last
