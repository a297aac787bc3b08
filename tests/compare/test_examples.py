"""The worked examples of the design, by number: terms of A and B, the verdict, and what is said."""

from __future__ import annotations

from typing import Any

import pytest

from negotiate.compare import MEANINGS, Verdict, verdict_brief
from negotiate.compare.reasons.reason import reason
from negotiate.model import Stance

from .build import (
    ASSETS,
    DATE,
    DURATION,
    GUARANTEES,
    KM,
    NATO,
    REGIONS,
    STEPS,
    TROOPS,
    YES_NO,
    issue,
    position,
    related,
)

Terms = dict[str, Any]
UNDISCLOSED: Terms = {"stance": Stance.UNDISCLOSED}
INDIFFERENT: Terms = {"stance": Stance.INDIFFERENT}
NAMES = {"a": "A", "b": "B"}
ISSUES = {"nato": issue(NATO, "NATO"), "guarantees": issue(GUARANTEES, "guarantees")}


def demand(words: str, **more: Any) -> Terms:
    return {"demand": words, **more}


CASES: list[tuple[int, Any, Terms, Terms, str, str]] = [
    (1, TROOPS, demand("at most 85_000"), demand("at least 250_000"), "gap", "a gap of 165,000 troops"),
    (2, TROOPS, demand("at most 600_000"), demand("at most 800_000"), "overlap", "at most 600,000"),
    (3, TROOPS, demand("at most 250_000"), demand("at least 85_000"), "overlap", "85,000 to 250,000"),
    (4, TROOPS, demand("at most 85_000"), demand("at least 85_000"), "overlap", "a single value"),
    (5, TROOPS, demand("at most 85_000"), demand("above 85_000"), "gap", "a gap of 1 troop."),
    (6, KM, demand("at most 40"), demand("above 40"), "gap", "touch at 40 km, but one of them excludes it"),
    (
        7,
        TROOPS,
        demand("at most 85_000"),
        demand("no cap", rules_out="any limit"),
        "clash",
        "no number closes that gap",
    ),
    (8, TROOPS, demand("at least 800_000"), demand("no cap"), "overlap", "no cap"),
    (9, TROOPS, demand("any limit"), demand("exactly 800_000"), "overlap", "800,000"),
    (10, NATO, demand("ban"), demand("ban", accept=["open door"]), "agree", "both demand “ban”"),
    (11, NATO, demand("ban"), demand("membership"), "gap", "2 steps apart"),
    (
        12,
        NATO,
        demand("ban"),
        demand("membership", accept=["open door"], rules_out="ban"),
        "clash",
        "crosses B's red line (“ban”)",
    ),
    (
        13,
        NATO,
        demand("ban", rules_out="anything else"),
        demand("membership", rules_out="anything else"),
        "clash",
        "no possible outcome",
    ),
    (
        14,
        NATO,
        demand("ban", accept=["open door"]),
        demand("membership", accept=["open door"]),
        "overlap",
        "would both accept “open door”",
    ),
    (
        15,
        ASSETS,
        demand("returned"),
        demand("to Ukraine", accept=["frozen"]),
        "gap",
        "share no option",
    ),
    (16, YES_NO, demand("no", rules_out="yes"), demand("yes"), "clash", "crosses A's red line (yes)"),
    (17, REGIONS, demand("all"), demand("exactly Donetsk"), "gap", "3 items contested"),
    (
        18,
        REGIONS,
        demand("including Donetsk"),
        demand("without Kherson"),
        "overlap",
        "including Donetsk; without Kherson",
    ),
    (19, REGIONS, demand("at least 3"), demand("at most 2"), "gap", "1 item"),
    (
        20,
        REGIONS,
        demand("including Donetsk, Luhansk"),
        demand("only within Donetsk, Luhansk"),
        "overlap",
        "exactly Donetsk and Luhansk",
    ),
    (
        21,
        STEPS,
        demand("withdrawal then ceasefire"),
        demand("ceasefire then withdrawal"),
        "gap",
        "a circle, so no order satisfies both",
    ),
    (
        22,
        STEPS,
        demand("ceasefire before treaty"),
        demand("withdrawal before treaty"),
        "overlap",
        "ceasefire before treaty; withdrawal before treaty",
    ),
    (
        23,
        STEPS,
        demand("ceasefire then withdrawal then treaty"),
        demand("ceasefire before withdrawal; withdrawal before treaty; ceasefire before treaty"),
        "agree",
        "demand the same",
    ),
    (24, DATE, demand("by 2026-03-01"), demand("after 2026-03-01"), "gap", "a gap of 1 day."),
    (25, DURATION, demand("at most 100 days"), demand("at least 2 months"), "overlap", "60 to 100 days"),
    (
        26,
        TROOPS,
        demand("at most 800_000"),
        demand("no cap", accept=[("at least 800_000", {"nato": (NATO, "membership")})], rules_out="any limit"),
        "conditional",
        "could both accept exactly 800,000 troops, on conditions: B requires that “NATO” is “membership”",
    ),
    (27, TROOPS, demand("at most 85_000"), {}, "one-sided", "no position is recorded for B"),
    (28, TROOPS, demand("at most 85_000"), UNDISCLOSED, "one-sided", "B has not disclosed its position"),
    (29, TROOPS, demand("at most 85_000"), INDIFFERENT, "overlap", "A's terms stand: at most 85,000"),
    (
        30,
        TROOPS,
        demand("at most 85_000"),
        {"stance": Stance.NOT_CONCERNED},
        "not applicable",
        "does not concern B",
    ),
    (31, TROOPS, demand("at most 85_000"), {"accept": ["nothing"]}, "clash", "B accepts no outcome"),
    (32, TROOPS, demand("at most 85_000"), {"rules_out": "no cap"}, "one-sided", "need not cross"),
    (33, TROOPS, demand("no cap"), {"rules_out": "no cap"}, "clash", "crosses B's red line (no cap)"),
    (35, TROOPS, {}, UNDISCLOSED, "unknown", "B has not disclosed its position"),
    (36, TROOPS, demand("at most 10 or at least 20"), demand("11 to 19"), "gap", "a gap of 1 troop."),
    (
        37,
        TROOPS,
        demand("some limit"),
        demand("exactly 800_000"),
        "one-sided",
        "A wants a limit and has named none",
    ),
    (38, TROOPS, demand("some limit"), demand("no cap"), "gap", "no number closes that gap"),
    (39, TROOPS, demand("exactly 600_000"), demand("exactly 800_000"), "gap", "200,000 troops"),
    (
        40,
        NATO,
        {**INDIFFERENT, "rules_out": "ban"},
        demand("ban"),
        "clash",
        "crosses A's red line (“ban”)",
    ),
    (41, NATO, {**UNDISCLOSED, "rules_out": "ban"}, demand("ban"), "clash", "crosses A's red line (“ban”)"),
    (
        42,
        NATO,
        demand("membership", accept=["open door"]),
        demand("ban", rules_out="membership"),
        "gap",
        "Over the line: what A demands, B has ruled out",
    ),
    (
        43,
        NATO,
        demand("ban"),
        demand("open door", accept=["ban"]),
        "overlap",
        "B accepts what A demands: a deal is on the table",
    ),
    (
        44,
        NATO,
        demand("open door", demand_if={"guarantees": (GUARANTEES, "none")}),
        demand("open door", demand_if={"guarantees": (GUARANTEES, "Article 5-like")}),
        "gap",
        "could both accept “open door”, but on conditions that exclude each other",
    ),
    (
        45,
        NATO,
        demand("ban", rules_out="ban", unread="its demand crosses its own red line (x.yaml:3 and 4)"),
        demand("ban"),
        "not read",
        "its demand crosses its own red line",
    ),
    (46, NATO, {"accept": ["ban"]}, {"accept": ["membership"]}, "gap", "2 steps apart"),
    (47, DURATION, demand("at most 12 months"), demand("at least 1 year"), "overlap", "360 days"),
]


@pytest.mark.parametrize(("number", "domain", "a", "b", "verdict", "said"), CASES, ids=[str(c[0]) for c in CASES])
@pytest.mark.parametrize("swapped", [False, True])
def test_worked_example(number: int, domain: Any, a: Terms, b: Terms, verdict: str, said: str, swapped: bool) -> None:
    first, second = position("a", domain, **a), position("b", domain, **b)
    relation = related(domain, second, first) if swapped else related(domain, first, second)
    assert relation.verdict.value == verdict
    assert said in reason(relation, NAMES, ISSUES).sentence
    assert verdict_brief(relation, NAMES).startswith(verdict)


def test_34_text_is_not_computed() -> None:
    from negotiate.compare import Position, relate
    from negotiate.model import Offer
    from negotiate.terms import Term

    from .build import PLACE, nothing_recorded, statement

    def says(party: str, words: str) -> Position:
        return Position(party, "x", Offer(Term(words, None), statement(party), PLACE))

    relation = relate(issue(None), says("a", "one city"), says("b", "two cities"), nothing_recorded)
    assert relation.verdict is Verdict.NOT_COMPUTABLE
    assert "free text" in reason(relation, NAMES, ISSUES).sentence


def test_every_verdict_has_a_meaning() -> None:
    assert set(MEANINGS) == set(Verdict)


def test_all_47_examples_are_here() -> None:
    assert sorted([*(case[0] for case in CASES), 34]) == list(range(1, 48))
