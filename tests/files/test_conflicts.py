"""Merge conflicts: found, told with both sides, and each side read as if it had been chosen."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from negotiate.files import load, render
from negotiate.files.load import Loaded
from negotiate.files.past.conflict_remarks import is_conflict
from negotiate.files.past.conflicts import Side, chosen, conflicts
from negotiate.files.past.revisions import RevisionError
from negotiate.files.past.sides import Sides, find_sides, load_side

from .folders import ANN, BEN, NEGOTIATION, load_texts, said, write
from .merging import STYLES, merged, merging
from .rendered import check_problems

BEGIN, BASE, MIDDLE, END = "<<<<<<< HEAD\n", "||||||| abc\n", "=======\n", ">>>>>>> draft\n"
SIDES = (Side.OURS, Side.THEIRS)


def text_of(text: str, side: Side) -> str:
    return chosen(text, conflicts(text), side).text


# --- in a text


@pytest.mark.parametrize(
    ("text", "ours", "theirs", "base"),
    [
        (f"a\n{BEGIN}b\n{MIDDLE}c\n{END}d\n", "a\nb\nd\n", "a\nc\nd\n", "a\nd\n"),
        (f"a\n{BEGIN}b\n{BASE}x\ny\n{MIDDLE}c\n{END}d\n", "a\nb\nd\n", "a\nc\nd\n", "a\nx\ny\nd\n"),
        (f"{BEGIN}{MIDDLE}c\n{END}", "", "c\n", ""),
        (f"{BEGIN}b\n{MIDDLE}{END}".rstrip(), "b\n", "", ""),
        (f"{BEGIN}b\n{MIDDLE}c\n{END}{BEGIN}d\n{MIDDLE}e\n{END}", "b\nd\n", "c\ne\n", ""),
        (f"{BEGIN}b\n{MIDDLE}c\n{END}".replace("\n", "\r\n"), "b\r\n", "c\r\n", ""),
        ("<<<<<<<\nb\n=======\nc\n>>>>>>>\n", "b\n", "c\n", ""),
    ],
)
def test_each_side_alone(text: str, ours: str, theirs: str, base: str) -> None:
    assert [text_of(text, side) for side in (*SIDES, Side.BASE)] == [ours, theirs, base]


@pytest.mark.parametrize(
    "text",
    [
        BEGIN,
        f"{BEGIN}a\n{MIDDLE}b\n",
        f"{BEGIN}a\n{END}",
        f"a\n{MIDDLE}b\n{END}",
        f"{BEGIN}a\n{BASE}b\n{END}",
        f"{BEGIN}a\n{MIDDLE}b\n{BASE}c\n{END}",
        f"{BEGIN}a\n{MIDDLE}b\n{MIDDLE}c\n{END}",
        f" {BEGIN}a\n {MIDDLE}b\n {END}",
        "<<<<<<<< HEAD\na\n========\nb\n>>>>>>>> draft\n",
    ],
)
def test_what_is_not_finished_is_none(text: str) -> None:
    assert conflicts(text) == []


def test_labels() -> None:
    long = "3f2a1c0 (The second offer, as it was read out at the town hall)"
    (found,) = conflicts(f"<<<<<<< HEAD:a b.yaml\r\n{MIDDLE}>>>>>>> {long}\x1b[31m\n")
    assert (found.ours.label, found.theirs.label, found.base) == ("HEAD:a b.yaml", f"{long[:39]}…", None)


@pytest.mark.parametrize("style", ["", "--diff3", "--zdiff3"])
@pytest.mark.parametrize("seed", range(int(os.environ.get("NEGOTIATE_SEEDS", "4"))))
def test_a_side_is_what_git_makes_of_the_texts_where_it_is_told_to_choose(
    tmp_path: Path, seed: int, style: str
) -> None:
    rng = random.Random(seed)
    base = [f"line {rng.randrange(30)}" for _ in range(rng.randrange(40))]
    ours, theirs = (changed(rng, base) for _ in SIDES)
    texts = ["".join(f"{line}\n" for line in lines) for lines in (base, ours, theirs)]
    text = merged(tmp_path, *texts, *([style] if style else []))
    found = [text_of(text, side) for side in SIDES]
    level = [style] if style else []  # with diff3 git cuts its hunks otherwise
    assert found == [merged(tmp_path, *texts, f"--{side.value}", *level) for side in SIDES]


def changed(rng: random.Random, lines: list[str]) -> list[str]:
    for _ in range(rng.randrange(1, 6)):
        at = rng.randrange(len(lines) + 1)
        new = [f"line {rng.randrange(30)}" for _ in range(rng.randrange(4))]
        lines = [*lines[:at], *new, *lines[at + rng.randrange(4) :]]
    return lines


# --- in a folder, made by git

OURS = {
    "talks/parties/ann.yaml": ANN.replace("at most 20", "at most 22"),
    "talks/parties/ben.yaml": BEN.replace("3 to 5 years", "4 years"),
    "talks/negotiation.yaml": NEGOTIATION.replace("The ferry", "The old ferry"),
}
THEIRS = {
    "talks/parties/ann.yaml": ANN.replace("at most 20", "at most 25"),
    "talks/parties/ben.yaml": BEN.replace("3 to 5 years", "5 years"),
    "talks/negotiation.yaml": NEGOTIATION.replace("The ferry", "The new ferry"),
}
WAS = {"talks/parties/ann.yaml": ANN, "talks/parties/ben.yaml": BEN, "talks/negotiation.yaml": NEGOTIATION}


def told(found: Loaded) -> tuple[str, str, str]:
    assert found.negotiation
    entries = found.negotiation.entries
    demands = [entries[key][0].demand for key in (("ann", "fare"), ("ben", "years"))]
    return (found.negotiation.title, *(each.term.words for each in demands))  # type: ignore[union-attr,return-value]


def sides_of(folder: Path) -> Sides:
    found = find_sides(str(folder))
    assert found
    return found


@pytest.mark.parametrize("style", STYLES)
def test_several_files(tmp_path: Path, style: str) -> None:
    folder = merging(tmp_path / "home", WAS, OURS, THEIRS, style) / "talks"
    loaded = load(folder)
    assert [is_conflict(problem) for problem in loaded.problems] == [True] * 3
    check_problems(loaded)
    sides = sides_of(folder)
    assert set(sides.conflicts) == {name.removeprefix("talks/") for name in OURS}
    assert [sides.name(side) for side in SIDES] == ["ours (HEAD)", "theirs (draft)"]
    ours, theirs, base = (load_side(sides, side) for side in (*SIDES, Side.BASE))
    assert told(loaded) == told(ours) == ("The old ferry", "at most 22", "4 years")
    assert told(theirs) == ("The new ferry", "at most 25", "5 years")
    assert told(base) == ("The ferry", "at most 20", "3 to 5 years")
    for found in (ours, theirs, base):
        assert [problem.code for problem in found.problems] == [problem.code for problem in load_of(tmp_path, WAS)]


def load_of(folder: Path, files: dict[str, str]):  # type: ignore[no-untyped-def]
    return load(write(folder / "as it was", files) / "talks").problems


@pytest.mark.parametrize("side", SIDES)
def test_places_are_those_of_the_file_with_its_marks(tmp_path: Path, side: Side) -> None:
    folder = merging(tmp_path / "home", WAS, OURS, THEIRS) / "talks"
    found = load_side(sides_of(folder), side).negotiation
    assert found
    for name, issue, word in (("ann", "fare", "at most 2"), ("ben", "years", "years")):
        place = found.entries[name, issue][0].place
        lines = (folder / f"parties/{name}.yaml").read_text().splitlines()
        assert word in lines[place.line - 1]
        assert lines[place.line - 1][place.column - 1 :].startswith(issue)
        assert place.line > lines.index(BEGIN.strip() if side is Side.OURS else MIDDLE.strip())


@pytest.mark.parametrize("style", STYLES[1:])
def test_without_git_the_base_is_what_stands_between_the_marks(tmp_path: Path, style: str) -> None:
    folder = merging(tmp_path / "home", WAS, OURS, THEIRS, style) / "talks"
    shutil.rmtree(folder.parent / ".git")
    sides = sides_of(folder)
    assert told(load_side(sides, Side.BASE)) == ("The ferry", "at most 20", "3 to 5 years")
    assert sides.name(Side.BASE).startswith("base (")


def test_without_a_base_that_is_said(tmp_path: Path) -> None:
    folder = merging(tmp_path / "home", WAS, OURS, THEIRS) / "talks"
    shutil.rmtree(folder.parent / ".git")
    with pytest.raises(RevisionError, match=r"merge\.conflictStyle diff3"):
        load_side(sides_of(folder), Side.BASE)


def test_a_conflict_moved_out_by_zdiff3_is_no_key_given_twice(tmp_path: Path) -> None:
    """Both sides begin with the same line, which replaces one that stays in the base."""
    text = "party: ann\nstatements:\n  - source: memo\n    positions:\n      fare: at most {}\n      years: {} years\n"
    was, ours, theirs = ({"talks/parties/ann.yaml": text.format(*each)} for each in ((20, 3), (25, 4), (25, 5)))
    folder = merging(tmp_path / "home", WAS | was, ours, theirs, "zdiff3") / "talks"
    assert "at most 20" in (folder / "parties/ann.yaml").read_text().partition("|||||||")[2]
    base = load_side(sides_of(folder), Side.BASE)
    assert [problem for problem in base.problems if problem.code == "E103"] == []
    assert base.negotiation
    assert base.negotiation.entries["ann", "fare"][0].demand.term.words == "at most 20"  # type: ignore[union-attr]


def test_what_one_side_defines_is_unknown_on_the_other(tmp_path: Path) -> None:
    text = NEGOTIATION.replace("  vessel: {", f"{BEGIN}  vessel: {{").replace("  pupils:", f"{MIDDLE}{END}  pupils:")
    folder = tmp_path / "talks"
    load_texts(folder, text, ann=ANN.replace("fare: at most 20", "vessel: diesel"))
    ours, theirs = (load_side(sides_of(folder), side) for side in SIDES)
    assert "E301" not in {problem.code for problem in ours.problems}
    assert "E301" in {problem.code for problem in theirs.problems}


# --- in the middle of something

HALF = """\
party: ann
statements:
  - source: memo
    positions:
      colours:
        says: |
          Blue as the sea,
<<<<<<< HEAD
          white as the sails,
=======
          red as the rust,

          grey as the gulls,
>>>>>>> draft
          and bright.
      fare:
        demand: at most 20
<<<<<<< HEAD
        note: In winter.
      years: 3 years
=======
      pupils: yes
>>>>>>> draft
"""


def test_half_a_block_text_and_half_a_mapping(tmp_path: Path) -> None:
    loaded = load_texts(tmp_path / "talks", ann=HALF)
    assert [line.split()[1] for line in said(loaded, tmp_path / "talks")] == ["E114", "E114"]
    ours, theirs = (load_side(sides_of(tmp_path / "talks"), side).negotiation for side in SIDES)
    assert ours and theirs
    words = [each.entries["ann", "colours"][0].says for each in (ours, theirs)]
    assert words[0] == "Blue as the sea,\nwhite as the sails,\nand bright.\n"
    assert words[1] == "Blue as the sea,\nred as the rust,\n\ngrey as the gulls,\nand bright.\n"
    assert [{issue for party, issue in each.entries if party == "ann"} for each in (ours, theirs)] == [
        {"colours", "fare", "years", "vessel"},
        {"colours", "fare", "pupils", "vessel"},
    ]


def test_a_mark_that_stands_alone_is_told_as_before(tmp_path: Path) -> None:
    for left in (BEGIN, MIDDLE, END):
        loaded = load_texts(tmp_path / "talks", ann=ANN + left)
        assert "a mark of a merge conflict left by git" in "".join(said(loaded, tmp_path / "talks"))
        assert not any(map(is_conflict, loaded.problems))
        assert find_sides(str(tmp_path / "talks")) is None


def test_one_conflict_within_another_leaves_marks_that_are_told(tmp_path: Path) -> None:
    inner = f"{BEGIN}  - {{source: memo, positions: {{fare: 1}}}}\n{MIDDLE}  - {{source: memo 2, positions: {{fare: 2}}}}\n{END}"
    loaded = load_texts(tmp_path / "talks", ann=f"party: ann\nstatements:\n{BEGIN}{inner}{MIDDLE}{END}")
    assert {problem.code for problem in loaded.problems} == {"E114"}
    check_problems(loaded)


def test_each_side_is_told_with_its_name_and_first_lines(tmp_path: Path) -> None:
    lines = "".join(f"      # {n}\n" for n in range(1, 7))
    loaded = load_texts(
        tmp_path / "talks", ann=f"{ANN.partition('{')[0]}source: memo\n    positions:\n{BEGIN}{lines}{MIDDLE}{END}"
    )
    shown = render(next(filter(is_conflict, loaded.problems)), unicode=False).splitlines()
    assert shown[3:-1] == [
        "    6 |       # 1",
        "      |       ^^^ ours (HEAD)",
        "    7 |       # 2",
        "    8 |       # 3",
        "    9 |       # 4",
        "      |       and 2 more lines",
        "   13 | >>>>>>> draft",
        "      | ^^^^^^^^^^^^^ theirs (draft): nothing",
    ]


def test_a_folder_that_is_gone_has_no_sides(tmp_path: Path) -> None:
    assert find_sides(str(tmp_path / "nowhere")) is None
