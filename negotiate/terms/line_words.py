"""Words of quantities, durations and dates."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from negotiate.terms.days import read_day
from negotiate.terms.figures import singular
from negotiate.terms.line import TOP, Line, Ranges
from negotiate.terms.names import brief, plain
from negotiate.terms.quantity import DAYS, Dates, Duration
from negotiate.terms.region import Number
from negotiate.terms.term import Term, TermError

_LOW = {"at least": True, "above": False, "over": False, "more than": False, "from": True, "after": False}
_HIGH = {"at most": True, "below": False, "under": False, "less than": False, "by": True, "before": False}
_LOWS, _HIGHS = "|".join(_LOW), "|".join(_HIGH)
_BOUND = re.compile(rf"({_LOWS}|{_HIGHS}|exactly|on) (.+)", re.I)
_FRAMED = re.compile(r"(?:between (.+?) and|from (.+?) to) (.+)", re.I)
_TO = re.compile(r"(.+?) to (.+)", re.I)
_BOTH_ENDS = re.compile(rf"((?:{_LOWS}) .+?) and ((?:{_HIGHS}) .+)", re.I)
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:_\d{3})+|\d+)(?:\.\d+)?(?![\d,._])")
NUMBERS = "limit|time|date|distance|number|amount|figure|length|value|range"
"""Words for what a line has: "some limit", "any date"."""

_ANY = re.compile(rf"any (?:{NUMBERS})(?:(?: of)? (.+))?", re.I)
_OPENINGS = {*_LOW, *_HIGH, "exactly", "on", "about", "limit of", "between"}
_NO_LIMIT = {
    *("no cap", "no limit", "no end", "no maximum", "unlimited", "permanent", "permanently"),
    *("indefinite", "indefinitely", "forever"),
}
_MOST_DIGITS = 30
_PERCENT = ("%", "percent", "per cent")


def read_line_atom(domain: Line, text: str) -> Term:
    """Read one alternative of a term about numbers or dates. Raises TermError."""
    term = _read(domain, text)
    region = _ranges(term) & domain.everything
    if region.is_empty:
        hint = _extent(domain) or f"a limit is a number, which `{domain.no_limit}` is not"
        raise TermError(f"no outcome fits `{brief(text)}`", hint, text)
    return replace(term, words=text, region=region)


def _read(domain: Line, text: str) -> Term:
    lowered = plain(text)
    if domain.no_limit is not None and lowered == plain(domain.no_limit):
        return Term(text, domain.top)
    if match := _ANY.fullmatch(text):
        return _read_limit(domain, match[1]) if match[1] else Term(text, domain.numbers)
    if lowered in _NO_LIMIT:
        raise _unknown_top(domain, lowered, text)
    if lowered in _OPENINGS:
        raise TermError(f"nothing follows `{text}`", _number_hint(domain, text), text)
    if lowered.startswith("limit of "):
        return _read_limit(domain, text[9:])
    if lowered.startswith("about "):
        return replace(read_line_atom(domain, text[6:]), about=True)
    return _read_range(domain, text)


def _read_limit(domain: Line, text: str) -> Term:
    """A number, so that "at least 5" leaves out "no cap"."""
    inner = read_line_atom(domain, text)
    return replace(inner, region=_ranges(inner) & domain.numbers)


def _read_range(domain: Line, text: str) -> Term:
    if match := _BOTH_ENDS.fullmatch(text):
        return _read_both_ends(domain, text, match[1], match[2])
    if match := _FRAMED.fullmatch(text):
        return _read_between(domain, text, match[1] or match[2], match[3])
    if match := _BOUND.fullmatch(text):
        return _read_bound(domain, text, match[1].lower(), match[2])
    if match := _TO.fullmatch(text):
        return _read_between(domain, text, match[1], match[2])
    value, unit = _read_value(domain, text)
    return Term(text, domain.between(value, value), unit=unit)


def is_value(text: str) -> bool:
    """Whether the words name one value, not a range."""
    return " to " not in text and not re.match(rf"(?:of )?(?:{_LOWS}|{_HIGHS}|between)\b", text, re.I)


def _ranges(term: Term) -> Ranges:
    assert isinstance(term.region, Ranges)
    return term.region


def _extent(domain: Line) -> str:
    """What the issue allows, or "" where that is every number."""
    ends = [
        f"{word} at {domain.show(value)}"
        for word, value in (("start", domain.minimum), ("end", domain.maximum))
        if value is not None
    ]
    return f"the outcomes of this issue {' and '.join(ends)}" if ends else ""


def _unknown_top(domain: Line, lowered: str, text: str) -> TermError:
    if domain.no_limit is not None:
        return TermError(f"this issue has another word for `{lowered}`", f"write `{domain.no_limit}`", text)
    return TermError(f"this issue has no outcome `{lowered}`", f"add `no_limit: {lowered}` to the issue", text)


def _read_both_ends(domain: Line, text: str, low_text: str, high_text: str) -> Term:
    """ "above 3 and below 5 km": the unit may stand once, at the end."""
    high_match, low_match = _BOUND.fullmatch(high_text), _BOUND.fullmatch(low_text)
    assert high_match and low_match
    high, unit = _read_value(domain, high_match[2])
    low, low_unit = _read_low(domain, low_match[2], unit)
    region = domain.between(low, TOP, low_inside=_LOW[low_match[1].lower()])
    region &= domain.between(-TOP, high, high_inside=_HIGH[high_match[1].lower()])
    if low > high:
        raise _backwards(text, low_match[2], high_match[2])
    return Term(text, region, unit=unit if unit == low_unit else None)


def _read_bound(domain: Line, text: str, word: str, rest: str) -> Term:
    value, unit = _read_value(domain, rest)
    if word in _LOW:
        return Term(text, domain.between(value, TOP, low_inside=_LOW[word]), unit=unit)
    if word in _HIGH:
        return Term(text, domain.between(-TOP, value, high_inside=_HIGH[word]), unit=unit)
    return Term(text, domain.between(value, value), unit=unit)


def _read_between(domain: Line, text: str, low_text: str, high_text: str) -> Term:
    high, unit = _read_value(domain, high_text)
    low, low_unit = _read_low(domain, low_text, unit)
    if low > high:
        raise _backwards(text, low_text, high_text)
    return Term(text, domain.between(low, high), unit=unit if unit == low_unit else None)


def _read_low(domain: Line, text: str, unit: str | None) -> tuple[Number, str | None]:
    """The lower end of a range, which may leave its unit to the upper end."""
    return _read_value(domain, f"{text} {unit}" if unit and _NUMBER.fullmatch(text) else text)


def _backwards(text: str, low: str, high: str) -> TermError:
    return TermError("this range runs backwards", f"`{brief(high)}` comes first, then `{brief(low)}`", text)


def _read_value(domain: Line, text: str) -> tuple[Number, str | None]:
    """A value and the unit that it was written in (None where the issue has only one)."""
    if isinstance(domain, Dates):
        return read_day(text), None
    match = _NUMBER.match(text)
    if not match:
        raise TermError(f"`{brief(text)}` is not a number", _number_hint(domain, text), text)
    if sum(map(str.isdigit, match[0])) > _MOST_DIGITS:
        raise _too_long(text)
    number = _exact(Fraction(match[0].replace(",", "").replace("_", "")))
    unit = text[match.end() :].strip()
    if isinstance(domain, Duration):
        return _read_days(match[0], number, unit, text)
    _check_unit(unit, (domain.unit,), f"its unit is `{domain.unit}`" if domain.unit else "write the number alone")
    if domain.whole and "." in match[0]:
        hint = "write 85_000 for thousands; if the issue has parts, give it `whole: no`"
        raise TermError(f"`{match[0]}` is not a whole number", hint, text)
    return number, None


def _number_hint(domain: Line, text: str) -> str:
    if isinstance(domain, Dates):
        return "write for example `by 2026-01-31`, `after 2026-01-31`"
    if re.match(r"\d+,\d{1,2}(?!\d)", text) and (not domain.whole or isinstance(domain, Duration)):
        return "write a point for decimals: 1.5"
    if re.match(r"\d[\d,._]*\d", text):
        return "join thousands by `_`, three digits at a time: 85_000"
    if isinstance(domain, Duration):
        return "write numbers in digits, for example `at least 30 days`, `exactly 2 months`, `3 to 5 years`"
    no_limit = f", `{domain.no_limit}`" if domain.no_limit else ""
    return f"write numbers in digits, for example `at most 85_000`, `3 to 5`, `some limit`{no_limit}"


def _exact(number: Fraction) -> Number:
    return number.numerator if number.denominator == 1 else number


def _read_days(figure: str, number: Number, unit: str, text: str) -> tuple[Number, str | None]:
    if not unit:
        if number == 0:
            return 0, None
        raise TermError(
            "a length of time needs a unit",
            f"write `{figure} days`, `{figure} weeks`, `{figure} months` or `{figure} years`",
            text,
        )
    _check_unit(unit, tuple(DAYS), "write days, weeks, months or years")
    if number < 0:
        raise TermError("a length of time cannot be negative", "write it without the minus", text)
    if re.fullmatch(r"\d{1,3}\.\d{3}", figure):
        raise TermError(f"`{figure}` can mean two things", "write 1_000 for a thousand, 1.5 for one and a half", text)
    name = next(name for name in DAYS if plain(unit) in _spellings(name))
    days = _exact(Fraction(number) * DAYS[name])
    if isinstance(days, Fraction):
        raise TermError(f"`{brief(text)}` is not a whole number of days", "round it, or write it in days", text)
    if days >= 10**_MOST_DIGITS:
        raise _too_long(text)  # "days" may be the unit in which it is said
    return days, name


def _too_long(text: str) -> TermError:
    return TermError("this number is too long to be meant", f"a number has at most {_MOST_DIGITS} digits", text)


def _check_unit(written: str, units: tuple[str, ...], hint: str) -> None:
    """Raises TermError for what stands after a number and is none of the units."""
    name = plain(written)
    spellings = {spelling for unit in units if unit for spelling in _spellings(plain(unit))}
    if not name or name in spellings:
        return
    if re.match(r"(?:,|and|but|below|under|above|at)\b", name) or ", " in name:
        raise TermError(
            f"`{brief(written)}` is a second part", "join alternatives by `or`, parts that all hold by `;`", written
        )
    if re.match(r"[-–—]\s*\d", name):
        raise TermError("a range is written with `to`", "write for example `3 to 5`", written)
    if re.match(r"\d{3}\b", name):
        raise TermError("a space divides this number", "join thousands by `_`: 85_000", written)
    if any(name.startswith(f"{spelling} ") for spelling in spellings):
        hint = "what a term applies to, or runs from, stands under `scope`"
        raise TermError(f"`{brief(written)}` says more than the unit", hint, written)
    raise TermError(f"`{brief(written)}` is not the unit of this issue", hint, written)


def _spellings(unit: str) -> tuple[str, ...]:
    """One of it and several, whichever of them the issue names."""
    if unit in _PERCENT:
        return _PERCENT
    return (unit, singular(unit) if unit.endswith("s") or singular(unit) != unit else f"{unit}s")
