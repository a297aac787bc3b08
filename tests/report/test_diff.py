"""What changed, as text, Markdown and JSON: what stands in it, and that no text of a file does more than stand there."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from negotiate.compare import Table
from negotiate.compare.changes.changes import Changes, changes
from negotiate.report.diff.diff import written
from negotiate.text.clean import one_line
from negotiate.text.width import cells

from ..compare.orders import table as of_steps
from .hostile import HOSTILE, hostile
from .parsed import parse, shape, texts
from .talks import talks
from .versions import may_and_june, old_and_new

GOLDEN = Path(__file__).parents[2] / "tests/golden/diff"
NAMES = ("HEAD~1:talks", "talks")
FORMATS = ("text", "markdown", "json")


def compare(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("REWRITE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("form", "name"), [("text", "txt"), ("markdown", "md"), ("json", "json")])
def test_golden(form: str, name: str) -> None:
    compare(f"river-and-hill.{name}", written(old_and_new(), NAMES, form))


@pytest.mark.parametrize(("form", "name"), [("text", "txt"), ("markdown", "md")])
def test_golden_of_two_days(form: str, name: str) -> None:
    compare(f"two-days.{name}", written(may_and_june(), ("talks", "talks"), form))


def test_golden_of_a_narrow_terminal_without_unicode() -> None:
    text = written(old_and_new(), NAMES, width=44, ascii_only=True)
    assert text.isascii()
    compare("narrow.txt", text)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_changed(form: str) -> None:
    table = Table(talks())
    text = written(changes(table, table), NAMES, form)
    assert '"changed": false' in text if form == "json" else text.endswith("Nothing changed.\n")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_versions_give_the_same_bytes(form: str) -> None:
    assert written(old_and_new(), NAMES, form) == written(old_and_new(), NAMES, form)


# --- text


def test_colour_changes_no_word() -> None:
    plain, painted = written(old_and_new(), NAMES), written(old_and_new(), NAMES, colour=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[\d*m", "", painted) == plain


@pytest.mark.parametrize("width", [20, 33, 80, 137])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    for text in (written(old_and_new(say), NAMES, width=width) for say in (str, lambda word: f"日本語 {word}" * 3)):
        assert max(map(cells, text.splitlines())) <= width


# --- Markdown


def test_it_is_made_of_headings_lists_and_tables() -> None:
    tokens = parse(written(old_and_new(), NAMES, "markdown"))
    assert {"heading_open", "bullet_list_open", "table_open"} <= {token.type for token in tokens}
    assert not [line for line in texts(tokens) if "**" in line or "  " in line]


def test_no_path_of_a_machine() -> None:
    text = written(old_and_new(), ("/home/ann/talks", "/home/ann/new-talks"), "markdown")
    assert "/home" not in text
    assert "parties/hill.yaml" in text and "**new-talks**" in text


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_changes_no_structure(words: str) -> None:
    one, other = old_and_new(lambda _: words), old_and_new(lambda _: "plain words")
    for found in (one, other):
        assert found.positions
    assert shape_of(one) == shape_of(other)


@given(hostile)
def test_any_text_changes_no_structure(words: str) -> None:
    words = words if one_line(words) else "x"
    assert shape_of(old_and_new(lambda _: words)) == shape_of(old_and_new(lambda _: "plain words"))


def shape_of(found: Changes) -> list[str]:
    return shape(parse(written(found, NAMES, "markdown")))


@pytest.mark.parametrize("words", HOSTILE)
def test_what_a_terminal_would_obey_is_made_visible(words: str) -> None:
    for form in FORMATS:
        text = written(old_and_new(lambda name: words + name), NAMES, form)
        assert not re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text), form


# --- JSON


def test_json_says_what_it_promises() -> None:
    data = json.loads(written(old_and_new(), NAMES, "json"))
    assert list(data) == ["version", "changed", "old", "new", "positions", "verdicts", "records"]
    assert (data["version"], data["changed"]) == (1, True)
    assert data["old"] == {"name": "HEAD~1:talks", "title": "River and hill", "as_of": "2024-05-31", "round": "may"}
    assert {each["how"] for each in data["positions"]} == {"added", "dropped", "changed"}
    toll = next(each for each in data["positions"] if (each["party"], each["issue"]) == ("river", "toll"))
    assert {"part": "accepts", "old": "", "new": "limit of 4"} in toll["parts"]
    assert (toll["moved"], toll["accepted"], toll["ruled_out"]) == (True, "more", "less")
    assert toll["towards"][0] == {
        "party": "hill",
        "direction": "softened",
        "against": "new",
        "old": {"verdict": "clash", "distance": "no number"},
        "new": {"verdict": "gap", "distance": 11},
    }
    assert toll["new_place"] == {"file": "/home/ann/talks/parties/river.yaml", "line": 3}


def test_json_of_days_between_steps() -> None:
    """A move from 30 days apart to 10 is one towards the other; no number would say of what."""
    told = {
        "russia": ["elections within 30 days after ceasefire"],
        "ukraine": ["elections at least 60 days after ceasefire"],
    }
    later = told | {"russia": ["elections within 50 days after ceasefire"]}
    data = json.loads(written(changes(of_steps(told), of_steps(later)), NAMES, "json"))
    (towards,) = data["positions"][0]["towards"]
    assert (towards["direction"], towards["old"], towards["new"]) == (
        "softened",
        {"verdict": "gap", "distance": "30 days"},
        {"verdict": "gap", "distance": "10 days"},
    )


def test_json_of_a_version_without_a_round() -> None:
    old, new = talks(), replace(talks(), title="Another title")
    data = json.loads(written(changes(Table(old), Table(new)), NAMES, "json"))
    assert (data["old"]["as_of"], data["old"]["round"]) == (None, None)
    assert [(each["kind"], each["parts"]) for each in data["records"]] == [
        ("negotiation", [{"part": "title", "old": "River and hill", "new": "Another title"}])
    ]
