"""The axis of a number line: which values are worth a tick, and in which column each stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from string import ascii_letters

from negotiate.compare import Zones
from negotiate.report.picture.parts import Canvas
from negotiate.terms import TOP, Dates, Duration, Line, Ranges
from negotiate.text.clean import one_line
from negotiate.text.width import cells

Value = int | Fraction | float

LONGEST = 96
_EDGE = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the axis on which every region is constant: a value, the stretch between two, an end.

    ``sample`` is an outcome of it, None where it holds none. ``endless``: -1 or 1 for the outermost
    stretches of a line without an end on that side.
    """

    width: int
    sample: Value | None
    is_value: bool = False
    is_slot: bool = False
    endless: int = 0


@dataclass(frozen=True, slots=True)
class Axis:
    """``columns`` are those of ``values``, ``labels`` stand under them, ``key`` explains letters (or is
    empty). ``length`` is without the ``slot`` for "no limit", which is 0 cells wide where there is none."""

    values: tuple[Value, ...]
    columns: tuple[int, ...]
    labels: tuple[str, ...]
    key: tuple[str, ...]
    pieces: tuple[Piece, ...]
    length: int
    slot: int
    slot_label: str
    unit: str

    @property
    def slot_is_cut(self) -> bool:
        """Whether the name of "no limit" is longer than its place."""
        return cells(self.slot_label) > self.slot

    def column(self, value: Value) -> int:
        """The column of a value; of one that has no tick of its own, the column beside its neighbour."""
        known = dict(zip(self.values, self.columns, strict=True))
        for near, aside in ((value, 0), (value + 1, -1), (value - 1, 1)):
            if near in known:
                return known[near] + aside
        return 0


def lay_out(canvas: Canvas, domain: Line) -> Axis | None:
    """The axis of all that is drawn; None where there is no room for its values."""
    zones = [zone for _, zone in canvas.drawn]
    values, below, above = _ends(domain, zones)
    slot_label = one_line(domain.no_limit or "")
    slot = min(max(cells(slot_label), 3), canvas.width // 4) if domain.no_limit is not None else 0
    room = min(canvas.width - (canvas.name_width + 2 if canvas.name_width else 0), LONGEST)
    room -= slot + 2 if slot else 0
    unit, labels = _labels(domain, zones, values)
    key: tuple[str, ...] = ()
    spaces = _spaces([len(label) for label in labels], below, above, room)
    if spaces is None and len(values) <= len(ascii_letters):
        key, labels = labels, tuple(ascii_letters[: len(values)])
        spaces = _spaces([1] * len(values), below, above, room)
    if spaces is None:
        return None
    pieces = _pieces(domain, values, spaces, below, above)
    columns = tuple(_columns(spaces))
    length = sum(piece.width for piece in pieces)
    if slot:
        pieces = (*pieces, Piece(min(3, slot), TOP, is_slot=True))
    return Axis(values, columns, labels, key, pieces, length, slot, slot_label, unit)


# --- the values


def _ends(domain: Line, zones: Iterable[Zones]) -> tuple[tuple[Value, ...], bool, bool]:
    """The finite ends of all regions, and whether any goes on below or above them without an end."""
    terms, lines = set[Value](), set[Value]()
    for zone in zones:
        targets = [zone.target] if zone.target is not None else []
        terms |= {value for region in (zone.wide, zone.firm, *targets) for value in _values(domain, region)}
        lines |= set(_values(domain, zone.line))
    if isinstance(domain, Dates):
        terms -= {domain.minimum, domain.maximum, -math.inf}  # the ends of the calendar are no one's
        lines -= {domain.minimum, domain.maximum, -math.inf}
    if domain.whole:
        lines = {value for value in lines if not {value - 1, value + 1} & terms or value in terms}
    values = tuple(sorted(value for value in terms | lines if math.isfinite(value)))
    return values, *_endless(domain, values)


def _values(domain: Line, region: Ranges) -> Iterable[Value]:
    for piece in region.ranges:
        point = piece.low == piece.high or not domain.whole or isinstance(domain, Dates)
        yield piece.low if point else _rounder(piece.low, -1)
        yield piece.high if point else _rounder(piece.high, 1)


def _rounder(value: Value, step: int) -> Value:
    """The value that was probably written: "below 150,000" for "at most 149,999"."""
    if not math.isfinite(value):
        return value
    return value + step if _zeros(value + step) > _zeros(value) + 1 else value


def _zeros(value: Value) -> int:
    digits = str(value)
    return len(digits) - len(digits.rstrip("0")) if value else 0


def _endless(domain: Line, values: Sequence[Value]) -> tuple[bool, bool]:
    """Whether the domain has outcomes below the first and above the last value."""
    if not values:
        return True, True
    everything = domain.everything & domain.numbers
    below = domain.between(-math.inf, values[0], high_inside=False)
    above = domain.between(values[-1], TOP, low_inside=False, high_inside=False)
    return everything.meets(below), everything.meets(above)


def _labels(domain: Line, zones: Iterable[Zones], values: Sequence[Value]) -> tuple[str, tuple[str, ...]]:
    """The unit, said once, and the values in it."""
    if isinstance(domain, Dates):
        return "", tuple(domain.show(value) for value in values)
    if not isinstance(domain, Duration):
        return one_line(domain.unit), tuple(domain.show(value, "") for value in values)
    units = {offer.term.unit for zone in zones for offer in zone.position.offers} - {None}
    unit = units.pop() if len(units) == 1 else "days"
    shown = [domain.show(value, unit) for value in values]
    if all(label.split(" ")[-1].rstrip("s") == str(unit).rstrip("s") for label in shown):
        return str(unit), tuple(label.split(" ")[0] for label in shown)
    return "days", tuple(domain.show(value, "") for value in values)


# --- the columns


def _spaces(lengths: Sequence[int], below: bool, above: bool, room: int) -> list[int] | None:
    """The cells before, between and after the values; None where the labels would touch."""
    if not lengths:
        return [room] if room > 2 * _EDGE else None
    least = [max((lengths[0] - 1) // 2, _EDGE if below else 0)]
    least += [max(1, left // 2 + (right - 1) // 2 + 1) for left, right in pairwise(lengths)]
    least += [max(lengths[-1] // 2, _EDGE if above else 0)]
    spare = room - sum(least) - len(lengths)
    if spare < 0:
        return None
    grows = [below, *[True] * (len(lengths) - 1), above]
    return _spread(least, grows, spare)


def _spread(least: list[int], grows: list[bool], spare: int) -> list[int]:
    """Give the spare cells to the shortest stretches first, so that they come out alike."""
    if not any(grows):
        return least
    spaces = list(least)
    for _ in range(spare):
        shortest = min((n for n, may in enumerate(grows) if may), key=lambda n: spaces[n])
        spaces[shortest] += 1
    return spaces


def _columns(spaces: Sequence[int]) -> Iterable[int]:
    column = 0
    for space in spaces[:-1]:
        column += space
        yield column
        column += 1


def _pieces(
    domain: Line, values: Sequence[Value], spaces: Sequence[int], below: bool, above: bool
) -> tuple[Piece, ...]:
    if not values:
        sample = 730_000 if isinstance(domain, Dates) else 0
        half = spaces[0] // 2
        return Piece(half, sample, endless=-1), Piece(spaces[0] - half, sample, endless=1)
    pieces = [Piece(spaces[0], values[0] - 1 if below else None, endless=-1 if below else 0)]
    for n, value in enumerate(values):
        pieces.append(Piece(1, value, is_value=True))
        if n + 1 < len(values):
            pieces.append(Piece(spaces[n + 1], _between(domain, value, values[n + 1])))
    pieces.append(Piece(spaces[-1], values[-1] + 1 if above else None, endless=1 if above else 0))
    return tuple(piece for piece in pieces if piece.width)


def _between(domain: Line, low: Value, high: Value) -> Value | None:
    if not domain.whole:
        return (Fraction(low) + Fraction(high)) / 2
    return low + 1 if low + 1 < high else None
