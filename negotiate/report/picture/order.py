"""Orders of steps: each party's order as chains, and the circle that keeps two of them apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from negotiate.compare import Zones
from negotiate.model import Offer, RedLine
from negotiate.report.picture.circle import Stop, draw_circle
from negotiate.report.picture.meeting import meeting
from negotiate.report.picture.parts import Canvas, Seat, Span, Spans
from negotiate.terms import BEFORE, Bound, Orders, Part, Sequences, Timetables, days_of, keeps, say_link, show_days
from negotiate.text.clean import one_line
from negotiate.text.width import wrap

Region = Orders | Timetables
MOST_SHOWN = 6


def draw_orders(canvas: Canvas, domain: Sequences) -> list[Spans]:
    rows = list[Spans]()
    for seat in canvas.shown:
        rows += canvas.in_words(seat, seat.words) if seat.zones is None else _seat(canvas, domain, seat)
    if domain.given:
        given = chains(domain, Part(domain.given, sorted(domain.given), []), canvas.ink.arrow)
        rows += canvas.said(f"given for everybody: {', '.join(given)}", "axis")
    return [*rows, *meeting(canvas).lines(canvas), *_circle(canvas, domain)]


# --- the orders of one party


def _seat(canvas: Canvas, domain: Sequences, seat: Seat) -> list[Spans]:
    position, rows = seat.position, list[Spans]()
    offers: list[tuple[str, str, Offer | RedLine]] = []
    if position.demand:
        offers.append(("demands", "condition" if position.demand.conditions else "demand", position.demand))
    offers += [("accepts", "condition" if offer.conditions else "accept", offer) for offer in position.accepts]
    if position.red_line:
        offers.append(("rules out", "line", position.red_line))
    name = seat.name
    for verb, tone, said in offers:
        rows += _offer(canvas, domain, name, verb, tone, said)
        name = ""
    return rows


def _offer(canvas: Canvas, domain: Sequences, name: str, verb: str, tone: str, offer: Offer | RedLine) -> list[Spans]:
    """The alternatives of one term, each on a line of its own."""
    term = offer.offer if isinstance(offer, RedLine) else offer
    conditional = " on conditions" if term is not None and term.conditions else ""
    said = ["anything else"]
    if term is not None:
        assert isinstance(term.term.region, Region)
        said = _alternatives(canvas, domain, term.term.region, term.term.unit)
    said[0] = f"{verb}{conditional}: {said[0]}"
    room = canvas.width - (canvas.name_width + 2 if canvas.name_width else 0)
    lines = [line for n, part in enumerate(said) for line in _indented(part, room, "  " if n else "")]
    first = canvas.rows(name, "name", [Span(lines[0], tone)])
    return [*first, *(row for line in lines[1:] for row in canvas.rows("", "", [Span(line, tone)]))]


def _indented(part: str, room: int, indent: str) -> list[str]:
    """Wrapped, what follows the first line four cells in."""
    lines = wrap(part, room - 4)
    return [indent + lines[0], *(f"    {line}" for line in lines[1:])]


def _alternatives(canvas: Canvas, domain: Sequences, region: Region, unit: str | None) -> list[str]:
    if region.is_empty:
        return ["no order at all"]
    said, parts = list[str](), domain.parts(region, unit)
    for part in parts[:MOST_SHOWN]:
        first, *rest = chains(domain, part, canvas.ink.arrow) or ["any order"]
        said += [f"or {first}" if said else first, *(f"and {each}" for each in rest)]
    more = len(parts) - MOST_SHOWN
    return [*said, f"or {more} more"] if more > 0 else said


def chains(domain: Sequences, part: Part, arrow: str) -> list[str]:
    """An alternative as chains of steps, "A → B → C", and the days that it counts."""
    ends, needed = _first_and_last(domain, part)
    starts = {before for before, _ in needed} - {after for _, after in needed}
    left, joined = list(needed), list[list[int]]()
    while left:
        chain = list(next((pair for pair in left if pair[0] in starts), left[0]))
        left.remove((chain[0], chain[1]))
        while following := next((pair for pair in left if pair[0] == chain[-1]), None):
            chain.append(following[1])
            left.remove(following)
        joined.append(chain)
    named = [[one_line(domain.steps[step]) or "?" for step in chain] for chain in joined]
    return [*(f" {arrow} ".join(chain) for chain in [*ends, *named]), *map(one_line, part.days)]


def _first_and_last(domain: Sequences, part: Part) -> tuple[list[list[str]], list[tuple[int, int]]]:
    """A step before (or after) all others as a chain of words, and the pairs that this leaves to be said."""
    said, others, needed = list[list[str]](), len(domain.steps) - 1, part.pairs
    for step, name in enumerate(domain.steps):
        for end in (0, 1):
            mine = {pair for pair in part.closed if pair[end] == step}
            if len(mine) == others > 2:
                said.append([one_line(name), "all other steps"][:: -1 if end else 1])
                needed = [pair for pair in needed if pair not in mine]
    return said, needed


# --- the circle


def _circle(canvas: Canvas, domain: Sequences) -> list[Spans]:
    """A shortest circle among the first two whose orders cannot both hold, each step with its owner."""
    for (first, a), (second, b) in combinations(canvas.drawn, 2):
        circle = _shortest(domain, a, b)
        if circle:
            return _drawn(canvas, domain, circle, ((first, a), (second, b)))
    return []


def _shortest(domain: Sequences, a: Zones, b: Zones) -> list[Bound]:
    """Empty where some alternatives of the two can hold together."""
    first, second = _stated(a), _stated(b)
    if first.meets(second):
        return []
    return min((circle for circle in domain.circles(first, second) if circle), key=len, default=[])


def _stated(zone: Zones) -> Region:
    region = zone.wide if zone.firm.is_empty else zone.firm
    assert isinstance(region, Region)
    return region


def _drawn(canvas: Canvas, domain: Sequences, circle: list[Bound], two: Sequence[tuple[Seat, Zones]]) -> list[Spans]:
    stops = [Stop(domain.steps[bound.step], _onward(domain, bound, two)) for bound in circle]
    return [*canvas.said(_heading(circle, two), "gap"), *draw_circle(stops, canvas.width, canvas.ink)]


def _heading(circle: list[Bound], two: Sequence[tuple[Seat, Zones]]) -> str:
    single = all(len(_stated(zone).networks) == 1 for _, zone in two)
    said = "A circle" if single else "Each alternative ends in a circle (the shortest is drawn)"
    if all(bound.limit <= BEFORE for bound in circle):
        return f"{said}, so no order satisfies both:"
    missing = -sum(days_of(bound.limit) for bound in circle)
    return f"{said}, {show_days(missing)} short, so no timetable keeps both:"


def _onward(domain: Sequences, bound: Bound, two: Sequence[tuple[Seat, Zones]]) -> str:
    following = one_line(domain.steps[bound.other]) or "?"
    return f"{_owner(domain, bound, two)}: {say_link(bound.limit)} {following}"


def _owner(domain: Sequences, bound: Bound, two: Sequence[tuple[Seat, Zones]]) -> str:
    """Who wants the one step bound to the other."""
    if bound.limit == BEFORE and bound[:2] in domain.given:
        return "given for everybody"
    owners = [seat.name for seat, zone in two if any(keeps(network, [bound]) for network in _stated(zone).networks)]
    return " and ".join(owners) or "both together"
