"""``check --fix`` and warnings turned off, on the command line."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from negotiate.cli import main

from .test_commands import HILL, NEGOTIATION, RIVER

Ran = tuple[int, str, str]
Runs = Callable[..., Ran]
LOOSE = NEGOTIATION.replace("title: The toll", "title: 1.10")
QUOTED = NEGOTIATION.replace("title: The toll", 'title: "1.10"')


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Runs:
    def ran(*words: str) -> Ran:
        code = main(list(words))
        out, err = capsys.readouterr()
        return code, out, err

    return ran


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    (tmp_path / "parties").mkdir()
    (tmp_path / "negotiation.yaml").write_text(LOOSE, encoding="utf-8")
    (tmp_path / "parties" / "river.yaml").write_text(RIVER, encoding="utf-8")
    (tmp_path / "parties" / "hill.yaml").write_text(HILL, encoding="utf-8")
    return tmp_path


def text(talks: Path) -> str:
    return (talks / "negotiation.yaml").read_text(encoding="utf-8")


def test_a_warning_is_no_failure_unless_asked(run: Runs, talks: Path) -> None:
    code, out, _ = run("check", str(talks))
    assert (code, "warning[W410]" in out, "negotiate check --fix" in out) == (0, True, True)
    assert run("check", "--strict", str(talks))[0] == 1


def test_turned_off_it_is_counted(run: Runs, talks: Path) -> None:
    (talks / "negotiation.yaml").write_text(f"ignore: [W410]\n{LOOSE}", encoding="utf-8")
    code, out, _ = run("check", "--strict", str(talks))
    assert (code, out) == (0, f"{talks}: No problems in 3 files (1 warning turned off).\n")


def test_without_a_terminal_it_is_shown_and_not_written(run: Runs, talks: Path) -> None:
    code, out, err = run("check", "--fix", str(talks))
    assert code == 0
    assert '+  toll: {title: "1.10",' in out
    assert "nothing is written; with --yes it is" in err
    assert text(talks) == LOOSE


def test_with_yes_it_is_written(run: Runs, talks: Path) -> None:
    code, out, err = run("check", "--strict", "--fix", "--yes", str(talks))
    assert (code, text(talks)) == (0, QUOTED)
    assert out.endswith("No problems in 3 files.\n")
    assert "1 file corrected" in err
    code, _, err = run("check", "--fix", "--yes", str(talks))
    assert (code, text(talks)) == (0, QUOTED)
    assert "nothing in" in err


@pytest.mark.parametrize(
    ("typed", "written"), [("y", QUOTED), ("Yes ", QUOTED), ("n", LOOSE), ("", LOOSE), (None, LOOSE)]
)
def test_on_a_terminal_it_asks(
    run: Runs, talks: Path, monkeypatch: pytest.MonkeyPatch, typed: str | None, written: str
) -> None:
    def answer(question: str) -> str:
        assert question.startswith("1 correction in 1 file")
        if typed is None:
            raise EOFError
        return typed

    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(builtins, "input", answer)
    assert run("check", "--fix", str(talks))[0] == 0
    assert text(talks) == written


def test_programs_get_no_corrections(run: Runs, talks: Path) -> None:
    code, out, err = run("check", "--fix", "--format", "json", str(talks))
    assert (code, out) == (2, "")
    assert "--format text" in err
