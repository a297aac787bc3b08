"""Which commit a folder is worth comparing with; beside what `git log` says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from negotiate.files.past.commits import Commit, commit_of, last_other
from negotiate.files.past.revisions import RevisionError

from .folders import ANN, BEN, NEGOTIATION, write
from .test_revisions import commit, git

FILES = {"negotiation.yaml": NEGOTIATION, "parties/ann.yaml": ANN, "parties/ben.yaml": BEN}


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Committed twice; the second commit changed Ann's limit."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2031-05-03T23:30:00 -0500")
    folder = write(tmp_path / "home/talks one", FILES)
    git(folder.parent, "init", "-q")
    commit(folder.parent)
    write(folder, {"parties/ann.yaml": ANN.replace("20", "25")})
    commit(folder.parent)
    return folder


def revision(talks: Path) -> str:
    found = last_other(str(talks))
    return found.revision if found else ""


def elsewhere(talks: Path, times: int) -> None:
    for n in range(times):
        (talks.parent / "notes").write_text(f"{n}")
        commit(talks.parent)


def test_a_commit_says_its_day_and_subject(talks: Path) -> None:
    git(talks.parent, "commit", "-q", "--allow-empty", "-m", "The offer\n\nAt length.")
    assert commit_of(str(talks), "HEAD") == Commit("HEAD", date(2031, 5, 3), "The offer")
    assert commit_of(str(talks), "HEAD^{tree}") is None
    assert commit_of(str(talks), "--help") is None


@pytest.mark.parametrize(
    "change",
    [
        lambda talks: write(talks, {"parties/ann.yaml": ANN}),
        lambda talks: write(talks, {"parties/cleo.yaml": "party: cleo\n"}),
        lambda talks: (talks / "parties/ben.yaml").unlink(),
        lambda talks: (talks / "negotiation.yaml").unlink(),
    ],
    ids=["changed", "added", "dropped", "no negotiation"],
)
def test_the_last_commit_where_the_files_differ_from_it(talks: Path, change) -> None:  # type: ignore[no-untyped-def]
    change(talks)
    assert revision(talks) == "HEAD"


def test_what_is_not_read_makes_no_difference(talks: Path) -> None:
    write(talks, {"notes.md": "x", "parties/.ann.yaml.swp": "x", "parties/notes.txt": "x"})
    assert revision(talks) == "HEAD~1"


@pytest.mark.parametrize("times", [0, 1, 3])
def test_else_the_one_before_the_last_that_changed_the_folder(talks: Path, times: int) -> None:
    elsewhere(talks, times)
    changed = git(talks.parent, "log", "-1", "--format=%H", "--", talks.name)
    assert git(talks.parent, "rev-parse", revision(talks)) == git(talks.parent, "rev-parse", f"{changed}~1")


def test_none_where_it_was_never_otherwise(talks: Path) -> None:
    other = write(talks.parent / "new", FILES)
    commit(talks.parent)
    elsewhere(talks, 2)
    assert revision(other) == ""


def test_why_there_is_none(talks: Path, tmp_path: Path) -> None:
    for folder, why in (
        (write(talks.parent / "new", FILES), "is not in the revision `HEAD`"),
        (write(tmp_path / "apart", FILES), "lies in no git repository"),
    ):
        with pytest.raises(RevisionError, match=why):
            last_other(str(folder))
    git(tmp_path / "apart", "init", "-q")
    with pytest.raises(RevisionError, match="`HEAD` is no revision"):
        last_other(str(tmp_path / "apart"))
