"""Deadlocks on the screen: the circle drawn, each link with its owner and line, and what would open it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from negotiate.compare import Circle, Knot, KnotWords, Table
from negotiate.compare.deadlocks.knot import Link
from negotiate.model import Issue
from negotiate.report.picture.circle import circle_picture
from negotiate.report.select import select_knots
from negotiate.report.wording import capital, knot_title
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, Block, Line, Para, Span, Target, heading, para

_TONES = {"axis": "strong", "gap": "far"}
_FOUND = (
    "What the parties want first goes in a circle here, so that not all of it can be kept. Computed from the demands "
    "of those who must agree, and from what is given for everybody."
)
_NONE = (
    "No deadlock: as far as it is on record, some order keeps all that the parties want first, and no two conditions "
    "on other issues wait for each other."
)


def all_deadlocks(session: Session, width: int, plain: bool) -> list[Block]:
    """Every one of the table; ``width``: cells of a line."""
    assert session.table
    knots = select_knots(session.table, session.table.issues)
    return [Block((para(_FOUND if knots else _NONE),)), *_blocks(session, knots, width, plain)]


def deadlocks_of(session: Session, issue: Issue, width: int, plain: bool) -> list[Block]:
    """Those that an issue is part of."""
    assert session.table
    return list(_blocks(session, select_knots(session.table, [issue]), width, plain))


def _blocks(session: Session, knots: Sequence[Knot], width: int, plain: bool) -> Iterator[Block]:
    assert session.table
    for knot in knots:
        yield heading("Deadlock: ", Span(knot_title(knot), "heading"))
        yield from _knot(session, session.table, knot, width, plain)


def _knot(session: Session, table: Table, knot: Knot, width: int, plain: bool) -> Iterator[Block]:
    words = KnotWords(knot, table)
    for circle in knot.circles:
        yield Block((para(capital(words.circle(circle))), *_drawn(words, circle, width, plain)))
        yield from (_link(session, table, words, link) for link in circle.links)
    for choice in knot.choices:
        yield Block((BLANK, para(words.choice(choice))))
        for case in choice.cases if not knot.circles else ():
            yield Block((para(f"{words.chosen(case)}:", indent=2), *_drawn(words, case.circle, width, plain)))
            yield from (_link(session, table, words, link) for link in case.circle.links)
    if ways := words.way_out():
        yield Block((BLANK, para(Span("What would open it", "strong")), *(para(said, hang=2) for said in ways)))


def _drawn(words: KnotWords, circle: Circle, width: int, plain: bool) -> list[Para]:
    lines = circle_picture(words, circle, width - 4, plain)
    return [
        Para((Span("  "), *(Span(text, _TONES.get(tone, tone)) for text, tone in line)), fixed=True) for line in lines
    ]


def _link(session: Session, table: Table, words: KnotWords, link: Link) -> Block:
    """Who wants it, what, where it is written, and what it rests on."""
    owner = words.owners(link) or "Given for everybody"
    offer = link.wanted[0].offers[0] if link.wanted else None
    place = offer.place if offer else (words.knot.issue.place if words.knot.issue else None)
    right: Line = (Span(session.shown(place), "quiet"),) if place else ()
    wanted = words.link(link) + words.source(link)
    opens = words.knot.issue.id if words.knot.issue else words.knot.nodes[link.bound.step]
    return Block(
        (Para((Span(f"{owner}: ", "accent"), Span(wanted)), 2, 2, right),), Target(place, f"{owner}: {wanted}", opens)
    )
