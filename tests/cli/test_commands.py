"""The command line: what it prints, where, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import negotiate.report.opening
import negotiate.tui
from negotiate import __version__
from negotiate.cli import main

NEGOTIATION = """\
negotiation: Talks about the ferry
rounds:
  may: {date: 2024-05-02}
  june: {date: 2024-06-03}
show: [river, hill]
parties: {river: Rivertown, hill: Hilltown}
issues:
  toll: {title: The toll, type: quantity, unit: coins, no_limit: free}
  bank: {title: Who guards, type: scale, options: [open, guarded, closed], each: [north, south]}
sources:
  paper: {title: A paper, date: 2024-05-02, grade: A}
  speech: {title: A speech, date: 2024-06-03, grade: B}
"""
RIVER = """\
party: river
statements:
  - source: paper
    positions:
      toll: at most 5
      bank: open
  - {source: speech, positions: {toll: at most 20}}
"""
HILL = """\
party: hill
statements:
  - source: paper
    positions:
      toll: at least 12
      bank: {north: guarded, south: open}
"""

Ran = tuple[int, str, str]
Runs = Callable[..., Ran]


@pytest.fixture
def talks(tmp_path: Path) -> str:
    folder = tmp_path / "talks"
    (folder / "parties").mkdir(parents=True)
    (folder / "negotiation.yaml").write_text(NEGOTIATION, encoding="utf-8")
    (folder / "parties" / "river.yaml").write_text(RIVER, encoding="utf-8")
    (folder / "parties" / "hill.yaml").write_text(HILL, encoding="utf-8")
    return str(folder)


@pytest.fixture
def broken(talks: str) -> str:
    """Two slips, and much that can still be read."""
    text = RIVER.replace("bank: open", "bnak: open").replace("at most 20", "at mots 20")
    Path(talks, "parties", "river.yaml").write_text(text, encoding="utf-8")
    return talks


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Runs:
    """Run a command: its exit code, what it printed, and what it said beside that."""

    def runs(*words: str) -> Ran:
        code = main(words)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return code, printed.out, printed.err

    return runs


# --- help, version, usage


def test_help_and_version(run: Runs) -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert all(word in out for word in ("show", "check", "report", "where", "./check", "russia-ukraine"))
    assert max(map(len, out.splitlines())) <= 110
    assert run("--version") == (0, f"negotiate {__version__}\n", "")


@pytest.mark.parametrize("command", ["show", "check", "report", "where"])
def test_each_command_has_help(run: Runs, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert out.startswith(f"usage: negotiate {command}")


@pytest.mark.parametrize("words", [["--wrong"], ["check"], ["show"], ["report"], ["a", "b"], ["where", "x"], [""]])
def test_wrong_usage_ends_with_2(run: Runs, words: list[str]) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert "usage: negotiate" in err or words == [""]


@pytest.mark.parametrize("words", [["nowhere"], ["show", "nowhere"], ["check", "nowhere"], ["report", "nowhere"]])
def test_no_such_folder(run: Runs, words: list[str]) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert "there is no folder `nowhere`" in err


def test_a_bundled_name_is_suggested_and_found(run: Runs) -> None:
    assert "did you mean `russia-ukraine`?" in run("russia-ukrain")[2]
    assert run("russia-ukraine")[1].startswith("Russia")


def test_what_was_typed_is_cleaned(run: Runs) -> None:
    for words in (["a\x1b[31m"], ["--\x1b[31m"], ["check", "a\x07\n\x9b"], ["a\0b"]):
        code, _, err = run(*words)
        assert code == 2
        assert not set(err) & set("\x1b\x07\x9b\0")


# --- open, show


def test_without_a_terminal_the_comparison_is_plain(run: Runs, talks: str) -> None:
    code, out, err = run(talks)
    assert (code, err) == (0, "")
    assert out.startswith("Talks about the ferry\n")
    assert "Rivertown and Hilltown, 3 issues: 1 agree, 1 overlap, 1 gap." in out
    assert "  ≈ overlap: 12 to 20 coins\n" in out
    assert "\x1b" not in out


def test_as_of_a_round_a_day_or_all(run: Runs, talks: str) -> None:
    for words in ("may", "MAY", "2024-05-31"):
        assert "↔ gap, 7 coins apart" in run(talks, "--as-of", words)[1]
    assert "≈ overlap" in run(talks, "--as-of", "all")[1]


@pytest.mark.parametrize("command", [[], ["show"], ["show", "--rounds"], ["report"], ["report", "--rounds"]])
def test_every_command_that_shows_positions_takes_a_round_or_a_day(run: Runs, talks: str, command: list[str]) -> None:
    may, day, later = (run(*command, talks, "--as-of", words) for words in ("may", "2024-05-31", "all"))
    assert may[0] == day[0] == later[0] == 0
    assert "7 coins apart" in may[1]
    assert "7 coins apart" in day[1]
    assert "12 to 20 coins" in later[1]
    assert "12 to 20 coins" not in may[1] + day[1]


@pytest.mark.parametrize("command", [[], ["show"], ["show", "--rounds"], ["report"], ["diff", "all"]])
def test_a_round_that_there_is_not(run: Runs, talks: str, command: list[str]) -> None:
    """Told with the nearest, and with all that there are."""
    code, out, err = run(*command, talks, "--as-of", "mai")
    assert (code, out) == (2, "")
    assert (
        "`mai` is no day (2025-06-02), no round, and not `all`; did you mean `may`? (the rounds: `may` or `june`)"
        in err
    )
    far = run(*command, talks, "--as-of", "xyz")[2]
    assert "did you mean" not in far and "(the rounds: `may` or `june`)" in far


def test_a_round_where_there_are_none(run: Runs, talks: str) -> None:
    path = Path(talks, "negotiation.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("rounds:\n  may: {date: 2024-05-02}\n  june: {date: 2024-06-03}\n", ""), encoding="utf-8"
    )
    assert (
        "`may` is no day (2025-06-02), no round, and not `all` (there are no rounds here)"
        in run(talks, "--as-of", "may")[2]
    )
    assert "MAY 2024" in run("show", talks, "--rounds")[1], "the days of change stand in for them"


def test_show_lists_the_issues(run: Runs, talks: str) -> None:
    code, out, _ = run("show", talks)
    assert code == 0
    assert "\ntoll: The toll\n" in out
    assert "\nbank north: " in out


@pytest.mark.parametrize("words", [["toll"], ["TOLL"], ["The toll"], ["the", "toll"]])
def test_show_one_issue(run: Runs, talks: str, words: list[str]) -> None:
    code, out, _ = run("show", talks, *words)
    assert code == 0
    for part in ("POSITIONS", "PICTURE", "VERDICT", "Source: A paper, 2 May 2024; grade A", "river.yaml:7"):
        assert part in out


def test_show_all_rows_of_an_issue_or_one(run: Runs, talks: str) -> None:
    assert run("show", talks, "bank")[1].count("PICTURE") == 2
    assert run("show", talks, "bank", "north")[1].count("PICTURE") == 1


def test_show_over_the_rounds(run: Runs, talks: str) -> None:
    code, out, _ = run("show", talks, "toll", "--rounds")
    assert code == 0
    for part in (
        "7 coins apart in May 2024; common ground (12 to 20 coins) since June 2024.",
        "█ May 2024: ↔ gap, 7 coins apart",
        "3 June 2024, Rivertown: demand: at most 5 → at most 20",
        "Softened towards Hilltown, 7 coins nearer: gap, 7 coins apart → overlap: 12 to 20 coins.",
    ):
        assert part in " ".join(out.split())
    assert run("show", talks, "bank", "--rounds")[1].count("Talks about the ferry") == 2
    assert run("show", talks, "tol", "--rounds")[0] == 2


def test_show_all_issues_over_the_rounds(run: Runs, talks: str) -> None:
    out = run("show", talks, "--rounds", "--ascii")[1]
    assert out.isascii()
    assert "--as-of may, up to 2 June 2024\n" in out
    assert "  0 / open, apart (1 before, 0 came in, 1 went out)\n" not in out, "the banks stay apart"
    assert "  1 / open, apart (2 before, 0 came in, 1 went out)\n" in out
    assert "  The toll: open, apart -> met. Rivertown demands at most 20 (3 June 2024).\n" in out


def test_show_an_unknown_issue(run: Runs, talks: str) -> None:
    code, out, err = run("show", talks, "tol")
    assert (code, out) == (2, "")
    assert "there is no issue `tol`; did you mean `toll`?" in err
    assert "`toll`" in run("show", talks, "xyzxyz")[2]


def test_ascii(run: Runs, talks: str) -> None:
    for words in ([talks, "--ascii"], ["--ascii", talks], ["--ascii", "show", talks, "toll"]):
        code, out, _ = run(*words)
        assert code == 0
        assert out.isascii()


# --- check


def test_check_what_is_fine(run: Runs, talks: str) -> None:
    code, out, err = run("check", talks)
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == f"{talks}: No problems in 3 files."


def test_check_what_is_not(run: Runs, broken: str) -> None:
    code, out, _ = run("check", broken)
    assert code == 1
    assert "river.yaml:6:7: error[" in out
    assert "^^^^" in out
    *_, counted, between, more = out.splitlines()
    assert (counted, between) == (f"{broken}: 2 errors in 3 files.", "")
    assert more.startswith("What E")


def test_check_several(run: Runs, broken: str) -> None:
    code, out, err = run("check", broken, "nowhere", broken)
    assert code == 2
    assert out.count("2 errors in 3 files") == 2
    assert "nowhere" in err


def test_many_problems_become_concise(run: Runs, talks: str) -> None:
    wrong = "\n".join(f"      wrong_{n}: x" for n in range(30))
    Path(talks, "parties", "hill.yaml").write_text(HILL + wrong + "\n", encoding="utf-8")
    code, out, _ = run("check", talks)
    assert code == 1
    assert out.count("error[") == 30
    assert all("error[" in line for line in out.splitlines()[-14:-4])
    assert "error[" not in out.splitlines()[-15]


def test_an_empty_folder(run: Runs, tmp_path: Path) -> None:
    for words in (["check"], ["show"], ["report"], []):
        code, _, err = run(*words, str(tmp_path))
        assert code == 1
        assert words == ["check"] or "nothing could be read" in err


def test_a_broken_folder_still_shows_the_rest(run: Runs, broken: str) -> None:
    code, out, err = run(broken)
    assert code == 1
    assert "at least 12" in out
    assert f"negotiate check {broken}" in err


# --- report


def test_report_to_the_terminal(run: Runs, talks: str) -> None:
    code, out, err = run("report", talks)
    assert (code, err) == (0, "")
    assert out.startswith("# Talks about the ferry\n")


def test_report_over_the_rounds(run: Runs, talks: str) -> None:
    assert "## Over the rounds" not in run("report", talks)[1]
    out = run("report", talks, "--rounds")[1]
    assert "## Over the rounds: Rivertown and Hilltown" in out
    assert "`█≈`" in out and "`9&`" in run("report", talks, "--rounds", "--ascii")[1]


def test_report_never_overwrites_unasked(run: Runs, talks: str, tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    assert run("report", talks, "-o", str(target)) == (0, "", "")
    first = target.read_text(encoding="utf-8")
    assert first.startswith("# Talks")
    target.write_text("mine", encoding="utf-8")
    code, _, err = run("report", talks, "-o", str(target))
    assert code == 2
    assert "--force" in err
    assert target.read_text(encoding="utf-8") == "mine"
    assert run("report", talks, "-o", str(target), "--force")[0] == 0
    assert target.read_text(encoding="utf-8") == first
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


@pytest.mark.parametrize(
    ("target", "why"), [(".", "a folder"), ("no/such/x.md", "no such folder"), ("/dev/null", "not an")]
)
def test_report_that_cannot_be_written(run: Runs, talks: str, target: str, why: str) -> None:
    code, _, err = run("report", talks, "--force", "-o", target)
    assert code == 2
    assert why in err


def test_report_of_what_was_chosen(run: Runs, talks: str) -> None:
    out = run("report", talks, "--issues", "bank", "--only", "gap", "--parties", "hill,river")[1]
    assert "north" in out
    assert "The toll" not in out


@pytest.mark.parametrize(
    ("option", "word", "meant"),
    [("--parties", "rivr,hill", "river"), ("--issues", "tol", "toll"), ("--only", "clas", "clash")],
)
def test_report_of_what_is_not_there(run: Runs, talks: str, option: str, word: str, meant: str) -> None:
    code, out, err = run("report", talks, option, word)
    assert (code, out) == (2, "")
    assert f"did you mean `{meant}`?" in err


def test_report_of_a_broken_folder(run: Runs, broken: str) -> None:
    code, out, err = run("report", broken)
    assert code == 1
    assert out.startswith("# Talks")
    assert "2 errors" in err


# --- where, the screen


def test_where(run: Runs) -> None:
    code, out, _ = run("where")
    assert code == 0
    assert __version__ in out
    assert "settings.json" in out
    assert "russia-ukraine" in out


def test_a_terminal_opens_the_screen(run: Runs, talks: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Any] = []

    def screen(folder: Path | None, *, ascii_only: bool, as_of: str) -> int:
        opened.append((folder, ascii_only, as_of))
        return 0

    monkeypatch.setattr(negotiate.tui, "run", screen, raising=False)
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    assert run(talks)[0] == run("--ascii")[0] == run(talks, "--as-of", "may")[0] == 0
    assert opened == [(Path(talks), False, ""), (None, True, ""), (Path(talks), False, "may")]
    assert run("nowhere")[0] == 2
    assert run("--as-of", "may")[0] == 2


def test_a_folder_named_like_a_command(run: Runs, talks: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(talks).rename(Path(talks).parent / "check")
    monkeypatch.chdir(Path(talks).parent)
    assert run("check")[0] == 2
    assert run("./check")[1].startswith("Talks about the ferry")
    assert run("check", "check")[0] == 0


# --- how it ends


def test_what_nobody_foresaw(run: Runs, talks: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("a bug\x1b[31m\nin two lines")

    monkeypatch.setattr(negotiate.report.opening, "open_folder", fails)
    monkeypatch.setattr("negotiate.cli.saying.drop_output", lambda: None)
    code, _, err = run("show", talks)
    assert code == 2
    assert err.count("\n") == 1
    assert "RuntimeError: a bug" in err and "NEGOTIATE_DEBUG=1" in err and "\x1b" not in err
    monkeypatch.setenv("NEGOTIATE_DEBUG", "1")
    with pytest.raises(RuntimeError):
        main(["show", talks])


def test_ctrl_c(run: Runs, talks: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(negotiate.report.opening, "open_folder", stops)
    assert run("show", talks) == (130, "", "")


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = line.replace("NEGOTIATE", f"{sys.executable} -m negotiate")
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )


def test_a_pipe_that_closes_early(talks: str) -> None:
    ran = shell(f"for n in 1 2 3; do NEGOTIATE report {talks}; done | true; NEGOTIATE show {talks} toll | head -1")
    assert ran.stderr == b""
    assert ran.stdout == b"Talks about the ferry\n"


def test_a_terminal_without_unicode(talks: str) -> None:
    ran = shell(
        f"NEGOTIATE show {talks} toll; NEGOTIATE report {talks}",
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.isascii()


def test_a_full_disk(talks: str) -> None:
    ran = shell(f"NEGOTIATE show {talks} > /dev/full")
    assert ran.returncode == 2
    assert ran.stderr.count(b"\n") == 1
    assert b"no space left on the disk" in ran.stderr


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed(closed: str) -> None:
    ran = shell(f"NEGOTIATE --help {closed}")
    assert ran.returncode == 0
    assert ran.stderr == b""


def test_a_module_can_be_run() -> None:
    assert shell("NEGOTIATE --version").stdout == f"negotiate {__version__}\n".encode()
