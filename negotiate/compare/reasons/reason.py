"""The sentence that every verdict carries, made from the terms alone, and the places that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from negotiate.compare.reasons.apart import clash, gap
from negotiate.compare.reasons.gaps import mixes_months_with_days
from negotiate.compare.reasons.met import agree, conditional, not_comparable, overlap
from negotiate.compare.reasons.saying import whose
from negotiate.compare.reasons.unstated import not_applicable, not_computable, not_read, one_sided, unknown
from negotiate.compare.relation import Relation
from negotiate.compare.standing import Position
from negotiate.compare.verdict import Verdict
from negotiate.model import Citation, Issue, Offer, Place, RedLine
from negotiate.terms import Sequences, TooComplex


@dataclass(frozen=True, slots=True)
class Reason:
    """One or more sentences, the places in files and the citations that they rest on."""

    sentence: str
    places: tuple[Place, ...] = ()
    citations: tuple[Citation, ...] = ()


def reason(relation: Relation, names: Mapping[str, str], issues: Mapping[str, Issue]) -> Reason:
    """Why the verdict is what it is. ``names``: party id to name."""
    pair = (names[relation.a.party], names[relation.b.party])
    try:
        sentences = [_SENTENCES[relation.verdict](relation, pair, issues), *_marks(relation, pair)]
    except TooComplex:
        sentences = ["These terms have too many alternatives to be put in a sentence."]
    used = [part for position in relation.positions for part in _resting_on(position)]
    return Reason(
        " ".join(sentence[0].upper() + sentence[1:] for sentence in sentences if sentence),
        tuple(dict.fromkeys(part.place for part in used)) or _places(relation),
        tuple(dict.fromkeys(citation for part in used for citation in part.citations)),
    )


def _resting_on(position: Position) -> list[Offer | RedLine]:
    return [*position.offers, *([position.red_line] if position.red_line else [])]


def _places(relation: Relation) -> tuple[Place, ...]:
    return tuple(position.place for position in relation.positions if position.place)


_SENTENCES: Mapping[Verdict, Callable[[Relation, tuple[str, str], Mapping[str, Issue]], str]] = {
    Verdict.NOT_APPLICABLE: not_applicable,
    Verdict.NOT_READ: not_read,
    Verdict.NOT_COMPUTABLE: not_computable,
    Verdict.UNKNOWN: unknown,
    Verdict.ONE_SIDED: one_sided,
    Verdict.NOT_COMPARABLE: not_comparable,
    Verdict.AGREE: agree,
    Verdict.OVERLAP: overlap,
    Verdict.CONDITIONAL: conditional,
    Verdict.GAP: gap,
    Verdict.CLASH: clash,
}


# --- what is said beside any verdict


def _marks(relation: Relation, names: tuple[str, str]) -> list[str]:
    if not relation.zones:
        return []
    marks = []
    for party in relation.over:
        if relation.verdict is not Verdict.CLASH:
            owner = 0 if relation.a.party == party else 1
            marks.append(f"Over the line: what {names[owner]} demands, {names[1 - owner]} has ruled out.")
    for position, name in zip(relation.positions, names, strict=True):
        if any(offer.term.about for offer in position.offers):
            marks.append(f"{whose(name)} figure is given as approximate.")
        if _crosses_own_line(relation, position):
            marks.append(f"{whose(name)} demand lies across its own earlier red line.")
    if mixes_months_with_days(*relation.zones) and not _matter_of_order(relation):
        marks.append("Months are counted as 30 days and years as 12 of them.")
    return marks


def _matter_of_order(relation: Relation) -> bool:
    """Whether two are apart by the order of steps, however many days there are between them."""
    domain = relation.issue.domain
    return isinstance(domain, Sequences) and bool(relation.distance) and not domain.in_days(relation.distance)


def _crosses_own_line(relation: Relation, position: Position) -> bool:
    assert relation.zones
    zones = relation.zones[0] if relation.a is position else relation.zones[1]
    return zones.target is not None and zones.target.meets(zones.line)
