"""The README says what is true: its commands run, its example loads, its picture shows the screen of today."""

from __future__ import annotations

import html
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from negotiate.cli import main
from negotiate.compare import MEANINGS, Table, Verdict
from negotiate.files import load
from negotiate.files.bundled import bundled_folders
from negotiate.text.marks import VERDICTS
from negotiate.tui.app import NegotiateApp
from negotiate.tui.options import Options
from negotiate.tui.session import open_session

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
PICTURE = ROOT / "tests/golden/screens/readme.svg"
COMMANDS = re.findall(r"^negotiate (.*?)(?:\| less)?\s*(?:#.*)?$", TEXT, re.MULTILINE)


def test_commands_are_found() -> None:
    assert len(COMMANDS) >= 5


@pytest.mark.parametrize("words", COMMANDS)
def test_command(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "positions").symlink_to(ROOT / "positions")
    assert main(shlex.split(words)) == 0
    written = list(tmp_path.glob("*.md"))
    assert capsys.readouterr().out or written


def test_example(tmp_path: Path) -> None:
    for name, text in re.findall(r"`ferry/(\S+)`\n\n```yaml\n(.*?)```", TEXT, re.DOTALL):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded = load(tmp_path)
    assert not loaded.problems
    assert loaded.negotiation
    table = Table(loaded.negotiation)
    verdicts = [table.relation(issue.id, "island", "city").verdict for issue in table.issues]
    assert verdicts == [Verdict.CONDITIONAL, Verdict.CLASH]


# --- the day


DAY = TEXT[TEXT.index("## A day at it") : TEXT.index("## Working on it")]
STEPS = re.findall(
    r"`(harbour/\S+)`[^\n]*\n\n```yaml\n(.*?)```|```console\n(.*?)```|`accept` to `(at least 15)`", DAY, re.DOTALL
)
"""Files, what is typed with what comes of it, and what is changed on the screen, in their order."""


async def test_the_day_goes_as_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in {"GIT_AUTHOR_NAME": "Ann", "GIT_COMMITTER_NAME": "Ann"}.items():
        monkeypatch.setenv(name, value)
        monkeypatch.setenv(name.replace("NAME", "EMAIL"), "ann@example.org")
    kinds = []
    for file, text, typed, words in STEPS:
        kinds.append("file" if file else "typed" if typed else "screen")
        if file:
            (tmp_path / file).write_text(text, encoding="utf-8")
        elif typed:
            assert _ran(typed) == typed
        else:
            await _changed_on_the_screen(tmp_path / "harbour", words)
    assert kinds == ["typed", "file", "file", "typed", "file", "typed", "screen", "typed"]
    assert "Fare for a crossing" in (tmp_path / "harbour.md").read_text(encoding="utf-8")


def _ran(typed: str) -> str:
    """The same with what really comes of it."""
    told = ""
    for command in re.findall(r"^\$ (.*(?:\n> .*)*)", typed, re.MULTILINE):
        words = re.sub(r"\\\n> +", "", command)
        program = f"{shlex.quote(sys.executable)} -m negotiate"
        run = subprocess.run(
            re.sub(r"^negotiate", program, words), shell=True, capture_output=True, text=True, check=False
        )
        told += f"$ {command}\n{run.stdout}"
    return told


async def _changed_on_the_screen(folder: Path, words: str) -> None:
    async with NegotiateApp(open_session(folder), Options(watches=False)).run_test(size=(100, 28)) as pilot:
        await pilot.press("h", "i", "down", "ctrl+u", *("space" if each == " " else each for each in words), "enter")
        await pilot.pause()


def test_verdicts_are_explained_as_in_the_program() -> None:
    table = dict(re.findall(r"^\| (\S \S.*?) \| (.*) \|$", TEXT, re.MULTILINE))
    assert table == {f"{VERDICTS[each.value].sign} {each.value}": MEANINGS[each] for each in list(Verdict)[:8]}


def test_ci_runs_the_same_commands() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert ".venv/bin/pip install -e '.[test]' && .venv/bin/pytest" in TEXT
    assert "pip\" install -q -e '.[test]'" in script
    assert '"$venv/bin/pytest"' in script


async def test_picture() -> None:
    """Only the text is compared: how Textual draws an SVG may change."""
    folder = next(each for each in bundled_folders() if each.name == "russia-ukraine")
    app = NegotiateApp(open_session(folder), Options(watches=False))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(*["down"] * 12)
        await pilot.pause()
        drawn = app.export_screenshot(title="negotiate")
    if os.environ.get("REWRITE_GOLDEN"):
        PICTURE.write_text(drawn, encoding="utf-8")
    assert _words(PICTURE.read_text(encoding="utf-8")) == _words(drawn)


def _words(svg: str) -> list[str]:
    return [html.unescape(each) for each in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]
