"""The picture of a domain: where each party stands in it, and what lies between them."""

from __future__ import annotations

from collections.abc import Sequence

from negotiate.compare import Table
from negotiate.report.picture.line import draw_line
from negotiate.report.picture.options import draw_options
from negotiate.report.picture.order import draw_orders
from negotiate.report.picture.parts import ASCII, UNICODE, Canvas, Seat, Span, Spans, seat
from negotiate.report.picture.sets import draw_sets
from negotiate.report.wording import listed
from negotiate.terms import Line, Options, Sequences, Subsets, TooComplex
from negotiate.text.width import cells, cut

__all__ = ["Span", "picture"]

NARROWEST = 16


def picture(table: Table, issue: str, parties: Sequence[str], width: int, ascii_only: bool = False) -> list[list[Span]]:
    """Lines of toned spans, none wider than ``width`` cells (and never drawn for fewer than 16)."""
    chosen = table.negotiation.issues[issue]
    ink = ASCII if ascii_only else UNICODE
    room = max(width, NARROWEST)
    seats: tuple[Seat, ...] = ()
    try:
        seats = tuple(seat(table, chosen, party) for party in dict.fromkeys(parties))
        canvas = Canvas(table, chosen, seats, room, ink)
        lines = [*_draw(canvas), *_blank(canvas)]
    except TooComplex:
        lines = [[Span("Too many alternatives to draw: see the terms in words.", "quiet")]]
    return [_bounded(line, max(width, 0)) for line in lines]


def _draw(canvas: Canvas) -> list[Spans]:
    domain = canvas.issue.domain
    if domain is None:
        return canvas.said("Free text: no picture, only what was said in words.", "quiet")
    if isinstance(domain, Line):
        return draw_line(canvas, domain)
    if isinstance(domain, Options):
        return draw_options(canvas, domain)
    if isinstance(domain, Subsets):
        return draw_sets(canvas, domain)
    assert isinstance(domain, Sequences)
    return draw_orders(canvas, domain)


def _blank(canvas: Canvas) -> list[Spans]:
    names = listed(seat.name for seat in canvas.blank)
    return canvas.said(f"No position recorded: {names}.", "quiet") if names and canvas.issue.domain else []


def _bounded(line: Spans, width: int) -> Spans:
    """No wider than ``width``, and without spaces at the end."""
    kept, room = Spans(), width
    for span in line:
        text = span.text if cells(span.text) <= room else cut(span.text, room)
        room -= cells(text)
        if text:
            kept.append(Span(text, span.tone))
        if text != span.text:
            break
    while kept and not kept[-1].text.strip(" "):
        kept.pop()
    if kept:
        kept[-1] = Span(kept[-1].text.rstrip(" "), kept[-1].tone)
    return kept
