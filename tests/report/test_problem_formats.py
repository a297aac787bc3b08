"""What is wrong in the files, for editors, GitHub and other programs."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from negotiate.cli import main
from negotiate.files import load
from negotiate.files.problems import CODES, Excerpt, Problem, Severity
from negotiate.model import Place
from negotiate.report.problem_formats import FORMATS, Checked, as_concise, as_github, as_json, as_sarif, as_text

ODD = "parties/a,b: 100%.yaml"
HOSTILE = Problem(
    "E313",
    "\x1b[31m`a`\r\n::error::b% is no number",
    Place(ODD, 3, 7),
    Excerpt(Place(ODD, 3, 7), "fare: \x1b]0;x\x07", 6, 1, "here"),
    "write 100%\n::stop-commands::x",
)
WARNING = Problem(
    "W401", "a source that nothing rests on", Place("negotiation.yaml", 1, 1), None, severity=Severity.WARNING
)


def checked(*problems: Problem) -> list[Checked]:
    return [Checked("ferry", problems, 3)]


def test_text_of_several_folders() -> None:
    good, bad = Checked("good", (), 2), Checked("bad", (WARNING,), 1)
    assert as_text([good, bad]) == (
        "good: No problems in 2 files.\n\n"
        "negotiation.yaml:1:1: warning[W401] a source that nothing rests on\n\n"
        "bad: 1 warning in 1 file.\n\n"
        "What W401 means, with examples: negotiate explain W401\n"
        "A warning that does not hold here is turned off in negotiation.yaml: `ignore: [CODE]`.\n"
    )


def test_text_tells_what_was_turned_off() -> None:
    assert as_text([Checked("ferry", (), 3, 2)]) == "ferry: No problems in 3 files (2 warnings turned off).\n"


def test_text_tells_what_can_be_corrected() -> None:
    portable = replace(WARNING, code="W410")
    assert "negotiate check --fix" in as_text([Checked("ferry", (portable,), 3)])
    assert "negotiate check --fix" not in as_text([Checked("ferry", (WARNING,), 3)])


def test_nothing_wrong_is_said_in_no_line() -> None:
    assert as_concise(checked()) == as_github(checked()) == ""


@pytest.mark.parametrize("name", FORMATS)
def test_no_control_character_reaches_the_terminal(name: str) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", FORMATS[name](checked(HOSTILE, WARNING)))


def test_json_says_all() -> None:
    (folder,) = json.loads(as_json(checked(HOSTILE, WARNING)))["folders"]
    assert (folder["folder"], folder["files"], folder["errors"], folder["warnings"]) == ("ferry", 3, 1, 1)
    error, warning = folder["problems"]
    assert error == {
        "code": "E313",
        "severity": "error",
        "file": ODD,
        "line": 3,
        "column": 7,
        "message": HOSTILE.message,
        "hint": HOSTILE.hint,
        "context": "",
        "excerpt": {"file": ODD, "line": 3, "text": "fare: \x1b]0;x\x07", "start": 6, "length": 1, "label": "here"},
        "related": [],
    }
    assert (warning["severity"], warning["excerpt"]) == ("warning", None)


def test_github_takes_a_line_for_a_problem_and_no_command_from_a_file() -> None:
    """A newline in a message would let a file write workflow commands of its own."""
    lines = as_github(checked(HOSTILE, WARNING)).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::error file=parties/a%2Cb%3A 100%25.yaml,line=3,col=7,title=E313::")
    assert "100%25" in lines[0].rpartition("::error::b")[2]
    assert lines[1] == "::warning file=negotiation.yaml,line=1,col=1,title=W401::a source that nothing rests on"


def test_sarif_names_rules_and_places() -> None:
    document = json.loads(as_sarif(checked(HOSTILE, WARNING, WARNING)))
    (run,) = document["runs"]
    assert document["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["E313", "W401"]
    assert [rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"]] == [
        CODES["E313"],
        CODES["W401"],
    ]
    assert [(each["ruleId"], each["level"]) for each in run["results"]][:2] == [("E313", "error"), ("W401", "warning")]
    physical = run["results"][0]["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "parties/a%2Cb%3A%20100%25.yaml"
    assert physical["region"] == {"startLine": 3, "startColumn": 7}


WARNED = {
    "negotiation.yaml": "negotiation: Tea\nparties: {ann: Ann}\nissues: {tea: {title: Tea, type: text}}\nsources: {memo: {title: Memo}}\n"
}
WRONG = {"negotiation.yaml": "negotiation: Tea\nparties: {ann: Ann}\nissues: {tea: {title: Tea, type: tixt}}\n"}
ANN = {"parties/ann.yaml": "party: ann\nstatements:\n- {date: 2031-01-02, positions: {tea: {says: hot}}}\n"}


def folder(tmp_path: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path)


@pytest.mark.parametrize(
    ("files", "options", "code"),
    [
        (WARNED | ANN, [], 0),
        (WARNED | ANN, ["--strict"], 1),
        (WARNED | ANN, ["--strict", "--exit-zero"], 0),
        (WRONG | ANN, [], 1),
        (WRONG | ANN, ["--exit-zero"], 0),
        (WRONG | ANN, ["--format", "json"], 1),
        (WRONG | ANN, ["--format", "concise", "--exit-zero"], 0),
    ],
)
def test_exit_code(tmp_path: Path, files: dict[str, str], options: list[str], code: int) -> None:
    where = folder(tmp_path, files)
    assert load(Path(where)).problems
    assert main(["check", where, *options]) == code


def test_every_format_of_the_command_exists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = folder(tmp_path, WRONG | ANN)
    for name in FORMATS:
        assert main(["check", where, "--format", name]) == 1
        assert "tixt" in capsys.readouterr().out
    assert main(["check", where, "--format", "xml"]) == 2


def test_a_folder_that_is_not_there_hides_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nowhere"), folder(tmp_path, WRONG | ANN), "--exit-zero"]) == 2
    said = capsys.readouterr()
    assert "tixt" in said.out
    assert "nowhere" in said.err
