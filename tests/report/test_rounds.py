"""The rounds in the report and in plain text, and the evidence: read as wholes, and line by line."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given

from negotiate.compare import Position, Table, demand_words, silence_clause
from negotiate.compare.evidence.coverage import cover
from negotiate.compare.standing import AsOf
from negotiate.files.load import load
from negotiate.model import Event, Negotiation, Round, Stance, When
from negotiate.report.markdown.document import markdown
from negotiate.report.markdown.timeline import Timeline
from negotiate.report.moment_words import day_names, moment_names, up_to
from negotiate.report.moved_words import days_words
from negotiate.report.plain.comparison import comparison, position_words
from negotiate.report.plain.issue import issue_text
from negotiate.report.plain.rounds import all_rounds, issue_rounds
from negotiate.text.spark import bar

from ..compare.herring import JANUARY, MARCH, MAY, NOVEMBER, PAIR, SEPTEMBER, herring
from .hostile import HOSTILE, hostile
from .parsed import parse, rows, shape, texts
from .talks import MAIN, talks
from .test_markdown import compare, section
from .test_markdown_bundled import FOLDERS, NAMES, SLIPS


def table(at: int) -> Table:
    return Table(herring(), herring().rounds[at])


@cache
def whole(at: int = JANUARY) -> str:
    return report(at)


def report(at: int = JANUARY, **more: object) -> str:
    return markdown(table(at), rounds=True, **more)  # type: ignore[arg-type]


def story(issue: str, at: int = JANUARY) -> str:
    found = table(at)
    return Timeline(found, PAIR, found.issues, PAIR).story(issue)


# --- as wholes


def test_golden() -> None:
    compare("herring.md", whole())


def test_golden_without_unicode_bars() -> None:
    text = report(SEPTEMBER, ascii_only=True, parties=PAIR)
    compare("herring-ascii.md", text)
    assert not set("▁▂▃▄▅▆▇█") & set(text)


@pytest.mark.parametrize(("width", "ascii_only", "name"), [(80, False, "usual"), (44, True, "narrow")])
def test_goldens_of_plain_text(width: int, ascii_only: bool, name: str) -> None:
    found = table(JANUARY)
    whole = all_rounds(found, found.issues, width, ascii_only=ascii_only)
    one = issue_rounds(found, herring().issues["catch"], width, ascii_only=ascii_only)
    compare(f"herring-{name}.txt", f"{whole}\n{'=' * width}\n{one}")
    if ascii_only:
        assert (whole + one).isascii()
        assert max(map(len, whole.splitlines())) <= width


def test_it_reads_back() -> None:
    text = whole()
    tokens = parse(text)
    defined = re.findall(r"^\[\^([^]]+)\]:", text, re.MULTILINE)
    used = re.findall(r"\[\^([^]]+)\](?!:)", text)
    assert defined == list(dict.fromkeys(used))
    assert not [line for line in texts(tokens) if "[^" in line or "**" in line]


@pytest.mark.parametrize("at", [MARCH, JANUARY])
def test_no_slips_of_the_pen(at: int) -> None:
    lines = [line for line in texts(parse(whole(at))) if "://" not in line]
    for slip in SLIPS:
        assert not [line for line in lines if re.search(slip, line)], slip


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_the_rounds_of_bundled_negotiations(folder: Path) -> None:
    """Even tables, no slip of the pen, the same bytes twice."""
    negotiation = load(folder).negotiation
    assert negotiation
    text = markdown(Table(negotiation, negotiation.as_of), rounds=True)
    assert text == markdown(Table(negotiation, negotiation.as_of), rounds=True)
    assert min(rows(parse(text))) > 1
    lines = [line for line in texts(parse(text)) if "://" not in line and "[...]" not in line]
    for slip in SLIPS:
        assert not [line for line in lines if re.search(slip, line)], slip


# --- a move carries the days on which it was said first, not that of the last word


@pytest.mark.parametrize(
    "words",
    [
        "**Legal status: Crimea, Donetsk, Luhansk, Zaporizhzhia and Kherson**, Ukraine, 22 and 25 April 2025: first position: red line",
        "**Legal status: Crimea**, Ukraine, 1 June 2025: demand: none → not recognised",
        "**Size of Ukraine's armed forces**, Ukraine: demand: limit of 250,000 → no cap (23 April 2025); red line: none → any limit (17 March 2025)",
        "**Order of steps**, Russia, 2 and 4 June 2025: demand: ",
        "**Foreign troops and bases**, Russia: demand: no → none; red line: none → yes (13 March 2025)",  # the demand ran out
    ],
)  # fmt: skip
def test_a_move_has_the_days_on_which_it_was_said_first(words: str) -> None:
    assert f"\n- {words}" in steps_of_the_war()


@cache
def steps_of_the_war() -> str:
    negotiation = load(next(folder for folder in FOLDERS if folder.name == "russia-ukraine")).negotiation
    assert negotiation
    return markdown(Table(negotiation, negotiation.as_of), rounds=True)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], ""),
        (["2031-06-02"], "2 June 2031"),
        (["2031-06-02", "2031-06-04"], "2 and 4 June 2031"),
        (["2031-06-02", "2031-06-04", "2031-06-05"], "2, 4 and 5 June 2031"),
        (["2031-03-17", "2031-04-23"], "17 March and 23 April 2031"),
        (["2030-12-31", "2031-04-23"], "31 December 2030 and 23 April 2031"),
        (["2031-03", "2031-04-23"], "March and 23 April 2031"),
        (["2031-06-02", "2031-06-04", "2031-06-05", "2031-06-09"], "2 to 9 June 2031"),
    ],
)
def test_days_in_words(days: list[str], words: str) -> None:
    starts = [date.fromisoformat(f"{each}-01"[:10]) for each in days]
    assert days_words([When(start, start, each) for start, each in zip(starts, days, strict=True)]) == words


# --- hostile text


def june(text: str, before: str = "") -> str:
    made = talks(lambda words: f"{before}{words}{text}")
    extra = Event(made.rounds[1].when, f"{before}Over{text}", MAIN, ("goods",), dropped=True)
    return markdown(Table(replace(made, events=(*made.events, extra))), rounds=True)


BENIGN = shape(parse(june("")))


@pytest.mark.parametrize("text", HOSTILE[::4])
def test_each_hostile_text_keeps_the_structure(text: str) -> None:
    assert shape(parse(june(f" {text}"))) == BENIGN


def told(text: str) -> str:
    """What this file is about: parsing the whole takes three times as long."""
    return text[text.index("\n## How sure?") : text.index("\n## Who takes part")]


TOLD = shape(parse(told(june(""))))


@given(hostile)
def test_any_text_keeps_the_structure(text: str) -> None:
    assert shape(parse(told(june(text, text)))) == TOLD


# --- what it says of the rounds

STORIES = {
    "catch": "500 tonnes apart in March 2031; 400 tonnes apart in May 2031; 200 tonnes apart in September 2031; "
    "100 tonnes apart on 20 January 2032; agreed (exactly 600) since 21 January 2032.",
    "season": "common ground (60 to 90 days) in March 2031; re-opened in September 2031: 30 days apart; "
    "common ground (exactly 120 days) since January 2032.",
    "mesh": "common ground on conditions (wide) in March 2031; re-opened in September 2031: 2 steps apart; "
    "agreed (wide) since January 2032.",
    "nets": "opposed in March 2031; a part of “Mesh of the nets” since September 2031.",
    "fee": "40 crowns apart in March 2031; since September 2031 Northport names no number.",
    "dues": "no issue between them (Southport: not concerned) since March 2031.",
    "fund": "in May 2031 Northport left it to the others (Southport: no position recorded); "
    "since September 2031 Northport leaves it to the others (Southport: left open).",
    "observers": "since November 2031 both demand the same (yes).",
    "light": "opposed in March 2031; withdrawn since November 2031.",
    "steps": "apart (1 pair of steps in opposite order) in March 2031; off the table since November 2031.",
    "patrol": "2 boats apart in March 2031; agreed (exactly 4 according to Northport; exactly 6 according to Southport) "
    "since May 2031.",
    "seals": "since September 2031 only Southport has stated terms (Northport: no position recorded).",
}


@pytest.mark.parametrize("issue", STORIES)
def test_each_issue_in_a_sentence(issue: str) -> None:
    assert story(issue) == STORIES[issue]


def test_nothing_said_nothing_told() -> None:
    assert story("seals", MAY) == ""


def test_the_history_ends_with_the_table() -> None:
    """Nothing later, and the same verdict as everywhere else."""
    for at in (MARCH, SEPTEMBER):
        text = whole(at)
        assert "2032" not in section(text, "Over the rounds: Northport and Southport")
    assert story("season", SEPTEMBER).endswith("re-opened in September 2031: 30 days apart.")
    early = markdown(Table(herring(), date(2031, 5, 20)), rounds=True)
    assert "| Issue | March 2031<br>up to 19 May 2031 | May 2031<br>up to 20 May 2031 | Distance |" in early


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Over the rounds: Northport and Southport", "| ↔ gap, 400 tonnes apart, 80% of the first | ↔ gap, 200 tonnes"),
        ("Over the rounds: Northport and Southport", "| Length of the season | ≈ overlap: 60 to 90 days |"),
        ("Over the rounds: Northport and Southport", "**re-opened**<br>↔ gap, 30 days apart | ≈ overlap"),
        ("Over the rounds: Northport and Southport", "| § agreed | `█▇▄▄§` |"),
        ("Where the issues stand, round by round", "| ↺ re-opened | apart, although they could meet before, or had agreed | 0 | 0 | 2 | 3 | 1 |"),
        ("Where the issues stand, round by round", "| **All 17 rows** |  | 17 | 17 | 17 | 17 | 17 |"),
        ("From May 2031 to September 2031", "| met | 3 | 0 | 3 | 0 |"),
        ("From May 2031 to September 2031", "**Length of the season**: met → **re-opened**. Southport demands at least 120 days (8 September 2031)[^s3]."),
        ("From May 2031 to September 2031", "**Drift nets**: open, apart → merged into another. 9 September 2031: The chair"),
        ("From May 2031 to September 2031", "**Southport's catch**, Southport, 8 September 2031: demand: limit of 900 → limit of 700[^s3]. Softened towards Northport, 200 tonnes nearer:"),
        ("From May 2031 to September 2031", "Hardened towards Northport, 30 days further away: overlap"),
        ("From May 2031 to September 2031", "**Where foreign boats may land: Westness**, Northport, 8 September 2031: demand: yes → none; now undisclosed"),
        ("From September 2031 to November 2031", "agreed → **re-opened**. Northport demands exactly 1 day (15 November 2031)[^gazette]."),
    ],
)  # fmt: skip
def test_section_says(title: str, words: str) -> None:
    assert words in section(whole(), title)


def test_every_step_reconciles_as_it_is_printed() -> None:
    for step in re.findall(r"^### From .*?(?=^##)", whole(), re.MULTILINE | re.DOTALL):
        lines = re.findall(r"^\| ([^|*]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", step, re.MULTILINE)
        assert all(int(before) + int(came) - int(went) == int(after) for _, before, came, went, after in lines)
        named = len(re.findall(r"^- .* → .*\. ", step.split("**Who moved")[0], re.MULTILINE))
        assert named or "No issue changed" in step


def test_reopened_is_flagged_without_being_asked() -> None:
    text = markdown(table(NOVEMBER))
    assert "| ↔ gap, 30 days apart<br>**re-opened** |" in section(text, "Side by side")
    assert "**Re-opened** on 8 September 2031, before that met." in section(text, "Length of the season")
    assert "**Re-opened** on 15 November 2031, before that agreed." in section(text, "Days to land the fish")
    mesh = issue_text(table(NOVEMBER), herring().issues["mesh"])
    assert "Re-opened on 8 September 2031, before that met on conditions." in mesh
    assert "re-opened" not in markdown(table(MAY)).casefold()
    plain = comparison(table(NOVEMBER), table(NOVEMBER).issues, PAIR)
    assert plain.count("re-opened") == 3


def test_one_round_and_one_party() -> None:
    text = whole(MARCH)
    assert "From " not in section(text, "Where the issues stand, round by round")
    assert "Over the rounds" not in report(parties=["north"])
    assert "Two parties are needed" in all_rounds(Table(Negotiation(".", "")), ())


def test_all_who_must_agree_have_a_ledger_of_their_own_where_they_are_many() -> None:
    institute = replace(herring().parties["institute"], must_agree=True)
    many = replace(herring(), parties={**herring().parties, "institute": institute})
    text = markdown(Table(many, many.rounds[SEPTEMBER]), rounds=True)
    assert text.count("**All who must agree together**") == 3
    assert "**All who must agree together**" not in whole()
    step = section(text, "From May 2031 to September 2031").split("**All who must agree together**")[1]
    assert "**Length of the season**: met → **re-opened**." in step


# --- the evidence


def test_it_opens_with_what_it_rests_on() -> None:
    lead = whole(NOVEMBER).split("## How to read it")[0]
    said = "grade A for 17 of 34 positions on record here, grade B for 8, grade C for 3, grade D for 2 and a source without a grade for 4"
    assert f"**What it rests on**: {said}; each counts at its weakest" in lead


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("How sure?", "| Grade D | 2 | 2 | Southport: Observers on board; Who keeps the lighthouse |"),
        ("Without claims below C", "| Observers on board | ✓ agree: yes | ◐ one-sided (only Northport) | Southport demands yes (12 November 2031, according to a mate who was not named, grade D)[^quay] |"),
        ("Without claims below B", "| Who keeps the lighthouse | · unknown | ↔ gap, opposed | Northport withdraws its position (15 November 2031, grade C)[^gazette]<br>Southport"),
        ("Facts in dispute, or told by one side alone", "**Patrol boats**: *Minutes of May*, 21 May 2031: “exactly 4” according to Northport; “exactly 6” according to Southport[^minutes]."),
        ("Observers on board", "At its weakest it rests on grade D."),
    ],
)  # fmt: skip
def test_evidence_says(title: str, words: str) -> None:
    assert words in section(whole(NOVEMBER), title)


def test_a_second_table_that_says_the_same_is_not_repeated() -> None:
    assert section(whole(SEPTEMBER), "Without claims below C").strip() == "The same as above."


# --- missing, undisclosed, indifferent, not concerned: four different things everywhere

FOUR = {
    "missing": Position("south", "seals"),
    "undisclosed": Table(herring(), herring().rounds[MAY]).position("south", "observers"),
    "indifferent": Table(herring(), herring().rounds[MAY]).position("north", "fund"),
    "not concerned": Table(herring(), herring().rounds[MAY]).position("south", "dues"),
    "silent": Table(herring(), herring().rounds[SEPTEMBER]).position("institute", "season"),
    "left open": Table(herring(), herring().rounds[SEPTEMBER]).position("institute", "fund"),
    "withdrawn": Table(herring(), herring().rounds[NOVEMBER]).position("north", "light"),
}


def test_the_ways_of_saying_nothing_differ_in_every_view() -> None:
    found = table(MAY)
    views = {
        "cells of the report": [demand_words(each) for each in FOUR.values()],
        "plain text": [position_words(found, each) for each in FOUR.values()],
        "reasons": [silence_clause(each, "It") for each in FOUR.values()],
        "coverage": [cover(each).value for each in FOUR.values()],
    }
    for view, words in views.items():
        assert len(set(words)) == len(words) == 7, (view, words)


def test_each_is_said_in_report_and_plain_text() -> None:
    text = markdown(table(MAY))
    side = section(text, "Side by side")
    plain = {issue: issue_text(table(MAY), herring().issues[issue]) for issue in ("observers", "fund", "dues", "seals")}
    words = {
        "seals": ("no position recorded", "No position on record", "No position recorded"),
        "observers": ("undisclosed", "has not disclosed its position", "undisclosed"),
        "fund": ("leaves it to the others", "Northport leaves it to the others", "leaves it to the others"),
        "dues": ("not concerned", "The issue does not concern Southport", "not concerned"),
    }
    for issue, (cell, sentence, shown) in words.items():
        title = herring().issues[issue].title
        row = next(line for line in side.splitlines() if f". {title}" in line)
        others = [other for name, (other, *_) in words.items() if name not in (issue, "seals")]
        assert cell in row
        assert not any(other in row for other in others)
        assert sentence in section(text, title)
        assert shown in plain[issue]


# --- names of moments, bars


def moment(words: str) -> AsOf:
    first = words.partition(" to ")[0]
    day = date.fromisoformat(first if len(first) == 10 else f"{first}-01-01"[:10])
    return AsOf(day, Round(words, When(day, day, words), MAIN))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["2031-03-10", "2031-05-20"], ["March 2031", "May 2031"]),
        (["2031-03-10", "2031-03-20", "2032-03-10"], ["10 March 2031", "20 March 2031", "March 2032"]),
        (["2031-03-10 to 2031-03-11"], ["March 2031"]),
        (["2031-03-10 to 2031-05-11"], ["10 March 2031 to 11 May 2031"]),
        (["2031"], ["2031"]),
    ],
)
def test_moments_are_called_by_their_month_where_that_tells_them_apart(words: list[str], names: list[str]) -> None:
    assert moment_names([moment(each) for each in words]) == names


def test_other_moments() -> None:
    assert moment_names([AsOf(date(2031, 3, 1)), AsOf()]) == ["March 2031", "everything on record"]
    assert [up_to(AsOf(date(2031, 3, 1))), up_to(AsOf())] == ["up to 1 March 2031", ""]
    assert day_names(["2031-03-01", "2031-03-09", "2031-04-02", "2031-05", "2032"]) == [
        "on 1 March 2031", "on 9 March 2031", "in April 2031", "in May 2031", "in 2032"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "largest", "sign", "digit"),
    [(100, 100, "█", "9"), (1, 1000, "▁", "1"), (50, 100, "▄", "5"), (51, 100, "▅", "5"), (0.5, 1, "▄", "5")],
)
def test_bars(value: float, largest: float, sign: str, digit: str) -> None:
    assert (bar(value, largest), bar(value, largest, plain=True)) == (sign, digit)


def test_every_stance_is_among_them() -> None:
    assert {position.stance for position in FOUR.values()} >= set(Stance)
