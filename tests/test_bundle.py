"""The bundled negotiations: no problem, no claim without a source, no source without a use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from negotiate.compare import Table, Verdict
from negotiate.files import load
from negotiate.files.bundled import bundled_folders
from negotiate.model import Citation, Ended, Entry, Negotiation, Reply

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
def test_every_red_line_quotes_the_party(folder: Path) -> None:
    lines = [
        entry.red_line
        for entry in all_entries(negotiation(folder))
        if entry.red_line and not isinstance(entry.red_line, Ended)
    ]
    assert [str(line.place) for line in lines if not (line.quote and line.citations)] == []


# --- the traps of Istanbul, 2 June 2025


@pytest.fixture(scope="module")
def table() -> Table:
    data = negotiation(ISTANBUL)
    return Table(data, data.as_of)


def verdict(table: Table, issue: str) -> Verdict:
    return table.relation(issue, "russia", "ukraine").verdict


def test_turkiye_hosted_and_the_us_was_not_at_the_table(table: Table) -> None:
    (june,) = [each for each in table.negotiation.rounds if each.when.words == "2025-06-02"]
    assert june.host == "Türkiye"
    assert set(june.present) == {"russia", "ukraine"}


def test_an_ultimatum_is_quoted_and_the_headline_is_not(table: Table) -> None:
    said = [each for each in table.document_responses("ukraine", "russia") if each.by == "Volodymyr Zelensky"]
    assert any("ultimatum" in each.quote for each in said)
    assert not any("unacceptable" in each.quote.casefold() for each in table.negotiation.responses)


def test_a_limit_without_a_number_against_no_limit(table: Table) -> None:
    assert verdict(table, "army_size") in (Verdict.GAP, Verdict.CLASH)
    demand = table.position("russia", "army_size").demand
    assert demand
    assert not demand.term.named
    assert "no number closes" in table.reason("army_size", "russia", "ukraine").sentence


def test_four_oblasts_and_five_territories(table: Table) -> None:
    families: dict[str, set[str]] = {}
    for issue in table.issues:
        families.setdefault(issue.family, set()).add(issue.item)
    four = {"Donetsk", "Luhansk", "Zaporizhzhia", "Kherson"}
    assert four in families.values()
    assert {*four, "Crimea"} in families.values()


def test_thirty_days_agree_in_value_and_clash_in_order(table: Table) -> None:
    relation = table.relation("ceasefire_length", "russia", "ukraine")
    assert relation.verdict is Verdict.NOT_COMPARABLE
    assert relation.common is not None
    assert relation.common.domain.say(relation.common) == "exactly 30 days"
    assert verdict(table, "order").apart
    assert "circle" in table.reason("order", "russia", "ukraine").sentence


def test_the_exchange_was_put_off_and_not_cancelled(table: Table) -> None:
    words = " ".join(event.what.casefold() for event in table.events())
    assert "cancel" not in words
    assert any(event.disputed_by for event in table.events() if event.when.words.startswith("2025-06-07")) or any(
        event.versions for event in table.events() if event.when.words.startswith("2025-06-07")
    )


def test_the_claim_about_dnipropetrovsk_has_its_owner_and_its_denial(table: Table) -> None:
    claims = [event for event in table.events() if "Dnipropetrovsk" in event.what]
    assert any((event.by or event.according_to) and event.disputed_by for event in claims)


def test_loaded_words_stand_only_in_quotations() -> None:
    loaded = (
        "special military operation",
        "neo-nazi",
        "new regions",
        "abducted",
        "liberated",
        "annexed regions",
    )
    for file in ISTANBUL.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8").casefold()
        assert [word for word in loaded if word in text and f'"{word}' not in text] == []
