"""A reply stands as long as something that it may have answered counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from negotiate.compare import Table
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


@pytest.mark.parametrize(("name", "said", "day", "stands"), CASES)
def test_replies(tmp_path: Path, name: str, said: str, day: date | None, stands: bool) -> None:
    (tmp_path / "parties").mkdir()
    (tmp_path / "negotiation.yaml").write_text(NEGOTIATION, encoding="utf-8")
    (tmp_path / "parties/ann.yaml").write_text(f"party: ann\nstatements:\n{said}", encoding="utf-8")
    (tmp_path / "parties/ben.yaml").write_text(BEN, encoding="utf-8")
    loaded = load(tmp_path)
    assert loaded.negotiation
    assert [problem.code for problem in loaded.problems] == []
    answer = Table(loaded.negotiation, day).answer("fare", "ben", "ann")
    assert (answer.response is not None) == stands
