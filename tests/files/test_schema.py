"""The JSON Schemas: what they say of good and bad files, beside what the loader says of them.

``NEGOTIATE_EXAMPLES=5000 pytest tests/files/test_schema.py`` looks further.
"""

from __future__ import annotations

import copy
import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

import negotiate
from negotiate.files import Loaded, bundled_folders, load
from negotiate.files.format.files import NegotiationFile, PartyFile
from negotiate.files.format.models import adapter
from negotiate.files.schema.editor import SCHEMA_FILE, editor_settings, modeline
from negotiate.files.schema.names import one_of_names
from negotiate.files.schema.schema import schema
from negotiate.files.schema.terms import term_check
from negotiate.model import Issue, Place
from negotiate.terms import plain

from ..terms.brute import term
from ..terms.worlds import WORLDS
from . import test_full, test_shape
from .folders import ANN, BEN, NEGOTIATION, write
from .good_folders import good_folder
from .schema_tools import READERS, Judge, written

FERRY = {"negotiation.yaml": NEGOTIATION, "parties/ann.yaml": ANN, "parties/ben.yaml": BEN}
GOOD = {
    "ferry": FERRY,
    "full": test_full.FILES,
    **{f"seed {seed}": good_folder(seed) for seed in range(8)},
    **{
        folder.name: {str(file.relative_to(folder)): file.read_text("utf-8") for file in sorted(folder.rglob("*.yaml"))}
        for folder in (*bundled_folders(), Path(__file__).parent.parent / "tui" / "ferry")
    },
}


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge()


@cache
def ferry() -> tuple[Loaded, Judge]:
    with TemporaryDirectory() as folder:
        loaded = load(write(Path(folder), FERRY))
    return loaded, Judge(loaded)


def heard(folder: Path, files: dict[str, str]) -> list[str]:
    """The codes of all problems that the loader finds."""
    return [problem.code for problem in load(write(folder, files)).problems]


# --- the schemas themselves


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from nodes(each)


ALL = [(kind, folder) for kind in ("", "negotiation", "party") for folder in (False, True)]


@pytest.mark.parametrize(("kind", "folder"), ALL)
def test_a_schema_keeps_the_standard(kind: str, folder: bool) -> None:
    made = schema(kind, ferry()[0] if folder else None)
    Draft7Validator.check_schema(made)
    for node in nodes(made):
        assert not {"anyOf", "oneOf"} & node.keys()
        assert not isinstance(node.get("title"), str)
        for pattern in filter(None, [node.get("pattern")]):
            re.compile(pattern)
            assert not re.search(r"\\[^sSdw^$.*+?()\[\]{}|/\\]", pattern)  # JavaScript takes no other escapes


@pytest.mark.parametrize("kind", ["negotiation", "party"])
def test_references_lead_somewhere(kind: str) -> None:
    for loaded in (None, ferry()[0]):
        for made in (schema(kind, loaded), schema("", loaded)):
            validator = Draft7Validator(made)
            for node in nodes(made):
                if isinstance(node.get("$ref"), str):
                    assert validator._resolver.lookup(node["$ref"])


def test_every_key_is_explained_with_an_example() -> None:
    """In the format, and in the schema."""
    for file_format in (NegotiationFile, PartyFile):
        made = adapter(file_format).json_schema()
        for definition in (made, *made["$defs"].values()):
            for key, value in definition["properties"].items():
                assert value.get("description"), key
                assert value.get("examples"), key
    for kind in ("negotiation", "party"):
        made = schema(kind)
        for definition in (made, *made["definitions"].values()):
            for key, value in definition.get("properties", {}).items():
                assert "\nExample: " in value["description"], key


def test_the_example_of_every_key_fits_it() -> None:
    for kind in ("negotiation", "party"):
        made = schema(kind)
        for name, definition in (("", made), *made["definitions"].items()):
            for key, value in definition.get("properties", {}).items():
                for line in value["description"].split("\n")[1:]:
                    example = yaml.safe_load(line.removeprefix("Example: "))
                    part = {**value, "definitions": made["definitions"]}
                    data = json.loads(json.dumps(example, default=str))
                    assert not list(Draft7Validator(part).iter_errors(data)), (name, key, line)


# --- good files


@pytest.mark.parametrize("version", READERS)
@pytest.mark.parametrize("name", GOOD)
def test_good_files(tmp_path: Path, judge: Judge, name: str, version: str) -> None:
    loaded = load(write(tmp_path, GOOD[name]))
    assert not [problem for problem in loaded.problems if problem.severity.value == "error"]
    own = Judge(loaded)
    for file, text in GOOD[name].items():
        assert judge.said(file, text, version) == []
        assert own.said(file, text, version) == []


SCALARS = [
    "party: ann\nno_deal: 1_000\n",
    "party: ann\nno_deal: -3\n",
    "party: ann\nsalience: {fare: 100, years: '7', harbour north: 05}\n",
    "party: ann\npoints: {pupils: {yes: 11, no: 0}, years: {3 years: 4}}\n",
    "party: ann\nnote: 2031-01-05\n",
    "party: ann\nnote: yes\n",
    "party: ann\nnote: 1.10\n",
    "party: ann\nstatements: [{source: memo, positions: {fare: 30, years: 1 year, begin: 2031-05-05, pupils: no}}]\n",
    "party: ann\nstatements: [{source: memo, positions: {colours: 12:30, pupils: {demand: yes, if: {fare: 30}}}}]\n",
    "party: ann\nstatements: [{source: memo, positions: {fare: [20, 30]}, remark: yes, until: 2032}]\n",
    "party: ann\nstatements: [{date: 2031-02, source: memo, positions: {pupils: yes}, remark: true}]\n",
    "party: ann\nstatements: [{source: memo 12, positions: {pupils: yes}, by: NO, title: 1984}]\n",
    "party: ANN\nresponses: [{to: Draft, says: defers, date: 2031-01-20 to 2031-01-21, issue: [FARE, Harbour_North]}]\n",
]


@pytest.mark.parametrize("version", READERS)
@pytest.mark.parametrize("text", SCALARS)
def test_words_whatever_an_editor_takes_them_for(tmp_path: Path, judge: Judge, text: str, version: str) -> None:
    assert [code for code in heard(tmp_path, FERRY | {"parties/ann.yaml": text}) if code[0] == "E"] == []
    assert judge.said("parties/ann.yaml", text, version) == []
    assert ferry()[1].said("parties/ann.yaml", text, version) == []


# --- bad files

ISSUE = "negotiation: x\nparties: {ann: A, ben: B}\nissues:\n  fare: {title: Fare, type: %s}\n"
POSITION = "party: ann\nstatements:\n  - {source: memo, positions: {%s}}\n"
REPLY = "party: ann\nresponses:\n  - {%s}\n"
MAIN, FILE = "negotiation.yaml", "parties/ann.yaml"

SEEN = [
    *((FILE, text.replace("⟦", "")) for code, text, _ in test_shape.PARTY if code != "E208"),
    *((MAIN, text.replace("⟦", "")) for _, text, _ in test_shape.NEGOTIATION),
    (MAIN, ISSUE % "quantity"),  # no unit
    (MAIN, ISSUE % "scale"),
    (MAIN, ISSUE % "yes-no, options: [a, b]"),
    (MAIN, ISSUE % "text, wants: {ann: lower}"),
    (MAIN, ISSUE % "date, wants: {ann: down}"),
    (MAIN, ISSUE % "date, each: North"),
    (MAIN, "negotiation: x\nparties: {ann: A, ben: B}\nshow: [ann]\n"),
    (MAIN, "negotiation: x\nparties: {ann: {name: A, must_agree: perhaps}}\n"),
    (MAIN, "negotiation: x\nparties: {ann: A}\ntexts: {t: {date: 2031, terms: {}, status: signed}}\n"),
    (FILE, "party: ann\nstatements:\n  - {positions: {fare: at most 5}}\n"),  # no date
    (FILE, REPLY % "to: ben, says: rejects"),
    (FILE, REPLY % "to: ben, date: 2031-01-20"),
]
"""What a schema sees without knowing the negotiation."""
NOT_ALL_SEEN = {
    "2031-02-30",  # days that no calendar has
    "2031-13-01",
    "2031-02-03 to 2031-02-01",  # a run that goes backwards
    "fare: {demnd: at most 5}",  # it may be an item of an issue with `each`
}
KNOWN = [
    (FILE, "party: anna\n"),
    (FILE, POSITION % "fair: at most 5"),
    (FILE, POSITION % "harbour: {Nort: open}"),
    (FILE, POSITION % "fare: {demnd: at most 5}"),
    (FILE, POSITION % "vessel: steam"),
    (FILE, POSITION % "vessel: [diesel, steam]"),
    (FILE, POSITION % "vessel: {accept: [{terms: steam}]}"),
    (FILE, POSITION % "vessel: {rules_out: {terms: steam}}"),
    (FILE, POSITION % "harbour: {North: ajar}"),
    (FILE, POSITION % "harbour North: ajar"),
    (FILE, POSITION % "stops: including Dorn"),
    (FILE, POSITION % "order: start before end"),
    (FILE, POSITION % "fare: {demand: at most 5, if: {pupil: yes}}"),
    (FILE, POSITION % "fare: {demand: at most 5, if: {vessel: steam}}"),
    (FILE, POSITION % "fare: {demand: at most 5, source: mem}"),
    (FILE, "party: ann\nstatements:\n  - {source: [memo, mem], date: 2031, positions: {fare: at most 5}}\n"),
    (FILE, REPLY % "to: bob, says: rejects, date: 2031-01-20"),
    (FILE, REPLY % "to: ben, says: rejects, date: 2031-01-20, issue: fair"),
    (FILE, "party: ann\nsalience: {fair: 5}\n"),
    (FILE, "party: ann\npoints: {fair: {5: 5}}\n"),
]
"""What a schema made for the negotiation sees besides."""
UNSEEN = [
    ("E103", FILE, "party: ann\nnote: a\n? note\n: b\n"),  # a key twice: the reader of YAML tells, or nobody
    ("E206", FILE, POSITION.replace("source", "date: 2031-02-30, source") % "pupils: no"),
    ("E208", FILE, POSITION % "fare: {accept: [at most 85,000]}"),
    ("E302", MAIN, "negotiation: x\nparties: {ann: A, ben: B}\nshow: [ann, bob]\n"),  # names are only offered there
    ("E306", MAIN, "negotiation: x\nparties: {ann: A, ben: B, silent: C}\n"),
    ("E307", MAIN, "negotiation: x\nparties: {ann: A, ben: B, Ben: C}\n"),
    ("E310", MAIN, ISSUE % "choice, options: [one]"),
    ("E311", MAIN, ISSUE % "duration, min: soon"),
    ("E313", FILE, POSITION % "fare: at mots 5"),
    ("E313", FILE, POSITION % "vessel: diesl or hybrid"),
    ("E313", FILE, POSITION % "pupils: true"),  # in a schema it is no other than `yes`
    ("E317", FILE, POSITION.replace("source", "until: 2030, source") % "pupils: no"),
    ("E319", FILE, POSITION.replace("memo", "undated") % "pupils: no"),
    ("E325", FILE, POSITION % "fare: {demand: at most 5, if: {fare: at most 3}}"),
    ("E326", FILE, POSITION % "fare: {scope: at night}"),
    ("E327", FILE, POSITION % "fare: {demand: at most 5, terms: at most 6}"),
    ("E330", FILE, REPLY % "to: ann, says: rejects, date: 2031-01-20"),
]
"""What no schema can see, or none that says it in one clear message."""


def loader_refuses(folder: Path, file: str, text: str) -> list[str]:
    bare = {"parties/ann.yaml": "party: ann\n", "parties/ben.yaml": "party: ben\n"} if file == MAIN else {}
    return [code for code in heard(folder, FERRY | bare | {file: text}) if code[0] == "E"]


@pytest.mark.parametrize("version", READERS)
@pytest.mark.parametrize(("file", "text"), SEEN)
def test_what_loader_and_schema_refuse(tmp_path: Path, judge: Judge, file: str, text: str, version: str) -> None:
    assert loader_refuses(tmp_path, file, text)
    if any(words in text for words in NOT_ALL_SEEN):
        return
    if "remark: Yes" in text and version == "1.1":
        return  # there it is true, as `yes` is
    found = judge.said(file, text, version)
    assert len(found) == 1, found
    assert "any of the given schemas" not in found[0]


@pytest.mark.parametrize("version", READERS)
@pytest.mark.parametrize(("file", "text"), KNOWN)
def test_what_a_schema_of_one_negotiation_refuses(
    tmp_path: Path, judge: Judge, file: str, text: str, version: str
) -> None:
    assert loader_refuses(tmp_path, file, text)
    assert judge.said(file, text, version) == []
    found = ferry()[1].said(file, text, version)
    assert len(found) == 1, found
    assert " is not one of [" in found[0]


@pytest.mark.parametrize(("code", "file", "text"), UNSEEN)
def test_what_a_schema_cannot_see(tmp_path: Path, judge: Judge, code: str, file: str, text: str) -> None:
    assert code in loader_refuses(tmp_path, file, text)
    if code != "E103":
        assert judge.said(file, text) == ferry()[1].said(file, text) == []


# --- names and terms in all their spellings

LETTERS = "abkszABKSZäöüßéèçñøåŁđσςΣабвЁїґİıſ中文0-9.'()*+?[]^$\\/|"
NAMES = st.text(LETTERS + " _", min_size=1, max_size=12).filter(lambda name: name.strip(" _"))


@given(NAMES, st.data())
def test_a_name_in_any_case(name: str, data: st.DataObject) -> None:
    """As the loader finds it: `plain` of both is the same."""
    ways = [str, str.upper, str.lower, str.title, str.swapcase]
    spelled = data.draw(st.sampled_from(ways))(name)
    spelled = data.draw(st.sampled_from(["{}", " {}", "{}_"])).format(
        spelled.replace(" ", data.draw(st.sampled_from(" _")))
    )
    spelled = normalize(data.draw(st.sampled_from(["NFC", "NFD"])), spelled)
    if plain(spelled) == plain(name):
        assert Draft7Validator(one_of_names([name, "zz zz"], "none")).is_valid(spelled)
    assert not Draft7Validator(one_of_names([name], "none")).is_valid(f"{name}x")


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
def test_terms_are_not_refused(world: Any) -> None:
    """Whatever the language has for an issue."""
    issue = Issue("x", "X", "scale", world.domain, Place("", 1, 1), "x")
    validator = Draft7Validator(term_check(issue))
    for seed in range(200):
        assert validator.is_valid(term(world, random.Random(seed)).words)


# --- one slip anywhere

STRUCTURE = re.compile(r"E20[1-7]|E308|E309|E319|E320|E324")
"""The codes of what a schema sees too."""
TREES = {
    name: yaml.load(text, Loader=yaml.BaseLoader)
    for name, text in test_full.FILES.items()
    if name != "parties/ben.yaml"
}


def paths(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    steps = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, value in steps:
        yield (*path, step)
        yield from paths(value, (*path, step))


PATHS = [(name, path) for name, tree in TREES.items() for path in paths(tree)]
SLIPS = ["drop", "unknown", "words", "null", "list", "mapping", "rename"]


def slipped(name: str, path: tuple[Any, ...], slip: str) -> Any:
    """The tree with one slip at a place."""
    tree = copy.deepcopy(TREES[name])
    box, last = tree, path[-1]
    for step in path[:-1]:
        box = box[step]
    if slip == "drop":
        del box[last]
    elif slip == "unknown" and isinstance(box[last], dict):
        box[last]["zzz"] = "x"
    elif slip == "rename" and isinstance(box, dict):
        box["zzz"] = box.pop(last)
    else:
        box[last] = {"words": "x", "null": "null", "list": ["x"], "mapping": {"zzz": "x"}}.get(slip, box[last])
    return tree


FULL = Judge()


@cache
def full() -> Judge:
    with TemporaryDirectory() as folder:
        return Judge(load(write(Path(folder), test_full.FILES)))


@given(st.sampled_from(PATHS), st.sampled_from(SLIPS), st.sampled_from(list(READERS)))
def test_one_slip(place: tuple[str, tuple[Any, ...]], slip: str, version: str) -> None:
    name, path = place
    text = written(slipped(name, path, slip))
    with TemporaryDirectory() as folder:
        problems = load(write(Path(folder), test_full.FILES | {name: text})).problems
    codes = {each.code for each in problems if each.place.file.endswith(name) and each.severity.value == "error"}
    found = FULL.said(name, text, version)
    seen = set(filter(STRUCTURE.match, codes))
    if seen == {"E202"} and not found:  # without a key of a position it may be a mapping of items
        assert name == MAIN or full().said(name, text, version)
        return
    assert bool(found) == bool(seen), (codes, found, text)
    if found and slip != "rename":
        assert len(found) == 1, found


@given(st.sampled_from([place for place in PATHS if place[0] != MAIN]), st.sampled_from(SLIPS))
def test_one_slip_in_a_known_negotiation(place: tuple[str, tuple[Any, ...]], slip: str) -> None:
    """What the schema of the negotiation refuses, the loader refuses; and what any schema does, this one does."""
    name, path = place
    text = written(slipped(name, path, slip))
    found = full().said(name, text)
    assert found or not FULL.said(name, text)
    if found:
        with TemporaryDirectory() as folder:
            problems = load(write(Path(folder), test_full.FILES | {name: text})).problems
        assert any(each.severity.value == "error" for each in problems), (found, text)


# --- folders with problems; files of editors


@pytest.mark.parametrize("folder", [".", "{}"])
def test_a_folder_with_problems_gives_what_could_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    """Its names are offered, and others not refused: they may have stood in what could not be read."""
    broken = FERRY | {"negotiation.yaml": NEGOTIATION.replace("type: duration", "type: durance")}
    write(tmp_path, broken)
    monkeypatch.chdir(tmp_path)
    made = schema("party", load(folder.format(tmp_path)))
    assert "vessel" in made["definitions"]["statement"]["properties"]["positions"]["properties"]
    text = POSITION % "fair: x"
    assert not list(Draft7Validator(made).iter_errors(yaml.safe_load(text)))


def test_nothing_could_be_read(tmp_path: Path) -> None:
    assert schema("party", load(tmp_path)) == schema("party")


def test_what_editors_are_told() -> None:
    assert modeline("negotiation") == f"# yaml-language-server: $schema={SCHEMA_FILE}"
    assert modeline("party") == f"# yaml-language-server: $schema=../{SCHEMA_FILE}"
    assert editor_settings("positions/ferry/")["yaml.schemas"] == {
        f"./positions/ferry/{SCHEMA_FILE}": ["positions/ferry/negotiation.yaml", "positions/ferry/parties/*.yaml"]
    }


# --- the real check-jsonschema


def checked(folder: Path, *names: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", "schema.json", *names]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_check_jsonschema(tmp_path: Path) -> None:
    """It reads patterns as editors do, not as Python does."""
    names = list(test_full.FILES)
    loaded = load(write(tmp_path, test_full.FILES))
    (tmp_path / "schema.json").write_text(json.dumps(schema("", loaded)), encoding="utf-8")
    run = checked(tmp_path, *names)
    assert run.returncode == 0, run.stdout
    slip = test_full.FILES["parties/ann.yaml"].replace("vessel: {demand: hybrid", "vessel: {demand: hybird")
    write(tmp_path, {"parties/ann.yaml": slip})
    run = checked(tmp_path, *names)
    assert run.returncode == 1
    assert "'hybird' is not one of ['diesel', 'hybrid', 'electric']" in run.stdout
    assert run.stdout.count("ann.yaml::") == 1


def test_generating_loads_no_screen() -> None:
    code = "import sys, negotiate.files.schema.schema; assert not {'textual', 'rich'} & sys.modules.keys()"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(negotiate.__file__).parent.parent)
