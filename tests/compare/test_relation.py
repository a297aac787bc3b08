"""Rules that the worked examples leave out: scopes, states of conditions, marks beside a verdict."""

from __future__ import annotations

from dataclasses import replace

from negotiate.compare import Position, State, Verdict, relate, verdict_brief
from negotiate.compare.reasons.reason import reason
from negotiate.model import Stance
from negotiate.terms import Sequences

from .build import (
    DURATION,
    GUARANTEES,
    NATO,
    REGIONS,
    STEPS,
    TROOPS,
    issue,
    nothing_recorded,
    position,
    related,
)

NAMES = {"a": "Russia", "b": "Ukraine"}
ISSUES = {"g": issue(GUARANTEES, "guarantees"), "x": issue(NATO, "NATO")}


def test_the_same_value_in_another_scope_is_no_agreement() -> None:
    a = position("a", DURATION, "exactly 30 days", scope="from the start of withdrawal")
    b = position("b", DURATION, "at least 30 days", scope="at once")
    relation = related(DURATION, a, b)
    assert relation.verdict is Verdict.NOT_COMPARABLE
    sentence = reason(relation, NAMES, ISSUES).sentence
    assert "“from the start of withdrawal”" in sentence
    assert "“at once”" in sentence
    assert "exactly 30 days" in sentence


def test_a_demand_that_names_no_value_shares_none_whatever_it_is_said_of() -> None:
    limit = position("a", TROOPS, "some limit")
    relation = related(TROOPS, limit, position("b", TROOPS, "exactly 800_000", scope="in peacetime"))
    assert relation.verdict is Verdict.ONE_SIDED


def test_scopes_are_equal_in_any_case_and_spacing() -> None:
    a, b = position("a", NATO, "ban", scope="In peace"), position("b", NATO, "ban", scope="in  peace")
    assert related(NATO, a, b).verdict is Verdict.AGREE


def test_apart_in_other_scopes_is_still_apart() -> None:
    a, b = position("a", NATO, "ban", scope="for now"), position("b", NATO, "membership")
    assert related(NATO, a, b).verdict is Verdict.GAP


def test_a_red_line_of_another_scope_is_not_crossed() -> None:
    a = position("a", NATO, "ban")
    b = position("b", NATO, "membership", rules_out="ban", scope="by treaty")
    assert related(NATO, a, b).verdict is Verdict.GAP


def conditional(there: dict[str, Position]) -> State:
    """The state of "ban if guarantees are Article 5-like" with these positions on guarantees."""
    wanted = ("ban", {"g": (GUARANTEES, "Article 5-like")})
    a, b = position("a", NATO, "ban"), position("b", NATO, "membership", accept=[wanted])
    relation = relate(issue(NATO), a, b, lambda party, name: there.get(party, nothing_recorded(party, name)))
    assert relation.verdict is Verdict.CONDITIONAL
    (only,) = relation.requirements
    return only.state


def test_states_of_a_condition() -> None:
    same = {party: position(party, GUARANTEES, "Article 5-like") for party in "ab"}
    assert conditional(same) is State.MET
    assert conditional({}) is State.NO_POSITION
    assert conditional({"a": position("a", GUARANTEES, "none")}) is State.OPEN
    ruled_out = position("a", GUARANTEES, "none", rules_out="Article 5-like")
    assert conditional({"a": ruled_out}) is State.ACROSS_LINE
    in_return = position("a", GUARANTEES, demand="Article 5-like", demand_if={"x": (NATO, "ban")})
    assert conditional({"a": replace(in_return, issue="g")}) is State.MUTUAL


def test_a_nearer_distance_on_conditions_is_said() -> None:
    nearer = ("at least 200_000", {"g": (GUARANTEES, "Article 5-like")})
    a = position("a", TROOPS, "at most 85_000")
    b = position("b", TROOPS, "at least 250_000", accept=[nearer])
    relation = related(TROOPS, a, b)
    assert (relation.distance, relation.nearer) == (165_000, 115_000)
    assert "on conditions lies nearer: 115,000 troops apart" in reason(relation, NAMES, ISSUES).sentence


def test_the_sentence_of_the_design() -> None:
    a, b = position("a", TROOPS, "at most 85_000"), position("b", TROOPS, "at least 250_000")
    assert reason(related(TROOPS, a, b), NAMES, ISSUES).sentence == (
        "Ukraine's floor of 250,000 troops is above Russia's ceiling of 85,000: "
        "a gap of 165,000 troops. No red line is recorded for either."
    )


def test_exact_figures_are_called_figures() -> None:
    a, b = position("a", TROOPS, "limit of 85_000"), position("b", TROOPS, "limit of 250_000")
    assert "Ukraine's figure of 250,000 troops is above Russia's figure of 85,000" in (
        reason(related(TROOPS, a, b), NAMES, ISSUES).sentence
    )


def test_sets_that_share_items_are_agreed_in_part() -> None:
    a = position("a", REGIONS, "including Donetsk, Luhansk")
    b = position("b", REGIONS, "including Donetsk; without Luhansk")
    sentence = reason(related(REGIONS, a, b), NAMES, ISSUES).sentence
    assert "Russia requires Luhansk, which Ukraine excludes" in sentence
    assert "agreed in part: both include Donetsk" in sentence


def test_a_circle_of_three_is_drawn() -> None:
    a = position("a", STEPS, "ceasefire before withdrawal; withdrawal before treaty")
    b = position("b", STEPS, "treaty before ceasefire")
    assert "a circle (ceasefire → withdrawal → treaty → ceasefire)" in (
        reason(related(STEPS, a, b), NAMES, ISSUES).sentence
    )


def test_two_silent_or_indifferent_parties_are_unknown() -> None:
    open_minded = {"stance": Stance.INDIFFERENT}
    assert related(NATO, position("a", NATO, **open_minded), position("b", NATO, **open_minded)).verdict is (
        Verdict.UNKNOWN
    )
    both = [position(party, NATO, rules_out="ban") for party in "ab"]
    relation = related(NATO, *both)
    assert relation.verdict is Verdict.UNKNOWN
    assert "Both rule out the same (“ban”)" in reason(relation, NAMES, ISSUES).sentence


def test_own_older_red_line_is_a_finding_not_an_error() -> None:
    a = position("a", NATO, "ban", rules_out="ban")
    assert "Russia's demand lies across its own earlier red line." in (
        reason(related(NATO, a, position("b", NATO, "ban")), NAMES, ISSUES).sentence
    )


def test_months_beside_days_are_explained() -> None:
    a, b = position("a", DURATION, "at most 100 days"), position("b", DURATION, "at least 2 months")
    assert "Months are counted as 30 days" in reason(related(DURATION, a, b), NAMES, ISSUES).sentence


def test_briefs() -> None:
    apart = related(NATO, position("a", NATO, "ban"), position("b", NATO, "membership"))
    assert verdict_brief(apart, NAMES) == "gap, 2 steps apart"
    crossed = related(NATO, position("a", NATO, "ban"), position("b", NATO, "membership", rules_out="ban"))
    assert verdict_brief(crossed, NAMES) == "clash (Ukraine's line)"
    silent = related(NATO, position("a", NATO, "ban"), position("b", NATO))
    assert verdict_brief(silent, NAMES) == "one-sided (only Russia)"
    leaves = related(NATO, position("a", NATO, stance=Stance.INDIFFERENT), position("b", NATO))
    assert verdict_brief(leaves, NAMES) == "one-sided (Russia leaves it to the others)"


def test_long_orders_are_said_by_what_is_contested() -> None:
    steps = Sequences(tuple(f"the step with the name {letter}" for letter in "abcdefgh"))
    a, b, c, d, *_ = steps.steps
    one = position("a", steps, f"{a} before {b} or {c} before {b}; {d} before {b}")
    other = position("b", steps, f"{b} first; " + "; ".join(f"{d} before {step}" for step in steps.steps[4:]))
    sentence = reason(related(steps, one, other), NAMES, {}).sentence
    assert sentence.startswith(
        f"Russia wants {d} before {b}, and either {a} before {b} or {c} before {b}; "
        "Ukraine wants the opposite of each: a circle, so no order satisfies both."
    )


def test_agreement_says_what_both_demand_and_then_what_else_both_accept() -> None:
    a, b = (position(party, NATO, "ban", accept=["open door", "membership"]) for party in "ab")
    relation = related(NATO, a, b)
    assert relation.verdict is Verdict.AGREE
    assert verdict_brief(relation, NAMES) == "agree: ban"
    said = reason(relation, NAMES, {}).sentence
    assert said == "Russia and Ukraine both demand “ban”. Both would accept anything."
