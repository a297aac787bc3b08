"""``negotiate explain`` on the command line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from negotiate.cli import main
from negotiate.files import CODES
from negotiate.files.explanations import EXPLANATIONS

MAIN = "import sys; from negotiate.cli import main; main(sys.argv[1:]); sys.stderr.write(' '.join(sys.modules))"


def test_all_codes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[: len(CODES)]] == list(CODES)
    assert lines[0] == f"E001  {CODES['E001']}"


@pytest.mark.parametrize("word", ["E313", "e313", " e313", "[E313]"])
def test_a_code_is_explained(capsys: pytest.CaptureFixture[str], word: str) -> None:
    assert main(["explain", word]) == 0
    out = capsys.readouterr().out
    assert out.startswith("E313: a term that cannot be read\n\nA term says which outcomes")
    assert "Wrong, in parties/ann.yaml:\n\n    party: ann\n" in out
    assert out.endswith(
        "Right:\n\n    party: ann\n    statements:\n      - source: memo\n        positions:\n"
        "          fare: at most 20\n"
    )


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_every_code_fits_a_terminal(capsys: pytest.CaptureFixture[str], code: str) -> None:
    assert main(["--ascii", "explain", code]) == 0
    out = capsys.readouterr().out
    assert out.isascii()
    assert max(map(len, out.splitlines())) <= 100
    assert max(map(len, out.split("\n\n")[1].splitlines())) <= 80
    assert ("Wrong, in" in out) != ("What to do:" in out)


@pytest.mark.parametrize(
    ("word", "hint"),
    [("E333", "did you mean E303?"), ("E3O3", "did you mean E303?"), ("x\x1b[31m", "`negotiate explain` lists all")],
)
def test_an_unknown_code(capsys: pytest.CaptureFixture[str], word: str, hint: str) -> None:
    assert main(["explain", word]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert hint in err
    assert "\x1b" not in err


@pytest.mark.parametrize("words", [["explain", "--help"], ["--help"], ["check", "russia-ukraine"]])
def test_nothing_of_it_is_loaded_by_others(words: list[str]) -> None:
    run = subprocess.run([sys.executable, "-c", MAIN, *words], capture_output=True, text=True, check=False)
    assert "explanations" not in run.stderr
    assert "explained" not in run.stderr
