"""How rounds and days are called: by their month where that tells them apart, else by their day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from negotiate.compare.standing import AsOf
from negotiate.model import show_date

LATER = "everything on record"
"""All that was said after the last round."""
_DAY = len("2031-03-10")


def moment_names(moments: Sequence[AsOf]) -> list[str]:
    """ "March 2031", "7 December 2031", "19 June 2031 to 8 December 2031"."""
    words = [_words(each) for each in moments]
    alone = _alone([_month(each) for each in words])
    return [
        show_date(month)
        if month in alone
        else str(each.round.when)
        if each.round
        else show_date(said)
        if said
        else LATER
        for each, said, month in zip(moments, words, map(_month, words), strict=True)
    ]


def up_to(moment: AsOf) -> str:
    """ "up to 30 June 2031"; "" where everything on record counts."""
    return f"up to {show_date(moment.day.isoformat())}" if moment.day else ""


def day_names(days: Sequence[str]) -> list[str]:
    """Of ISO days and months: "in March 2031", or where the month does not tell them apart "on 7 March 2031"."""
    alone = _alone([day[:7] for day in days])
    return [
        f"in {show_date(day[:7])}" if day[:7] in alone or len(day) < _DAY else f"on {show_date(day)}" for day in days
    ]


def _alone(months: Sequence[str]) -> set[str]:
    return {month for month, count in Counter(months).items() if month and count == 1}


def _words(moment: AsOf) -> str:
    return moment.round.when.words if moment.round else moment.day.isoformat() if moment.day else ""


def _month(words: str) -> str:
    """ "2031-03" of a day or month, or of several days of one month; else ""."""
    first, _, last = words.partition(" to ")
    return first[:7] if len(first) >= 7 and (not last or last[:7] == first[:7]) else ""
