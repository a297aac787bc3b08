"""When what is new in a position was said first, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from negotiate.compare.changes.parts import demanded, standing_entries, term_words
from negotiate.compare.since import said_on, unbroken_since
from negotiate.compare.standing import Position
from negotiate.compare.table import Table
from negotiate.compare.words import tidy
from negotiate.model import Offer, When
from negotiate.terms import Term


class _Piece(NamedTuple):
    """Of a part that was said by and by: a demand that was added to another, one of several outcomes accepted."""

    words: str
    term: Term | None = None

    def is_in(self, pieces: Iterable[_Piece]) -> bool:
        return any(self._is(each) for each in pieces)

    def _is(self, other: _Piece) -> bool:
        return self.words == other.words or bool(self.term and other.term and self.term.means_the_same(other.term))


def first_said(old: Table, new: Table, party: str, issue: str, part: str) -> list[When]:
    """The days, in order, on which that of the part was said first which is new; of a part that holds nothing new, the
    one on which the party ended what is gone. What ran out by itself was said on none."""
    before, now = (_pieces(table.position(party, issue), part) for table in (old, new))

    def begun(holds: Callable[[Sequence[_Piece]], bool]) -> When | None:
        day = unbroken_since(new, party, issue, lambda then: holds(_pieces(then, part)))
        return said_on(new, party, issue, day) if day else None

    came = [begun(piece.is_in) for piece in now if not piece.is_in(before)]
    return sorted({when for when in came or [begun(lambda then: _all_in(then, now))] if when})


def _all_in(some: Sequence[_Piece], pieces: Sequence[_Piece]) -> bool:
    return all(piece.is_in(pieces) for piece in some)


def _pieces(position: Position, part: str) -> list[_Piece]:
    if part in ("says", "accounts"):
        return [_Piece(words) for words in _said(position, part)]
    if terms := list(_terms(position, part)):
        return [_Piece(tidy(term.words), term) for term in terms]
    return [_Piece(words) for words in term_words(position)[part] if words]


def _terms(position: Position, part: str) -> Iterator[Term]:
    if part == "demand":
        yield from (entry.demand.term for entry in demanded(position) if isinstance(entry.demand, Offer))
    elif part == "accepts":
        yield from (offer.term for offer in position.accepts)
    elif part == "red line" and position.red_line and position.red_line.offer:
        yield position.red_line.offer.term


def _said(position: Position, part: str) -> Iterator[str]:
    for entry in standing_entries(position):
        if part == "says" and entry.says:
            yield tidy(entry.says)
        elif part == "accounts":
            yield from (f"{tidy(words)} {who}" for who, words in entry.versions.items())
