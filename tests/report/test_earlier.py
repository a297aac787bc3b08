"""What a word stands for as an earlier version, said before anything is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from negotiate.compare import Table
from negotiate.files import load
from negotiate.report.refused import RefusedError
from negotiate.report.versions.earlier import Offer, earlier, offered_commits, offered_rounds

from ..files.folders import ANN, BEN, NEGOTIATION, write
from ..files.test_revisions import commit, git

ROUNDS = "rounds: {third: {date: 2031-03-01}, first: {date: 2031-01-10, until: 2031-02-01}, second: {date: 2031-02-10}}"
FILES = {
    "negotiation.yaml": NEGOTIATION.replace("rounds: {first: {date: 2031-01-10, until: 2031-02-01}}", ROUNDS),
    "parties/ann.yaml": ANN,
    "parties/ben.yaml": BEN,
}


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2031-05-03T12:00:00 +0000")
    folder = write(tmp_path / "talks", FILES)
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    write(folder, {"parties/ann.yaml": ANN.replace("20", "25")})
    monkeypatch.chdir(tmp_path)
    return folder


def table_of(folder: Path, when: str = "") -> Table:
    negotiation = load(folder).negotiation
    assert negotiation
    return Table(negotiation, next((each for each in negotiation.rounds if each.id == when), None))


@pytest.mark.parametrize(
    ("word", "said", "name", "fare"),
    [
        ("HEAD", "committed 3 May 2031: as it is", "HEAD:.", "at most 20"),
        (" main ", "committed 3 May 2031: as it is", "main:.", "at most 20"),
        ("HEAD:.", "committed 3 May 2031: as it is", "HEAD:.", "at most 20"),
        ("2031-01-06", "as of 6 January 2031", "talks", "at most 25"),
        ("2031-01-04", "as of 4 January 2031", "talks", ""),
        ("Second", "the round of 10 February 2031", "talks", "at most 25"),
        ("all", "everything on record", "talks", "at most 25"),
        ("talks", "the folder talks", "talks", "at most 25"),
    ],
)
def test_words(talks: Path, word: str, said: str, name: str, fare: str) -> None:
    found = earlier(word, table_of(talks), "talks")
    assert found.said == said
    version = found.open()
    assert version.table and version.name == name
    demand = version.table.position("ann", "fare").demand
    assert (demand.term.words if demand else "") == fare


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("", "write a day, a round, a revision or a folder"),
        ("nowhere", "`nowhere` is no folder, day, round or revision of `talks`"),
        ("2031-02-30", "`2031-02-30` is no folder, day, round or revision"),
        ("HEAD~7:x", "`HEAD~7` is no revision"),
        ("HEAD:x", "`x` is not in the revision `HEAD`"),
        ("talks/parties", "the folder `talks/parties` holds no negotiation.yaml"),
        ("theirs", "it has no merge conflict either"),
        ("a\x1b[31mb\0", "is no folder"),
        ("--help", "is no folder"),
    ],
)
def test_what_stands_for_nothing(talks: Path, word: str, why: str) -> None:
    with pytest.raises(RefusedError) as refused:
        earlier(word, table_of(talks), "talks")
    assert why in str(refused.value)
    assert "\x1b" not in str(refused.value)


def test_without_a_table_only_what_lies_elsewhere(talks: Path) -> None:
    assert earlier("HEAD", None, "talks").said
    with pytest.raises(RefusedError):
        earlier("2031-01-06", None, "talks")


def test_a_folder_that_is_gone_before_it_is_read(talks: Path) -> None:
    found = earlier("HEAD", table_of(talks), "talks")
    (talks / ".git").rename(talks / "git")
    with pytest.raises(RefusedError, match="git could not read the revision"):
        found.open()


@pytest.mark.parametrize(
    ("when", "rounds"),
    [("", ["third", "second", "first"]), ("third", ["second", "first"]), ("second", ["first"]), ("first", [])],
)
def test_the_rounds_before_are_offered_the_last_one_first(talks: Path, when: str, rounds: list[str]) -> None:
    offered = offered_rounds(table_of(talks, when))
    assert [offer.word for offer in offered] == rounds
    if rounds:
        assert earlier(rounds[0], table_of(talks), "talks").said == offered[0].said


def test_a_commit_is_offered_where_there_is_a_difference(talks: Path) -> None:
    assert offered_commits("talks") == (Offer("HEAD", "the last commit, 3 May 2031: as it is"),)
    commit(talks)
    assert offered_commits("talks") == (Offer("HEAD~1", "before the last change, 3 May 2031: as it is"),)
    with pytest.raises(RefusedError, match="lies in no git repository"):
        offered_commits(str(talks.parent))
