"""The main screen: moving, filters, pairs, columns, densities, and the way to the other screens."""

from __future__ import annotations

import asyncio

import pytest
from textual.events import Key

from negotiate.tui.screens.issue import IssueScreen
from negotiate.tui.screens.keys import KeysScreen
from negotiate.tui.screens.matrix import MatrixScreen
from negotiate.tui.screens.pair import PairScreen
from negotiate.tui.screens.problems import ProblemsScreen
from negotiate.tui.screens.sources import SourcesScreen
from negotiate.tui.settings import Settings
from negotiate.tui.view import BETWEEN
from negotiate.tui.widgets.filterbar import FilterBar
from negotiate.tui.widgets.painter import Density

from ..visit import ISTANBUL, NARROW, TINY, USUAL, WIDE, Visit, visit

ALL = ["fare", "subsidy", "years", "begin", "winter North quay", "winter South quay", "vessel", "stops"]
ALL += ["order", "pupils", "crew", "colours"]


def cursor(seen: Visit) -> tuple[str, str]:
    matrix = seen.matrix.matrix
    return (matrix.issue.id if matrix.issue else "", matrix.column)


# --- what stands on it


async def test_header_counts_cover_every_issue_and_add_up() -> None:
    async with visit(ISTANBUL) as seen:
        counts = seen.lines[1]
        total, *numbers = [int(word) for word in counts.split() if word.isdigit()]
        assert total == sum(numbers) == len(seen.matrix.table.issues)


async def test_it_opens_with_the_pair_that_the_file_names() -> None:
    async with visit() as seen:
        assert seen.matrix.view.pair == ("council", "coop")
        assert "Between them" in seen.lines[2]


async def test_a_cell_says_demand_acceptance_red_line_and_reply() -> None:
    async with visit() as seen:
        for said in ("at most 30", "rules out above 40", "also accepts at least 42", "✗ clash", "‼ Brannvik council"):
            assert said in seen.text


async def test_the_pane_says_why_and_where_it_stands() -> None:
    async with visit() as seen:
        assert "a gap of 12 crowns" in seen.text
        assert seen.text.count("parties/council.yaml:7") == 1
        assert "grade A" in seen.text


async def test_the_first_run_points_to_the_keys_until_they_were_seen() -> None:
    async with visit(settings=Settings()) as seen:
        assert "New here? Press ?" in seen.text
        await seen.press("question_mark", "q")
        assert "New here?" not in seen.text


# --- moving


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (("j",), 1),
        (("down", "down", "k"), 1),
        (("G",), 11),
        (("G", "g"), 0),
        (("up",), 0),
        (("G", "down"), 11),
    ],
)
async def test_rows(keys: tuple[str, ...], row: int) -> None:
    async with visit() as seen:
        await seen.press(*keys)
        assert cursor(seen)[0] == ALL[row]


@pytest.mark.parametrize(("there", "back"), [("pagedown", "pageup"), ("ctrl+d", "ctrl+u"), ("ctrl+f", "ctrl+b")])
async def test_pages_go_there_and_back(there: str, back: str) -> None:
    async with visit(ISTANBUL, size=USUAL) as seen:
        await seen.press(there, there)
        far = seen.matrix.matrix.row
        await seen.press(*[back] * 4)
        assert far >= 2
        assert seen.matrix.matrix.row == 0


@pytest.mark.parametrize(
    ("keys", "column"),
    [
        (("home",), "council"),
        (("home", "l"), "coop"),
        (("home", "right", "right"), "county"),
        (("home", "h"), "council"),
        (("home", "end"), BETWEEN),
        (("end", "right"), BETWEEN),
    ],
)
async def test_columns(keys: tuple[str, ...], column: str) -> None:
    async with visit() as seen:
        await seen.press(*keys)
        assert cursor(seen)[1] == column


async def test_the_column_under_the_cursor_comes_into_view() -> None:
    async with visit(ISTANBUL, size=USUAL) as seen:
        assert "Türkiye" not in seen.lines[2]
        await seen.press("end", "left")
        assert "Türkiye" in seen.lines[2]
        assert "‹ 4 more" in seen.lines[2]
        await seen.press("home")
        assert "Russia" in seen.lines[2]


async def test_the_first_column_and_the_header_stay() -> None:
    async with visit(ISTANBUL, size=USUAL) as seen:
        await seen.press("G", "end", "left")
        assert seen.lines[2].startswith(" Issue")
        assert any(line.startswith("▌") for line in seen.lines)


# --- filters


async def test_a_filter_narrows_with_each_key_and_esc_clears_it() -> None:
    async with visit() as seen:
        await seen.press("slash")
        shown = []
        for key in "quay":
            await seen.press(key)
            shown.append(len(seen.rows))
        assert shown == sorted(shown, reverse=True)
        assert seen.rows == ["winter North quay", "winter South quay"]
        assert "2 of 12 issues" in seen.text
        assert "12 issues" in seen.lines[1]
        await seen.press("escape")
        assert seen.rows == ALL
        assert not seen.screen.query(FilterBar)


@pytest.mark.parametrize("pause", [0, 0.001, 0.004, 0.02])
async def test_fast_typing_arrives_whole_and_in_order(pause: float) -> None:
    """As over a slow line, where many keys come at once: "q" would leave the program."""
    async with visit() as seen:
        for key in ("slash", *"north quay", "enter"):
            seen.app.post_message(Key(key, "/" if key == "slash" else key if len(key) == 1 else None))
            if pause:
                await asyncio.sleep(pause)
        for _ in range(60):
            await seen.pilot.pause(0.05)
            if seen.matrix.view.text == "north quay" and not seen.screen.query(FilterBar):
                break
        assert seen.matrix.view.text == "north quay"
        assert not seen.screen.query(FilterBar)


async def test_enter_keeps_a_filter_and_esc_clears_it_before_it_leaves() -> None:
    async with visit() as seen:
        await seen.press("/hybrid", "enter")
        assert seen.rows == ["vessel"]
        await seen.press("escape")
        assert seen.rows == ALL


async def test_a_filter_looks_at_words_verdicts_and_hidden_letters_of_case() -> None:
    async with visit() as seen:
        for typed, rows in (("BRYN", ["stops"]), ("clash", ["fare", "pupils"]), ("(", ["years"]), ("[", [])):
            await seen.press("slash")
            seen.screen.query_one(FilterBar).query_one("Input").value = typed  # type: ignore[attr-defined]
            await seen.pilot.pause()
            assert [row for row in rows if row not in seen.rows] == []
            assert len(seen.rows) <= 4
            await seen.press("escape")


async def test_no_row_says_so_and_what_to_do() -> None:
    async with visit() as seen:
        await seen.press("/zzz")
        assert seen.rows == []
        assert "No issue passes the filters. Press esc to clear them." in seen.text
        await seen.press("enter", "down", "pagedown", "G", "enter", "e", "y", "n", "left", "escape")
        assert seen.rows == ALL


async def test_matches_are_marked_and_n_goes_from_one_to_the_next() -> None:
    async with visit() as seen:
        await seen.press("/weekends", "enter", "n")
        first = cursor(seen)
        await seen.press("n")
        second = cursor(seen)
        await seen.press("N")
        assert first != second
        assert cursor(seen) == first
        styles = [
            str(segment.style)
            for strip in seen.screen._compositor.render_strips()
            for segment in strip
            if segment.text == "weekends"
        ]
        assert len(set(styles)) > 0
        assert all("bold" in style for style in styles)


async def test_n_without_a_filter_says_what_it_is_for() -> None:
    async with visit() as seen:
        await seen.press("n")
        assert "Nothing to look for yet: / filters" in seen.notices


async def test_slash_goes_back_into_a_filter_that_was_left_with_the_mouse() -> None:
    async with visit() as seen:
        await seen.press("/quay")
        await seen.pilot.click("#matrix", offset=(5, 2))
        await seen.press("slash", "x")
        assert seen.matrix.view.text == "quayx"


async def test_esc_clears_a_filter_that_was_left_with_the_mouse() -> None:
    async with visit() as seen:
        await seen.press("/quay")
        await seen.pilot.click("#matrix", offset=(5, 2))
        await seen.press("escape")
        assert seen.rows == ALL
        assert not seen.screen.query(FilterBar)


async def test_a_filter_keeps_the_cursor_on_its_issue() -> None:
    async with visit() as seen:
        await seen.press("j", "j", "j", "j", "j", "/quay", "enter")
        assert cursor(seen)[0] == "winter South quay"
        await seen.press("escape")
        assert cursor(seen)[0] == "winter South quay"


async def test_apart_only() -> None:
    async with visit() as seen:
        await seen.press("c")
        words = {seen.matrix.table.relation(row, "council", "coop").verdict.value for row in seen.rows}
        assert words == {"gap", "clash"}
        assert "apart only" in seen.text
        await seen.press("c")
        assert seen.rows == ALL


async def test_each_verdict_in_turn_then_all_again() -> None:
    async with visit() as seen:
        found: list[str] = []
        for _ in range(8):
            await seen.press("s")
            if not seen.matrix.view.verdict:
                break
            found += seen.rows
            assert f"{seen.matrix.view.verdict} only" in seen.text
        assert seen.rows == ALL
        assert sorted(found) == sorted(ALL)


# --- pairs


async def test_tab_goes_through_every_pair_then_all_together() -> None:
    async with visit() as seen:
        pairs = []
        for _ in range(4):
            await seen.press("tab")
            pairs.append(seen.matrix.view.pair)
        assert pairs == [("council", "county"), ("coop", "county"), None, ("council", "coop")]
        await seen.press("shift+tab")
        assert seen.matrix.view.pair is None
        assert "All together" in seen.lines[2]


async def test_the_pair_stands_side_by_side_and_the_counts_are_its_own() -> None:
    async with visit() as seen:
        before = seen.lines[1]
        await seen.press("tab")
        assert seen.matrix.view.parties[:2] == ("council", "county")
        assert "The county" in seen.lines[2]
        assert seen.lines[1] != before


# --- columns and density


async def test_hide_and_show_a_party() -> None:
    async with visit() as seen:
        await seen.press("home", "l", "l", "minus")
        assert seen.matrix.view.parties == ("council", "coop")
        assert "1 party hidden" in seen.text
        await seen.press("plus")
        assert len(seen.matrix.view.parties) == 3


async def test_the_last_party_stays() -> None:
    async with visit() as seen:
        for _ in range(4):
            await seen.press("home", "minus")
        assert len(seen.matrix.view.parties) == 1


async def test_a_pinned_party_stays_while_the_others_move() -> None:
    async with visit(ISTANBUL, size=USUAL) as seen:
        await seen.press("home", "P", "end", "left")
        assert "Russia" in seen.lines[2]
        assert "Türkiye" in seen.lines[2]
        await seen.press("home", "P")
        assert seen.matrix.view.pinned == ()


async def test_a_column_changes_places_with_its_neighbour() -> None:
    async with visit() as seen:
        await seen.press("home", "greater_than_sign")
        assert seen.matrix.view.parties == ("coop", "council", "county")
        assert cursor(seen)[1] == "council"
        await seen.press("less_than_sign", "less_than_sign")
        assert seen.matrix.view.parties == ("council", "coop", "county")


@pytest.mark.parametrize("key", ["P", "minus", "less_than_sign", "greater_than_sign"])
async def test_the_column_of_verdicts_is_no_party(key: str) -> None:
    async with visit() as seen:
        before = seen.matrix.view
        await seen.press("end", key)
        assert seen.matrix.view == before
        assert "Move to a party's column first." in seen.notices


async def test_density() -> None:
    async with visit() as seen:
        heights = {}
        for _ in Density:
            heights[seen.matrix.matrix.shown_density] = seen.matrix.matrix._heights.total
            await seen.press("v")
            assert seen.notices == [seen.matrix.matrix.shown_density.value], "the newest alone"
        assert heights[Density.LINE] < heights[Density.CURSOR] < heights[Density.FULL]


async def test_one_line_a_row_still_says_the_verdict() -> None:
    async with visit() as seen:
        await seen.press("v", "v")
        row = next(line for line in seen.lines if line.startswith(" Yearly subsidy"))
        assert "limit of 2,000,000" in row
        assert "no cap" in row
        assert "↔ gap" in row


# --- to other screens


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("enter", IssueScreen),
        ("p", PairScreen),
        ("exclamation_mark", ProblemsScreen),
        ("S", SourcesScreen),
        ("question_mark", KeysScreen),
    ],
)
async def test_into_a_screen_and_back(key: str, screen: type) -> None:
    async with visit() as seen:
        await seen.press("j")
        for back in ("q", "escape", "backspace"):
            await seen.press(key)
            assert isinstance(seen.screen, screen)
            await seen.press(back)
            assert isinstance(seen.screen, MatrixScreen)
            assert cursor(seen)[0] == ALL[1]


async def test_esc_never_leaves_the_program_and_q_does() -> None:
    async with visit() as seen:
        await seen.press("escape", "escape")
        assert seen.app.is_running
        await seen.press("q")
        assert not seen.app.is_running


# --- mouse


async def test_click_double_click_wheel_and_header() -> None:
    async with visit() as seen:
        row = next(n for n, line in enumerate(seen.lines) if line.startswith(" Yearly subsidy"))
        await seen.pilot.click(offset=(30, row))
        assert cursor(seen) == ("subsidy", "council")
        await seen.pilot.click("#matrix", offset=(60, 0))
        assert cursor(seen) == ("subsidy", "coop")
        row = next(n for n, line in enumerate(seen.lines) if line.lstrip("▌ ").startswith("Yearly subsidy"))
        await seen.pilot.double_click(offset=(5, row))
        await seen.pilot.pause()
        assert isinstance(seen.screen, IssueScreen)
        assert "Yearly subsidy" in seen.text


async def test_the_wheel_scrolls_and_the_cursor_stays() -> None:
    from textual.events import MouseScrollDown, MouseScrollUp

    async with visit(ISTANBUL, size=USUAL) as seen:
        before = seen.lines[3:]
        for kind in (MouseScrollDown, MouseScrollUp):
            event = kind(seen.matrix.matrix, 5, 5, 0, 1, 0, False, False, False)
            seen.matrix.matrix.post_message(event)
            await seen.pilot.pause()
            if kind is MouseScrollDown:
                assert seen.lines[3:] != before
                assert seen.matrix.matrix.row == 0
        assert seen.lines[3:] == before


async def test_a_click_on_more_brings_the_next_party() -> None:
    async with visit(ISTANBUL, size=USUAL) as seen:
        at = seen.lines[2].index("more ›")
        await seen.pilot.click(offset=(at, 2))
        await seen.pilot.pause()
        assert cursor(seen)[1] == "us"
        assert "United States 3 ›" in seen.lines[2].replace("  ", " ")


async def test_a_click_on_a_key_presses_it() -> None:
    async with visit() as seen:
        at = seen.lines[-1].index("apart only")
        await seen.pilot.click(offset=(at, 39))
        await seen.pilot.pause()
        assert seen.matrix.view.apart


async def test_a_click_on_the_scroll_bar_and_below_the_last_row() -> None:
    async with visit(ISTANBUL) as seen:
        await seen.pilot.click("#matrix", offset=(119, 20))
        await seen.pilot.pause()
        assert seen.matrix.matrix.top > 0
        await seen.press("/zzz")
        await seen.pilot.click("#matrix", offset=(10, 10))
        assert seen.app.is_running


# --- sizes


@pytest.mark.parametrize("sizes", [(NARROW, TINY, WIDE), ((20, 5), (10, 3), (200, 60)), ((1, 1), USUAL)])
async def test_resizing_keeps_the_cursor(sizes: tuple[tuple[int, int], ...]) -> None:
    async with visit(ISTANBUL) as seen:
        await seen.press("G", "k", "k", "home")
        before = cursor(seen)
        for size in (*sizes, WIDE):
            await seen.resize(size)
            assert cursor(seen) == before
            assert len(seen.lines) == size[1]
        assert any(line.startswith("▌") for line in seen.lines)


async def test_every_line_fits_the_window() -> None:
    for size in (WIDE, USUAL, NARROW, TINY):
        async with visit(ISTANBUL, size=size) as seen:
            assert max(map(len, seen.lines)) <= size[0]


async def test_a_narrow_window_shows_one_party_under_a_strip_of_names() -> None:
    async with visit(ISTANBUL, size=NARROW) as seen:
        assert "Russia │ Ukraine │" in seen.lines[2]
        assert "✗ clash" in seen.lines[4]
        await seen.press("l")
        assert "line of contact" in seen.text


async def test_the_most_important_keys_come_first_and_quit_is_always_there() -> None:
    for size in (WIDE, USUAL, NARROW, TINY):
        async with visit(size=size) as seen:
            assert seen.lines[-1].startswith(" / filter  ? keys")
            assert seen.lines[-1].endswith("q quit")
