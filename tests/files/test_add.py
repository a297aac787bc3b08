"""One key more, in the manner of its siblings; every other byte stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from negotiate.files import load
from negotiate.files.edit import EditRefused, disk
from negotiate.files.edit.insert import inserted
from negotiate.files.edit.layout import Value
from negotiate.files.edit.original import Original
from negotiate.files.new import Added, add_issue, add_party, add_source

from .folders import ANN, BEN, NEGOTIATION, said, write

TOLL: Value = {"title": "The toll", "type": "choice", "options": ["a, b", "c"]}
DAY = date(2031, 1, 5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, {"negotiation.yaml": NEGOTIATION, "parties/ann.yaml": ANN, "parties/ben.yaml": BEN})


def party(folder: Path, words: str, role: str = "", must_agree: str = "") -> Added:
    return add_party(str(folder), words, role, must_agree, DAY)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "issues:\n    a:\n      title: x   # why\n      # of a\n    # of all\n# of b\nb: c\n",
            "issues:\n    a:\n      title: x   # why\n      # of a\n    # of all\n    toll:\n      title: The toll\n"
            '      type: choice\n      options: ["a, b", c]\n# of b\nb: c\n',
        ),
        (
            "issues:\n  a: {title: x}   # why\n\n  b: {title: y}\n\nb: c",
            'issues:\n  a: {title: x}   # why\n\n  b: {title: y}\n\n  toll: {title: The toll, type: choice, options: ["a, b", c]}\n\nb: c',
        ),
        (
            "issues: {a: {title: x}}  # why\n",
            'issues: {a: {title: x}, toll: {title: The toll, type: choice, options: ["a, b", c]}}  # why\n',
        ),
        (
            "issues: {\n  a: {title: x},  # why\n}\n",
            'issues: {\n  a: {title: x}, toll: {title: The toll, type: choice, options: ["a, b", c]},  # why\n}\n',
        ),
        (
            "issues:  # none yet\nb: c",
            'issues:  # none yet\n  toll:\n    title: The toll\n    type: choice\n    options: ["a, b", c]\nb: c',
        ),
        (
            "b: {}\r\n\r\nc:\r\n   d: e",
            "b: {}\r\n\r\nc:\r\n   d: e\r\n\r\nissues:\r\n   toll:\r\n      title: The toll\r\n      type: choice\r\n"
            '      options: ["a, b", c]',
        ),
        ("{b: c}", '{b: c, issues: {toll: {title: The toll, type: choice, options: ["a, b", c]}}}'),
        (
            "issues:\n  a:\n    title: |+\n      kept\n\nb: c\n",
            "issues:\n  a:\n    title: |+\n      kept\n\n  toll:\n    title: The toll\n    type: choice\n"
            '    options: ["a, b", c]\nb: c\n',
        ),
    ],
    ids=["block", "lines", "flow", "flow on lines", "empty", "absent", "json", "kept breaks"],
)
def test_styles(before: str, after: str) -> None:
    original = Original("a.yaml", before)
    if "{title: x},  # why" in before:  # a comma at the end: behind it
        after = before.replace("x},", 'x}, toll: {title: The toll, type: choice, options: ["a, b", c]}')
    assert inserted(original, "issues", "toll", TOLL).text == after


@pytest.mark.parametrize("before", ["issues: *x", "issues: [a]", "issues: words", "a: &x\n  b: c\nissues: *x", "- a"])
def test_what_is_no_mapping_is_refused(before: str) -> None:
    with pytest.raises(EditRefused, match=r"^a\.yaml:\d"):
        inserted(Original("a.yaml", before), "issues", "toll", TOLL)


def test_an_issue(folder: Path) -> None:
    added = add_issue(str(folder), "crew=Crew: how many:quantity:heads")
    assert added.place == (str(folder / "negotiation.yaml"), 15, 3)
    text = (folder / "negotiation.yaml").read_text(encoding="utf-8")
    line = '  crew: {title: "Crew: how many", type: quantity, unit: heads}\n'
    assert text == NEGOTIATION.replace("texts:\n", f"{line}texts:\n")
    assert said(load(folder), folder) == []
    assert not (folder / ".negotiate-schema.json").exists()


def test_an_editor_learns_the_new_name(folder: Path) -> None:
    schema = folder / ".negotiate-schema.json"
    schema.write_text("{}", encoding="utf-8")
    add_issue(str(folder), "Crew:text")
    assert '"crew"' in schema.read_text(encoding="utf-8")


def test_a_source(folder: Path) -> None:
    more = {"publisher": "The Gazette", "date": "2031-01-05", "url": "https://a.b/c#d", "grade": "B"}
    added = add_source(str(folder), "note 7=A note", **more)
    text = (folder / "negotiation.yaml").read_text(encoding="utf-8")
    line = '  note 7: {title: A note, publisher: The Gazette, date: 2031-01-05, url: "https://a.b/c#d", grade: B}\n'
    assert text in (NEGOTIATION + line, NEGOTIATION + line.replace('"', ""))
    assert [problem.code for problem in added.warnings] == ["W401"]


def test_a_party_and_its_file(folder: Path) -> None:
    added = party(folder, "dora=Dora O'Hara", "mediator", "no")
    text = (folder / "negotiation.yaml").read_text(encoding="utf-8")
    line = ", dora: {name: Dora O'Hara, role: mediator, must_agree: no}}\n"
    assert text == NEGOTIATION.replace("must_agree: no}}\n", f"must_agree: no}}{line}", 1)
    assert added.files == (str(folder / "parties" / "dora.yaml"),)
    written = (folder / "parties" / "dora.yaml").read_text(encoding="utf-8")
    assert "party: dora\n" in written
    assert "#       fare: at most 100\n" in written
    assert said(load(folder), folder) == []


def test_a_file_that_is_there_is_kept(folder: Path) -> None:
    write(folder, {"parties/dora.yaml": "party: dora\n"})
    assert party(folder, "Dora").files == ()
    assert (folder / "parties" / "dora.yaml").read_text(encoding="utf-8") == "party: dora\n"


@pytest.mark.parametrize(
    ("kind", "words", "why"),
    [
        ("issue", "fare=Again:text", r"negotiation\.yaml:6: `fare` is there already"),
        ("issue", "Fare=Again:text", "is the same name as `fare`"),
        ("issue", "nothing=Again:text", "means something here"),
        ("source", "ann=A memo", "is the same name as|is given twice"),
        ("source", "a, b=A memo", "cannot hold"),
        ("party", "memo=M", "is the same name as|is given twice"),
        ("party", "a/b=M", "a file cannot be called"),
        ("party", "a:b=M", "a file cannot be called|cannot hold"),
    ],
)
def test_names_are_checked_as_the_loader_does(folder: Path, kind: str, words: str, why: str) -> None:
    add = {"issue": add_issue, "source": add_source, "party": lambda _, words: party(folder, words)}[kind]
    with pytest.raises(EditRefused, match=why):
        add(str(folder), words)
    assert (folder / "negotiation.yaml").read_text(encoding="utf-8") == NEGOTIATION
    assert len(list((folder / "parties").iterdir())) == 2


def test_names_that_are_made_are_new(folder: Path) -> None:
    add_issue(str(folder), "Fare:text")
    negotiation = load(folder).negotiation
    assert negotiation
    assert negotiation.issues["fare_2"].title == "Fare"


def test_old_problems_do_not_hinder_but_broken_yaml_does(folder: Path) -> None:
    broken = NEGOTIATION.replace("type: duration", "type: duratoin")
    write(folder, {"negotiation.yaml": broken})
    add_issue(str(folder), "Crew:text")
    write(folder, {"negotiation.yaml": NEGOTIATION.replace("title: Memo,", "title: 'Memo,")})
    with pytest.raises(EditRefused, match=r"negotiation\.yaml:\d+: first correct this"):
        add_issue(str(folder), "Crew:text")


def test_a_party_is_added_wholly_or_not_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "replace", full)
    with pytest.raises(EditRefused, match="No space left"):
        party(folder, "Dora")
    assert sorted(each.name for each in (folder / "parties").iterdir()) == ["ann.yaml", "ben.yaml"]
    assert (folder / "negotiation.yaml").read_text(encoding="utf-8") == NEGOTIATION
