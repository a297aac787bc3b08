"""A new negotiation is valid, opens at once, and is written wholly or not at all."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.files import load
from negotiate.files.edit import EditRefused
from negotiate.files.new import Outline, Spec, name_of, read_issue, read_party, start
from negotiate.files.new.specs import KINDS

from .folders import said

ISSUES = [
    *("Fare per head:quantity:crowns", "Years:duration", "First day:date", "Harbour:scale:closed,guests only,open"),
    *("Vessel:choice:diesel,hybrid", "Pupils: travel free:yes-no", "Stops:set:Aker,Bryn", "Order:sequence:a,b,c"),
    *("Colours:text", "no=Нет:text", "Anything else"),
]
_EXAMPLE = re.compile(r"^( *)# (?=[a-z_]+:|  |- )", re.M)


def outline(title: str = "The ferry", parties: Any = ("Ann", "ben=Ben: the boatman"), issues: Any = ISSUES) -> Outline:
    named, listed = list[Spec](), list[Spec]()
    for words in parties:
        named.append(read_party(words, [each.name for each in named]))
    for words in issues:
        listed.append(read_issue(words, [each.name for each in listed]))
    return Outline(title, tuple(named), tuple(listed), date(2031, 1, 5))


def files(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*"))


WRITTEN = [
    *(".negotiate-schema.json", ".vscode", ".vscode/settings.json"),
    "negotiation.yaml",
    "parties",
    "parties/ann.yaml",
    "parties/ben.yaml",
]


def test_it_is_valid_and_holds_what_was_said(tmp_path: Path) -> None:
    folder = tmp_path / "talks" / "ferry"
    names = start(str(folder), outline("The ferry: a start"))
    loaded = load(folder)
    assert said(loaded, folder) == []
    assert files(folder) == WRITTEN
    assert sorted(names) == sorted(map(str, loaded.files))
    for name, up in (("negotiation.yaml", ""), ("parties/ann.yaml", "../")):
        first = (folder / name).read_text(encoding="utf-8").partition("\n")[0]
        assert first == f"# yaml-language-server: $schema={up}.negotiate-schema.json"
    assert "fare_per_head" in (folder / ".negotiate-schema.json").read_text(encoding="utf-8")
    negotiation = loaded.negotiation
    assert negotiation
    assert negotiation.title == "The ferry: a start"
    assert {id: party.name for id, party in negotiation.parties.items()} == {"ann": "Ann", "ben": "Ben: the boatman"}
    assert negotiation.show == ("ann", "ben")
    assert [issue.title for issue in negotiation.issues.values()][5:6] == ["Pupils: travel free"]
    assert {issue.kind for issue in negotiation.issues.values()} == set(KINDS)


def test_its_examples_are_valid_once_uncommented(tmp_path: Path) -> None:
    start(str(tmp_path), outline())
    for file in tmp_path.rglob("*.yaml"):
        file.write_text(_EXAMPLE.sub(r"\1", file.read_text(encoding="utf-8")), encoding="utf-8")
    loaded = load(tmp_path)
    assert said(loaded, tmp_path) == []
    assert loaded.negotiation
    assert loaded.negotiation.rounds and loaded.negotiation.sources and loaded.negotiation.as_of
    assert "host" in loaded.negotiation.parties
    assert len(loaded.negotiation.entries) == 6
    assert len(loaded.negotiation.responses) == 2
    assert loaded.negotiation.estimates["ann"].salience["fare_per_head"] == 100


_TITLES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cf", "Cn", "Co"]), min_size=1, max_size=40)
_SAID = _TITLES.filter(lambda words: words.strip() and not set(words) & set(":=")).filter(str.isprintable)


@given(title=_SAID, parties=st.lists(_SAID, min_size=2, max_size=4), issues=st.lists(_SAID, min_size=1, max_size=4))
def test_any_titles_will_do(tmp_path_factory: Any, title: str, parties: list[str], issues: list[str]) -> None:
    folder = tmp_path_factory.mktemp("new") / "talks"
    start(str(folder), outline(title, parties, issues))
    loaded = load(folder)
    assert said(loaded, folder) == []
    assert loaded.negotiation
    assert loaded.negotiation.title == title
    assert [party.name for party in loaded.negotiation.parties.values()] == [" ".join(each.split()) for each in parties]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Limit on Ukraine's army", "limit_on_ukraines_army"),
        ("Türkiye", "turkiye"),
        ("Where the line runs, and who guards it", "where_the_line_runs_and_who"),
        ("Now or never", "now_never"),
        ("Мир", "мир"),
        ("???", ""),
    ],
)
def test_names_are_made_of_titles(title: str, name: str) -> None:
    assert name_of(title) == name


def test_no_name_is_made_twice_or_means_something() -> None:
    issues = outline(issues=["Note", "note:text", "Note", "!"]).issues
    assert [issue.name for issue in issues] == ["note_2", "note_3", "note_4", "issue"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Fare:quantiyt:crowns", "did you mean `quantity`"),
        ("Fare:quantity", "needs its unit: `Fare:quantity:troops`"),
        ("Vessel:choice", "needs its options"),
        ("Pupils:yes-no:x", "takes nothing more"),
        ("  ", "has no name"),
    ],
)
def test_an_issue_that_cannot_be_read(words: str, why: str) -> None:
    with pytest.raises(EditRefused, match=why):
        read_issue(words)


@pytest.mark.parametrize(
    ("parties", "issues", "why"),
    [
        (["a=Ann", "A=Anna"], ["x"], "is the same name as"),
        (["Ann"], ["x=X:text", "x=Y:text"], "given twice"),
        (["Ann"], ["Vessel:choice:one"], "fewer than 2 options"),
        (["../ann=Ann"], ["x"], "a file cannot be called"),
        (["Ann"], ["note=x:text"], "means something here"),
        (["Ann\x1b"], ["x"], "escape"),
    ],
)
def test_what_the_loader_would_refuse_is_not_written(tmp_path: Path, parties: Any, issues: Any, why: str) -> None:
    with pytest.raises(EditRefused, match=why):
        start(str(tmp_path / "talks"), outline(parties=parties, issues=issues))
    assert files(tmp_path) == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    start(str(tmp_path), outline())
    assert files(tmp_path) == sorted(["README.md", *WRITTEN])
    with pytest.raises(EditRefused, match="there is a negotiation in"):
        start(str(tmp_path), outline("Another"))
    (tmp_path / "negotiation.yaml").unlink()
    with pytest.raises(EditRefused, match="is not empty"):
        start(str(tmp_path), outline("Another"))
    with pytest.raises(EditRefused, match="is a file, not a folder"):
        start(str(tmp_path / "README.md"), outline())
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("fails_at", range(1, 20))
def test_all_files_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int) -> None:
    """The disk is full at one step or another."""
    left, why = [fails_at], ""

    def failing(real: Any) -> Any:
        def step(*given: Any, **named: Any) -> Any:
            left[0] -= 1
            if not left[0]:
                raise OSError(28, "No space left on device")
            return real(*given, **named)

        return step

    folder = tmp_path / "deep" / "talks"
    with monkeypatch.context() as patched:
        for name in ("mkdir", "write", "link", "fsync"):
            patched.setattr(os, name, failing(getattr(os, name)))
        try:
            start(str(folder), outline())
        except EditRefused as error:
            why = error.message
    assert why in ("", "nothing is written: No space left on device")
    assert files(tmp_path) == (["deep", "deep/talks", *(f"deep/talks/{each}" for each in WRITTEN)] if not why else [])
