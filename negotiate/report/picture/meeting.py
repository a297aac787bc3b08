"""Where the parties of a picture meet, or what keeps them apart: what is marked, and its label."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from negotiate.compare import Relation, Verdict, Zones, common_words
from negotiate.compare.reasons.gaps import common_unit
from negotiate.report.picture.parts import Canvas, Spans
from negotiate.terms import NO_NUMBER, AnyRegion, Line
from negotiate.text.clean import one_line


class Meeting(NamedTuple):
    """``region`` is to be marked in ``tone`` (common or gap) and named ``owner``; ``apart`` are the two
    between whom a gap is to be marked."""

    label: str
    tone: str
    owner: str = ""
    region: AnyRegion | None = None
    apart: tuple[Zones, Zones] | None = None

    def lines(self, canvas: Canvas) -> list[Spans]:
        return canvas.said(one_line(self.label), self.tone) if self.label else []


NO_MEETING = Meeting("", "")


def meeting(canvas: Canvas) -> Meeting:
    """What all who are drawn have in common, or what keeps them apart."""
    if len(canvas.seats) == 2:
        first, second = canvas.seats
        return _of_two(canvas, canvas.table.relation(canvas.issue.id, first.party, second.party))
    stated = [(seat.party, zone) for seat, zone in canvas.drawn if seat.position.has_terms]
    if len(stated) == 2:
        return _of_two(canvas, canvas.table.relation(canvas.issue.id, stated[0][0], stated[1][0]))
    return _of_many(canvas, stated) if len(stated) > 1 else NO_MEETING


def _of_two(canvas: Canvas, relation: Relation) -> Meeting:
    verdict = relation.verdict
    if verdict.meets:
        return Meeting(f"common ground: {common_words(relation)}", "common", "both", relation.common)
    if verdict is Verdict.CONDITIONAL:
        label = f"common ground, on conditions: {common_words(relation)}"
        return Meeting(label, "condition", "both", relation.common)
    if verdict is Verdict.NOT_COMPARABLE:
        label = f"both name {common_words(relation)}, but say it of different things: not common ground"
        return Meeting(label, "gap", "shared", relation.common)
    if verdict.apart:
        return Meeting(_gap_label(canvas, relation), "gap", "gap", apart=relation.zones)
    return Meeting(_one_sided(canvas, relation), "quiet")


def _gap_label(canvas: Canvas, relation: Relation) -> str:
    far = distance_words(relation)
    if relation.verdict is Verdict.GAP:
        return f"gap: {far}" if far else "gap: nothing that both accept"
    owners = " and ".join(f"{canvas.table.name(party)}'s" for party in relation.crossed)
    crossed = f"clash across {owners} red line" if owners else "clash"
    both = relation.a.has_terms and relation.b.has_terms
    return f"{crossed}; apart: {far}" if far and both else crossed


def distance_words(relation: Relation) -> str:
    """The distance of two who are apart, in words; "" where there is no measure."""
    if relation.distance is None or not relation.zones:
        return ""
    if relation.distance == NO_NUMBER:
        return "no number closes it"
    domain = relation.zones[0].domain
    if relation.distance == 0 and isinstance(domain, Line):
        return "they touch, and one of them excludes the value"
    return domain.say_distance(relation.distance, common_unit(*relation.zones))


def _one_sided(canvas: Canvas, relation: Relation) -> str:
    unnamed = [
        one_line(canvas.table.name(position.party))
        for position in relation.positions
        if not all(offer.term.named for offer in position.offers)
    ]
    return f"{' and '.join(unnamed)}: value not named, so nothing can be set against it" if unnamed else ""


def _of_many(canvas: Canvas, stated: list[tuple[str, Zones]]) -> Meeting:
    """More than two parties (or two of more who have stated terms)."""
    relations = [canvas.table.relation(canvas.issue.id, a, b) for (a, _), (b, _) in combinations(stated, 2)]
    who = "all" if len(stated) == len(canvas.seats) else f"the {len(stated)} who have stated terms"
    if all(relation.verdict.meets for relation in relations):
        return _all_meet(stated, who)
    apart = [relation for relation in relations if relation.verdict.apart]
    if not apart:
        return Meeting(f"no outcome that {who} accept as their terms stand", "quiet")
    return _widest(canvas, apart, who)


def _all_meet(stated: list[tuple[str, Zones]], who: str) -> Meeting:
    domain = stated[0][1].domain
    common = domain.everything
    for _, zone in stated:
        common = common & zone.firm
    if common.is_empty:
        return Meeting("every two could meet, all together could not", "gap")
    return Meeting(f"common ground of {who}: {domain.say(common)}", "common", "all", common)


def _widest(canvas: Canvas, apart: list[Relation], who: str) -> Meeting:
    """Of all who are apart, the two with the greatest distance."""
    widest = max(apart, key=lambda relation: -1 if relation.distance is None else relation.distance)
    two = " and ".join(canvas.table.name(position.party) for position in widest.positions)
    far = distance_words(widest)
    label = f"no outcome for {who}; furthest apart: {two}" + (f" ({far})" if far else "")
    return Meeting(label, "gap", "gap", apart=widest.zones)
