"""Dates as people know them: a day, a month, a year, or a run of days."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class When(NamedTuple):
    """The words of a date and the days that they cover. Ordering goes by the first day."""

    start: date
    end: date
    words: str

    def __str__(self) -> str:
        """ "2 June 2025", "March 2022", "2014", "14 to 15 December 2025"."""
        first, dash, last = self.words.partition(" to ")
        if not dash:
            return show_date(first)
        if first[:8] == last[:8] and len(first) == len(last) == 10:
            return f"{int(first[8:])} to {show_date(last)}"
        return f"{show_date(first)} to {show_date(last)}"


def show_date(words: str) -> str:
    """An ISO date, month or year in words: "2 June 2025", "June 2025", "2025"."""
    year, *rest = words.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if rest[1:] else f"{month} {year}"


def short_date(day: date) -> str:
    """ "4 Jun": for narrow places where the year is known."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"
