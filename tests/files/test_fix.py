"""Corrections that change nothing of what a file says, checked by two other readers of YAML."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from negotiate.files import load
from negotiate.files.edit import EditRefused
from negotiate.files.edit.original import read_original
from negotiate.files.fix import apply, fixes
from negotiate.files.source.portable import TOKEN, taken_for

from .folders import write
from .good_folders import good_folder
from .test_review import ANN, BEN, QUIET, SETTLED

BASE = {"negotiation.yaml": QUIET, "parties/ann.yaml": ANN, "parties/ben.yaml": BEN + SETTLED}
CASES = [
    ("title: Fare", "title: 1.10", 'title: "1.10"'),
    ("gazette: {title: Gazette, ", "gazette:\n    title:   no   # what?\n    date: 2031-01-12\n  # dusk: {", 'gazette:\n    title:   "no"   # what?\n    date: 2031-01-12\n  # dusk: {'),
    ("[diesel, hybrid, electric]", "[diesel, hybrid, Off]", '[diesel, hybrid, "Off"]'),
    ("[diesel, hybrid, electric]", "{diesel: yes, hybrid: so, on: so}", '{diesel: "yes", hybrid: so, "on": so}'),
    ("harbour, source", "harbour,\tsource", "harbour, source"),
    ("  letter: {", "\tletter: {", "  letter: {"),
]  # fmt: skip


def corrected(folder: Path) -> dict[str, str]:
    """The texts that would be written, by name in the folder."""
    problems = load(folder, careful=True).problems
    return {str(Path(each.before.name).relative_to(folder)): each.after.text for each in fixes(problems)}


@pytest.mark.parametrize(("good", "written", "right"), CASES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_correction(tmp_path: Path, good: str, written: str, right: str, newline: str) -> None:
    folder = write(tmp_path, BASE)
    text = QUIET.replace(good, written).replace("\n", newline)
    (folder / "negotiation.yaml").write_bytes(text.encode())
    assert corrected(folder) == {"negotiation.yaml": QUIET.replace(good, right).replace("\n", newline)}


def test_tabs_of_a_whole_block(tmp_path: Path) -> None:
    ann = "party: ann\nstatements:\n\t- source:\tmemo\n\t  positions:\n\t    fare: at most 20\n"
    folder = write(tmp_path, BASE | {"parties/ann.yaml": ann})
    assert corrected(folder) == {"parties/ann.yaml": ann.replace("\n\t", "\n  ").replace("\t", " ")}


@pytest.mark.parametrize(
    "ann",
    [
        "party: ann\nnote: \"a\tb\"\nstatements:\n  - {source: memo, positions: {fare: at most 20}}\n",
        "party: ann\nnote: |\n  one\ttwo\nstatements:\n  - {source: memo, positions: {fare: at most 20}}\n",
        "party: ann\nstatements:\n  - {source: memo positions: {fare: at most 20}}\n",
        "party: ann\nstatements:\n  - {source: memo, positions: {fare: at most twenty}}\n",
    ],
)  # fmt: skip
def test_what_is_left_alone(tmp_path: Path, ann: str) -> None:
    assert corrected(write(tmp_path, BASE | {"parties/ann.yaml": ann})) == {}


def test_other_slips_of_a_file_stay(tmp_path: Path) -> None:
    text = QUIET.replace("title: Fare", "title: 1.10").replace("date: 2031-01-15", "date: 2031-01-15\u00a0")
    folder = write(tmp_path, BASE | {"negotiation.yaml": text})
    assert corrected(folder) == {}  # nothing is asked of a file in which something is wrong


def test_it_is_written_as_it_was_shown(tmp_path: Path) -> None:
    folder = write(tmp_path, BASE | {"negotiation.yaml": QUIET.replace("title: Fare", "title: 1.10")})
    (fix,) = fixes(load(folder, careful=True).problems)
    assert "-  fare: {title: 1.10," in fix.difference
    assert '+  fare: {title: "1.10",' in fix.difference
    apply(str(folder), fix)
    assert (folder / "negotiation.yaml").read_text(encoding="utf-8") == fix.after.text
    assert load(folder, careful=True).problems == ()


def test_a_file_that_changed_meanwhile_is_not_written(tmp_path: Path) -> None:
    folder = write(tmp_path, BASE | {"negotiation.yaml": QUIET.replace("title: Fare", "title: 1.10")})
    (fix,) = fixes(load(folder, careful=True).problems)
    (folder / "negotiation.yaml").write_text(QUIET, encoding="utf-8")
    with pytest.raises(EditRefused, match="changed meanwhile"):
        apply(str(folder), fix)
    assert (folder / "negotiation.yaml").read_text(encoding="utf-8") == QUIET


# --- against other readers

WORDS = st.one_of(
    st.sampled_from(["no", "NO", "Yes", "y", "on", "OFF", "true", "null", "~", "1.10", "010", "0x1F", "0o17", "1e3", "1E-3", "1_000", "12:30", "-1", "+.5", ".inf", ".NaN", "2031-01-05", "1.2.3", "-"]),
    st.from_regex(r"[-+.~0-9a-zA-Z_:]{1,8}", fullmatch=True),
)  # fmt: skip


def _read_by_others(words: str) -> list[Any]:
    """What YAML 1.1 and 1.2 make of it; None for a date or number that is more than they can hold."""
    try:
        read = [yaml.safe_load(f"k: {words}")["k"]]
    except (yaml.YAMLError, ValueError):
        read = [None]
    with suppress(Exception):  # it takes `._` for a number, and stumbles over it
        read.append(YAML(typ="safe", pure=True).load(f"k: {words}")["k"])
    return read


@given(WORDS)
def test_what_others_take_for_something_else(words: str) -> None:
    try:
        ours = yaml.load(f"k: {words}", Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return
    if ours != {"k": words} or not TOKEN.fullmatch(words):
        return
    assert bool(taken_for(words)) == any(not isinstance(each, str) for each in _read_by_others(words)), words


@pytest.mark.parametrize("seed", range(6))
def test_every_name_is_words_for_everybody_afterwards(tmp_path: Path, seed: int) -> None:
    """Titles of a good folder made into what others misread: the corrected files say the same, to them too."""
    random = Random(seed)
    files = good_folder(seed)
    lines = files["negotiation.yaml"].split("\n")
    for at, line in enumerate(lines):
        if line.strip().startswith("title: "):
            lines[at] = (
                line.partition("title: ")[0]
                + "title: "
                + random.choice([f"{at}.10", "2031-01-05", "1e3", "0777", "on"])
            )
    folder = write(tmp_path, files | {"negotiation.yaml": "\n".join(lines)})
    assert load(folder).problems == ()
    made = corrected(folder)
    assert "negotiation.yaml" in made
    for name, text in made.items():
        ours = yaml.load((folder / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        assert yaml.load(text, Loader=yaml.BaseLoader) == ours
        assert read_original(str(folder / name)).text != text
    titles = [each["title"] for each in yaml.safe_load(made["negotiation.yaml"])["issues"].values()]
    assert all(isinstance(title, str) for title in titles)
