"""`negotiate diff`: what it takes, what it prints, and how it ends."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from negotiate.cli import main

from .files.test_revisions import commit, git
from .test_cli import HILL, NEGOTIATION, RIVER
from .test_hygiene import MAIN, loaded

Ran = tuple[int, str, str]
Runs = Callable[..., Ran]
NAMES = ("MERGED", "BASE", "LOCAL", "REMOTE")


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with positions/talks, in which Hilltown once wanted at least 30 and now wants at least 12."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "repository"
    folder = root / "positions/talks"
    (folder / "parties").mkdir(parents=True)
    git(root, "init", "-q")
    (folder / "negotiation.yaml").write_text(NEGOTIATION, encoding="utf-8")
    (folder / "parties/river.yaml").write_text(RIVER, encoding="utf-8")
    (folder / "parties/hill.yaml").write_text(HILL.replace("12", "30"), encoding="utf-8")
    commit(root)
    (folder / "parties/hill.yaml").write_text(HILL, encoding="utf-8")
    commit(root)
    monkeypatch.chdir(root)
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Runs:
    def runs(*words: str) -> Ran:
        code = main(["diff", *words])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return code, printed.out, printed.err

    return runs


CHANGED = "demand: at least 30 → at least 12"
BACK = "demand: at least 12 → at least 30"


# --- what OLD and NEW may be


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("HEAD~1:positions/talks", "positions/talks"),
        ("HEAD~1", "positions/talks"),
        ("HEAD~1", "HEAD:positions/talks"),
        ("HEAD~1:./positions/talks/", "HEAD"),
        ("HEAD~1", "./positions/talks/"),
        ("HEAD~1", "positions/talks/parties/hill.yaml"),
        ("HEAD~1:positions/talks/parties/hill.yaml", "positions/talks/parties/hill.yaml"),
        ("HEAD~1:positions/talks/parties/hill.yaml", "HEAD"),
    ],
)
def test_revisions(run: Runs, talks: Path, old: str, new: str) -> None:
    if new == "HEAD" and old.endswith(".yaml"):
        code, out, err = run(old, new, "--in", "positions/talks/parties/hill.yaml")
    else:
        code, out, err = run(old, new)
    assert (code, err) == (0, "")
    assert CHANGED in out
    assert "Softened towards Rivertown, 10 coins nearer: gap, 10 coins apart → overlap: 12 to 20 coins." in " ".join(
        out.split()
    )


def test_backwards(run: Runs, talks: Path) -> None:
    out = run("positions/talks", "HEAD~1")[1]
    assert BACK in out
    assert "The toll: re-opened" in out and "Hardened towards Rivertown" in out
    assert "HEAD~1:positions/talks/parties/hill.yaml:5" in out


def test_two_folders(run: Runs, talks: Path, tmp_path: Path) -> None:
    shutil.copytree(talks, tmp_path / "other")
    path = tmp_path / "other/parties/hill.yaml"
    path.write_text(HILL.replace("at least 12", "at least 15"), encoding="utf-8")
    assert "at least 12 → at least 15" in run(str(talks), str(tmp_path / "other"))[1]


@pytest.mark.parametrize("old", ["2024-05-15", "may", "MAY"])
def test_a_day_or_round_is_of_the_other_folder(run: Runs, talks: Path, old: str) -> None:
    code, out, _ = run(old, "positions/talks")
    assert code == 0
    assert "demand: at most 5 → at most 20" in out
    assert "Old: positions/talks. As of " in out


def test_two_days(run: Runs, talks: Path) -> None:
    assert "at most 5 → at most 20" in run("may", "all", "--in", "positions/talks")[1]
    code, out, err = run("may", "june")
    assert (code, out) == (2, "")
    assert "neither `may` nor `june` is a folder; name one, or say with --in FOLDER what they are of" in err


def test_as_of_another_day(run: Runs, talks: Path) -> None:
    out = run("HEAD~1", "positions/talks", "--as-of", "may")[1]
    assert "Both: as of the round may" in out and "gap, 25 coins apart → gap, 7 coins apart" in " ".join(out.split())


def test_the_bundled_negotiation(run: Runs, talks: Path) -> None:
    code, out, _ = run("2025-04-01", "russia-ukraine")
    assert code == 0
    assert "added" in out


def test_outside_of_the_repository(run: Runs, talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CHANGED in run("HEAD~1", str(talks))[1]
    assert CHANGED in run("HEAD~1:positions/talks", str(talks))[1]


def test_a_folder_alone_is_compared_with_its_last_commit(run: Runs, talks: Path) -> None:
    (talks / "parties/hill.yaml").write_text(HILL.replace("at least 12", "at least 15"), encoding="utf-8")
    code, out, err = run("positions/talks")
    assert (code, err) == (0, "")
    assert "Old: HEAD:positions/talks\nNew: positions/talks\n" in out
    assert "demand: at least 12 → at least 15" in out
    assert run("HEAD", "--in", "positions/talks") == (code, out, err)


def test_a_folder_alone_that_has_no_past(run: Runs, talks: Path, tmp_path: Path) -> None:
    shutil.copytree(talks, tmp_path / "apart")
    code, out, err = run(str(tmp_path / "apart"))
    assert (code, out) == (2, "")
    assert "there is nothing to compare" in err and "lies in no git repository; name two versions" in err
    shutil.copytree(talks, "positions/new")
    assert "`positions/new` is not in the revision `HEAD`; name two versions" in run("positions/new")[2]


@pytest.mark.parametrize("word", ["nowhere", "HEAD~1", "may", "positions/talks/parties/hill.yaml"])
def test_alone_only_a_folder_can_be_compared(run: Runs, talks: Path, word: str) -> None:
    code, out, err = run(word)
    assert (code, out) == (2, "")
    assert "there is no folder" in err or "is a file; name the folder" in err


# --- what is refused


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["HEAD~9", "positions/talks"], "`HEAD~9` is no folder, day, round or revision of `positions/talks`"),
        (["nowhere", "positions/talks"], "`nowhere` is no folder, day, round or revision"),
        (["HEAD~9:positions/talks", "positions/talks"], "`HEAD~9` is no revision of the git repository"),
        (["HEAD:positions/other", "positions/talks"], "`positions/other` is not in the revision `HEAD`"),
        (["HEAD:positions/talks", "positions/talks/parties/hill.yaml"], "compare a file with a file"),
        (["positions/talks", "positions/talks/parties/hill.yaml"], "`positions/talks` is a folder; compare a file with a"),
        (["HEAD", "nowhere"], "neither `HEAD` nor `nowhere` is a folder"),
        (["a\x1b[31m", "positions/talks"], "is no folder, day"),
        (["", "positions/talks"], "`` is no folder"),
        (["HEAD", "positions/talks", "--in", "nowhere"], "there is no folder `nowhere`"),
        (["may", "positions/talks", "--parties", "rivr"], "there is no party `rivr`; did you mean `river`?"),
        (["may", "positions/talks", "--as-of", "mai"], "did you mean `may`?"),
        (["README.md", "positions/talks/parties"], "`positions/talks/parties` is a folder"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared(run: Runs, talks: Path, words: list[str], why: str) -> None:
    Path("README.md").write_text("# Talks\n")
    if words[-1] == "mai":
        words = ["HEAD~1", *words[1:]]
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert why in err
    assert "\x1b" not in err and err.count("\n") == 1


def test_no_repository(run: Runs, talks: Path, tmp_path: Path) -> None:
    shutil.copytree(talks, tmp_path / "apart")
    code, _, err = run("HEAD", str(tmp_path / "apart"))
    assert code == 2
    assert "lies in no git repository" in err


@pytest.mark.parametrize("words", [[], ["a", "b", "c"], ["a", "b", "--format", "yaml"]])
def test_wrong_usage(run: Runs, words: list[str]) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert "usage: negotiate diff" in err


# --- how it ends


def test_exit_codes(run: Runs, talks: Path) -> None:
    assert run("HEAD~1", "positions/talks")[0] == run("HEAD", "positions/talks")[0] == 0
    assert run("HEAD~1", "positions/talks", "--exit-code")[0] == 1
    code, out, _ = run("HEAD", "positions/talks", "--exit-code")
    assert code == 0
    assert out.endswith("Nothing changed.\n")


def test_errors_in_the_files(run: Runs, talks: Path) -> None:
    (talks / "parties/river.yaml").write_text(RIVER.replace("bank: open", "bnak: open"), encoding="utf-8")
    commit(talks.parents[1])
    code, out, err = run("HEAD~2", "HEAD:positions/talks")
    assert code == 1
    assert CHANGED in out
    assert "1 error in the files of HEAD:positions/talks; what could be read is compared" in err
    assert "HEAD:positions/talks/parties/river.yaml:6:7: error[E301]" in err


def test_nothing_that_could_be_read(run: Runs, talks: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, out, err = run(str(talks), str(tmp_path / "empty"))
    assert (code, out) == (1, "")
    assert "nothing could be read" in err


# --- formats, files, parties


def test_json(run: Runs, talks: Path) -> None:
    data = json.loads(run("HEAD~1", "positions/talks", "--format", "json")[1])
    (position,) = data["positions"]
    assert (position["party"], position["issue"], position["towards"][0]["direction"]) == ("hill", "toll", "softened")
    assert position["old_place"] == {"file": "HEAD~1:positions/talks/parties/hill.yaml", "line": 5}
    assert data["verdicts"] == [
        {"issue": "toll", "parties": ["river", "hill"], "old": "gap", "new": "overlap", "reopened": False}
    ]


def test_markdown_into_a_file(run: Runs, talks: Path, tmp_path: Path) -> None:
    words = ["HEAD~1", "positions/talks", "--format", "markdown", "-o", str(tmp_path / "x.md")]
    assert run(*words) == (0, "", "")
    text = (tmp_path / "x.md").read_text(encoding="utf-8")
    assert text.startswith("# What changed: Talks about the ferry\n")
    assert "(parties/hill.yaml:5)" in text and str(tmp_path) not in text
    assert run(*words)[0] == 2
    assert run(*words, "--force")[0] == 0


def test_of_some_parties(run: Runs, talks: Path) -> None:
    out = run("HEAD~1", "positions/talks", "--parties", "RIVER")[1]
    assert "POSITIONS" not in out and "1 verdict changed" in out
    assert CHANGED in run("HEAD~1", "positions/talks", "--parties", "river,hill")[1]


def test_ascii(run: Runs, talks: Path) -> None:
    assert run("HEAD~1", "positions/talks", "--ascii")[1].isascii()


def test_the_screen_needs_a_terminal(run: Runs, talks: Path) -> None:
    code, out, err = run("--screen", "HEAD~1", "positions/talks")
    assert (code, out) == (2, "")
    assert "--screen needs a terminal" in err


# --- as git's difftool


def tool(talks: Path, *words: str, extcmd: bool = False) -> str:
    """What git shows with the lines of `negotiate diff --help`."""
    root, bin_folder = talks.parents[1], talks.parents[2] / "bin"
    bin_folder.mkdir(exist_ok=True)
    command = bin_folder / "negotiate"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m negotiate "$@"\n')
    command.chmod(0o755)
    lines = re.findall(r"^  git (config difftool\..*)$", help_text(), re.MULTILINE)
    assert len(lines) == 2
    environment = os.environ | {
        "PATH": f"{bin_folder}:{os.environ['PATH']}",
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }
    for line in lines:
        subprocess.run(f"git {line}", shell=True, check=True, cwd=root)
    chosen = ["-x", "negotiate diff", "-y"] if extcmd else ["-t", "negotiate"]
    ran = subprocess.run(
        ["git", "difftool", *chosen, *words], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    return ran.stdout


def help_text() -> str:
    ran = subprocess.run(
        [sys.executable, "-m", "negotiate", "diff", "--help"], capture_output=True, text=True, check=True
    )
    return ran.stdout


@pytest.mark.parametrize("extcmd", [False, True])
def test_difftool(talks: Path, extcmd: bool) -> None:
    out = tool(talks, "HEAD~1", "--", "positions/talks", extcmd=extcmd)
    assert CHANGED in out
    assert "Old: old:positions/talks/parties/hill.yaml\nNew: positions/talks/parties/hill.yaml\n" in out


def test_difftool_between_two_revisions(talks: Path) -> None:
    assert CHANGED in tool(talks, "HEAD~1", "HEAD", "--", "positions/talks")


def test_difftool_of_a_file_that_is_new_or_gone(talks: Path) -> None:
    root = talks.parents[1]
    (talks / "parties/hill.yaml").unlink()
    gone = tool(talks, "HEAD", "--", "positions/talks")
    assert "- Hilltown: dropped" in gone
    assert "New: new:positions/talks/parties/hill.yaml (no file)" in gone
    commit(root)
    (talks / "parties/hill.yaml").write_text(HILL, encoding="utf-8")
    git(root, "add", "-A")
    assert "+ Hilltown: added" in tool(talks, "HEAD", "--", "positions/talks")


def test_difftool_of_the_negotiation(talks: Path) -> None:
    text = NEGOTIATION.replace("The toll", "The toll of the ferry")
    (talks / "negotiation.yaml").write_text(text, encoding="utf-8")
    assert "title: The toll → The toll of the ferry" in tool(talks, "HEAD", "--", "positions/talks")


def test_a_file_that_lies_in_no_folder(run: Runs, talks: Path, tmp_path: Path) -> None:
    """Git puts signs before the name, or the file into a folder of its own."""
    text = HILL.replace("12", "30")
    for name in ("x1y2_hill.yaml", "hill.yaml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        for within in ("positions/talks", "positions/talks/parties/hill.yaml"):
            assert CHANGED in run(str(tmp_path / name), "positions/talks/parties/hill.yaml", "--in", within)[1]
        assert CHANGED in run(str(tmp_path / name), "positions/talks/parties/hill.yaml")[1]
    code, _, err = run(str(tmp_path / "hill.yaml"), str(tmp_path / "x1y2_hill.yaml"))
    assert code == 2
    assert "lies in a negotiation's folder; say with --in which file" in err


# --- what is loaded


def test_it_never_loads_textual(talks: Path) -> None:
    modules = loaded(MAIN, "diff", "HEAD~1", str(talks))
    assert "negotiate.compare.changes.changes" in modules
    assert not modules & {"textual", "rich"}


def test_help_loads_nothing() -> None:
    modules = loaded(MAIN, "diff", "--help")
    assert not modules & {"yaml", "pydantic", "textual", "negotiate.compare", "negotiate.model", "subprocess"}
    assert max(map(len, help_text().splitlines())) <= 110
