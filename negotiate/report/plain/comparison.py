"""The comparison in plain text, for pipes and for those who listen: no boxes, every sign beside its word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from negotiate.compare import (
    Answer,
    Pair,
    Position,
    Table,
    demand_words,
    joint_brief,
    offer_words,
    red_line_words,
    reply_brief,
    response_brief,
    verdict_brief,
)
from negotiate.compare.evidence.evidence import verdict_support
from negotiate.compare.over_time.status import closed, closed_word, outcomes, reopened
from negotiate.compare.since import stands_since
from negotiate.model import Issue, Paper, Round, Source, show_date
from negotiate.report.counting import counted
from negotiate.report.plain.deadlocks import write_deadlocks
from negotiate.report.plain.pen import Pen
from negotiate.report.select import select_knots
from negotiate.report.wording import capital, closed_brief, closed_words, ended, listed, reopened_words, support_words
from negotiate.text.clean import one_line
from negotiate.text.marks import OUTCOMES, VERDICTS

__all__ = ["comparison", "issue_list"]


def comparison(
    table: Table,
    issues: Sequence[Issue],
    parties: Sequence[str],
    width: int = 80,
    *,
    ascii_only: bool = False,
    colour: bool = False,
) -> str:
    """The parties side by side, issue by issue: what each demands, the verdict, why, and the replies."""
    pen = Pen(width, ascii_only, colour)
    head(pen, table)
    counts(pen, table, issues, parties)
    _whole_papers(pen, table, parties)
    group = ""
    for issue in issues:
        if issue.group != group and issue.group:
            pen.heading(issue.group)
        group = issue.group
        pen.gap()
        pen.write(f"{issue.title}  [{issue.id}]", tone="name")
        _issue(pen, table, issue.id, parties)
    write_deadlocks(pen, table, select_knots(table, issues, parties))
    return pen.text()


def issue_list(
    table: Table,
    issues: Sequence[Issue],
    width: int = 80,
    *,
    ascii_only: bool = False,
    colour: bool = False,
) -> str:
    """The issues, one a line, each with the name to ask for and the verdict of the opening pair."""
    pen = Pen(width, ascii_only, colour)
    head(pen, table)
    counts(pen, table, issues, table.pair)
    pen.gap()
    for issue in issues:
        pen.write(f"{issue.id}: {issue.title}", hang=4)
        if table.pair[0] != table.pair[1]:
            _outcome(pen, table, issue.id, table.pair, 4)
    write_deadlocks(pen, table, select_knots(table, issues))
    return pen.text()


# --- what stands above


def head(pen: Pen, table: Table) -> None:
    """The title, and what counts."""
    negotiation = table.negotiation
    pen.write(negotiation.title or negotiation.folder, tone="title")
    if negotiation.fictional:
        pen.write("Fictional: invented for teaching.", tone="quiet")
    pen.write(as_of_words(table), tone="quiet")


def as_of_words(table: Table) -> str:
    """ "As of the round june-2025 (2 June 2025), all that was said up to 30 June 2025"."""
    day = show_date(table.as_of.day.isoformat()) if table.as_of.day else ""
    if isinstance(table.as_of.round, Round):
        up_to = f", all that was said up to {day}" if day else ", and all that was said later"
        return f"As of the round {table.as_of.round.id} ({table.as_of.round.when}){up_to}."
    return f"As of {day}." if day else "Everything on record."


def counts(pen: Pen, table: Table, issues: Sequence[Issue], parties: Sequence[str]) -> None:
    """How often each verdict stands between the first two parties; they add up."""
    if len(parties) < 2 or parties[0] == parties[1]:
        pen.write(counted(len(issues), "issue") + ".")
        return
    found = outcomes(table, issues, (parties[0], parties[1]))
    said = [f"{found[word]} {word}" for word in OUTCOMES if found[word]]
    who = listed(table.name(party) for party in parties[:2])
    pen.write(f"{who}, {counted(len(issues), 'issue')}: {', '.join(said) or 'none'}.")


def _whole_papers(pen: Pen, table: Table, parties: Sequence[str]) -> None:
    """Replies to a whole paper: said once, not on each issue."""
    papers: dict[str, Source | Paper] = {**table.negotiation.sources, **table.negotiation.papers}
    for by, to in permutations(parties, 2):
        for response in table.document_responses(by, to):
            paper = papers.get(response.document)
            title = (paper.title if paper else "") or response.document or table.name(to)
            pen.write(f"{response_brief(response, table.names)}, of the whole of “{title}”.")


# --- one issue


def _issue(pen: Pen, table: Table, issue: str, parties: Sequence[str]) -> None:
    for party in parties:
        pen.write(f"{table.name(party)}: {position_words(table, table.position(party, issue))}", 2)
    pairs = [(a, b) for n, a in enumerate(parties) for b in parties[n + 1 :] if a != b]
    if len(pairs) == 1:
        _outcome(pen, table, issue, pairs[0], 2)
        if event := closed(table, issue, pairs[0]):
            pen.write(closed_words(table, event), 4, hang=0)
            return
        pen.write(table.reason(issue, *pairs[0]).sentence, 4, hang=0)
        _replies(pen, table, issue, pairs[0])
        return
    for pair in pairs:
        _outcome(pen, table, issue, pair, 2, named=True)
    if pairs:
        write_joint(pen, table, issue, 2)


def position_words(table: Table, position: Position) -> str:
    """The demand and since when it stands, and in a clause each what else is accepted and what is ruled out."""
    issues, since = table.negotiation.issues, stands_since(table, position)
    standing = f", since {since}" if since else ""
    said = [("not read: " if position.unread else "") + _demand(table, position) + standing * bool(position.demand)]
    if position.accepts:
        first, *others = (offer_words(offer, issues) for offer in position.accepts)
        taken = "; ".join([first + standing * (not position.demand), *others])
        said.append(f"would also accept {taken}" if position.demand else f"would accept {taken}")
    if position.red_line:
        said.append(f"rules out {red_line_words(position.red_line, issues)}")
    first, *rest = map(ended, said)
    return " ".join([first, *map(capital, rest)])


def _demand(table: Table, position: Position) -> str:
    if position.unread and not position.entries:
        return position.unread
    return demand_words(position, table.negotiation.issues)


def _verdict(pen: Pen, table: Table, issue: str, pair: Pair, indent: int, named: bool = False) -> None:
    relation = table.relation(issue, *pair)
    word = relation.verdict.value
    flag = ", re-opened" if reopened(table, issue, pair) else ""
    said = f"{pen.verdict_sign(word)} {_named(table, pair, named)}{verdict_brief(relation, table.names)}{flag}"
    pen.write(said, indent, VERDICTS[word].tone)


def _outcome(pen: Pen, table: Table, issue: str, pair: Pair, indent: int, named: bool = False) -> None:
    """The verdict, or what became of an issue that is off the table."""
    if event := closed(table, issue, pair):
        word = closed_word(event)
        said = f"{pen.verdict_sign(word)} {_named(table, pair, named)}{closed_brief(table, event)}"
        pen.write(said, indent, OUTCOMES[word].tone)
    else:
        _verdict(pen, table, issue, pair, indent, named)


def _named(table: Table, pair: Pair, named: bool) -> str:
    return f"{listed(table.name(party) for party in pair)}: " if named else ""


def write_verdict(pen: Pen, table: Table, issue: str, pair: Pair, indent: int = 2) -> None:
    """The verdict on two parties, who they are, and why; of an issue off the table that of the terms as they stand."""
    if event := closed(table, issue, pair):
        _outcome(pen, table, issue, pair, indent, named=True)
        pen.write(f"{closed_words(table, event)} Of the terms as they stand:", indent + 2, hang=0)
    _verdict(pen, table, issue, pair, indent, named=True)
    pen.write(table.reason(issue, *pair).sentence, indent + 2, hang=0)
    if found := reopened(table, issue, pair):
        pen.write(f"Re-opened {reopened_words(found)}.", indent + 2, "bad", hang=0)
    if weakest := verdict_support(table.relation(issue, *pair), table.negotiation.sources):
        pen.write(f"At its weakest it rests on {support_words(weakest)}.", indent + 2, "quiet", hang=0)


def write_joint(pen: Pen, table: Table, issue: str, indent: int = 2) -> None:
    """The verdict on all who must agree, and who stands in the way."""
    joint = table.joint(issue)
    word = joint.verdict.value
    said = f"{pen.verdict_sign(word)} All who must agree: {joint_brief(joint)}"
    pen.write(said, indent, VERDICTS[word].tone)
    if joint.hold_outs:
        names = listed((table.name(party) for party in joint.hold_outs), "or")
        pen.write(f"Without {names}, the rest could meet.", indent + 2, hang=0)
    elif len(joint.conflict) > 2:
        names = listed(table.name(party) for party in joint.conflict)
        pen.write(f"The smallest group that cannot meet: {names}.", indent + 2, hang=0)
    if joint.common is not None and joint.common.is_empty and len(joint.supporters) > 1:
        names = listed(table.name(party) for party in joint.supporters)
        assert joint.best is not None
        best = joint.best.domain.say(joint.best)
        pen.write(f"Most support: {best} ({names}).", indent + 2, hang=0)


def _replies(pen: Pen, table: Table, issue: str, pair: Pair) -> None:
    for by, to in (pair, pair[::-1]):
        found = table.answer(issue, by, to)
        brief = reply_brief(found, table.names) if found.response or found.looked_for else ""
        if brief:
            pen.write(f"{brief}{reading_words(found)}", 2)


def reading_words(answer: Answer) -> str:
    """What the reply means beside the terms, where it says more than the reply itself."""
    return f" ({one_line(answer.reading)})" if answer.response else ""
