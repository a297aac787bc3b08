"""In the middle of a merge: the notice, both sides next to each other, and what is left when they are settled."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from negotiate.tui.messages import EditAsked
from negotiate.tui.screens.changes import ChangesScreen
from negotiate.tui.screens.matrix import MatrixScreen
from negotiate.tui.screens.version import VersionDialog

from ...files.test_revisions import git
from ..ferries import COOP, COUNCIL, MAIN, changed, committed, merged
from ..visit import NARROW, TINY, USUAL, WIDE, Visit, visit
from .test_issue import whole

BEGIN, MIDDLE, END = "<<<<<<< HEAD\n", "=======\n", ">>>>>>> draft\n"


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    return merged(tmp_path / "home")


async def opened(seen: Visit) -> str:
    await seen.press("D")
    await seen.settle()
    assert isinstance(seen.screen, VersionDialog)
    await seen.press("enter")
    await seen.settle()
    assert isinstance(seen.screen, ChangesScreen)
    return whole(seen)


@pytest.mark.parametrize("size", [WIDE, USUAL, NARROW, TINY])
async def test_it_opens_with_a_notice_that_leads_on(ferry: Path, size: tuple[int, int]) -> None:
    async with visit(ferry, size) as seen:
        assert isinstance(seen.screen, MatrixScreen)
        assert "D compares both sides of the merge" in seen.text
        if size == WIDE:
            assert "! shows 5 conflicts; here is our side" in seen.lines[-2]
            assert "at most 25" in seen.text
        await seen.press("/quay", "enter")
        assert "2 of 12 issues" in seen.text, "what is filtered goes first"


async def test_the_two_sides_are_offered_first(ferry: Path) -> None:
    async with visit(ferry) as seen:
        await seen.press("D")
        assert seen.screen.query_one(Input).value == "ours against theirs"
        await seen.settle()
        assert "> ours against theirs  the two sides of the merge" in seen.text
        assert "  HEAD " in seen.text and "  winter " in seen.text
        await seen.press("down")
        await seen.settle()
        assert seen.screen.query_one(Input).value == "HEAD"


async def test_both_sides_next_to_each_other(ferry: Path) -> None:
    async with visit(ferry, USUAL) as seen:
        text = await opened(seen)
        assert seen.lines[0].startswith(" Ours against theirs  The Brannvik ferry contract")
        for said in (
            "ours: HEAD theirs: draft both: as of the round spring",
            "3 positions differ, 1 only in theirs; 5 verdicts differ; 1 issue differs.",
            "Brannvik council is softer in theirs towards Skerry Ferry Cooperative on 1 issue.",
            "Brannvik council differs parties/council.yaml:10 ours theirs demand at most 25 at most 35"
            " red line above 40 above 45",
            "Theirs is softer towards Skerry Ferry Cooperative, 10 crowns nearer. Theirs would accept more than ours.",
            "+ Skerry Ferry Cooperative only in theirs parties/coop.yaml:26",
        ):
            assert said in text, said
        assert text.index("Positions") < text.index("Verdicts")
        row = next(line for line in seen.lines if "at most 25" in line)
        assert "at most 35" in row
        verdict = next(line for line in seen.lines if "clash" in line)
        assert "gap, 7 crowns apart" in verdict


async def test_one_below_the_other_where_there_is_no_room(ferry: Path) -> None:
    async with visit(ferry, NARROW) as seen:
        text = await opened(seen)
        assert "demand ours: at most 25 theirs: at most 35 red line ours: above 40 theirs: above 45" in text
        assert not [line for line in seen.lines if "at most 25" in line and "at most 35" in line]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_problems_say_what_each_side_says(ferry: Path, size: tuple[int, int]) -> None:
    async with visit(ferry, size) as seen:
        await seen.press("exclamation_mark")
        text = whole(seen)
        assert "D compares the two sides of the merge" in text
        assert text.count("a merge conflict left by git") == 5
        assert "choose one side and delete the lines with <<<<<<<" in text
        if size == WIDE:
            row = next(line for line in seen.lines if "title: Single fare" in line)
            assert "title: Highest fare of all" in row
            assert "ours (HEAD) theirs (draft) nothing 26 crew: the council" in text
        else:
            assert "ours (HEAD): 17 title: Single fare theirs (draft): 19 title: Highest fare of all" in text


async def test_many_lines_of_a_side_stay_together(tmp_path: Path) -> None:
    folder = committed(tmp_path / "home")
    theirs = "".join(f"      # {n}\n" for n in range(6))
    changed(folder, [(COOP, "      subsidy: no cap\n", f"{BEGIN}      subsidy: no cap\n{MIDDLE}{theirs}{END}")])
    async with visit(folder, NARROW) as seen:
        await seen.press("exclamation_mark")
        assert "ours (HEAD): 13 subsidy: no cap theirs (draft): 15 # 0 16 # 1 17 # 2 18 # 3 and 2 more" in whole(seen)
    async with visit(folder, WIDE) as seen:
        await seen.press("exclamation_mark")
        assert "13 subsidy: no cap 15 # 0 16 # 1 17 # 2 18 # 3 and 2 more lines" in whole(seen)


async def test_e_opens_the_file_where_the_conflict_begins(ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def edit(app: object, message: EditAsked) -> None:
        asked.append(f"{Path(message.place.file).name}:{message.place.line}")

    monkeypatch.setattr("negotiate.tui.editing.EditingApp.on_edit_asked", edit)
    async with visit(ferry) as seen:
        await opened(seen)
        page = seen.screen.page  # type: ignore[attr-defined]
        for n in page._targets()[:4]:
            page.go(n)
            await seen.press("e")
    assert asked == ["council.yaml:7", "coop.yaml:16", "coop.yaml:24", "council.yaml:20"]
    lines = (ferry / COUNCIL).read_text().splitlines()
    assert lines[6] == lines[19] == BEGIN.strip()


async def test_enter_opens_the_issue(ferry: Path) -> None:
    async with visit(ferry) as seen:
        await opened(seen)
        await seen.press("enter")
        assert "Single fare" in seen.text and "Where they stand" in seen.text


async def test_a_conflict_that_is_settled_goes_and_when_all_are_that_is_said(ferry: Path) -> None:
    async with visit(ferry) as seen:
        await opened(seen)
        git(ferry, "checkout", "--ours", "parties/council.yaml")
        await seen.take_changes()
        await seen.settle()
        assert "Brannvik council differs" not in whole(seen)
        assert "Type of vessel" in whole(seen)
        git(ferry, "checkout", "--theirs", "parties/coop.yaml", "negotiation.yaml")
        await seen.take_changes()
        await seen.settle()
        assert "No merge conflict is left in the files." in whole(seen)
        await seen.press("q")
        assert "conflict" not in seen.text
        await seen.press("D")
        await seen.settle()
        assert "ours against theirs" not in seen.text


async def test_a_merge_while_the_folder_is_open(tmp_path: Path) -> None:
    folder = committed(tmp_path / "home")
    async with visit(folder, USUAL) as seen:
        both = f"{BEGIN}      vessel: hybrid\n{MIDDLE}      vessel: diesel\n{END}"
        changed(folder, [(COOP, "      vessel: hybrid\n", both)])
        await seen.take_changes()
        assert "git left 1 merge conflict in the files; press D to compare the two sides, ! to see" in seen.notices
        assert seen.lines[-2].startswith(" D compares both sides of the merge, ! shows 1 problem")
        assert "demand hybrid diesel" in await opened(seen)


async def test_sides_that_say_the_same(tmp_path: Path) -> None:
    folder = committed(tmp_path / "home")
    line = "      vessel: hybrid\n"
    both = f"{BEGIN}{line}      # as before\n{MIDDLE}{line}{END}"
    changed(folder, [(COOP, line, both)])
    async with visit(folder) as seen:
        assert "Both sides say the same. They differ only in what is not read: comments" in await opened(seen)


async def test_our_side_that_cannot_be_read(tmp_path: Path) -> None:
    folder = committed(tmp_path / "home")
    text = (folder / MAIN).read_text()
    (folder / MAIN).write_text(f"{BEGIN}negotiation: [\n{MIDDLE}{text}{END}")
    async with visit(folder) as seen:
        assert "D compares the two sides of the merge" in seen.words
        text = await opened(seen)
        assert "in the files of ours (HEAD); nothing could be read" in text
        await seen.press("enter", "e", "x", "D", "escape", "q")
        assert "cannot be shown yet" in seen.text


async def test_hostile_labels_and_lines(ferry: Path) -> None:
    path = ferry / COUNCIL
    path.write_text(path.read_text().replace(">>>>>>> draft", ">>>>>>> [red]x[/] \x1b[31m\u202e"))
    async with visit(ferry) as seen:
        text = await opened(seen)
        await seen.press("q", "exclamation_mark")
        text += whole(seen)
        assert "[red]x[/]" in text
        assert not {"\x1b", "\u202e"} & set(text + seen.text)


async def test_in_ascii(ferry: Path) -> None:
    async with visit(ferry, USUAL, plain=True) as seen:
        await opened(seen)
        assert seen.text.isascii()
        await seen.press("q", "exclamation_mark")
        assert seen.text.isascii()
