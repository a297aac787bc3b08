"""The verdict on one row: of the pair, of the other pairs, of all who must agree."""

from __future__ import annotations

from itertools import combinations

from negotiate.compare import (
    JOINT_MEANINGS,
    Joint,
    Pair,
    Position,
    Relation,
    Verdict,
    joint_brief,
    verdict_brief,
)
from negotiate.compare.evidence.evidence import verdict_support
from negotiate.compare.over_time.status import closed, closed_word, reopened
from negotiate.model import Event, Issue
from negotiate.report.markdown.blocks import bullets
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.escape import inline
from negotiate.report.wording import capital, closed_brief, closed_words, reopened_words, support_words, without_folder
from negotiate.text.marks import OUTCOMES, VERDICTS

_LONGEST = 120
_TELLING = (
    Verdict.AGREE,
    Verdict.OVERLAP,
    Verdict.CONDITIONAL,
    Verdict.NOT_COMPARABLE,
    Verdict.GAP,
    Verdict.CLASH,
    Verdict.NOT_READ,
)


def verdict_blocks(desk: Desk, row: Issue) -> list[str]:
    blocks = [_pair_verdict(desk, row, desk.pair)] if desk.pair else []
    if others := _other_pairs(desk, row):
        blocks += ["**Other pairs** in which both have stated terms", bullets(others)]
    if all_together := _joint(desk, row):
        blocks.append(all_together)
    return blocks


def marked(relation: Relation, desk: Desk) -> str:
    """ "↔ gap, 165,000 troops apart"; the word alone where the rest would be a long list."""
    brief = verdict_brief(relation, desk.table.names)
    said = relation.verdict.value if len(brief) > _LONGEST else brief
    return f"{VERDICTS[relation.verdict.value].sign} {inline(said)}"


def closed_marked(desk: Desk, event: Event) -> str:
    """ "→ merged into “Mesh of the nets”"."""
    return f"{OUTCOMES[closed_word(event)].sign} {inline(closed_brief(desk.table, event))}"


def _pair_verdict(desk: Desk, row: Issue, pair: Pair) -> str:
    relation = desk.table.relation(row.id, *pair)
    said = [f"**Verdict: {marked(relation, desk)}.** {_reason(desk, row, pair)}"]
    if event := closed(desk.table, row.id, pair):
        off = f"**{closed_marked(desk, event)}.** {inline(closed_words(desk.table, event))} Of the terms as they stand:"
        said = [off, f"{marked(relation, desk)}. {_reason(desk, row, pair)}"]
    if found := reopened(desk.table, row.id, pair):
        said.append(f"**Re-opened** {reopened_words(found)}.")
    if weakest := verdict_support(relation, desk.table.negotiation.sources):
        said.append(f"At its weakest it rests on {support_words(weakest)}.")
    return " ".join(said)


def _reason(desk: Desk, row: Issue, pair: Pair) -> str:
    sentence = desk.table.reason(row.id, *pair).sentence
    return inline(without_folder(sentence, desk.table.negotiation.folder))


def _other_pairs(desk: Desk, row: Issue) -> list[str]:
    lines = []
    speaking = [party for party in desk.parties if _speaks(desk.table.position(party, row.id))]
    for a, b in combinations(speaking, 2):
        relation = desk.table.relation(row.id, a, b)
        if (a, b) != desk.pair and relation.verdict in _TELLING:
            between = f"{desk.name(a)} and {desk.name(b)}"
            lines.append(f"{between}: {marked(relation, desk)}. {_reason(desk, row, (a, b))}")
    return lines


def _speaks(position: Position) -> bool:
    """Whether a verdict with another can say more than that it has stated nothing."""
    return bool(position.has_terms or position.red_line or position.unread)


def _joint(desk: Desk, row: Issue) -> str:
    """Said only where it is more than the verdict of two."""
    joint = desk.table.joint(row.id)
    if len(joint.known) < 3:
        return ""
    brief = f"{VERDICTS[joint.verdict.value].sign} {inline(joint_brief(joint))}"
    said = [f"**All who must agree: {brief}.**", capital(JOINT_MEANINGS[joint.verdict]) + "."]
    return " ".join([*said, *_joint_details(desk, joint)])


def _joint_details(desk: Desk, joint: Joint) -> list[str]:
    said = []
    if joint.hold_outs:
        verb = "keeps" if len(joint.hold_outs) == 1 else "each keep"
        said.append(f"{desk.names(joint.hold_outs)} alone {verb} the others from common ground.")
    if joint.conflict and len(joint.conflict) < len(joint.known):
        said.append(f"A smallest group without common ground: {desk.names(joint.conflict)}.")
    if joint.conflict and joint.best is not None and len(joint.supporters) > 1:
        outcome = inline(joint.best.domain.say(joint.best))
        said.append(f"Acceptable to most of them ({desk.names(joint.supporters)}): {outcome}.")
    return said
