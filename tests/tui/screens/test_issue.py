"""One issue in full: what stands on the page, and where its keys lead."""

from __future__ import annotations

import pytest

from negotiate.compare import Table
from negotiate.tui.screens.issue import IssueScreen
from negotiate.tui.spans import plain
from negotiate.tui.texts.detail import joint_sentence
from negotiate.tui.widgets.page import Page

from ...compare.herring import SEPTEMBER, herring
from ..visit import ISTANBUL, NARROW, Visit, visit


def whole(seen: Visit) -> str:
    """The page to its end, also below the window, as one line."""
    page = seen.screen.query_one(Page)
    return " ".join(" ".join(plain(line) for _, line in page._lines).replace("\u2007", " ").split())


async def opened(seen: Visit, row: int) -> str:
    await seen.press(*["j"] * row, "enter")
    assert isinstance(seen.screen, IssueScreen)
    return whole(seen)


async def test_every_position_in_full() -> None:
    async with visit() as seen:
        text = await opened(seen, 0)
    for said in (
        "How much may a single fare cost?",
        "Note: Without the mainland bus.",
        "demands at most 30 since January 2031, not renewed in this round rules out above 40 “Nobody shall pay more than 40 crowns.”",
        "Call for tenders, 10 January 2031 [1] Call for tenders, Brannvik council, 10 January 2031, p. 2, grade A",
        "salience 90 of 100, the editor's estimate",
        "Note: The price of fuel has doubled.",
        "remark, not counted: at most 35 (Ida Berg, 2 April 2031)",
        "since January 2031, not renewed in this round",
    ):
        assert said in text


def test_of_all_together_it_is_said_of_each_why_it_has_no_terms() -> None:
    table = Table(herring(), herring().rounds[SEPTEMBER])
    said = {issue: joint_sentence(table, table.joint(issue)) for issue in ("fund", "observers", "dues")}
    assert said["fund"].endswith("Northport leaves it to the others; Southport has left it open.")
    assert said["observers"].endswith("Southport has not disclosed its position.")
    assert said["dues"].endswith("The issue does not concern Southport.")


async def test_the_reason_the_replies_and_the_history() -> None:
    async with visit() as seen:
        text = await opened(seen, 0)
    for said in (
        "a gap of 12 crowns",
        "3 April 2031 ‼ Brannvik council to Skerry Ferry Cooperative: rejects as ultimatum · Ida Berg",
        "“We are not to be told what a crossing costs.”",
        "Words beside terms",
        "Over time 10 January 2031 Brannvik council demands at most 30; rules out above 40",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (0, "apart: 12 crowns"),
        (3, "2 May 2031"),
        (4, "weekends"),
        (7, "Dunholm"),
        (8, "contract"),
        (9, "yes"),
        (11, "Blue and white."),
    ],
)
async def test_there_is_a_picture_of_every_kind_of_domain(row: int, said: str) -> None:
    async with visit() as seen:
        text = await opened(seen, row)
        assert "Where they stand" in text
        picture = text.partition("Where they stand")[2]
        assert said in picture


async def test_a_text_says_its_words_once() -> None:
    async with visit() as seen:
        text = await opened(seen, 11)
        part = text.partition("What each party says")[2].partition("Replies")[0]
        assert part.count("Blue and white.") == 1


async def test_later_words_are_marked_and_an_event_and_an_agreed_text_are_told() -> None:
    async with visit() as seen:
        assert "event A storm closes the North quay for a week (The harbour master)" in await opened(seen, 4)
        await seen.press("q")
        assert "agreed Minutes of the winter round: including Aker" in await opened(seen, 3)


async def test_next_and_previous_issue_follow_the_matrix() -> None:
    async with visit() as seen:
        await seen.press("/quay", "enter", "enter")
        assert "issue 1 of 2" in seen.lines[0]
        await seen.press("n")
        assert "South quay" in seen.lines[2]
        await seen.press("n")
        assert "North quay" in seen.lines[2]
        await seen.press("N")
        assert "issue 2 of 2" in seen.lines[0]


async def test_p_compares_the_next_pair() -> None:
    async with visit() as seen:
        await seen.press("enter")
        assert "Between Brannvik council and Skerry Ferry Cooperative" in seen.text
        await seen.press("p")
        assert "Between Brannvik council and The county" in seen.text
        await seen.press("p", "p")
        assert "All together" in seen.text


async def test_paging_and_parts() -> None:
    async with visit(ISTANBUL, size=NARROW) as seen:
        await seen.press("enter")
        page = seen.screen.query_one(Page)
        for there, back in (("pagedown", "pageup"), ("ctrl+d", "ctrl+u"), ("space", "ctrl+b"), ("tab", "shift+tab")):
            await seen.press(there)
            assert page.top > 0
            await seen.press(back, "home")
            assert page.top == 0
        await seen.press("G")
        assert page.top == len(page._lines) - page.size.height
        await seen.press("g")
        assert page.top == 0


async def test_down_alone_reads_the_page_to_its_end() -> None:
    async with visit(ISTANBUL, size=NARROW) as seen:
        await seen.press("enter")
        page = seen.screen.query_one(Page)
        visible = set(range(page.size.height))
        for _ in range(120):
            await seen.pilot.press("j")
            visible |= set(range(page.top, page.top + page.size.height))
            if page.top >= len(page._lines) - page.size.height:
                break
        assert visible >= set(range(len(page._lines)))


async def test_a_click_chooses_and_the_wheel_scrolls() -> None:
    from textual.events import MouseScrollDown

    async with visit() as seen:
        await seen.press("enter")
        page = seen.screen.query_one(Page)
        line = next(n for n, text in enumerate(seen.lines) if "Skerry Ferry Cooperative   salience" in text)
        await seen.pilot.click(offset=(10, line))
        assert page.target
        assert "exactly 45" in page.target.text
        page.post_message(MouseScrollDown(page, 5, 5, 0, 1, 0, False, False, False))
        await seen.pilot.pause()
        assert page.top == 3


async def test_y_copies_the_entry_under_the_cursor() -> None:
    async with visit() as seen:
        await seen.press("enter", "y")
        assert seen.app.clipboard.startswith("Highest single fare: clash. ")
