"""Rounds as tables: which there are, that they are the tables that one would make alone, and what is shared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from negotiate.compare import Table
from negotiate.compare.over_time.history import History
from negotiate.compare.over_time.moments import EVERYTHING, days_of_change, every_moment
from negotiate.compare.since import stands_since
from negotiate.compare.standing import AsOf
from negotiate.model import Negotiation

from .drawn_rounds import FIRST, LENGTH, negotiations
from .herring import JANUARY, MARCH, MAY, PAIR, SEPTEMBER, herring


def names(found: tuple[AsOf, ...]) -> list[str]:
    return [each.round.id if each.round else str(each.day) for each in found]


def all_moments(negotiation: Negotiation, last: AsOf = EVERYTHING) -> tuple[AsOf, ...]:
    return every_moment(negotiation, days_of_change(negotiation), last)


# --- which moments


def test_all_rounds_each_up_to_its_end() -> None:
    found = all_moments(herring())
    assert names(found) == ["march", "may", "september", "november", "january"]
    assert found[MARCH].day == date(2031, 5, 19), "the eve of the next round"
    assert found[MAY].day == date(2031, 6, 30), "its own end"


def test_up_to_a_round_or_a_day() -> None:
    may = Table(herring(), herring().rounds[MAY]).as_of
    assert names(all_moments(herring(), may)) == ["march", "may"]
    assert names(all_moments(herring(), AsOf(date(2031, 9, 8)))) == ["march", "may", "2031-09-08"]
    assert names(all_moments(herring(), AsOf(date(2031, 8, 31)))) == ["march", "may"], "nothing changed since"
    assert names(all_moments(herring(), AsOf(date(2031, 9, 1)))) == ["march", "may", "2031-09-01"], "a paper ended"


def test_what_came_after_the_last_round_is_a_moment_of_its_own() -> None:
    early = replace(herring(), rounds=herring().rounds[: MAY + 1])
    assert names(all_moments(early)) == ["march", "may", "None"]
    assert all_moments(early)[-1] == AsOf()


def test_without_rounds_the_days_of_change() -> None:
    found = all_moments(replace(herring(), rounds=()))
    assert [each.day for each in found] == days_of_change(herring())
    assert names(found)[:4] == ["2031-03-10", "2031-05-20", "2031-05-21", "2031-09-01"]
    assert "2031-05-25" not in names(found), "a remark changes nothing"
    assert names(all_moments(replace(herring(), rounds=()), AsOf(date(2031, 5, 20)))) == ["2031-03-10", "2031-05-20"]


def test_nothing_on_record() -> None:
    assert all_moments(Negotiation(".", "")) == ()


def test_the_number_of_a_moment() -> None:
    history = History(herring())
    assert [history.at(each) for each in history.moments] == [0, 1, 2, 3, 4]
    assert history.at(AsOf(date(2031, 8, 1))) == MAY
    assert history.at(AsOf(date(2030, 1, 1))) == MARCH
    assert history.at(AsOf()) == JANUARY


# --- the tables


def test_what_did_not_change_is_the_same_object() -> None:
    history = History(herring())
    may, september = (history.table(history.moments[at]) for at in (MAY, SEPTEMBER))
    assert may.position("north", "season") is september.position("north", "season")
    assert may.relation("dues", *PAIR) is september.relation("dues", *PAIR)
    assert may.reason("dues", *PAIR) is september.reason("dues", *PAIR)
    assert may.relation("season", *PAIR) is not september.relation("season", *PAIR)


def same(one: Table, other: Table) -> None:
    for issue in one.negotiation.issues:
        for party in one.names:
            assert one.position(party, issue) == other.position(party, issue)
        for pair in one.pairs():
            assert one.relation(issue, *pair) == other.relation(issue, *pair)
            assert one.reason(issue, *pair) == other.reason(issue, *pair)


@given(negotiations())
def test_each_table_is_the_one_that_is_made_alone(drawn: Negotiation) -> None:
    """Whichever was looked at before: forwards, then backwards."""
    history = History(drawn)
    for moment in (*history.moments, *history.moments[::-1]):
        same(history.table(moment), Table(drawn, moment))


@given(negotiations())
def test_between_two_days_of_change_nothing_changes(drawn: Negotiation) -> None:
    changing = set(days_of_change(drawn))
    for number in range(1, LENGTH):
        day = FIRST + timedelta(days=number)
        if day not in changing:
            before, after = Table(drawn, day - timedelta(days=1)), Table(drawn, day)
            keys = [(party, issue) for party in drawn.parties for issue in drawn.issues]
            assert all(before.position(*key).offers == after.position(*key).offers for key in keys)


# --- since when

SINCE = [
    (MARCH, "north", "season", ""),  # said in this round
    (MAY, "north", "season", "March 2031"),
    (MAY, "north", "catch", ""),  # renewed
    (SEPTEMBER, "north", "catch", "May 2031"),
    (SEPTEMBER, "south", "seals", ""),
    (JANUARY, "north", "landing", "March 2031"),  # said again in November, and the same
    (MAY, "south", "observers", ""),  # no terms
]


@pytest.mark.parametrize(("at", "party", "issue", "when"), SINCE)
def test_a_position_from_an_earlier_round_says_so(at: int, party: str, issue: str, when: str) -> None:
    table = Table(herring(), herring().rounds[at])
    assert stands_since(table, table.position(party, issue)) == when


def test_as_of_a_day_there_is_no_earlier_round() -> None:
    table = Table(herring(), date(2031, 9, 30))
    assert stands_since(table, table.position("north", "season")) == ""
