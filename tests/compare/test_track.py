"""Two parties on one issue over the rounds: distances, shares, who moved and by how much."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from negotiate.compare.over_time.history import History
from negotiate.compare.over_time.ledger import Ledger
from negotiate.compare.over_time.shift import Direction
from negotiate.compare.over_time.status import Status
from negotiate.compare.over_time.track import Point, Track, track
from negotiate.model import Negotiation
from negotiate.terms import NO_NUMBER

from .drawn_rounds import negotiations
from .herring import JANUARY, MAY, PAIR, SEPTEMBER, ledger, read

FISH = """\
negotiation: Fish
fictional: yes
rounds:
  opening: {date: 2020-02-25}
  nov27: {date: 2020-11-27}
  dec07: {date: 2020-12-07}
  dec18: {date: 2020-12-18}
  dec21: {date: 2020-12-21}
  dec23: {date: 2020-12-23, until: 2020-12-23}
parties: {uk: United Kingdom, eu: European Union}
issues:
  share: {title: Share of the catch handed over, type: quantity, unit: percent}
"""
UK = """\
party: uk
statements:
  - {date: 2020-02-25, positions: {share: exactly 80}}
  - {date: 2020-12-07, positions: {share: exactly 60}}
  - {date: 2020-12-21, positions: {share: exactly 35}}
  - {date: 2020-12-23, positions: {share: exactly 30}}
"""
EU = """\
party: eu
statements:
  - {date: 2020-02-25, positions: {share: exactly 0}}
  - {date: 2020-11-27, positions: {share: 15 to 18}}
  - {date: 2020-12-18, positions: {share: exactly 25}}
"""


@pytest.fixture
def fish(tmp_path: Path) -> Track:
    (tmp_path / "parties").mkdir()
    (tmp_path / "negotiation.yaml").write_text(FISH, encoding="utf-8")
    (tmp_path / "parties" / "uk.yaml").write_text(UK, encoding="utf-8")
    (tmp_path / "parties" / "eu.yaml").write_text(EU, encoding="utf-8")
    return tracked(read(tmp_path), "share", ("uk", "eu"))


def tracked(negotiation: Negotiation, issue: str, pair: tuple[str, str]) -> Track:
    history = History(negotiation)
    return track(history, issue, pair, Ledger(history, pair).statuses(issue))


def herring_track(issue: str) -> tuple[Point, ...]:
    return track(ledger().history, issue, PAIR, ledger().statuses(issue)).points


def moved(point: Point) -> list[tuple[str, Direction, float | None]]:
    """Who, whither, by how much."""
    return [(each.party, shift.direction, shift.nearer_by) for each in point.moves for shift in each.shifts]


def test_the_fish_talks_of_2020_as_they_were_reported(fish: Track) -> None:
    """The distances are those that the press counted: 80, 62, 42, 35, 10 and 5 percent of the catch."""
    assert [point.distance for point in fish.points] == [80, 62, 42, 35, 10, 5]
    assert [point.share for point in fish.points] == [1, 62 / 80, 42 / 80, 35 / 80, 10 / 80, 5 / 80]
    assert [moved(point) for point in fish.points] == [
        [],
        [("eu", Direction.SOFTENED, 18)],
        [("uk", Direction.SOFTENED, 20)],
        [("eu", Direction.SOFTENED, 7)],
        [("uk", Direction.SOFTENED, 25)],
        [("uk", Direction.SOFTENED, 5)],
    ]


def test_what_met_is_at_no_distance_and_reopened_is_flagged() -> None:
    points = herring_track("season")
    assert [point.distance for point in points] == [0, 0, 30, 30, 0]
    assert [point.share for point in points] == [0, 0, 1, 1, 0]
    assert moved(points[SEPTEMBER]) == [("south", Direction.HARDENED, -30)]
    assert points[SEPTEMBER].status is Status.REOPENED
    assert moved(points[JANUARY]) == [("north", Direction.SOFTENED, 30), ("south", Direction.HARDENED, 0)]


def test_no_number_no_share() -> None:
    points = herring_track("fee")
    assert [(point.distance, point.share) for point in points[:2]] == [(40, 1), (40, 1)]
    assert [(point.distance, point.share) for point in points[MAY + 1 :]] == [(None, None)] * 3
    assert moved(points[SEPTEMBER]) == [("north", Direction.UNKNOWN, None)]


@given(negotiations())
def test_laws_of_tracks(drawn: Negotiation) -> None:
    for issue in drawn.issues:
        found = tracked(drawn, issue, ("a", "b")).points
        measured = [p.distance for p in found if p.distance not in (None, 0, NO_NUMBER)]
        for point in found:
            assert (point.distance == 0) >= point.relation.verdict.meets
            if point.share is not None and point.distance is not None and measured[0] is not None:
                assert point.share == pytest.approx(point.distance / measured[0])
        shared = [p.share for p in found if p.share]
        assert shared[:1] == [1.0] * bool(measured), "the first is the whole"


@given(negotiations())
def test_a_track_read_by_the_other_party_is_the_same(drawn: Negotiation) -> None:
    for issue in drawn.issues:
        one, other = (tracked(drawn, issue, pair).points for pair in (("a", "b"), ("b", "a")))
        assert [(p.distance, p.share, p.status) for p in one] == [(p.distance, p.share, p.status) for p in other]
        assert [sorted(moved(p), key=str) for p in one] == [sorted(moved(p), key=str) for p in other]
