"""Positions and issues made in a line, for tests of the comparison."""

from __future__ import annotations

from datetime import date

from negotiate.compare import Position, Relation, relate
from negotiate.model import Condition, Issue, Offer, Place, RedLine, Stance, Statement, When
from negotiate.terms import (
    AnyDomain,
    Choice,
    Dates,
    Duration,
    Quantity,
    Scale,
    Sequences,
    Subsets,
    YesNo,
    read_term,
)

PLACE = Place("test.yaml", 1, 1)
WHEN = When(date(2025, 6, 2), date(2025, 6, 2), "2025-06-02")

TROOPS = Quantity(unit="troops", no_limit="no cap")
KM = Quantity(unit="km", whole=False)
DURATION = Duration()
DATE = Dates()
NATO = Scale(("ban", "open door", "membership"))
GUARANTEES = Scale(("none", "consultation", "Article 5-like"))
ASSETS = Choice(("returned", "frozen", "to Ukraine"))
YES_NO = YesNo()
REGIONS = Subsets(("Donetsk", "Luhansk", "Zaporizhzhia", "Kherson"))
STEPS = Sequences(("ceasefire", "withdrawal", "treaty"))


def issue(domain: AnyDomain | None, name: str = "x") -> Issue:
    return Issue(name, name, "quantity", domain, PLACE, name)


def statement(party: str) -> Statement:
    return Statement(party, WHEN, PLACE)


def position(
    party: str,
    domain: AnyDomain,
    demand: str | None = None,
    accept: list[str | tuple[str, dict[str, tuple[AnyDomain, str]]]] | None = None,
    rules_out: str | None = None,
    stance: Stance | None = None,
    scope: str = "",
    unread: str = "",
    demand_if: dict[str, tuple[AnyDomain, str]] | None = None,
) -> Position:
    """A position from words. An acceptance is words, or (words, {issue: (domain, words)})."""

    def offer(words: str, conditions: dict[str, tuple[AnyDomain, str]] | None = None) -> Offer:
        required = tuple(
            Condition(name, read_term(where, wanted), PLACE) for name, (where, wanted) in (conditions or {}).items()
        )
        return Offer(read_term(domain, words), statement(party), PLACE, required, scope)

    accepts = tuple(offer(each) if isinstance(each, str) else offer(*each) for each in accept or [])
    line = None
    if rules_out:
        ruled = None if rules_out == "anything else" else offer(rules_out)
        line = RedLine(rules_out, ruled, statement(party), PLACE)
    return Position(party, "x", offer(demand, demand_if) if demand else None, accepts, line, stance, unread=unread)


def nothing_recorded(party: str, name: str) -> Position:
    return Position(party, name)


def related(domain: AnyDomain | None, a: Position, b: Position) -> Relation:
    return relate(issue(domain), a, b, nothing_recorded)
