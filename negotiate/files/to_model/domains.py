"""What an issue can be settled as, from its type and the keys that belong to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from negotiate.files.suggest import listed
from negotiate.files.to_model.desk import Desk
from negotiate.files.to_model.names import check_name, new_names
from negotiate.terms import (
    AnyDomain,
    Choice,
    Dates,
    Duration,
    Line,
    Orders,
    Quantity,
    Ranges,
    Scale,
    Sequences,
    Subsets,
    TermError,
    Timetables,
    YesNo,
    read_term,
)
from negotiate.terms.region import Number

_BOUNDS = frozenset(("min", "max", "no_limit", "wants"))
TAKES: dict[str, frozenset[str]] = {
    "quantity": _BOUNDS | {"unit", "whole"},
    "duration": _BOUNDS,
    "date": _BOUNDS,
    "scale": frozenset(("options", "wants")),
    "choice": frozenset(("options",)),
    "yes-no": frozenset(),
    "set": frozenset(("items",)),
    "sequence": frozenset(("steps", "given")),
    "text": frozenset(),
}
"""The keys that an issue of a type may have beside those that all may have."""
NEEDS = {"quantity": "unit", "scale": "options", "choice": "options", "set": "items", "sequence": "steps"}
_TYPED = frozenset().union(*TAKES.values())
_FEWEST = {"options": 2, "items": 1, "steps": 2}
_MOST = {"options": 64, "items": 64, "steps": 40}


_NO_TERMS = frozenset(("title", "question", "group", "note", "wants"))  # what terms are read without


class Unfit(Exception):
    """The issue lacks what its type needs; that has been reported, or is explained by what has."""


def read_domain(desk: Desk, issues: Any, name: str) -> AnyDomain | None:
    """The domain of an issue in the file; None for free text. Raises Unfit."""
    box = issues[name]
    kind = box.get("type") if box else None
    if kind is None:
        raise Unfit
    _check_keys(desk, issues, name, kind)
    readers: dict[str, Callable[[Desk, Any], AnyDomain]] = {
        "quantity": _read_quantity,
        "duration": _read_duration,
        "date": _read_dates,
        "scale": lambda desk, box: Scale(_read_names(desk, box, "options")),
        "choice": lambda desk, box: Choice(_read_names(desk, box, "options")),
        "yes-no": lambda desk, box: YesNo(),
        "set": lambda desk, box: Subsets(_read_names(desk, box, "items")),
        "sequence": _read_sequences,
    }
    return readers[kind](desk, box) if kind in readers else None


def is_blurred(desk: Desk, box: Any) -> bool:
    """Whether something of an issue that terms are made of could not be read, so that they may name what is missing."""
    return box is None or desk.sheet.is_blurred(box, _NO_TERMS)


def _check_keys(desk: Desk, issues: Any, name: str, kind: str) -> None:
    """Report keys that belong to another type, and the key that this one lacks."""
    box, sheet = issues[name], desk.sheet
    for key in box:
        if key in _TYPED and key not in TAKES[kind]:
            owners = listed(type for type, keys in TAKES.items() if key in keys)
            sheet.error(
                "E309", f"an issue of type `{kind}` has no `{key}`", box, key, f"it belongs to {owners}", at_key=True
            )
    needed = NEEDS.get(kind)
    if needed and needed not in box and id(box) not in sheet.spoilt and sheet.document.complete:
        sheet.error("E308", f"`{needed}` is missing", issues, name, f"an issue of type `{kind}` needs it", at_key=True)
    if needed and needed != "unit" and needed not in box:
        raise Unfit


def _read_names(desk: Desk, box: Any, key: str) -> tuple[str, ...]:
    given, absent = box[key], (_NO_TERMS | TAKES[box["type"]]).difference(box)
    names = tuple(name for _, _, name in new_names(desk.sheet, given, key, absent))
    if len(names) > _MOST[key]:
        desk.sheet.error("E310", f"more than {_MOST[key]} {key}", box, key, "make several issues of it", at_key=True)
        raise Unfit
    if len(names) < _FEWEST[key] and not is_blurred(desk, box):
        hint = "with fewer there is nothing to negotiate; add some, or delete the issue"
        desk.sheet.error("E310", f"fewer than {_FEWEST[key]} {key}", box, key, hint, at_key=True)
    if not names:
        raise Unfit
    return names


def _read_quantity(desk: Desk, box: Any) -> AnyDomain:
    whole = box.get("whole") not in ("no", "false")
    unit, no_limit = box.get("unit", ""), _no_limit(desk, box)
    low, high = _bounds(desk, box, Quantity(unit=unit, whole=whole))
    return Quantity(unit=unit, whole=whole, minimum=low, maximum=high, no_limit=no_limit)


def _read_duration(desk: Desk, box: Any) -> AnyDomain:
    low, high = _bounds(desk, box, Duration())
    return Duration(minimum=low or 0, maximum=high, no_limit=_no_limit(desk, box))


def _read_dates(desk: Desk, box: Any) -> AnyDomain:
    calendar = Dates()
    low, high = _bounds(desk, box, calendar)
    low, high = calendar.minimum if low is None else low, calendar.maximum if high is None else high
    return Dates(minimum=low, maximum=high, no_limit=_no_limit(desk, box))


def _no_limit(desk: Desk, box: Any) -> str | None:
    name: str | None = box.get("no_limit")
    if name is not None:
        check_name(desk.sheet, box, "no_limit", name)
    return name


def _bounds(desk: Desk, box: Any, domain: Line) -> tuple[Number | None, Number | None]:
    low, high = _bound(desk, box, "min", domain), _bound(desk, box, "max", domain)
    if low is None or high is None or low <= high:
        return low, high
    related = (desk.sheet.excerpt(box, "min", "the least"),)
    desk.sheet.error("E311", "`min` is above `max`", box, "max", "exchange the two", related=related)
    return high, low


def _bound(desk: Desk, box: Any, key: str, domain: Line) -> Number | None:
    """One end of the domain: a single value in the words of the issue's type."""
    if key not in box:
        return None
    try:
        region = read_term(domain, box[key]).region
    except TermError as error:
        if is_blurred(desk, box):
            return None
        desk.sheet.error("E311", error.message, box, key, error.hint, part=error.part)
        return None
    assert isinstance(region, Ranges)
    piece = region.ranges[0]
    if len(region.ranges) > 1 or piece.low != piece.high or isinstance(piece.low, float):
        desk.sheet.error("E311", f"`{key}` is no single value", box, key, "write one value")
        return None
    return piece.low


def _read_sequences(desk: Desk, box: Any) -> AnyDomain:
    domain = Sequences(_read_names(desk, box, "steps"))
    if "given" not in box:
        return domain
    try:
        region = read_term(domain, box["given"]).region
    except TermError as error:
        if is_blurred(desk, box):
            return domain
        desk.sheet.error("E312", error.message, box, "given", error.hint, part=error.part)
        return domain
    if isinstance(region, Orders) and len(region.alternatives) == 1:
        return Sequences(domain.steps, region.alternatives[0])
    hint = "leave out the days" if isinstance(region, Timetables) else "leave out `or` and `nothing`"
    desk.sheet.error("E312", "`given` must be one order", box, "given", hint)
    return domain
