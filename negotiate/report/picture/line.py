"""Numbers, lengths of time and dates: one number line for all parties, with what lies between them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import groupby, pairwise
from typing import NamedTuple

from negotiate.report.picture.axis import Axis, Piece, lay_out
from negotiate.report.picture.meeting import Meeting, meeting
from negotiate.report.picture.parts import Canvas, Level, Span, Spans
from negotiate.terms import Dates, Line, Ranges


class Cell(NamedTuple):
    sign: str
    tone: str


def draw_line(canvas: Canvas, domain: Line) -> list[Spans]:
    if not canvas.drawn:
        return canvas.silent()
    axis = lay_out(canvas, domain)
    if axis is None:
        return _words_only(canvas, domain)
    found = meeting(canvas)
    rows, used, notes = list[Spans](), set[Level](), list[tuple[str, str]]()
    for seat in canvas.shown:
        if seat.zones is None:
            rows += canvas.in_words(seat, seat.words)
            continue
        levels = canvas.levels(seat.zones)
        bar = _bar(axis, canvas, levels)
        rows += canvas.rows(seat.name, "name", _row(axis, bar))
        if any(cell.sign == canvas.ink.open_end for cell in bar):
            notes = [(canvas.ink.open_end, "without the value itself")]
        used |= {owner for piece in axis.pieces if (owner := _owner(piece, levels))}
    marked = _mark(axis, canvas, found)
    if marked:
        rows += canvas.rows(found.owner, found.tone, _row(axis, marked))
    rows += _scale(axis, canvas)
    rows += found.lines(canvas)
    if axis.slot_is_cut:
        notes.append(("", f"(last column: {axis.slot_label})"))
    if len(axis.values) > 2:
        notes.append(("", "(values in order, not to scale)"))
    return [*rows, *canvas.legend([*((each.bar, each.words) for each in sorted(used)), *notes])]


def _words_only(canvas: Canvas, domain: Line) -> list[Spans]:
    """More values than there is room for."""
    rows = list[Spans]()
    for seat in canvas.shown:
        if seat.zones is None:
            rows += canvas.in_words(seat, seat.words)
            continue
        for level, region in canvas.levels(seat.zones):
            rows += canvas.in_words(seat, f"{level.words} {domain.say(region)}", level.tone)
    return [*rows, *meeting(canvas).lines(canvas)]


# --- one row


def _bar(axis: Axis, canvas: Canvas, levels: list[tuple[Level, Ranges]]) -> list[Cell]:
    """The cells of one party's bar: the line, and after it the slot of "no limit"."""
    owners = [_owner(piece, levels) for piece in axis.pieces]
    cells = list[Cell]()
    for index, piece in enumerate(axis.pieces):
        cells += _piece(axis, canvas, index, piece, owners)
    return cells


def _owner(piece: Piece, levels: list[tuple[Level, Ranges]]) -> Level | None:
    if piece.sample is None:
        return None
    return next((level for level, region in levels if piece.sample in region), None)


def _piece(axis: Axis, canvas: Canvas, index: int, piece: Piece, owners: list[Level | None]) -> list[Cell]:
    ink, owner = canvas.ink, owners[index]
    before, after = _neighbours(axis, index, owners)
    if piece.sample is None and before is not None and before == after:
        owner = before  # between two neighbours such as 5 and 6 there is nothing to skip
    if owner is None:
        return _nothing(axis, canvas, piece, before or after)
    cells = [Cell(owner.bar, owner.tone)] * piece.width
    if piece.endless < 0:
        cells[0] = Cell(ink.left, owner.tone)
    if piece.endless > 0:
        cells[-1] = Cell(ink.right, owner.tone)
    return _centered(axis.slot, cells) if piece.is_slot else cells


def _neighbours(axis: Axis, index: int, owners: list[Level | None]) -> tuple[Level | None, Level | None]:
    """Who owns the pieces to both sides, on the line itself."""
    after = index + 1 < len(owners) and not axis.pieces[index + 1].is_slot
    return owners[index - 1] if index else None, owners[index + 1] if after else None


def _nothing(axis: Axis, canvas: Canvas, piece: Piece, beside: Level | None) -> list[Cell]:
    """A piece that nobody owns; a value that a range stops short of is its open end."""
    if piece.is_slot:
        return [Cell(" ", "")] * axis.slot
    if not piece.is_value:
        return [Cell(" ", "")] * piece.width
    if beside is not None and beside.tone != "line":
        return [Cell(canvas.ink.open_end, beside.tone)]
    return [Cell(canvas.ink.guide, "axis")]


def _centered(width: int, cells: list[Cell]) -> list[Cell]:
    left = (width - len(cells)) // 2
    blank = Cell(" ", "")
    return [blank] * left + cells + [blank] * (width - len(cells) - left)


def _row(axis: Axis, cells: list[Cell]) -> Spans:
    """Cells joined to spans of one tone; the slot stands two spaces apart."""
    if axis.slot:
        cells = [*cells[: axis.length], Cell(" ", ""), Cell(" ", ""), *cells[axis.length :]]
    return _spans(cells)


def _spans(cells: Iterable[Cell]) -> Spans:
    return [Span("".join(cell.sign for cell in group), tone) for tone, group in groupby(cells, lambda cell: cell.tone)]


# --- common ground and gap


def _mark(axis: Axis, canvas: Canvas, found: Meeting) -> list[Cell]:
    """The cells of the row that marks the common ground or the gap; empty where there is none to mark."""
    if found.region is not None:
        return _mark_region(axis, canvas, found)
    ends = _gap_ends(found) if found.apart else None
    if not ends:
        return []
    left, right = axis.column(ends[0]), axis.column(ends[1])
    if right - left < 2:
        return []
    cells = [Cell(" ", "")] * (axis.length + axis.slot)
    for column in range(left + 1, right):
        cells[column] = Cell(canvas.ink.rule, found.tone)
    if right - left > 2:
        cells[left + 1], cells[right - 1] = Cell(canvas.ink.left, "gap"), Cell(canvas.ink.right, "gap")
    return cells


def _mark_region(axis: Axis, canvas: Canvas, found: Meeting) -> list[Cell]:
    level = Level(0, found.tone, canvas.ink.point, canvas.ink.point, "")
    region = found.region
    assert isinstance(region, Ranges)
    cells = _bar(axis, canvas, [(level, region)])
    return [Cell(" ", "") if cell.sign == canvas.ink.guide else cell for cell in cells]


def _gap_ends(found: Meeting) -> tuple[int | float, int | float] | None:
    """The two nearest values of those who are apart."""
    assert found.apart
    regions = [zone.wide if zone.firm.is_empty else zone.firm for zone in found.apart]
    owned = sorted((piece, owner) for owner, region in enumerate(regions) for piece in region.ranges)
    gaps = [
        (right.low - left.high, left.high, right.low)
        for (left, one), (right, other) in pairwise(owned)
        if one != other and math.isfinite(left.high) and math.isfinite(right.low)
    ]
    return min(gaps)[1:] if gaps else None


# --- the axis under the rows


def _scale(axis: Axis, canvas: Canvas) -> list[Spans]:
    """The axis with its ticks, their labels, and where there is no room for these a key to their letters."""
    ink = canvas.ink
    line = [Cell(ink.tick if piece.is_value else ink.rule, "axis") for piece in axis.pieces for _ in range(piece.width)]
    drawn = line[: axis.length]
    if axis.slot:
        drawn += _centered(axis.slot, [Cell(ink.rule, "axis")] * min(3, axis.slot))
    rows = canvas.rows("", "", _row(axis, drawn))
    rows += canvas.rows(axis.unit, "quiet", [Span(_labels(axis, canvas), "axis")])
    if axis.key:
        rows += canvas.legend((letter, label) for letter, label in zip(axis.labels, axis.key, strict=True))
    return rows


def _labels(axis: Axis, canvas: Canvas) -> str:
    """Each label under its tick (all of them narrow), and "no limit" under its slot."""
    text = [" "] * axis.length
    for label, column in zip(axis.labels, axis.columns, strict=True):
        start = min(max(0, column - (len(label) - 1) // 2), axis.length - len(label))
        text[start : start + len(label)] = label
    if not axis.labels:
        words = "any date" if isinstance(canvas.issue.domain, Dates) else "any number"
        text = list(canvas.center(words, axis.length))
    line = "".join(text)
    return f"{line}  {canvas.center(axis.slot_label, axis.slot)}" if axis.slot else line
