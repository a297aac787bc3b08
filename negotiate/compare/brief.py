"""Verdicts and replies in a few words, for cells and headings."""

from __future__ import annotations

from collections.abc import Mapping

from negotiate.compare.answers import Answer, Basis
from negotiate.compare.joint import Joint, JointVerdict
from negotiate.compare.reasons.gaps import apart_words, common_unit
from negotiate.compare.reasons.relation_words import as_common_limit
from negotiate.compare.reasons.saying import whose
from negotiate.compare.relation import Relation
from negotiate.compare.verdict import Grade, Verdict
from negotiate.model import Response, Stance, short_date
from negotiate.terms import NO_NUMBER, Distance, Line, Options, Scale


def verdict_brief(relation: Relation, names: Mapping[str, str]) -> str:
    """ "gap, 165,000 troops" · "clash (Ukraine's line)" · "overlap: 60 to 100 days" · "one-sided"."""
    word = relation.verdict.value
    if relation.verdict is Verdict.CLASH:
        return f"{word} ({_whose_line(relation, names)})"
    if relation.verdict is Verdict.GAP:
        return f"{word}, {how_far(relation)}"
    if relation.verdict is Verdict.ONE_SIDED:
        return f"{word} ({_who_has_stated(relation, names)})"
    if relation.verdict is Verdict.AGREE:
        return f"{word}: {_demanded_words(relation)}"
    if relation.common is not None and relation.verdict is not Verdict.NOT_COMPARABLE:
        return f"{word}: {common_words(relation)}"
    return word


def common_words(relation: Relation) -> str:
    """The common ground in words."""
    assert relation.zones and relation.common is not None
    a, b = relation.zones
    return as_common_limit(relation, a.domain.say(relation.common, common_unit(a, b)))


def _demanded_words(relation: Relation) -> str:
    """What two that agree both demand; they may both accept more."""
    assert relation.zones
    a, b = relation.zones
    return as_common_limit(relation, a.domain.say(a.target, common_unit(a, b)))


def how_far(relation: Relation) -> str:
    """The distance in words: "2 steps apart", "165,000 troops", "no number closes it", "opposed"."""
    assert relation.zones
    a, b = relation.zones
    if relation.distance is None:
        return "conditions exclude each other" if relation.excluded else "opposed"
    if relation.distance == NO_NUMBER:
        return "no number closes it"
    if relation.distance == 0 and isinstance(a.domain, Line):
        return "touching"
    return apart_words(a.domain, relation.distance, common_unit(a, b))


def nearer_words(before: Relation, nearer_by: Distance | None) -> str:
    """By how much somebody moved, where that is a length: "100 tonnes nearer", "2 steps further away", or ""."""
    if not nearer_by or not before.zones or not isinstance(before.issue.domain, Line | Scale):
        return ""
    said = before.issue.domain.say_distance(max(nearer_by, -nearer_by), common_unit(*before.zones))
    return f"{said} {'nearer' if nearer_by > 0 else 'further away'}"


def _whose_line(relation: Relation, names: Mapping[str, str]) -> str:
    if relation.grade is Grade.NO_ROOM:
        return "no outcome left"
    refusing = [zones.position.party for zones in relation.zones or () if zones.refuses]
    if refusing:
        return f"{' and '.join(names[party] for party in refusing)} accept{'s' if len(refusing) == 1 else ''} nothing"
    return " and ".join(f"{whose(names[party])} line" for party in relation.crossed)


def _who_has_stated(relation: Relation, names: Mapping[str, str]) -> str:
    computed = relation.issue.domain is not None
    stated = [each.party for each in relation.positions if (each.has_terms if computed else each.says_something)]
    if len(stated) == 1:
        leaves = any(each.party == stated[0] and each.stance is Stance.INDIFFERENT for each in relation.positions)
        return f"{names[stated[0]]} leaves it to the others" if leaves else f"only {names[stated[0]]}"
    return "value not named" if not isinstance(relation.issue.domain, Options) else "not named"


def joint_brief(joint: Joint) -> str:
    """ "joint overlap: 60 to 100 days" · "split" · "too few known (1 of 2)"."""
    word = joint.verdict.value
    if joint.verdict in (JointVerdict.OVERLAP, JointVerdict.UNANIMOUS) and joint.common is not None:
        return f"{word}: {joint.common.domain.say(joint.common)}"
    if len(joint.known) < len(joint.all):
        return f"{word} ({len(joint.known)} of {len(joint.all)} known)"
    return word


def reply_brief(answer: Answer, names: Mapping[str, str]) -> str:
    """ "Ukraine rejects, 4 Jun" · "Ukraine: own text instead of a reply" · "" where nobody looked."""
    name = names[answer.party]
    if answer.response and answer.is_of_earlier_demand:
        day = f", {short_date(answer.response.when.start)}" if answer.response.when else ""
        return f"{name} on an earlier demand: {answer.response.says.value}{day}"
    if answer.response:
        return response_brief(answer.response, names)
    if answer.basis is Basis.COUNTER_TEXT:
        return f"{name} answers by its own text"
    return f"{name}: no reply found" if answer.looked_for else ""


def response_brief(response: Response, names: Mapping[str, str]) -> str:
    """ "Ukraine rejects as ultimatum, 4 Jun"."""
    said = f"{names[response.party]}: no answer" if response.says.value == "no answer" else ""
    said = said or f"{names[response.party]} {response.says.value}"
    return f"{said}, {short_date(response.when.start)}" if response.when else said
