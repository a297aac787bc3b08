"""What a position and a verdict rest on: the grades of their sources, the weakest first.

A claim may have several sources and is as good as the best of them; a position rests on all its claims, a verdict on
both positions, and each is as weak as the weakest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from negotiate.compare.changes.parts import demanded
from negotiate.compare.relation import Relation
from negotiate.compare.standing import Position
from negotiate.model import Citation, Ended, Entry, Offer, RedLine, Source, Stance

Part = Offer | RedLine | Entry
"""What is claimed: a demand or an acceptance, a red line, or what an entry says without terms."""

Sources = Mapping[str, Source]


class Support(Enum):
    """From the best to the weakest: the grades, a source without one, no source at all."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    NO_GRADE = "no grade"
    NO_SOURCE = "no source"

    @property
    def rank(self) -> int:
        """0 for the best."""
        return _ORDER.index(self)

    def reaches(self, floor: Support) -> bool:
        return self.rank <= floor.rank


_ORDER = list(Support)
_OF_GRADE = {each.value: each for each in (Support.A, Support.B, Support.C, Support.D)}


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a party is said to want, in one of its entries."""

    entry: Entry
    part: Part
    support: Support

    @property
    def citations(self) -> tuple[Citation, ...]:
        return cited(self.part, self.entry)


def cited(part: Part, entry: Entry) -> tuple[Citation, ...]:
    """A part's own sources, else those of the entry, else those of the statement."""
    return part.citations or entry.citations or entry.statement.citations


def support(citations: Iterable[Citation], sources: Sources) -> Support:
    """That of the best source; a citation without a grade has that of its source."""
    found = (_OF_GRADE.get(_grade(each, sources), Support.NO_GRADE) for each in citations)
    return min(found, key=lambda each: each.rank, default=Support.NO_SOURCE)


def _grade(citation: Citation, sources: Sources) -> str:
    source = sources.get(citation.source)
    return citation.grade or (source.grade if source else "")


def parts(entry: Entry) -> Iterator[Part]:
    """What an entry claims; the entry itself where it says something without a term, or ends what was said."""
    terms = [each for each in (entry.demand, entry.red_line) if each is not None]
    accepts = entry.accepts if isinstance(entry.accepts, tuple) else ()
    yield from (each for each in (*terms, *accepts) if not isinstance(each, Ended))
    if states_itself(entry):
        yield entry


def states_itself(entry: Entry) -> bool:
    """Whether something is said there beside terms: a stance, words, accounts, an end of what was said."""
    ended = Ended.WITHDRAWN in (entry.demand, entry.accepts, entry.red_line)
    return bool(entry.stance or entry.says or entry.versions or entry.unread or ended)


def claims(entries: Iterable[Entry], sources: Sources) -> list[Claim]:
    return [
        Claim(entry, part, support(cited(part, entry), sources))
        for entry in entries
        if not entry.statement.remark
        for part in parts(entry)
    ]


def standing_claims(position: Position, sources: Sources) -> list[Claim]:
    """Those that a position is made of, also those by which it lost a part; what has been replaced is not among
    them."""
    terms = {id(each) for each in (*position.accepts, position.red_line) if each is not None}
    terms |= {id(entry.demand) for entry in demanded(position)}
    ending = {id(entry) for name in _TERMS if (entry := _last_word(position, name)) and not _terms(entry, name)}
    words = [] if position.offers else [id(e) for e in position.entries if e.says or e.versions][-1:]
    beside = {*ending, *words, *(id(entry) for entry in position.entries if entry.unread)}
    found = claims(position.entries, sources)
    own = [each for each in found if each.part is each.entry]
    kept = [each for each in found if id(each.part) in terms] + [each for each in own if id(each.entry) in beside]
    return kept or own[-1:]


_TERMS = ("demand", "accepts", "red_line")


def _last_word(position: Position, name: str) -> Entry | None:
    """The latest entry that says something of a part, or ends it."""
    return next((entry for entry in reversed(position.entries) if _speaks_of(entry, name)), None)


def _speaks_of(entry: Entry, name: str) -> bool:
    if entry.stance in (None, Stance.SILENT, Stance.LEFT_OPEN):
        return getattr(entry, name) is not None
    return name != "red_line" or entry.stance is Stance.WITHDRAWN


def _terms(entry: Entry, name: str) -> bool:
    return getattr(entry, name) not in (None, Ended.WITHDRAWN)


def position_support(position: Position, sources: Sources) -> Support | None:
    """The weakest that the position rests on; None where nothing is recorded."""
    if position.is_blank:
        return None
    return _weakest(each.support for each in standing_claims(position, sources))


def verdict_support(relation: Relation, sources: Sources) -> Support | None:
    """The weakest that the verdict rests on; None where nothing is recorded of either."""
    return _weakest(each for one in relation.positions if (each := position_support(one, sources)))


def _weakest(found: Iterable[Support]) -> Support | None:
    return max(found, key=lambda each: each.rank, default=None)


def support_counts(positions: Iterable[Position], sources: Sources) -> Counter[Support]:
    """How many of the positions on record rest on what, at their weakest."""
    return Counter(found for each in positions if (found := position_support(each, sources)))
