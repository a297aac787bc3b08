"""Deadlocks in plain text: the circle drawn, why no choice helps, and what would open it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from negotiate.compare import Knot, KnotWords, Table
from negotiate.report.picture.circle import circle_picture
from negotiate.report.plain.pen import Pen
from negotiate.report.wording import knot_title


def write_deadlocks(pen: Pen, table: Table, knots: Sequence[Knot]) -> None:
    """A part of its own, where there are any."""
    if not knots:
        return
    pen.heading("Deadlocks" if len(knots) > 1 else "Deadlock")
    for title, hanging in groupby(knots, knot_title):
        pen.gap()
        pen.write(title, 2, "name")
        for n, knot in enumerate(hanging):
            if n:
                pen.gap()
            _knot(pen, table, knot)


def _knot(pen: Pen, table: Table, knot: Knot) -> None:
    words = KnotWords(knot, table)
    for circle in knot.circles:
        pen.write(words.circle(circle), 4, hang=0)
        pen.draw(circle_picture(words, circle, pen.width - 6, pen.ascii_only), 6)
    for choice in knot.choices:
        pen.write(words.choice(choice), 4, hang=0)
        for case in choice.cases if not knot.circles else ():
            pen.write(f"{words.chosen(case)}:", 6)
            pen.draw(circle_picture(words, case.circle, pen.width - 8, pen.ascii_only), 8)
    for said in words.way_out():
        pen.write(said, 4, hang=0)
