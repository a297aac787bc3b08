"""The bundled negotiations: no problem, no claim without a source, no source without a use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from negotiate.compare import Basis, Table, Verdict
from negotiate.compare.over_time.status import outcomes
from negotiate.files import load
from negotiate.files.bundled import bundled_folders
from negotiate.model import Citation, Ended, Entry, Negotiation, Reply, Stance, Statement

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
    assert [str(problem) for problem in load(folder, careful=True).problems] == []


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
    assert [str(each.place) for each in stated if not each.when] == []
    assert [str(each.place) for each in stated if not (each.by or each.according_to)] == []  # in 2022 known by reports


@each_bundle
def test_an_answer_that_nobody_gave_has_a_source_only_where_somebody_says_so(folder: Path) -> None:
    """Otherwise "no answer" means looked for and none found, which no source can show; its day is how far was looked."""
    unsaid = [each for each in negotiation(folder).responses if each.says is Reply.NO_ANSWER]
    assert [str(each.place) for each in unsaid if bool(each.citations) != bool(each.according_to)] == []
    looked = {each.until for each in negotiation(folder).rounds}
    assert [
        str(each.place) for each in unsaid if each.when and not each.according_to and each.when.end not in looked
    ] == []


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
        text = re.sub(r"^wording:\n(?:  .*\n)+", "", file.read_text(encoding="utf-8"), flags=re.M).casefold()
        assert [word for word in loaded if word in text and f'"{word}' not in text] == []


# --- from 2022 to 2025, round by round

HISTORY = (
    *("belarus-2022", "istanbul-2022", "draft-2022"),
    *("london-2025", "istanbul-1", "istanbul-2", "istanbul-3"),
    *("geneva-2025", "berlin-2025", "miami-2025"),
)

ANNEX = (  # the bracketed numbers of annex 1: Russia's, Ukraine's, and the dossier's facts that have them
    ("army_size", 85_000, 250_000, "a-0415-personnel"),
    ("equipment tanks", 342, 800, "a-0415-tanks"),
    ("equipment armoured vehicles", 1_029, 2_400, "a-0415-afv"),
    ("equipment artillery", 519, 1_900, "a-0415-artillery"),
    ("equipment rocket launchers", 96, 600, "a-0415-mlrs"),
    ("equipment anti-tank guns", 96, 380, "a-0415-antitank"),
    ("equipment mortars", 147, 1_080, "a-0415-mortars"),
    ("equipment portable air defence", 608, 2_000, "a-0415-manpads"),
    ("equipment aircraft", 102, 160, "a-0415-aircraft"),
    ("missile_range", 40, 280, "a-0415-range"),
)

RECORDED = (  # round, party, issue, what it demands, the fact of the dossier
    ("belarus-2022", "russia", "army_size", "exactly 50,000 troops", "a-0307-army"),
    ("belarus-2022", "russia", "missile_range", "exactly 250 km", "a-0307-missiles"),
    ("belarus-2022", "russia", "equipment tanks", "exactly 300 pieces", "a-0307-equip"),
    ("belarus-2022", "russia", "equipment helicopters", "exactly 55 pieces", "a-0307-equip"),
    ("belarus-2022", "russia", "equipment ships", "exactly 4 pieces", "a-0307-equip"),
    ("belarus-2022", "russia", "language", "Russian official", "a-0307-language"),
    ("belarus-2022", "russia", "sanctions", "lifted in full", "a-0307-sanctions"),
    ("istanbul-2022", "ukraine", "nato", "neutral", "a-0329-neutral"),
    ("istanbul-2022", "ukraine", "foreign_troops", "no", "a-0329-bases"),
    ("istanbul-2022", "ukraine", "guarantee_content", "each guarantor assists", "a-0329-trigger"),
    ("istanbul-2022", "ukraine", "guarantee_area", "all", "a-0329-scope"),
    ("istanbul-2022", "ukraine", "crimea_talks", "yes", "a-0329-crimea"),
    ("istanbul-2022", "russia", "crimea_talks", "no", "a-0330-peskov"),
    ("draft-2022", "russia", "national_guard", "exactly 15,000 troops", "a-0415-ng-ru"),
    ("draft-2022", "russia", "equipment helicopters", "exactly 10 pieces", "a-0415-helos-ru"),
    ("draft-2022", "russia", "guarantee_content", "only if all agree", "a-0415-veto-ru"),
    ("draft-2022", "russia", "nato", "neutral", "a-0415-neutral"),
    ("draft-2022", "ukraine", "nato", "neutral", "a-0415-neutral"),
    ("draft-2022", "ukraine", "eu", "yes", "a-0415-eu"),
    ("london-2025", "russia", "territory Kherson", "Ukraine withdraws", "x-2024-territory"),
    ("london-2025", "us", "nato", "outside NATO", "c-us-nato-neutrality"),
    ("london-2025", "us", "recognition Crimea", "recognised in law", "c-us-crimea-status"),
    ("london-2025", "us", "recognition Luhansk", "de facto", "c-us-territory-four-regions"),
    ("london-2025", "us", "other_oblasts", "including Kharkiv", "c-us-territory-four-regions"),
    ("london-2025", "us", "sanctions", "lifted in full", "c-us-sanctions"),
    ("london-2025", "us", "plant", "run by the United States", "c-us-znpp"),
    ("london-2025", "e3", "army_size", "no cap", "c-eu-army-size"),
    ("london-2025", "ukraine", "guarantee_content", "like Article 5", "c-eu-security-guarantees"),
    ("london-2025", "ukraine", "plant", "Ukraine with US involvement", "c-eu-znpp"),
    ("london-2025", "e3", "territory Donetsk", "line of contact", "c-eu-territory-four-regions"),
    ("istanbul-3", "russia", "local_truce", "1 to 2 days", "b-r3-truce"),
    ("istanbul-3", "ukraine", "leaders_meeting", "by 31 August 2025", "b-r3-leaders"),
    ("istanbul-3", "europe", "army_size", "no cap", "b-eu-army"),
    ("geneva-2025", "us", "army_size", "exactly 600,000 troops", "d-28-army"),
    ("geneva-2025", "us", "elections", "at most 100 days", "d-28-elections"),
    ("geneva-2025", "us", "territory Donetsk", "Ukraine withdraws", "d-28-territory"),
    ("geneva-2025", "us", "territory Kherson", "line of contact", "d-28-territory"),
    ("geneva-2025", "us", "recognition Crimea", "de facto", "d-28-territory"),
    ("geneva-2025", "us", "plant", "halved under IAEA", "d-28-znpp"),
    ("geneva-2025", "us", "language", "minorities protected", "d-28-language"),
    ("geneva-2025", "e3", "army_size", "exactly 800,000 troops", "d-e3-army"),
    ("geneva-2025", "e3", "plant", "halved under IAEA", "d-e3-znpp"),
    ("geneva-2025", "e3", "assets", "frozen until reparations", "d-e3-assets"),
    ("geneva-2025", "europe", "army_size", "no cap", "d-24-army"),
    ("geneva-2025", "europe", "plant", "Ukrainian", "d-24-znpp"),
    ("berlin-2025", "europe", "foreign_troops", "yes", "d-berlin-force"),
    ("berlin-2025", "russia", "territory Donetsk", "Ukraine withdraws", "d-ru-ushakov"),
    ("miami-2025", "ukraine", "army_size", "exactly 800,000 troops", "d-20-army"),
    ("miami-2025", "us", "army_size", "exactly 800,000 troops", "d-20-army"),
    ("miami-2025", "ukraine", "guarantee_content", "like Article 5", "d-20-guarantee"),
    ("miami-2025", "us", "other_oblasts", "all", "d-20-territory"),
    ("miami-2025", "ukraine", "vote_ceasefire", "at least 60 days", "d-20-referendum"),
    ("miami-2025", "ukraine", "plant", "venture of two", "d-20-znpp"),
    ("miami-2025", "us", "plant", "venture of three", "d-20-znpp"),
    ("miami-2025", "ukraine", "prisoners", "all for all", "d-20-prisoners"),
    ("miami-2025", "us", "kinburn", "demilitarised", "d-20-dnipro"),
)

SCOPES = (
    ("belarus-2022", "russia", "sanctions", "of Ukraine and of all other states", "a-0307-sanctions"),
    ("istanbul-2022", "ukraine", "crimea_talks", "for 15 years and without force", "a-0329-crimea"),
    ("draft-2022", "russia", "sanctions", "between Russia and Ukraine since 2014", "a-0415-sanctions-ru"),
    ("draft-2022", "russia", "equipment helicopters", "attack helicopters", "a-0415-helos-ru"),
    ("london-2025", "russia", "sanctions", "of Western states", "x-2024-other"),
    ("london-2025", "us", "recognition Crimea", "by the United States", "c-us-crimea-status"),
    ("london-2025", "us", "sanctions", "on Russia since 2014", "c-us-sanctions"),
    ("geneva-2025", "us", "elections", "from the signing", "d-28-elections"),
    ("geneva-2025", "us", "foreign_troops", "of NATO", "d-28-troops"),
    ("geneva-2025", "e3", "territory Donetsk", "as the starting point of talks", "d-e3-territory"),
)

SAID_IN_REPLY = (  # by, to, what, on which day; "" answers the whole paper
    ("russia", "ukraine", "nato", Reply.ACCEPTS_WITH_CONDITIONS, "2022-03-30", "a-0330-medinsky"),
    ("russia", "ukraine", "foreign_troops", Reply.ACCEPTS_WITH_CONDITIONS, "2022-03-30", "a-0330-medinsky"),
    ("russia", "ukraine", "crimea_talks", Reply.REJECTS, "2022-03-30", "a-0330-peskov"),
    ("ukraine", "russia", "guarantee_content", Reply.REJECTS, "2022-04-15", "a-0415-veto-ua"),
    ("ukraine", "russia", "language", Reply.REFUSES_TO_DISCUSS, "2022-04-15", "a-0415-language-ua"),
    ("ukraine", "russia", "ideology_ban", Reply.REFUSES_TO_DISCUSS, "2022-04-15", "a-0415-language-ua"),
    ("ukraine", "russia", "sanctions", Reply.REFUSES_TO_DISCUSS, "2022-04-15", "a-0415-sanctions-ua"),
    ("ukraine", "russia", "lawsuits", Reply.REFUSES_TO_DISCUSS, "2022-04-15", "a-0415-sanctions-ua"),
    ("ukraine", "us", "recognition Crimea", Reply.REJECTS, "2025-04-22", "c-ua-crimea"),
    ("russia", "us", "", Reply.ACCEPTS_WITH_CONDITIONS, "2025-04-24", "c-ru-lavrov"),
    ("ukraine", "us", "", Reply.DEFERS, "2025-11-21", "d-ua-28"),
    ("russia", "us", "", Reply.ACCEPTS_WITH_CONDITIONS, "2025-11-21", "d-ru-28"),
    ("russia", "ukraine", "", Reply.DEFERS, "2025-12-24", "d-ru-20-peskov"),
    ("russia", "us", "", Reply.REJECTS, "2025-12-26", "d-ru-20-ryabkov"),
)

DOCUMENTS = {  # the grades of all that rests on them
    "Draft treaty handed over in Belarus": "C",
    "Draft treaty of 15 April 2022 on permanent neutrality and security guarantees": "C",
    "Russia's wordings in the draft treaty": "C",
    "Ukraine's wordings in the draft treaty": "CD",
    "Terms given in Paris": "C",
    "Ukrainian and European text given to the United States in London": "C",
    "28-point draft": "C",
    "Edit of the 28 points": "C",
    "Text of 24 points": "C",
    "Statement of Berlin": "A",
    "20-point draft of Ukraine and the United States": "B",
}


@cache
def as_of(name: str) -> Table:
    data = negotiation(ISTANBUL)
    return Table(data, next(each for each in data.rounds if each.id == name))


def demanded(name: str, party: str, issue: str) -> str:
    offer = as_of(name).position(party, issue).demand
    assert offer
    region = offer.term.region
    assert region is not None
    return region.domain.say(region)


def counted(name: str, party: str, issue: str) -> set[str]:
    """The titles of the statements and texts that count."""
    return {each.statement.title for each in as_of(name).position(party, issue).entries}


def test_rounds_stand_in_order_of_time_and_do_not_run_into_each_other() -> None:
    rounds = negotiation(ISTANBUL).rounds
    assert tuple(each.id for each in rounds) == HISTORY
    for one, following in pairwise(rounds):
        assert one.until
        assert one.when.end <= one.until < following.when.start
    assert negotiation(ISTANBUL).as_of == as_of("istanbul-2").as_of.round


@pytest.mark.parametrize(("issue", "russia", "ukraine", "fact"), ANNEX, ids=lambda value: str(value))
def test_the_brackets_of_the_annex_are_each_sides(issue: str, russia: int, ukraine: int, fact: str) -> None:
    relation = as_of("draft-2022").relation(issue, "russia", "ukraine")
    assert relation.verdict is Verdict.GAP, fact
    assert relation.distance == ukraine - russia
    for party, figure in (("russia", russia), ("ukraine", ukraine)):
        assert demanded("draft-2022", party, issue).startswith(f"exactly {figure:,} ")


@pytest.mark.parametrize(("name", "party", "issue", "said", "fact"), RECORDED)
def test_each_text_says_what_the_dossier_has(name: str, party: str, issue: str, said: str, fact: str) -> None:
    assert demanded(name, party, issue) == said, fact


@pytest.mark.parametrize(("name", "party", "issue", "said", "fact"), SCOPES)
def test_what_a_term_is_said_of(name: str, party: str, issue: str, said: str, fact: str) -> None:
    assert scope(as_of(name), party, issue) == said, fact


def test_june_2025_says_what_it_said_alone() -> None:
    table = as_of("istanbul-2")
    found = {Verdict(word): count for word, count in outcomes(table, table.issues, ("russia", "ukraine")).items()}
    del found[Verdict.UNKNOWN]  # what was not asked in June
    assert found == {
        Verdict.AGREE: 1,
        Verdict.NOT_COMPARABLE: 2,
        Verdict.GAP: 12,
        Verdict.CLASH: 11,
        Verdict.ONE_SIDED: 23 + 5,  # five on which Ukraine had spoken in April and did not in June
        Verdict.NOT_COMPUTABLE: 2,
    }


def test_the_guarantors_of_2022_agreed_but_for_two() -> None:
    draft = as_of("draft-2022")
    said = draft.reason("guarantors", "russia", "ukraine").sentence
    assert "Russia requires Belarus, which Ukraine excludes; Ukraine requires Türkiye, which Russia excludes" in said
    assert "both include United Kingdom, China, Russia, United States, France" in said


@pytest.mark.parametrize(("by", "to", "issue", "says", "day", "fact"), SAID_IN_REPLY)
def test_later_replies_have_their_day(by: str, to: str, issue: str, says: Reply, day: str, fact: str) -> None:
    table = Table(negotiation(ISTANBUL), date.fromisoformat(day))
    found = [each for each in table.responses(issue, by, to) if each.when and each.when.words == day]
    assert [each.says for each in found] == [says], fact


def test_replies_of_2022_answer_nothing_in_2025() -> None:
    june = as_of("istanbul-2")
    for issue in ("language", "ideology_ban", "sanctions", "nato", "foreign_troops"):
        for pair in (("russia", "ukraine"), ("ukraine", "russia")):
            assert all(each.when is None or each.when.start.year == 2025 for each in june.responses(issue, *pair))


def test_nothing_of_2022_counts_in_2025() -> None:
    data = negotiation(ISTANBUL)
    for name in HISTORY[3:]:
        for party, issue in data.entries:
            standing = as_of(name).position(party, issue)
            shown = [*standing.entries, *standing.remarks]
            assert [str(each.place) for each in shown if each.statement.when.words < "2024"] == []


def test_the_newest_draft_of_a_kind_takes_the_place_of_the_older() -> None:
    assert as_of("draft-2022").position("russia", "equipment ships").is_blank
    assert counted("geneva-2025", "us", "plant") == {"28-point draft"}
    assert as_of("geneva-2025").position("us", "kinburn").is_blank
    assert as_of("miami-2025").position("us", "war_amnesty").is_blank
    assert as_of("miami-2025").position("us", "nato").stance is Stance.SILENT


def test_the_size_of_the_army_line_by_line() -> None:
    tables = {name: as_of(name) for name in HISTORY}
    gap = tables["draft-2022"].reason("army_size", "russia", "ukraine").sentence
    assert "a gap of 165,000 troops" in gap
    assert "Poland" in notes(tables["draft-2022"], "ukraine", "army_size")
    assert tables["london-2025"].position("us", "army_size").stance is Stance.SILENT
    june = tables["istanbul-2"]
    assert june.relation("army_size", "russia", "ukraine").verdict is Verdict.CLASH
    assert "Russia insists on a limit; no number closes" in june.reason("army_size", "russia", "ukraine").sentence
    november = tables["geneva-2025"].relation("army_size", "us", "e3")
    assert (november.verdict, november.distance) == (Verdict.GAP, 200_000)
    december = tables["miami-2025"]
    assert december.relation("army_size", "ukraine", "us").verdict is Verdict.AGREE
    assert december.relation("army_size", "russia", "ukraine").verdict is Verdict.ONE_SIDED
    assert "across its own earlier red line" in december.reason("army_size", "ukraine", "us").sentence


def test_trap_10_a_level_to_sustain_is_no_ceiling() -> None:
    for party in ("us", "europe"):
        assert demanded("berlin-2025", party, "army_size") == "at least 800,000 troops"
        assert scope(as_of("berlin-2025"), party, "army_size") == "as a level to sustain in peacetime"
    december = as_of("miami-2025")
    for party in ("ukraine", "us", "e3"):
        assert demanded("miami-2025", party, "army_size") == "exactly 800,000 troops"
        assert december.relation("army_size", party, "europe").verdict is Verdict.NOT_COMPARABLE
    level = december.position("europe", "army_size").demand
    assert level
    assert "should remain at a peacetime level of 800,000" in level.quote


def test_trap_11_two_european_texts_of_one_day_are_of_two_parties() -> None:
    data = negotiation(ISTANBUL)
    texts_of_november = {
        (entry.party, entry.statement.title, entry.statement.according_to)
        for entry in all_entries(data)
        if entry.statement.when.words == "2025-11-23"
    }
    assert texts_of_november == {
        ("e3", "Edit of the 28 points", "Reuters, which saw the text"),
        ("europe", "Text of 24 points", "The Telegraph, which published the text"),
    }
    november = as_of("geneva-2025")
    for issue in ("army_size", "plant", "foreign_troops"):
        assert november.relation(issue, "e3", "europe").verdict.apart, issue


def test_a_text_belongs_to_those_who_tabled_it() -> None:
    papers = negotiation(ISTANBUL).papers
    assert {id: paper.of for id, paper in papers.items() if not paper.agreed} == {
        "treaty-2022": ("russia", "ukraine"),
        "london-text": ("ukraine", "e3"),
        "kyiv-statement": ("ukraine", "europe"),
        "twenty-points": ("ukraine", "us"),
    }
    by_title = {entry.statement.title: entry.party for entry in all_entries(negotiation(ISTANBUL))}
    assert by_title["Terms given in Paris"] == by_title["28-point draft"] == "us"


def test_what_the_two_did_not_agree_is_left_open() -> None:
    (donetsk,) = [
        entry
        for entry in as_of("miami-2025").position("us", rows(as_of("miami-2025"), "territory")["Donetsk"]).entries
        if entry.statement.paper == "twenty-points"
    ]
    assert donetsk.stance is Stance.LEFT_OPEN
    assert as_of("miami-2025").relation("plant", "ukraine", "us").verdict is Verdict.GAP


def test_the_red_lines_of_november_quote_the_un_and_stay_beside_the_later_offer() -> None:
    december = as_of("miami-2025")
    nato = december.position("ukraine", "nato")
    assert nato.red_line
    assert (nato.red_line.words, nato.red_line.statement.when.words) == ("anything but own choice", "2025-11-20")
    (offer,) = nato.accepts
    assert (offer.term.words, offer.statement.when.words) == ("outside NATO", "2025-12-14")
    assert [(each.issue, each.term.words) for each in offer.conditions] == [("guarantee_content", "like Article 5")]
    assert as_of("berlin-2025").relation("nato", "ukraine", "us").verdict is Verdict.CONDITIONAL
    for issue in rows(december, "recognition").values():
        line = december.position("ukraine", issue).red_line
        assert line
        assert line.words == "de facto or recognised in law"


def test_what_nobody_said_himself_is_shown_and_not_counted() -> None:
    told = [entry for entry in all_entries(negotiation(ISTANBUL)) if entry.party == "russia" and entry.statement.remark]
    tellers = {entry.statement.according_to for entry in told if entry.statement.according_to}
    assert tellers == {
        "two sources of Reuters, who said that their knowledge was incomplete",
        "a person close to the Kremlin, whom Bloomberg does not name",
    }
    kherson = rows(as_of("miami-2025"), "territory")["Kherson"]
    assert demanded("miami-2025", "russia", kherson) == "Ukraine withdraws"
    (denial,) = [each for each in as_of("miami-2025").events("army_size") if each.when.words == "2025-12-25"]
    assert "Zakharova" in denial.by


def test_why_2022_failed_is_nobodys_fact() -> None:
    contested = [each for each in as_of("draft-2022").events() if each.when.words in ("2023-06-17", "2023-11-26")]
    assert [(each.by, bool(each.disputed_by)) for each in contested] == [
        ("Vladimir Putin", True),
        ("David Arakhamia", True),
    ]


def test_what_was_not_checked_is_left_out_or_says_so() -> None:
    for issue in ("prisoners", "children", "civilians", "dnipro"):
        assert as_of("geneva-2025").position("us", issue).is_blank, issue
    (own,) = as_of("draft-2022").position("ukraine", "missile_range").entries
    assert {each.grade for each in own.citations} == {"D"}
    assert "rests on memory" in own.note


def test_a_document_has_the_grade_of_those_who_report_it() -> None:
    data = negotiation(ISTANBUL)
    found = dict[str, set[str]]()
    for entry in all_entries(data):
        grades = {each.grade or data.sources[each.source].grade for each in entry.citations}
        found.setdefault(entry.statement.title, set()).update(grades)
    assert {title: found[title] for title in DOCUMENTS} == {title: set(grades) for title, grades in DOCUMENTS.items()}
