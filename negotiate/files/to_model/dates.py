"""Dates as written in the files: a day, a month, a year, or a run of days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache

from negotiate.model import When


class DateError(ValueError):
    """A date that no calendar has: what is wrong, and what to write."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@lru_cache(4_096)
def read_when(words: str) -> When:
    """Words of the format's date pattern as the days they cover. Raises DateError."""
    first, _, last = words.partition(" to ")
    start, end = _days(first)
    if last:
        last_start, end = _days(last)
        if last_start < start:
            raise DateError("this date runs backwards", f"write {last} to {first}")
    return When(start, end, words)


def _days(words: str) -> tuple[date, date]:
    """The first and last day of a day, month or year."""
    year, month, day = map(int, (words + "-0-0").split("-")[:3])
    try:
        start = date(year, month or 1, day or 1)
    except ValueError:
        raise DateError(f"no calendar has the day {words}", _nearest(year, month)) from None
    if day:
        return start, start
    last_month = month or 12
    return start, date(year, last_month, monthrange(year, last_month)[1])


def _nearest(year: int, month: int) -> str:
    if not year:
        return "years begin with 1"
    if not 1 <= month <= 12:
        return "write year-month-day: the month stands in the middle"
    return f"that month has {monthrange(year, month)[1]} days"
