"""The program as it really runs: started in a terminal, used, resized, left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..files.test_revisions import git
from .ferries import SINCE, changed, committed, merged
from .terminal import Terminal
from .visit import FERRY

ENTER_ALTERNATE, LEAVE_ALTERNATE = b"\x1b[?1049h", b"\x1b[?1049l"
COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|[34]8;[25])(?:;\d+)*m")
FIRST = "rejects as ultimatum"
"""Stands in the matrix's first row."""


class Room:
    """Opens terminals and closes them."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.opened: list[Terminal] = []

    def open(self, *arguments: str, size: tuple[int, int] = (120, 40), **environment: str) -> Terminal:
        self.opened.append(Terminal("-m", "negotiate", *arguments, home=self.home, size=size, **environment))
        return self.opened[-1]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    found = Room(tmp_path)
    yield found
    for terminal in found.opened:
        terminal.close()


def assert_left_well(terminal: Terminal) -> None:
    assert terminal.ended() == 0
    assert terminal.after_leaving == b""
    assert b"Traceback" not in terminal.written
    assert terminal.written.count(ENTER_ALTERNATE) == terminal.written.count(LEAVE_ALTERNATE) == 1
    assert terminal.written.rfind(b"\x1b[?25h") > terminal.written.rfind(b"\x1b[?25l"), "the cursor is to be seen again"
    for mode in (b"1000", b"1003", b"2004"):
        assert terminal.written.rfind(b"\x1b[?" + mode + b"l") > terminal.written.rfind(b"\x1b[?" + mode + b"h"), mode


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_start_use_resize_quit(room: Room, size: tuple[int, int]) -> None:
    terminal = room.open(str(FERRY), size=size)
    terminal.until(lambda text: "at most 30" in text and "q quit" in text)
    assert "New here? Press ?" in terminal.text
    terminal.press("G")
    terminal.until("Blue and white.")
    terminal.press("/quay\r")
    terminal.until("2 of 12 issues")
    terminal.press("\r")
    terminal.until("Where they stand")
    other = (60, 24) if size[0] == 120 else (120, 40)
    terminal.resize(other)
    terminal.until(lambda text: "issue 2 of 2" in text.splitlines()[0][other[0] - 20 :] and "q back" in text)
    terminal.press("q")
    terminal.until("2 of 12 issues")
    terminal.press("q")
    assert_left_well(terminal)
    assert COLOUR.search(terminal.written)


def test_no_color(room: Room) -> None:
    terminal = room.open(str(FERRY), NO_COLOR="1")
    terminal.until("at most 30")
    terminal.press("?")
    terminal.until("Keys and words")
    terminal.press("q")
    terminal.until("at most 30")
    terminal.press("j")
    terminal.until("no number closes")
    terminal.press("x")
    terminal.until("enter writes the file")
    terminal.press("\x11")
    assert_left_well(terminal)
    assert COLOUR.findall(terminal.written) == []
    assert re.search(rb"\x1b\[[\d;]*7[;m]", terminal.written), "the cursor's cell is to be reversed"


@pytest.mark.parametrize("how", ["--ascii", "LC_ALL"])
def test_ascii(room: Room, how: str) -> None:
    arguments = ["--ascii"] if how == "--ascii" else []
    environment = {"LC_ALL": "C"} if how == "LC_ALL" else {}
    terminal = room.open(*arguments, str(FERRY), **environment)
    terminal.until("at most 30")
    for key, said in (("\r", "Where they stand"), ("q", "at most 30"), ("x", "enter writes")):
        terminal.press(key)
        terminal.until(said)
    terminal.press("\x1b")
    terminal.until(lambda text: "enter writes" not in text)
    terminal.press("/")
    terminal.until("enter keeps")
    terminal.press("\x11")
    assert_left_well(terminal)
    assert terminal.written.isascii()


def test_the_editor_gets_the_terminal_and_gives_it_back(room: Room, tmp_path: Path) -> None:
    editor = tmp_path / "nano"
    editor.write_text('#!/bin/sh\necho "editing $1 $2"\nread answer\n')
    editor.chmod(0o755)
    terminal = room.open(str(FERRY), EDITOR=str(editor))
    terminal.until("at most 30")
    terminal.press("\x1b[H")
    terminal.until("Nobody shall pay")
    terminal.press("e")
    terminal.until("editing +7")
    terminal.press("\n")
    terminal.until(lambda text: "at most 30" in text and "editing" not in text)
    terminal.press("q")
    assert terminal.ended() == 0
    assert terminal.after_leaving == b""


def test_a_folder_that_cannot_be_read(room: Room, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "negotiation.yaml").write_text("negotiation: [")
    terminal = room.open(str(folder))
    terminal.until("cannot be shown yet")
    terminal.press("q")
    assert_left_well(terminal)


def test_what_changed_from_the_shell(room: Room, tmp_path: Path) -> None:
    folder = committed(tmp_path / "home")
    changed(folder, SINCE)
    terminal = room.open("diff", "--screen", "HEAD", str(folder), NO_COLOR="1")
    terminal.until("softened towards Skerry Ferry Cooperative on 1 issue")
    terminal.press("\r")
    terminal.until("Where they stand")
    terminal.press("q")
    terminal.until("Verdicts")
    changed(folder, [("parties/council.yaml", "at most 35", "at most 36")])
    terminal.until("gap, 6 crowns apart")
    terminal.press("q")
    assert_left_well(terminal)
    assert COLOUR.findall(terminal.written) == []


@pytest.mark.parametrize("size", [(120, 40), (60, 24)])
def test_a_merge_from_the_matrix_to_the_end(room: Room, tmp_path: Path, size: tuple[int, int]) -> None:
    folder = merged(tmp_path / "home")
    terminal = room.open("--ascii", str(folder), size=size)
    terminal.until("D compares both sides")
    terminal.press("D")
    terminal.until("> ours against theirs")
    terminal.press("\r")
    terminal.until("Brannvik council  differs")
    git(folder, "checkout", "--theirs", ".")
    terminal.until("No merge conflict is left")
    terminal.press("q")
    terminal.until(lambda text: "at most 35" in text and "conflict" not in text)
    terminal.press("q")
    assert_left_well(terminal)
    assert terminal.written.isascii()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "is no folder, day, round or revision of"),
        (("--format", "json"), "--screen goes with --in, --as-of and --ascii only"),
    ],
)
def test_what_changed_that_cannot_be_shown(room: Room, words: tuple[str, ...], said: str) -> None:
    terminal = room.open("diff", "--screen", "nowhere", str(FERRY), *words)
    assert terminal.ended() == 2
    assert said in " ".join(terminal.text.split())
    assert ENTER_ALTERNATE not in terminal.written


def test_without_a_word_it_opens_what_came_with_the_program(room: Room) -> None:
    terminal = room.open()
    terminal.until("Russia")
    terminal.press("\x11")
    assert_left_well(terminal)
