"""How sure it is, on the screen: counts that add up, verdicts that flip, disputes, what is on record."""

from __future__ import annotations

import re

import pytest

from negotiate.compare.evidence.coverage import Cover, cover
from negotiate.compare.evidence.doubt import doubts
from negotiate.compare.evidence.evidence import Support
from negotiate.text.covers import COVERS
from negotiate.tui.screens.evidence import EvidenceScreen
from negotiate.tui.screens.issue import IssueScreen
from negotiate.tui.spans import shorten

from .test_goldens import SIZES, compare
from .test_rounds import FORWARD, HERRING
from .visit import USUAL, Visit, visit

TALL = (120, 120)


def counts(seen: Visit) -> list[tuple[int, int]]:
    """Positions and verdicts of each line below "What it rests on"."""
    begin = next(n for n, line in enumerate(seen.lines) if "What it rests on" in line) + 2
    found = []
    for line in seen.lines[begin:]:
        numbers = re.match(r".{2} *(\d+ +\d+|\d+)  \S", line)
        if not numbers:
            break
        *rest, verdicts = numbers[1].split()
        found.append((int(rest[0]) if rest else 0, int(verdicts)))
    return found


async def test_the_counts_add_up() -> None:
    async with visit(HERRING, TALL) as seen:
        await seen.press("E")
        assert isinstance(seen.screen, EvidenceScreen)
        table = seen.screen.table
        positions = [table.position(party, issue.id) for party in table.names for issue in table.issues]
        found = counts(seen)
        assert sum(each for each, _ in found) == sum(not each.is_blank for each in positions)
        assert sum(each for _, each in found) == len(table.issues)


async def test_verdicts_that_flip_are_told_with_the_claim_that_made_them() -> None:
    async with visit(HERRING, TALL) as seen:
        await seen.press(*[FORWARD] * 3, "E")
        table = seen.screen.table
        for floor in (Support.B, Support.C):
            flips = doubts(table, floor, table.pair, [issue.id for issue in table.issues])
            number = f"{len(flips)} of" if flips else "not one of"
            assert f"Without claims below grade {floor.value}  {number}" in seen.text.replace("\u2007", " ")
            assert all(each.issue.title in seen.text for each in flips)


async def test_every_cell_has_a_sign_and_every_sign_a_meaning() -> None:
    assert set(COVERS) == {each.value for each in Cover}
    assert len({mark.ascii for mark in COVERS.values()}) == len({mark.sign for mark in COVERS.values()}) == len(COVERS)
    async with visit(HERRING, TALL) as seen:
        await seen.press("E")
        table = seen.screen.table
        grid = seen.lines[next(n for n, line in enumerate(seen.lines) if "What is on record" in line) :]
        for issue in table.issues:
            row = next(line for line in grid if line[2:].startswith(shorten(issue.title, 34)))
            expected = [COVERS[cover(table.position(party, issue.id)).value].sign for party in table.names]
            assert row[2 + 34 :].split() == expected, issue.id


async def test_enter_opens_the_issue_and_p_the_next_pair() -> None:
    async with visit(HERRING) as seen:
        await seen.press("E", "p")
        assert "Sea Institute" in seen.lines[0]
        await seen.press("G", "enter")
        await seen.pilot.pause(0.05)
        assert isinstance(seen.screen, IssueScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_goldens(size: str) -> None:
    async with visit(HERRING, SIZES[size]) as seen:
        await seen.press("E")
        compare(f"herring-evidence-{size}", seen.lines)


async def test_ascii() -> None:
    async with visit(HERRING, USUAL, plain=True) as seen:
        await seen.press("E")
        assert seen.text.isascii()
        compare("herring-evidence-ascii", seen.lines)
