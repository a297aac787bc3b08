"""Stated replies against computed relations: the design's tables, cell by cell."""

from __future__ import annotations

from datetime import date

import pytest

from negotiate.compare import Answer, Basis, Position
from negotiate.compare.answers import DEMAND_REFUSED, NO_REPLY, answer
from negotiate.model import Citation, Offer, Reply, Response, Stance, When
from negotiate.terms import Term

from .build import GUARANTEES, NATO, PLACE, TROOPS, position, related, statement

MEET = (position("a", NATO, "ban"), position("b", NATO, "ban"))
CONDITIONAL = (
    position("a", NATO, "ban"),
    position("b", NATO, "membership", accept=[("ban", {"g": (GUARANTEES, "Article 5-like")})]),
)
APART = (position("a", NATO, "ban"), position("b", NATO, "membership"))
CROSSED = (position("a", NATO, "ban"), position("b", NATO, "membership", rules_out="ban"))
COLUMNS = {"meet": MEET, "conditional": CONDITIONAL, "apart": APART, "crossed": CROSSED}

TABLE = {
    "accepts": [
        "confirmed",
        "accepted early: check the conditions",
        "acceptance outruns terms",
        "acceptance contradicts a red line",
    ],
    "accepts with conditions": [
        "confirmed with conditions",
        "confirmed",
        "conditions not recorded",
        "red line still crossed",
    ],
    "counter-proposes": [
        "bargaining inside the zone",
        "bargaining over conditions",
        "bargaining across a gap",
        "bargaining across a red line",
    ],
    "defers": ["parked agreement", "parked, conditional", "parked gap", "parked clash"],
    "rejects": [
        "rhetorical clash: room for talks",
        "room on the conditions",
        "open gap",
        "confirmed clash",
    ],
    "accepts in part": [
        "agreed in part",
        "agreed in part, the rest on conditions",
        "agreed in part, the rest apart",
        "agreed in part, the rest across a red line",
    ],
    "refuses to discuss": [
        "will not discuss it, though the terms meet: room for talks",
        "will not discuss it; room on the conditions",
        "will not discuss it: open gap",
        "will not discuss it: confirmed clash",
    ],
    "rejects as ultimatum": [
        "objection to the form, not to the terms",
        "conditional room",
        "open gap",
        "confirmed clash",
    ],
    "no answer": [
        "silent overlap",
        "silent, conditional",
        "latent gap",
        "latent clash: nobody has said no",
    ],
}
CELLS = [(reply, column, row[n]) for reply, row in TABLE.items() for n, column in enumerate(COLUMNS)]

NOT_RECORDED = {
    "accepts": "accepted, terms not recorded",
    "accepts with conditions": "accepted with conditions, terms not recorded",
    "counter-proposes": "counter-proposal not recorded",
    "defers": "deferred",
    "rejects": "rejected in words, own terms not recorded",
    "rejects as ultimatum": "rejected as ultimatum, own terms not recorded",
    "accepts in part": "accepted in part, terms not recorded",
    "refuses to discuss": "will not discuss it, own terms not recorded",
    "no answer": "no answer given",
}


def response(says: str, day: int = 4, sourced: bool = True) -> Response:
    when = When(date(2025, 6, day), date(2025, 6, day), f"2025-06-0{day}")
    cited = (Citation("s", ""),) if sourced else ()
    return Response("b", ("a",), Reply(says), PLACE, issue="x", when=when, by="Speaker", citations=cited)


def answered(pair: tuple[Position, Position], *responses: Response) -> Answer:
    a, b = pair
    return answer(related(NATO, b, a), b, a, responses)


@pytest.mark.parametrize(("reply", "column", "reading"), CELLS)
def test_every_cell_of_the_table(reply: str, column: str, reading: str) -> None:
    found = answered(COLUMNS[column], response(reply))
    assert (found.reading, found.basis, found.reply) == (reading, Basis.STATED, Reply(reply))


@pytest.mark.parametrize(("reply", "reading"), NOT_RECORDED.items())
def test_own_terms_not_recorded(reply: str, reading: str) -> None:
    assert answered((position("a", NATO, "ban"), position("b", NATO)), response(reply)).reading == reading


@pytest.mark.parametrize(("reply", "reading"), NOT_RECORDED.items())
def test_free_text_is_not_set_against_the_reply(reply: str, reading: str) -> None:
    a, b = (
        Position(party, "x", Offer(Term(words, None), statement(party), PLACE))
        for party, words in (("a", "one city"), ("b", "two cities"))
    )
    assert answer(related(None, b, a), b, a, [response(reply)]).reading == reading


@pytest.mark.parametrize("reply", ["rejects", "rejects as ultimatum", "refuses to discuss"])
def test_the_demand_rejected_though_the_ranges_meet(reply: str) -> None:
    a = position("a", NATO, "membership", accept=["open door"])
    b = position("b", NATO, "ban", accept=["open door"])
    assert answered((a, b), response(reply)).reading == "rejects the demand, though the ranges meet"
    takes_it = position("b", NATO, "ban", accept=["at least open door"])
    assert not answered((a, takes_it), response(reply)).refuses_demand
    assert not answered((a, b), response("defers")).refuses_demand


def test_the_latest_stated_reply_counts_and_all_are_kept() -> None:
    found = answered(APART, response("defers", 2), response("rejects as ultimatum", 4))
    assert found.reply is Reply.REJECTS_AS_ULTIMATUM
    assert [each.says.value for each in found.stated] == ["defers", "rejects as ultimatum"]


def test_a_counter_paper_needs_no_reply() -> None:
    found = answered(APART)
    assert (found.basis, found.reply, found.reading) == (Basis.COUNTER_TEXT, None, "bargaining across a gap")


def test_no_answer_without_a_source_is_only_a_search_that_found_none() -> None:
    found = answered((position("a", NATO, "ban"), position("b", NATO)), response("no answer", sourced=False))
    assert (found.basis, found.reading, found.looked_for is not None) == (Basis.NONE_FOUND, NO_REPLY, True)


def test_a_demand_over_the_line_uses_the_red_column() -> None:
    """The ranges meet at open door, but what A demands B has ruled out."""
    a = position("a", NATO, "membership", accept=["open door"])
    b = position("b", NATO, "open door", rules_out="membership")
    assert answered((a, b), response("rejects")).reading == "confirmed clash"


def test_a_rejection_answers_the_demand() -> None:
    """ "Rejects" is no rhetoric where the demand lies outside what the other accepts, though ranges meet."""
    a = position("a", NATO, "membership", accept=["open door"])
    b = position("b", NATO, "ban", accept=["open door"])
    found = answered((a, b), response("rejects"))
    assert found.refuses_demand
    assert found.reading == DEMAND_REFUSED
    assert found.disagrees


def test_other_scopes_and_unnamed_values_are_not_set_against_the_terms() -> None:
    scoped = (position("a", NATO, "ban", scope="for ten years"), position("b", NATO, "ban"))
    assert "different things" in answered(scoped, response("rejects")).reading
    a, b = position("a", TROOPS, "some limit"), position("b", TROOPS, "exactly 5")
    found = answer(related(TROOPS, b, a), b, a, [response("rejects")])
    assert found.reading == "no value is named, so the reply cannot be tested"


def test_an_issue_that_does_not_concern_one() -> None:
    a, b = position("a", NATO, "ban"), position("b", NATO, stance=Stance.NOT_CONCERNED)
    assert answer(related(NATO, b, a), b, a, [response("rejects")]).reading == "the issue does not concern one of them"
