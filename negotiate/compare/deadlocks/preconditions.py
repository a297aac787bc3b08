"""What each party wants first: preconditions between the steps of an issue, and between issues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from negotiate.compare.changes.parts import demanded
from negotiate.compare.conditions import State
from negotiate.compare.reasons.met import meet
from negotiate.compare.reasons.saying import say_condition, say_offer
from negotiate.compare.relation import Relation
from negotiate.compare.standing import Position
from negotiate.compare.table import Table
from negotiate.compare.verdict import Verdict
from negotiate.compare.words import tidy
from negotiate.model import Citation, Condition, Offer, Place
from negotiate.terms import BEFORE, Bound, Clause, Sequences, Way, stated, ways_of


@dataclass(frozen=True, slots=True)
class Precondition:
    """One thing that a party wants kept on an issue: in any of the ``ways``, of which each has words and an offer.

    ``follows_from``, for each way: the party's own words where those are broader and the way only follows from them.
    """

    party: str
    issue: str
    ways: Clause
    words: tuple[str, ...]
    offers: tuple[Offer, ...]
    follows_from: tuple[str, ...]

    @property
    def place(self) -> Place:
        return self.offers[0].place

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(dict.fromkeys(citation for offer in self.offers for citation in offer.citations))


# --- between the steps of an issue


def between_steps(position: Position, domain: Sequences) -> list[Precondition]:
    """What the position states, clause by clause; an acceptance beside the demand makes a choice of it.

    Raises TooComplex.
    """
    if position.unread or not position.offers or any(_accepts_nothing(offer) for offer in position.offers):
        return []
    if len(position.offers) > 1:
        return _choice(position, domain)
    return [
        _precondition(position, domain, clause, [offer] * len(clause), [broader] * len(clause))
        for clause, (offer, broader) in _clauses(_stating(position), domain).items()
        if all(clause)
    ]


def _clauses(offers: Iterable[Offer], domain: Sequences) -> dict[Clause, tuple[Offer, str]]:
    """Each with the offer that states it, and the broader words that it follows from where none says it in so many."""
    found = dict[Clause, tuple[Offer, str]]()
    for offer in offers:
        for clause, broader in stated(domain, offer.term.words):
            if not (broader and clause in found and not found[clause][1]):
                found[clause] = offer, broader
    return found


def _accepts_nothing(offer: Offer) -> bool:
    return offer.term.region is None or offer.term.region.is_empty


def _stating(position: Position) -> list[Offer]:
    """The demand as its entries state it, each with its own source; or what is accepted, where nothing is demanded."""
    stating = [entry.demand for entry in demanded(position) if isinstance(entry.demand, Offer)]
    return stating or list(position.offers)


def _choice(position: Position, domain: Sequences) -> list[Precondition]:
    """What all offers ask for, each by itself; the rest as one choice."""
    said = [(offer, stated(domain, offer.term.words)) for offer in position.offers]
    ways = [(way, offer) for offer, every in said for way in ways_of([each.clause for each in every])]
    clauses = _clauses(position.offers, domain)
    broader = {bound: source for clause, (_, source) in clauses.items() for way in clause for bound in way}
    shared = [bound for bound in ways[0][0] if all(bound in way for way, _ in ways)] if ways else []
    found = [_precondition(position, domain, ((bound,),), [ways[0][1]], [broader[bound]]) for bound in shared]
    rest = [(tuple(bound for bound in way if bound not in shared), offer) for way, offer in ways]
    if all(way for way, _ in rest):
        sources = [" and ".join(dict.fromkeys(broader[bound] for bound in way if broader[bound])) for way, _ in rest]
        clause = tuple(way for way, _ in rest)
        found.append(_precondition(position, domain, clause, [offer for _, offer in rest], sources))
    return found


def _precondition(
    position: Position, domain: Sequences, clause: Clause, offers: Sequence[Offer], follows_from: Iterable[str]
) -> Precondition:
    words = tuple(_way_words(domain, way, offer.term.unit) for way, offer in zip(clause, offers, strict=True))
    return Precondition(position.party, position.issue, clause, words, tuple(offers), tuple(map(tidy, follows_from)))


def _way_words(domain: Sequences, way: Way, unit: str | None) -> str:
    if all(bound.limit == BEFORE for bound in way):
        return " and ".join(domain.say_bound(bound, unit) for bound in way)
    return domain.say(domain.bounded(way), unit).replace("; ", " and ")


# --- between issues


def between_issues(table: Table, parties: Sequence[str], nodes: dict[str, int]) -> Iterator[Precondition]:
    """What parties would give on an issue only if another is settled in a certain way, and it is not yet.

    ``nodes`` gets a number for each issue that waits or is waited for.
    """
    for issue in _that_may_go_round(table, parties):
        for party in parties:
            found = list(_waiting(table, issue, party, parties))
            if found and all(open_ for _, open_ in found):
                yield _waits(table, issue, party, found, nodes)


def _that_may_go_round(table: Table, parties: Sequence[str]) -> list[str]:
    """Issues that wait for others and are waited for, by their conditions alone, so that few relations are computed."""
    waits = {
        (issue.id, condition.issue)
        for issue in table.issues
        for party in parties
        for offer in table.position(party, issue.id).offers
        for condition in offer.conditions
    }
    while True:
        both = {waiting for waiting, _ in waits} & {first for _, first in waits}
        left = {(waiting, first) for waiting, first in waits if waiting in both and first in both}
        if left == waits:
            return [issue.id for issue in table.issues if issue.id in both]
        waits = left


def _waiting(table: Table, issue: str, party: str, parties: Sequence[str]) -> Iterator[tuple[Offer, list[Condition]]]:
    """Its offers on which a meeting with somebody rests, and their conditions that are still open."""
    offers = [offer for offer in table.position(party, issue).offers if offer.conditions]
    relations = [table.relation(issue, party, other) for other in parties if other != party] if offers else []
    conditional = [relation for relation in relations if relation.verdict is Verdict.CONDITIONAL]
    required = [each for relation in conditional for each in relation.requirements]
    met = [each.condition for each in required if each.state is State.MET]
    for offer in offers:
        if any(_rests_on(relation, offer) for relation in conditional):
            yield offer, [each for each in offer.conditions if each not in met and each.issue != issue]


def _rests_on(relation: Relation, offer: Offer) -> bool:
    others = relation.b.offers
    return not others or any(meet(offer, other) for other in others)


def _waits(
    table: Table, issue: str, party: str, found: Iterable[tuple[Offer, list[Condition]]], nodes: dict[str, int]
) -> Precondition:
    ways, words, offers = list[Way](), list[str](), list[Offer]()
    known = table.negotiation.issues
    for offer, conditions in found:
        waiting, *first = (nodes.setdefault(name, len(nodes)) for name in (issue, *(each.issue for each in conditions)))
        ways.append(tuple(Bound(each, waiting, BEFORE) for each in first))
        wanted = " and ".join(say_condition(each, known) for each in conditions)
        words.append(f"{say_offer(offer._replace(conditions=()))} on “{known[issue].title}” only if {wanted}")
        offers.append(offer)
    return Precondition(party, issue, tuple(ways), tuple(words), tuple(offers), ("",) * len(ways))
