"""Verdicts and replies as toned spans: sign, word, tone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from negotiate.compare import (
    Answer,
    Basis,
    Joint,
    Pair,
    Relation,
    Table,
    joint_brief,
    reply_brief,
    verdict_brief,
)
from negotiate.compare.over_time.status import Status, closed, closed_word, reopened
from negotiate.model import Issue, Reply, Response
from negotiate.report.wording import closed_brief
from negotiate.text.marks import OUTCOMES, REPLIES, STATUSES, VERDICTS, Mark
from negotiate.tui.spans import FIXED, Line, Span

REOPENED = Status.REOPENED.value
Sign = Callable[[Mark], str]
"""How marks are shown: their sign, or the ASCII form."""


def signs(mark: Mark) -> str:
    return mark.sign


def ascii_signs(mark: Mark) -> str:
    return mark.ascii


def verdict_sign(word: str, sign: Sign) -> Span:
    mark = VERDICTS[word]
    return Span(sign(mark), mark.tone)


def verdict_spans(word: str, brief: str, sign: Sign) -> Line:
    """ "↔ gap, 2 steps apart": the sign and the word in the verdict's tone."""
    mark = OUTCOMES[word]
    rest = brief.removeprefix(word)
    return Span(f"{sign(mark)} {word}", mark.tone), Span(rest)


def reply_sign(reply: Reply, sign: Sign) -> Span:
    mark = REPLIES[reply.value]
    return Span(sign(mark), mark.tone)


def relation_spans(table: Table, relation: Relation, sign: Sign) -> Line:
    return verdict_spans(relation.verdict.value, verdict_brief(relation, table.names), sign)


def pair_spans(table: Table, issue: str, pair: Pair, sign: Sign) -> Line:
    """The same, and right behind the word that it was re-opened, so that it is not the first to be cut off."""
    word, rest = relation_spans(table, table.relation(issue, *pair), sign)
    if reopened(table, issue, pair) is None:
        return word, rest
    mark = STATUSES[REOPENED]
    return word, Span(", "), Span(f"{sign(mark)} {REOPENED}", mark.tone), rest


def joint_spans(joint: Joint, sign: Sign) -> Line:
    return verdict_spans(joint.verdict.value, joint_brief(joint), sign)


def between_spans(table: Table, issue: Issue, pair: Pair | None, sign: Sign) -> Line:
    """The verdict for the pair, or for all together; of an issue that is off the table what became of it."""
    if event := closed(table, issue.id, pair):
        return verdict_spans(closed_word(event), closed_brief(table, event), sign)
    if pair:
        return pair_spans(table, issue.id, pair, sign)
    return joint_spans(table.joint(issue.id), sign)


def between_brief(table: Table, issue: str, pair: Pair | None) -> str:
    """The same in words alone."""
    if event := closed(table, issue, pair):
        return closed_brief(table, event)
    return verdict_brief(table.relation(issue, *pair), table.names) if pair else joint_brief(table.joint(issue))


def answer_spans(answer: Answer, names: Mapping[str, str], sign: Sign) -> Line:
    """ "✗ Ukraine rejects, 4 Jun"; nothing where nobody looked for a reply."""
    said = reply_brief(answer, names)
    if not said:
        return ()
    if answer.basis is Basis.STATED and answer.reply:
        words, comma, day = said.partition(", ")
        return reply_sign(answer.reply, sign), Span(f" {words}{comma}{day.replace(' ', FIXED)}")
    return (Span(said, "quiet"),)


def response_day(response: Response) -> str:
    return str(response.when) if response.when else "no date"
