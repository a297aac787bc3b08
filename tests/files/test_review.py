"""What a careful editor asks: each question where it belongs, and not where it does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from negotiate.files import CODES, load
from negotiate.files.format.parts import Doubt

from .folders import MARK, one, unmarked, write

QUIET = """\
negotiation: The ferry
parties: {ann: Ann, ben: Ben, cleo: {name: Cleo, must_agree: no}}
issues:
  fare: {title: Fare, type: quantity, unit: crowns, min: 0}
  years: {title: Years, type: duration}
  harbour: {title: Harbour, type: scale, options: [closed, guests only, open], each: [North, South]}
  vessel: {title: Vessel, type: choice, options: [diesel, hybrid, electric]}
  pupils: {title: Pupils travel free, type: yes-no}
  stops: {title: Stops, type: set, items: [Aker, Bryn, Cape]}
events:
  - {date: 2031-01-12, what: A storm closes the harbour, source: [memo, letter, gazette]}
sources:
  memo: {title: Memo, date: 2031-01-05, grade: B}
  letter: {title: Letter, date: 2031-01-15}
  gazette: {title: Gazette, date: 2031-01-12}
"""
ANN = "party: ann\nstatements:\n  - {source: memo, positions: {fare: at most 20}}\n"
BEN = "party: ben\n"
SETTLED = "responses:\n  - {to: ann, says: no answer}\n"
SAID = "responses:\n  - {to: ann, %s, says: rejects, date: 2031-01-20, source: letter}\n"
CASES_OF_THEIR_OWN = {"W407", "W409"}
SHORT = "{source: memo, positions: {fare: at most 20, years: 2 years, vessel: diesel, pupils: yes, stops: all}}"
LONG = "{source: letter, positions: {fare: {demand: at least 30, note: %s}, years: 2 years, vessel: hybrid, pupils: yes, stops: all}}"
WORDS = "so that nobody is left on the quay when the last ferry has gone and no other way home is open " * 3


def asked(folder: Path, ann: str = ANN, ben: str = BEN + SETTLED, negotiation: str = QUIET) -> list[str]:
    """The warnings of a careful reading, as "file:line:column CODE"; ⟦ stands in a text where one is expected."""
    files = {"negotiation.yaml": negotiation, "parties/ann.yaml": ann, "parties/ben.yaml": ben}
    expected = [f"{name}:{line}:{column}" for name, text in files.items() for line, column in unmarked(text)[1]]
    write(folder, {name: unmarked(text)[0] for name, text in files.items()})
    problems = load(folder, careful=True).problems
    said = [one(problem, folder) for problem in problems]
    assert sorted(line.split(" ")[0] for line in said if " W40" in line or " W410" in line) == sorted(expected), said
    return [problem.code for problem in problems]


ANN_CASES = [
    # --- a demand without a reply
    ("W405", "party: ann\nstatements:\n  - ⟦{source: memo, positions: {fare: at most 20}}\n", BEN),
    ("W405", "party: ann\nstatements:\n  - ⟦source: memo\n    positions: {vessel: diesel, pupils: yes, fare: at most 20}\n", BEN),
    ("", ANN, BEN + SAID % "issue: fare"),
    ("", ANN, BEN + (SAID % "by: B. Dahl").replace("to: ann", "to: memo")),
    ("", ANN, BEN + "responses:\n  - {to: ann, issue: fare, says: no answer}\n"),
    ("", ANN, BEN + "statements:\n  - {source: letter, positions: {fare: silent}}\n"),
    ("W405", "party: ann\nstatements:\n  - ⟦{source: memo, positions: {fare: at most 20}}\n", BEN + SAID % "issue: vessel"),
    ("", "party: ann\nstatements:\n  - {source: memo, remark: yes, positions: {fare: at most 20}}\n", BEN),
    ("", "party: ann\nstatements:\n  - {source: memo, until: 2031-01-09, positions: {fare: at most 20}}\n", BEN),
    # --- a quotation without a speaker
    ("W406", "party: ann\nstatements:\n  - {source: memo, positions: {⟦fare: {demand: at most 20, quote: Twenty}}}\n", ""),
    ("", "party: ann\nstatements:\n  - {source: memo, by: A. Berg, positions: {fare: {demand: at most 20, quote: Twenty}}}\n", ""),
    ("", "party: ann\nstatements:\n  - {source: memo, title: Paper, positions: {fare: {demand: at most 20, quote: Twenty}}}\n", ""),
    ("", "party: ann\nstatements:\n  - {source: memo, positions: {fare: {demand: at most 20, quote: Twenty, grade: A}}}\n", ""),
    ("W406", ANN, BEN + "responses:\n  - ⟦{to: ann, says: rejects, date: 2031-01-20, source: letter, quote: Never}\n"),
    ("", ANN, BEN + "responses:\n  - {to: ann, says: rejects, by: B. Dahl, date: 2031-01-20, source: letter, quote: Never}\n"),
    # --- a word that takes a side
    ("W408", "party: ann\nstatements:\n  - {source: memo, positions: {fare: {demand: at most 20, note: said of the ⟦Regime twice}}}\n", ""),
    ("W408", "party: ann\nnote: |\n  It has two lines, and\n  the ⟦thugs of the harbour\nstatements:\n  - {source: memo, positions: {fare: at most 20}}\n", ""),
    ("W408", "party: ann\nnote: the \"thugs\" and then the ⟦thugs\nstatements:\n  - {source: memo, positions: {fare: at most 20}}\n", ""),
    ("", "party: ann\nnote: the “thugs” of the ‘regime’, 'liberated' by \"traitors\"\nstatements:\n  - {source: memo, positions: {fare: at most 20}}\n", ""),
    ("", "party: ann\nstatements:\n  - {source: memo, by: A. Berg, positions: {fare: {demand: at most 20, quote: The regime of the traitors}}}\n", ""),
    ("", "party: ann\nstatements:\n  - {source: memo, title: The regime of prices, positions: {fare: at most 20}}\n", ""),
    ("", "party: ann\nnote: regimes and regimen are other words\nstatements:\n  - {source: memo, positions: {fare: at most 20}}\n", ""),
    # --- words that other readers read differently
    ("W410", "party: ann\nstatements:\n  - {source: memo, title: ⟦1.10, positions: {fare: at most 20}}\n", ""),
    ("", "party: ann\nstatements:\n  - {source: memo, title: '1.10', positions: {fare: at most 20}}\n", ""),
    ("", "party: ann\nstatements:\n  - {source: memo, title: 1.10 of the memo, positions: {fare: at most 20}}\n", ""),
    ("", "party: ann\nsalience: {fare: 90}\nstatements:\n  - {date: 2031-01-05, remark: no, source: memo, positions: {fare: at most 20}}\n", ""),
]  # fmt: skip


def examples() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Name, code and files of each case in which something is asked."""
    opened = QUIET.replace("negotiation: The ferry\n", "negotiation: The ferry\nas_of: 2031-01-14\n")
    later = ANN + "  - {date: 2031-01-15, source: letter, positions: {years: 2 years}}\n"
    wordy = f"party: ben\nstatements:\n  - {LONG % WORDS}\n"
    found = [(code, ann, ben or BEN + SETTLED, QUIET) for code, ann, ben in ANN_CASES]
    found += [(code, ANN, BEN + SETTLED, QUIET.replace(old, new)) for code, old, new in NEGOTIATION_CASES]
    found += [("W407", later, BEN + SETTLED, opened), ("W409", f"party: ann\nstatements:\n  - {SHORT}\n", wordy, QUIET)]
    for code, *texts in found:
        if code:
            ann, ben, negotiation = (unmarked(text)[0] for text in texts)
            name = "\n".join(line for text in texts for line in text.split("\n") if MARK in line) or code
            yield name, code, {"negotiation.yaml": negotiation, "parties/ann.yaml": ann, "parties/ben.yaml": ben}


@pytest.mark.parametrize(("code", "ann", "ben"), ANN_CASES)
def test_of_a_party(tmp_path: Path, code: str, ann: str, ben: str) -> None:
    assert asked(tmp_path, ann, ben or BEN + SETTLED) == [code] * bool(code)


NEGOTIATION_CASES = [
    ("W408", "title: Fare,", "title: The ⟦so-called fare,"),
    ("W408", "title: Fare,", "title: Fare, question: Who are the ⟦occupiers?".replace("?", "") + ","),
    ("W408", "options: [diesel, hybrid, electric]", "options: {diesel: bought by ⟦traitors, hybrid: so, electric: so}"),
    ("W408", "options: [diesel, hybrid, electric]", "options: [diesel, hybrid, electric, the ⟦regime]"),
    ("W408", "what: A storm closes the harbour", "what: The ⟦aggressor closes the harbour"),
    ("", "title: Harbour,", "title: The harbour that the city calls “so-called”,"),
    ("", "gazette: {title: Gazette,", "gazette: {title: The regime speaks,"),
    ("W408", "negotiation: The ferry\n", "negotiation: The ferry\nwording: {stormy: windy}\nnote: a ⟦stormy day\n"),
    ("", "negotiation: The ferry\n", "negotiation: The ferry\nnote: a stormy day\n"),
    ("W410", "pupils: {title: Pupils travel free,", "pupils: {title: ⟦no,"),
    ("W410", "unit: crowns", "unit: ⟦1e3"),
    ("W410", "options: [diesel, hybrid, electric]", "options: [diesel, hybrid, electric, ⟦off]"),
    ("W410", "options: [diesel, hybrid, electric]", "options: {diesel: so, hybrid: ⟦on, electric: so}"),
    ("W410", "options: [diesel, hybrid, electric]", "options: {diesel: so, hybrid: so, electric: so, ⟦off: so}"),
    ("W410", "cleo: {name: Cleo, must_agree: no}", "cleo: {name: Cleo, must_agree: no}, ⟦no: Norway"),
    ("", "cleo: {name: Cleo, must_agree: no}", "cleo: {name: Cleo, must_agree: no}, 'no': {name: Norway, must_agree: no}"),
    ("", "min: 0}", "max: 1_000}"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "old", "new"), NEGOTIATION_CASES)
def test_of_the_negotiation(tmp_path: Path, code: str, old: str, new: str) -> None:
    text = QUIET.replace(old, new)
    assert text != QUIET
    if "no: Norway" in new:  # who must agree, and says nothing
        text = text.replace("negotiation: The ferry\n", "negotiation: The ferry\nignore: [W405]\n")
    assert asked(tmp_path, negotiation=text) == [code] * bool(code)


def test_what_is_agreed_needs_no_reply(tmp_path: Path) -> None:
    text = (
        "texts:\n  deal: {date: 2031-02-01, status: agreed, of: [ann, %s], source: letter, terms: {fare: exactly 20}}\n"
    )
    assert asked(tmp_path, ben=BEN, negotiation=QUIET + text % "ben") == []
    ann = ANN.replace("{source", "⟦{source")
    assert asked(tmp_path, ann, BEN, QUIET + text % "cleo") == ["W405"]


@pytest.mark.parametrize(
    ("day", "later", "off", "code"),
    [
        ("⟦2031-01-14", "date: 2031-01-15", "", "W407"),
        ("2031-01-15", "date: 2031-01-15", "", ""),
        ("2031-01-14", "date: 2031-01-15", "ignore: [W407]\n", ""),
        ("2031-01-14", "date: 2031-01-15, remark: yes", "", ""),
    ],
)
def test_the_opening_day(tmp_path: Path, day: str, later: str, off: str, code: str) -> None:
    text = QUIET.replace("negotiation: The ferry\n", f"negotiation: The ferry\nas_of: {day}\n{off}")
    ann = ANN + f"  - {{{later}, source: letter, positions: {{years: 2 years}}}}\n"
    assert asked(tmp_path, ann, negotiation=text) == [code] * bool(code)


@pytest.mark.parametrize(("note", "code"), [(WORDS, "W409"), ("short", "")])
def test_a_wordier_column(tmp_path: Path, note: str, code: str) -> None:
    ann = f"party: ann\nstatements:\n  - {SHORT}\n"
    ben = f"party: ben\nstatements:\n  - {LONG % note}\n"
    negotiation = QUIET.replace("ben: Ben", "⟦ben: Ben" if code else "ben: Ben")
    assert asked(tmp_path, ann, ben, negotiation) == [code] * bool(code)


def test_terms_of_an_option_are_words_and_those_of_yes_or_no_are_not(tmp_path: Path) -> None:
    options = "options: [diesel, hybrid, electric]"
    text = QUIET.replace(options, 'options: [diesel, hybrid, electric, "no"]')
    terms = "{vessel: %s, pupils: %s, harbour: {North: open, South: {demand: open, if: {vessel: %s, pupils: %s}}}}"
    marked = terms % ("⟦no", "no", "⟦no", "no")
    assert (
        asked(tmp_path, f"party: ann\nstatements:\n  - {{source: memo, positions: {marked}}}\n", negotiation=text)
        == ["W410"] * 2
    )


def test_nothing_is_asked_where_something_is_wrong(tmp_path: Path) -> None:
    ann = "party: ann\nnote: the thugs\nstatements:\n  - {source: memo, positions: {fare: at most twenty}}\n"
    write(tmp_path, {"negotiation.yaml": QUIET, "parties/ann.yaml": ann, "parties/ben.yaml": BEN})
    assert [problem.code for problem in load(tmp_path, careful=True).problems] == ["E313"]


def test_only_a_careful_reading_asks(tmp_path: Path) -> None:
    write(tmp_path, {"negotiation.yaml": QUIET, "parties/ann.yaml": ANN, "parties/ben.yaml": BEN})
    assert [problem.code for problem in load(tmp_path, careful=True).problems] == ["W405"]
    assert load(tmp_path).problems == ()


def test_what_is_turned_off_is_counted(tmp_path: Path) -> None:
    text = QUIET.replace("negotiation: The ferry\n", "negotiation: The ferry\nignore: [W405, W406]\n")
    write(tmp_path, {"negotiation.yaml": text, "parties/ann.yaml": ANN, "parties/ben.yaml": BEN})
    loaded = load(tmp_path, careful=True)
    assert (loaded.problems, [each.code for each in loaded.ignored]) == ((), ["W405"])


@pytest.mark.parametrize("codes", ["W999", "E313", "W405, 3"])
def test_only_warnings_can_be_turned_off(tmp_path: Path, codes: str) -> None:
    text = QUIET.replace("negotiation: The ferry\n", f"negotiation: The ferry\nignore: [{codes}]\n")
    write(tmp_path, {"negotiation.yaml": text, "parties/ann.yaml": ANN, "parties/ben.yaml": BEN + SETTLED})
    (problem,) = load(tmp_path, careful=True).problems
    assert problem.code == "E205", problem.message


def test_the_format_knows_every_warning() -> None:
    assert list(get_args(Doubt)) == [code for code in CODES if code.startswith("W")]


def test_of_very_many_the_first_are_listed_and_the_rest_counted(tmp_path: Path) -> None:
    issues = "".join(f"  n{number}: {{title: {number}.0, type: yes-no}}\n" for number in range(250))
    text = QUIET.replace("issues:\n", f"issues:\n{issues}")
    write(tmp_path, {"negotiation.yaml": text, "parties/ann.yaml": ANN, "parties/ben.yaml": BEN + SETTLED})
    problems = load(tmp_path, careful=True).problems
    assert len(problems) == 100
    assert problems[-1].message.endswith("(and 150 more such)")
