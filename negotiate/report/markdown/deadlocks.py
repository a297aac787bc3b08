"""Deadlocks in the document: each link with its owner, source and line, a diagram, and what would open it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from negotiate.compare import Case, Choice, Knot, KnotWords, Link, Precondition
from negotiate.compare.deadlocks.knot_words import follows
from negotiate.report.markdown.blocks import bullets, heading, nested
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.escape import bold, inline
from negotiate.report.markdown.mermaid import Arrow, flowchart
from negotiate.report.select import select_knots
from negotiate.report.wording import ended, knot_title, listed, relative

_INTRO = (
    "What parties want first goes in a circle here, so that not all of it can be kept. The circles are computed from"
    " the demands of those who must agree and from what is given for everybody. Dropping what is named below would"
    " open them; whether anybody should is not for this document to say."
)


def deadlocks_blocks(desk: Desk) -> list[str]:
    """A section, where there are any."""
    knots = select_knots(desk.table, desk.rows, desk.parties)
    if not knots:
        return []
    blocks = [heading(2, "Deadlocks"), _INTRO]
    for title, hanging in groupby(knots, knot_title):
        first, *rest = hanging
        note = first.issue.note if first.issue else ""
        blocks += [heading(3, inline(title)), f"Note: {ended(inline(note))}" if note else ""]
        blocks += [block for knot in (first, *rest) for block in _knot(desk, knot)]
    return blocks


def _knot(desk: Desk, knot: Knot) -> list[str]:
    words, blocks = KnotWords(knot, desk.table), list[str]()
    for circle in knot.circles:
        blocks += [inline(words.circle(circle)), bullets(_link(desk, words, link) for link in circle.links)]
    for choice in knot.choices:
        blocks += _choice(desk, words, choice)
    return [*blocks, flowchart(_arrows(words, knot)), "**What would open it**", bullets(map(inline, words.way_out()))]


def _link(desk: Desk, words: KnotWords, link: Link) -> str:
    """ "**Ukraine**: ceasefire before peace talks[^ua-framework] (parties/ukraine.yaml:92)." """
    said = words.link(link)
    if not link.wanted:
        return f"Given for everybody: {inline(said)}."
    owners = "; ".join(
        f"{bold(desk.table.name(each.party))}: {_said(desk, said, each, words.source_of(each, link))}"
        for each in link.wanted
    )
    return " ".join([f"{owners}.", *_also(desk, words, link)])


def _also(desk: Desk, words: KnotWords, link: Link) -> Iterator[str]:
    """Who else wants it; those for whom it follows from the same words together."""
    by_source = dict[str, list[str]]()
    for each in link.also:
        if each.party in desk.parties:
            by_source.setdefault(words.source_of(each, link), []).append(desk.name(each.party))
    for source, names in by_source.items():
        yield f"Wanted by {listed(dict.fromkeys(names))} {inline(f'too{source}')}."


def _said(desk: Desk, said: str, precondition: Precondition, source: str = "") -> str:
    place = precondition.place
    where = inline(f"{relative(place.file, desk.table.negotiation.folder)}:{place.line}")
    return f"{inline(said + source)}{desk.mark(precondition.citations)} ({where})"


def _choice(desk: Desk, words: KnotWords, choice: Choice) -> list[str]:
    """Each way of it with what stands against it."""
    cases = bullets(
        nested(
            f"{_chosen(desk, case)}, {'but' if words.rest(case) else 'which go in a circle.'}",
            [_link(desk, words, link) for link in words.rest(case)],
        )
        for case in choice.cases
    )
    more = "And so in all other combinations." if choice.more else ""
    return [f"{inline(words.leaves(choice))}:", cases, more]


def _chosen(desk: Desk, case: Case) -> str:
    return " with ".join(
        f"{bold(desk.table.name(each.party))}: {_said(desk, each.words[way], each, follows([each.follows_from[way]]))}"
        for each, way in case.chosen
    )


def _arrows(words: KnotWords, knot: Knot) -> Iterator[Arrow]:
    for circle in knot.circles:
        yield from (_arrow(words, link) for link in circle.links)
    for choice in knot.choices:
        for case in choice.cases:
            rest = words.rest(case)
            yield from (_arrow(words, link, link not in rest) for link in case.circle.links)


def _arrow(words: KnotWords, link: Link, dotted: bool = False) -> Arrow:
    start, end = words.node(link.bound.step), words.node(link.bound.other)
    owner = words.owners(link) or "given for everybody"
    return Arrow(start, end, f"{owner}: {words.joint(link)}", dotted)
