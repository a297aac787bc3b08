"""Sets of items: a grid of items by party, in words: in, out, free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from negotiate.compare import Zones, red_line_words, tidy
from negotiate.report.picture.meeting import meeting
from negotiate.report.picture.parts import Canvas, Seat, Span, Spans
from negotiate.terms import Boxes, Subsets
from negotiate.text.clean import one_line
from negotiate.text.width import cells

Mark = tuple[str, str]
"""A word and its tone."""

_LEGEND = {
    "in": ("in", "must be in"),
    "out": ("out", "must be out"),
    "(": ("( )", "asked for, but it would take it otherwise"),
    "?": ("?", "could change on conditions"),
    "!": ("!", "a red line"),
}


def draw_sets(canvas: Canvas, domain: Subsets) -> list[Spans]:
    if not canvas.drawn:
        return canvas.silent()
    items = [one_line(item) or "?" for item in domain.items]
    columns = {seat.party: _column(canvas, domain, zone) for seat, zone in canvas.drawn}
    contested = _together(canvas, columns.values(), len(items))
    rows = _grid(canvas, items, columns, contested) or _lists(canvas, items, columns)
    rows += canvas.silent()
    for seat, zone in canvas.drawn:
        rows += _more(canvas, seat, zone)
    return [*rows, *meeting(canvas).lines(canvas), *canvas.legend(_used(canvas, columns.values()))]


def _used(canvas: Canvas, columns: Iterable[Sequence[Mark]]) -> Iterable[tuple[str, str]]:
    words = [word for column in columns for word, _ in column]
    for sign, entry in _LEGEND.items():
        if any(sign in word for word in words):
            yield entry
    if canvas.ink.nothing in words:
        yield canvas.ink.nothing, "free: in or out"


# --- what a party says of each item


def _column(canvas: Canvas, domain: Subsets, zone: Zones) -> list[Mark]:
    """A mark for each item, and a last one for the number of items."""
    return [*(_item(canvas, item, zone) for item in domain.items), _count(canvas, zone)]


def _item(canvas: Canvas, item: str, zone: Zones) -> Mark:
    allowed = ~zone.line
    if item in _required(allowed):
        return "in!", "line"
    if item in _excluded(allowed):
        return "out!", "line"
    asked = zone.target if zone.target is not None else zone.firm if not zone.firm.is_empty else zone.wide
    for word, side in (("in", _required), ("out", _excluded)):
        if item in side(asked):
            return _degree(word, item in side(zone.firm), item in side(zone.wide))
    return canvas.ink.nothing, "quiet"


def _degree(word: str, firm: bool, wide: bool) -> Mark:
    if wide:
        return word, "demand"
    return (f"{word}?", "condition") if firm else (f"({word})", "accept")


def _required(region: Boxes) -> tuple[str, ...]:
    return region.required if not region.is_empty else ()


def _excluded(region: Boxes) -> tuple[str, ...]:
    return region.excluded if not region.is_empty else ()


def _count(canvas: Canvas, zone: Zones) -> Mark:
    """How many items it wants: "4", "2 to 3"."""
    asked = zone.target if zone.target is not None else zone.firm if not zone.firm.is_empty else zone.wide
    if asked.is_empty:
        return canvas.ink.nothing, "quiet"
    least, most = min(box.least for box in asked.boxes), max(box.most for box in asked.boxes)
    return (f"{least}" if least == most else f"{least} to {most}"), "quiet"


def _together(canvas: Canvas, columns: Iterable[Sequence[Mark]], items: int) -> list[Mark]:
    """Item by item: wanted by all, by none, or contested."""
    listed = list(columns)
    if len(listed) < 2:
        return []
    return [_agreed([column[n][0] for column in listed]) for n in range(items)]


def _agreed(words: Sequence[str]) -> Mark:
    sides = ["in" if "in" in word else "out" if "out" in word else "" for word in words]
    if "in" in sides and "out" in sides:
        return "contested", "gap"
    everyone = "both" if len(sides) == 2 else "all"
    return (f"{everyone} {sides[0]}", "common") if sides[0] and len(set(sides)) == 1 else ("", "")


# --- drawn


def _grid(
    canvas: Canvas, items: Sequence[str], columns: dict[str, list[Mark]], contested: Sequence[Mark]
) -> list[Spans]:
    """Items down, parties across; empty where the parties do not fit."""
    heads = [seat.name for seat, _ in canvas.drawn]
    widths = [
        max(cells(head), *(cells(word) for word, _ in columns[seat.party]))
        for head, (seat, _) in zip(heads, canvas.drawn, strict=True)
    ]
    wanted = max(cells(name) for name in (*items, "how many"))
    last = 2 + len("contested") if contested else 0
    room = canvas.width - sum(widths) - 2 * len(widths) - last
    if room < min(wanted, 12):
        return []
    first = min(wanted, room)
    rows = [_row(canvas, " " * first, [(head, "name") for head in heads], widths)]
    for n, name in enumerate((*items, "how many")):
        marks = [column[n] for column in columns.values()]
        row = _row(canvas, canvas.fit(name, first), marks, widths)
        if n < len(contested):
            row += [Span("  ", ""), Span(*contested[n])]
        rows.append(row)
    return rows


def _row(canvas: Canvas, name: str, marks: Sequence[Mark], widths: Sequence[int]) -> Spans:
    spans = [Span(name, "axis")]
    for (word, tone), width in zip(marks, widths, strict=True):
        spans += [Span("  ", ""), Span(canvas.center(word, width), tone)]
    return spans


def _lists(canvas: Canvas, items: Sequence[str], columns: dict[str, list[Mark]]) -> list[Spans]:
    """For many parties or little room: what each wants, in a row of words."""
    rows = list[Spans]()
    for seat, _ in canvas.drawn:
        marks = columns[seat.party][: len(items)]
        said = [f"{name} {word}" for name, (word, _) in zip(items, marks, strict=True) if word != canvas.ink.nothing]
        rows += canvas.in_words(seat, ", ".join(said) or "every item is free", "demand")
    return rows


def _more(canvas: Canvas, seat: Seat, zone: Zones) -> list[Spans]:
    """What the grid cannot show: alternatives, values not named, red lines on combinations."""
    rows = list[Spans]()
    for offer in seat.position.offers:
        words = one_line(tidy(offer.term.words))
        if not offer.term.named:
            rows += canvas.said(f"{seat.name} wants {words}, not saying which", "condition")
        elif isinstance(offer.term.region, Boxes) and len(offer.term.region.boxes) > 1:
            rows += canvas.said(f"{seat.name} wants {words}", "demand")
    line, allowed = seat.position.red_line, ~zone.line
    if line and not _required(allowed) and not _excluded(allowed):
        rows += canvas.said(f"{seat.name} rules out {one_line(red_line_words(line))}", "line")
    return rows
