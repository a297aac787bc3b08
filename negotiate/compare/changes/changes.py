"""What changed between two versions of a negotiation: positions, verdicts, and all that stands around them.

Everything is matched by id, or by what it says where it has none, and never by line. Read backwards it is the
same with old and new exchanged: added is dropped, softened is hardened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from negotiate.compare.changes.matching import How, Part, changed_parts, how
from negotiate.compare.changes.parts import TERMS, position_words
from negotiate.compare.changes.record_change import RecordChange
from negotiate.compare.changes.record_changes import record_changes
from negotiate.compare.over_time.shift import Extent, Shift, accepted, ruled_out, same_terms, shift
from negotiate.compare.over_time.status import reopened
from negotiate.compare.standing import Position
from negotiate.compare.table import Pair, Table
from negotiate.compare.verdict import Verdict
from negotiate.model import Issue, Response, Stance, Statement
from negotiate.terms import TooComplex


@dataclass(frozen=True, slots=True)
class PositionChange:
    """A position that came, went or reads otherwise.

    ``moved``: its terms mean something else than before. ``accepted`` and ``ruled_out`` say whether it accepts
    and rules out more or less than before (None: that cannot be told). ``shifts`` is one for each other party
    with a word of its own on record there, where the position moved.
    """

    party: str
    issue: str
    how: How
    old: Position
    new: Position
    parts: tuple[Part, ...]
    moved: bool = False
    accepted: Extent | None = None
    ruled_out: Extent | None = None
    shifts: tuple[Shift, ...] = ()

    @property
    def reworded(self) -> bool:
        """Other words for the same terms."""
        return not self.moved and self.how is How.CHANGED and any(part.name in TERMS for part in self.parts)


@dataclass(frozen=True, slots=True)
class Flip:
    """A pair whose verdict on an issue changed."""

    issue: str
    pair: Pair
    old: Verdict
    new: Verdict
    reopened: bool
    """They are apart now, and could meet before, if only on conditions, or had agreed."""


@dataclass(frozen=True)
class Changes:
    """``flips`` come pair by pair, the pair that a view opens with first."""

    old: Table
    new: Table
    positions: tuple[PositionChange, ...]
    flips: tuple[Flip, ...]
    records: tuple[RecordChange, ...]

    def __bool__(self) -> bool:
        return bool(self.positions or self.flips or self.records)

    def among(self, parties: Sequence[str]) -> Changes:
        """Only what concerns these parties, one alone towards all others; what is on the table stays."""
        chosen = set(parties)
        others = chosen if len(chosen) > 1 else {*self.old.names, *self.new.names}
        positions = [_seen_by(each, others) for each in self.positions if each.party in chosen]
        flips = [flip for flip in self.flips if others.issuperset(flip.pair) and not chosen.isdisjoint(flip.pair)]
        records = [each for each in self.records if _speaker(each) in ("", *chosen)]
        return replace(self, positions=tuple(positions), flips=tuple(flips), records=tuple(records))


def _seen_by(change: PositionChange, parties: set[str]) -> PositionChange:
    return replace(change, shifts=tuple(each for each in change.shifts if each.party in parties))


def _speaker(change: RecordChange) -> str:
    """The party whose statement or reply it is; "" for what is nobody's."""
    return change.record.party if isinstance(change.record, Statement | Response) else ""


def changes(old: Table, new: Table) -> Changes:
    """What changed from ``old`` to ``new``, each as of its own day."""
    positions = tuple(_positions(old, new))
    return Changes(old, new, positions, tuple(_flips(old, new, positions)), tuple(record_changes(old, new)))


# --- positions


def _positions(old: Table, new: Table) -> Iterator[PositionChange]:
    """Issue by issue, party by party, the new ones in their order and then those that are gone."""
    for issue in _ids(old.negotiation.issues, new.negotiation.issues):
        for party in _ids(old.negotiation.parties, new.negotiation.parties):
            if change := position_change(old, new, party, issue):
                yield change


def _ids(old: Iterable[str], new: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*new, *old]))


def position_change(
    old: Table, new: Table, party: str, issue: str, towards: Collection[str] | None = None
) -> PositionChange | None:
    """What became of one position, seen from all other parties or from those of ``towards``."""
    own = _standing(old, party, issue), _standing(new, party, issue)
    before, after = own
    if before is after:  # tables of one memory
        return None
    parts = changed_parts(*(position_words(p, _salience(table, p)) for table, p in zip((old, new), own, strict=True)))
    if not parts:
        return None
    if before.is_blank or after.is_blank:
        became = How.CHANGED if before.is_blank and after.is_blank else how(before.entries, after.entries)
        return PositionChange(party, issue, became, before, after, parts, moved=became is not How.CHANGED)
    change = PositionChange(party, issue, How.CHANGED, before, after, parts)
    return _weighed(old, new, change, towards) if any(part.name in TERMS for part in parts) else change


def _standing(table: Table, party: str, issue: str) -> Position:
    return table.position(party, issue) if issue in table.negotiation.issues else Position(party, issue)


def _salience(table: Table, position: Position) -> int | None:
    estimates = table.negotiation.estimates.get(position.party)
    return estimates.salience.get(position.issue) if estimates else None


def _weighed(old: Table, new: Table, change: PositionChange, towards: Collection[str] | None) -> PositionChange:
    """With what the change means, where both versions are of one domain."""
    before, after = old.negotiation.issues[change.issue], new.negotiation.issues[change.issue]
    own = change.old, change.new
    if after.domain is None or before.domain != after.domain:
        return replace(change, moved=True)
    bound = any(part.name in ("stance", "scope", "conditions", "not read") for part in change.parts)
    if not bound and same_terms(after, own):
        return change
    seen_by = _ids(old.negotiation.parties, new.negotiation.parties) if towards is None else towards
    shifts = tuple(_shifts(old, new, change, after, seen_by))
    extents = accepted(after, own), ruled_out(after, own)
    return replace(change, moved=True, accepted=extents[0], ruled_out=extents[1], shifts=shifts)


def _shifts(old: Table, new: Table, change: PositionChange, issue: Issue, seen_by: Collection[str]) -> Iterator[Shift]:
    for party in seen_by:
        other = _standing(old, party, issue.id), _standing(new, party, issue.id)
        if party == change.party or not any(map(_has_word, other)):
            continue
        with suppress(TooComplex):
            yield shift(issue, (change.old, change.new), other)


def _has_word(position: Position) -> bool:
    """Whether somebody can be nearer to it; a paper that does not speak of the issue is no position."""
    return not position.is_blank and position.stance not in (Stance.SILENT, Stance.LEFT_OPEN)


# --- verdicts


def _flips(old: Table, new: Table, positions: Iterable[PositionChange]) -> Iterator[Flip]:
    """Of pairs and issues that both have; only a change of a position or of its issue can flip a verdict."""
    changed = {(each.issue, each.party) for each in positions}
    known, of_one = old.negotiation.issues, old.negotiation == new.negotiation
    shared = [each for each in new.issues if each.id in known]
    for pair in new.pairs():
        if not old.negotiation.parties.keys() >= set(pair):
            continue
        for issue in shared:
            if known[issue.id].domain != issue.domain or any((issue.id, party) in changed for party in pair):
                verdicts = old.relation(issue.id, *pair).verdict, new.relation(issue.id, *pair).verdict
                if verdicts[0] is not verdicts[1]:
                    yield Flip(issue.id, pair, *verdicts, _reopened(old, new, issue.id, pair, of_one))


def _reopened(old: Table, new: Table, issue: str, pair: Pair, of_one: bool) -> bool:
    """Whether the two lost what they had. Two moments ``of_one`` negotiation know also what lay between and before."""
    before, now = (table.relation(issue, *pair).verdict for table in (old, new))
    if not now.apart or before.may_meet:
        return now.apart
    return of_one and reopened(old, issue, pair) is None and reopened(new, issue, pair) is not None
