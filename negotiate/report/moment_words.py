"""How the moments of a history are called: by their month where that tells them apart, else by their day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from negotiate.compare.standing import AsOf
from negotiate.model import show_date


class MomentName(NamedTuple):
    """ "March 2031"; with its preposition "in March 2031"."""

    name: str
    at: str


LATER = MomentName("later", "later")
"""All that was said after the last round."""


def moment_names(moments: Sequence[AsOf]) -> list[MomentName]:
    months = Counter(_month(each) for each in moments)
    return [_name(each, months[_month(each)] == 1) for each in moments]


def _month(moment: AsOf) -> str:
    """ "2031-03" of a round on a day or on several days of one month, or of a day; else ""."""
    words = moment.round.when.words if moment.round else moment.day.isoformat() if moment.day else ""
    first, _, last = words.partition(" to ")
    return first[:7] if len(first) >= 7 and (not last or last[:7] == first[:7]) else ""


def _name(moment: AsOf, alone: bool) -> MomentName:
    if not moment.round and not moment.day:
        return LATER
    month = _month(moment)
    if month and alone:
        return MomentName(show_date(month), f"in {show_date(month)}")
    said = str(moment.round.when) if moment.round else show_date(str(moment.day))
    return MomentName(said, f"on {said}" if said[:1].isdigit() and len(said) > 4 else f"in {said}")
