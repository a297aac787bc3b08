"""Which editor is started, and how it is told the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from negotiate.tui.editor import chosen_editor, command

FILE = Path("/talks/my file.yaml")


@pytest.mark.parametrize(
    ("environment", "chosen"),
    [
        ({"VISUAL": "hx", "EDITOR": "vi"}, ["hx"]),
        ({"VISUAL": "", "EDITOR": "vi -n"}, ["vi", "-n"]),
        ({"EDITOR": "'/opt/my editor/vi' -n"}, ["/opt/my editor/vi", "-n"]),
        ({"EDITOR": "vi 'unclosed"}, ["vi", "'unclosed"]),
    ],
)
def test_visual_before_editor(environment: dict[str, str], chosen: list[str]) -> None:
    assert chosen_editor(environment) == chosen


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        (["vim"], ["vim", "+7", str(FILE)]),
        (["/usr/bin/nano", "-l"], ["/usr/bin/nano", "-l", "+7", str(FILE)]),
        (["hx"], ["hx", f"{FILE}:7"]),
        (["code"], ["code", "-w", "-g", f"{FILE}:7"]),
        (["code.exe", "--wait"], ["code.exe", "--wait", "-g", f"{FILE}:7"]),
        (["unknown"], ["unknown", str(FILE)]),
    ],
)
def test_each_is_told_the_line_in_its_own_way(editor: list[str], words: list[str]) -> None:
    assert command(editor, FILE, 7) == words
