"""What all screens to read have in common: a word is found on them."""

from __future__ import annotations

from negotiate.tui.screens.issue import IssueScreen
from negotiate.tui.screens.matrix import MatrixScreen
from negotiate.tui.screens.rounds import RoundsScreen
from negotiate.tui.spans import plain
from negotiate.tui.widgets.page import Page

from ..test_rounds import HERRING
from ..visit import USUAL, Visit, visit


def marked(seen: Visit) -> list[str]:
    """What stands in the tone of a match on the screen, from the top."""
    page = seen.screen.query_one(Page)
    strips = [page.render_line(y) for y in range(page.size.height)]
    found = [part for strip in strips for part in strip if part.style and part.style.bold and part.style.bgcolor]
    return [part.text for part in found if part.text.lower() == page.looked_for.lower()]


def here(seen: Visit) -> str:
    """The line of the match that was gone to."""
    page = seen.screen.query_one(Page)
    assert page.top <= page._match < page.top + page.size.height
    return plain(page._lines[page._match][1])


async def test_a_word_is_found_marked_and_left_again() -> None:
    async with visit(HERRING, USUAL) as seen:
        await seen.press("r", "/boats")
        first = here(seen)
        assert "boats" in first.lower()
        assert "boats" in [each.lower() for each in marked(seen)]
        await seen.press("enter", "n")
        second = here(seen)
        assert "boats" in second.lower()
        assert seen.screen.query_one(Page)._match in seen.screen.query_one(Page).found()
        await seen.press("N")
        assert here(seen) == first
        await seen.press("N", "n")  # round the end
        assert here(seen) == first
        await seen.press("escape")
        assert isinstance(seen.screen, RoundsScreen)
        assert not marked(seen)
        await seen.press("n")
        assert "Nothing to look for yet" in seen.notices[-1]
        await seen.press("/walrus", "enter")
        assert seen.notices == ["“walrus” stands nowhere on this page."]
        await seen.press("slash", "escape", "escape")
        assert isinstance(seen.screen, MatrixScreen)


async def test_on_the_page_of_an_issue_n_finds_after_a_search_and_else_goes_on() -> None:
    async with visit(HERRING, USUAL) as seen:
        await seen.press("enter", "n")
        assert isinstance(seen.screen, IssueScreen)
        assert seen.screen.issue == "season"
        await seen.press("/southport", "enter", "n")
        assert seen.screen.issue == "season"
        assert "Southport" in here(seen)
        await seen.press("l")
        assert seen.screen.issue == "mesh"
        assert marked(seen), "the next issue is looked through too"
        await seen.press("escape", "n")
        assert seen.screen.issue == "nets"
