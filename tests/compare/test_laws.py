"""The laws of the relation, on random positions of every type, against plain sets of outcomes."""

from __future__ import annotations

import math
from datetime import date
from itertools import combinations, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.compare import Position, Relation, verdict_brief, zones
from negotiate.compare.reasons.reason import reason
from negotiate.compare.verdict import RANK
from negotiate.terms import Choice, Dates, Duration, Line, Quantity, Scale, Sequences, Subsets, YesNo

from . import brute
from .build import GUARANTEES, issue, position, related

SCALE = Scale(("v", "w", "x", "y", "z"))
CHOICE = Choice(("v", "w", "x", "y"))
LINE = Quantity(unit="km", minimum=0, maximum=9, no_limit="no cap")
TIME = Duration(maximum=9, no_limit="no cap")
FIRST = date(2026, 3, 1).toordinal()
DATES = Dates(minimum=FIRST, maximum=FIRST + 9, no_limit="no cap")
SETS = Subsets(("p", "q", "r"))
ORDER = Sequences(("k", "l", "m"))
PLAN = Sequences(("i", "j"))

OUTCOMES: dict[Any, list[Any]] = {
    SCALE: list(SCALE.options),
    CHOICE: list(CHOICE.options),
    YesNo(): ["yes", "no"],
    LINE: [*range(10), math.inf],
    SETS: [frozenset(some) for size in range(4) for some in combinations(SETS.items, size)],
    ORDER: list(permutations(ORDER.steps)),
    PLAN: [((one, 0), (other, day)) for one, other in permutations(PLAN.steps) for day in range(5)],
    TIME: [*range(10), math.inf],
    DATES: [*range(FIRST, FIRST + 10), math.inf],
}


def words_of(domain: Any) -> st.SearchStrategy[str]:
    """Words of one type; the brute force reads their outcomes off by asking for each, one by one."""
    if isinstance(domain, Line):
        one, two, four, seven, eight = (spelled(domain, n) for n in (1, 2, 4, 7, 8))
        number = st.integers(0, 9).map(lambda n: spelled(domain, n))
        bound = st.builds("{} {}".format, st.sampled_from(["at least", "at most", "exactly"]), number)
        split = [f"{one} to {two} or {seven} to {eight}", f"{four} or no cap"]
        return st.one_of(bound, st.sampled_from(["no cap", "any limit", *split]))
    if isinstance(domain, Subsets):
        return st.sampled_from(
            ["all", "none", "including p", "without p", "including q and r", "at least 2", "at most 1",
             "exactly p", "only within p, q", "any of q, r", "including r; without q"]
        )  # fmt: skip
    if domain is PLAN:
        ends = st.sampled_from(["i {} after j", "i {} before j"])
        days = st.builds("{} {} days".format, st.sampled_from(["at least", "at most", "exactly"]), st.integers(0, 3))
        return st.builds(str.format, ends, days) | st.sampled_from(["i before j", "j first"])
    if isinstance(domain, Sequences):
        return st.sampled_from(
            ["k before l", "l before k", "k then l then m", "m first", "k last", "k before m or l before m"]
        )
    names = st.lists(st.sampled_from(domain.options), min_size=1, max_size=3, unique=True)
    return names.map(" or ".join)


def spelled(domain: Any, number: int) -> str:
    if isinstance(domain, Dates):
        return f"2026-03-{number + 1:02}"
    return f"{number} days" if isinstance(domain, Duration) else str(number)


def outcomes(domain: Any, words: str) -> frozenset[Any]:
    return frozenset(outcome for outcome in OUTCOMES[domain] if holds(domain, words, outcome))


def holds(domain: Any, words: str, outcome: Any) -> bool:
    """A reading of its own, for the few words above."""
    if "; " in words:
        return all(holds(domain, part, outcome) for part in words.split("; "))
    if " or " in words:
        return any(holds(domain, part, outcome) for part in words.split(" or "))
    if isinstance(domain, Line):
        places = outcome - FIRST if isinstance(domain, Dates) else outcome
        return _number_holds(words.replace(" days", "").replace("2026-03-", "day "), places)
    if isinstance(domain, Subsets):
        return _set_holds(words, outcome)
    if domain is PLAN:
        return _plan_holds(words, outcome)
    if isinstance(domain, Sequences):
        return _order_holds(words, outcome)
    return bool(outcome == words)


def _number_holds(words: str, outcome: float) -> bool:
    if words in ("no cap", "any limit"):
        return (outcome == math.inf) == (words == "no cap")
    if " to " in words:
        low, high = words.split(" to ")
        return _number(low) <= outcome <= _number(high)
    kind = next((kind for kind in ("at least", "at most") if words.startswith(kind)), "exactly")
    value = _number(words)
    return {"at least": outcome >= value, "at most": outcome <= value, "exactly": outcome == value}[kind]


def _number(words: str) -> int:
    """Its last word; the first day of the month is day 0."""
    return int(words.split()[-1]) - ("day " in words)


def _set_holds(words: str, outcome: frozenset[str]) -> bool:
    items = {word.strip(",") for word in words.split()} & {"p", "q", "r"}
    return {
        "all": len(outcome) == 3,
        "none": not outcome,
        "including": items <= outcome,
        "without": not items & outcome,
        "at": len(outcome) >= 2 if "least" in words else len(outcome) <= 1,
        "exactly": outcome == items,
        "only": outcome <= items,
        "any": bool(outcome & items),
    }[words.split()[0]]


def _order_holds(words: str, outcome: tuple[str, ...]) -> bool:
    if words.endswith("first"):
        return outcome[0] == words[0]
    if words.endswith("last"):
        return outcome[-1] == words[0]
    steps = words.replace(" then ", " ").replace(" before ", " ").split()
    return [step for step in outcome if step in steps] == steps


def _plan_holds(words: str, outcome: tuple[tuple[str, int], ...]) -> bool:
    first, days = outcome[0][0], outcome[1][1]
    if "days" not in words:
        return first == words[0]
    *_, kind, number, _, link, _ = words.split()
    fits = {"least": days >= int(number), "most": days <= int(number), "exactly": days == int(number)}[kind]
    return fits and first == ("j" if link == "after" else "i")


@st.composite
def sides(draw: st.DrawFn, domain: Any, party: str, plain: bool = False) -> tuple[Position, brute.Side]:
    """The same position twice: made from words, and as sets of outcomes."""
    words = words_of(domain)
    conditions = st.sampled_from([{}, {"g": "none"}, {"g": "Article 5-like"}, {"g": "at least consultation"}])
    demand = draw(st.none() | words)
    demand_if = draw(conditions) if demand and not plain else {}
    accepts = draw(st.lists(st.tuples(words, st.just({}) if plain else conditions), max_size=2))
    red = draw(st.none() | words | st.just("anything else"))
    stance = None
    if not demand and not accepts:
        stance = draw(st.sampled_from([None, "indifferent", "refuses"]))
        red = None if stance == "indifferent" and red == "anything else" else red
    if red not in (None, "anything else"):
        firm = [w for w, if_ in [(demand, demand_if), *accepts] if w and not if_]
        if any(outcomes(domain, w) & outcomes(domain, red) for w in firm):
            red = None
    made = position(
        party,
        domain,
        demand,
        accept=["nothing"] if stance == "refuses" else [_offer(w, if_) for w, if_ in accepts],
        rules_out=red if stance != "refuses" else None,
        stance=_stance(stance),
        demand_if={name: (GUARANTEES, wanted) for name, wanted in demand_if.items()},
    )
    side = brute.Side(
        (outcomes(domain, demand), _allowed(demand_if)) if demand else None,
        tuple((outcomes(domain, w), _allowed(if_)) for w, if_ in accepts),
        outcomes(domain, red) if red and red != "anything else" and stance != "refuses" else None,
        anything_else=red == "anything else" and stance != "refuses",
        indifferent=stance == "indifferent",
        refuses=stance == "refuses",
    )
    return made, side


def _offer(words: str, if_: dict[str, str]) -> Any:
    return (words, {name: (GUARANTEES, wanted) for name, wanted in if_.items()}) if if_ else words


def _allowed(if_: dict[str, str]) -> brute.Conditions:
    return {
        name: frozenset(["consultation", "Article 5-like"] if wanted.startswith("at least") else [wanted])
        for name, wanted in if_.items()
    }


def _stance(stance: str | None) -> Any:
    from negotiate.model import Stance

    return Stance.INDIFFERENT if stance == "indifferent" else None


domains = pytest.mark.parametrize(
    "domain", list(OUTCOMES), ids=lambda domain: "Timetables" if domain is PLAN else type(domain).__name__
)


@domains
@given(data=st.data())
def test_the_verdict_is_the_brute_force_one(domain: Any, data: st.DataObject) -> None:
    (a, side_a), (b, side_b) = data.draw(sides(domain, "a")), data.draw(sides(domain, "b"))
    relation = related(domain, a, b)
    everything = frozenset(OUTCOMES[domain])
    assert relation.verdict.value == brute.verdict(side_a, side_b, everything)
    demands = [(side_a, side_b, "a"), (side_b, side_a, "b")] if relation.zones else []
    assert set(relation.over) == {
        name
        for mine, theirs, name in demands
        if mine.demand and not mine.demand[1] and mine.demand[0] <= brute.zones(theirs, everything)[2]
    }
    if relation.verdict.meets and relation.common is not None:
        shared = brute.zones(side_a, everything)[0] & brute.zones(side_b, everything)[0]
        assert {outcome for outcome in everything if outcome in relation.common} == shared


@domains
@given(data=st.data())
def test_symmetric(domain: Any, data: st.DataObject) -> None:
    (a, _), (b, _) = data.draw(sides(domain, "a")), data.draw(sides(domain, "b"))
    one, other = related(domain, a, b), related(domain, b, a)
    assert _facts(one) == _facts(other)


def _facts(relation: Relation) -> tuple[object, ...]:
    return (
        relation.verdict,
        relation.grade,
        relation.distance,
        relation.nearer,
        sorted(relation.crossed),
        sorted(relation.over),
    )


@domains
@given(data=st.data())
def test_accepting_more_never_lowers_the_rank_nor_raises_the_distance(domain: Any, data: st.DataObject) -> None:
    a, _ = data.draw(sides(domain, "a", plain=True))
    b, _ = data.draw(sides(domain, "b", plain=True))
    if (a.red_line and a.red_line.offer) or not a.has_terms or any(o.term.region.is_empty for o in a.offers):
        a = position("a", domain, data.draw(words_of(domain)))
    more = data.draw(words_of(domain))
    extra = position("a", domain, more).demand
    assert extra
    wider = Position(a.party, a.issue, a.demand, (*a.accepts, extra), a.red_line, a.stance)
    before, after = related(domain, a, b), related(domain, wider, b)
    if before.verdict in RANK and after.verdict in RANK:
        assert RANK[after.verdict] >= RANK[before.verdict]
    if before.verdict.apart and after.verdict.apart and before.distance is not None and after.distance is not None:
        assert after.distance <= before.distance


@domains
@given(data=st.data())
def test_a_new_red_line_never_raises_the_rank(domain: Any, data: st.DataObject) -> None:
    words = words_of(domain)
    demand, red = data.draw(words), data.draw(words)
    if outcomes(domain, demand) & outcomes(domain, red):
        return
    b, _ = data.draw(sides(domain, "b"))
    before = related(domain, position("a", domain, demand), b)
    after = related(domain, position("a", domain, demand, rules_out=red), b)
    if before.verdict in RANK:
        assert RANK[after.verdict] <= RANK[before.verdict]


@domains
@given(data=st.data())
def test_zones_are_those_of_the_brute_force(domain: Any, data: st.DataObject) -> None:
    made, side = data.draw(sides(domain, "a"))
    cut, everything = zones(made, domain), frozenset(OUTCOMES[domain])
    wanted = brute.zones(side, everything)
    found = [{o for o in everything if o in region} for region in (cut.firm, cut.wide, cut.hard_line)]
    assert found == list(wanted)


@domains
@given(data=st.data())
def test_different_scopes_are_never_agreement(domain: Any, data: st.DataObject) -> None:
    """Apart they stay apart; where they would meet they are not comparable."""
    words = words_of(domain)
    one, other = data.draw(words), data.draw(words)
    plainly = related(domain, position("a", domain, one), position("b", domain, other))
    scoped = related(domain, position("a", domain, one, scope="at once"), position("b", domain, other, scope="later"))
    assert scoped.verdict.value == ("not comparable" if plainly.verdict.meets else plainly.verdict.value)


@domains
@given(data=st.data())
def test_every_relation_has_a_reason_and_a_brief(domain: Any, data: st.DataObject) -> None:
    (a, _), (b, _) = data.draw(sides(domain, "a")), data.draw(sides(domain, "b"))
    relation = related(domain, a, b)
    said = reason(relation, {"a": "Ann", "b": "Ben"}, {"g": issue(GUARANTEES, "Guarantees")}).sentence
    brief = verdict_brief(relation, {"a": "Ann", "b": "Ben"})
    assert said[0].isupper()
    assert said.endswith(".")
    assert not {"  ", "..", " ,", "()", "0 steps", "None", "gap of 0", "; ;"} & {
        said[n : n + k] for k in (2, 4, 7, 8) for n in range(len(said))
    }
    assert brief.startswith(relation.verdict.value)
    refused = relation.zones and any(zones.refuses for zones in relation.zones)
    assert "red line" in said or refused or not relation.verdict.apart
