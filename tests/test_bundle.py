"""The bundled negotiations: no problem, no claim without a source, no source without a use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from negotiate.compare import Basis, Table, Verdict
from negotiate.files import load
from negotiate.files.bundled import bundled_folders
from negotiate.model import Citation, Ended, Entry, Negotiation, Reply, Statement

FOLDERS = bundled_folders()
ISTANBUL = next(folder for folder in FOLDERS if folder.name == "russia-ukraine")

each_bundle = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


@cache
def negotiation(folder: Path) -> Negotiation:
    found = load(folder).negotiation
    assert found
    return found


def all_entries(data: Negotiation) -> Iterator[Entry]:
    for entries in data.entries.values():
        yield from entries


def citations(data: Negotiation) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    """Everything that must rest on a source, with the sources it names."""
    for entry in all_entries(data):
        yield f"{entry.place}: {entry.party} on {entry.issue}", entry.citations
        for offer in (entry.demand, *(entry.accepts if isinstance(entry.accepts, tuple) else ())):
            if offer is not None and not isinstance(offer, Ended):
                yield f"{offer.place}: {entry.party} on {entry.issue}", offer.citations
        if entry.red_line and not isinstance(entry.red_line, Ended):
            yield f"{entry.red_line.place}: red line", entry.red_line.citations
    for response in data.responses:
        if response.says is not Reply.NO_ANSWER:
            yield f"{response.place}: reply of {response.party}", response.citations
    for event in data.events:
        yield f"{event.place}: event", event.citations
    for paper in data.papers.values():
        yield f"{paper.place}: paper {paper.id}", paper.citations


@each_bundle
def test_no_problem_and_no_warning(folder: Path) -> None:
    assert [str(problem) for problem in load(folder).problems] == []


@each_bundle
def test_every_position_reply_event_and_paper_has_a_known_source(folder: Path) -> None:
    data = negotiation(folder)
    assert [where for where, cited in citations(data) if not cited] == []
    assert {c.source for _, cited in citations(data) for c in cited} <= set(data.sources)


@each_bundle
def test_every_source_is_used_dated_and_graded(folder: Path) -> None:
    data = negotiation(folder)
    used = {c.source for _, cited in citations(data) for c in cited}
    used |= {c.source for each in data.responses for c in each.citations}
    used |= {c.source for paper in data.papers.values() for settled in paper.settled for c in settled.citations}
    assert set(data.sources) - used == set()
    assert [each.id for each in data.sources.values() if each.grade not in "ABCD" or not each.grade] == []
    assert [each.id for each in data.sources.values() if each.when is None] == []


@each_bundle
def test_every_reply_says_who_and_when(folder: Path) -> None:
    stated = [each for each in negotiation(folder).responses if each.says is not Reply.NO_ANSWER]
    assert [str(each.place) for each in stated if not (each.by and each.when)] == []


@each_bundle
def test_an_answer_that_nobody_gave_has_a_source_only_where_somebody_says_so(folder: Path) -> None:
    """Otherwise "no answer" means looked for and none found, which no source and no day can show."""
    unsaid = [each for each in negotiation(folder).responses if each.says is Reply.NO_ANSWER]
    assert [str(each.place) for each in unsaid if bool(each.citations) != bool(each.according_to)] == []
    assert [str(each.place) for each in unsaid if each.when and not each.according_to] == []


@each_bundle
def test_every_red_line_quotes_the_party(folder: Path) -> None:
    lines = [
        entry.red_line
        for entry in all_entries(negotiation(folder))
        if entry.red_line and not isinstance(entry.red_line, Ended)
    ]
    assert [str(line.place) for line in lines if not (line.quote and line.citations)] == []


# --- Istanbul, 2 June 2025: what may be claimed, and of whom

FOUR = {"Donetsk", "Luhansk", "Zaporizhzhia", "Kherson"}
FIVE = {*FOUR, "Crimea"}

COUNTERED_BY_UKRAINE = (
    *("foreign_troops", "army_size", "weapons", "redeployment", "third_state_presence"),
    *("monitoring", "claims", "ceasefire_length"),
)
COUNTERED_BY_RUSSIA = (
    *("nato", "army_size", "foreign_troops", "sanctions", "monitoring"),
    *("ceasefire_length", "civilians"),
)
UNANSWERED_BY_UKRAINE = (
    *("mobilisation", "military_aid", "sabotage", "martial_law"),
    *("ideology_ban", "church", "relations", "families", "un_resolution"),
)
UNANSWERED_BY_RUSSIA = ("guarantees", "assets", "eu", "participation")


@pytest.fixture(scope="module")
def table() -> Table:
    data = negotiation(ISTANBUL)
    return Table(data, data.as_of)


def verdict(table: Table, issue: str) -> Verdict:
    return table.relation(issue, "russia", "ukraine").verdict


def rows(table: Table, family: str) -> dict[str, str]:
    """The rows of an issue that is asked of each of several items: item -> issue."""
    return {issue.item: issue.id for issue in table.issues if issue.family == family}


def scope(table: Table, party: str, issue: str) -> str:
    (offer,) = table.position(party, issue).offers
    return offer.scope


def notes(table: Table, party: str, issue: str) -> str:
    return " ".join(entry.note for entry in table.position(party, issue).entries)


def cited(statement: Statement) -> set[str]:
    return {each.source for each in statement.citations}


def texts(folder: Path) -> str:
    return " ".join(file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.yaml")))


def test_a_red_line_stands_where_the_words_rule_that_outcome_out_and_nowhere_else(table: Table) -> None:
    found = {
        (party.id, issue.id): (line.words, line.statement.by, line.statement.when.words)
        for issue in table.issues
        for party in table.parties
        if (line := table.position(party.id, issue.id).red_line)
    }
    expected = {("ukraine", "army_size"): ("any limit", "Andrii Sybiha", "2025-03-17")}
    troops = ("yes", "Maria Zakharova, spokeswoman of the Foreign Ministry", "2025-03-13")
    expected["russia", "foreign_troops"] = troops
    for issue in rows(table, "territory").values():
        expected["ukraine", issue] = ("Ukraine withdraws", "Volodymyr Zelensky", "2025-05-19")
    for issue in rows(table, "recognition").values():
        expected["ukraine", issue] = ("recognised in law", "Volodymyr Zelensky", "2025-06-10")
    assert found == expected


@pytest.mark.parametrize(
    ("by", "to", "issues", "basis"),
    [
        ("ukraine", "russia", COUNTERED_BY_UKRAINE, Basis.COUNTER_TEXT),
        ("russia", "ukraine", COUNTERED_BY_RUSSIA, Basis.COUNTER_TEXT),
        ("ukraine", "russia", UNANSWERED_BY_UKRAINE, Basis.NONE_FOUND),
        ("russia", "ukraine", UNANSWERED_BY_RUSSIA, Basis.NONE_FOUND),
    ],
)
def test_a_counter_text_is_no_reply(table: Table, by: str, to: str, issues: tuple[str, ...], basis: Basis) -> None:
    answers = {issue: table.answer(issue, by, to) for issue in issues}
    assert {issue: each.basis for issue, each in answers.items()} == dict.fromkeys(issues, basis)
    if basis is Basis.NONE_FOUND:
        assert [issue for issue, each in answers.items() if not each.looked_for] == []


def test_a_scale_says_that_its_order_is_the_editors() -> None:
    lines = (ISTANBUL / "negotiation.yaml").read_text(encoding="utf-8").splitlines()
    scales = [number for number, line in enumerate(lines) if line.strip() == "type: scale"]
    assert scales
    assert [number + 1 for number in scales if "the order is the editor's" not in lines[number + 1]] == []


def test_salience_is_marked_as_an_estimate() -> None:
    for party, estimates in negotiation(ISTANBUL).estimates.items():
        head = (ISTANBUL / "parties" / f"{party}.yaml").read_text(encoding="utf-8").partition("salience:")[0]
        assert bool(estimates.salience) == ("editor's estimates, no source's" in head)


# --- the thirteen traps of the dossier, one by one


def test_trap_1_turkiye_hosted_and_the_us_was_not_at_the_table(table: Table) -> None:
    (june,) = [each for each in table.negotiation.rounds if each.when.words == "2025-06-02"]
    assert june.host == "Türkiye"
    assert set(june.present) == {"russia", "ukraine"}
    assert table.negotiation.parties["turkiye"].role == "host and chair"
    assert "not at the table in June 2025" in table.negotiation.parties["us"].role
    assert "mediated by washington" not in texts(ISTANBUL).casefold()


def test_trap_2_an_ultimatum_is_quoted_and_the_headlines_are_not(table: Table) -> None:
    said = [each for each in table.document_responses("ukraine", "russia") if each.by == "Volodymyr Zelensky"]
    assert any("ultimatum" in each.quote for each in said)
    quotes = [each.quote for each in table.negotiation.responses]
    quotes += [each.quote for each in all_entries(table.negotiation) if each.party == "ukraine"]
    assert not any("unacceptable" in quote.casefold() for quote in quotes)
    headlines = [each for each in all_entries(table.negotiation) if "unacceptable" in each.headline.casefold()]
    assert {each.statement.according_to for each in headlines} == {
        "a headline of LaPresse",
        "a headline of Espreso",
    }
    assert all(each.statement.remark and not each.quote for each in headlines)


def test_trap_3_a_limit_without_a_number_against_no_limit(table: Table) -> None:
    for issue in ("army_size", "weapons"):
        assert verdict(table, issue) in (Verdict.GAP, Verdict.CLASH)
        demand = table.position("russia", issue).demand
        assert demand
        assert not demand.term.named
        assert "no figure is given" in notes(table, "russia", issue)
        assert "no number closes" in table.reason(issue, "russia", "ukraine").sentence
    for issue in ("army_size", "weapons"):
        counted = [entry for party in ("russia", "ukraine") for entry in table.position(party, issue).entries]
        assert [entry.words for entry in counted if any(map(str.isdigit, entry.words + entry.note))] == []


def test_trap_4_withdrawal_from_four_and_recognition_of_five(table: Table) -> None:
    assert set(rows(table, "territory")) == FOUR
    assert set(rows(table, "recognition")) == FIVE
    for issue in (*rows(table, "territory").values(), *rows(table, "recognition").values()):
        assert table.position("russia", issue).demand


def test_trap_5_thirty_days_agree_in_value_and_clash_in_order(table: Table) -> None:
    relation = table.relation("ceasefire_length", "russia", "ukraine")
    assert relation.verdict is Verdict.NOT_COMPARABLE
    assert relation.common is not None
    assert relation.common.domain.say(relation.common) == "exactly 30 days"
    assert scope(table, "russia", "ceasefire_length") == "from the start of the Ukrainian withdrawal"
    assert verdict(table, "order").apart
    assert "circle" in table.reason("order", "russia", "ukraine").sentence


def test_trap_6_option_2_leads_to_section_i_and_is_not_no_withdrawal(table: Table) -> None:
    demand = table.position("russia", "order").demand
    assert demand
    assert "withdrawal begins before ceasefire or package signed before ceasefire" in demand.term.words
    assert "withdrawal complete before elections" in demand.term.words
    section = table.position("russia", "section_one").demand
    assert section
    assert section.term.words == "yes"
    assert "withdrawal" in notes(table, "russia", "section_one")


def test_trap_7_the_sanctions_clause_is_bilateral(table: Table) -> None:
    assert scope(table, "russia", "sanctions") == "between Russia and Ukraine"
    assert scope(table, "ukraine", "sanctions") == "on Russia"


def test_trap_8_six_thousand_bodies_in_two_versions(table: Table) -> None:
    settled = {each.issue: each for each in table.negotiation.papers["results"].settled}
    assert settled["bodies"].versions == {"ukraine": "exchange", "russia": "unilateral transfer"}
    assert set(settled["bodies_to_russia"].versions) == {"ukraine"}
    assert settled["bodies_to_ukraine"].words == "exactly 6_000"
    counted = {event.by: event.what for event in table.events() if event.when.words == "2025-06-16"}
    assert "6,060" in counted["Vladimir Medinsky"]
    assert "78" in counted["Vladimir Medinsky"]
    assert "6,057" in counted["Ukraine's Coordination Headquarters for the Treatment of Prisoners of War"]


def test_trap_9_the_exchange_was_put_off_and_not_cancelled(table: Table) -> None:
    assert "cancel" not in " ".join(event.what.casefold() for event in table.events())
    dispute = [event for event in table.events() if event.when.words == "2025-06-07"]
    assert {event.by.split()[0] for event in dispute} == {"Vladimir", "Ukraine's"}
    assert all(event.disputed_by for event in dispute)
    (first,) = [event for event in table.events() if event.when.words == "2025-06-09"]
    assert "first stage" in first.what


def test_trap_12_whole_papers_were_answered_aloud_and_not_point_by_point(table: Table) -> None:
    of_ukraine = [(each.by.split(",")[0], each.says) for each in table.document_responses("ukraine", "russia")]
    assert of_ukraine == [
        ("Rustem Umerov", Reply.DEFERS),
        ("Andrii Sybiha", Reply.REJECTS_AS_ULTIMATUM),
        ("Volodymyr Zelensky", Reply.REJECTS_AS_ULTIMATUM),
        ("Heorhii Tykhyi", Reply.REJECTS_AS_ULTIMATUM),
    ]
    of_russia = [(each.by or each.according_to).split(",")[0] for each in table.document_responses("russia", "ukraine")]
    assert of_russia == ["Andrii Sybiha", "Vladimir Medinsky", "Vladimir Putin"]
    (june,) = [each for each in table.negotiation.rounds if each.id == "istanbul-2"]
    assert "No written reply, point by point" in june.note


def test_trap_13_the_russian_paper_is_not_said_to_name_nato(table: Table) -> None:
    for issue in table.issues:
        paper = [each for each in table.position("russia", issue.id).entries if "ru-memo" in cited(each.statement)]
        words = " ".join(f"{each.words} {each.quote} {each.says} {each.note}" for each in paper)
        assert "NATO" not in words, issue.id
    assert table.position("russia", "nato").demand
    assert "does not name NATO" in table.negotiation.issues["nato"].note


# --- what surrounds the positions


def test_the_claim_about_dnipropetrovsk_has_its_owner_and_its_denial(table: Table) -> None:
    (claim,) = [event for event in table.events() if event.when.words == "2025-06-08" and event.disputed_by]
    assert claim.by == "Ministry of Defence of Russia"
    assert "Dnipropetrovsk" in claim.what
    assert "General Staff of Ukraine" in claim.disputed_by
    assert "Trehubov" in claim.disputed_by


def test_loaded_words_stand_only_in_quotations() -> None:
    loaded = (
        "special military operation",
        "neo-nazi",
        "new regions",
        "abducted",
        "kidnapped",
        "liberated",
        "annexed regions",
        "zaporozhye region",
        "istanbul agreements",
        "canonical church",
        "demarcation line",
    )
    for file in ISTANBUL.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8").casefold()
        assert [word for word in loaded if word in text and f'"{word}' not in text] == []
