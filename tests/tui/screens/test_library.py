"""The negotiations to choose from."""

from __future__ import annotations

from pathlib import Path

from negotiate.tui.screens.library import LibraryScreen
from negotiate.tui.screens.matrix import MatrixScreen
from negotiate.tui.screens.problems import ProblemsScreen

from ..visit import FERRY, ISTANBUL, Visit, copied, visit


async def read(seen: Visit) -> None:
    await seen.app.workers.wait_for_complete()
    await seen.pilot.pause()


async def test_title_date_parties_issues_counts_and_fictional() -> None:
    async with visit(None, library=(ISTANBUL, FERRY)) as seen:
        await read(seen)
        for said in (
            "Negotiations that come with the program",
            "Russia-Ukraine talks, 2022 to 2025",
            "Opened lately",
            "The Brannvik ferry contract",
            "fictional",
            "Brannvik council, Skerry Ferry Cooperative, The county · 12 issues",
            "≈ 3 overlap",
        ):
            assert said in seen.words.replace("\u2007", " "), said


async def test_enter_opens_and_back_returns_to_the_library() -> None:
    async with visit(None, library=(ISTANBUL, FERRY)) as seen:
        await read(seen)
        await seen.press("j", "enter")
        assert isinstance(seen.screen, MatrixScreen)
        assert "The Brannvik ferry contract" in seen.lines[0]
        await seen.press("q")
        assert isinstance(seen.screen, LibraryScreen)
        await seen.press("S", "exclamation_mark", "R")
        assert isinstance(seen.screen, LibraryScreen)
        await seen.press("k", "enter")
        assert "Russia-Ukraine" in seen.lines[0]
        await seen.press("escape", "q")
        assert not seen.app.is_running


async def test_what_was_opened_comes_first_next_time() -> None:
    async with visit(None, library=(ISTANBUL, FERRY)) as seen:
        await seen.press("j", "enter")
        assert seen.app.remembered.recent[0] == str(FERRY.resolve())


async def test_a_broken_folder_is_listed_and_opens_with_its_problems(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    sound = (folder / "negotiation.yaml").read_text()
    (folder / "negotiation.yaml").write_text("[")
    async with visit(None, library=(ISTANBUL, folder)) as seen:
        await read(seen)
        assert "cannot be read: 1 problem" in seen.words
        await seen.press("j", "enter")
        assert isinstance(seen.screen, ProblemsScreen)
        (folder / "negotiation.yaml").write_text(sound)
        await seen.take_changes()
        assert isinstance(seen.screen, MatrixScreen)
        await seen.press("q")
        assert isinstance(seen.screen, LibraryScreen)


async def test_a_change_while_the_library_is_open_disturbs_nobody(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    async with visit(None, library=(ISTANBUL, folder)) as seen:
        await seen.press("j", "enter", "q")
        (folder / "negotiation.yaml").write_text("[")
        await seen.take_changes()
        assert isinstance(seen.screen, LibraryScreen)


async def test_nothing_to_choose_says_how_to_begin() -> None:
    async with visit(None, library=()) as seen:
        assert "negotiate new FOLDER" in seen.words
        await seen.press("enter", "j", "G", "e")
        assert seen.app.is_running
