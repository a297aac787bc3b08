"""The screens that explain: problems, sources, keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from negotiate.compare import JOINT_MEANINGS, MEANINGS
from negotiate.model import GRADES, Reply
from negotiate.tui.screens.keys import KeysScreen
from negotiate.tui.screens.matrix import MatrixScreen
from negotiate.tui.screens.problems import ProblemsScreen
from negotiate.tui.widgets.bindings import ORDER
from negotiate.tui.widgets.page import Page

from ..visit import FERRY, copied, visit
from .test_issue import whole


async def test_a_problem_has_its_place_an_excerpt_a_caret_and_what_to_write() -> None:
    async with visit() as seen:
        await seen.press("exclamation_mark")
        text = whole(seen)
        assert "negotiation.yaml:54" in text
        assert "rumour: {title: Talk on the quay, date: 2031-04-10, grade: D} │ ^^^^^^" in text
        assert "→ name it where it belongs, or delete it" in text


async def test_errors_come_before_warnings(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    (folder / "parties/county.yaml").write_text("party: county\nstatementz: []\n")
    async with visit(folder) as seen:
        await seen.press("exclamation_mark")
        text = whole(seen)
        assert "To correct · " in text
        assert "did you mean `statements`?" in text


async def test_a_folder_that_cannot_be_read_opens_with_its_problems(tmp_path: Path) -> None:
    for name, content in (("empty", None), ("broken", "negotiation: ["), ("binary", "\0\0\0")):
        folder = tmp_path / name
        folder.mkdir()
        if content is not None:
            (folder / "negotiation.yaml").write_text(content)
        async with visit(folder) as seen:
            assert isinstance(seen.screen, ProblemsScreen)
            assert "cannot be shown yet" in seen.words
            assert "negotiation.yaml:1" in seen.words
            await seen.press("S", "exclamation_mark", "j", "k", "tab", "G", "y", "R", "question_mark", "q")
            await seen.press("q")
            assert not seen.app.is_running


async def test_no_problem_is_said_too(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    path = folder / "negotiation.yaml"
    path.write_text("".join(line for line in path.open() if "rumour" not in line))
    async with visit(folder) as seen:
        assert "problem" not in seen.lines[0]
        await seen.press("exclamation_mark")
        assert "No problems" in seen.text


async def test_sources_by_grade_and_date_with_what_rests_on_them() -> None:
    async with visit() as seen:
        await seen.press("S")
        text = whole(seen)
        order = [text.index(f"Grade {grade}") for grade in "ABD"]
        assert order == sorted(order)
        assert text.index("Call for tenders, Brannvik council") < text.index("The cooperative's offer, Skerry")
        assert "Talk on the quay, 10 April 2031 negotiation.yaml:54 nothing rests on it" in text
        assert "Brannvik council in reply: the whole paper, Highest single fare, Type of vessel" in text
        await seen.press("y")
        assert seen.app.clipboard == (
            "Call for tenders, Brannvik council, 10 January 2031, grade A https://brannvik.example/call"
        )


async def test_keys_are_those_of_the_live_bindings() -> None:
    async with visit() as seen:
        live = {each.binding.id for each in seen.screen.active_bindings.values() if each.binding.id}
        tips = {each.binding.tooltip for each in seen.screen.active_bindings.values() if each.binding.id}
        await seen.press("question_mark")
        text = whole(seen)
        assert live >= {"filter", "pair", "density", "export", "quit", "pin", "theme"}
        assert [tip for tip in tips if tip not in text] == []
        assert [group.description for group in ORDER if group.description not in text] == []


def _ours(kind: type) -> list[Binding]:
    found = list(kind.__dict__.get("BINDINGS", ())) if kind.__module__.startswith("negotiate") else []
    return found + [each for below in kind.__subclasses__() for each in _ours(below)]


def test_every_binding_has_an_id_a_group_and_a_tooltip() -> None:
    ours = [*_ours(App), *_ours(Screen), *_ours(Widget)]
    assert len(ours) > 50
    assert [each for each in ours if not (each.id and each.tooltip and each.group in ORDER)] == []


async def test_the_glossary_explains_every_verdict_reply_and_grade() -> None:
    async with visit() as seen:
        await seen.press("question_mark")
        text = whole(seen)
    for word, said in [*MEANINGS.items(), *JOINT_MEANINGS.items()]:
        assert f" {word.value} {said}" in text
    for reply in Reply:
        assert f" {reply.value} " in text
    for grade, said in GRADES.items():
        assert f"{grade} {said}" in text


async def test_tab_goes_on_to_the_words() -> None:
    async with visit() as seen:
        await seen.press("question_mark", "tab")
        assert "Verdicts on two parties" in "\n".join(seen.lines[:3])


async def test_keys_of_every_screen_can_be_listed_and_left() -> None:
    async with visit() as seen:
        for key in ("enter", "p", "S", "exclamation_mark"):
            await seen.press(key, "question_mark")
            assert isinstance(seen.screen, KeysScreen)
            await seen.press("question_mark", "q")
            assert isinstance(seen.screen, MatrixScreen)


@pytest.mark.parametrize("id", ["density", "pair", "pin", "page_down", "sources"])
async def test_enter_presses_the_key_under_the_cursor(id: str) -> None:
    async with visit() as seen:
        await seen.press("home")
        before = seen.text
        await seen.press("question_mark")
        page = seen.screen.query_one(Page)
        chosen = [n for n in page._targets() if page.blocks[n].target.opens.active.binding.id == id]  # type: ignore[union-attr]
        page.go(*chosen)
        await seen.press("enter")
        assert not isinstance(seen.screen, KeysScreen)
        assert seen.text != before
