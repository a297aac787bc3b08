"""Why two positions do not meet, in a sentence for each type of issue."""

from __future__ import annotations

import math

from negotiate.compare.reasons.gaps_orders import why_orders_apart
from negotiate.compare.reasons.saying import say, say_within, whose
from negotiate.compare.zones import Zones
from negotiate.terms import (
    NO_NUMBER,
    TOP,
    AnyDomain,
    AnyRegion,
    Boxes,
    Dates,
    Distance,
    Duration,
    Line,
    Options,
    Quantity,
    Range,
    Ranges,
    Scale,
    Sequences,
    Subsets,
    Value,
    YesNo,
    show_number,
)


def why_apart(a: Zones, b: Zones, names: tuple[str, str], distance: Distance | None, unit: str | None) -> str:
    """One sentence without its full stop. ``unit`` is the writers' common unit, if they share one."""
    domain = a.domain
    first, second = _stated(a), _stated(b)
    if first.is_empty or second.is_empty:
        return f"{names[0]} accepts {say(domain, first)}; {names[1]} accepts {say(domain, second)}"
    if isinstance(domain, Line):
        return _lines(domain, (first, second), names, distance, unit)
    if isinstance(domain, Options):
        return _options(domain, (first, second), names, distance)
    if isinstance(domain, Subsets):
        return _sets(domain, (first, second), names, distance)
    assert isinstance(domain, Sequences)
    return why_orders_apart(domain, (first, second), names, distance, unit)


def _stated(zones: Zones) -> AnyRegion:
    """What it accepts without condition, or on conditions where that is all there is."""
    return zones.wide if zones.firm.is_empty else zones.firm


def common_unit(a: Zones, b: Zones) -> str | None:
    """The unit that all terms of both were written in, else None."""
    units = {offer.term.unit for zones in (a, b) for offer in zones.position.offers}
    return units.pop() if len(units) == 1 else None


def apart_words(domain: AnyDomain, distance: Distance, unit: str | None) -> str:
    """A finite distance as it keeps two apart: "2 steps apart", "1 pair of steps in opposite order"."""
    measured = isinstance(domain, Scale | Line) or (isinstance(domain, Sequences) and domain.in_days(distance))
    return domain.say_distance(distance, unit) + (" apart" if measured else "")


def mixes_months_with_days(a: Zones, b: Zones) -> bool:
    units = {offer.term.unit for zones in (a, b) for offer in zones.position.offers} - {None}
    return len(units) > 1 and bool(units & {"months", "years"})


# --- numbers, lengths of time, dates


def _lines(
    domain: Line,
    regions: tuple[Ranges, Ranges],
    names: tuple[str, str],
    distance: Distance | None,
    unit: str | None,
) -> str:
    if distance == NO_NUMBER:
        return _no_number(domain, regions, names, unit)
    low, high = (0, 1) if regions[0].ranges[-1].high <= regions[1].ranges[0].low else (1, 0)
    left, right = regions[low].ranges[-1], regions[high].ranges[0]
    if left.high > right.low or len(regions[0].ranges) + len(regions[1].ranges) > 2:
        said = [f"{name} accepts {domain.say(region, unit)}" for name, region in zip(names, regions, strict=True)]
        return f"{'; '.join(said)}: a gap of {_distance(domain, distance, unit)}"
    return _two_ranges(domain, (left, right), (names[low], names[high]), distance, unit)


def _two_ranges(
    domain: Line,
    ends: tuple[Range, Range],
    names: tuple[str, str],
    distance: Distance | None,
    unit: str | None,
) -> str:
    """``ends``: the lower range and the higher one, with the names of those who hold them."""
    floor, above, ceiling = _vocabulary(domain)
    low_noun = _noun(domain, ends[0], ceiling)
    high_noun = _noun(domain, ends[1], floor)
    if distance == 0:
        value = domain.show(ends[0].high, unit)
        touching = f"{whose(names[1])} {high_noun} and {whose(names[0])} {low_noun}"
        return f"{touching} touch at {value}, but one of them excludes it"
    high, low = domain.show(ends[1].low, unit), _again(domain, ends[0].high, unit)
    return (
        f"{whose(names[1])} {high_noun} of {high} is {above} {whose(names[0])} {low_noun} of {low}: "
        f"a gap of {_distance(domain, distance, unit)}"
    )


def _again(domain: Line, value: Value, unit: str | None) -> str:
    """A second value in one sentence: its unit has been said."""
    return (
        show_number(value) if isinstance(domain, Quantity) and domain.unit[:1].isalpha() else domain.show(value, unit)
    )


def _vocabulary(domain: Line) -> tuple[str, str, str]:
    """The words for a lower bound, for being beyond it, and for an upper bound."""
    if isinstance(domain, Dates):
        return "earliest date", "after", "latest date"
    if isinstance(domain, Duration):
        return "minimum", "longer than", "maximum"
    return "floor", "above", "ceiling"


def _noun(domain: Line, piece: Range, bound: str) -> str:
    if piece.low != piece.high:
        return bound
    if isinstance(domain, Dates):
        return "date"
    return "length" if isinstance(domain, Duration) else "figure"


def _no_number(domain: Line, regions: tuple[Ranges, Ranges], names: tuple[str, str], unit: str | None) -> str:
    top = 0 if regions[0].has_top else 1
    other = regions[1 - top]
    number = other.ranges[-1].high
    insists = "insists on a limit" if other.same(domain.numbers) else f"accepts {domain.say(other, unit)}"
    if math.isfinite(number) and len(other.ranges) == 1 and other.ranges[0].low != number:
        insists = f"has a ceiling of {domain.show(number, unit)}"
    return f"{names[top]} accepts only {domain.no_limit}; {names[1 - top]} {insists}; no number closes that gap"


def _distance(domain: Line, distance: Distance | None, unit: str | None) -> str:
    return domain.say_distance(distance, unit) if distance is not None and distance != TOP else "no measure"


# --- options


def _options(
    domain: Options, regions: tuple[AnyRegion, AnyRegion], names: tuple[str, str], distance: Distance | None
) -> str:
    if isinstance(domain, YesNo):
        return f"{names[0]} says {say(domain, regions[0])}; {names[1]} says {say(domain, regions[1])}"
    said = f"{names[0]} accepts {say_within(domain, regions[0])}; {names[1]} accepts {say_within(domain, regions[1])}"
    if isinstance(domain, Scale) and distance is not None:
        return f"{said}: {domain.say_distance(distance)} apart"
    return f"{said}: they share no option"


# --- sets


def _sets(domain: Subsets, regions: tuple[Boxes, Boxes], names: tuple[str, str], distance: Distance | None) -> str:
    first, second = regions
    clauses = [
        f"{one} requires {', '.join(items)}, which {other} excludes"
        for one, other, items in (
            (names[0], names[1], _shared(first.required, second.excluded)),
            (names[1], names[0], _shared(second.required, first.excluded)),
        )
        if items
    ]
    if not clauses:
        clauses = [f"{names[0]} accepts {say_within(domain, first)}; {names[1]} accepts {say_within(domain, second)}"]
    if both := _shared(first.required, second.required):
        clauses.append(f"agreed in part: both include {', '.join(both)}")
    if neither := _shared(first.excluded, second.excluded):
        clauses.append(f"both leave out {', '.join(neither)}")
    tail = f" ({domain.say_distance(distance)})" if distance else ""
    return "; ".join(clauses) + tail


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(item for item in one if item in other)
