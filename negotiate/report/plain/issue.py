"""One issue in plain text, in full: question, positions, picture, replies, verdict, events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from negotiate.compare import Position, Table, demand_words, offer_words, red_line_words, tidy
from negotiate.model import GRADES, Citation, Entry, Event, Issue, Offer, RedLine, Response, Statement
from negotiate.report.picture.drawing import picture
from negotiate.report.plain.comparison import head, write_joint, write_verdict
from negotiate.report.plain.deadlocks import write_deadlocks
from negotiate.report.plain.pen import Pen
from negotiate.report.select import select_knots
from negotiate.report.wording import closing, ended, lapsed_words, listed, relative, teller

Told = Offer | RedLine | Entry


def issue_text(
    table: Table,
    issue: Issue,
    width: int = 80,
    *,
    ascii_only: bool = False,
    colour: bool = False,
) -> str:
    """All that is on record about one issue as of the table's day."""
    pen = Pen(width, ascii_only, colour)
    said = [party.id for party in table.parties if _has_word(table, party.id, issue.id)]
    head(pen, table)
    _question(pen, issue)
    _positions(pen, table, issue, said)
    shown = _opening_first(table, said)
    pen.heading("Picture")
    pen.draw(picture(table, issue.id, shown, width - 2, ascii_only))
    _replies(pen, table, issue)
    _verdicts(pen, table, issue, said)
    write_deadlocks(pen, table, select_knots(table, [issue]))
    _events(pen, table, issue)
    return pen.text()


def _has_word(table: Table, party: str, issue: str) -> bool:
    position = table.position(party, issue)
    return bool(position.entries or position.remarks)


def _opening_first(table: Table, said: Sequence[str]) -> list[str]:
    """Those of the opening pair, then all others who have a word on record."""
    return list(dict.fromkeys([*(party for party in table.pair if party), *said]))


def _question(pen: Pen, issue: Issue) -> None:
    pen.gap()
    pen.write(f"{issue.title}  [{issue.id}]", tone="title")
    if issue.question:
        pen.write(issue.question)
    if issue.note:
        pen.write(f"Note: {issue.note}", tone="quiet")
    for name, meaning in issue.meanings.items():
        if meaning:
            pen.write(f"{name}: {meaning}", 2, "quiet")


# --- positions


def _positions(pen: Pen, table: Table, issue: Issue, said: Sequence[str]) -> None:
    pen.heading("Positions")
    for party in said:
        _position(pen, table, issue, table.position(party, issue.id))
    silent = [party for party in table.parties if party.id not in said]
    ended = [party for party in silent if table.position(party.id, issue.id).lapsed]
    never = [party.name for party in silent if party not in ended]
    if ended:
        said = "; ".join(lapsed_words(table, party.id, issue.id) for party in ended)
        pen.write(f"Nothing that still counts: {said}.", 2, "quiet")
    if never:
        pen.write(f"No position recorded: {listed(never)}.", 2, "quiet")


def _position(pen: Pen, table: Table, issue: Issue, position: Position) -> None:
    pen.write(table.name(position.party), 2, "name")
    if position.unread:
        written = demand_words(position) if position.entries else ""
        pen.write(f"Not read: {written} ({position.unread})", 4, "alert")
        _told(pen, table, position.entries[-1:])
        return
    issues = table.negotiation.issues
    if not position.offers and not _is_told_below(position):
        pen.write(demand_words(position, issues), 4)
    for offer in position.offers:
        verb, tone = ("Demands", "demand") if offer is position.demand else ("Would accept", "accept")
        pen.write(f"{verb}: {offer_words(offer, issues)}", 4, tone)
        _told(pen, table, [offer])
    if position.red_line:
        pen.write(f"Rules out: {red_line_words(position.red_line, issues)}", 4, "line")
        _told(pen, table, [position.red_line])
    _words(pen, table, position)
    _salience(pen, table, issue, position.party)


def _is_told_below(position: Position) -> bool:
    """Whether all that it says stands in words, under "In words"."""
    return position.stance is None and not position.red_line and any(entry.says for entry in position.entries)


def _told(pen: Pen, table: Table, parts: Sequence[Told]) -> None:
    """Where, when and in which words it was said."""
    for part in parts:
        pen.write(f"{_origin(table, part.statement)}. {_place(table, part)}", 6, "quiet")
        _quoted(pen, part.quote, part.headline, part.note, 6)
        _cited(pen, table, part.citations, 6)


def _origin(table: Table, statement: Statement) -> str:
    told = f"according to {teller(table, statement.according_to)}" if statement.according_to else ""
    paper = table.negotiation.papers.get(statement.paper)
    joint = f"joint text of {listed(table.name(party) for party in paper.of)}" if paper else ""
    parts = (statement.title, statement.by, str(statement.when), joint, told)
    return "Said: " + ", ".join(part for part in parts if part)


def _place(table: Table, part: Told | Response | Event) -> str:
    return f"{relative(part.place.file, table.negotiation.folder)}:{part.place.line}"


def _quoted(pen: Pen, quote: str, headline: str, note: str, indent: int) -> None:
    if quote:
        pen.write(f"“{quote}”", indent)
    if headline:
        pen.write(f"Headline: “{headline}”", indent)
    if note:
        pen.write(f"Note: {note}", indent, "quiet")


def _cited(pen: Pen, table: Table, citations: Iterable[Citation], indent: int) -> None:
    for citation in citations:
        pen.write(f"Source: {source_words(table, citation)}", indent, "quiet")
        source = table.negotiation.sources.get(citation.source)
        if source and source.url:
            pen.address(source.url, indent + 2)


def source_words(table: Table, citation: Citation) -> str:
    """ "Russian memorandum, TASS, 2 June 2025, I.5; grade A (official text, published in full)"."""
    source = table.negotiation.sources.get(citation.source)
    if source is None:
        return citation.source
    parts = (source.title or source.id, source.publisher, str(source.when or ""), citation.detail)
    said = ", ".join(part for part in parts if part)
    grade = citation.grade or source.grade
    meaning = f"; grade {grade} ({GRADES[grade]})" if grade in GRADES else ""
    return said + meaning


def _words(pen: Pen, table: Table, position: Position) -> None:
    """What cannot be computed: words of statements, and remarks, which are shown and never counted."""
    for entry in position.entries:
        if entry.says:
            pen.write(f"In words: {tidy(entry.says)}", 4)
        if not position.offers and position.red_line is None:
            _told(pen, table, [entry])
    for entry in position.remarks:
        pen.write(f"A remark, not counted: {tidy(entry.words or entry.says)}", 4)
        _told(pen, table, [entry])


def _salience(pen: Pen, table: Table, issue: Issue, party: str) -> None:
    estimates = table.negotiation.estimates.get(party)
    known = estimates.salience if estimates else {}
    salience = known.get(issue.id, known.get(issue.family))
    if salience is not None:
        pen.write(f"Salience: {salience} of 100 (the editor's estimate, no source's)", 4, "quiet")


# --- replies


def _replies(pen: Pen, table: Table, issue: Issue) -> None:
    """All replies on the issue in order of date; after the latest of two parties, what it means."""
    found = [
        (response.when.start.toordinal() if response.when else 0, n, response, to)
        for n, (response, to) in enumerate(_all_replies(table, issue.id))
    ]
    if not found:
        return
    pen.heading("Replies")
    for _, _, response, to in sorted(found, key=lambda each: each[:2]):
        _reply(pen, table, response, to)
        answer = table.answer(issue.id, response.party, to)
        if answer.response is response:
            pen.write(f"Beside the terms: {answer.reading}.", 4)


def _all_replies(table: Table, issue: str) -> list[tuple[Response, str]]:
    ids = [party.id for party in table.parties]
    return [(response, to) for by in ids for to in ids if by != to for response in table.responses(issue, by, to)]


def _reply(pen: Pen, table: Table, response: Response, to: str) -> None:
    when = str(response.when) if response.when else "no date"
    by = f" ({response.by})" if response.by else ""
    told = f", according to {teller(table, response.according_to)}" if response.according_to else ""
    who = f"{table.name(response.party)}{by} to {table.name(to)}"
    pen.write(f"{when}, {who}: {response.says.value}{told}. {_place(table, response)}", 2)
    _quoted(pen, response.quote, response.headline, response.note, 4)
    _cited(pen, table, response.citations, 4)


# --- verdicts and events


def _verdicts(pen: Pen, table: Table, issue: Issue, said: Sequence[str]) -> None:
    """The opening pair first, then every other two who have a word on record, then all together."""
    pairs = [pair for n, pair in enumerate(table.pairs()) if n == 0 or (pair[0] in said and pair[1] in said)]
    if not pairs:
        return
    pen.heading("Verdict")
    for pair in pairs:
        write_verdict(pen, table, issue.id, pair)
    write_joint(pen, table, issue.id)


def _events(pen: Pen, table: Table, issue: Issue) -> None:
    events = [event for event in table.events(issue.id) if event.issues]
    if not events:
        return
    pen.heading("Events")
    for event in events:
        told = f" (according to {teller(table, event.according_to)})" if event.according_to else ""
        disputed = f" Disputed by {teller(table, event.disputed_by)}." if event.disputed_by else ""
        closed = f" {said}" if (said := closing(table, event)) else ""
        what = ended(f"{event.what}{told}")
        pen.write(f"{event.when}: {what}{disputed}{closed} {_place(table, event)}", 2)
        for who, words in event.versions.items():
            pen.write(f"{teller(table, who)}: {words}", 4)
