"""An issue over the rounds in one sentence: "165,000 troops apart in April 2022; since June 2025 Russia names no
number." Plain text: nothing here knows Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from negotiate.compare import Pair, Position, Table, Verdict, common_words, how_far, whose
from negotiate.compare.evidence.coverage import cover
from negotiate.compare.over_time.status import Stage, Status, agreed_text, closing_event
from negotiate.compare.over_time.track import Point, Track
from negotiate.compare.relation import Relation
from negotiate.model import Issue, Stance
from negotiate.report.moment_words import day_names
from negotiate.report.wording import listed, part_of, settled_words
from negotiate.terms import NO_NUMBER, Dates, Duration, Line
from negotiate.text.marks import STATUSES, VERDICTS
from negotiate.text.spark import bar


class _Clause(NamedTuple):
    """What stood for a while: ``then`` of the past, ``now`` of what stands still. Of a whole sentence, which has a
    verb, the time is said first. ``quiet``: nothing to compare, which is told only where nothing else is."""

    then: str
    now: str
    has_verb: bool = False
    quiet: bool = False


_Told = tuple[_Clause, Stage]


def story(issue: Issue, pair: Pair, stages: Iterable[Sequence[Stage]]) -> str:
    """A clause for as long as the same is true, with the day on which it began; of the last one "since".
    Nothing where nothing was ever said. ``stages``: what led up to each moment."""
    told = [each for led_up in stages for each in _kept([(_clause(stage, issue.id, pair), stage) for stage in led_up])]
    runs = _worth_telling([next(run) for _, run in groupby(told, key=lambda each: (each[0], each[1].status))])
    days = day_names([_day(stage.table, issue.id) for _, stage in runs])
    said, before = list[str](), None
    for (clause, stage), day in zip(runs, days, strict=True):
        said.append(_said(clause, day, stage is runs[-1][1], stage.status is not before and stage.status))
        before = stage.status
    return f"{'; '.join(said)}." if said else ""


def _kept(led_up: Sequence[_Told]) -> list[_Told]:
    """Without the days of a round on which only one had spoken yet, or his new words stood beside the other's old
    ones as if they met; but from the day on which what holds at the end of the round began."""
    last = led_up[-1][0]
    kept = [each for each in led_up if each[0] == last or each[1].status in _LASTING]
    return [each for each in kept if each[1].status is not Status.NOT_RAISED]


_LASTING = (Status.APART, Status.REOPENED, Status.AGREED, Status.TOLD, Status.MERGED)


def _worth_telling(runs: Sequence[_Told]) -> Sequence[_Told]:
    """Where there was something to compare at some time: that, and how it stands now."""
    loud = [each for each in runs[:-1] if not each[0].quiet]
    return [*loud, _from_its_begin(runs)] if loud or (runs and not runs[-1][0].quiet) else runs


def _from_its_begin(runs: Sequence[_Told]) -> _Told:
    """How it stands now, with the stage from which on the same has had terms, whatever the others said in place of
    theirs."""
    clause, stage = runs[-1]
    for before, earlier in reversed(runs[:-1]):
        if not clause.quiet or before.now.partition(" (")[0] != clause.now.partition(" (")[0]:
            break
        stage = earlier
    return clause, stage


def _day(table: Table, issue: str) -> str:
    """The day of the table, as precise as it is known what was said on it: an ISO day or month."""
    day = table.as_of.day.isoformat() if table.as_of.day else date.max.isoformat()
    entries = (entry for party in table.names for entry in table.entries(party, issue))
    words = (each.statement.when.words for each in entries if each.statement.when.start == table.as_of.day)
    return min((each for each in words if each and len(each) < len(day)), default=day)


def _said(clause: _Clause, when: str, lasts: bool, new: Status | bool) -> str:
    """ "30 days apart in March 2031", "since June 2025 Russia names no number", "re-opened in May 2031: opposed".
    ``new`` is the status that begins here, if one does."""
    if new is Status.REOPENED:
        return f"re-opened {when}: {clause.now if lasts else clause.then}"
    if lasts:
        since = f"since {when.partition(' ')[2]}"
        return f"{since} {clause.now}" if clause.has_verb else f"{clause.now} {since}"
    return f"{when} {clause.then}" if clause.has_verb else f"{clause.then} {when}"


def _plainly(said: str) -> _Clause:
    return _Clause(said, said)


def _clause(stage: Stage, issue: str, pair: Pair) -> _Clause:
    table, relation = stage.table, stage.table.relation(issue, *pair)
    if closed := _closed(stage, issue, pair):
        return closed
    unnamed = [table.name(each.party) for each in relation.positions if _names_no_value(each)]
    if unnamed and not relation.verdict.may_meet:
        what = f"no {_value(relation)}{_crossing(table, relation)}"
        return _verb(listed(unnamed), "named", "name" if len(unnamed) > 1 else "names", what)
    if relation.verdict.apart:
        return _plainly(_apart(table, relation))
    if relation.verdict is Verdict.AGREE:
        return _verb("both", "demanded", "demand", f"the same ({common_words(relation)})")
    if relation.verdict.may_meet:
        on = " on conditions" if relation.verdict is Verdict.CONDITIONAL else ""
        return _plainly(f"common ground{on} ({common_words(relation)})")
    if relation.verdict in (Verdict.ONE_SIDED, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE):
        return _unstated(table, relation)
    return _plainly(_OTHERWISE[relation.verdict])


_OTHERWISE = {
    Verdict.NOT_COMPARABLE: "said of different things",
    Verdict.NOT_COMPUTABLE: "in words that are not compared",
    Verdict.NOT_READ: "not read",
}


def _verb(who: str, then: str, now: str, what: str, quiet: bool = False) -> _Clause:
    return _Clause(f"{who} {then} {what}".rstrip(), f"{who} {now} {what}".rstrip(), True, quiet)


def _closed(stage: Stage, issue: str, pair: Pair) -> _Clause | None:
    """What was agreed, or what became of an issue that nobody speaks of any more."""
    table, status = stage.table, stage.status
    event, text = closing_event(table, issue), agreed_text(table, issue, pair)
    if status is Status.MERGED and event:
        return _plainly(part_of(table, event))
    if status in (Status.AGREED, Status.TOLD) and text:
        return _plainly(f"agreed ({settled_words(table, text[1])})")
    if status is Status.DROPPED:
        return _plainly("off the table" if event else "withdrawn")
    return _verb("no position", "stood", "stands", "", quiet=True) if status is Status.LAPSED else None


def _names_no_value(position: Position) -> bool:
    return any(not offer.term.named for offer in position.offers)


def _value(relation: Relation) -> str:
    """What is not named."""
    domain = relation.issue.domain
    if isinstance(domain, Dates):
        return "date"
    if isinstance(domain, Duration):
        return "length"
    return "number" if isinstance(domain, Line) else "value"


def _apart(table: Table, relation: Relation) -> str:
    said = "opposed"
    if relation.distance == NO_NUMBER:
        said = "apart, and no number closes it"
    elif relation.distance is not None:
        far = how_far(relation)
        said = far if far.endswith("apart") else f"apart ({far})"
    return said + _crossing(table, relation)


def _crossing(table: Table, relation: Relation) -> str:
    crossed = [whose(table.name(party)) for party in relation.crossed]
    return f", across {listed(crossed)} red line{'s' if len(crossed) > 1 else ''}" if crossed else ""


def _unstated(table: Table, relation: Relation) -> _Clause:
    """Who has stated terms, and in which way the others have not."""
    silent = [each for each in relation.positions if not _states(relation, each)]
    stated = [table.name(each.party) for each in relation.positions if each not in silent]
    leaving = [table.name(each.party) for each in silent if each.stance is Stance.INDIFFERENT]
    how = _ways(table, silent)
    if relation.verdict is Verdict.NOT_APPLICABLE:
        return _plainly(f"no issue between them ({how})")
    if len(leaving) == 2:
        return _verb("both", "left", "leave", "it to the others", quiet=True)
    if leaving:
        how = _ways(table, [each for each in silent if each.stance is not Stance.INDIFFERENT])
        return _verb(leaving[0], "left", "leaves", f"it to the others ({how})", quiet=True)
    if stated:
        return _verb(f"only {listed(stated)}", "had", "has", f"stated terms ({how})", quiet=True)
    return _verb("neither", "had", "has", f"stated terms ({how})", quiet=True)


def _ways(table: Table, silent: Sequence[Position]) -> str:
    """ "Ukraine: undisclosed; Russia: no position recorded"; said once where it is the same of both."""
    ways = [cover(each).value for each in silent]
    if len(ways) == 2 and ways[0] == ways[1]:
        return ways[0]
    return "; ".join(f"{table.name(each.party)}: {way}" for each, way in zip(silent, ways, strict=True))


def _states(relation: Relation, position: Position) -> bool:
    """Whether it says what it wants; to leave it to the others is another thing."""
    if position.stance is Stance.INDIFFERENT:
        return False
    return position.has_terms if relation.issue.domain else position.says_something


# --- a sign for each round


def spark(track: Track, plain: bool = False) -> str:
    """A sign for each moment: a bar for how far apart, as a part of the largest distance; elsewhere the sign of the
    status, or of the verdict where no number says how far."""
    largest = max((far for point in track.points if (far := _far(point))), default=None)
    return "".join(_sign(point, largest, plain) for point in track.points)


def _far(point: Point) -> float | None:
    """The distance, where there is one and they are apart."""
    is_apart = point.status in (Status.APART, Status.REOPENED)
    far = point.distance if is_apart else None
    return None if not far or far == NO_NUMBER else float(far)


def _sign(point: Point, largest: float | None, plain: bool) -> str:
    if (far := _far(point)) and largest:
        return bar(far, largest, plain)
    if point.status in (Status.APART, Status.REOPENED):
        return VERDICTS[point.relation.verdict.value].shown(plain)
    return STATUSES[point.status.value].shown(plain)
