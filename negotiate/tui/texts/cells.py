"""What stands in a cell of the matrix, as paragraphs; the first is the headline that a single line shows."""

from __future__ import annotations

from collections.abc import Iterable

from negotiate.compare import (
    Answer,
    Basis,
    Pair,
    Position,
    Relation,
    Table,
    Verdict,
    demand_words,
    offer_words,
    red_line_words,
)
from negotiate.compare.over_time.status import closed
from negotiate.compare.since import stands_since
from negotiate.tui.spans import Line, Para, Span, para
from negotiate.tui.texts.lit import CHANGED, Lit
from negotiate.tui.texts.signs import Sign, answer_spans, between_spans, joint_spans, pair_spans, signs
from negotiate.tui.view import BETWEEN

Cell = tuple[Para, ...]


class Cells:
    """Every cell of a table, made when it is looked at and kept; with ``lit``, what changed in it is marked."""

    def __init__(self, table: Table, sign: Sign = signs, lit: Lit | None = None) -> None:
        self.table = table
        self.sign = sign
        self.lit = lit
        self._known: dict[tuple[str, str, Pair | None], Cell] = {}

    def cell(self, issue: str, column: str, pair: Pair | None) -> Cell:
        key = issue, column, pair if column == BETWEEN else None
        if key not in self._known:
            cell = self._made(issue, column, pair)
            self._known[key] = self.lit.lit(cell, issue, column, pair) if self.lit else cell
        return self._known[key]

    def changed(self, issue: str, columns: Iterable[str], pair: Pair | None) -> Line:
        """The mark of what changed, where the verdict or something in the columns did."""
        return (CHANGED, Span(" ")) if self.lit and self.lit.changed(issue, columns, pair) else ()

    def _made(self, issue: str, column: str, pair: Pair | None) -> Cell:
        if column != BETWEEN:
            return party_cell(self.table, column, issue)
        if pair is None:
            return joint_cell(self.table, issue, self.sign)
        return pair_cell(self.table, issue, pair, self.sign)


# --- a party's position


def party_cell(table: Table, party: str, issue: str) -> Cell:
    """The demand and since when it stands, what else it accepts, what it rules out."""
    position = table.position(party, issue)
    issues = table.negotiation.issues
    lines = [_headline(table, position)]
    if since := stands_since(table, position):
        lines.append(para(Span(f"since {since}", "quiet")))
    accepts = position.accepts if position.demand else position.accepts[1:]
    lines += [para(Span("also accepts ", "quiet"), offer_words(offer, issues), hang=2) for offer in accepts]
    if position.red_line:
        ruled_out = red_line_words(position.red_line, issues)
        lines.append(para(Span("rules out ", "bad"), ruled_out, hang=2))
    return tuple(lines)


def _headline(table: Table, position: Position) -> Para:
    issues = table.negotiation.issues
    if position.unread:
        return para(Span("! ", "alert"), demand_words(position, issues), Span(" (not read)", "alert"), hang=2)
    if position.demand:
        return para(demand_words(position, issues))
    if position.accepts:
        return para(Span("would accept ", "quiet"), offer_words(position.accepts[0], issues), hang=2)
    return para(Span(demand_words(position, issues), "quiet"))


# --- between them


def pair_cell(table: Table, issue: str, pair: Pair, sign: Sign) -> Cell:
    """The verdict, a demand over the other's line, the replies both ways, and where words and terms disagree."""
    if closed(table, issue, pair):
        return _off_the_table(table, issue, pair, sign)
    relation = table.relation(issue, *pair)
    lines = [Para(pair_spans(table, issue, pair, sign), hang=2)]
    lines += [para(Span("! ", "alert"), Span(said, "alert"), indent=2, hang=2) for said in over_line(table, relation)]
    return (*lines, *_replies(table, issue, pair, sign))


def _off_the_table(table: Table, issue: str, pair: Pair | None, sign: Sign) -> Cell:
    """What became of the issue: its terms are between nobody any more."""
    return (Para(between_spans(table, table.negotiation.issues[issue], pair, sign), hang=2),)


def over_line(table: Table, relation: Relation) -> list[str]:
    """Whose demand lies inside the other's red line, although the verdict is no clash."""
    if relation.verdict is Verdict.CLASH:
        return []
    return [f"{table.name(party)}'s demand is over the line" for party in relation.over]


def _replies(table: Table, issue: str, pair: Pair, sign: Sign) -> list[Para]:
    a, b = pair
    answers = [table.answer(issue, b, a), table.answer(issue, a, b)]
    lines: list[Para] = []
    for answer in answers:
        said = _reply(table, answer, sign)
        if said:
            lines.append(Para(said, indent=2, hang=2))
        if answer.basis is not Basis.COUNTER_TEXT and answer.disagrees:
            lines.append(para(Span("! ", "alert"), Span(answer.reading, "alert"), indent=2, hang=2))
    return lines


def _reply(table: Table, answer: Answer, sign: Sign) -> Line:
    """A party's own text in place of a reply stands beside it already, in its column."""
    if answer.basis is Basis.COUNTER_TEXT and not answer.looked_for:
        return ()
    return answer_spans(answer, table.names, sign)


def joint_cell(table: Table, issue: str, sign: Sign) -> Cell:
    """The joint verdict, who stands in the way, and what most would accept."""
    if closed(table, issue, None):
        return _off_the_table(table, issue, None, sign)
    joint = table.joint(issue)
    lines = [Para(joint_spans(joint, sign), hang=2)]
    if joint.hold_outs:
        who = " or ".join(table.name(party) for party in joint.hold_outs)
        lines.append(para(Span("would meet without ", "quiet"), who, indent=2, hang=2))
    if joint.common is not None and joint.common.is_empty and joint.best is not None and len(joint.supporters) > 1:
        best = joint.best.domain.say(joint.best)
        lines.append(
            para(Span(f"{len(joint.supporters)} of {len(joint.known)} accept ", "quiet"), best, indent=2, hang=2)
        )
    return tuple(lines)
