"""Whatever is pressed, in whatever window: the app goes on, every line fits, and the cursor's row is to be seen."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.events import Key

from negotiate.tui.screens.keys import KeysScreen
from negotiate.tui.screens.matrix import MatrixScreen
from negotiate.tui.widgets.page import Page

from .visit import FERRY, ISTANBUL, Visit, copied, visit

STEPS = int(os.environ.get("NEGOTIATE_EXAMPLES", "90"))
KEYS = [
    "up",
    "down",
    "left",
    "right",
    "j",
    "k",
    "h",
    "l",
    "g",
    "G",
    "home",
    "end",
    "pageup",
    "pagedown",
    "ctrl+u",
    "ctrl+d",
    "ctrl+f",
    "ctrl+b",
    "enter",
    "escape",
    "slash",
    "n",
    "N",
    "c",
    "s",
    "tab",
    "shift+tab",
    "v",
    "y",
    "x",
    "p",
    "P",
    "minus",
    "plus",
    "less_than_sign",
    "greater_than_sign",
    "S",
    "D",
    "exclamation_mark",
    "question_mark",
    "t",
    "space",
    "a",
    "e",
    "r",
    "i",
    "o",
]
"""All that is bound, but for what quits and for Textual's own palette; and letters for the filter."""
WEIGHTS = [4 if key in ("down", "up", "pagedown", "j", "escape") else 1 for key in KEYS]


async def press(seen: Visit, key: str) -> None:
    """Not by Pilot, which waits for an idle processor after every key."""
    seen.app.post_message(Key(key, key if len(key) == 1 else None))
    await seen.pilot._wait_for_screen()
    if len(seen.lines) != seen.screen.size.height:  # a screen just come to the top is not laid out yet
        await seen.pilot.pause(0.05)


def check(seen: Visit, said: str) -> None:
    assert seen.app.is_running, said
    lines, (width, height) = seen.lines, seen.screen.size
    assert len(lines) == height, said
    assert max(map(cell_len, lines)) <= width, said
    if isinstance(seen.screen, MatrixScreen):
        matrix = seen.screen.matrix
        if matrix.rows and matrix._painter:
            top = matrix._heights.tops[matrix.row]
            assert top < matrix.top + matrix._body, said
            assert top + matrix._heights.height(matrix.row) > matrix.top, said
            assert matrix._columns, said
            assert matrix.column in matrix._columns.keys, (said, seen.screen.view, matrix._columns)
    for page in seen.screen.query(Page):
        assert 0 <= page.top <= max(0, len(page._lines) - page.size.height), said


@pytest.mark.parametrize("seed", range(int(os.environ.get("NEGOTIATE_SEEDS", "2"))))
async def test_random_keys(seed: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EDITOR", "/nowhere/vi")
    monkeypatch.chdir(tmp_path)  # what the keys export goes there
    rng = random.Random(seed)
    folder = copied((ISTANBUL, FERRY)[seed % 2], tmp_path)  # some keys change the files
    size = (rng.randint(20, 140), rng.randint(4, 50))
    pressed: list[str] = []
    async with visit(folder, size) as seen:
        for _ in range(STEPS):
            if rng.random() < 0.03:
                size = (rng.randint(8, 140), rng.randint(2, 50))
                pressed.append(f"{size}")
                await seen.resize(size)
            key = rng.choices(KEYS, WEIGHTS)[0]
            if key == "enter" and isinstance(seen.screen, KeysScreen):
                continue  # one of the keys listed there quits
            pressed.append(key)
            await press(seen, key)
            check(seen, f"seed {seed}, last keys {' '.join(pressed[-25:])}")
    assert len(pressed) > 30
