"""Files changed by somebody else, while the program runs in a terminal: how soon it is to be seen."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from .terminal import Terminal
from .visit import FERRY, copied

LONGEST = 5.0
"""Seconds, on a machine that does much else; where it does not, each change is seen within one."""


def replaced(path: Path, old: str, new: str) -> None:
    """As most editors and git do: a new file takes the name."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(text.replace(old, new), encoding="utf-8")
    os.replace(beside, path)


def written(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(FERRY, tmp_path)


@pytest.fixture
def terminal(folder: Path, tmp_path: Path):  # type: ignore[no-untyped-def]
    opened = Terminal("-m", "negotiate", str(folder), home=tmp_path)
    opened.until(lambda text: "at most 30" in text and "q quit" in text)
    yield opened
    opened.close()


def delay(terminal: Terminal, change: Callable[[], object], seen: str | Callable[[str], bool]) -> float:
    """Seconds from the change to its being on the screen."""
    change()
    began = time.perf_counter()
    terminal.until(seen, LONGEST)
    return time.perf_counter() - began


def test_changes_are_seen_within_a_second_and_the_cursor_stays(terminal: Terminal, folder: Path) -> None:
    coop, negotiation = folder / "parties/coop.yaml", folder / "negotiation.yaml"
    terminal.press("jj")
    terminal.until("The value that they share")
    text = coop.read_text(encoding="utf-8")

    def party_added() -> None:
        written(negotiation, "  county: {", "  state: {name: The Republic, must_agree: no}\n  county: {")
        (folder / "parties/state.yaml").write_text(
            "party: state\nstatements:\n  - {date: 2031-03-02, source: gazette, positions: {fare: exactly 77}}\n"
        )

    delays = [
        delay(terminal, lambda: written(coop, "exactly 45", "exactly 46"), "exactly 46"),
        delay(terminal, lambda: replaced(coop, "exactly 46", "exactly 47"), "exactly 47"),
        delay(terminal, lambda: replaced(negotiation, "The Brannvik ferry", "The new ferry"), "The new ferry"),
        delay(terminal, coop.unlink, "! shows 1 problem in the files"),
        delay(terminal, lambda: coop.write_text(text, encoding="utf-8"), "exactly 45"),
        delay(terminal, party_added, "Cooperative  2 ›"),
    ]
    assert statistics.median(delays) < 1.0, delays
    assert "The value that they share" in terminal.text, "the pane tells of the row that the cursor was on"


def test_a_broken_file_leads_to_the_problem_and_back(terminal: Terminal, folder: Path) -> None:
    coop, negotiation = folder / "parties/coop.yaml", folder / "negotiation.yaml"
    sound = {path: path.read_text(encoding="utf-8") for path in (coop, negotiation)}
    replaced(coop, "fare: {demand: exactly 45", "fare: {demand: exactly 45}}}")
    terminal.until("! shows 1 problem in the files; last good view shown", LONGEST)
    assert "exactly 45" in terminal.text
    terminal.press("!")
    terminal.until("parties/coop.yaml:11")
    os.replace(negotiation, folder / "away")
    terminal.until("there is no such file", LONGEST)
    (folder / "away").rename(negotiation)
    coop.write_text(sound[coop], encoding="utf-8")
    terminal.until("1 in ferry", LONGEST)
    terminal.press("q")
    terminal.until(lambda text: "at most 30" in text and "shows 1 problem" not in text)
