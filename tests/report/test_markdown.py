"""The whole document: what stands in it, and that no text of a file changes its structure."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from negotiate.compare import Table, Verdict
from negotiate.files.problems import Problem, Severity
from negotiate.model import Negotiation, Place
from negotiate.report.markdown.document import markdown
from negotiate.report.select import UnknownName
from negotiate.text.clean import one_line

from .hostile import HOSTILE, hostile
from .parsed import count, parse, rows, shape, texts
from .talks import FOLDER, talks

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests/golden/reports"
REWRITE = "REWRITE_GOLDEN"
"""Set it to 1 to write the expected reports anew; then read them."""


def report(negotiation: Negotiation | None = None, **more: object) -> str:
    negotiation = negotiation or talks()
    return markdown(Table(negotiation, negotiation.as_of), **more)  # type: ignore[arg-type]


def compare(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get(REWRITE):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def section(text: str, title: str) -> str:
    """From a heading to the next of any level."""
    found = re.search(rf"^#+ (?:\d+\. )?{re.escape(title)}\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


# --- as a whole


def test_golden() -> None:
    compare("river-and-hill.md", report())


def test_golden_of_two_parties_and_few_rows() -> None:
    compare("river-and-hill-two.md", report(parties=["hill", "river"], issues=["bank", "past"]))


def test_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from tests.report.talks import talks\n"
        "from negotiate.compare import Table\n"
        "from negotiate.report.markdown.document import markdown\n"
        "n = talks(); sys.stdout.buffer.write(markdown(Table(n, n.as_of)).encode())"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code, str(ROOT)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "77")
    ]
    assert made[0] == made[1] == report().encode()


def test_no_path_of_the_machine() -> None:
    assert FOLDER not in report()
    assert "home" not in report()


# --- hostile text


PARSED = parse(report())
BENIGN = shape(PARSED)


@pytest.mark.parametrize("text", HOSTILE)
def test_each_hostile_text_keeps_the_structure(text: str) -> None:
    assert shape(parse(report(talks(lambda words: f"{words} {text}")))) == BENIGN
    assert shape(parse(report(talks(lambda words: f"{text} {words}")))) == BENIGN


@given(hostile)
def test_any_text_keeps_the_structure_and_comes_back(text: str) -> None:
    tokens = parse(report(talks(lambda words: f"{text}{words}{text}")))
    assert shape(tokens) == BENIGN
    everything = "\n".join(texts(tokens))
    for words in ("River and hill", "How much may be asked?", "Ida Berg", "a ferryman", "an ultimatum"):
        assert one_line(f"{text}{words}{text}") in everything


@pytest.mark.parametrize("text", HOSTILE[::3])
def test_nothing_but_the_hostile_text_in_every_place(text: str) -> None:
    tokens = parse(report(talks(lambda words: text)))
    for kind in ("table_open", "footnote_open"):
        assert count(tokens, kind) == count(PARSED, kind)


# --- structure


def test_tables_are_even() -> None:
    tokens = parse(report())
    assert set(rows(tokens)) == {4, 5, 6, 7}
    assert count(tokens, "table_open") == 7


def test_every_footnote_is_defined_and_used() -> None:
    text = report()
    defined = re.findall(r"^\[\^([^]]+)\]:", text, re.MULTILINE)
    used = re.findall(r"\[\^([^]]+)\](?!:)", text)
    assert sorted(defined) == sorted(set(used))
    assert defined == list(dict.fromkeys(used)), "in the order of use"


def test_counts_add_up() -> None:
    counts = section(report(), "In short: Rivertown and Hilltown")
    numbers = [int(each) for each in re.findall(r"^\| [^|]+ \| (\d+) \|", counts, re.MULTILINE)]
    assert sum(numbers[:-1]) == numbers[-1] == 10


def test_counts_cover_every_section() -> None:
    text = report()
    counts = section(text, "In short: Rivertown and Hilltown")
    numbered = re.findall(r"^#### (\d+\. .*)$", text, re.MULTILINE)
    assert len(numbered) == 9
    assert all(title in counts for title in numbered)


# --- content


def test_rows_that_read_the_same_share_a_section() -> None:
    text = report()
    assert "#### 2. The banks: north and south\n" in text
    assert "#### 3. The banks: islands\n" in text


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Toll", "**Rivertown** (*River's paper*, 2 May 2024)"),
        ("Toll", "Demands **free**[^river]. In its words: “The river belongs to all”."),
        ("Toll", "Rules out **any limit**"),
        ("Toll", "In a headline's words, not its own: “Hill wants dozen”."),
        ("Toll", "Earlier, no longer counted: limit of 9[^gazette] (Ida Berg, March 2024)."),
        ("Toll", "Shown, not counted: limit of 6"),
        ("Toll", "according to a ferryman"),
        ("Toll", "**rejects as ultimatum** (Ida Berg, 9 May 2024)[^gazette], in the words “an ultimatum”"),
        ("Toll", "  - Before that: **defers** (Ida Berg, 2 May 2024)"),
        ("Toll", "no reply on this point found; its own text is all there is."),
        ("Toll", "Reading: *confirmed clash*."),
        ("Toll", "**Verdict: ✗ clash (Rivertown's line).** Rivertown accepts only free"),
        ("Toll", "a joint text of The abbey and Hilltown"),
        ("Water", "**some limit**[^hill-ii-4] (names no value)."),
        ("Water", "an answer was looked for and none found; its own text is all there is. Note: Nothing"),
        ("The banks: islands", "Would also accept **guarded if “Water” is at least 20**"),
        ("The banks: islands", "**rejects** (9 May 2024, according to The abbey)"),
        ("The banks: north and south", "No position on record: The abbey."),
        ("Length of the pause", "**at least 30 days (at once)**"),
        ("Goods", "**Said to be agreed** (set beside the positions; it changes none)"),
        ("Goods", "Accounts differ: “at dawn” according to Rivertown; “at noon” according to Hilltown."),
        ("Who judges", "Hilltown has not disclosed its position"),
        ("The past", "Says, in words that are not computed: It was always ours[^river]."),
        ("The past", "“three boats” according to Rivertown; “two boats” according to the abbot"),
        ("Where the words and the terms point different ways", "room on the conditions"),
        ("Who takes part", "**The abbey**: host and mediator; need not agree"),
        ("Who takes part", "no position is on record: The guild."),
        (
            "Meetings",
            "2 May 2024, the mill; host: the abbot; present: Rivertown, Hilltown and two observers.",
        ),
        ("Meetings", "1 later round left out."),
        ("Papers and statements", "2 May 2024, Hilltown: *Answer of the hill*[^hill]."),
        (
            "Papers and statements",
            "Hilltown: according to a ferryman[^gazette]. Shown, not counted.",
        ),
        ("Papers and statements", "*A note of both*[^note] (agreed)."),
        ("Papers and statements", "(a joint text, so a position of each)."),
        ("Replies to whole papers", "on *River's paper* (2 May 2024): **defers**"),
        ("What not to conclude", "**Wanted, but no value named**, Hilltown: Water."),
        (
            "Facts in dispute, or told by one side alone",
            "- 9 May 2024: A bell is rung[^gazette]. Disputed by Hilltown.",
        ),
        (
            "Facts in dispute, or told by one side alone",
            "**Goods**: 9 May 2024, the abbot: The ferry stops. Accounts differ:",
        ),
        (
            "Facts in dispute, or told by one side alone",
            "**The past**: *A note of both*, 2 May 2024: “three boats” according",
        ),
        ("How sure?", "| Grade A | 10 | 1 |  |"),
        ("How sure?", "| A source without a grade | 1 | 0 | The abbey: Toll |"),
        ("Without claims below B", "Hilltown demands works before survey (March 2024, grade C)[^gazette] |"),
        ("Without claims below C", "Not one of the 10 verdicts would be another one."),
        (
            "Replies",
            "Of 17 demands of the two: a reply as stated to 3, a counter-paper and no reply to 13 and no reply",
        ),
        ("What is on record", "| Hilltown | 7 | 1 | 0 | 1 | 1 | 10 |"),
        ("What is on record", "- **Undisclosed** (it has a position and declines to say which). Hilltown: Who judges."),
        (
            "What is on record",
            "- **No position recorded** (nothing was found; that does not mean that it has no position).",
        ),
        ("Sources", "| A: official text, published in full | <https://example.org/a?b=1&c=2> |"),
        ("Sources", "1 further source in the files: not cited above."),
        ("Sources", "[^hill-ii-4]: Answer of the hill, Hill press, 2 May 2024, II.4. Grade B."),
    ],
)
def test_section_says(title: str, words: str) -> None:
    assert words in section(report(), title)


def test_it_says_what_it_is() -> None:
    lead = report().split("## How to read it")[0]
    assert "**Fictional: invented for teaching." in lead
    assert "as of the **round of 2 May 2024, the mill**: all that was said up to 31 May 2024" in lead
    assert "negotiation.yaml, parties/river.yaml, parties/hill.yaml" in lead


def test_only_verdicts_and_readings_that_occur_are_explained() -> None:
    text = report()
    assert "agree |" not in section(text, "In short: Rivertown and Hilltown")
    assert "parked" not in section(text, "Readings of the replies")
    assert "confirmed clash" in section(text, "Readings of the replies")


def test_as_of_an_earlier_day() -> None:
    negotiation = talks()
    early = markdown(Table(negotiation, negotiation.papers["note"].when.start))
    assert "as of **2 May 2024**: nothing said later is counted" in early
    assert "9 May 2024" not in early
    everything = markdown(Table(negotiation))
    assert "with everything on record counted" in everything


# --- choices


def test_parties_and_rows_are_chosen() -> None:
    text = report(parties=["hill", "river"], only=["clash"])
    assert "## In short: Hilltown and Rivertown" in text
    assert "Left out of this document: The abbey." in text
    assert "1. Toll" in text and "Water" not in text.split("## What not")[0]


def test_one_party_has_no_verdicts() -> None:
    text = report(parties=["river"])
    assert "Verdict" not in text.split("## Side by side")[1]
    assert "**free**" in text


def test_no_rows() -> None:
    assert "No issue was chosen." in report(only=["agree"])


def test_nobody_and_nothing() -> None:
    text = markdown(Table(Negotiation(".", "")))
    assert text.startswith("# (untitled)\n")
    assert parse(text)


def test_unknown_names() -> None:
    with pytest.raises(UnknownName):
        report(issues=["nothing"])


def test_more_than_two_who_must_agree() -> None:
    negotiation = talks()
    abbey = replace(negotiation.parties["abbey"], must_agree=True)
    text = report(replace(negotiation, parties={**negotiation.parties, "abbey": abbey}))
    assert "| All who must agree |" in text
    assert "**All who must agree: ◐ partial" in section(text, "Toll")
    assert "Rivertown alone keeps the others from common ground." in section(text, "Toll")


# --- what could not be read


def problem(message: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem("E203", message, Place(f"{FOLDER}/parties/hill.yaml", 12, 3), None, severity=severity)


def test_problems_are_said_with_their_place() -> None:
    text = report(problems=[problem(f"`{FOLDER}/x` is | not <read>"), problem("odd", Severity.WARNING)])
    said = section(text, "What could not be read")
    assert "The files have 1 error." in said
    assert "**parties/hill.yaml:12**: \\`x\\` is \\| not &lt;read&gt;." in said
    assert "odd" not in said
    assert "What could not be read" not in report(problems=[problem("odd", Severity.WARNING)])


def test_positions_that_could_not_be_read_are_shown_as_written() -> None:
    negotiation = talks()
    key = ("hill", "goods")
    entry = negotiation.entries[key][0]._replace(demand=None, words="without peper", unread="no such item")
    text = report(replace(negotiation, entries={**negotiation.entries, key: (entry,)}))
    said = section(text, "Goods")
    assert "Written as “without peper”" in said
    assert "It enters no verdict: no such item." in said
    assert f"**Verdict: ! {Verdict.NOT_READ.value}" in said


def test_it_loads_neither_textual_nor_rich() -> None:
    code = "import sys; import negotiate.report.markdown.document; print([m for m in ('textual', 'rich') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
