"""What follows from a slip is no problem of its own; what is wrong beside it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from .folders import NEGOTIATION, load_texts, unmarked

VESSEL = """\
  vessel:
    title: Vessel
    type: choice
    options:
      diesel: as it is
      ⟦hybrid drive it saves a half
      electric: without an engine
"""
STATEMENTS = """\
party: ann
statements:
  - {source: memo, positions: {fare: at most 20, harbour North: open}}
  - {source: paper, positions: {fare: at most 25 crowns, harbour: {South: closed}}}
"""
FIRST = "  - {source: memo, positions: {fare: at most 20}}\n"
REPLY = "party: ben\nresponses:\n  - {to: %s, says: rejects, date: 2031-01-21}\n"
OLD_REPLY = "party: ben\nresponses:\n  - {to: ann, issue: years, says: rejects, date: 2031-01-10}\n"


def vessel(text: str = NEGOTIATION) -> str:
    """With the options of the vessel on lines of their own."""
    (line,) = (line for line in text.splitlines(keepends=True) if line.startswith("  vessel:"))
    return text.replace(line, VESSEL)


def negotiation(before: str, after: str) -> str:
    assert NEGOTIATION.count(before) == 1
    return NEGOTIATION.replace(before, after)


# name, negotiation.yaml, parties/ann.yaml, parties/ben.yaml; each problem is marked where it is to be found
CASES = [
    ("an option without its colon", vessel(), "party: ann\nstatements:\n  - {source: memo, positions: {vessel: anything but hybrid drive}}\n", REPLY % "memo"),
    ("the key of all sources", negotiation("sources:", "⟦sourcces:"), STATEMENTS, REPLY % "memo"),
    ("the key of all rounds", negotiation("rounds:", "⟦ruonds:"), STATEMENTS, REPLY % "memo"),
    ("the key of all issues", negotiation("issues:", "⟦isues:"), STATEMENTS, OLD_REPLY),
    ("an empty unit", negotiation("unit: crowns", "⟦unit: "), STATEMENTS, REPLY % "memo"),
    ("the key of a unit", negotiation("unit: crowns", "⟦uint: crowns"), STATEMENTS, REPLY % "memo"),
    ("the key of the outcome without a limit", negotiation("no_limit:", "⟦no_limits:"), STATEMENTS.replace("at most 20", "no cap").replace("at most 25 crowns", "at most 5"), REPLY % "memo"),
    ("the key of items", negotiation("each:", "⟦eech:"), STATEMENTS, "party: ben\nresponses:\n  - {to: ann, issue: harbour South, says: rejects, date: 2031-01-21}\n"),
    ("an option that is empty", negotiation("[diesel, hybrid", "[diesel, ⟦null"), "party: ann\nstatements:\n  - {source: memo, positions: {vessel: hybrid}}\n", REPLY % "memo"),
    ("a date of the statement itself", NEGOTIATION, STATEMENTS + "  - {date: ⟦2031-13-05, source: memo, positions: {fare: at most 22}}\n", REPLY % "memo"),
    ("the key of such a date", NEGOTIATION, STATEMENTS + "  - {⟦dte: 2031-03-05, source: memo, positions: {fare: at most 22}}\n", REPLY % "memo"),
    ("an empty date", NEGOTIATION, STATEMENTS + "  - {⟦date: , source: memo, positions: {fare: at most 22}}\n", REPLY % "memo"),
    ("the first of two sources, which gives the date", NEGOTIATION, STATEMENTS + "  - {source: [⟦mmo 2, memo], positions: {fare: at most 22}}\n", REPLY % "memo"),
    ("the date of a source", negotiation("grade: A}", "grade: A}").replace("date: 2031-01-05", "date: ⟦2031-01-50"), STATEMENTS, REPLY % "memo"),
    ("the key of the date of a source", negotiation("date: 2031-01-05", "⟦daet: 2031-01-05"), STATEMENTS, REPLY % "memo"),
    ("a source that a reply is to", NEGOTIATION, STATEMENTS.replace("source: memo", "date: 2031-01-05, source: ⟦meemo"), REPLY % "memo"),
    ("the key of that source", NEGOTIATION, STATEMENTS.replace("source: memo", "date: 2031-01-05, ⟦suorce: memo"), REPLY % "memo"),
    ("an empty source", NEGOTIATION, STATEMENTS.replace("source: memo", "date: 2031-01-05, ⟦source: "), REPLY % "memo"),
    ("the key of all statements", NEGOTIATION, STATEMENTS.replace("statements", "⟦statments"), REPLY % "memo"),
    ("the party of a file", NEGOTIATION, STATEMENTS.replace("party: ann", "party: ⟦annn"), REPLY % "memo"),
    ("the mark of a remark", NEGOTIATION, STATEMENTS + "  - {⟦remrak: yes, source: memo, positions: {fare: at most 22}}\n", REPLY % "memo"),
    ("the answer to whether it is a remark", NEGOTIATION, STATEMENTS + "  - {remark: ⟦yse, source: memo, positions: {fare: at most 22}}\n", REPLY % "memo"),
    ("whose a paper is", negotiation("of: [ann, cleo]", "⟦fo: [ben, cleo]"), STATEMENTS, REPLY % "draft"),
    ("whose a paper is, as its party replies", negotiation("of: [ann, cleo]", "of: [ben, ⟦celo]"), STATEMENTS, REPLY % "draft"),
    ("what a paper is", negotiation("of: [ann, cleo],", "of: [ann], ⟦sttus: agreed,").replace("vessel: diesel}", "fare: at most 19}"), STATEMENTS, REPLY % "draft"),
    ("the first position, as an older reply shows", NEGOTIATION, "party: ann\nstatements:\n  - {date: ⟦2031-01-32, source: memo, positions: {years: 2 years}}\n  - {source: paper, positions: {years: 3 years}}\n", OLD_REPLY),
    ("its term", NEGOTIATION, "party: ann\nstatements:\n  - {source: memo, positions: {years: 2 ⟦yaers}}\n  - {source: paper, positions: {years: 3 years}}\n", OLD_REPLY),
    ("its issue", NEGOTIATION, "party: ann\nstatements:\n  - {source: memo, positions: {⟦yeers: 2 years}}\n  - {source: paper, positions: {years: 3 years}}\n", OLD_REPLY),
    # Two slips and more.
    ("an issue and a term on another", negotiation("unit: crowns", "⟦uint: crowns"), STATEMENTS + "  - {source: memo 2, positions: {vessel: ⟦hibrid}}\n", REPLY % "⟦mmo"),
    ("a title of an issue and a term on it", negotiation("title: Fare", "⟦titel: Fare"), STATEMENTS + "  - {source: memo 2, positions: {fare: at most 5 ⟦crowsn}}\n", REPLY % "memo"),
    ("an option and a position's key", vessel(), STATEMENTS + "  - {source: memo 2, positions: {vessel: {⟦demnd: hybrid drive}}}\n", REPLY % "memo"),
    ("a source and a reply to another on which nothing rests", NEGOTIATION, STATEMENTS.replace("source: memo", "date: 2031-01-05, source: ⟦memoo"), (REPLY % "gazette").replace("{to", "⟦{to")),
    ("a date and a second position on another day", NEGOTIATION, STATEMENTS + "  - {date: ⟦2031-13-05, source: memo, positions: {fare: at most 22}}\n  - {source: paper, positions: {⟦fare: at most 21}}\n", REPLY % "memo"),
    ("a term of one party and the key of another's", NEGOTIATION, STATEMENTS.replace("at most 25 crowns", "at most 25 ⟦corwns"), (REPLY % "memo").replace("says", "⟦syas")),
    ("a party and a source in one statement", NEGOTIATION, STATEMENTS + "  - {date: 2031-02-01, source: ⟦gazete, positions: {fare: {according_to: {ben: ⟦cheap}}}}\n", REPLY % "⟦benn"),
]  # fmt: skip


@pytest.mark.parametrize("texts", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_slip_is_said_once(tmp_path: Path, texts: tuple[str, str, str]) -> None:
    written = dict(zip(("negotiation", "ann", "ben"), map(unmarked, texts), strict=True))
    loaded = load_texts(tmp_path, **{name: text for name, (text, _) in written.items()})
    wanted = [(name, *place) for name, (_, places) in written.items() for place in places]
    found = [(Path(each.place.file).stem, each.place.line, each.place.column) for each in loaded.problems]
    assert sorted(found) == sorted(wanted), [each.message for each in loaded.problems]


def test_no_two_cases_have_one_name() -> None:
    assert len({case[0] for case in CASES}) == len(CASES)
