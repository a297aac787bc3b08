"""What is on record in each cell of the table: terms, or words alone, or one of the ways in which nothing is said."""

from __future__ import annotations

from enum import Enum

from negotiate.compare.standing import Position
from negotiate.model import Stance


class Cover(Enum):
    """The value is what people read. Those after ``UNREAD`` say nothing, each in its own way."""

    TERMS = "terms"
    NO_VALUE = "a value not named"
    RED_LINE = "a red line alone"
    WORDS = "words that are not compared"
    UNREAD = "not read"
    MISSING = "no position recorded"
    LAPSED = "nothing that still counts"
    UNDISCLOSED = "undisclosed"
    INDIFFERENT = "leaves it to the others"
    NOT_CONCERNED = "not concerned"
    SILENT = "silent"
    LEFT_OPEN = "left open"
    WITHDRAWN = "withdrawn"

    @property
    def says_nothing(self) -> bool:
        return self in MEANINGS


MEANINGS = {
    Cover.MISSING: "nothing was found; that does not mean that it has no position",
    Cover.LAPSED: "what it said has ended: talks began anew, or it was carried out",
    Cover.UNDISCLOSED: "it has a position and declines to say which",
    Cover.INDIFFERENT: "any outcome would do for it, outside its red line if it has one",
    Cover.NOT_CONCERNED: "the issue is none of its business",
    Cover.SILENT: "its paper has no word on it: neither yes nor no",
    Cover.LEFT_OPEN: "its paper names it and leaves it open: neither yes nor no",
    Cover.WITHDRAWN: "it no longer asks for what it asked for",
}
_STANCES = {
    Stance.UNDISCLOSED: Cover.UNDISCLOSED,
    Stance.INDIFFERENT: Cover.INDIFFERENT,
    Stance.NOT_CONCERNED: Cover.NOT_CONCERNED,
    Stance.SILENT: Cover.SILENT,
    Stance.LEFT_OPEN: Cover.LEFT_OPEN,
    Stance.WITHDRAWN: Cover.WITHDRAWN,
}


def cover(position: Position) -> Cover:
    if position.unread:
        return Cover.UNREAD
    if position.offers:
        return Cover.TERMS if all(offer.term.named for offer in position.offers) else Cover.NO_VALUE
    if position.stance:
        return _STANCES[position.stance]
    if position.red_line:
        return Cover.RED_LINE
    if position.says_something:
        return Cover.WORDS
    return Cover.LAPSED if position.lapsed else Cover.MISSING
