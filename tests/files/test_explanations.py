"""``negotiate explain``: every code is explained, and its example does what it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from negotiate.files import CODES, load
from negotiate.files.explanations import EXPLANATIONS

from .folders import write

FERRY = {
    "negotiation.yaml": """\
negotiation: The ferry
ignore: [W405]
parties: {ann: Ann, ben: Ben, cleo: Cleo}
issues:
  fare: {title: Fare, type: quantity, unit: crowns, wants: {ann: lower}}
  years: {title: Years, type: duration}
  harbour: {title: Harbour, type: scale, options: [closed, guests only, open], each: [North, South]}
  pupils: {title: Pupils travel free, type: yes-no}
events:
  - {date: 2031-01-12, what: A calm day, source: [memo, gazette]}
sources:
  memo: {title: Memo, date: 2031-01-05, grade: A}
  letter: {title: Letter, date: 2031-01-07}
  undated: {title: Somewhere}
  gazette: {title: Gazette, date: 2031-01-12}
""",
    "parties/ann.yaml": "party: ann\n",
    "parties/ben.yaml": "party: ben\nstatements:\n  - {source: [letter, undated], positions: {pupils: yes}}\n",
}
"""A folder without a problem, in which the examples stand."""
ANSWERED = FERRY | {
    "negotiation.yaml": FERRY["negotiation.yaml"]
    .replace("ignore: [W405]\n", "")
    .replace("cleo: Cleo", "cleo: {must_agree: no}"),
    "parties/ben.yaml": FERRY["parties/ben.yaml"].replace("{pupils: yes}", "{pupils: yes, fare: at least 30}"),
}
"""One in which nothing is turned off, and Ben has a word on what Ann asks."""
SHOWN = {code: each for code, each in EXPLANATIONS.items() if each.wrong}


def with_example(code: str, example: str, file: str) -> dict[str, str]:
    """The ferry with the file of a party in place of it, or with sections of negotiation.yaml filled up."""
    text, folder = example, ANSWERED if code == "W405" else FERRY
    if file == "negotiation.yaml":
        text = folder[file]
        for section in re.split(r"^(?=\w)", example, flags=re.M)[1:]:
            head, _, lines = section.partition("\n")
            text = text.replace(f"\n{head}\n", f"\n{section}") if f"\n{head}\n" in text and lines else text + section
    return folder | {file: text}


def codes(folder: Path) -> list[str]:
    return [problem.code for problem in load(folder, careful=True).problems]


def test_the_ferry_is_fine(tmp_path: Path) -> None:
    assert codes(write(tmp_path, FERRY)) == []


def test_every_code_is_explained() -> None:
    assert list(EXPLANATIONS) == list(CODES)
    assert all(each.words and each.right for each in EXPLANATIONS.values())


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_example_has_the_problem(tmp_path: Path, code: str) -> None:
    assert codes(write(tmp_path, with_example(code, SHOWN[code].wrong, SHOWN[code].file))) == [code]


@pytest.mark.parametrize("code", SHOWN)
def test_the_right_example_has_none(tmp_path: Path, code: str) -> None:
    assert codes(write(tmp_path, with_example(code, SHOWN[code].right, SHOWN[code].file))) == []


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_an_explanation_is_short_and_plain(code: str) -> None:
    words, wrong, right, _ = EXPLANATIONS[code]
    assert len(re.findall(r"[.:;!?](?: |$)", words)) <= 6
    assert len(words) < 400
    assert (words + wrong + right).isascii()
    assert max(map(len, (wrong + right if wrong else "").splitlines()), default=0) <= 96


# --- what cannot be shown as text


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _large(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate((64 << 20) + 1)


def _link_outside(path: Path) -> None:
    outside = path.parent.parent.parent / "outside.yaml"
    outside.write_text("party: ann\n", encoding="utf-8")
    path.unlink()
    path.symlink_to(outside)


def _text(text: str) -> Callable[[Path], None]:
    def made(path: Path) -> None:
        path.write_text(text, encoding="utf-8")

    return made


BOMB = "party: ann\nx0: &x0 [a, a]\n" + "".join(f"x{n}: &x{n} [*x{n - 1}, *x{n - 1}]\n" for n in range(1, 40))
SPOKEN = "fare: {demand: at most 20%s}, years: 2 years, pupils: yes, harbour: open"


def _wordy(path: Path) -> None:
    for name, note in (("ann", f", note: {'much ' * 100}"), ("ben", "")):
        text = f"party: {name}\nstatements:\n  - {{source: [letter, undated], positions: {{{SPOKEN % note}}}}}\n"
        path.with_name(f"{name}.yaml").write_text(text, encoding="utf-8")


MADE: dict[str, Callable[[Path], None]] = {
    "E001": _folder,
    "E002": _large,
    "E003": lambda path: path.write_bytes("party: ann\nnote: caf\xe9\n".encode("cp1252")) and None,
    "E004": _link_outside,
    "E005": _text("party: ann\n" + "".join(f"x{n}: 1\n" for n in range(200))),
    "E102": _text("party: ann\nnote: up \u202e down\n"),
    "E110": _text(f"party: ann\nstatements: {'[' * 65}{']' * 65}\n"),
    "E111": _text(BOMB),
    "W409": _wordy,
    "W411": lambda path: path.rename(path.with_name("ann.yaml.txt")) and None,
}


def test_all_others_are_made_here() -> None:
    assert set(MADE) == set(EXPLANATIONS) - set(SHOWN)


@pytest.mark.parametrize("code", MADE)
def test_what_cannot_be_shown(tmp_path: Path, code: str) -> None:
    folder = write(tmp_path / "ferry", FERRY)
    MADE[code](folder / "parties" / "ann.yaml")
    assert code in codes(folder)
