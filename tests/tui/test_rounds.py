"""From round to round: the keys, what is lit, the screen of all rounds, and files that change meanwhile."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from negotiate.compare import Table
from negotiate.compare.over_time.history import History
from negotiate.compare.over_time.ledger import Ledger
from negotiate.compare.over_time.status import Status, reopened
from negotiate.tui.screens.issue import IssueScreen
from negotiate.tui.screens.matrix import MatrixScreen
from negotiate.tui.screens.rounds import RoundsScreen
from negotiate.tui.session import open_session
from negotiate.tui.settings import Settings
from negotiate.tui.spans import plain
from negotiate.tui.texts.heading import verdict_counts
from negotiate.tui.themes import DARK
from negotiate.tui.widgets.page import Page

from .test_goldens import SIZES, compare
from .visit import USUAL, WIDE, Visit, copied, visit

HERRING = Path(__file__).parents[1] / "herring"
FORWARD, BACK = "right_square_bracket", "left_square_bracket"


def shown(seen: Visit) -> str:
    meeting = seen.matrix.table.as_of.round
    return meeting.id if meeting else ""


def lit(seen: Visit) -> list[str]:
    """The issues in which a cell of the two compared is marked."""
    matrix = seen.matrix
    assert matrix.lit
    return [each.id for each in matrix.lit.rows(matrix.table.issues, matrix.view.weighed, matrix.view.pair)]


# --- the keys


async def test_a_key_goes_to_the_round_after_and_one_to_the_round_before() -> None:
    async with visit(HERRING) as seen:
        assert shown(seen) == "may"
        assert "round 2 of 5" in seen.lines[0]
        for key, expected in (
            (FORWARD, "september"),
            (FORWARD, "november"),
            (BACK, "september"),
            (BACK, "may"),
            (BACK, "march"),
        ):
            await seen.press(key)
            assert shown(seen) == expected
        await seen.press(BACK)
        assert shown(seen) == "march"
        assert seen.notices[-1] == "This is the first round on record."
        await seen.press(*[FORWARD] * 4)
        assert shown(seen) == "january"
        await seen.press(FORWARD)
        assert seen.notices[-1] == "This is the last round on record."


DAYS = [  # as of, the key, the round that is shown then
    ("2030-01-01", BACK, ""),
    ("2030-01-01", FORWARD, "march"),
    ("2031-07-15", BACK, "may"),
    ("2031-07-15", FORWARD, "september"),
    ("2033-01-01", BACK, "january"),
    ("2033-01-01", FORWARD, ""),
]


@pytest.mark.parametrize(("day", "key", "expected"), DAYS)
async def test_a_day_between_rounds_lies_before_one_and_after_another(day: str, key: str, expected: str) -> None:
    async with visit(HERRING) as seen:
        assert seen.app.session
        table = seen.matrix.table
        seen.app.take(seen.app.session.at(Table(table.negotiation, date.fromisoformat(day), table.memory)))
        await seen.press(key)
        assert shown(seen) == expected


async def test_without_rounds_the_keys_go_through_the_days_of_change() -> None:
    async with visit() as seen:
        opened = seen.matrix.table.as_of
        await seen.press(BACK)
        assert seen.matrix.table.as_of.day != opened.day or "first" in seen.notices[-1]


async def test_the_cursor_the_pair_and_the_filter_stay() -> None:
    async with visit(HERRING) as seen:
        await seen.press("j", "j", "tab", "c")
        row, view = seen.matrix.matrix.row, seen.matrix.view
        await seen.press(FORWARD)
        assert (seen.matrix.view.pair, seen.matrix.view.apart) == (view.pair, True)
        assert seen.matrix.matrix.row == min(row, len(seen.rows) - 1)


async def test_what_is_open_follows() -> None:
    async with visit(HERRING) as seen:
        await seen.press("enter")
        assert isinstance(seen.screen, IssueScreen)
        before = seen.text
        await seen.press(FORWARD)
        assert seen.screen.table.as_of.round is not None
        assert seen.screen.table.as_of.round.id == "september"
        assert seen.text != before
        await seen.press("q")
        assert shown(seen) == "september"


# --- what is lit


async def test_what_changed_is_marked_and_says_what_stood_there() -> None:
    async with visit(HERRING) as seen:
        assert seen.matrix.lit is None
        await seen.press(FORWARD)
        matrix = seen.matrix
        before, now = (Table(matrix.table.negotiation, each) for each in matrix.table.negotiation.rounds[1:3])
        pair = matrix.view.pair
        assert pair
        for issue in matrix.table.issues:
            differs = before.relation(issue.id, *pair).verdict is not now.relation(issue.id, *pair).verdict
            cell = " ".join(span.text for line in matrix.cells.cell(issue.id, "", pair) for span in line.spans)
            assert cell.startswith("* ") or not differs
            assert cell.startswith("* ") == ("May 2031: " in cell)
        assert 0 < len(lit(seen)) < len(matrix.table.issues)
        assert f"{len(lit(seen))} of {len(matrix.table.issues)} issues" in seen.words


async def test_only_what_changed() -> None:
    async with visit(HERRING) as seen:
        await seen.press("m")
        assert "Go to another round first" in seen.notices[-1]
        await seen.press(FORWARD)
        expected = lit(seen)
        await seen.press("m")
        assert seen.rows == expected
        assert "changed only" in seen.text
        await seen.press("escape")
        assert len(seen.rows) == len(seen.matrix.table.issues)
        assert seen.matrix.lit
        await seen.press("escape")
        assert seen.matrix.lit is None
        assert "* " not in seen.lines[5]


async def test_a_narrow_window_marks_what_changed_whoever_is_in_view() -> None:
    async with visit(HERRING, (60, 60)) as seen:
        await seen.press(FORWARD, "v", "v")
        titles = {each.title: each.id for each in seen.matrix.table.issues}
        rows = {titles[title]: line for line in seen.lines for title in titles if title in line[:40]}
        assert [issue for issue in rows if rows[issue][1] == "*"] == [issue for issue in lit(seen) if issue in rows]
        assert rows["nets"].endswith("* → merged")
        assert rows["landing"].endswith("  ↔ gap")


async def test_forth_and_back_nothing_is_new() -> None:
    async with visit(HERRING) as seen:
        cells = seen.lines[2:12]
        await seen.press(FORWARD, BACK, "escape")
        assert seen.lines[2:12] == cells


async def test_re_opened_is_flagged_in_every_cell_that_is() -> None:
    """Also where the next round changed nothing in it, and where the round was come to by a step back."""
    async with visit(HERRING) as seen:
        found = set[str]()
        for key in (FORWARD,) * 5 + (BACK,) * 5:
            await seen.press(key)
            table = seen.matrix.table
            for issue in table.issues:
                said = "re-opened" in cell(seen, issue.id)[0]
                assert said == (reopened(table, issue.id, table.pair) is not None)
                found |= {issue.id} if said else set()
        assert found == {"season", "mesh", "landing"}


async def test_re_opened_is_flagged_in_the_pane_and_on_the_pages() -> None:
    flag, when = "↔ gap, ↺ re-opened, 30 days apart", "Re-opened on 8 September 2031, before that met."
    async with visit(HERRING, (120, 60)) as seen:
        await seen.press(FORWARD, FORWARD, "j", "end")
        assert cell(seen, "season")[0] == flag
        assert when in seen.words
        await seen.press("enter")
        assert f"{flag} " in page(seen)
        assert when in page(seen)
        await seen.press("q", "p")
        assert f"Length of the season {flag}" in page(seen)


async def test_re_opened_in_signs_of_one_byte() -> None:
    async with visit(HERRING, (120, 60), plain=True) as seen:
        await seen.press(FORWARD, FORWARD)
        assert cell(seen, "season")[0] == "/ gap, R re-opened, 30 days apart"


def test_what_is_off_the_table_is_counted_as_the_ledger_has_it() -> None:
    table = open_session(HERRING).table
    assert table
    history = History(table.negotiation, memory=table.memory)
    for between in (table.pair, None):
        ledger = Ledger(history, between)
        for at, moment in enumerate(history.moments):
            counted, shown = ledger.counts(at), dict(verdict_counts(history.table(moment), between))
            assert shown.get("merged", 0) == counted[Status.MERGED]
            assert shown.get("dropped", 0) <= counted[Status.DROPPED]  # nobody asks for the others: they are unknown


async def test_what_became_of_an_issue_stands_in_the_place_of_its_verdict() -> None:
    async with visit(HERRING, (120, 60)) as seen:
        await seen.press(FORWARD)
        assert "→ merged into “Mesh of the nets”" in " ".join(cell(seen, "nets"))
        await seen.press("j", "j", "j", "end")
        assert "9 September 2031: The chair takes the nets and their mesh together." in seen.words
        assert "negotiation.yaml:5" in seen.words
        await seen.press("enter")
        assert "→ merged into “Mesh of the nets” 9 September 2031: The chair" in page(seen)
        await seen.press("q", "p")
        assert "Drift nets → merged into “Mesh of the nets”" in page(seen)
        await seen.press("q", "c")
        assert "nets" not in seen.rows
        await seen.press("c", FORWARD)
        assert cell(seen, "steps")[0] == "* ∅ dropped"


def cell(seen: Visit, issue: str) -> list[str]:
    """The lines of what stands between the two."""
    return [plain(each.spans) for each in seen.matrix.cells.cell(issue, "", seen.matrix.view.pair)]


def page(seen: Visit) -> str:
    """A reading screen to its end."""
    lines = seen.screen.query_one(Page)._lines
    return " ".join(" ".join(plain(line) for _, line in lines).replace("\u2007", " ").split())


# --- the screen of all rounds


async def test_the_screen_of_rounds_counts_every_issue() -> None:
    async with visit(HERRING, (120, 200)) as seen:
        await seen.press("r")
        assert isinstance(seen.screen, RoundsScreen)
        assert "5 rounds, 16 issues." in seen.words or "issues." in seen.words
        assert "re-opened" in seen.text
        assert "Who moved, and towards whom" in seen.text


async def test_enter_on_a_round_shows_the_table_as_of_then() -> None:
    async with visit(HERRING) as seen:
        await seen.press("r", "tab", "tab")
        target = seen.screen.page.target
        assert target
        assert target.opens.round.id == "january"
        await seen.press("enter")
        await seen.pilot.pause(0.05)
        assert isinstance(seen.screen, MatrixScreen)
        assert shown(seen) == "january"


async def test_enter_on_an_issue_opens_it() -> None:
    async with visit(HERRING) as seen:
        await seen.press("r", "enter")
        await seen.pilot.pause(0.05)
        assert isinstance(seen.screen, IssueScreen)
        await seen.press("q")
        assert isinstance(seen.screen, RoundsScreen)


async def test_a_verdict_has_one_colour_wherever_it_stands() -> None:
    """In the counts above the matrix, its cells, beside the titles of a narrow one, and over the rounds."""
    found: dict[str, set[object]] = {}
    async with visit(HERRING, settings=Settings(seen_help=True, theme=DARK.name)) as seen:
        for size, keys in (((120, 100), ()), ((120, 200), ("r",)), ((60, 100), ("q",))):
            await seen.resize(size)
            await seen.press(*keys)
            for text, style, _ in (part for strip in seen.screen._compositor.render_strips() for part in strip):
                if style and (sign := text.strip()[:1]) in [*"≈↔✗¶↺§"]:
                    found.setdefault(sign, set()).add(style.color)
    assert {sign: len(colours) for sign, colours in found.items()} == dict.fromkeys("≈↔✗¶↺§", 1)


async def test_the_next_pair() -> None:
    async with visit(HERRING) as seen:
        await seen.press("r")
        assert "Northport and Southport" in seen.lines[0]
        assert "Pair 1 of 3. p next pair, P pair before" in seen.lines[2]
        await seen.press("p")
        assert "Sea Institute" in seen.lines[0]
        assert "Pair 2 of 3. p next pair" in seen.lines[2]


async def test_where_all_together_were_shown_it_is_said_that_two_are_compared() -> None:
    async with visit(HERRING, USUAL) as seen:
        await seen.press("shift+tab")
        for key in "r", "E", "p":
            await seen.press(key)
            assert "One pair of 3, not all together: Northport and Southport. p next pair" in seen.words
            if key == "E":
                await seen.press("r")
                assert "One pair of 3, not all together" in seen.words, "also from one to the other"
                await seen.press("p")
                assert "Pair 2 of 3." in seen.words
                await seen.press("escape")
            await seen.press("escape")


async def test_a_folder_in_which_nothing_was_said(tmp_path: Path) -> None:
    (tmp_path / "parties").mkdir()
    (tmp_path / "negotiation.yaml").write_text("negotiation: Quiet\nparties: {a: A, b: B}\n", encoding="utf-8")
    async with visit(tmp_path) as seen:
        await seen.press("r")
        assert "Nothing has been said yet" in seen.words
        await seen.press("q", FORWARD)
        assert "No round is listed" in seen.notices[-1]


# --- files that change


async def test_after_a_change_on_the_disk_the_round_stays(tmp_path: Path) -> None:
    folder = copied(HERRING, tmp_path)
    async with visit(folder) as seen:
        await seen.press(FORWARD)
        file = folder / "negotiation.yaml"
        file.write_text(
            file.read_text(encoding="utf-8").replace("The herring talks", "The herring and cod talks"), encoding="utf-8"
        )
        await seen.take_changes()
        assert "herring and cod" in seen.lines[0]
        assert shown(seen) == "september"
        await seen.press(FORWARD)
        assert shown(seen) == "november"


async def test_a_round_that_is_gone_leaves_the_opening_one(tmp_path: Path) -> None:
    folder = copied(HERRING, tmp_path)
    async with visit(folder) as seen:
        await seen.press(FORWARD)
        file = folder / "negotiation.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(
            "\n".join(line for line in text.split("\n") if not line.startswith("  september:")), encoding="utf-8"
        )
        await seen.take_changes()
        assert shown(seen) == "may"


# --- how it looks


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "keys"), {"matrix-lit": (FORWARD,), "rounds": ("r",)}.items())
async def test_goldens(name: str, keys: tuple[str, ...], size: str) -> None:
    async with visit(HERRING, SIZES[size]) as seen:
        await seen.press(*keys)
        for notice in list(seen.app._notifications):
            seen.app._unnotify(notice)
        await seen.pilot.pause()
        compare(f"herring-{name}-{size}", seen.lines)


@pytest.mark.parametrize(("name", "keys"), {"matrix-lit": (FORWARD,), "rounds": ("r",)}.items())
async def test_ascii(name: str, keys: tuple[str, ...]) -> None:
    async with visit(HERRING, USUAL, plain=True) as seen:
        await seen.press(*keys)
        for notice in list(seen.app._notifications):
            seen.app._unnotify(notice)
        await seen.pilot.pause()
        assert seen.text.isascii()
        compare(f"herring-{name}-ascii", seen.lines)


async def test_in_the_widest_window_all_is_said_in_plain_words() -> None:
    async with visit(HERRING, WIDE) as seen:
        await seen.press(FORWARD)
        assert "[ ]" in seen.lines[0]
