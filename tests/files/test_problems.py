"""Every problem is said as it is meant to be said: all codes, printed in full, beside what was looked over by hand.

The words expected stand in tests/golden/problems/CODE.txt, each case below its name. To write them anew:
REWRITE_GOLDEN=1 pytest tests/files/test_problems.py, and read what has changed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import negotiate.files
from negotiate.files import CODES, Severity, load

from . import test_hostile, test_meaning, test_review, test_shape, test_unreadable
from .folders import ANN, BEN, NEGOTIATION, load_texts, unmarked, write
from .rendered import check_problems, pointed_at, shown

GOLDEN = Path(__file__).parents[1] / "golden/problems"
BARE = {"parties/ann.yaml": "party: ann\n", "parties/ben.yaml": "party: ben\n"}
FULL = {"negotiation.yaml": NEGOTIATION, "parties/ann.yaml": ANN, "parties/ben.yaml": BEN}


class Case(NamedTuple):
    name: str
    code: str
    files: dict[str, str | bytes | Callable[[Path], object]]
    careful: bool = False


def cases() -> Iterator[Case]:
    """All cases of the other tables, and those that have none."""
    for table in (test_shape.PARTY, test_meaning.PARTY):
        for code, text, _ in table:
            yield Case(text, code, FULL | {"parties/ann.yaml": unmarked(text)[0]})
    for table in (test_shape.NEGOTIATION, test_meaning.NEGOTIATION):
        for code, text, _ in table:
            yield Case(text, code, BARE | {"negotiation.yaml": unmarked(text)[0]})
    for name, text, codes, _, _ in test_hostile.TEXTS:
        raw = unmarked(text)[0].encode("utf-8", "surrogatepass")
        for code in dict.fromkeys(codes.split()):
            yield Case(name, code, FULL | {"parties/ann.yaml": raw})
    for name, raw, code, *_ in test_unreadable.BYTES:
        if code:
            yield Case(name, code, FULL | {"parties/ann.yaml": raw})
    for name, make, words in test_unreadable.PATHS:
        yield Case(name, words.split()[0], FULL | {"parties/zoe.yaml": make})
    yield Case("far too many", "E005", FULL | {"parties/ann.yaml": ANN + "".join(f"x{n}: y\n" for n in range(150))})
    both = ANN.replace("  - {", "<<<<<<< HEAD\n=======\n  - {") + "    # b\n    # c\n    # d\n    # e\n>>>>>>> draft\n"
    yield Case("a conflict in which one side has nothing", "E114", FULL | {"parties/ann.yaml": both})
    yield Case("a file of another ending", "W411", FULL | {"parties/cleo.yaml.txt": "party: cleo\n"})
    yield Case("beside negotiation.yaml", "W411", FULL | {"cleo.yaml": "party: cleo\n"})
    yield Case("a folder of another name", "W411", FULL | {"party/cleo.yml": "# hers\nparty: cleo\n"})
    yield Case("two files", "E323", FULL | {"parties/zoe.yaml": "party: Ann\n"})
    for name, code, texts in test_review.examples():
        yield Case(name, code, texts, careful=True)


ALL = list(cases())


@pytest.mark.parametrize("code", CODES)
def test_the_words(tmp_path: Path, code: str) -> None:
    said = list[str]()
    for number, case in enumerate(each for each in ALL if each.code == code):
        folder = tmp_path / str(number)
        write(folder, {name: made for name, made in case.files.items() if isinstance(made, str)})
        for name, made in case.files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            if isinstance(made, bytes):
                (folder / name).write_bytes(made)
            elif callable(made):
                made(folder / name)
        loaded = load(folder, case.careful)
        check_problems(loaded)
        assert code in [problem.code for problem in loaded.problems]
        assert [problem.code for problem in loaded.problems if not problem.hint] == []
        text = shown(loaded, folder)
        if code == "E005":
            text = text[text.index("\n", len(text) - 600) + 1 :]
        title = " ".join(case.name.replace("\n", " ⏎ ").split())
        said.append(f"## {title if len(title) <= 100 else title[:99] + '…'}\n{text}\n")
    check(GOLDEN / f"{code}.txt", "\n".join(said))


def check(golden: Path, text: str) -> None:
    if os.environ.get("REWRITE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_every_code_in_the_source_is_listed_and_tried() -> None:
    source = Path(negotiate.files.__file__).parent
    used = {code for path in source.rglob("*.py") for code in re.findall(r'"([EW][0-9]{3})"', path.read_text("utf-8"))}
    assert used == set(CODES)
    assert {case.code for case in ALL} == set(CODES)
    assert {path.name for path in GOLDEN.iterdir()} == {f"{code}.txt" for code in CODES}


def test_warnings_are_those_that_begin_with_w(tmp_path: Path) -> None:
    text = NEGOTIATION + "  spare: {title: Nobody's}\n"
    (problem,) = load_texts(tmp_path, text).problems
    assert (problem.code, problem.severity) == ("W401", Severity.WARNING)
    (problem,) = load_texts(tmp_path, text.replace("title: Nobody's", "titel: Nobody's, title: x")).problems
    assert (problem.code, problem.severity) == ("E202", Severity.ERROR)


# --- what was meant

# a word with a slip, where it stands (from negotiation.yaml or Ann's file), what is offered
MEANT = [
    ("a key", "party: ann\nstatments: []\n", "statements"),
    ("a key in another case", "party: ann\nStatements: []\n", "statements"),
    ("a key with a hyphen", "party: ann\nno-deal: 5\n", "no_deal"),
    ("a key of a position", test_meaning.statement("fare: {demands: 5}"), "demand"),
    ("another word for a key", test_meaning.statement("fare: {demand: 5, condition: {pupils: yes}}"), "if"),
    ("an issue", test_meaning.statement("feres: 5"), "fare"),
    ("an issue's row", test_meaning.statement("harbour noth: open"), "harbour North"),
    ("a party", test_meaning.response("{to: bn, says: rejects, date: 2031-01-20}"), "ben"),
    ("a text", test_meaning.response("{to: daft, says: rejects, date: 2031-01-20}"), "draft"),
    ("an option", test_meaning.statement("vessel: hibrid"), "hybrid"),
    ("an option of several words", test_meaning.statement("harbour: guest only"), "guests only"),
    ("an item", test_meaning.statement("harbour: {Nroth: open}"), "North"),
    ("a step", test_meaning.statement("order: survy first"), "survey"),
    ("a source", test_meaning.statement("fare: 5", "date: 2031-01-05, source: gazete 3"), "gazette"),
    ("a reply", test_meaning.response("{to: ben, says: accept in part, date: 2031-01-20}"), "accepts in part"),
    ("an answer", test_meaning.statement("fare: 5", "source: memo, remark: ys"), "yes"),
]


@pytest.mark.parametrize(("text", "meant"), [case[1:] for case in MEANT], ids=[case[0] for case in MEANT])
def test_did_you_mean(tmp_path: Path, text: str, meant: str) -> None:
    (problem, *_) = load_texts(tmp_path, ann=text).problems
    assert problem.hint == f"did you mean `{meant}`?"


@pytest.mark.parametrize(
    ("change", "meant"),
    [(("as_of: first", "as_of: frist"), "first"), (("wants: {ann: lower", "wants: {ann: lowr"), "lower"), (("of: [ann, cleo]", "of: [ann, clio]"), "cleo"), (("type: scale", "type: scal"), "scale")],
)  # fmt: skip
def test_did_you_mean_in_the_negotiation(tmp_path: Path, change: tuple[str, str], meant: str) -> None:
    (problem, *_) = load_texts(tmp_path, NEGOTIATION.replace(*change)).problems
    assert problem.hint == f"did you mean `{meant}`?"


@pytest.mark.parametrize("word", ["zzzzzz", "q", "something else entirely"])
def test_nothing_is_offered_for_what_is_like_nothing(tmp_path: Path, word: str) -> None:
    (problem,) = load_texts(tmp_path, ann=test_meaning.statement(f"{word}: 5")).problems
    assert problem.hint.startswith("known: `fare`, `years`")


# --- all at once, and where


def test_all_problems_of_all_files_in_order(tmp_path: Path) -> None:
    negotiation = NEGOTIATION.replace("as_of: first", "as_of: frist").replace("grade: A", "grade: E")
    ann = "party: ann\nstatements:\n  - {source: memo, positions: {far: 5, vessel: steam}}\nnot: x\n"
    ben = "party: ben\nstatements:\n  - {source: memo 2, positions: {years: [1 year}}\nno_deal: much\n"
    loaded = load_texts(tmp_path, negotiation, ann, ben, cleo="- nothing\n", zed="")
    check_problems(loaded)
    assert [f"{Path(p.place.file).name}:{p.place.line}:{p.place.column} {p.code}" for p in loaded.problems] == [
        "negotiation.yaml:2:8 E304",
        "negotiation.yaml:20:48 E205",
        "ann.yaml:3:32 E301",
        "ann.yaml:3:48 E313",
        "ann.yaml:4:1 E202",
        "ben.yaml:3:41 E101",
        "ben.yaml:4:10 E207",
        "cleo.yaml:1:1 E204",
        "zed.yaml:1:1 E109",
    ]
    assert loaded.negotiation
    assert [entry.words for entry in loaded.negotiation.entries["ben", "years"]] == ["1 year"]


# words before the slip `far`: tabs, wide and combining characters, joined emoji, what is made visible
BEFORE = [
    "note: plain",
    "note: 谈判 立场",
    "note: ｗｉｄｅ",
    "note: e\u0301te\u0301",
    "note: 👨\u200d👩\u200d👧 🇳🇴 👍🏽",
    "note: שלום عليكم",
    "note: हिन्दी ไทย 한국어",
    'note: "a\ttab"',
    "note: \xad soft",
    "note: a\xa0b\u3000c",
    f"note: {'谈' * 300}",
    f"note: {'x' * 300}",
    f"note: {'e' + chr(0x301) * 40}",
]


@pytest.mark.parametrize("before", BEFORE)
def test_the_caret_stands_under_the_word(tmp_path: Path, before: str) -> None:
    text = f"party: ann\nstatements: [{{source: memo, {before}, positions: {{far: 5}}}}]\n"
    loaded = load_texts(tmp_path, ann=text)
    check_problems(loaded)
    (problem,) = loaded.problems
    assert problem.place.column == text.split("\n")[1].index("far:") + 1
    assert pointed_at(problem) == "far"


@pytest.mark.parametrize("word", ["谈判", "e\u0301te\u0301", "שלום", "한국어", "[b]x[/b]", "👍"])
def test_the_carets_are_as_wide_as_the_word(tmp_path: Path, word: str) -> None:
    (problem,) = load_texts(tmp_path, ann=test_meaning.statement(f"'{word}': 5, pupils: yes")).problems
    assert pointed_at(problem) == f"'{word}'"


def test_no_message_is_longer_for_a_longer_word(tmp_path: Path) -> None:
    lengths = set[int]()
    for count in (500, 5_000, 50_000):
        loaded = load_texts(tmp_path, ann=test_meaning.statement(f"{'f' * count}: 5, vessel: {'g' * 300}"))
        check_problems(loaded)
        assert all(len(problem.message) < 100 for problem in loaded.problems)
        lengths.add(len(shown(loaded, tmp_path)))
    assert len(lengths) == 2  # a key of more than a thousand characters is another problem


def test_problems_beyond_a_hundred_are_counted(tmp_path: Path) -> None:
    loaded = load_texts(tmp_path, ann=ANN + "".join(f"x{n}: y\n" for n in range(250)))
    check_problems(loaded)
    assert len(loaded.problems) == 101
    assert (loaded.problems[-1].code, loaded.problems[-1].message) == (
        "E005",
        "150 more problems in this file are not listed",
    )
