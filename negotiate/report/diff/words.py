"""What changed, in words that text and Markdown share. Plain text: nothing here knows of either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from negotiate.compare import Pair, Relation, Table, Verdict, nearer_words, verdict_brief
from negotiate.compare.changes.changes import Changes, Flip, PositionChange
from negotiate.compare.changes.matching import How, Part
from negotiate.compare.changes.record_change import COUNTS, Kind, RecordChange
from negotiate.compare.over_time.shift import Direction, Extent, Shift
from negotiate.model import Issue, Negotiation, Paper, Place, Response, Source, Statement
from negotiate.report.counting import counted
from negotiate.report.diff.voice import OVER_TIME, Voice
from negotiate.report.plain.comparison import as_of_words
from negotiate.report.wording import capital, listed, rows_title

TITLES = {
    Kind.REPLY: "Replies",
    Kind.STATEMENT: "Statements",
    Kind.PAPER: "Joint texts",
    Kind.EVENT: "Events",
    Kind.ISSUE: "Issues",
    Kind.PARTY: "Parties",
    Kind.ROUND: "Rounds",
    Kind.SOURCE: "Sources",
    Kind.NEGOTIATION: "The negotiation as a whole",
}
_COUNTED = [kind for kind in Kind if kind is not Kind.NEGOTIATION]
_PLURALS = {Kind.REPLY: "replies", Kind.PARTY: "parties"}
_LONGEST = 90
_QUIET = {Verdict.ONE_SIDED, Verdict.UNKNOWN, Verdict.NOT_COMPUTABLE, Verdict.NOT_APPLICABLE}
_TELLING = (Extent.MORE, Extent.LESS, Extent.OTHER)


class Move(NamedTuple):
    """A sentence on what a change means, and whether that is softer or harder, where it is either."""

    said: str
    direction: Direction | None = None


@dataclass(frozen=True)
class Told:
    """The same change of one party on the rows of one family, told once."""

    rows: tuple[Issue, ...]
    change: PositionChange

    @property
    def title(self) -> str:
        return rows_title(self.rows)


@dataclass(frozen=True)
class Turned:
    """The same flip of one pair on the rows of one family, told once."""

    rows: tuple[Issue, ...]
    flip: Flip
    old: str
    new: str
    reopened: bool

    @property
    def title(self) -> str:
        return rows_title(self.rows)


@dataclass(frozen=True)
class Turns:
    """The flips of a pair: those that are told, and what is said of the rest."""

    pair: Pair
    told: tuple[Turned, ...]
    rest: str


class Tale:
    """Names and titles of both versions, the new ones first."""

    def __init__(self, changes: Changes, voice: Voice = OVER_TIME) -> None:
        self.changes, self.voice = changes, voice
        self.names: Mapping[str, str] = {**changes.old.names, **changes.new.names}
        self._issues = {**changes.old.negotiation.issues, **changes.new.negotiation.issues}
        old, new = changes.old.negotiation, changes.new.negotiation
        self._papers: dict[str, Source | Paper] = {**old.sources, **old.papers, **new.sources, **new.papers}

    @property
    def title(self) -> str:
        new = self.changes.new.negotiation
        return new.title or new.folder

    def issue(self, id: str) -> Issue:
        return self._issues[id]

    def party(self, id: str) -> str:
        return self.names.get(id, id)

    def versions(self, names: tuple[str, str]) -> list[tuple[str, str, str]]:
        """Old and new: the word for it, its name, and as of when; the last said once where it is the same."""
        days = as_of_words(self.changes.old), as_of_words(self.changes.new)
        versions = self.voice.versions(names)
        if days[0] != days[1]:
            return [(*version, day) for version, day in zip(versions, days, strict=True)]
        return [*((*version, "") for version in versions), ("Both", "", days[0][:1].lower() + days[0][1:])]

    # --- in short

    def counts(self) -> str:
        """ "3 positions changed, 1 added; 4 verdicts changed, 1 re-opened; 2 replies added."."""
        found = [self._tally("position", "positions", (each.how for each in self.changes.positions)), self._flips()]
        for kind in _COUNTED:
            of_kind = [each.how for each in self.changes.records if each.kind is kind and each.counts_again is None]
            found.append(self._tally(kind.value, _PLURALS.get(kind, f"{kind.value}s"), of_kind))
        found.append(f"title, summary or what opens {self.voice.differs}" if self.records(Kind.NEGOTIATION) else "")
        found.append(self._counting())
        return f"{capital('; '.join(each for each in found if each) or f'nothing {self.voice.differs}')}."

    def _tally(self, one: str, many: str, hows: Iterable[How]) -> str:
        """ "3 positions changed, 1 added"."""
        found = Counter(hows)
        said = [(found[how], how) for how in (How.CHANGED, How.ADDED, How.DROPPED) if found[how]]
        if not said:
            return ""
        (number, first), *rest = said
        head = f"{counted(number, one, many)} {self.voice.how(first, number)}"
        return ", ".join([head, *(f"{n:,} {self.voice.how(how, n)}" for n, how in rest)])

    def _flips(self) -> str:
        number, reopened = len(self.changes.flips), sum(map(self._reopened, self.changes.flips))
        verb = self.voice.differs if number == 1 else self.voice.differ
        said = f"{counted(number, 'verdict')} {verb}" if number else ""
        return f"{said}, {reopened} re-opened" if reopened else said

    def _reopened(self, flip: Flip) -> bool:
        return self.voice.is_over_time and flip.reopened

    def _counting(self) -> str:
        """What was there all along and counts only as of one of the two days."""
        count = sum(each.counts_again is not None for each in self.changes.records)
        verb = "counts" if count == 1 else "count"
        return f"of what was said or happened, {count:,} {verb} as of one of the two days only" if count else ""

    # --- positions and verdicts

    def positions(self) -> list[Told]:
        """In the order of the issues; rows of a family that read the same are one."""
        groups = dict[tuple[object, ...], list[PositionChange]]()
        for each in self.changes.positions:
            family = self.issue(each.issue).family if self.issue(each.issue).item else each.issue
            said = each.how, each.parts, tuple(self.moves(each))
            groups.setdefault((family, each.party, *said), []).append(each)
        return [Told(tuple(self.issue(each.issue) for each in group), group[0]) for group in groups.values()]

    def verdicts(self) -> list[Turns]:
        """Pair by pair, the opening pair first. Of the other pairs what had no telling verdict and has none now is
        only counted."""
        found = dict[Pair, list[Flip]]()
        for flip in self.changes.flips:
            found.setdefault(flip.pair, []).append(flip)
        opening = set(self.changes.new.pair)
        return [self._turns(pair, flips, set(pair) == opening) for pair, flips in found.items()]

    def _turns(self, pair: Pair, flips: list[Flip], in_full: bool) -> Turns:
        told = [flip for flip in flips if in_full or not {flip.old, flip.new} <= _QUIET]
        groups = dict[tuple[str, str, str, bool], list[Flip]]()
        for flip in told:
            row = self.issue(flip.issue)
            briefs = self._brief_at(self.changes.old, flip), self._brief_at(self.changes.new, flip)
            groups.setdefault((row.family if row.item else row.id, *briefs, flip.reopened), []).append(flip)
        turned = [
            Turned(tuple(self.issue(each.issue) for each in group), group[0], old, new, self._reopened(group[0]))
            for (_, old, new, _), group in groups.items()
        ]
        return Turns(pair, tuple(turned), self._rest(len(flips) - len(told), bool(told)))

    def _rest(self, number: int, further: bool) -> str:
        """What is said of those that are only counted."""
        said = counted(number, "further issue" if further else "issue")
        return f"{said}: {self.voice.no_terms}." if number else ""

    def _brief_at(self, table: Table, flip: Flip) -> str:
        return self.brief(table.relation(flip.issue, *flip.pair))

    def brief(self, relation: Relation) -> str:
        """The verdict in a few words; the word alone where the rest would be a long list."""
        said = verdict_brief(relation, self.names)
        return said if len(said) <= _LONGEST else relation.verdict.value

    def moves(self, change: PositionChange, with_verdicts: bool = True) -> list[Move]:
        """What a change means: towards whom it softened or hardened, and what it accepts and rules out now."""
        said = [Move("Other words for the same terms.")] if change.reworded else []
        said += [self._shift(each, with_verdicts) for each in change.shifts if each.direction in _LEADING]
        for direction, words in ((Direction.NEITHER, self.voice.neither), (Direction.UNKNOWN, self.voice.untold)):
            if parties := [self.party(each.party) for each in change.shifts if each.direction is direction]:
                said.append(Move(words(listed(parties, "or"))))
        if change.accepted in _TELLING:
            said.append(Move(self.voice.accepts(change.accepted)))
        if change.ruled_out in _TELLING:
            said.append(Move(self.voice.rules_out(change.ruled_out)))
        return said

    def _shift(self, each: Shift, with_verdicts: bool) -> Move:
        name = self.party(each.party)
        if each.direction is Direction.PASSED:
            return Move(self.voice.passed(name, each.to_new is Direction.SOFTENED))
        steps = self.voice.steps(self.brief(each.before), self.brief(each.after)) if with_verdicts else ""
        amount = nearer_words(each.before, each.nearer_by)
        return Move(self.voice.moved(each.direction, name, steps, each.by_old, amount), each.direction)

    # --- everything else

    def records(self, kind: Kind) -> list[RecordChange]:
        """Replies that differ in nothing but their issue are one."""
        found = [each for each in self.changes.records if each.kind is kind]
        return found if kind is not Kind.REPLY else _one_reply(found)

    def record_title(self, change: RecordChange) -> str:
        """What it is: "Ukraine to Russia on “Limit”: rejects, 4 June 2025"."""
        record = change.record
        if isinstance(record, Response):
            return self._reply(record, change.issues)
        if isinstance(record, Statement):
            who = [self.party(record.party), record.title, record.by, str(record.when), "remark" * record.remark]
            return f"{_listed(who)} ({counted(len(change.issues), 'issue')})"
        if isinstance(record, Paper):
            of = listed(self.party(party) for party in record.of)
            return f"{_listed([record.title or record.id, of, str(record.when)])} [{record.id}]"
        if isinstance(record, Negotiation):
            return record.title
        when = getattr(record, "when", None)
        name = next(text for name in ("title", "name", "what", "id") if (text := getattr(record, name, "")))
        id = getattr(record, "id", "")
        return _listed([name, str(when or "")]) + (f" [{id}]" if id and id != name else "")

    def became(self, change: RecordChange) -> str:
        """ "added", "now counts": what became of it, in a word or two."""
        if change.counts_again is not None:
            return self.voice.counts(change.counts_again)
        said = self.voice.how(change.how)
        later = change.how is not How.CHANGED and any(part.name == COUNTS for part in change.parts)
        return f"{said}, not counted as of this day" if later else said

    def _titles(self, issues: Iterable[str]) -> list[str]:
        """Rows of one family are named together."""
        families = dict[str, list[Issue]]()
        for row in map(self.issue, issues):
            families.setdefault(row.family if row.item else row.id, []).append(row)
        return [rows_title(rows) for rows in families.values()]

    def _reply(self, reply: Response, issues: Sequence[str]) -> str:
        said = f"{self.party(reply.party)} to {listed(self.party(party) for party in reply.to)}"
        if issues:
            said += f" on {listed(f'“{title}”' for title in self._titles(issues))}"
        elif reply.document:
            paper = self._papers.get(reply.document)
            said += f" on the whole of “{(paper.title if paper else '') or reply.document}”"
        return f"{said}: {_listed([reply.says.value, reply.by, str(reply.when or '')])}"


_LEADING = (Direction.SOFTENED, Direction.HARDENED, Direction.PASSED)


def _one_reply(found: Iterable[RecordChange]) -> list[RecordChange]:
    groups = dict[object, list[RecordChange]]()
    for each in found:
        record = each.record
        assert isinstance(record, Response)
        parts = tuple(part for part in each.parts if part.name != "issue")
        groups.setdefault((each.how, parts, record._replace(issue="")), []).append(each)
    return [
        replace(group[0], issues=tuple(_issue(each) for each in group if _issue(each))) for group in groups.values()
    ]


def _issue(change: RecordChange) -> str:
    return change.record.issue if isinstance(change.record, Response) else ""


def _listed(words: Iterable[str]) -> str:
    return ", ".join(word for word in words if word)


def shown_parts(change: RecordChange) -> list[Part]:
    """The parts worth telling: of what was added or dropped, only what its title does not say."""
    if change.how is How.CHANGED:
        return [] if change.counts_again is not None else list(change.parts)
    return [part for part in change.parts if part.name.startswith("on ")]


def place_of(change: PositionChange | RecordChange) -> Place | None:
    """Where the new one is written, or the old one where it is gone."""
    if isinstance(change, PositionChange):
        return change.new.place or change.old.place
    return None if isinstance(change.record, Negotiation) else change.record.place
