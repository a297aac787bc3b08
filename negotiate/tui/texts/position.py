"""One party's position on an issue in full: terms, words, salience, sources."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from negotiate.compare import Position, Table, demand_words, offer_words, red_line_words
from negotiate.compare.since import stands_since
from negotiate.model import Entry, Issue, Offer, RedLine
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, Block, Line, Para, Span, para
from negotiate.tui.texts.detail import parts_of, target
from negotiate.tui.texts.sourcing import citation_paras, said_by, sources_of


def position_block(session: Session, issue: Issue, party: str) -> Block:
    """Demand, acceptances, conditions, red line, salience, quotations, sources."""
    assert session.table
    table = session.table
    position = table.position(party, issue.id)
    place = position.place
    right: Line = (Span(session.shown(place), "quiet"),) if place else ()
    name = [Span(table.name(party), "strong")]
    salience = _salience(table, party, issue)
    if salience is not None:
        name.append(Span(f"\u2007\u2007\u2007salience {salience} of 100, the editor's estimate", "quiet"))
    paras = [Para(tuple(name), right=right), *_stated(table, position), BLANK]
    return Block(tuple(paras), target(session, issue, party, None))


def _salience(table: Table, party: str, issue: Issue) -> int | None:
    estimates = table.negotiation.estimates.get(party)
    if estimates is None:
        return None
    return estimates.salience.get(issue.id, estimates.salience.get(issue.family))


def _stated(table: Table, position: Position) -> Iterator[Para]:
    issues = table.negotiation.issues
    if position.unread or not position.offers:
        tone = "alert" if position.unread else "quiet"
        yield para(Span(demand_words(position, issues), tone), indent=2)
        if position.unread:
            yield para(Span(f"not read: {position.unread}", "alert"), indent=2)
    number, since = 1, stands_since(table, position)
    parts = parts_of(position)
    for part, after in zip_longest(parts, parts[1:]):
        yield para(Span(f"{_label(position, part)} ", _label_tone(part)), _part_words(table, part), indent=2, hang=2)
        if since and part is parts[0]:
            yield para(Span(f"since {since}, not renewed in this round", "quiet"), indent=4)
        if after and _support(part) == _support(after):
            continue
        yield from _words(part, set(), indent=4)
        who = said_by(table, part.statement)
        if who:
            yield para(Span(who, "quiet"), indent=4)
        for line in citation_paras(table, sources_of(part), indent=4, first=number):
            yield line
            number += 1
    yield from _beside_terms(table, position)
    for remark in position.remarks:
        yield para(
            Span("remark, not counted: ", "quiet"),
            f"{remark.words or remark.says} ({said_by(table, remark.statement)})",
            indent=2,
            hang=2,
        )


def _words(said: Offer | RedLine | Entry, known: set[str], indent: int) -> Iterator[Para]:
    """Its own words and the note, but for what is ``known`` already."""
    forms = (("“", said.quote, "”"), ("“", said.headline, "” (a headline's words)"), ("Note: ", said.note, ""))
    for before, text, after in forms:
        if text and text not in known:
            yield para(Span(f"{before}{text}{after}", "quiet"), indent=indent)


def _beside_terms(table: Table, position: Position) -> Iterator[Para]:
    """What the entries say that no term holds; of an entry without any term its sources too."""
    parts = parts_of(position)
    known = {text for part in parts for text in (part.quote, part.headline, part.note)}
    known.add(demand_words(position, table.negotiation.issues))
    statements = {part.statement for part in parts}
    for entry in [each for each in position.entries if each.statement in statements] or position.entries[-1:]:
        if entry.says and entry.says not in known:
            yield para(entry.says, indent=4)
        yield from _words(entry, known, indent=4)
        if not parts:
            who = said_by(table, entry.statement)
            if who:
                yield para(Span(who, "quiet"), indent=4)
            yield from citation_paras(table, entry.citations or entry.statement.citations, indent=4)
        known |= {entry.says, entry.quote, entry.headline, entry.note}


def _support(part: Offer | RedLine) -> tuple[object, ...]:
    """What it rests on; parts that rest on the same name it once."""
    return part.quote, part.headline, part.note, part.statement, sources_of(part)


def _label(position: Position, part: Offer | RedLine) -> str:
    if isinstance(part, RedLine):
        return "rules out"
    if part is position.demand:
        return "demands"
    return "also accepts" if position.demand else "would accept"


def _label_tone(part: Offer | RedLine) -> str:
    return "bad" if isinstance(part, RedLine) else "accent"


def _part_words(table: Table, part: Offer | RedLine) -> str:
    issues = table.negotiation.issues
    return red_line_words(part, issues) if isinstance(part, RedLine) else offer_words(part, issues)
