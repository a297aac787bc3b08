"""`negotiate diff` and `negotiate check` in the middle of a merge."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from negotiate.cli import main

from ..files.merging import STYLES, merging
from ..files.test_revisions import commit, git
from .test_commands import HILL, NEGOTIATION, RIVER
from .test_diff import Ran, Runs, run

__all__ = ["run"]

WAS = {"talks/negotiation.yaml": NEGOTIATION, "talks/parties/river.yaml": RIVER, "talks/parties/hill.yaml": HILL}
OURS = {"talks/parties/hill.yaml": HILL.replace("at least 12", "at least 30")}
THEIRS = {"talks/parties/hill.yaml": HILL.replace("at least 12", "at least 15")}


@pytest.fixture
def style() -> str:
    return STYLES[0]


@pytest.fixture
def talks(style: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ours wants at least 30, theirs at least 15; Rivertown takes at most 20."""
    root = merging(tmp_path / "home", WAS, OURS, THEIRS, style)
    monkeypatch.chdir(root)
    return root / "talks"


@pytest.mark.parametrize("style", STYLES)
def test_ours_against_theirs(run: Runs, talks: Path, style: str) -> None:
    code, out, err = run("talks")
    assert (code, err) == (0, "")
    assert run("OURS", "theirs", "--in", "talks") == (code, out, err)
    text = " ".join(out.split())
    assert "Ours: HEAD Theirs: draft Both: " in text
    assert "1 position differs; 1 verdict differs." in text
    assert "demand, ours: at least 30 demand, theirs: at least 15" in text
    assert "ours: ↔ gap, 10 coins apart theirs: ≈ overlap: 15 to 20 coins" in text
    said = (
        "Theirs is softer towards Rivertown, 10 coins nearer: overlap: 15 to 20 coins instead of gap, 10 coins apart."
    )
    assert said in text
    assert "talks/parties/hill.yaml:" in text


def test_read_the_other_way(run: Runs, talks: Path) -> None:
    text = " ".join(run("theirs", "ours", "--in", "talks")[1].split())
    assert "Theirs: draft Ours: HEAD" in text
    assert (
        "Ours is harder towards Rivertown, 10 coins further away: gap, 10 coins apart instead of overlap: 15 to 20 coins."
        in text
    )
    assert "re-opened" not in text


def test_against_what_both_were_made_of(run: Runs, talks: Path) -> None:
    text = " ".join(run("base", "theirs", "--in", "talks")[1].split())
    assert "Old: base" in text and "New: theirs (draft)" in text
    assert "demand: at least 12 → at least 15" in text
    assert "Hardened towards Rivertown" in text


def test_a_side_against_a_revision_and_a_day(run: Runs, talks: Path) -> None:
    assert "at least 12 → at least 15" in run("HEAD~1", "theirs", "--in", "talks")[1]
    assert run("draft", "theirs", "--in", "talks")[1].endswith("Nothing changed.\n")
    assert "Old: theirs (draft)" in run("theirs", "all", "--in", "talks")[1]


def test_formats(run: Runs, talks: Path) -> None:
    data = json.loads(run("talks", "--format", "json")[1])
    assert (data["old"]["name"], data["new"]["name"]) == ("ours (HEAD)", "theirs (draft)")
    (position,) = data["positions"]
    assert (position["how"], position["towards"][0]["direction"]) == ("changed", "softened")
    assert position["new_place"]["file"] == "talks/parties/hill.yaml"
    markdown = run("talks", "--format", "markdown")[1]
    assert markdown.startswith("# Ours against theirs: Talks about the ferry\n")
    assert "| Issue | Ours | Theirs |" in markdown
    assert "demand: ours at least 30; theirs **at least 15**" in markdown
    assert run("talks", "--ascii")[1].isascii()


def test_check_shows_both_sides(talks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "talks"]) == 1
    out = capsys.readouterr().out
    assert out.count("error[E114] a merge conflict left by git") == 1
    assert out.index("at least 30") < out.index("ours (HEAD)") < out.index("at least 15") < out.index("theirs (draft)")
    assert main(["check", "--format", "json", "talks"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["folders"][0]["problems"]
    assert [each["label"] for each in problem["related"]] == ["ours (HEAD)", "theirs (draft)"]
    for form in ("concise", "github", "sarif"):
        assert main(["check", "--format", form, "talks"]) == 1
        assert "E114" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["talks"], ["show", "talks"], ["show", "talks", "toll"], ["report", "talks"]])
def test_whose_side_is_shown_is_said(talks: Path, command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    main(command)
    assert "Of 1 merge conflict our side is shown." in capsys.readouterr().out


def test_errors_of_a_side_are_told(run: Runs, talks: Path) -> None:
    path = talks / "parties/hill.yaml"
    path.write_text(path.read_text().replace("at least 15", "at laest 15"))
    code, out, err = run("talks")
    assert code == 1
    assert "1 error in the files of theirs (draft); what could be read is compared" in err
    assert "error[E313]" in err and "E114" not in err
    assert "not read, theirs: " in out


def ended(talks: Path) -> None:
    """The merge, ours chosen."""
    (talks / "parties/hill.yaml").write_text(OURS["talks/parties/hill.yaml"], encoding="utf-8")
    commit(talks.parent)


def test_when_all_is_settled(run: Runs, talks: Path) -> None:
    ended(talks)
    code, out, err = run("ours", "theirs", "--in", "talks")
    assert (code, out) == (2, "")
    assert "`ours` is no folder, day, round or revision of `talks`" in err and "it has no merge conflict either" in err
    assert run("talks")[1].endswith("Nothing changed.\n")


def test_a_folder_or_branch_of_that_name(run: Runs, talks: Path) -> None:
    """A folder goes first, and a branch comes last."""
    (talks.parent / "theirs").mkdir()
    assert "in the files of theirs; nothing could be read" in run("ours", "theirs", "--in", "talks")[2]
    (talks.parent / "theirs").rmdir()
    git(talks.parent, "branch", "theirs", "HEAD~1")
    assert "Theirs: draft" in run("ours", "theirs", "--in", "talks")[1]
    ended(talks)
    assert "at least 12 → at least 30" in run("theirs", "talks")[1]


def test_labels_are_only_text(run: Runs, talks: Path) -> None:
    path = talks / "parties/hill.yaml"
    path.write_text(path.read_text().replace(">>>>>>> draft", ">>>>>>> **b** <i>\x1b[31m\u202e|"))
    ran: list[Ran] = [run("talks"), run("talks", "--format", "markdown"), run("talks", "--format", "json")]
    for _, out, err in ran:
        assert not {"\x1b", "\u202e"} & set(out + err)
    assert "<i>" not in ran[1][1]
