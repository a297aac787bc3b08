"""Folders read from git's objects, in real repositories; and single files read in their folder."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from negotiate.files.load import Loaded, load
from negotiate.files.past.revisions import (
    LARGEST,
    Found,
    RevisionError,
    find,
    is_in_repository,
    load_revision,
    path_in_repository,
    read_blob,
)
from negotiate.files.past.snapshot import load_replaced
from negotiate.files.source.relabel import relabelled
from negotiate.model import Place

from .folders import ANN, BEN, NEGOTIATION, write

FILES = {"negotiation.yaml": NEGOTIATION, "parties/ann.yaml": ANN, "parties/ben.yaml": BEN}


def git(folder: Path, *words: str) -> str:
    names = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    run = subprocess.run(
        ["git", "-C", str(folder), *words], capture_output=True, text=True, check=True, env=os.environ | names | quiet
    )
    return run.stdout.strip()


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "as it is")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Two commits of positions/talks; in the second, Ann's limit is 25. No temporary folder is left behind."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    root = tmp_path / "home of talks"
    root.mkdir()
    git(root, "init", "-q")
    write(root / "positions/talks", FILES)
    commit(root)
    write(root / "positions/talks", {"parties/ann.yaml": ANN.replace("at most 20", "at most 25")})
    commit(root)
    yield root
    assert list(temporary.iterdir()) == []


def loaded(root: Path, revision: str, path: str = "positions/talks") -> Loaded:
    return load_revision(find(str(root), revision, path))


def fare(found: Loaded) -> str:
    assert found.negotiation
    demand = found.negotiation.entries["ann", "fare"][0].demand
    return demand.term.words  # type: ignore[union-attr]


def test_a_folder_as_it_was(repository: Path) -> None:
    assert fare(loaded(repository, "HEAD~1")) == "at most 20"
    assert fare(loaded(repository, "HEAD")) == fare(load(repository / "positions/talks")) == "at most 25"
    git(repository, "tag", "-a", "-m", "first", "first", "HEAD~1")
    assert fare(loaded(repository, "first")) == "at most 20"
    git(repository, "branch", "talks/one", "HEAD~1")
    assert fare(loaded(repository, "talks/one")) == "at most 20"
    assert fare(loaded(repository, "HEAD~1^{tree}")) == "at most 20"


def test_from_inside_the_repository(repository: Path) -> None:
    inside = repository / "positions"
    assert fare(loaded(inside, "HEAD~1", "./talks")) == "at most 20"
    assert fare(loaded(inside, "HEAD~1", "positions/talks/")) == "at most 20"
    assert fare(loaded(inside / "talks/parties", "HEAD~1", "./..")) == "at most 20"
    with pytest.raises(RevisionError, match=r"`talks` is not in the revision `HEAD`; .* write `\./talks`"):
        find(str(inside), "HEAD", "talks")


def test_places_read_as_in_git(repository: Path) -> None:
    found = loaded(repository, "HEAD~1")
    assert found.negotiation
    assert found.negotiation.folder == "HEAD~1:positions/talks"
    entry = found.negotiation.entries["ann", "fare"][0]
    assert str(entry.place) == "HEAD~1:positions/talks/parties/ann.yaml:3"
    assert entry.demand.statement is entry.statement  # type: ignore[union-attr]
    assert {path.as_posix() for path in found.files} == {f"HEAD~1:positions/talks/{name}" for name in FILES}
    assert tempfile.gettempdir() not in repr(found)


def test_problems_read_as_in_git(repository: Path) -> None:
    write(repository / "positions/talks", {"parties/ann.yaml": ANN.replace("fare", "fear")})
    commit(repository)
    (problem,) = [each for each in loaded(repository, "HEAD").problems if each.code == "E301"]
    assert str(problem.place) == "HEAD:positions/talks/parties/ann.yaml:3"
    assert problem.excerpt and str(problem.excerpt.place) == str(problem.place)


def test_the_root_of_a_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, FILES)
    commit(tmp_path)
    for path in ("", ".", "./"):
        found = loaded(tmp_path, "HEAD", path)
        assert fare(found) == "at most 20"
        assert found.negotiation and found.negotiation.folder == "HEAD:."
    assert path_in_repository(str(tmp_path)) == ""


def test_where_a_folder_and_a_file_lie(repository: Path) -> None:
    talks = repository / "positions/talks"
    assert path_in_repository(str(talks)) == "positions/talks"
    assert path_in_repository(str(talks / "parties/ann.yaml")) == "positions/talks/parties/ann.yaml"
    assert is_in_repository(str(talks)) and not is_in_repository(str(repository.parent))


# --- what is refused


@pytest.mark.parametrize(
    ("revision", "path", "why"),
    [
        ("HEAD~9", "positions/talks", "`HEAD~9` is no revision of the git repository of"),
        ("nothing", "positions/talks", "`nothing` is no revision"),
        ("", "positions/talks", "`` is no revision"),
        ("--all", "positions/talks", "`--all` is no revision"),
        ("-h", "positions/talks", "`-h` is no revision"),
        ("a\0b", "positions/talks", "is no revision"),
        ("HEAD", "positions/other", "`positions/other` is not in the revision `HEAD`"),
        ("HEAD", "../talks", "is not in the revision"),
        ("HEAD", "/positions/talks", "is not in the revision"),
        ("HEAD", "positions/*", "is not in the revision"),
        ("HEAD", ":(glob)positions/*", "is not in the revision"),
        ("HEAD", "a\nb\x1b[31m", "`a b\ufffd\\[31m` is not in the revision"),
    ],
)
def test_what_there_is_not(repository: Path, revision: str, path: str, why: str) -> None:
    with pytest.raises(RevisionError, match=why):
        find(str(repository), revision, path)


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="lies in no git repository"):
        find(str(tmp_path), "HEAD", "x")
    with pytest.raises(RevisionError, match="lies in no git repository"):
        path_in_repository(str(tmp_path))


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(RevisionError, match="git is not installed"):
        find(str(repository), "HEAD", "x")
    assert not is_in_repository(str(repository))


def test_a_shallow_clone_says_how_to_get_the_rest(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    with pytest.raises(RevisionError, match="git fetch --unshallow"):
        find(str(tmp_path / "shallow"), "HEAD~1", "positions/talks")


def test_a_hook_of_another_repository_does_not_mislead(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere/.git")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    assert fare(loaded(repository, "HEAD~1")) == "at most 20"


def test_nothing_of_the_repository_is_run_or_changed(repository: Path) -> None:
    (repository / ".gitattributes").write_text("*.yaml filter=evil diff=evil\n")
    commit(repository)
    for key in ("filter.evil.smudge", "filter.evil.clean", "diff.evil.textconv", "core.fsmonitor"):
        git(repository, "config", key, f"touch {repository}/was-run; cat")
    before = git(repository, "rev-parse", "HEAD"), (repository / ".git/index").stat().st_mtime_ns
    (repository / "was-run").unlink(missing_ok=True)
    assert fare(loaded(repository, "HEAD~2")) == "at most 20"
    assert not (repository / "was-run").exists()
    assert before == (git(repository, "rev-parse", "HEAD"), (repository / ".git/index").stat().st_mtime_ns)


# --- what else may stand in a folder


def test_hostile_names(repository: Path) -> None:
    talks = repository / "positions/talks/parties"
    for name in ("-rf.yaml", "a\nb.yaml", "$(touch x).yaml", "émile.yaml", "tab\t.yaml", ".hidden.yaml", "not.txt"):
        (talks / name).write_text("party: nobody\n", encoding="utf-8")
    (talks / "deep.yaml").mkdir()
    (talks / "deep.yaml/x.yaml").write_text("party: ann\n")
    commit(repository)
    found, now = loaded(repository, "HEAD"), load(repository / "positions/talks")
    names = {path.name for path in found.files}
    assert names == {path.name for path in now.files} - {"deep.yaml"}
    assert fare(found) == "at most 25"


def test_a_name_that_is_not_utf_8(repository: Path) -> None:
    name = os.fsencode(repository / "positions/talks/parties") + b"/\xff.yaml"
    with open(name, "w") as file:
        file.write("party: nobody\n")
    commit(repository)
    assert fare(loaded(repository, "HEAD")) == "at most 25"


def test_links_lead_nowhere_outside(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("party: cleo\n")
    talks = repository / "positions/talks/parties"
    (talks / "cleo.yaml").symlink_to(tmp_path / "secret.yaml")
    (talks / "far.yaml").symlink_to("../../../../secret.yaml")
    commit(repository)
    found = loaded(repository, "HEAD")
    codes = {Path(each.place.file).name: each.code for each in found.problems}
    assert codes == {"cleo.yaml": "E004", "far.yaml": "E004"}
    assert (tmp_path / "secret.yaml").exists()


def test_a_link_in_place_of_the_parties(repository: Path, tmp_path: Path) -> None:
    talks = repository / "positions/talks"
    (talks / "parties").rename(tmp_path / "parties")
    (talks / "parties").symlink_to(tmp_path / "parties")
    commit(repository)
    found = loaded(repository, "HEAD")
    assert [each.code for each in found.problems][:1] == ["E004"]
    assert found.negotiation and not found.negotiation.entries.get(("ann", "fare"))


def test_a_file_too_large_is_not_fetched(repository: Path) -> None:
    with open(repository / "positions/talks/parties/cleo.yaml", "wb") as file:
        file.truncate(LARGEST + 1)
    commit(repository)
    found = loaded(repository, "HEAD")
    assert [(each.code, Path(each.place.file).name) for each in found.problems] == [("E002", "cleo.yaml")]
    with pytest.raises(RevisionError, match="larger than 64 MiB"):
        read_blob(find(str(repository), "HEAD", "positions/talks/parties/cleo.yaml"))


def test_no_negotiation_there(repository: Path) -> None:
    found = loaded(repository, "HEAD", "positions")
    assert found.negotiation is None
    assert [str(each.place) for each in found.problems] == ["HEAD:positions/negotiation.yaml:1"]


def test_a_file_is_told_from_a_folder(repository: Path) -> None:
    path = "positions/talks/parties/ann.yaml"
    found = find(str(repository), "HEAD~1", path)
    assert found == Found(str(repository), "HEAD~1", path, git(repository, "rev-parse", f"HEAD~1:{path}"), False)
    assert (read_blob(found).decode(), found.label) == (ANN, f"HEAD~1:{path}")
    assert find(str(repository), "HEAD~1", "positions").is_folder


# --- single files


def test_a_file_in_place_of_another(repository: Path) -> None:
    talks = str(repository / "positions/talks")
    text = ANN.replace("at most 20", "at most 30").encode()
    found = load_replaced(talks, {"parties/ann.yaml": (text, "old:ann.yaml")})
    assert fare(found) == "at most 30"
    assert found.negotiation and str(found.negotiation.entries["ann", "fare"][0].place) == "old:ann.yaml:3"
    assert str(found.negotiation.parties["ben"].place) == f"{talks}/negotiation.yaml:3"
    assert fare(load(talks)) == "at most 25"


def test_without_a_file(repository: Path) -> None:
    found = load_replaced(str(repository / "positions/talks"), {"parties/ann.yaml": (None, "no file")})
    assert found.negotiation and ("ann", "fare") not in found.negotiation.entries
    assert ("ben", "years") in found.negotiation.entries


def test_a_file_that_has_another_name_now(repository: Path) -> None:
    talks = repository / "positions/talks"
    (talks / "parties/ann.yaml").rename(talks / "parties/anna.yaml")
    found = load_replaced(str(talks), {"parties/ann.yaml": (ANN.encode(), "old:ann.yaml")})
    assert fare(found) == "at most 20"
    assert found.problems == load(talks).problems


def test_the_longest_name_wins() -> None:
    names = {"/tmp/x": "talks", "/tmp/x/a.yaml": "old:a.yaml"}
    places = (Place("/tmp/x/a.yaml", 1, 2), Place("/tmp/x/b.yaml", 1, 2))
    assert relabelled(places, names) == (Place("old:a.yaml", 1, 2), Place("talks/b.yaml", 1, 2))
