"""Deadlocks on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from negotiate.compare import KnotWords
from negotiate.report.select import select_knots
from negotiate.tui.screens.deadlocks import DeadlocksScreen
from negotiate.tui.screens.issue import IssueScreen

from .test_goldens import SIZES, compare
from .visit import FERRY, ISTANBUL, USUAL, visit

TALL = (120, 120)


async def test_every_sentence_stands_there_with_its_circle_and_its_lines() -> None:
    async with visit(ISTANBUL, TALL) as seen:
        await seen.press("O")
        assert isinstance(seen.screen, DeadlocksScreen)
        table = seen.screen.table
        (knot,) = select_knots(table, table.issues)
        words = KnotWords(knot, table)
        for said in words.sentences():
            assert " ".join(said.split()) in seen.words
        for circle in knot.circles:
            for link in circle.links:
                place = link.wanted[0].offers[0].place
                assert f"parties/{Path(place.file).name}:{place.line}" in seen.text
        assert "┌─→ ceasefire" in seen.text


async def test_enter_opens_the_issue_and_it_says_so_too() -> None:
    async with visit(ISTANBUL, TALL) as seen:
        await seen.press("O", "enter")
        await seen.pilot.pause(0.05)
        assert isinstance(seen.screen, IssueScreen)
        assert seen.screen.issue == "order"
        assert "Deadlock: Order of steps" in seen.text


async def test_another_round_has_others() -> None:
    async with visit(ISTANBUL, TALL) as seen:
        await seen.press("O")
        june = seen.text
        await seen.press(*["left_square_bracket"] * 3)
        assert seen.text != june
        assert "No deadlock" in seen.text


async def test_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "parties").mkdir()
    (tmp_path / "negotiation.yaml").write_text("negotiation: Quiet\nparties: {a: A, b: B}\n", encoding="utf-8")
    async with visit(tmp_path) as seen:
        await seen.press("O")
        assert "No deadlock" in seen.words


@pytest.mark.parametrize("size", SIZES)
async def test_goldens(size: str) -> None:
    async with visit(FERRY, SIZES[size]) as seen:
        await seen.press("O")
        compare(f"ferry-deadlocks-{size}", seen.lines)


async def test_ascii() -> None:
    async with visit(FERRY, USUAL, plain=True) as seen:
        await seen.press("O")
        assert seen.text.isascii()
        compare("ferry-deadlocks-ascii", seen.lines)
