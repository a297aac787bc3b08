"""What changed between two versions: examples, and laws on random versions."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.compare import Table, Verdict
from negotiate.compare.changes.changes import Changes, PositionChange, changes
from negotiate.compare.changes.matching import How
from negotiate.compare.changes.record_change import Kind
from negotiate.compare.over_time.shift import Direction, Extent, accepted, ruled_out, shift
from negotiate.compare.verdict import RANK
from negotiate.model import Estimates, Event, Reply, Response, Source, Stance, When
from negotiate.terms import AnyDomain, Line, Scale, Sequences, Subsets

from ..report.tables import table
from . import brute
from .build import ASSETS, GUARANTEES, KM, NATO, PLACE, REGIONS, STEPS, TROOPS, issue, position
from .herring import read
from .test_laws import OUTCOMES, domains, sides

NAMES = {"a": "Ann", "b": "Ben", "c": "Cleo"}


def said(domain: AnyDomain, **positions: dict[str, Any]) -> Table:
    """The positions of these parties on one issue."""
    made = {party: position(party, domain, **given) for party, given in positions.items()}
    return table(domain, made, NAMES)


def one(found: Changes) -> PositionChange:
    (change,) = found.positions
    return change


# --- examples: (domain, A before, A now, B) -> direction, accepted, ruled out

SOFTENED, HARDENED, NEITHER, PASSED, UNKNOWN = Direction
SAME, MORE, LESS, OTHER = Extent
if_robust = [("at least 800_000", {"g": (GUARANTEES, "Article 5-like")})]

EXAMPLES: list[tuple[AnyDomain, dict[str, Any], dict[str, Any], dict[str, Any], Any, Any, Any]] = [
    # nearer by distance, by verdict, by what is ruled out
    (TROOPS, {"demand": "85_000"}, {"demand": "100_000"}, {"demand": "250_000"}, SOFTENED, OTHER, SAME),
    (TROOPS, {"demand": "100_000"}, {"demand": "85_000"}, {"demand": "250_000"}, HARDENED, OTHER, SAME),
    (TROOPS, {"demand": "at most 5"}, {"demand": "at most 9"}, {"demand": "7"}, SOFTENED, MORE, SAME),
    (
        TROOPS,
        {"demand": "no cap", "rules_out": "any limit"},
        {"demand": "no cap"},
        {"demand": "85_000"},
        SOFTENED,
        SAME,
        LESS,
    ),
    # a number in place of none: no number closed the gap before
    (TROOPS, {"demand": "no cap"}, {"demand": "no cap", "accept": ["9"]}, {"demand": "5"}, SOFTENED, MORE, SAME),
    # on a condition is nearer than not at all, and less than without one
    (
        TROOPS,
        {"demand": "no cap"},
        {"demand": "no cap", "accept": if_robust},
        {"demand": "800_000"},
        SOFTENED,
        MORE,
        SAME,
    ),
    (
        TROOPS,
        {"demand": "no cap", "accept": ["at least 800_000"]},
        {"demand": "no cap", "accept": if_robust},
        {"demand": "800_000"},
        HARDENED,
        LESS,
        SAME,
    ),
    # both could meet before and after: the common ground decides
    (NATO, {"demand": "ban"}, {"demand": "ban", "accept": ["open door"]}, {"demand": "anything"}, SOFTENED, MORE, SAME),
    (TROOPS, {"demand": "1 to 5"}, {"demand": "1 to 3"}, {"demand": "at most 5"}, HARDENED, LESS, SAME),
    # moved, and neither nearer nor further
    (KM, {"demand": "at most 5"}, {"demand": "1 to 5"}, {"demand": "9"}, NEITHER, LESS, SAME),
    (ASSETS, {"demand": "returned"}, {"demand": "frozen"}, {"demand": "to Ukraine"}, NEITHER, OTHER, SAME),
    (TROOPS, {"demand": "5"}, {"demand": "5", "rules_out": "no cap"}, {"demand": "5"}, NEITHER, SAME, MORE),
    # cannot be told: no value named, other things meant, refused
    (TROOPS, {"demand": "some limit"}, {"demand": "limit of 9"}, {"demand": "9"}, UNKNOWN, None, SAME),
    (KM, {"demand": "5"}, {"demand": "5", "scope": "at night"}, {"demand": "5"}, UNKNOWN, None, SAME),
    (KM, {"demand": "5"}, {"stance": Stance.UNDISCLOSED}, {"demand": "5"}, UNKNOWN, None, SAME),
    # of sets and orders
    (REGIONS, {"demand": "all"}, {"demand": "including Donetsk"}, {"demand": "exactly Donetsk"}, SOFTENED, MORE, SAME),
    (
        STEPS,
        {"demand": "withdrawal before ceasefire"},
        {"demand": "treaty last"},
        {"demand": "ceasefire then withdrawal"},
        SOFTENED,
        OTHER,
        SAME,
    ),
    # to leave it to the others
    (NATO, {"demand": "ban"}, {"stance": Stance.INDIFFERENT}, {"demand": "membership"}, SOFTENED, MORE, SAME),
]


@pytest.mark.parametrize(("domain", "before", "now", "other", "direction", "more", "line"), EXAMPLES)
def test_moves(
    domain: AnyDomain,
    before: dict[str, Any],
    now: dict[str, Any],
    other: dict[str, Any],
    direction: Direction,
    more: Extent | None,
    line: Extent | None,
) -> None:
    change = one(changes(said(domain, a=before, b=other), said(domain, a=now, b=other)))
    assert change.how is How.CHANGED and change.moved and not change.reworded
    assert [(each.party, each.direction) for each in change.shifts] == [("b", direction)]
    assert (change.accepted, change.ruled_out) == (more, line)


def test_what_the_other_did_meanwhile_does_not_count() -> None:
    """Ben came nearer by 100, Ann went 10 further away from wherever Ben stands."""
    found = changes(
        said(KM, a={"demand": "20"}, b={"demand": "200"}), said(KM, a={"demand": "10"}, b={"demand": "100"})
    )
    directions = {each.party: each.shifts[0].direction for each in found.positions}
    assert directions == {"a": HARDENED, "b": SOFTENED}


def test_past_each_other() -> None:
    found = changes(said(KM, a={"demand": "1"}, b={"demand": "9"}), said(KM, a={"demand": "9"}, b={"demand": "1"}))
    assert [each.shifts[0].direction for each in found.positions] == [PASSED, PASSED]
    assert found.positions[0].shifts[0].to_new is HARDENED
    assert found.flips == ()


def test_only_the_old_position_of_the_other_tells() -> None:
    silent = {"stance": Stance.UNDISCLOSED}
    found = changes(said(KM, a={"demand": "1"}, b={"demand": "9"}), said(KM, a={"demand": "5"}, b=silent))
    (seen,) = found.positions[0].shifts
    assert (seen.direction, seen.by_old) == (SOFTENED, True)


def test_other_words_for_the_same() -> None:
    change = one(changes(said(KM, a={"demand": "at most 5"}), said(KM, a={"demand": "AT MOST 5.0"})))
    assert [part.name for part in change.parts] == ["demand"]
    assert change.reworded and not change.moved and change.shifts == ()


def test_thousands_may_be_written_in_any_way() -> None:
    assert not changes(said(TROOPS, a={"demand": "85_000"}), said(TROOPS, a={"demand": "85,000"}))


def test_a_demand_and_an_acceptance_that_change_places() -> None:
    before, now = {"demand": "5", "accept": ["9"]}, {"demand": "9", "accept": ["5"]}
    change = one(changes(said(KM, a=before, b={"demand": "1"}), said(KM, a=now, b={"demand": "1"})))
    assert change.moved
    assert change.accepted is SAME and change.shifts[0].direction is NEITHER


def test_added_and_dropped() -> None:
    nothing, five = said(KM, a={}, b={"demand": "7"}), said(KM, a={"demand": "5"}, b={"demand": "7"})
    added, dropped = changes(nothing, five), changes(five, nothing)
    assert (one(added).how, one(dropped).how) == (How.ADDED, How.DROPPED)
    assert one(added).shifts == one(dropped).shifts == ()
    assert [(flip.old, flip.new) for flip in added.flips] == [(Verdict.ONE_SIDED, Verdict.GAP)]


def test_what_was_re_opened_is_flagged() -> None:
    met, apart = said(KM, a={"demand": "5"}, b={"demand": "5"}), said(KM, a={"demand": "5"}, b={"demand": "9"})
    assert [flip.reopened for flip in changes(met, apart).flips] == [True]
    assert [flip.reopened for flip in changes(apart, met).flips] == [False]


def test_what_was_re_opened_by_way_of_silence_is_flagged_between_two_moments(tmp_path: Path) -> None:
    """They met in spring, of one nothing counts in summer, and in autumn they are apart, in winter by more."""
    main, north, south = MOMENTS
    (tmp_path / "parties").mkdir()
    for name, text in (("negotiation", main), ("parties/north", north), ("parties/south", south)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    spring, summer, autumn, winter = (Table(read(tmp_path), each) for each in read(tmp_path).rounds)
    flips = changes(summer, autumn).flips
    assert [(flip.issue, flip.old, flip.reopened) for flip in flips] == [("boats", Verdict.ONE_SIDED, True)]
    assert [flip.reopened for flip in changes(spring, autumn).flips] == [True]
    assert [(flip.new, flip.reopened) for flip in changes(autumn, winter).flips] == [(Verdict.CLASH, False)]
    other = Table(replace(autumn.negotiation, title="Another"), autumn.as_of)
    assert [flip.reopened for flip in changes(summer, other).flips] == [False], "of another there is no between"


MOMENTS = (
    """\
negotiation: Moments
fictional: yes
rounds:
  spring: {date: 2031-03-01}
  summer: {date: 2031-06-01}
  autumn: {date: 2031-09-01}
  winter: {date: 2031-12-01}
parties: {north: North, south: South}
issues: {boats: {title: Boats, type: quantity, unit: boats}}
""",
    """\
party: north
statements:
  - {date: 2031-03-01, positions: {boats: at most 5}}
  - {date: 2031-12-01, positions: {boats: {rules_out: above 7}}}
""",
    """\
party: south
statements:
  - {date: 2031-03-01, until: 2031-06-10, positions: {boats: at least 5}}
  - {date: 2031-09-01, positions: {boats: at least 9}}
""",
)


def test_the_opening_pair_comes_first() -> None:
    before = said(KM, a={"demand": "1"}, b={"demand": "1"}, c={"demand": "1"})
    now = said(KM, a={"demand": "2"}, b={"demand": "1"}, c={"demand": "3"})
    now = Table(replace(now.negotiation, show=("b", "c")))
    assert [flip.pair for flip in changes(before, now).flips] == [("b", "c"), ("a", "b"), ("a", "c")]


def test_an_issue_of_another_measure_cannot_be_compared() -> None:
    found = changes(said(NATO, a={"demand": "ban"}), said(Scale(("ban", "open door")), a={"demand": "open door"}))
    assert one(found).moved and one(found).shifts == () and one(found).accepted is None
    assert [(each.kind, each.parts[0].name) for each in found.records] == [(Kind.ISSUE, "options")]


def test_of_some_parties() -> None:
    before = said(KM, a={"demand": "1"}, b={"demand": "1"}, c={"demand": "1"})
    found = changes(before, said(KM, a={"demand": "2"}, b={"demand": "3"}, c={"demand": "1"}))
    two, alone = found.among(["a", "c"]), found.among(["a"])
    assert [each.party for each in two.positions] == ["a"]
    assert [each.party for each in two.positions[0].shifts] == ["c"]
    assert [flip.pair for flip in two.flips] == [("a", "c")]
    assert [each.party for each in alone.positions[0].shifts] == ["b", "c"]
    assert [flip.pair for flip in alone.flips] == [("a", "b"), ("a", "c")]


# --- what stands around the positions

DAYS = [When(date(2031, 1, day), date(2031, 1, day), f"2031-01-0{day}") for day in (1, 2, 3)]
BASE = said(KM, a={"demand": "5"}, b={"demand": "9"}).negotiation


def reply(says: Reply = Reply.REJECTS, when: When = DAYS[0], **more: Any) -> Response:
    return Response("a", ("b",), says, PLACE, "x", when=when, **more)


def of(**more: Any) -> Table:
    return Table(replace(BASE, **more))


def told(found: Changes) -> list[tuple[str, str, list[str]]]:
    return [(each.kind.value, each.how.value, [part.name for part in each.parts]) for each in found.records]


def test_replies_are_known_by_whom_they_answer_and_when() -> None:
    before = of(responses=(reply(), reply(Reply.DEFERS, DAYS[1])))
    now = of(responses=(reply(Reply.DEFERS, DAYS[1], quote="later"), reply(Reply.ACCEPTS)))
    assert told(changes(before, now)) == [("reply", "changed", ["quote"]), ("reply", "changed", ["says"])]


def test_equal_replies_are_counted() -> None:
    assert told(changes(of(responses=(reply(), reply())), of(responses=(reply(),)))) == [
        ("reply", "dropped", ["party", "says", "to", "issue", "date"])
    ]


def test_what_does_not_count_yet() -> None:
    both = replace(BASE, responses=(reply(when=DAYS[2]),), events=(Event(DAYS[1], "A storm", PLACE),))
    found = changes(Table(both, DAYS[0].start), Table(both, DAYS[2].start))
    assert [(each.kind, each.counts_again) for each in found.records] == [(Kind.REPLY, True), (Kind.EVENT, True)]


def test_sources_are_known_by_id() -> None:
    before = of(sources={"x": Source("x", "Paper", PLACE), "y": Source("y", "Memo", PLACE)})
    now = of(sources={"y": Source("y", "Memo", PLACE, grade="A"), "z": Source("z", "Paper", PLACE)})
    assert told(changes(before, now)) == [
        ("source", "changed", ["grade"]),
        ("source", "added", ["title"]),
        ("source", "dropped", ["title"]),
    ]


def test_salience_is_a_part_of_the_position() -> None:
    found = changes(BASE_TABLE, of(estimates={"a": Estimates(salience={"x": 80})}))
    assert [(part.name, part.old, part.new) for part in one(found).parts] == [("salience", "", "80")]
    assert not one(found).moved and found.flips == ()


def test_the_lines_of_a_file_are_no_change() -> None:
    moved = {key: tuple(each._replace(place=PLACE._replace(line=9)) for each in entries) for key, entries in
             BASE.entries.items()}  # fmt: skip
    assert not changes(BASE_TABLE, of(entries=moved))


def test_what_was_replaced_since_is_a_change_of_its_statement() -> None:
    def spoken(first: str) -> Table:
        entries = [_entry("a", first, DAYS[0]), _entry("a", "7", DAYS[1])]
        return of(entries={("a", "x"): tuple(entries)})

    found = changes(spoken("5"), spoken("6"))
    assert found.positions == ()
    assert [(each.kind, [tuple_of(part) for part in each.parts]) for each in found.records] == [
        (Kind.STATEMENT, [("on x", "demand: 5", "demand: 6")])
    ]


def tuple_of(part: Any) -> tuple[str, str, str]:
    return part.name, part.old, part.new


def _entry(party: str, words: str, when: When) -> Any:
    made = BASE.entries[party, "x"][0]
    statement = replace(made.statement, when=when)
    demand = position(party, KM, words).demand
    assert demand
    return made._replace(statement=statement, demand=demand._replace(statement=statement))


BASE_TABLE = Table(BASE)


# --- laws


@st.composite
def versions(draw: st.DrawFn, domain: AnyDomain) -> Table:
    """Three parties on one issue, and some of everything else."""
    made = {party: draw(sides(domain, party))[0] for party in NAMES if draw(st.integers(0, 5))}
    whole = table(domain, made, NAMES).negotiation
    return Table(
        replace(
            whole,
            title=draw(st.sampled_from(["A test", "Another"])),
            sources=draw(st.dictionaries(st.sampled_from("xyz"), _sources, max_size=2)),
            responses=tuple(draw(st.lists(_replies, max_size=4))),
            events=tuple(draw(st.lists(_events, max_size=3))),
            estimates={"a": Estimates(salience=draw(st.dictionaries(st.just("x"), st.integers(0, 2))))},
        ),
        draw(st.sampled_from([None, DAYS[1].start, date(2032, 1, 1)])),
    )


_sources = st.builds(Source, st.just("x"), st.sampled_from(["Paper", "Memo"]), st.just(PLACE))
_replies = st.builds(
    Response,
    st.sampled_from("ab"),
    st.just(("c",)),
    st.sampled_from([Reply.ACCEPTS, Reply.REJECTS]),
    st.just(PLACE),
    st.sampled_from(["", "x"]),
    when=st.sampled_from(DAYS),
    quote=st.sampled_from(["", "no"]),
)
_events = st.builds(Event, st.sampled_from(DAYS), st.sampled_from(["A storm", "A strike"]), st.just(PLACE))


@domains
@given(data=st.data())
def test_nothing_changed_between_a_version_and_itself(domain: AnyDomain, data: st.DataObject) -> None:
    version = data.draw(versions(domain))
    again = Table(replace(version.negotiation), version.as_of.day)
    assert not changes(version, again)


@domains
@given(data=st.data())
def test_read_backwards_it_is_the_mirror(domain: AnyDomain, data: st.DataObject) -> None:
    old, new = data.draw(versions(domain)), data.draw(versions(domain))
    assert facts(changes(old, new)) == facts(changes(new, old), backwards=True)


def facts(found: Changes, backwards: bool = False) -> dict[str, list[str]]:
    turn: Callable[[Any, Any], tuple[Any, Any]] = (lambda a, b: (b, a)) if backwards else (lambda a, b: (a, b))
    swap: Callable[[Any], Any] = (lambda value: MIRROR.get(value, value)) if backwards else (lambda value: value)

    def parts(each: Any) -> list[Any]:
        return sorted((part.name, *turn(part.old, part.new)) for part in each.parts)

    positions = [
        (each.party, each.issue, swap(each.how), each.moved, each.reworded, parts(each), swap(each.accepted),
         swap(each.ruled_out), sorted((seen.party, swap(seen.direction).value) for seen in each.shifts))
        for each in found.positions
    ]  # fmt: skip
    flips = [(each.issue, sorted(each.pair), *turn(each.old, each.new)) for each in found.flips]
    records = [(each.kind, swap(each.how), parts(each)) for each in found.records]
    return {"positions": ordered(positions), "flips": ordered(flips), "records": ordered(records)}


def ordered(facts: list[Any]) -> list[str]:
    return sorted(map(repr, facts))


MIRROR: dict[Any, Any] = {
    How.ADDED: How.DROPPED,
    How.DROPPED: How.ADDED,
    SOFTENED: HARDENED,
    HARDENED: SOFTENED,
    MORE: LESS,
    LESS: MORE,
}


@domains
@given(data=st.data())
def test_softened_and_hardened_are_those_of_the_brute_force(domain: AnyDomain, data: st.DataObject) -> None:
    (before, side_before), (now, side_now) = data.draw(sides(domain, "a")), data.draw(sides(domain, "a"))
    fixed, side_fixed = data.draw(sides(domain, "b"))
    seen = shift(issue(domain), (before, now), (fixed, fixed))
    assert seen.direction.value == brute_direction(domain, side_before, side_now, side_fixed)


def brute_direction(domain: AnyDomain, before: brute.Side, now: brute.Side, other: brute.Side) -> str:
    """From sets of outcomes alone."""
    everything = frozenset(OUTCOMES[domain])
    words = [brute.verdict(side, other, everything) for side in (before, now)]
    ranks = [{verdict.value: rank for verdict, rank in RANK.items()}.get(word) for word in words]
    if None in ranks:
        return "cannot be told"
    if ranks[0] != ranks[1]:
        return "softened" if ranks[1] > ranks[0] else "hardened"  # type: ignore[operator]
    if words[0] in ("gap", "clash"):
        return by_distance(domain, [brute_distances(domain, side, other, everything) for side in (before, now)])
    old, new = (brute_common(side, other, everything) for side in (before, now))
    return "softened" if old < new else "hardened" if new < old else "neither"


def by_distance(domain: AnyDomain, found: list[tuple[Any, Any]]) -> str:
    for old, new in zip(*found, strict=True):
        if old is not None and new is not None and old != new:
            return "softened" if new < old else "hardened"
    return "neither"


def brute_distances(domain: AnyDomain, a: brute.Side, b: brute.Side, everything: frozenset[Any]) -> tuple[Any, Any]:
    """Between what both accept without condition, and with conditions."""
    zones = [brute.zones(side, everything) for side in (a, b)]
    if set.union(zones[0][2], zones[1][2]) == everything and not (a.refuses or b.refuses):
        return None, None  # no outcome is left
    if not (a.stated and b.stated):
        return None, None  # a red line alone
    firm = nearest(domain, zones[0][0], zones[1][0])
    wide = nearest(domain, zones[0][1], zones[1][1])
    if firm is None:
        return wide or None, wide or None  # 0: the terms meet, but their conditions exclude each other
    return firm, wide or firm


def nearest(domain: AnyDomain, a: set[Any], b: set[Any]) -> Any:
    if not a or not b:
        return None
    if a & b:
        return 0
    if isinstance(domain, Line):
        return min((abs(x - y) for x in a for y in b if math.isfinite(x) and math.isfinite(y)), default=math.inf)
    if isinstance(domain, Scale):
        return min(abs(domain.options.index(x) - domain.options.index(y)) for x in a for y in b)
    if isinstance(domain, Subsets):
        return min(len(x ^ y) for x in a for y in b)
    if isinstance(domain, Sequences):
        return min(sum((x.index(p) < x.index(q)) != (y.index(p) < y.index(q)) for p, q in combinations(x, 2))
                   for x in a for y in b)  # fmt: skip
    return None


def brute_common(a: brute.Side, b: brute.Side, everything: frozenset[Any]) -> set[Any]:
    """Without condition where that is not empty, else on conditions that can hold together."""
    (firm_a, wide_a, _), (firm_b, wide_b, _) = (brute.zones(side, everything) for side in (a, b))
    if firm_a & firm_b:
        return firm_a & firm_b
    offers_a = [(frozenset(wide_a), {})] if a.indifferent else a.offers
    offers_b = [(frozenset(wide_b), {})] if b.indifferent else b.offers
    return {
        outcome
        for where_a, if_a in offers_a
        for where_b, if_b in offers_b
        if brute.can_hold_together(if_a, if_b)
        for outcome in where_a & where_b
    }


@domains
@given(data=st.data())
def test_more_and_less_are_those_of_sets(domain: AnyDomain, data: st.DataObject) -> None:
    (before, side_before), (now, side_now) = data.draw(sides(domain, "a")), data.draw(sides(domain, "a"))
    everything, own = frozenset(OUTCOMES[domain]), (before, now)
    old, new = (brute.zones(side, everything) for side in (side_before, side_now))
    found = accepted(issue(domain), own)
    assert found is (both(old[:2], new[:2]) if before.has_terms and now.has_terms else None)
    lines = [red(side, zones, everything) for side, zones in ((side_before, old), (side_now, new))]
    assert ruled_out(issue(domain), own) is both((lines[0],), (lines[1],))


def red(side: brute.Side, zones: tuple[set[Any], ...], everything: frozenset[Any]) -> set[Any]:
    if side.refuses:
        return set(everything)
    if side.anything_else:
        return set(everything) - zones[0] if side.stated else set()
    return set(side.red or ())


def both(old: tuple[set[Any], ...], new: tuple[set[Any], ...]) -> Extent:
    grown = all(a <= b for a, b in zip(old, new, strict=True))
    shrunk = all(b <= a for a, b in zip(old, new, strict=True))
    return SAME if grown and shrunk else MORE if grown else LESS if shrunk else OTHER
