"""The plain text: what it holds, how wide it is, and that it can be heard."""

from __future__ import annotations

import re

import pytest

from negotiate.compare import Table
from negotiate.report.plain.comparison import comparison, issue_list, position_words
from negotiate.report.plain.issue import issue_text
from negotiate.report.plain.pen import Pen
from negotiate.text.width import cells

from ..compare.build import GUARANTEES, TROOPS, position
from ..compare.herring import NOVEMBER, herring
from .tables import table


def talks(names: tuple[str, str] = ("Russia", "Ukraine")) -> Table:
    if_guaranteed = {"g": (GUARANTEES, "at least Article 5-like")}
    russia = position("russia", TROOPS, "limit of 85_000", ["at most 100_000"])
    accepts: list[str | tuple[str, dict[str, tuple[object, str]]]] = ["limit of 250_000"]
    accepts.append(("at least 200_000", if_guaranteed))  # type: ignore[arg-type]
    ukraine = position("ukraine", TROOPS, "no cap", accepts, rules_out="below 150_000")  # type: ignore[arg-type]
    return table(TROOPS, {"russia": russia, "ukraine": ukraine}, {"russia": names[0], "ukraine": names[1]})


def compared(made: Table, width: int = 80, ascii_only: bool = False, colour: bool = False) -> str:
    return comparison(made, made.issues, ["russia", "ukraine"], width, ascii_only=ascii_only, colour=colour)


def test_the_comparison() -> None:
    assert (
        compared(talks()).split("\ng [g]")[0]
        == """\
A test
Everything on record.
Russia and Ukraine, 2 issues: 1 clash, 1 unknown.

Issue [x]
  Russia: limit of 85,000. Would also accept at most 100,000.
  Ukraine: no cap. Would also accept limit of 250,000; at least 200,000 if “g”
    is at least Article 5-like. Rules out below 150,000.
  ✗ clash (Ukraine's line)
    Russia accepts at most 100,000 troops; Ukraine accepts exactly 250,000
    troops or no cap: a gap of 150,000 troops. All that Russia accepts crosses
    Ukraine's red line (below 150,000 troops).
"""
    )


def test_the_list_of_issues_says_what_to_ask_for() -> None:
    made = talks()
    text = issue_list(made, made.issues)
    assert "\nx: Issue\n    ✗ clash (Ukraine's line)\n" in text


def test_one_issue_in_full() -> None:
    made = talks()
    text = issue_text(made, made.issues[0])
    parts = [line for line in text.splitlines() if line.isupper()]
    assert parts == ["POSITIONS", "PICTURE", "VERDICT"]
    assert "    Demands: limit of 85,000\n      Said: 2 June 2025. test.yaml:1\n" in text
    assert "    Rules out: below 150,000\n" in text
    assert "  Ukraine  ◄╳╳╳╳" in text
    assert "  ↔ All who must agree: split" in text


def test_ascii_signs_alone() -> None:
    made = talks()
    assert compared(made, ascii_only=True).isascii()
    assert issue_text(made, made.issues[0], ascii_only=True).isascii()


def test_colour_is_asked_for_and_changes_no_word() -> None:
    made = talks()
    plain, painted = compared(made), compared(made, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[31m" in painted
    assert re.sub(r"\x1b\[\d*m", "", painted) == plain


@pytest.mark.parametrize("width", [20, 33, 50, 80, 137])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    made = talks(("日本語の長い名前です\x1b[31m", "A name\nof two lines " * 4))
    for text in (
        compared(made, width),
        issue_text(made, made.issues[0], width),
        issue_list(made, made.issues, width),
    ):
        assert max(map(cells, text.splitlines())) <= width
        assert "\x1b" not in text


def test_a_pen_wraps_with_a_hanging_indent() -> None:
    pen = Pen(width=20)
    pen.write("one two three four five six seven", 2)
    assert pen.lines == ["  one two three", "    four five six", "    seven"]


def test_since_when_belongs_to_the_demand() -> None:
    november = Table(herring(), herring().rounds[NOVEMBER])
    said = position_words(november, november.position("south", "catch"))
    assert said == "limit of 700, since September 2031. Rules out below 300."
    assert position_words(november, november.position("north", "season")) == "at most 90 days, since March 2031."
