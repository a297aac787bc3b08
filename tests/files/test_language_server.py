"""What a writer sees in an editor: the real yaml-language-server, with the schema of one negotiation.

It runs where the server is on PATH or named by NEGOTIATE_YAML_LS, which may be a command of several words:

    npm install --prefix /tmp/yls yaml-language-server     # asks for node 22.13; 1.25 and 2.0 run on 20 too
    NEGOTIATE_YAML_LS=/tmp/yls/node_modules/.bin/yaml-language-server pytest tests/files/test_language_server.py
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from negotiate.files import bundled_folders, load
from negotiate.files.schema.editor import SCHEMA_FILE, editor_settings, modeline
from negotiate.files.schema.schema import schema

from . import test_full
from .folders import ANN, BEN, NEGOTIATION, write
from .language_server import Seen, Server, command

Look = Callable[..., Seen]
MAIN, FILE = "negotiation.yaml", "parties/ann.yaml"
pytestmark = pytest.mark.skipif(
    not command(), reason="yaml-language-server is neither on PATH nor named by NEGOTIATE_YAML_LS"
)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    server = Server(command(), {})
    yield server
    server.close()


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("talks")
    write(folder, {MAIN: NEGOTIATION, FILE: ANN, "parties/ben.yaml": BEN})
    return with_schema(folder)


def with_schema(folder: Path) -> Path:
    text = json.dumps(schema("", load(folder)), ensure_ascii=False)
    (folder / SCHEMA_FILE).write_text(text, encoding="utf-8")
    return folder


numbers = count()


@pytest.fixture
def look(server: Server, talks: Path) -> Look:
    """Open a text as one of the files, led to the schema by its first line."""

    def looks(text: str, file: str = FILE) -> Seen:
        first = modeline("negotiation" if file == MAIN else "party")
        path = (talks / file).with_name(f"{next(numbers)}.yaml")
        seen = server.open(path, f"{first}\n{text}")
        return seen._replace(messages=[(line - 1, said) for line, said in seen.messages])

    return looks


POSITIONS = "party: ann\nstatements:\n  - source: memo\n    positions:\n      "


# --- what is offered


def test_an_empty_file_begins_with_one_of_two_keys(look: Look) -> None:
    assert look("¦").offered.keys() == {"negotiation", "party"}


def test_keys(look: Look) -> None:
    offered = look("party: ann\n¦").offered
    assert offered.keys() == {"note", "salience", "points", "no_deal", "statements", "responses"}
    assert offered["note"] == "note: "
    assert {"source", "date", "positions", "remark"} <= look("party: ann\nstatements:\n  - ¦").offered.keys()
    position = look(f"{POSITIONS}vessel:\n        ¦").offered
    assert position["demand"] == "demand: "
    assert {"accept", "if", "rules_out", "scope", "quote"} <= position.keys()


def test_names(look: Look) -> None:
    assert look("party: ¦").offered.keys() == {"ann", "ben", "cleo"}
    assert {"memo", "memo 2", "paper"} <= look("party: ann\nstatements:\n  - source: ¦\n").offered.keys()
    issues = look(f"{POSITIONS}¦\n").offered
    assert {"fare", "years", "harbour", "vessel", "order"} <= issues.keys()
    assert "harbour North" not in issues  # offered below its issue
    assert issues["vessel"] == "vessel: "
    reply = "party: ann\nresponses:\n  - "
    assert {"ben", "draft", "memo"} <= look(f"{reply}to: ¦\n").offered.keys()
    assert {"fare", "harbour", "harbour North"} <= look(f"{reply}to: ben\n    issue: [¦]\n").offered.keys()
    assert {"fare", "harbour North"} <= look("party: ann\nsalience:\n  ¦\n").offered.keys()


STANCES = {"undisclosed", "indifferent", "not concerned", "withdrawn", "silent", "left open"}


@pytest.mark.parametrize("place", ["vessel: ¦\n", "vessel:\n        demand: ¦\n", "vessel: {demand: {terms: ¦}}\n"])
def test_options(look: Look, place: str) -> None:
    offered = look(POSITIONS + place).offered
    assert offered.keys() == {"diesel", "hybrid", "electric", "anything but …", *STANCES}
    assert offered["anything but …"] == "anything but ${1|diesel,hybrid,electric|}"


def test_terms_of_each_type(look: Look) -> None:
    def offered(place: str) -> set[str]:
        return look(POSITIONS + place).offered.keys() - STANCES

    scale = {"closed", "guests only", "open", "at least …", "at most …"}
    assert offered("harbour:\n        North: ¦\n") == scale
    assert offered("pupils: ¦\n") == {"yes", "no"}
    assert offered("fare: ¦\n") >= {"at most …", "limit of …", "no cap", "any limit"}
    assert offered("begin: ¦\n") >= {"by …", "after …"}
    assert offered("stops: ¦\n") >= {"all", "including …"}
    lags = {"… within … days after …", "… at least … days after …"}
    assert offered("order: ¦\n") == {"… before …", "… first", "… last", *lags}
    assert offered("fare:\n        demand: at most 5\n        if:\n          vessel: ¦\n") >= {"diesel", "hybrid"}
    assert {"North", "South", "others", "demand"} <= offered("harbour:\n        ¦\n")


def test_the_type_of_an_issue_decides_on_its_keys(look: Look) -> None:
    begin = "negotiation: x\nparties: {ann: A}\nissues:\n  fare:\n    title: Fare\n    type: "
    assert {"quantity", "yes-no", "text"} <= look(f"{begin}¦\n", MAIN).offered.keys()
    offered = look(f"{begin}quantity\n    ¦\n", MAIN).offered
    assert {"unit", "no_limit"} <= offered.keys()
    assert not {"options", "steps"} & offered.keys()


def test_words_that_look_like_truth_values_are_not_offered(look: Look) -> None:
    assert look("party: ann\nstatements:\n  - remark: ¦\n").offered.keys() == {"yes", "no"}
    for place in ("fare: ¦\n", "fare:\n        demand: ¦\n", "harbour:\n        North: ¦\n", "colours: ¦\n"):
        assert not {"true", "false"} & look(POSITIONS + place).offered.keys()


# --- what is explained


def test_hover(look: Look) -> None:
    vessel = look(f"{POSITIONS}ves¦sel: diesel\n").hover
    assert vessel.startswith("Vessel\n\nOptions: diesel, hybrid, electric.")
    demand = look(f"{POSITIONS}vessel: {{dem¦and: diesel}}\n").hover
    assert demand.startswith("What it asks for.\n\nExample: limit of 250")
    says = look("party: ann\nresponses:\n  - {to: ben, sa¦ys: rejects, date: 2031-02-01}\n").hover
    assert "looked for, none found" in says
    kind = look("negotiation: x\nparties: {a: A}\nissues:\n  i: {title: I, ty¦pe: text}\n", MAIN).hover
    assert "`quantity`: a number with a unit" in kind


# --- what is wrong: one message for one slip

REPLY = "party: ann\nresponses:\n  - "
SLIPS = [
    (1, "prty: ann\n", "A file begins with"),
    (1, "party: anna\n", "no such party; there are `ann`, `ben` or `cleo`"),
    (2, "party: ann\nstatments: []\n", "Property statments is not allowed"),
    (2, "party: ann\nstatements: {source: memo}\n", 'Expected "array"'),
    (3, "party: ann\nstatements:\n  - {source: mem, positions: {fare: at most 5}}\n", "no such source"),
    (3, "party: ann\nstatements:\n  - {postions: {fare: at most 5}}\n", "Property postions is not allowed"),
    (3, "party: ann\nstatements:\n  - {positions: {fare: at most 5}}\n", "A statement needs a `date`"),
    (3, "party: ann\nstatements:\n  - {date: soon, positions: {fare: at most 5}}\n", "This must be year-month-day"),
    (5, f"{POSITIONS}fair: at most 5\n", "no such issue"),
    (5, f"{POSITIONS}vessel: steam\n", "`diesel`, `hybrid` or `electric`"),
    (5, f"{POSITIONS}vessel: [diesel, steam]\n", "`diesel`, `hybrid` or `electric`"),
    (5, f"{POSITIONS}vessel: {{demand: steam}}\n", "`diesel`, `hybrid` or `electric`"),
    (5, f"{POSITIONS}vessel: {{accept: [{{terms: steam}}]}}\n", "`diesel`, `hybrid` or `electric`"),
    (5, f"{POSITIONS}vessel: {{demnd: diesel}}\n", "Value is not accepted"),
    (5, f"{POSITIONS}vessel: {{demand: diesel, scop: x}}\n", "Property scop is not allowed"),
    (5, f"{POSITIONS}vessel:\n", "This must be words, a list or a mapping"),
    (5, f"{POSITIONS}vessel: [[diesel]]\n", "This must be words"),
    (5, f"{POSITIONS}harbour: {{Nort: open}}\n", "harbour has no such item"),
    (5, f"{POSITIONS}harbour: {{North: ajar}}\n", "none of the options"),
    (5, f"{POSITIONS}fare: {{demand: at most 5, if: {{vessl: diesel}}}}\n", "no such issue"),
    (3, REPLY + "{to: ben, says: rejcts, date: 2031-02-01}\n", 'Valid values: "accepts"'),
    (3, REPLY + "{to: ben, says: rejects}\n", "A reply needs a `date`"),
    (3, REPLY + "{to: bob, says: rejects, date: 2031-02-01}\n", "no such party, text or source"),
    (2, "party: ann\nsalience: {fare: 120}\n", "above the maximum of 100"),
    (2, "party: ann\nsalience: {fair: 20}\n", "no such issue"),
]
ISSUE = "negotiation: x\nparties: {ann: A, ben: B}\nissues:\n  fare: {title: Fare, type: %s}\n"
MAIN_SLIPS = [
    (4, ISSUE % "quantty", 'Valid values: "quantity"'),
    (4, ISSUE % "quantity", 'Missing property "unit"'),
    (4, ISSUE % "yes-no, options: [a, b]", "Property options is not allowed"),
    (4, ISSUE.replace("title", "titel") % "text", "Property titel is not allowed"),
    (2, "negotiation: x\nparties: {ann: {name: A, must_agree: perhaps}}\n", 'Valid values: "yes", "no"'),
    (3, "negotiation: x\nparties: {ann: A}\nsources: {s: {title: S, grade: E}}\n", 'Valid values: "A"'),
    (2, "negotiation: x\nparties: [ann, ben]\n", 'Expected "object"'),
    (1, "- negotiation: x\n", 'Expected "object"'),
]


@pytest.mark.parametrize(
    ("file", "line", "text", "words"), [(FILE, *each) for each in SLIPS] + [(MAIN, *each) for each in MAIN_SLIPS]
)
def test_one_message_for_one_slip(look: Look, file: str, line: int, text: str, words: str) -> None:
    messages = look(text, file).messages
    assert len(messages) == 1, messages
    assert messages[0][0] == line
    assert words in messages[0][1]


# --- good files


def test_good_files_get_no_message(server: Server, tmp_path: Path) -> None:
    full = with_schema(write(tmp_path / "full", test_full.FILES))
    for file, text in test_full.FILES.items():
        first = modeline("negotiation" if file == MAIN else "party")
        assert server.open(full / file, f"{first}\n{text}").messages == []


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_bundled_files_by_the_settings_of_a_workspace(tmp_path: Path, version: str) -> None:
    """Whichever YAML the editor speaks."""
    folder = bundled_folders()[0]
    text = json.dumps(schema("", load(folder)), ensure_ascii=False)
    (tmp_path / SCHEMA_FILE).write_text(text, encoding="utf-8")
    schemas = editor_settings(str(folder.relative_to("/")))["yaml.schemas"].values()
    here = {(tmp_path / SCHEMA_FILE).as_uri(): [f"/{name}" for names in schemas for name in names]}
    server = Server(command(), {"schemas": here, "yamlVersion": version})
    try:
        for file in sorted(folder.rglob("*.yaml")):
            assert server.open(file, file.read_text("utf-8")).messages == []
        assert server.open(folder / "parties" / "other.yaml", "party: [x]\n").messages  # they were looked at
    finally:
        server.close()
