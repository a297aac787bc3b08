"""Sequencing deadlocks: worked examples in full, and knots of random parties against all orders."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, permutations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from negotiate.compare import Knot, KnotWords, Link, Precondition, Table, deadlocks
from negotiate.compare.deadlocks.preconditions import between_steps
from negotiate.files import load
from negotiate.terms import Sequences

from .orders import order, table


def only(found: tuple[Knot, ...]) -> Knot:
    (knot,) = found
    return knot


def said(made: Table) -> list[str]:
    return [sentence for knot in deadlocks(made) for sentence in KnotWords(knot, made).sentences()]


def test_a_circle_of_three_with_what_is_given() -> None:
    """The example of the design: each link with its owner, and what is given for everybody."""
    made = table(
        {"russia": ["withdrawal before ceasefire"], "ukraine": ["ceasefire before talks on territory"]},
        order(given="talks on territory before withdrawal"),
    )
    assert said(made) == [
        "Ukraine wants ceasefire before talks on territory; for everybody talks on territory before withdrawal; "
        "Russia wants withdrawal before ceasefire: a circle of three, so none of them can come first.",
        "It opens if Russia drops “withdrawal before ceasefire”, or if Ukraine drops "
        "“ceasefire before talks on territory”.",
    ]


def test_two_ways_of_which_neither_helps() -> None:
    """The two options of June 2025."""
    made = table(
        {
            "russia": ["withdrawal before ceasefire or package signed before ceasefire"],
            "ukraine": ["ceasefire first"],
        },
        salience={"russia": 60, "ukraine": 90},
    )
    assert said(made) == [
        "Russia leaves a choice, and no way of it helps: “withdrawal before ceasefire”, but Ukraine wants ceasefire "
        "before withdrawal (follows from “ceasefire first”); “package signed before ceasefire”, but Ukraine wants "
        "ceasefire before package signed (follows from “ceasefire first”).",
        "It opens if Russia drops “withdrawal before ceasefire or package signed before ceasefire”, or if Ukraine "
        "drops ceasefire before withdrawal, which follows from “ceasefire first”, or if Ukraine drops ceasefire before "
        "package signed, which follows from “ceasefire first”.",
        "By the salience that the editor gave them, it costs least (60) if Russia drops “withdrawal before ceasefire "
        "or package signed before ceasefire”.",
    ]


def test_one_way_that_helps_is_no_deadlock() -> None:
    demands = {"russia": ["withdrawal before ceasefire or package signed before ceasefire"]}
    assert not deadlocks(table(demands | {"ukraine": ["ceasefire before withdrawal"]}))
    assert deadlocks(table(demands | {"ukraine": ["ceasefire before withdrawal; ceasefire before package signed"]}))


def test_what_is_accepted_beside_the_demand_is_a_way_too() -> None:
    demands = {"russia": ["withdrawal before ceasefire"], "ukraine": ["ceasefire before withdrawal"]}
    assert deadlocks(table(demands))
    assert not deadlocks(table(demands, accepts={"russia": ["ceasefire then withdrawal"]}))
    knot = only(deadlocks(table(demands, accepts={"russia": ["withdrawal then ceasefire then elections"]})))
    assert not knot.choices  # both ways share what Ukraine does not want
    assert len(knot.circles) == 1


def test_all_of_goes_together_and_any_of_is_one_precondition() -> None:
    made = table(
        {
            "russia": ["(withdrawal before ceasefire; withdrawal before elections) or package signed before ceasefire"],
            "ukraine": ["elections before withdrawal; ceasefire before package signed"],
        }
    )
    assert said(made)[0] == (
        "Russia leaves a choice, and no way of it helps: “withdrawal before ceasefire and withdrawal before elections”, "
        "but Ukraine wants elections before withdrawal; “package signed before ceasefire”, but Ukraine wants ceasefire "
        "before package signed."
    )


def test_two_choices_that_no_combination_opens() -> None:
    demands = {
        "one": ["a before b or b before c"],
        "two": ["b before a or c before d"],
        "three": ["d before c; c before b"],
    }
    made = table(demands, order(("a", "b", "c", "d")))
    assert said(made) == [
        "One and Two leave a choice, and no way of it helps: “a before b” with “b before a”, which go in a circle; "
        "“a before b” with “c before d”, but Three wants d before c; “b before c” with “b before a”, but Three "
        "wants c before b; “b before c” with “c before d”, but Three wants c before b.",
        "It opens if One drops “a before b or b before c”, or if Two drops “b before a or c before d”, or if Three "
        "drops “d before c”, or if Three drops “c before b”.",
    ]
    assert len(only(deadlocks(made)).choices[0].preconditions) == 2


def test_every_link_has_its_owners_words_place_and_source_of_its_own_entry() -> None:
    made = table(
        {"ukraine": ["elections last", "ceasefire before withdrawal"], "russia": ["withdrawal before ceasefire"]}
    )
    (circle,) = only(deadlocks(made)).circles
    assert [(each.party, each.words, each.place.line) for link in circle.links for each in link.wanted] == [
        ("ukraine", ("ceasefire before withdrawal",), 2),
        ("russia", ("withdrawal before ceasefire",), 1),
    ]


def test_several_owners_must_all_give_way() -> None:
    """Two parties that want the same are two preconditions to drop; one alone opens nothing."""
    made = table(
        {
            "russia": ["withdrawal before ceasefire"],
            "ukraine": ["ceasefire first"],
            "poland": ["ceasefire before withdrawal"],
        },
        salience={"russia": 100, "ukraine": 40, "poland": 30},
    )
    knot = only(deadlocks(made))
    assert [[each.party for each in dropped] for dropped in knot.opening.sets] == [["russia"]]
    assert knot.cheapest is not None
    assert [[each.party for each in dropped] for dropped in knot.cheapest.sets] == [["ukraine", "poland"]]
    assert knot.cheapest.cost == 70
    assert said(made)[-1] == (
        "By the salience that the editor gave them, it costs least (70) if Ukraine drops ceasefire before withdrawal, "
        "which follows from “ceasefire first”, and Poland drops “ceasefire before withdrawal”."
    )


def test_a_name_with_an_and_is_one_owner() -> None:
    made = table({"trinidad and tobago": ["withdrawal before ceasefire"], "ukraine": ["ceasefire before withdrawal"]})
    assert "Trinidad And Tobago wants withdrawal before ceasefire" in said(made)[0]
    both = {"one": ["a before b"], "two": ["a before b"], "three": ["b before a"]}
    assert said(table(both, order(("a", "b"))))[0] == (
        "One and Two want a before b; Three wants b before a: a circle of two, so neither can come first."
    )


def test_more_than_can_be_named_is_counted() -> None:
    """Nine circles of two, held together by one of all steps."""
    steps = [f"s{n}" for n in range(18)]
    ring = "; ".join(f"s{n} before s{(n + 1) % 18}" for n in range(17))
    back = "; ".join(f"s{n + 1} before s{n}" for n in range(0, 18, 2))
    made = table({"one": [ring], "two": [back], "three": ["s17 before s0"]}, order(tuple(steps)))
    knot = only(deadlocks(made))
    assert (knot.opening.exact, knot.opening.cost) == (True, 9)
    assert said(made)[-1] == "It takes the dropping of 9 of these preconditions to open it."


def test_where_the_search_is_given_up_it_is_said() -> None:
    steps, pairs = tuple(f"s{n}" for n in range(22)), list(combinations(range(22), 2))
    forth = "; ".join(f"s{a} before s{b}" for a, b in pairs)
    back = "; ".join(f"s{b} before s{a}" for a, b in pairs)
    made = table({"one": [forth], "two": [back]}, order(steps))
    knot = only(deadlocks(made))
    assert not knot.opening.exact
    assert said(made)[-1] == (
        "The smallest way out was not found in the time allowed; the best found drops 231 of these preconditions."
    )


def test_who_need_not_agree_blocks_nothing_and_is_named_beside() -> None:
    demands = {
        "russia": ["withdrawal before ceasefire"],
        "ukraine": ["ceasefire before withdrawal"],
        "europe": ["ceasefire before withdrawal"],
    }
    made = table(demands, observers=("europe",))
    (circle,) = only(deadlocks(made)).circles
    assert [[each.party for each in link.wanted] for link in circle.links] == [["ukraine"], ["russia"]]
    assert [[each.party for each in link.also] for link in circle.links] == [["europe"], []]
    del demands["ukraine"]
    assert only(deadlocks(table(demands, observers=("europe",))))  # asked of two of whom one must agree: both count
    three = demands | {"turkiye": ["elections before withdrawal"]}
    assert not deadlocks(table(three, observers=("europe",)))


def test_dropping_one_pair_leaves_what_else_was_said() -> None:
    """ "Ceasefire first" and "ceasefire before talks before elections" state ceasefire before elections by itself."""
    made = table(
        {"ukraine": ["ceasefire first; talks on territory before elections"], "russia": ["elections before ceasefire"]}
    )
    knot = only(deadlocks(made))
    assert [[each.words for each in dropped] for dropped in knot.opening.sets] == [
        [("elections before ceasefire",)]
    ] or (len(knot.opening.sets) == 1)
    assert knot.opening.cost == 1


def test_days_that_do_not_add_up() -> None:
    made = table(
        {
            "russia": ["elections within 100 days after martial law lifted"],
            "ukraine": [
                "ceasefire at least 30 days before elections",
                "martial law lifted at least 90 days before ceasefire",
            ],
        }
    )
    assert said(made) == [
        "Ukraine wants ceasefire at least 30 days before elections and martial law lifted at least 90 days before "
        "ceasefire; Russia wants elections at most 100 days after martial law lifted: 20 days short, so no timetable "
        "keeps all of this.",
        "It opens if Russia drops “elections at most 100 days after martial law lifted”, or if Ukraine drops “elections "
        "at least 30 days after ceasefire”, or if Ukraine drops “ceasefire at least 90 days after martial law lifted”.",
    ]


def test_days_in_the_units_of_their_owners() -> None:
    demands = {
        "russia": ["elections within 100 days after martial law lifted"],
        "ukraine": ["elections at least 6 months after martial law lifted"],
    }
    assert said(table(demands))[0] == (
        "Ukraine wants martial law lifted at least 6 months before elections; Russia wants elections at most 100 days "
        "after martial law lifted: 80 days short, so no timetable keeps all of this. Months are counted as 30 days and "
        "years as 12 of them."
    )


def test_two_knots_of_one_issue() -> None:
    made = table(
        {
            "russia": ["withdrawal before ceasefire; elections within 9 days after package signed"],
            "ukraine": ["ceasefire before withdrawal; elections at least 10 days after package signed"],
        }
    )
    assert [len(knot.circles) for knot in deadlocks(made)] == [1, 1]
    assert [knot.circles[0].missing for knot in deadlocks(made)] == [0, 1]


def test_nothing_where_nothing_is_demanded() -> None:
    assert not deadlocks(table({"russia": ["withdrawal before ceasefire"], "ukraine": ["anything"]}))
    assert not deadlocks(table({"russia": ["withdrawal before ceasefire"]}))
    assert not deadlocks(table({"russia": ["withdrawal before ceasefire"], "ukraine": ["nothing"]}))


# --- between issues

WAITING = """
negotiation: Who goes first
parties: {russia: Russia, ukraine: Ukraine}
issues:
  nato: {title: NATO, type: scale, options: [neutral, open door, own choice]}
  guarantees: {title: Guarantees, type: scale, options: [none, robust, binding]}
  truce: {title: Truce, type: yes-no}
sources:
  paper: {title: A paper, date: 2025-06-01, grade: A}
"""


def waiting(tmp_path: Path, russia: str, ukraine: str) -> Table:
    (tmp_path / "parties").mkdir()
    (tmp_path / "negotiation.yaml").write_text(WAITING, encoding="utf-8")
    for name, positions in (("russia", russia), ("ukraine", ukraine)):
        text = f"party: {name}\nsalience: {{nato: 80, guarantees: 60}}\nstatements:\n  - source: paper\n    positions:\n{positions}"
        (tmp_path / f"parties/{name}.yaml").write_text(text, encoding="utf-8")
    loaded = load(tmp_path)
    assert not loaded.problems, loaded.problems
    assert loaded.negotiation
    return Table(loaded.negotiation)


UKRAINE = """\
      nato: {demand: own choice, accept: {terms: neutral, if: {guarantees: at least robust}}}
      guarantees: at least robust
"""
RUSSIA = """\
      nato: neutral
      guarantees: {demand: none, accept: {terms: robust, if: {nato: neutral}}}
"""


def test_issues_that_wait_for_each_other(tmp_path: Path) -> None:
    made = waiting(tmp_path, RUSSIA, UKRAINE)
    assert said(made) == [
        "Russia accepts “robust” on “Guarantees” only if “NATO” is “neutral”; Ukraine accepts “neutral” on “NATO” only "
        "if “Guarantees” is at least “robust”: a circle of two, so neither can be settled first.",
        "No condition contradicts another: settled together, all of them could hold.",
        "It opens if Ukraine settles “NATO” without waiting, or if Russia settles “Guarantees” without waiting.",
        "By the salience that the editor gave them, it costs least (60) if Russia settles “Guarantees” without waiting.",
    ]
    knot = only(deadlocks(made))
    assert knot.issue is None
    assert [each.place.line for link in knot.circles[0].links for each in link.wanted] == [7, 6]


def test_a_condition_that_is_met_or_an_offer_without_one_waits_for_nothing(tmp_path: Path) -> None:
    free = RUSSIA.replace("{demand: none, accept: {terms: robust, if: {nato: neutral}}}", "at most robust")
    assert not deadlocks(waiting(tmp_path, free, UKRAINE))


def test_conditions_that_contradict_each_other(tmp_path: Path) -> None:
    other = RUSSIA.replace("if: {nato: neutral}", "if: {nato: open door}").replace(
        "nato: neutral\n", "nato: at most open door\n", 1
    )
    made = waiting(tmp_path, other, UKRAINE)
    assert "The conditions contradict each other, so that settling all of it together does not help either." in said(
        made
    )


def test_one_that_waits_alone_is_no_circle(tmp_path: Path) -> None:
    one_way = UKRAINE.replace("guarantees: at least robust", "guarantees: binding")
    assert not deadlocks(waiting(tmp_path, RUSSIA.replace("if: {nato: neutral}", "if: {truce: yes}"), one_way))


# --- random parties against all orders

LETTERS = ("a", "b", "c", "d")
ORDERS = list(permutations(LETTERS))
Atom = tuple[str, Callable[[tuple[str, ...]], bool]]
"""Words, and whether an order keeps them."""


def stands(*steps: str) -> Callable[[tuple[str, ...]], bool]:
    return lambda order: [step for step in order if step in steps] == list(steps)


FIXED: list[Atom] = [
    ("a first", lambda order: order[0] == "a"),
    ("d last", lambda order: order[-1] == "d"),
    ("a then b then c", stands("a", "b", "c")),
    ("(a before b; c before d)", lambda order: stands("a", "b")(order) and stands("c", "d")(order)),
    ("(anything but b first)", lambda order: order[0] != "b"),
]
ATOMS: st.SearchStrategy[Atom] = st.sampled_from(FIXED) | st.permutations(LETTERS).map(
    lambda some: (f"{some[0]} before {some[1]}", stands(*some[:2]))
)
Demand = list[list[Atom]]
DEMANDS: st.SearchStrategy[Demand] = st.lists(st.lists(ATOMS, min_size=1, max_size=2), min_size=1, max_size=3)


def words_of(demand: Demand) -> str:
    return "; ".join(" or ".join(words for words, _ in clause) for clause in demand)


def holds(demand: Demand, order: tuple[str, ...]) -> bool:
    return all(any(kept(order) for _, kept in clause) for clause in demand)


@given(st.lists(DEMANDS, min_size=2, max_size=3))
def test_a_deadlock_is_there_where_no_order_keeps_all(demands: list[Demand]) -> None:
    if not all(any(holds(demand, order) for order in ORDERS) for demand in demands):
        return  # a party that contradicts itself is a problem of its file
    made = table({name: [words_of(demand)] for name, demand in zip("xyz", demands, strict=False)}, order(LETTERS))
    found = deadlocks(made)
    assert bool(found) != any(all(holds(demand, order) for demand in demands) for order in ORDERS)
    for knot in found:
        assert knot.circles or knot.choices
        assert all(KnotWords(knot, made).sentences())
        for circle in knot.drawn():
            assert not [order for order in ORDERS if all(_kept(link, order) for link in circle.links)]


def _kept(link: Link, order: tuple[str, ...]) -> bool:
    return order.index(LETTERS[link.bound.step]) < order.index(LETTERS[link.bound.other])


@given(
    st.lists(
        st.lists(st.permutations(LETTERS).map(lambda some: tuple(some[:2])), min_size=1, max_size=4),
        min_size=2,
        max_size=3,
    )
)
def test_one_shortest_circle_for_each_knot(wanted: list[list[tuple[str, str]]]) -> None:
    """Against all circles of steps; knots are the strongly connected groups."""
    demands = {}
    for name, pairs in zip("xyz", wanted, strict=False):
        if not any(all(order.index(a) < order.index(b) for a, b in pairs) for order in permutations(LETTERS)):
            return
        demands[name] = ["; ".join(f"{a} before {b}" for a, b in pairs)]
    edges = {pair for pairs in wanted for pair in pairs}
    found = deadlocks(table(demands, order(LETTERS)))
    circles = [way for size in (2, 3, 4) for way in permutations(LETTERS, size) if _closes(way, edges)]
    expected: dict[frozenset[str], int] = {}
    for way in circles:
        group = frozenset(
            letter for letter in LETTERS if _reaches(way[0], letter, edges) and _reaches(letter, way[0], edges)
        )
        expected[group] = min(len(way), expected.get(group, len(way)))
    assert sorted(len(circle.links) for knot in found for circle in knot.circles) == sorted(expected.values())


def _closes(way: tuple[str, ...], edges: set[tuple[str, str]]) -> bool:
    return all(pair in edges for pair in zip(way, (*way[1:], way[0]), strict=True))


def _reaches(start: str, end: str, edges: set[tuple[str, str]]) -> bool:
    seen, todo = {start}, [start]
    while todo:
        here = todo.pop()
        new = {b for a, b in edges if a == here} - seen
        seen |= new
        todo += new
    return end in seen


# --- what a party said, and what only follows from it


def of_two(russia: str, ukraine: str) -> str:
    return " ".join(said(table({"russia": [russia], "ukraine": [ukraine]})))


def test_what_follows_from_a_broader_clause_is_not_told_as_said() -> None:
    assert of_two("withdrawal before ceasefire", "ceasefire first") == (
        "Ukraine wants ceasefire before withdrawal (follows from “ceasefire first”); "
        "Russia wants withdrawal before ceasefire: a circle of two, so neither can come first. "
        "It opens if Russia drops “withdrawal before ceasefire”, "
        "or if Ukraine drops ceasefire before withdrawal, which follows from “ceasefire first”."
    )


def test_what_was_also_said_in_so_many_words_is_told_as_said() -> None:
    for words in ("ceasefire first; ceasefire before withdrawal", "ceasefire before withdrawal; ceasefire first"):
        told = of_two("withdrawal before ceasefire", words)
        assert "follows" not in told
        assert "Ukraine drops “ceasefire before withdrawal”" in told


def test_links_of_one_chain_name_it_once() -> None:
    chain = "ceasefire then withdrawal then talks on territory"
    told = of_two("talks on territory before ceasefire", chain)
    wanted = "ceasefire before withdrawal and withdrawal before talks on territory"
    assert f"Ukraine wants {wanted} (follow from “{chain}”); Russia" in told


def test_an_alternative_that_follows_from_a_broader_clause() -> None:
    """A party that would accept something else instead leaves a choice between what both ask for."""
    made = table({"ukraine": ["ceasefire first"]}, accepts={"ukraine": ["elections first"]})
    (choice,) = preconditions(made)
    assert choice.follows_from == ("ceasefire first", "elections first")
    shared, *_ = preconditions(
        table({"ukraine": ["ceasefire first"]}, accepts={"ukraine": ["ceasefire before elections"]})
    )
    assert (shared.words, shared.follows_from) == (("ceasefire before elections",), ("",)), "said in so many words"


def preconditions(made: Table) -> list[Precondition]:
    (issue,) = made.issues
    assert isinstance(issue.domain, Sequences)
    return [each for party in made.names for each in between_steps(made.position(party, issue.id), issue.domain)]
