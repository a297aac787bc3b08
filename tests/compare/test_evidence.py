"""What positions and verdicts rest on, and which verdicts flip without weak claims."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given

from negotiate.compare import Table, Verdict
from negotiate.compare.evidence.coverage import MEANINGS, Cover, cover
from negotiate.compare.evidence.disputes import disputes
from negotiate.compare.evidence.doubt import doubts, without_weak
from negotiate.compare.evidence.evidence import Support, position_support, support, support_counts, verdict_support
from negotiate.model import Citation, Entry, Negotiation, Stance

from .build import NATO, position
from .drawn_rounds import SOURCES, negotiations
from .herring import JANUARY, MAY, NOVEMBER, PAIR, SEPTEMBER, herring

A, B, C, D, NO_GRADE, NO_SOURCE = Support


def table(at: int) -> Table:
    return Table(herring(), herring().rounds[at])


# --- grades

GRADES = [
    ([], NO_SOURCE),
    ([("none", "")], NO_GRADE),
    ([("nowhere", "")], NO_GRADE),
    ([("D", "")], D),
    ([("D", "B")], B),  # a grade of its own goes before the source's
    ([("A", "C")], C),
    ([("D", ""), ("A", "")], A),  # as good as the best
    ([("D", ""), ("none", "")], D),
]


@pytest.mark.parametrize(("cited", "grade"), GRADES)
def test_a_claim_is_as_good_as_its_best_source(cited: list[tuple[str, str]], grade: Support) -> None:
    assert support([Citation(source, "", own) for source, own in cited], SOURCES) is grade


@pytest.mark.parametrize(
    ("at", "party", "issue", "grade"),
    [
        (MAY, "north", "catch", A),
        (MAY, "institute", "catch", C),  # its own grade, not its source's
        (JANUARY, "north", "catch", NO_SOURCE),  # the demand is A, the later acceptance has none
        (JANUARY, "north", "season", D),
        (JANUARY, "south", "season", C),  # its grade is the position's own
        (NOVEMBER, "south", "observers", D),  # what it said before has been replaced
        (SEPTEMBER, "south", "observers", A),  # undisclosed: that too is a claim
        (SEPTEMBER, "north", "fee", NO_GRADE),
        (SEPTEMBER, "south", "past", A),  # words
        (SEPTEMBER, "south", "mesh", B),  # the demand is A, the withdrawal of what it accepted is not
        (NOVEMBER, "north", "light", C),  # withdrawn
        (MAY, "north", "seals", None),
    ],
)
def test_a_position_is_as_weak_as_its_weakest_claim(at: int, party: str, issue: str, grade: Support | None) -> None:
    assert position_support(table(at).position(party, issue), herring().sources) is grade


def test_a_verdict_is_as_weak_as_the_weaker_position() -> None:
    found = table(NOVEMBER)
    assert verdict_support(found.relation("observers", *PAIR), herring().sources) is D
    assert verdict_support(found.relation("season", *PAIR), herring().sources) is B
    assert verdict_support(table(MAY).relation("seals", *PAIR), herring().sources) is None


def test_counts_are_of_all_positions_on_record() -> None:
    found = table(NOVEMBER)
    cells = [found.position(party, issue) for party in found.names for issue in herring().issues]
    counts = support_counts(cells, herring().sources)
    assert counts == {A: 17, B: 8, C: 3, D: 2, NO_GRADE: 4}
    assert counts.total() == sum(not cell.is_blank for cell in cells)


# --- how sure?


def flips(at: int, floor: Support) -> dict[str, tuple[Verdict, Verdict, list[tuple[str, str]]]]:
    return {
        each.issue.id: (
            each.before.verdict,
            each.after.verdict,
            [(claim.entry.party, claim.support.value) for claim in each.claims],
        )
        for each in doubts(table(at), floor, PAIR, herring().issues)
    }


def test_an_anonymous_claim_makes_an_agreement() -> None:
    """A mate who was not named says that Southport takes observers; on the record it declines to say."""
    assert flips(NOVEMBER, C)["observers"] == (Verdict.AGREE, Verdict.ONE_SIDED, [("south", "D")])
    assert "observers" not in flips(NOVEMBER, D)


def test_what_was_said_before_stands_again() -> None:
    assert flips(SEPTEMBER, B)["fee"] == (Verdict.ONE_SIDED, Verdict.GAP, [("north", "no grade")])
    gone = without_weak(table(SEPTEMBER), B)
    assert gone.position("north", "fee") == Table(herring(), herring().rounds[MAY]).position("north", "fee")


def test_each_claim_that_makes_the_difference_is_named() -> None:
    """Without either withdrawal the verdict is another one; without the acceptance they do not meet."""
    assert flips(NOVEMBER, B)["light"] == (Verdict.UNKNOWN, Verdict.GAP, [("north", "C"), ("south", "D")])
    assert flips(JANUARY, C)["season"] == (Verdict.OVERLAP, Verdict.CLASH, [("north", "D")])


def test_a_red_line_alone_may_be_weak() -> None:
    """The demand that goes with it is of the same paper, and of the same grade."""
    before, after, claims = flips(JANUARY, B)["season"]
    assert (before, after) == (Verdict.OVERLAP, Verdict.GAP)
    assert claims == [("north", "D")]


@given(negotiations())
def test_without_weak_claims_is_the_negotiation_without_them(drawn: Negotiation) -> None:
    """Every part whose own sources do not reach the grade is taken out by hand."""
    grades = {"A": 0, "B": 1, "C": 2, "D": 3}

    def rank(cited: tuple[Citation, ...]) -> int:
        return min((grades.get(drawn.sources[each.source].grade, 4) for each in cited), default=5)

    def part(entry: Entry, value: object, floor: int) -> object:
        own = getattr(value, "citations", ()) or entry.statement.citations
        return value if rank(own) <= floor else None

    for floor, grade in enumerate(Support):
        entries = {}
        for key, given_ in drawn.entries.items():
            left = []
            for entry in given_:
                own = part(entry, None, floor)
                itself = rank(entry.statement.citations) <= floor
                accepts = entry.accepts
                if isinstance(accepts, tuple):
                    accepts = tuple(each for each in accepts if part(entry, each, floor)) or None  # type: ignore[assignment]
                less = entry._replace(
                    demand=part(entry, entry.demand, floor),  # type: ignore[arg-type]
                    red_line=part(entry, entry.red_line, floor),  # type: ignore[arg-type]
                    accepts=accepts if isinstance(accepts, tuple) or itself else None,
                    stance=entry.stance if itself else None,
                    says=entry.says if itself else "",
                )
                assert own is None
                says = less.demand or less.accepts or less.red_line or less.stance or less.says
                left += [entry] if entry.statement.remark else [less] if says else []
            entries[key] = tuple(left)
        by_hand = Table(replace(drawn, entries=entries))
        found = without_weak(Table(drawn), grade)
        for issue in drawn.issues:
            assert found.relation(issue, "a", "b").verdict is by_hand.relation(issue, "a", "b").verdict


@given(negotiations())
def test_a_verdict_flips_only_by_claims_that_are_too_weak(drawn: Negotiation) -> None:
    whole = Table(drawn)
    assert doubts(whole, NO_SOURCE, ("a", "b"), drawn.issues) == [], "nothing is left out"
    for floor in (A, B, C, D, NO_GRADE):
        for each in doubts(whole, floor, ("a", "b"), drawn.issues):
            assert each.before.verdict is not each.after.verdict
            assert each.claims
            assert not any(claim.support.reaches(floor) for claim in each.claims)


@given(negotiations())
def test_a_verdict_that_rests_on_good_claims_does_not_flip(drawn: Negotiation) -> None:
    whole = Table(drawn)
    for floor in Support:
        flipped = {each.issue.id for each in doubts(whole, floor, ("a", "b"), drawn.issues)}
        for issue in drawn.issues:
            rests_on = verdict_support(whole.relation(issue, "a", "b"), drawn.sources)
            assert issue not in flipped or (rests_on and not rests_on.reaches(floor))


# --- disputes and coverage


def test_each_side_tells_its_own_version() -> None:
    found = disputes(table(SEPTEMBER), list(herring().issues), list(herring().parties))
    assert [(each.issues, dict(each.versions)) for each in found] == [
        (("patrol",), {"north": "exactly 4", "south": "exactly 6"}),
        (("patrol",), {"north": "nine", "south": "two"}),
    ]
    assert disputes(table(MAY), ["patrol"], list(PAIR))[0].citations == (Citation("minutes", ""),)
    assert disputes(table(MAY), ["catch"], list(PAIR)) == []


@pytest.mark.parametrize(
    ("at", "party", "issue", "what"),
    [
        (MAY, "north", "catch", Cover.TERMS),
        (SEPTEMBER, "north", "fee", Cover.NO_VALUE),
        (MAY, "north", "past", Cover.WORDS),
        (MAY, "north", "seals", Cover.MISSING),
        (MAY, "south", "observers", Cover.UNDISCLOSED),
        (MAY, "north", "fund", Cover.INDIFFERENT),
        (MAY, "south", "dues", Cover.NOT_CONCERNED),
        (SEPTEMBER, "institute", "season", Cover.SILENT),
        (SEPTEMBER, "institute", "fund", Cover.LEFT_OPEN),
        (NOVEMBER, "north", "light", Cover.WITHDRAWN),
    ],
)
def test_coverage(at: int, party: str, issue: str, what: Cover) -> None:
    assert cover(table(at).position(party, issue)) is what


def test_a_red_line_alone_and_a_position_not_read() -> None:
    assert cover(position("a", NATO, rules_out="ban")) is Cover.RED_LINE
    assert cover(position("a", NATO, rules_out="ban", stance=Stance.UNDISCLOSED)) is Cover.UNDISCLOSED
    assert cover(position("a", NATO, "ban", unread="why")) is Cover.UNREAD


def test_the_ways_of_saying_nothing_have_words_of_their_own() -> None:
    assert set(MEANINGS) == {each for each in Cover if each.says_nothing}
    words = [each.value for each in Cover] + list(MEANINGS.values())
    assert len(set(words)) == len(words)
    assert Counter(each.says_nothing for each in Cover) == {True: 8, False: 5}
