"""Deadlocks in the report and in plain text: what is said, and that no text of a file changes its structure."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from negotiate.compare import KnotWords, Table, deadlocks
from negotiate.model import Party
from negotiate.report.markdown.document import markdown
from negotiate.report.markdown.mermaid import Arrow, encoded, flowchart
from negotiate.report.picture.circle import circle_picture
from negotiate.report.plain.comparison import comparison, issue_list
from negotiate.report.plain.issue import issue_text
from negotiate.text.clean import one_line
from negotiate.text.width import cells

from ..compare.build import PLACE
from ..compare.orders import order, table
from .hostile import HOSTILE, hostile
from .parsed import parse, shape

OPTIONS = {
    "russia": ["withdrawal before ceasefire or package signed before ceasefire; talks on territory before ceasefire"],
    "ukraine": ["ceasefire first"],
    "europe": ["ceasefire before withdrawal"],
}


def options() -> Table:
    return table(OPTIONS, observers=("europe",))


def section(text: str) -> str:
    found = re.search(r"^## Deadlocks\n\n(.*?)(?=^## )", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def test_the_section() -> None:
    said = section(markdown(options())).split("### Order of steps\n\n")[1]
    assert (
        said
        == """\
Ukraine wants ceasefire before talks on territory (follows from “ceasefire first”); Russia wants talks on territory before ceasefire: a circle of two, so neither can come first.

- **Ukraine**: ceasefire before talks on territory (follows from “ceasefire first”) (test.yaml:1).
- **Russia**: talks on territory before ceasefire (test.yaml:1).

Russia leaves a choice, and no way of it helps:

- **Russia**: withdrawal before ceasefire (test.yaml:1), but
  - **Ukraine**: ceasefire before withdrawal (follows from “ceasefire first”) (test.yaml:1). Wanted by Europe too.
- **Russia**: package signed before ceasefire (test.yaml:1), but
  - **Ukraine**: ceasefire before package signed (follows from “ceasefire first”) (test.yaml:1).

```mermaid
flowchart LR
  n0["ceasefire"]
  n1["talks on territory"]
  n2["withdrawal"]
  n3["package signed"]
  n0 -->|"Ukraine: before"| n1
  n1 -->|"Russia: before"| n0
  n0 -->|"Ukraine: before"| n2
  n2 -.->|"Russia: before"| n0
  n0 -->|"Ukraine: before"| n3
  n3 -.->|"Russia: before"| n0
```

**What would open it**

- It opens if two things give way. One of these: Russia drops “withdrawal before ceasefire or package signed before ceasefire”, or Ukraine drops ceasefire before withdrawal or ceasefire before package signed, which follow from “ceasefire first”; one of these: Russia drops “talks on territory before ceasefire”, or Ukraine drops ceasefire before talks on territory, which follows from “ceasefire first”.

"""
    )


def test_none_where_there_is_none() -> None:
    made = table({"russia": ["withdrawal before ceasefire"], "ukraine": ["elections last"]})
    assert not section(markdown(made))
    assert "DEADLOCK" not in issue_list(made, made.issues)


def test_only_of_the_rows_and_parties_that_were_chosen() -> None:
    assert not section(markdown(options(), issues=[]))
    assert not section(markdown(options(), parties=["ukraine", "europe"]))
    assert "Wanted by" not in section(markdown(options(), parties=["ukraine", "russia"]))


def test_plain_text_draws_the_circle() -> None:
    made = options()
    said = comparison(made, made.issues, ["russia", "ukraine"], 70).split("DEADLOCK\n")[1]
    assert (
        said
        == """\

  Order of steps
    Ukraine wants ceasefire before talks on territory (follows from
    “ceasefire first”); Russia wants talks on territory before
    ceasefire: a circle of two, so neither can come first.
      ┌─→ ceasefire
      │   ↓ Ukraine: before talks on territory
      │   talks on territory
      │   ↓ Russia: before ceasefire
      └───┘
    Russia leaves a choice, and no way of it helps: “withdrawal before
    ceasefire”, but Ukraine wants ceasefire before withdrawal (follows
    from “ceasefire first”); “package signed before ceasefire”, but
    Ukraine wants ceasefire before package signed (follows from
    “ceasefire first”).
    It opens if two things give way. One of these: Russia drops
    “withdrawal before ceasefire or package signed before ceasefire”,
    or Ukraine drops ceasefire before withdrawal or ceasefire before
    package signed, which follow from “ceasefire first”; one of these:
    Russia drops “talks on territory before ceasefire”, or Ukraine
    drops ceasefire before talks on territory, which follows from
    “ceasefire first”.
"""
    )
    assert said in issue_list(made, made.issues, 70)
    assert "DEADLOCK" in issue_text(made, made.issues[0])


def test_a_choice_alone_is_drawn_way_by_way_in_ascii() -> None:
    demands = {
        "russia": ["withdrawal before ceasefire or package signed before ceasefire"],
        "ukraine": ["ceasefire first"],
    }
    made = table(demands)
    said = issue_list(made, made.issues, 60, ascii_only=True)
    assert said.isascii()
    assert (
        """
      "package signed before ceasefire":
        +-> ceasefire
        |   v Ukraine: before package signed
        |   package signed
        |   v Russia: before ceasefire
        +---+
"""
        in said
    )


def test_days_in_a_circle() -> None:
    demands = {
        "russia": ["elections within 30 days after ceasefire"],
        "ukraine": ["elections at least 60 days after martial law lifted"],
    }
    made = table(demands, order(given="ceasefire before martial law lifted"))
    said = section(markdown(made))
    assert "- Given for everybody: ceasefire before martial law lifted." in said
    assert '  n1 -->|"Ukraine: at least 60 days before"| n2' in said
    assert '  n2 -->|"Russia: at most 30 days after"| n0' in said
    assert "30 days short, so no timetable keeps all of this" in said


# --- text is data

LINE = re.compile(r'  n\d(\["[^"`\n]*"\]| -\.?->\|"[^"`\n]*"\| n\d)')


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_breaks_out_of_the_diagram(text: str) -> None:
    lines = flowchart([Arrow(text, "end", text), Arrow("end", text, "w", True)]).split("\n")
    assert (lines[:2], lines[-1]) == (["```mermaid", "flowchart LR"], "```")
    assert all(LINE.fullmatch(line) for line in lines[2:-1]), lines
    assert len(lines) == 7


@given(hostile)
def test_labels_are_letters_and_numbers_of_signs(text: str) -> None:
    said = encoded(text)
    assert re.fullmatch(r"(?:[\w .,:()-]|#\d+;)+", said)
    assert not set(said) & set('"`<>&|[]{}%\n')


def named(step: str, party: str) -> Table:
    """A circle of the step and another, between a party of that name and another."""
    made = table({"one": ["b first"], "two": ["b last"]}, order((step, "b")))
    parties = {**made.negotiation.parties, "one": Party("one", party, PLACE)}
    return Table(replace(made.negotiation, parties=parties))


@given(hostile)
def test_hostile_steps_and_names_change_no_structure(text: str) -> None:
    made = named(f"x {text} x", one_line(text) or "?")
    assert shape(parse(section(markdown(made)))) == shape(parse(section(markdown(named("a", "One")))))
    for line in issue_list(made, made.issues, 60).splitlines():
        assert cells(line) <= 60
        assert "\x1b" not in line


@given(hostile)
def test_the_picture_is_never_too_wide(text: str) -> None:
    made = table({"one": ["x before b"], "two": ["b before x"]}, order(("x", "b")))
    (knot,) = deadlocks(made)
    words = KnotWords(knot, made)
    for width in (0, 16, 40):
        for line in circle_picture(words, knot.circles[0], width):
            assert sum(cells(span.text) for span in line) <= max(width, 16)
