"""The example that explains the format, word for word, and small parts of other negotiations that were tried."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from negotiate.files import Loaded, load
from negotiate.model import Entry, Negotiation, Offer, RedLine, Reply, Stance
from negotiate.terms import Scale

from .folders import load_texts, said, write
from .rendered import check_problems
from .test_meaning import response, statement

FILES = {
    "negotiation.yaml": """\
# negotiation.yaml
negotiation: Istanbul talks, second round
as_of: june-2025                                # what opens first: a round or a day
show: [russia, ukraine]                         # the pair that the screen opens with
summary: Direct talks hosted by Türkiye; each side had its own paper.
rounds:
  june-2025: {date: 2025-06-02, until: 2025-06-30, place: Istanbul, host: Türkiye, present: [russia, ukraine]}
parties:
  russia: Russia
  ukraine: Ukraine
  us: {name: United States, role: author of drafts, must_agree: no}
issues:
  territory:
    title: Where the line runs
    type: scale                                 # options from least to most
    options: {Ukraine leaves: its forces leave the whole region, line of contact: forces stay where they stand}
    each: [Donetsk, Luhansk, Zaporizhzhia, Kherson]                 # one row for each
  nato: {title: Ukraine and NATO, type: scale, options: [neutral, no wish to join, open door, own choice]}
  guarantees: {title: Security guarantees, type: scale, options: [none, robust, Article 5-like]}
  army_size: {title: Limit on Ukraine's army, type: quantity, unit: troops, no_limit: no cap, wants: {russia: lower, ukraine: higher}}
  ceasefire_length: {title: Length of the ceasefire, type: duration}
  order:
    title: Order of steps
    type: sequence
    steps: [ceasefire, talks on territory, withdrawal, package signed, elections, treaty]
    given: talks on territory before withdrawal                     # holds for everybody
  bodies: {title: Bodies handed to Russia, type: quantity, unit: bodies}
texts:                                          # papers of several parties
  results:
    date: 2025-06-02
    of: [russia, ukraine]
    status: agreed                              # shown beside the positions, changes none
    terms: {bodies: {according_to: {ukraine: exactly 6_000, russia: exactly 0}}}
  draft-20:
    date: 2025-12-24
    of: [ukraine, us]                           # a draft (the default): from now on the demand of each
    terms: {army_size: {terms: limit of 800_000, scope: in peacetime}, nato: silent, territory: left open}
events:
  - {date: 2025-06-07, issue: bodies, what: The first transfer is put off}
sources:
  ru-memo: {title: Russian memorandum, publisher: TASS, date: 2025-06-02, url: "https://tass.com/politics/1967467", grade: A}
  ua-framework: {title: Framework of negotiations, publisher: Suspilne, date: 2025-06-01, grade: A}
""",
    "parties/ukraine.yaml": """\
# parties/ukraine.yaml
party: ukraine
salience: {territory: 100, nato: 100, army_size: 90}                # the editor's estimate, never a source's
statements:
  - title: Proposals of Istanbul
    date: 2022-03
    until: 2025-05-16                           # talks began anew: from here on no longer counted
    positions:
      nato: {demand: neutral, if: {guarantees: at least robust}}
      army_size: limit of 250_000
  - source: ua-framework                        # gives the date
    positions:
      territory: {demand: line of contact, scope: as the starting point of talks}
      nato: {demand: own choice, source: ua-framework part 2, note: names no alliance}
      army_size: no cap
      order: ceasefire first
      ceasefire_length: {demand: at least 30 days, scope: at once}
  - {by: Rustem Umerov, date: 2025-06-02, remark: yes, positions: {ceasefire_length: at least 90 days}}
  - {title: Red lines named at the UN, date: 2025-11-20, positions: {army_size: {rules_out: any limit}}}   # the demand stands: no cap
responses:
  - {to: ru-memo, says: rejects as ultimatum, by: Volodymyr Zelensky, date: 2025-06-04}
  - {to: russia, issue: territory Donetsk, says: refuses to discuss, by: Volodymyr Zelensky, date: 2025-06-10}
  - {to: russia, issue: [order, guarantees], says: no answer}       # looked for, none found
""",
    "parties/russia.yaml": """\
# parties/russia.yaml
party: russia
statements:
  - source: ru-memo
    positions:
      territory: Ukraine leaves
      nato: neutral
      army_size: some limit                     # a limit, but no number is named
      order: withdrawal before ceasefire or package signed before ceasefire; elections before treaty
      ceasefire_length: {demand: exactly 30 days, scope: from the start of withdrawal}
  - {according_to: sources of Reuters, date: 2025-08-15, positions: {territory: {Donetsk: Ukraine leaves, Luhansk: Ukraine leaves, others: line of contact}}}
""",
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return load(write(tmp_path_factory.mktemp("example"), FILES))


@pytest.fixture(scope="module")
def talks(loaded: Loaded) -> Negotiation:
    assert loaded.negotiation
    return loaded.negotiation


def entries(talks: Negotiation, party: str, issue: str) -> list[Entry]:
    return list(talks.entries.get((party, issue), ()))


def demand(entry: Entry) -> Offer:
    assert isinstance(entry.demand, Offer)
    return entry.demand


def test_the_example_has_three_statements_without_a_source_and_no_other_fault(
    loaded: Loaded, talks: Negotiation
) -> None:
    check_problems(loaded)
    hint = "add `source: ...`; what nobody can look up is a rumour"
    assert said(loaded, Path(talks.folder)) == [
        f"parties/russia.yaml:11:5 W402 no source for what it says on `territory` | {hint}",
        f"parties/ukraine.yaml:5:5 W402 no source for what it says on `nato`, `army_size` | {hint}",
        f"parties/ukraine.yaml:19:5 W402 no source for what it says on `army_size` | {hint}",
    ]
    assert not any(entry.unread for each in talks.entries.values() for entry in each)


def test_what_is_on_the_table(talks: Negotiation) -> None:
    rows = [f"territory {item}" for item in ("Donetsk", "Luhansk", "Zaporizhzhia", "Kherson")]
    assert list(talks.issues) == [*rows, "nato", "guarantees", "army_size", "ceasefire_length", "order", "bodies"]
    assert talks.issues["territory Kherson"].domain == Scale(("Ukraine leaves", "line of contact"))
    assert [party.must_agree for party in talks.parties.values()] == [True, True, False]
    assert talks.as_of is talks.rounds[0]
    assert talks.rounds[0].host == "Türkiye"
    assert talks.show == ("russia", "ukraine")


def test_one_term_for_all_rows_and_others(talks: Negotiation) -> None:
    said = {
        row: [demand(each).term.words for each in entries(talks, "russia", row)]
        for row in talks.issues
        if "territory" in row
    }
    assert said == {
        "territory Donetsk": ["Ukraine leaves", "Ukraine leaves"],
        "territory Luhansk": ["Ukraine leaves", "Ukraine leaves"],
        "territory Zaporizhzhia": ["Ukraine leaves", "line of contact"],
        "territory Kherson": ["Ukraine leaves", "line of contact"],
    }
    assert entries(talks, "russia", "territory Kherson")[1].statement.according_to == "sources of Reuters"


def test_a_draft_and_an_agreed_text(talks: Negotiation) -> None:
    settled = talks.papers["results"].settled
    assert [(each.issue, each.term, dict(each.versions)) for each in settled] == [
        ("bodies", None, {"ukraine": "exactly 6_000", "russia": "exactly 0"})
    ]
    for party in ("ukraine", "us"):
        (army,) = (each for each in entries(talks, party, "army_size") if each.statement.paper)
        assert (demand(army).term.words, demand(army).scope) == ("limit of 800_000", "in peacetime")
        assert entries(talks, party, "nato")[-1].stance is Stance.SILENT
        assert entries(talks, party, "territory Luhansk")[-1].stance is Stance.LEFT_OPEN
    assert not entries(talks, "russia", "bodies")


def test_what_ukraine_said(talks: Negotiation) -> None:
    first, second, line, _ = entries(talks, "ukraine", "army_size")
    assert first.statement.until == date(2025, 5, 16)
    assert [demand(each).term.words for each in (first, second)] == ["limit of 250_000", "no cap"]
    assert isinstance(line.red_line, RedLine)
    assert (line.demand, line.red_line.words) == (None, "any limit")
    neutral = entries(talks, "ukraine", "nato")[0]
    assert [(each.issue, each.term.words) for each in demand(neutral).conditions] == [("guarantees", "at least robust")]
    days = entries(talks, "ukraine", "ceasefire_length")
    assert [(demand(each).term.words, each.statement.remark) for each in days] == [
        ("at least 30 days", False),
        ("at least 90 days", True),
    ]
    assert demand(days[0]).scope == "at once"
    assert days[0].statement.when.start == date(2025, 6, 1)  # its source's


def test_replies(talks: Negotiation) -> None:
    assert [(each.says, each.to, each.document, each.issue) for each in talks.responses] == [
        (Reply.REJECTS_AS_ULTIMATUM, ("russia",), "ru-memo", ""),
        (Reply.REFUSES_TO_DISCUSS, ("russia",), "", "territory Donetsk"),
        (Reply.NO_ANSWER, ("russia",), "", "order"),
        (Reply.NO_ANSWER, ("russia",), "", "guarantees"),
    ]


# --- parts of other negotiations that were tried: what their writers slipped on


def test_a_reply_of_a_year_before_the_position_it_answers(tmp_path: Path) -> None:
    """The example of the nuclear talks: `date: 2014` for what was answered in 2015."""
    loaded = load_texts(tmp_path, ann=response("{to: ben, issue: years, says: refuses to discuss, date: 2030}"))
    assert [problem.code for problem in loaded.problems if problem.place.file.endswith("ann.yaml")] == ["E321"]
    assert loaded.negotiation
    assert len(loaded.negotiation.responses) == 1  # shown all the same


def test_about_stands_alone(tmp_path: Path) -> None:
    """`at most about 1_000`, of the same."""
    loaded = load_texts(tmp_path, ann=statement("fare: at most about 1_000"))
    assert [(each.code, each.message) for each in loaded.problems] == [("E313", "`about 1_000` is not a number")]


def test_an_own_paper_on_the_day_of_a_draft(tmp_path: Path) -> None:
    """The example of Istanbul: the draft of several parties is a position of each of them on that day."""
    loaded = load_texts(tmp_path, ann=statement("vessel: unchanged; hybrid", "date: 2031-01-20, source: memo"))
    (problem,) = loaded.problems
    assert (problem.code, problem.message) == ("E316", "a second position of Ann on this issue on 20 January 2031")
    assert [(Path(each.place.file).name, each.label) for each in problem.related] == [("negotiation.yaml", "the first")]
    assert loaded.negotiation
    first, second = loaded.negotiation.entries["ann", "vessel"]
    assert (first.unread, second.unread) == ("", "a second position on the same day")


def test_a_year_that_is_none_and_a_run_of_months(tmp_path: Path) -> None:
    loaded = load_texts(tmp_path, ann=statement("fare: 5", "source: memo, date: 2030-11 to 2031-02"))
    assert loaded.problems == ()
    loaded = load_texts(tmp_path / "b", ann=statement("fare: 5", "source: memo, date: 0000"))
    assert [(each.code, each.hint) for each in loaded.problems] == [("E206", "years begin with 1")]
