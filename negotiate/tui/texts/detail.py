"""What the pane below the matrix says of the cell under the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from negotiate.compare import (
    JOINT_MEANINGS,
    NO_REPLY,
    NOTHING_RECORDED,
    Answer,
    Joint,
    Pair,
    Position,
    Table,
    demand_words,
    offer_words,
    red_line_words,
    silence_clause,
    whose,
)
from negotiate.compare.over_time.status import closed, reopened
from negotiate.model import Citation, Issue, Offer, Place, RedLine, Stance
from negotiate.report.wording import closed_words, reopened_words
from negotiate.tui.session import Session
from negotiate.tui.spans import Para, Span, Target, para, plain
from negotiate.tui.texts.sourcing import citation_words, said_by, short_citation, sources_of
from negotiate.tui.view import BETWEEN


def detail(session: Session, issue: Issue, column: str, pair: Pair | None) -> list[Para]:
    """The reason of a verdict, or a position in full words; then its sources and places."""
    assert session.table
    if column != BETWEEN:
        return _party(session, session.table.position(column, issue.id))
    table = session.table
    if event := closed(table, issue.id, pair):
        resting = _resting_on(session, dict.fromkeys(event.citations, event.place), (event.place,))
        return [para(closed_words(table, event)), *resting]
    if pair is None:
        return [para(joint_sentence(table, table.joint(issue.id)))]
    reason = table.reason(issue.id, *pair)
    a, b = pair
    answers = [table.answer(issue.id, b, a), table.answer(issue.id, a, b)]
    parts = [part for party in pair for part in parts_of(table.position(party, issue.id))]
    replies = [answer.response for answer in answers if answer.response]
    cited = _cited(parts) | {citation: each.place for each in replies for citation in each.citations}
    again = Span(_reopened_sentence(table, issue, pair), "bad")
    said = [para(reason.sentence, again, *(reply_sentence(table, answer) for answer in answers))]
    return [*_asked(issue), *said, *_resting_on(session, cited, reason.places)]


def between_sentence(table: Table, issue: Issue, pair: Pair | None) -> str:
    """Why the verdict is what it is, or what became of an issue that is off the table."""
    if event := closed(table, issue.id, pair):
        return closed_words(table, event)
    if pair is None:
        return joint_sentence(table, table.joint(issue.id))
    return table.reason(issue.id, *pair).sentence + _reopened_sentence(table, issue, pair)


def _reopened_sentence(table: Table, issue: Issue, pair: Pair) -> str:
    """ " Re-opened on 8 September 2031, before that met."; nothing where it was not."""
    found = reopened(table, issue.id, pair)
    return f" Re-opened {reopened_words(found)}." if found else ""


def _asked(issue: Issue) -> list[Para]:
    """What is asked, where the answer alone would say nothing."""
    return [para(Span(issue.question, "quiet"))] if issue.kind == "yes-no" and issue.question else []


def reply_sentence(table: Table, answer: Answer) -> Span:
    """ "Ukraine rejects (Volodymyr Zelensky, 4 June 2025): confirmed clash."; nothing where nothing was said."""
    response = answer.response
    if response is None:
        return Span(f" {table.name(answer.party)}: {NO_REPLY}." if answer.looked_for else "")
    who = ", ".join(str(each) for each in (response.by, response.when) if each)
    by = f" ({who})" if who else ""
    if answer.is_of_earlier_demand:
        return Span(f" {table.name(answer.party)} on an earlier demand: {response.says.value}{by}.")
    return Span(f" {table.name(answer.party)} {response.says.value}{by}: {answer.reading}.")


def _cited(parts: Sequence[Offer | RedLine]) -> dict[Citation, Place | None]:
    """Every source of the parts with the place of the first part that rests on it."""
    cited: dict[Citation, Place | None] = {}
    for part in parts:
        for citation in sources_of(part):
            cited.setdefault(citation, part.place)
    return cited


def _resting_on(session: Session, cited: Mapping[Citation, Place | None], places: Sequence[Place] = ()) -> list[Para]:
    """A line for each source, beside it where in the files it is used; then places without a source."""
    assert session.table
    shown = {citation: session.shown(place) if place else "" for citation, place in cited.items()}
    widest = max(map(len, shown.values()), default=0)
    lines = [
        short_citation(session.table, citation, number, where.ljust(widest))
        for number, (citation, where) in enumerate(shown.items(), 1)
    ]
    rest = dict.fromkeys(session.shown(place) for place in places)
    return [*lines, *(para(Span(where, "quiet")) for where in rest if where not in shown.values())]


def joint_sentence(table: Table, joint: Joint) -> str:
    """Why the joint verdict is what it is."""
    said = [f"{_listed(table, joint.all)}: {JOINT_MEANINGS[joint.verdict]}." if joint.all else ""]
    if joint.common is not None and not joint.common.is_empty:
        said.append(f"All of {_listed(table, joint.known)} accept {joint.common.domain.say(joint.common)}.")
    elif joint.conflict and len(joint.known) > 2:
        said.append(f"{_listed(table, joint.conflict)} have no outcome in common.")
    if joint.hold_outs:
        who = " or ".join(table.name(party) for party in joint.hold_outs)
        said.append(f"Without {who} the others would meet.")
    elif joint.best is not None and joint.common is not None and joint.common.is_empty:
        said.append(_best(table, joint))
    said.append(_without_terms(table, joint))
    return " ".join(filter(None, said))


def _without_terms(table: Table, joint: Joint) -> str:
    """Of each party that has no terms of its own to compare, why: not disclosed, left to the others, not recorded."""
    must = [table.position(party.id, joint.issue.id) for party in table.parties if party.must_agree]
    found = [each for each in must if each.party not in joint.known or each.stance is Stance.INDIFFERENT]
    blank = [table.name(each.party) for each in found if each.is_blank and not each.lapsed]
    clauses = [_why_not(table, each) for each in found if not each.is_blank or each.lapsed]
    if blank:
        clauses.append(f"{NOTHING_RECORDED}{' or '.join(blank)}")
    return f"{_capital('; '.join(clauses))}." if clauses else ""


def _why_not(table: Table, position: Position) -> str:
    name = table.name(position.party)
    if position.unread:
        return f"{whose(name)} position could not be read"
    if position.offers:
        return f"what {name} says cannot be computed"
    return silence_clause(position, name, table.negotiation.issues)


def _best(table: Table, joint: Joint) -> str:
    if joint.best is None or len(joint.supporters) < 2:
        return ""
    return f"Most would accept {joint.best.domain.say(joint.best)}: {_listed(table, joint.supporters)}."


def _listed(table: Table, parties: Sequence[str]) -> str:
    *first, last = [table.name(party) for party in parties]
    return f"{', '.join(first)} and {last}" if first else last


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


# --- a party's position


def _party(session: Session, position: Position) -> list[Para]:
    assert session.table
    table = session.table
    parts = parts_of(position)
    asked = _asked(table.negotiation.issues[position.issue])
    lines = [*asked, Para(tuple(_sentence(table, position)))]
    quote = next((part.quote for part in parts if part.quote), "")
    if quote:
        lines.append(para(Span(f"“{quote}”", "quiet")))
    cited = _cited(parts)
    if not parts and position.entries:
        entry = position.entries[-1]
        cited = dict.fromkeys(entry.citations or entry.statement.citations, entry.place)
    places = (position.place,) if position.place else ()
    return [*lines, *_resting_on(session, cited, places)]


def parts_of(position: Position) -> list[Offer | RedLine]:
    """Everything it says, in order: demand, acceptances, red line."""
    return [*position.offers, *([position.red_line] if position.red_line else [])]


def _sentence(table: Table, position: Position) -> Iterable[Span]:
    name, issues = table.name(position.party), table.negotiation.issues
    if position.unread:
        yield Span(f"{name}: ", "strong")
        yield Span(f"{demand_words(position, issues)}. Not read: {position.unread}.")
        return
    if not position.offers:
        yield Span(_capital(silence_clause(position, name)) + ".")
        return
    yield Span(f"{name} ", "strong")
    if position.demand:
        yield Span(f"demands {offer_words(position.demand, issues)}")
    others = position.accepts
    for n, offer in enumerate(others):
        joiner = (
            ("; would also accept " if n == 0 else " or ")
            if position.demand
            else ("would accept " if n == 0 else " or ")
        )
        yield Span(joiner + offer_words(offer, issues))
    yield Span(".")
    if position.red_line:
        yield Span(f" It rules out {red_line_words(position.red_line, issues)}.")
    yield Span(f" {_capital(said_by(table, position.offers[0].statement))}.", "quiet")


# --- for the clipboard and the editor


def target(session: Session, issue: Issue, column: str, pair: Pair | None) -> Target:
    """The place to edit and the text to copy of a cell."""
    assert session.table
    table = session.table
    if column == BETWEEN:
        return _between_target(session, issue, pair)
    position = table.position(column, issue.id)
    said = plain(tuple(_sentence(table, position)))
    citations = dict.fromkeys(each for part in parts_of(position) for each in sources_of(part))
    return Target(position.place or issue.place, _copied(table, issue, said, tuple(citations)), issue.id)


def _between_target(session: Session, issue: Issue, pair: Pair | None) -> Target:
    assert session.table
    table = session.table
    sentence = between_sentence(table, issue, pair)
    if event := closed(table, issue.id, pair):
        return Target(event.place, _copied(table, issue, sentence, event.citations), issue.id)
    if pair is None:
        return Target(issue.place, _copied(table, issue, sentence, ()), issue.id)
    reason = table.reason(issue.id, *pair)
    said = f"{table.relation(issue.id, *pair).verdict.value}. {reason.sentence}"
    place = reason.places[0] if reason.places else issue.place
    return Target(place, _copied(table, issue, said, reason.citations), issue.id)


def _copied(table: Table, issue: Issue, said: str, citations: Sequence[Citation]) -> str:
    """The cell with its sources, as one would paste it into a paper."""
    lines = [f"{issue.title}: {said}"]
    for number, each in enumerate(citations, 1):
        source = table.negotiation.sources.get(each.source)
        words, grade = citation_words(table, each)
        url = f" {source.url}" if source and source.url else ""
        lines.append(f"[{number}] {words}{f', grade {grade}' if grade else ''}{url}")
    return "\n".join(lines)
