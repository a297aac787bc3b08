"""Days of the calendar in words: "2 June 2025"."""

from __future__ import annotations

import re
from datetime import date

from negotiate.terms.names import brief
from negotiate.terms.term import TermError

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MOST_MONTHS = len(MONTHS)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_IN_WORDS = re.compile(rf"([0-9]{{1,2}}) ({'|'.join(MONTHS)}) ([0-9]{{4}})", re.I)
_MONTH_ONLY = re.compile(rf"(?:{'|'.join(MONTHS)}) [0-9]{{4}}|[0-9]{{4}}-[0-9]{{1,2}}|[0-9]{{4}}", re.I)
_IN_FIGURES = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_WRITE = "write 2026-01-31 or 31 January 2026"


def say_day(ordinal: int) -> str:
    """The day with this proleptic Gregorian ordinal."""
    day = date.fromordinal(ordinal)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04}"


def read_day(text: str) -> int:
    """The ordinal of a day. Raises TermError."""
    if match := _ISO.fullmatch(text):
        return _ordinal(text, match[1], match[2], match[3])
    if match := _IN_WORDS.fullmatch(text):
        return _ordinal(text, match[3], MONTHS.index(match[2].capitalize()) + 1, match[1])
    if match := _IN_FIGURES.fullmatch(text):
        raise _in_figures(text, match[3], int(match[1]), int(match[2]))
    if _MONTH_ONLY.fullmatch(text):
        raise TermError(
            f"`{text}` names no day", "write its first or its last day: from 2026-01-01, by 2026-01-31", text
        )
    raise TermError(f"`{brief(text)}` is not a date", _WRITE, text)


def _in_figures(text: str, year: str, one: int, other: int) -> TermError:
    """ "03/04/2026" is 3 April in London and 4 March in Washington."""
    meant = sorted(
        {f"{year}-{month:02}-{day:02}" for month, day in ((one, other), (other, one)) if month <= _MOST_MONTHS}
    )
    if len(meant) > 1:
        return TermError(f"`{text}` can mean two days", f"write {' or '.join(meant)}", text)
    return TermError(f"`{text}` is not a date", f"write {meant[0]}" if meant else _WRITE, text)


def _ordinal(text: str, year: str, month: str | int, day: str) -> int:
    try:
        return date(int(year), int(month), int(day)).toordinal()
    except ValueError:
        raise TermError(f"the calendar has no {text}", _WRITE, text) from None
