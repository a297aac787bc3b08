"""What changed: asked for with D, read beside the screen, and gone on from."""

from __future__ import annotations

import shutil
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from negotiate.report.diff.to_markdown import diff_markdown
from negotiate.tui import comparison
from negotiate.tui.messages import EditAsked
from negotiate.tui.screens import version
from negotiate.tui.screens.changes import ChangesScreen
from negotiate.tui.screens.dialog import ExportDialog
from negotiate.tui.screens.issue import IssueScreen
from negotiate.tui.screens.matrix import MatrixScreen
from negotiate.tui.screens.version import VersionDialog

from ...files.test_revisions import commit
from ..ferries import COOP, COUNCIL, SINCE, changed, committed
from ..visit import FERRY, NARROW, TINY, USUAL, WIDE, Visit, copied, visit
from .test_issue import whole


@pytest.fixture
def ferry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Committed, then changed."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2031-05-03T12:00:00 +0000")
    folder = committed(tmp_path / "home")
    changed(folder, SINCE)
    return folder


@asynccontextmanager
async def since(folder: Path, word: str = "", size: tuple[int, int] = WIDE, **options: Any) -> AsyncIterator[Visit]:
    """The screen on what changed since a version; without a word, since the first that is offered."""
    async with visit(folder, size, **options) as seen:
        await ask(seen, word)
        await seen.press("enter")
        await seen.settle()
        yield seen


async def ask(seen: Visit, word: str = "") -> str:
    """The dialog, with a word typed; what is said of it."""
    await seen.press("D")
    await seen.settle()
    if word:
        seen.screen.query_one(Input).value = word
        await seen.pilot.pause()
        await seen.settle()
    return str(seen.screen.query_one("#verdict").render())


def compared(seen: Visit) -> comparison.Compared:
    assert isinstance(seen.screen, ChangesScreen)
    assert seen.screen.compared
    return seen.screen.compared


# --- which version


async def test_the_last_commit_is_offered_first_then_the_rounds_before(ferry: Path) -> None:
    async with visit(ferry) as seen:
        assert await ask(seen) == "committed 3 May 2031: as it is"
        at = next(n for n, line in enumerate(seen.lines) if "What changed since" in line)
        assert "> HEAD    the last commit, 3 May 2031: as it is" in seen.lines[at + 1]
        assert "  winter  the round of 14 January 2031" in seen.lines[at + 2]
        assert seen.screen.query_one(Input).value == "HEAD"
        await seen.press("down")
        await seen.settle()
        assert seen.screen.query_one(Input).value == "winter"
        assert str(seen.screen.query_one("#verdict").render()) == "the round of 14 January 2031"


async def test_what_is_typed_takes_the_place_of_what_is_offered(ferry: Path) -> None:
    async with visit(ferry) as seen:
        await ask(seen)
        await seen.press(*"winter")
        assert seen.screen.query_one(Input).value == "winter"
        assert "> " not in "".join(seen.lines[:20]), "nothing is marked"
        await seen.press("down", *"may")
        assert seen.screen.query_one(Input).value == "may"


async def test_after_a_commit_the_one_before_the_change_is_offered(ferry: Path) -> None:
    commit(ferry.parent)
    async with since(ferry) as seen:
        assert "before: HEAD~1:ferry committed 3 May 2031: as it is" in whole(seen)
        assert "9 positions" not in whole(seen)
        assert compared(seen).tale


@pytest.mark.parametrize("path", ["", "/nowhere"], ids=["no repository", "no git"])
async def test_without_git_only_rounds_and_days_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    if path:
        monkeypatch.setenv("PATH", path)
    async with visit(copied(FERRY, tmp_path)) as seen:
        await ask(seen)
        assert ("Git is not installed" if path else "lies in no git repository.") in seen.words
        assert seen.screen.query_one(Input).value == "winter"
        await seen.press("enter")
        await seen.settle()
        assert "before: " in whole(seen) and "As of the round winter" in whole(seen)


async def test_a_folder_that_git_knows_as_it_is(tmp_path: Path) -> None:
    async with visit(committed(tmp_path / "home")) as seen:
        await ask(seen)
        assert "In git's last commits it is as it is here." in seen.words


WORDS = [
    ("2031-02-03", "as of 3 February 2031"),
    ("SPRING", "the round of 1 April 2031"),
    ("main", "committed 3 May 2031: as it is"),
    ("2031-02-30", "! `2031-02-30` is no folder, day"),
    ("theirs", "! `theirs` is no folder"),
    ("[red]x[/]", "! `[red]x[/]` is no folder"),
    ("HEAD~9", "! `HEAD~9` is no folder, day, round or revision of"),
]


async def test_what_is_typed_is_judged(ferry: Path) -> None:
    async with visit(ferry) as seen:
        await ask(seen)
        for word, said in WORDS:
            seen.screen.query_one(Input).value = word
            await seen.pilot.pause()
            await seen.settle()
            assert str(seen.screen.query_one("#verdict").render()).startswith(said)
        await seen.press("enter")
        assert isinstance(seen.screen, VersionDialog), "what stands for nothing is not taken"
        seen.screen.query_one(Input).value = "spring"
        await seen.press("enter")
        assert isinstance(seen.screen, ChangesScreen)


async def test_nothing_typed_and_esc(ferry: Path) -> None:
    async with visit(ferry) as seen:
        await ask(seen, " ")
        await seen.press("enter")
        assert "write a day, a round, a revision or a folder" in seen.words
        await seen.press("escape")
        assert isinstance(seen.screen, MatrixScreen)


async def test_enter_before_git_has_answered_waits_for_it(ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, real = threading.Event(), version.offered_commits

    def late(folder: str) -> object:
        go_on.wait(10)
        return real(folder)

    monkeypatch.setattr(version, "offered_commits", late)
    async with visit(ferry) as seen:
        await seen.press("D", "enter")
        assert isinstance(seen.screen, VersionDialog)
        go_on.set()
        await seen.settle()
        assert "before: HEAD:ferry" in whole(seen)


# --- what is said


async def test_verdicts_first_then_positions_then_all_else(ferry: Path) -> None:
    async with since(ferry) as seen:
        text = whole(seen)
    order = ["before: HEAD:ferry", "now: ", "positions changed", "Verdicts", "Positions", "Replies", "Sources"]
    assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)
    for said in (
        "Brannvik council softened towards Skerry Ferry Cooperative on 1 issue",
        "Skerry Ferry Cooperative softened towards Brannvik council on 2 issues; The county on 1 issue",
        "Skerry Ferry Cooperative hardened towards Brannvik council and The county on 1 issue each",
        "Type of vessel re-opened ≈ overlap: hybrid → ↔ gap, opposed",
        "Highest single fare Brannvik council changed parties/council.yaml:7 before now"
        " demand at most 30 at most 35 red line above 40 above 45 Softened towards Skerry Ferry Cooperative, 5 crowns nearer: clash"
        " (Brannvik council's line) → gap, 7 crowns apart.",
        "Who hires the crew - Skerry Ferry Cooperative dropped HEAD:ferry/parties/coop.yaml:20 demand: the cooperative",
        "says counter-proposes rejects",
        "Talk on the quay, 10 April 2031 [rumour] changed",
    ):
        assert said in text, said


async def test_it_says_the_sentences_of_the_report(ferry: Path) -> None:
    async with since(ferry) as seen:
        text, tale = whole(seen), compared(seen).tale
    assert tale
    moves = [move.said for change in tale.changes.positions for move in tale.moves(change)]
    assert len(moves) == 12
    assert [said for said in moves if " ".join(said.split()) not in text] == []


async def test_nothing_changed_says_what_was_compared(tmp_path: Path) -> None:
    async with since(committed(tmp_path / "home"), "HEAD") as seen:
        assert "before: HEAD:ferry committed" in whole(seen)
        assert "Nothing changed. D compares with another version, q goes back." in whole(seen)


async def test_errors_in_the_old_files_are_told(ferry: Path) -> None:
    (ferry / COOP).write_text((ferry / COOP).read_text().replace("subsidy: limit of", "subsidy: limmit of"))
    commit(ferry.parent)
    changed(ferry, [(COOP, "limmit", "limit")])
    async with since(ferry) as seen:
        text = whole(seen)
        assert "1 error in the files of HEAD:ferry; what could be read is compared" in text
        assert "HEAD:ferry/parties/coop.yaml:12:16: error[E313]" in text
        assert "What could not be read in the old files may look as if it were new." in text
        assert "Yearly subsidy" in text


async def test_an_old_folder_that_cannot_be_read(ferry: Path) -> None:
    sound = (ferry / "negotiation.yaml").read_text()
    (ferry / "negotiation.yaml").write_text("negotiation: [")
    commit(ferry.parent)
    (ferry / "negotiation.yaml").write_text(sound)
    async with since(ferry) as seen:
        text = whole(seen)
        assert "in the files of HEAD:ferry; nothing could be read" in text
        assert "D compares with another version, q goes back." in text
        await seen.press("x", "enter", "e", "y", "j")
        assert isinstance(seen.screen, ChangesScreen)


async def test_a_version_that_is_gone_when_it_is_read(ferry: Path) -> None:
    async with visit(ferry) as seen:
        await ask(seen)
        (ferry.parent / ".git").rename(ferry.parent / "git")
        await seen.press("enter")
        await seen.settle()
        assert "lies in no git repository" in whole(seen)
        assert "q goes back." in whole(seen)


async def test_a_folder_that_vanishes(ferry: Path) -> None:
    async with since(ferry) as seen:
        shutil.rmtree(ferry.parent)
        await seen.take_changes()
        await seen.settle()
        assert "lies in no git repository" in whole(seen)
        await seen.press("D")
        await seen.settle()
        assert "lies in no git repository" in seen.words
        await seen.press("escape", "q")
        assert "at most 35" in seen.text, "the last good view"


async def test_it_fits_every_window(ferry: Path) -> None:
    async with since(ferry) as seen:
        for size in (USUAL, NARROW, TINY, (20, 5), WIDE):
            await seen.resize(size)
            await seen.settle()
            for _ in range(3):
                assert max(map(cell_len, seen.lines)) <= size[0]
                await seen.press("pagedown")
        assert "before" in seen.text, "in columns again"


async def test_ascii(ferry: Path) -> None:
    async with since(ferry, plain=True) as seen:
        for _ in range(4):
            assert seen.text.isascii()
            await seen.press("pagedown")
        assert "->" in whole(seen)


async def test_hostile_text_is_only_text(ferry: Path) -> None:
    hostile = "[red]x[/red] [@click=app.quit]y[/] \u202e"
    (ferry / COOP).write_text((ferry / COOP).read_text().replace("Red, as ever.", f"{hostile}"))
    async with since(ferry) as seen:
        assert "[red]x[/red] [@click=app.quit]y[/]" in whole(seen)
        await seen.press("G")
        assert "\u202e" not in seen.text + whole(seen)


# --- going on from it


async def test_enter_opens_the_issue_and_back(ferry: Path) -> None:
    async with since(ferry) as seen:
        await seen.press("enter")
        assert isinstance(seen.screen, IssueScreen)
        assert (seen.screen.issue, seen.screen.pair) == ("fare", ("council", "coop"))
        await seen.press("q")
        assert isinstance(seen.screen, ChangesScreen)
        await seen.press("G", "enter")
        assert isinstance(seen.screen, ChangesScreen), "a source is no issue"
        assert "e opens the file" in seen.notices[-1]
        await seen.press("q")
        assert isinstance(seen.screen, MatrixScreen)


@pytest.fixture
def edited(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    asked: list[str] = []

    def edit(app: object, message: EditAsked) -> None:
        asked.append(f"{Path(message.place.file).name}:{message.place.line}")

    monkeypatch.setattr("negotiate.tui.editing.EditingApp.on_edit_asked", edit)
    return asked


def to(seen: Visit, words: str) -> None:
    """The cursor to the entry whose text has the words."""
    page = seen.screen.page  # type: ignore[attr-defined]
    page.go(next(n for n in page._targets() if words in page.blocks[n].target.text))


async def test_e_opens_the_file_at_the_change(ferry: Path, edited: list[str]) -> None:
    async with since(ferry) as seen:
        for words in (
            "Yearly subsidy, Skerry Ferry Cooperative, changed",
            "Type of vessel, Brannvik council and",
            "Talk on the quay",
        ):
            to(seen, words)
            await seen.press("e")
        assert edited == ["coop.yaml:12", "coop.yaml:16", "negotiation.yaml:54"]
        to(seen, "Who hires the crew, Skerry Ferry Cooperative, dropped")
        await seen.press("e")
        assert len(edited) == 3
        assert "Only the files as they are now can be edited; this is HEAD:ferry/parties/coop.yaml:20." in seen.notices


async def test_y_copies_what_changed(ferry: Path) -> None:
    async with since(ferry) as seen:
        to(seen, "Yearly subsidy, Skerry Ferry Cooperative, changed")
        await seen.press("y")
        assert seen.app.clipboard.startswith(
            "Yearly subsidy, Skerry Ferry Cooperative, changed: demand: no cap → limit of 1,000,000. Softened towards"
        )


async def test_x_writes_the_markdown_and_nothing_is_overwritten_unasked(
    ferry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    goal = tmp_path / "ferry-changes.md"
    goal.write_text("mine")
    async with since(ferry) as seen:
        found = compared(seen)
        assert found.tale
        await seen.press("x")
        assert isinstance(seen.screen, ExportDialog)
        assert "Write what changed to:" in seen.text
        await seen.press("enter")
        assert goal.read_text() == "mine"
        await seen.press("enter")
        assert seen.notices[-1] == f"Written: {goal}"
    assert goal.read_text(encoding="utf-8") == diff_markdown(found.tale.changes, found.names)


async def test_d_again_takes_another_version(ferry: Path) -> None:
    async with since(ferry) as seen:
        await ask(seen, "winter")
        await seen.press("enter")
        await seen.settle()
        assert "As of the round winter" in whole(seen)
        await seen.press("q")
        assert isinstance(seen.screen, MatrixScreen)


async def test_a_changed_file_is_compared_again_and_the_cursor_stays(ferry: Path) -> None:
    async with since(ferry) as seen:
        to(seen, "Yearly subsidy, Skerry Ferry Cooperative, changed")
        await seen.pilot.pause()
        changed(ferry, [(COOP, "limit of 1_000_000", "limit of 1_200_000"), (COUNCIL, "at most 35", "at most 30")])
        await seen.take_changes()
        await seen.settle()
        assert "limit of 1,200,000" in whole(seen)
        assert seen.screen.page.target.text.startswith("Yearly subsidy, Skerry Ferry Cooperative, changed")  # type: ignore[attr-defined]


async def test_at_another_round_the_old_files_are_read_as_of_it_too(ferry: Path) -> None:
    async with since(ferry) as seen:
        await seen.press("left_square_bracket")
        await seen.settle()
        assert "both: as of the round winter (14 January 2031)" in whole(seen)
        assert "at most 30 at most 35" in whole(seen)
        assert "Skerry Ferry Cooperative softened" not in whole(seen), "its offer came later"


async def test_a_file_that_breaks_leaves_the_last_good_view(ferry: Path) -> None:
    async with since(ferry) as seen:
        (ferry / COOP).write_text("party: [")
        await seen.take_changes()
        await seen.settle()
        assert "last good view shown" in seen.lines[-2]
        assert "limit of 1,000,000" in whole(seen)


async def test_keys_do_not_wait_for_the_versions(ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, real = threading.Event(), comparison.Comparison.tell

    def slow(self: comparison.Comparison, session: Any) -> comparison.Compared:
        go_on.wait(10)
        return real(self, session)

    monkeypatch.setattr(comparison.Comparison, "tell", slow)
    async with visit(ferry) as seen:
        await ask(seen)
        await seen.press("enter", "j", "x", "enter", "e")
        assert "Reading HEAD …" in seen.text
        await seen.press("question_mark", "q")
        assert "Reading HEAD …" in seen.text
        await seen.press("q")
        assert isinstance(seen.screen, MatrixScreen)
        await seen.press("j")
        assert seen.matrix.matrix.row == 1
        go_on.set()
        await seen.settle()
        assert isinstance(seen.screen, MatrixScreen)


async def test_from_every_screen(ferry: Path) -> None:
    async with visit(ferry) as seen:
        for key in ("enter", "p", "S", "exclamation_mark"):
            await seen.press(key)
            before = type(seen.screen)
            await ask(seen)
            await seen.press("enter")
            await seen.settle()
            assert isinstance(seen.screen, ChangesScreen)
            await seen.press("q")
            assert type(seen.screen) is before
            await seen.press("q")
