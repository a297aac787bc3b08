"""When what is new in a position was said first, part by part."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from negotiate.compare import Table
from negotiate.compare.changes.changes import position_change
from negotiate.compare.changes.parts import TERMS
from negotiate.compare.over_time.history import History
from negotiate.compare.over_time.said import first_said
from negotiate.model import Negotiation

from .drawn_rounds import negotiations
from .herring import read

MAIN = """\
negotiation: Days
fictional: yes
rounds:
  march: {date: 2031-03-01, until: 2031-03-31}
  june: {date: 2031-06-01, until: 2031-06-30}
parties: {north: North, south: South}
issues:
  army: {title: Army, type: quantity, unit: troops, no_limit: no cap}
  order: {title: Order, type: sequence, steps: [truce, vote, treaty, parade]}
  lamp: {title: Lamp, type: choice, options: [red, green, blue]}
  past: {title: Past, type: text}
"""
NORTH = """\
party: north
statements:
  - {date: 2031-03-01, until: 2031-04-20, positions: {army: limit of 80, lamp: red}}
  - {date: 2031-04-10, positions: {army: {rules_out: any limit}, past: {says: It rained.}, lamp: {demand: green, accept: blue}}}
  - {date: 2031-05-02, positions: {army: no cap, order: truce before vote, past: {says: It poured.}}}
  - {date: 2031-05-03, positions: {lamp: {demand: withdrawn}}}
  - {date: 2031-06-04, positions: {order: unchanged; vote before parade, army: no cap}}
  - {date: 2031-06-05, positions: {order: unchanged; truce before vote, past: {says: It rained.}}}
  - {date: 2031-06-06, positions: {army: {rules_out: any limit}}}
"""


@pytest.fixture
def rounds(tmp_path: Path) -> tuple[Table, Table]:
    (tmp_path / "parties").mkdir()
    (tmp_path / "negotiation.yaml").write_text(MAIN, encoding="utf-8")
    (tmp_path / "parties" / "north.yaml").write_text(NORTH, encoding="utf-8")
    history = History(read(tmp_path))
    march, june = map(history.table, history.moments)
    return march, june


SAID = [
    ("army", "demand", ["2031-05-02"]),  # not the day on which it was said again
    ("army", "red line", ["2031-04-10"]),
    ("order", "demand", ["2031-05-02", "2031-06-04"]),  # added to by and by
    ("lamp", "demand", ["2031-05-03"]),  # ended
    ("lamp", "accepts", ["2031-04-10"]),
    ("past", "says", ["2031-06-05"]),  # said anew: something else was said in between
]


@pytest.mark.parametrize(("issue", "part", "days"), SAID)
def test_each_part_has_the_days_on_which_it_was_said_first(
    rounds: tuple[Table, Table], issue: str, part: str, days: list[str]
) -> None:
    assert [str(when.start) for when in first_said(*rounds, "north", issue, part)] == days


def test_what_runs_out_by_itself_was_said_on_no_day(rounds: tuple[Table, Table]) -> None:
    march, _ = rounds
    late = Table(march.negotiation, date(2031, 4, 30), march.memory)
    assert march.position("north", "army").demand
    assert late.position("north", "army").demand is None
    assert first_said(march, late, "north", "army", "demand") == []
    assert first_said(march, late, "north", "army", "red line")


@given(negotiations())
def test_what_is_new_was_said_in_between(drawn: Negotiation) -> None:
    history = History(drawn)
    tables = list(map(history.table, history.moments))
    for old, new in pairwise(tables):
        keys = ((party, issue) for issue in drawn.issues for party in drawn.parties)
        for change in filter(None, (position_change(old, new, *key, ()) for key in keys)):
            for part in change.parts:
                if part.name in TERMS:
                    days = [when.start for when in first_said(old, new, change.party, change.issue, part.name)]
                    assert all(old.as_of.day is not None and old.as_of.day < day for day in days)
                    assert all(new.includes(day) for day in days)
