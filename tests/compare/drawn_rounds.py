"""Negotiations drawn at random: three parties on four issues over a dozen days, with texts, events and rounds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from negotiate.model import (
    Citation,
    Condition,
    Ended,
    Entry,
    Event,
    Issue,
    Negotiation,
    Offer,
    Paper,
    Party,
    RedLine,
    Round,
    Settled,
    Source,
    Stance,
    Statement,
    When,
)
from negotiate.terms import AnyDomain, Choice, Quantity, Scale, read_term

from .build import PLACE

LINE = Quantity(unit="km", minimum=0, maximum=9, no_limit="no cap")
SCALE = Scale(("v", "w", "x"))
CHOICE = Choice(("v", "w", "x"))
DOMAINS: dict[str, AnyDomain | None] = {"line": LINE, "scale": SCALE, "choice": CHOICE, "text": None}
NUMBERS = ["at most 3", "at least 3", "exactly 5", "4 to 8", "no cap", "any limit", "some limit"]
OPTIONS = ["v", "w", "x", "v or w", "w or x"]
PARTIES = "abc"
FIRST = date(2031, 3, 1)
LENGTH = 12
SOURCES = {grade or "none": Source(grade or "none", grade, PLACE, grade=grade) for grade in ("A", "B", "C", "D", "")}


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def when(number: int) -> When:
    return When(day(number), day(number), day(number).isoformat())


days = st.integers(0, LENGTH - 1)
untils = st.one_of(st.none(), days)
cited = st.sampled_from(list(SOURCES)).map(lambda name: (Citation(name, ""),)) | st.just(())
words = st.sampled_from


@st.composite
def statements(draw: Any, party: str, start: int) -> Statement:
    until = draw(untils)
    ends = day(until) if until is not None and until > start else None
    return Statement(party, when(start), PLACE, until=ends, remark=draw(st.integers(0, 5)) == 0, citations=draw(cited))


@st.composite
def entries(draw: Any, party: str, issue: str, start: int) -> Entry:
    statement = draw(statements(party, start))
    domain = DOMAINS[issue]
    bare = Entry(party, issue, statement, PLACE)
    if draw(st.integers(0, 3)) == 0:
        return bare._replace(stance=draw(st.sampled_from(Stance)))
    if domain is None:
        return bare._replace(says="in words")
    known = NUMBERS if domain is LINE else OPTIONS

    def offer(bound: tuple[Condition, ...] = ()) -> Offer:
        return Offer(read_term(domain, draw(words(known))), statement, PLACE, bound, citations=draw(cited))

    def condition() -> tuple[Condition, ...]:
        return (Condition("scale" if issue != "scale" else "line", _wanted(issue), PLACE),)

    kind = draw(st.integers(0, 5))
    line = draw(st.none() | st.just(Ended.WITHDRAWN) | st.just(RedLine("", offer(), statement, PLACE)))
    accepts = draw(st.none() | st.just(Ended.WITHDRAWN) | st.just((offer(), offer(condition()))))
    demand = Ended.WITHDRAWN if kind == 0 else offer()
    return bare._replace(demand=demand, accepts=accepts, red_line=line, keeps=kind == 1)


def _wanted(issue: str) -> Any:
    return read_term(SCALE, "w") if issue != "scale" else read_term(LINE, "at least 3")


@st.composite
def negotiations(draw: Any) -> Negotiation:
    found: dict[tuple[str, str], tuple[Entry, ...]] = {}
    for party in PARTIES:
        for issue in DOMAINS:
            chosen = sorted(draw(st.sets(days, max_size=3)))
            if chosen:
                found[party, issue] = tuple(draw(entries(party, issue, start)) for start in chosen)
    rounds = [
        Round(f"round {number}", when(number), PLACE, draw(st.none() | st.just(day(number))))
        for number in sorted(draw(st.sets(days, max_size=4)))
    ]
    return Negotiation(
        ".",
        "Drawn",
        rounds=tuple(rounds),
        parties={name: Party(name, name.upper(), PLACE, must_agree=name != "c") for name in PARTIES},
        issues={name: Issue(name, name, "any", domain, PLACE, name) for name, domain in DOMAINS.items()},
        entries=found,
        papers={f"text {number}": draw(papers(f"text {number}")) for number in range(draw(st.integers(0, 2)))},
        events=tuple(draw(st.lists(events(), max_size=2))),
        sources=SOURCES,
    )


@st.composite
def papers(draw: Any, name: str) -> Paper:
    start, until, issue = draw(days), draw(untils), draw(words(list(DOMAINS)))
    told = draw(words(["v", "left open"]))
    part = Settled(issue, PLACE, words=told, versions=draw(words([{}, {"a": "v", "b": "w"}])))
    of = draw(words([("a", "b"), ("a", "b", "c"), ("a",)]))
    ends = day(until) if until is not None and until > start else None
    return Paper(name, when(start), of, PLACE, agreed=draw(st.booleans()), until=ends, settled=(part,))


@st.composite
def events(draw: Any) -> Event:
    issue, into = draw(words(list(DOMAINS))), draw(words(list(DOMAINS)))
    merged = (into,) if into != issue else ()
    return Event(when(draw(days)), "It happened", PLACE, (issue,), dropped=not merged, merged_into=merged)
