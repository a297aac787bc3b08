"""Two parties in dialogue."""

from __future__ import annotations

from negotiate.tui.screens.issue import IssueScreen
from negotiate.tui.screens.pair import PairScreen

from ..visit import visit
from .test_issue import whole


async def test_demand_reply_counter_demand_reply() -> None:
    async with visit() as seen:
        await seen.press("p")
        text = whole(seen)
    for said in (
        "12 issues ≈ 3 overlap",
        "Where words and terms disagree Type of vessel: ✗ Brannvik council rejects, 3 Apr",
        "Replies to whole papers 1 April 2031 ⇄ Skerry Ferry Cooperative to Brannvik council: counter-proposes, on “Call",
        "Highest single fare ✗ clash (Brannvik council's line) Brannvik council: at most 30 since January 2031 rules out above 40",
        "Skerry Ferry Cooperative: exactly 45 also accepts at least 42 ‼ Brannvik council rejects as ultimatum, 3 Apr",
    ):
        assert said in text


async def test_where_nothing_disagrees_nothing_is_said_of_it() -> None:
    async with visit() as seen:
        await seen.press("tab", "p")
        assert "disagree" not in whole(seen)


async def test_p_goes_round_the_pairs_and_enter_opens_the_issue() -> None:
    async with visit() as seen:
        await seen.press("p")
        titles = [seen.lines[0]]
        for _ in range(3):
            await seen.press("p")
            titles.append(seen.lines[0])
        assert titles[0] == titles[3]
        assert len(set(titles)) == 3
        await seen.press("P")
        assert seen.lines[0] == titles[2]
        await seen.press("p", "enter")
        assert isinstance(seen.screen, IssueScreen)
        assert "Type of vessel" in seen.lines[2]
        await seen.press("q")
        assert isinstance(seen.screen, PairScreen)


async def test_no_blank_line_follows_another() -> None:
    async with visit() as seen:
        for keys in (("p",), ("q", "S"), ("q", "enter"), ("q", "question_mark")):
            await seen.press(*keys)
            text = [line.strip(" ┃") for line in seen.lines[1:-1]]
            last = max(n for n, line in enumerate(text) if line)
            assert not [n for n in range(last) if not text[n] and not text[n + 1]]
