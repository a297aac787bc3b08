"""`negotiate new` and `negotiate add` as commands: what they print, ask, refuse, and load."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from negotiate.cli import main

Ran = tuple[int, str, str]
Runs = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Runs:
    def runs(*words: str) -> Ran:
        code = main(words)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return code, printed.out, printed.err

    return runs


@pytest.fixture
def ferry(tmp_path: Path, run: Runs) -> str:
    folder = str(tmp_path / "ferry")
    code, out, err = run(
        *("new", folder, "--title", "The ferry", "--party", "Ann", "--party", "ben=Ben O'Hara"),
        *("--issue", "fare=Fare per head:quantity:crowns", "--issue", "Alliance:scale:none,open door,full"),
    )
    names = ["parties/ann.yaml", "parties/ben.yaml", "negotiation.yaml"]
    assert (code, out.splitlines()) == (0, [os.path.join(folder, *name.split("/")) for name in names])
    assert f"see it: negotiate {folder}" in err
    return folder


def test_a_new_negotiation_opens_at_once_and_has_no_problems(run: Runs, ferry: str) -> None:
    assert run("check", "--strict", ferry) == (0, f"{ferry}: No problems in 3 files.\n", "")
    code, out, err = run(ferry)
    assert (code, err) == (0, "")
    assert out.startswith("The ferry\n")
    assert "Ann and Ben O'Hara, 2 issues: 2 unknown." in out


def test_without_options_or_terminal_it_is_a_template(run: Runs, tmp_path: Path) -> None:
    folder = tmp_path / "peace-talks_2"
    assert run("new", str(folder))[0] == 0
    assert "negotiation: Peace talks 2\n" in (folder / "negotiation.yaml").read_text(encoding="utf-8")
    assert run("check", "--strict", str(folder))[0] == 0


def test_it_asks_on_a_terminal(run: Runs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: Iterator[str] = iter(
        ["", "Ann, us=United States", "Fare:quantiyt", "Fare:quantity:crowns", "Seats:yes-no", ""]
    )
    asked = list[str]()

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    folder = tmp_path / "ferry"
    code, out, _ = run("new", str(folder))
    assert code == 0
    assert asked[0] == "Title [Ferry]: "
    assert "did you mean `quantity`?" in out
    text = (folder / "negotiation.yaml").read_text(encoding="utf-8")
    assert "negotiation: Ferry\n" in text
    assert "  us: United States\n" in text
    assert "    unit: crowns\n" in text
    assert "  seats:\n" in text


def test_an_answer_broken_off_writes_nothing(run: Runs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", stop)
    assert run("new", str(tmp_path / "ferry"))[0] == 130
    assert list(tmp_path.iterdir()) == []


def test_new_refuses(run: Runs, ferry: str, tmp_path: Path) -> None:
    assert "there is a negotiation in" in run("new", ferry)[2]
    code, out, err = run("new", str(tmp_path / "x"), "--issue", "a:quantiyt\x1b[2J:b")
    assert (code, out) == (2, "")
    assert "is not a type of issue" in err
    assert "\x1b" not in err
    assert run("new")[0] == 2
    assert not (tmp_path / "x").exists()


def test_add(run: Runs, ferry: str) -> None:
    main_file, party_file = os.path.join(ferry, "negotiation.yaml"), os.path.join(ferry, "parties", "cleo.yaml")
    assert run("add", ferry, "issue", "Crew:quantity:heads")[:2] == (0, f"{main_file}:31\n")
    assert run("add", ferry, "party", "Cleo", "--role", "mediator", "--must-agree", "no") == (
        *(0, f"{main_file}:14\n{party_file}\n"),
        "",
    )
    code, out, err = run("add", ferry, "source", "memo=Memorandum", "--date", "2031-01-05", "--grade", "B")
    assert (code, err) == (0, "")
    assert out.startswith(f"{main_file}:")
    assert "cleo: {name: Cleo, role: mediator, must_agree: no}\n" in Path(main_file).read_text(encoding="utf-8")
    assert run("check", ferry)[0] == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["issue", "fare=Again:text"], "negotiation.yaml:21: `fare` is there already"),
        (["issue", "Crew:nonsense"], "is not a type of issue"),
        (["source", "A memo", "--date", "2031-02-30"], "no calendar has the day"),
        (["source", "A memo", "--role", "x"], "--role does not go with `source`"),
        (["issue", "Crew:text", "--must-agree", "no"], "--must-agree does not go with `issue`"),
        (["thing", "x"], "invalid choice"),
        (["issue"], "required"),
    ],
)
def test_add_refuses_and_writes_nothing(run: Runs, ferry: str, words: list[str], why: str) -> None:
    before = Path(ferry, "negotiation.yaml").read_bytes()
    code, out, err = run("add", ferry, *words)
    assert (code, out) == (2, "")
    assert why in err
    assert Path(ferry, "negotiation.yaml").read_bytes() == before


def test_add_needs_a_negotiation(run: Runs, tmp_path: Path) -> None:
    assert "there is no folder" in run("add", str(tmp_path / "x"), "issue", "Crew:text")[2]
    code, _, err = run("add", str(tmp_path), "issue", "Crew:text")
    assert code == 2
    assert "there is no such file" in err


@pytest.mark.parametrize("command", ["new", "add"])
def test_help(run: Runs, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert out.startswith(f"usage: negotiate {command}")
    assert max(map(len, out.splitlines())) <= 110


def test_neither_loads_textual(tmp_path: Path) -> None:
    code = "import sys; from negotiate.cli import main\nfor words in %r: main(words)\n" % [
        ["new", str(tmp_path / "x")],
        ["add", str(tmp_path / "x"), "issue", "Crew:text"],
    ]
    code += "assert not {'textual', 'rich'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
