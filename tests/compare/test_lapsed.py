"""A reply stands as long as something that it may have answered counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from negotiate.compare import Answer, Table, reply_brief
from negotiate.files import load

NEGOTIATION = """\
negotiation: The ferry
parties: {ann: Ann, ben: Ben}
issues: {fare: {title: Fare, type: quantity, unit: crowns}}
sources: {memo: {title: Memo, date: 2031-01-05}}
"""
BEN = "party: ben\nresponses:\n  - {to: ann, issue: fare, says: rejects, date: 2031-02-01, source: memo}\n"
FIRST = "  - {date: 2031-01-05, source: memo%s, positions: {fare: at most 20}}\n"
LATER = "  - {date: 2031-06-01, source: memo, positions: {fare: at most 30}}\n"
REMARK = "  - {date: 2031-01-20, source: memo, remark: yes, positions: {fare: at most 25}}\n"
ENDED = ", until: 2031-03-01"
CASES = [
    ("what was answered still counts", FIRST % "", date(2031, 7, 1), True),
    ("a newer demand took its place, and the old one never ended", FIRST % "" + LATER, date(2031, 7, 1), True),
    ("it ended", FIRST % ENDED, date(2031, 7, 1), False),
    ("it ended, and something else was said later", FIRST % ENDED + LATER, date(2031, 7, 1), False),
    ("before it ended", FIRST % ENDED + LATER, date(2031, 2, 15), True),
    ("an aside does not keep it", FIRST % ENDED + REMARK, date(2031, 7, 1), False),
    ("of all that was said, what ended is over", FIRST % ENDED + LATER, None, False),
    ("what it answers was never recorded", REMARK, date(2031, 7, 1), True),
]


def read(tmp_path: Path, said: str, day: date | None) -> Answer:
    """Ben's answer to what Ann said."""
    (tmp_path / "parties").mkdir()
    (tmp_path / "negotiation.yaml").write_text(NEGOTIATION, encoding="utf-8")
    (tmp_path / "parties/ann.yaml").write_text(f"party: ann\nstatements:\n{said}", encoding="utf-8")
    (tmp_path / "parties/ben.yaml").write_text(BEN, encoding="utf-8")
    loaded = load(tmp_path)
    assert loaded.negotiation
    assert [problem.code for problem in loaded.problems] == []
    return Table(loaded.negotiation, day).answer("fare", "ben", "ann")


@pytest.mark.parametrize(("name", "said", "day", "stands"), CASES)
def test_replies(tmp_path: Path, name: str, said: str, day: date | None, stands: bool) -> None:
    assert (read(tmp_path, said, day).response is not None) == stands


AGAIN = LATER.replace("at most 30", "at most 20 crowns")
ADDED = LATER.replace("fare: at most 30", "fare: {accept: at most 30}")


@pytest.mark.parametrize(
    ("name", "said", "day", "earlier"),
    [
        ("before the new demand", FIRST % "" + LATER, date(2031, 5, 31), False),
        ("from the new demand on", FIRST % "" + LATER, date(2031, 6, 1), True),
        ("when all has been said", FIRST % "" + LATER, None, True),
        ("the same demand again, in other words", FIRST % "" + AGAIN, date(2031, 7, 1), False),
        ("the demand stands, and more would be accepted", FIRST % "" + ADDED, date(2031, 7, 1), False),
        ("what it answers was never recorded", REMARK, date(2031, 7, 1), False),
    ],
)
def test_a_reply_is_set_against_the_demand_that_it_answered(
    tmp_path: Path, name: str, said: str, day: date | None, earlier: bool
) -> None:
    answer = read(tmp_path, said, day)
    assert answer.is_of_earlier_demand == earlier
    said_in_brief = reply_brief(answer, {"ann": "Ann", "ben": "Ben"})
    assert said_in_brief == ("Ben on an earlier demand: rejects, 1 Feb" if earlier else "Ben rejects, 1 Feb")
    if earlier:
        assert answer.reading == "said of an earlier demand: not set against the terms"
        assert not answer.disagrees
