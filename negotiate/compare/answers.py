"""What one party said in reply to another's demand, set against what their terms say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from negotiate.compare.relation import Relation, takes_demand
from negotiate.compare.standing import Position
from negotiate.compare.verdict import Verdict
from negotiate.model import Offer, Reply, Response, Stance


class Basis(Enum):
    """What a reply rests on."""

    STATED = "stated"
    COUNTER_TEXT = "counter-text"
    NONE_FOUND = "none found"


@dataclass(frozen=True, slots=True)
class Answer:
    """How ``party`` answered the demand of ``to``.

    ``response`` is the latest stated reply and ``stated`` all of them, oldest first; a search that found
    no answer is ``looked_for``. ``reading`` says what reply and terms mean together. ``refuses_demand``
    marks a rejected demand although both would accept something.
    """

    party: str
    to: str
    basis: Basis
    reading: str
    reply: Reply | None = None
    response: Response | None = None
    stated: tuple[Response, ...] = ()
    looked_for: Response | None = None
    refuses_demand: bool = False

    @property
    def disagrees(self) -> bool:
        """Whether the words and the terms point different ways: the rows worth reading first."""
        return self.reading in _SURPRISING or self.refuses_demand

    @property
    def is_of_earlier_demand(self) -> bool:
        """Whether the latest reply is older than what is demanded now, and something else was demanded then."""
        return self.reading == EARLIER_DEMAND


class Column(Enum):
    """What the terms say of a demand."""

    MEET = "terms meet"
    CONDITIONS = "would meet on conditions"
    APART = "apart, no red line"
    CROSSED = "red line crossed"


_MEET, _CONDITIONS, _APART, _CROSSED = Column

READINGS: dict[Reply, dict[Column, str]] = {
    Reply.ACCEPTS: {
        _MEET: "confirmed",
        _CONDITIONS: "accepted early: check the conditions",
        _APART: "acceptance outruns terms",
        _CROSSED: "acceptance contradicts a red line",
    },
    Reply.ACCEPTS_WITH_CONDITIONS: {
        _MEET: "confirmed with conditions",
        _CONDITIONS: "confirmed",
        _APART: "conditions not recorded",
        _CROSSED: "red line still crossed",
    },
    Reply.COUNTER_PROPOSES: {
        _MEET: "bargaining inside the zone",
        _CONDITIONS: "bargaining over conditions",
        _APART: "bargaining across a gap",
        _CROSSED: "bargaining across a red line",
    },
    Reply.DEFERS: {
        _MEET: "parked agreement",
        _CONDITIONS: "parked, conditional",
        _APART: "parked gap",
        _CROSSED: "parked clash",
    },
    Reply.REJECTS: {
        _MEET: "rhetorical clash: room for talks",
        _CONDITIONS: "room on the conditions",
        _APART: "open gap",
        _CROSSED: "confirmed clash",
    },
    Reply.ACCEPTS_IN_PART: {
        _MEET: "agreed in part",
        _CONDITIONS: "agreed in part, the rest on conditions",
        _APART: "agreed in part, the rest apart",
        _CROSSED: "agreed in part, the rest across a red line",
    },
    Reply.REFUSES_TO_DISCUSS: {
        _MEET: "will not discuss it, though the terms meet: room for talks",
        _CONDITIONS: "will not discuss it; room on the conditions",
        _APART: "will not discuss it: open gap",
        _CROSSED: "will not discuss it: confirmed clash",
    },
    Reply.REJECTS_AS_ULTIMATUM: {
        _MEET: "objection to the form, not to the terms",
        _CONDITIONS: "conditional room",
        _APART: "open gap",
        _CROSSED: "confirmed clash",
    },
    Reply.NO_ANSWER: {
        _MEET: "silent overlap",
        _CONDITIONS: "silent, conditional",
        _APART: "latent gap",
        _CROSSED: "latent clash: nobody has said no",
    },
}

NOT_RECORDED = {
    Reply.ACCEPTS: "accepted, terms not recorded",
    Reply.ACCEPTS_IN_PART: "accepted in part, terms not recorded",
    Reply.ACCEPTS_WITH_CONDITIONS: "accepted with conditions, terms not recorded",
    Reply.COUNTER_PROPOSES: "counter-proposal not recorded",
    Reply.DEFERS: "deferred",
    Reply.REJECTS: "rejected in words, own terms not recorded",
    Reply.REJECTS_AS_ULTIMATUM: "rejected as ultimatum, own terms not recorded",
    Reply.REFUSES_TO_DISCUSS: "will not discuss it, own terms not recorded",
    Reply.NO_ANSWER: "no answer given",
}

DEMAND_REFUSED = "rejects the demand, though the ranges meet"
EARLIER_DEMAND = "said of an earlier demand: not set against the terms"
NO_REPLY = "no reply found"

_SURPRISING = {
    "acceptance outruns terms",
    "acceptance contradicts a red line",
    "accepted early: check the conditions",
    "conditions not recorded",
    "rhetorical clash: room for talks",
    "room on the conditions",
    "objection to the form, not to the terms",
    "conditional room",
    "will not discuss it, though the terms meet: room for talks",
    "will not discuss it; room on the conditions",
    "latent clash: nobody has said no",
    "parked agreement",
    "silent overlap",
}
_REFUSALS = (Reply.REJECTS, Reply.REJECTS_AS_ULTIMATUM, Reply.REFUSES_TO_DISCUSS)


def answer(
    relation: Relation,
    by: Position,
    to: Position,
    responses: Sequence[Response],
    stood: Callable[[date], Position] | None = None,
) -> Answer:
    """``by``'s answer to ``to``'s demand. ``responses``: those of ``by`` on this issue, oldest first; ``stood``: where
    ``to`` stood on a day (None: always where it stands now)."""
    stated = tuple(response for response in responses if _is_stated(response))
    looked_for = next((response for response in responses if not _is_stated(response)), None)
    if stated:
        latest = stated[-1]
        if stood and latest.when and _demands_another(to, stood(latest.when.end)):
            return Answer(by.party, to.party, Basis.STATED, EARLIER_DEMAND, latest.says, latest, stated, looked_for)
        refused = _refuses_demand(relation, latest.says, by, to)
        reading = DEMAND_REFUSED if refused else _reading(relation, latest.says, by, to)
        return Answer(by.party, to.party, Basis.STATED, reading, latest.says, latest, stated, looked_for, refused)
    if by.offers and to.has_terms:
        reading = _reading(relation, Reply.COUNTER_PROPOSES, by, to)
        return Answer(by.party, to.party, Basis.COUNTER_TEXT, reading, looked_for=looked_for)
    return Answer(by.party, to.party, Basis.NONE_FOUND, NO_REPLY, looked_for=looked_for)


def _is_stated(response: Response) -> bool:
    """ "No answer" counts as one only where a source says so."""
    return response.says is not Reply.NO_ANSWER or bool(response.citations)


def _demands_another(now: Position, then: Position) -> bool:
    """Whether nothing of what was demanded then is demanded now; of several clauses one may have gone or come."""
    if now.demand is None or then.demand is None or now.demand.term.means_the_same(then.demand.term):
        return False
    return _clauses(now.demand).isdisjoint(_clauses(then.demand))


def _clauses(demand: Offer) -> set[str]:
    return {clause.strip() for clause in demand.term.words.split(";")}


def _reading(relation: Relation, reply: Reply, by: Position, to: Position) -> str:
    if relation.verdict is Verdict.NOT_APPLICABLE or Stance.NOT_CONCERNED in (by.stance, to.stance):
        return "the issue does not concern one of them"
    column = _column(relation, to)
    if column:
        return READINGS[reply][column]
    if relation.verdict is Verdict.NOT_COMPARABLE:
        return "said of different things: not set against the terms"
    if relation.verdict is Verdict.NOT_READ:
        return "a position could not be read: not set against the terms"
    if not by.has_terms or relation.verdict is Verdict.NOT_COMPUTABLE:
        return NOT_RECORDED[reply]
    if not to.has_terms:
        return "the demand that it answers is not recorded"
    return "no value is named, so the reply cannot be tested"


def _column(relation: Relation, to: Position) -> Column | None:
    if to.party in relation.over:
        return Column.CROSSED
    if relation.verdict.meets:
        return Column.MEET
    columns = {
        Verdict.CONDITIONAL: Column.CONDITIONS,
        Verdict.GAP: Column.APART,
        Verdict.CLASH: Column.CROSSED,
    }
    return columns.get(relation.verdict)


def _refuses_demand(relation: Relation, reply: Reply, by: Position, to: Position) -> bool:
    """The demand lies outside what the other accepts, although their ranges meet."""
    if reply not in _REFUSALS or relation.verdict is not Verdict.OVERLAP or not relation.zones:
        return False
    if to.party in relation.over:
        return False
    first, second = relation.zones
    replier, demander = (first, second) if first.position is by else (second, first)
    return demander.target is not None and not takes_demand(replier, demander)
