"""Choices, scales and yes-no: a mark of each party for each option."""

from __future__ import annotations

from collections.abc import Sequence

from negotiate.report.picture.meeting import Meeting, meeting
from negotiate.report.picture.parts import Canvas, Level, Seat, Span, Spans
from negotiate.terms import Options, Scale
from negotiate.text.clean import one_line
from negotiate.text.width import cells

Mark = tuple[str, str, str, int]
"""A sign, its tone, its meaning, and its rank in the legend."""


def draw_options(canvas: Canvas, domain: Options) -> list[Spans]:
    """Options as columns where they fit, else as rows, else one below the other in words."""
    names = [one_line(option) or "?" for option in domain.options]
    found = meeting(canvas)
    marks = {seat.party: _marks(canvas, domain, seat) for seat in canvas.seats if seat.zones}
    if not marks:
        return canvas.silent()
    across = _as_columns(canvas, names, marks, found)
    rows = across or _as_rows(canvas, names, marks, found) or _as_lists(canvas, names, marks, found)
    used = sorted({(rank, sign, words) for row in marks.values() for sign, _, words, rank in row})
    if isinstance(domain, Scale):
        way = "left) to most (right" if across else "top) to most (bottom"
        rows += canvas.said(f"A scale from least ({way}), in the editor's order.", "quiet")
    return [*rows, *found.lines(canvas), *canvas.legend((sign, words) for _, sign, words in used)]


def _marks(canvas: Canvas, domain: Options, seat: Seat) -> list[Mark]:
    """What a party says of each option."""
    assert seat.zones is not None
    levels = canvas.levels(seat.zones)
    nothing = Level(9, "quiet", "", canvas.ink.nothing, "says nothing of it")
    found = [next((level for level, region in levels if option in region), nothing) for option in domain.options]
    return [(level.mark, level.tone, level.words, level.rank) for level in found]


def _common(found: Meeting, domain_option: str) -> bool:
    return found.region is not None and domain_option in found.region


def _shared(canvas: Canvas, found: Meeting) -> list[bool]:
    """Which options are common ground (or shared, where that does not count as such)."""
    domain = canvas.issue.domain
    assert isinstance(domain, Options)
    return [_common(found, option) for option in domain.options]


# --- options as columns


def _as_columns(canvas: Canvas, names: Sequence[str], marks: dict[str, list[Mark]], found: Meeting) -> list[Spans]:
    """Empty where the names of the options do not fit side by side."""
    widths = [max(cells(name), 3) for name in names]
    if canvas.stacked or canvas.name_width + 2 + sum(widths) + 3 * (len(widths) - 1) > canvas.width:
        return []
    heads = "   ".join(canvas.center(name, width) for name, width in zip(names, widths, strict=True))
    rows = canvas.rows("", "", [Span(heads, "axis")])
    for seat in canvas.shown:
        if seat.zones is None:
            rows += canvas.in_words(seat, seat.words)
        else:
            rows += canvas.rows(seat.name, "name", _row_of_marks(canvas, marks[seat.party], widths))
    if found.region is not None:
        point = (canvas.ink.point, found.tone, "", 0)
        blank = (" ", "", "", 0)
        row = [point if shared else blank for shared in _shared(canvas, found)]
        rows += canvas.rows(found.owner, found.tone, _row_of_marks(canvas, row, widths))
    return rows


def _row_of_marks(canvas: Canvas, marks: Sequence[Mark], widths: Sequence[int]) -> Spans:
    spans = Spans()
    for (sign, tone, _, _), width in zip(marks, widths, strict=True):
        spans += [Span(canvas.center(sign, width), tone), Span("   ", "")]
    return spans[:-1]


# --- options as rows


def _as_rows(canvas: Canvas, names: Sequence[str], marks: dict[str, list[Mark]], found: Meeting) -> list[Spans]:
    """A row for each option, a column for each party; empty where the parties' names do not fit."""
    drawn = [seat for seat, _ in canvas.drawn]
    heads = [seat.name for seat in drawn] + ([found.owner] if found.region is not None else [])
    widths = [max(cells(head), 3) for head in heads]
    wanted = max(cells(name) for name in names)
    room = canvas.width - sum(widths) - 2 * len(widths)
    if room < min(wanted, max(14, canvas.width // 3)):
        return []
    first = min(wanted, room)
    columns = [marks[seat.party] for seat in drawn]
    if found.region is not None:
        shared = _shared(canvas, found)
        columns.append([(canvas.ink.point if each else " ", found.tone, "", 0) for each in shared])
    rows = [_grid_row(canvas, " " * first, [(head, "name", "", 0) for head in heads], widths)]
    for n, name in enumerate(names):
        rows.append(_grid_row(canvas, canvas.fit(name, first), [column[n] for column in columns], widths))
    return [*rows, *canvas.silent()]


def _grid_row(canvas: Canvas, name: str, marks: Sequence[Mark], widths: Sequence[int]) -> Spans:
    spans = [Span(name, "axis")]
    for (sign, tone, _, _), width in zip(marks, widths, strict=True):
        spans += [Span("  ", ""), Span(canvas.center(sign, width), tone)]
    return spans


# --- options one below the other


def _as_lists(canvas: Canvas, names: Sequence[str], marks: dict[str, list[Mark]], found: Meeting) -> list[Spans]:
    """Each option, and under it those who say something of it."""
    rows = list[Spans]()
    for n, name in enumerate(names):
        shared = _shared(canvas, found)[n]
        rows += canvas.said(name, "axis")
        for seat, _ in canvas.drawn:
            sign, tone, _, _ = marks[seat.party][n]
            if tone != "quiet":
                rows.append([Span(f"  {sign} ", tone), Span(canvas.fit(seat.name, canvas.width - 4), "name")])
        if shared:
            rows.append([Span(f"  {canvas.ink.point} {found.owner}", found.tone)])
    return [*rows, *canvas.silent()]
