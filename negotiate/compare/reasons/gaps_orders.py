"""Why two orders of steps, or two timetables, cannot both be kept, in a sentence."""

from __future__ import annotations

from negotiate.compare.reasons.saying import say_within
from negotiate.terms import BEFORE, Bound, Distance, Orders, Sequences, Timetables, keeps

Region = Orders | Timetables
_LONG = 200
"""Characters beyond which two orders are no longer said in full."""


def why_orders_apart(
    domain: Sequences,
    regions: tuple[Region, Region],
    names: tuple[str, str],
    distance: Distance | None,
    unit: str | None,
) -> str:
    said = f"{names[0]} wants {say_within(domain, regions[0], unit)}; "
    said += f"{names[1]} wants {say_within(domain, regions[1], unit)}"
    if distance is None or not domain.in_days(distance):
        if len(said) > _LONG:
            said = _opposite(domain, regions, names) or said
        return f"{said}: {_circle(domain, regions, unit)}, so no order satisfies both"
    if len(said) > _LONG:
        said = _in_circle(domain, regions, names, unit) or said
    return f"{said}: {_timing(domain, regions, distance, unit)}, so no timetable keeps both"


# --- orders


def _opposite(domain: Sequences, regions: tuple[Region, Region], names: tuple[str, str]) -> str:
    """Only the steps that the two put in opposite order, where at most one of them leaves a choice."""
    wide, single = ([part.closed for part in domain.parts(region)] for region in regions)
    if len(single) > 1:
        wide, single, names = single, wide, names[::-1]
    if len(single) != 1:
        return ""
    contested = [[pair for pair in sorted(pairs) if pair[::-1] in single[0]] for pairs in wide]
    always = [pair for pair in contested[0] if all(pair in pairs for pairs in contested)]
    ways = [[pair for pair in pairs if pair not in always] for pairs in contested]
    said = [_befores(domain, always)] if always else []
    if all(ways):
        either = "either " if len(ways) > 1 else ""
        said.append(either + " or ".join(_befores(domain, way) for way in ways))
    return f"{names[0]} wants {', and '.join(said)}; {names[1]} wants the opposite of each" if said else ""


def _befores(domain: Sequences, pairs: list[tuple[int, int]]) -> str:
    return " and ".join(f"{domain.steps[earlier]} before {domain.steps[later]}" for earlier, later in pairs)


def _circle(domain: Sequences, regions: tuple[Region, Region], unit: str | None) -> str:
    """ "a circle", drawn step by step where it is longer than two steps and no alternatives confuse it."""
    circles = domain.circles(*regions)
    shortest = min(circles, key=len, default=[])
    if len(shortest) < 3 or len(circles) > 1:
        return "a circle"
    if all(bound.limit == BEFORE for bound in shortest):
        steps = [domain.steps[bound.step] for bound in shortest]
        return f"a circle ({' → '.join([*steps, steps[0]])})"
    return f"a circle ({', '.join(domain.say_bound(bound, unit) for bound in shortest)})"


# --- timetables


def _timing(domain: Sequences, regions: tuple[Region, Region], distance: Distance, unit: str | None) -> str:
    """ "30 days apart", with the circle where it is longer than two bounds."""
    days = f"{domain.say_distance(distance, unit)} apart"
    if len(domain.circles(*regions)) > 1:
        return f"{days} at the nearest"
    circle = _circle(domain, regions, unit)
    return days if circle == "a circle" else f"{days} in {circle}"


def _in_circle(domain: Sequences, regions: tuple[Region, Region], names: tuple[str, str], unit: str | None) -> str:
    """Only what goes in the circle, said of its owners; "" where there are several."""
    circles = domain.circles(*regions)
    if len(circles) != 1:
        return ""
    wanted: dict[str, list[str]] = {name: [] for name in (*names, "")}
    for bound in circles[0]:
        wanted[_owner(domain, bound, regions, names)].append(domain.say_bound(bound, unit))
    given = wanted.pop("")
    said = [f"{name} wants {' and '.join(bounds)}" for name, bounds in wanted.items() if bounds]
    return "; ".join([*said, *([f"{' and '.join(given)} for everybody"] if given else [])])


def _owner(domain: Sequences, bound: Bound, regions: tuple[Region, Region], names: tuple[str, str]) -> str:
    """Who wants the bound kept; "" where it is given."""
    if bound.limit == BEFORE and bound[:2] in domain.given:
        return ""
    return names[0] if keeps(regions[0].networks[0], [bound]) else names[1]
