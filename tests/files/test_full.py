"""Every key of the format used once, and what comes of it in the model."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from negotiate.files import load
from negotiate.model import Citation, Ended, Entry, Negotiation, Offer, RedLine, Reply, Stance
from negotiate.terms import Choice, Dates, Duration, Line, Quantity, Scale, Sequences, Subsets, Term, YesNo

from .folders import said, write

FILES = {
    "negotiation.yaml": """\
negotiation: The ferry
summary: Two lines for the library.
note: A remark on the whole.
fictional: yes
as_of: second
show: [ben, ann]
rounds:
  second: {date: 2031-02-10, until: 2031-02-28, place: Town hall, host: The mayor, present: [ann, ben], note: late}
  first: {date: 2031-01-10 to 2031-01-12}
parties:
  ann: Ann
  ben: {name: Ben the boatman, role: owner, must_agree: yes, note: quiet}
  cleo: {name: Cleo, must_agree: no}
issues:
  fare:
    title: Fare
    question: How much is a single fare?
    group: Money
    type: quantity
    unit: crowns
    min: 20
    max: 1_000
    whole: no
    no_limit: no cap
    wants: {ann: lower, ben: higher}
    note: per head
  years: {title: Years, type: duration, max: 20 years}
  begin: {title: First day, type: date, min: 2031-01-01}
  harbour:
    title: Harbour
    type: scale
    options: {closed: nobody, guests only: by invitation, open: ~}
    each: [North, South]
  vessel: {title: Vessel, type: choice, options: [diesel, hybrid, electric]}
  pupils: {title: Pupils, type: yes-no}
  stops: {title: Stops, type: set, items: {Aker: the quay, Bryn: the pier}}
  order: {title: Order, type: sequence, steps: [survey, contract, launch], given: contract before launch}
  colours: {title: Colours, type: text}
texts:
  draft:
    title: Draft of the clerk
    date: 2031-01-20
    of: [ann, cleo]
    status: draft
    until: 2031-03-01
    according_to: the clerk
    source: paper art. 2
    note: in pencil
    terms:
      vessel: {terms: diesel, scope: in winter, note: for now}
      pupils: silent
  minutes: {date: 2031-02-11, status: agreed, terms: {years: exactly 3 years, harbour: {North: open}}}
events:
  - {date: 2031-01-15, what: A storm, issue: [fare, harbour], by: The sea, according_to: The pilot, disputed_by: ann, source: paper, note: wet}
  - {date: 2031-01-14, what: Calm, according_to: {ann: flat, ben: choppy}}
  - {date: 2031-02-20, what: Left for another year, issue: pupils, dropped: yes}
  - {date: 2031-02-21, what: One question now, issue: years, merged_into: harbour}
sources:
  memo: {title: Memo, publisher: The Gazette, date: 2031-01-05, url: "https://example.org/memo", grade: A, note: two pages}
  paper: {title: Paper}
ignore: [W407]
wording: {stormy: windy}
""",
    "parties/ann.yaml": """\
party: ann
note: A remark in Ann's file.
salience: {fare: 80, harbour: 50, harbour North: 60}
points: {pupils: {yes: 10, no: 1_000}, harbour: {open: 5}}
no_deal: -3
statements:
  - title: First memo
    by: Ann Ash
    according_to: a clerk
    source: memo I.5
    until: 2031-03-01
    note: short
    positions:
      fare:
        demand: at most 25.5
        accept: [at most 30, {terms: [at most 40, exactly 50], if: {pupils: yes, harbour South: open}, scope: at night, source: paper 3, grade: D, quote: well, headline: AGREED, note: maybe, according_to: her aunt}]
        rules_out: {terms: above 60, scope: by day, source: paper, quote: never, headline: NO, note: firm, according_to: her uncle, grade: B}
        scope: by day
        quote: as low as can be
        headline: CHEAP
        says: we shall see
        note: she smiled
        grade: C
        according_to: her sister
      harbour: {South: open, others: {demand: closed, rules_out: anything else}, note: both at once}
      years: [exactly 2 years, exactly 3 years]
      order: unchanged; survey first
      vessel: {demand: hybrid, if: {years: at least 3 years}}
      pupils: withdrawn
      begin: {demand: withdrawn, accept: nothing, rules_out: withdrawn}
      colours: Blue and white; nothing else or so
      stops: {according_to: {ann: all, ben: {terms: exactly Aker, source: paper}}, note: two accounts}
  - {date: 2031-02, remark: yes, positions: {fare: unchanged}}
responses:
  - {to: ben, issue: [harbour, years], says: accepts in part, date: 2031-02-12, by: Ann Ash, according_to: a clerk, source: paper, quote: in part, headline: HALF, grade: B, note: tired}
  - {to: memo 2, says: no answer}
""",
    "parties/ben.yaml": """\
party: Ben
statements:
  - {date: 2031-02-11, source: memo, positions: {harbour North: closed, years: 3 to 5 years}}
responses:
  - {to: draft, says: rejects as ultimatum, date: 2031-01-21}
  - {to: memo I, says: defers, date: 2031-02-01, issue: fare}
""",
}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Negotiation:
    folder = tmp_path_factory.mktemp("full")
    loaded = load(write(folder, FILES))
    assert said(loaded, folder) == []
    assert loaded.negotiation
    assert [path.name for path in loaded.files] == ["negotiation.yaml", "ann.yaml", "ben.yaml"]
    return loaded.negotiation


def entry(full: Negotiation, party: str, issue: str, at: int = 0) -> Entry:
    return full.entries[party, issue][at]


def offer(given: Offer | Ended | None) -> Offer:
    assert isinstance(given, Offer)
    return given


def said_by(domain: object, term: Term) -> str:
    return domain.say(term.region, "")  # type: ignore[attr-defined, no-any-return]


def test_the_negotiation(full: Negotiation) -> None:
    assert full.title == "The ferry"
    assert full.summary == "Two lines for the library."
    assert full.note == "A remark on the whole."
    assert full.fictional
    assert full.show == ("ben", "ann")
    assert full.as_of is full.rounds[1]


def test_rounds(full: Negotiation) -> None:
    first, second = full.rounds
    assert (first.id, first.when.start, first.when.end) == ("first", date(2031, 1, 10), date(2031, 1, 12))
    assert (second.venue, second.host, second.present) == ("Town hall", "The mayor", ("ann", "ben"))
    assert (second.until, second.note) == (date(2031, 2, 28), "late")
    assert second.place[1:] == (8, 3)


def test_parties(full: Negotiation) -> None:
    ann, ben, cleo = full.parties.values()
    assert (ann.id, ann.name, ann.must_agree) == ("ann", "Ann", True)
    assert ann.note == "A remark in Ann's file."
    assert (ben.name, ben.role, ben.must_agree, ben.note) == ("Ben the boatman", "owner", True, "quiet")
    assert not cleo.must_agree


def test_issues(full: Negotiation) -> None:
    fare = full.issues["fare"]
    assert (fare.title, fare.question, fare.group, fare.kind, fare.note) == (
        "Fare",
        "How much is a single fare?",
        "Money",
        "quantity",
        "per head",
    )
    assert fare.domain == Quantity(unit="crowns", whole=False, minimum=20, maximum=1_000, no_limit="no cap")
    assert fare.wants == {"ann": "lower", "ben": "higher"}
    assert full.issues["years"].domain == Duration(maximum=7_200)
    assert full.issues["begin"].domain == Dates(minimum=date(2031, 1, 1).toordinal())
    assert full.issues["vessel"].domain == Choice(("diesel", "hybrid", "electric"))
    assert full.issues["pupils"].domain == YesNo()
    assert full.issues["stops"].domain == Subsets(("Aker", "Bryn"))
    assert full.issues["stops"].meanings == {"Aker": "the quay", "Bryn": "the pier"}
    assert full.issues["order"].domain == Sequences(("survey", "contract", "launch"), frozenset({(1, 2)}))
    assert full.issues["colours"].domain is None


def test_an_issue_with_each(full: Negotiation) -> None:
    north, south = full.issues["harbour North"], full.issues["harbour South"]
    assert "harbour" not in full.issues
    assert (north.family, north.item, north.family_title, north.title) == (
        "harbour",
        "North",
        "Harbour",
        "Harbour: North",
    )
    assert north.domain == south.domain == Scale(("closed", "guests only", "open"))
    assert north.meanings == {"closed": "nobody", "guests only": "by invitation"}
    assert (north.place[1:], south.place[1:]) == ((33, 12), (33, 19))


def test_a_draft_is_an_entry_of_each_author(full: Negotiation) -> None:
    paper = full.papers["draft"]
    assert (paper.title, paper.of, paper.agreed, paper.until, paper.note) == (
        "Draft of the clerk",
        ("ann", "cleo"),
        False,
        date(2031, 3, 1),
        "in pencil",
    )
    assert paper.citations == (Citation("paper", "art. 2"),)
    assert paper.settled == ()
    for author in ("ann", "cleo"):
        (said,) = (each for each in full.entries[author, "vessel"] if each.statement.paper)
        demand = offer(said.demand)
        assert (said.party, said.statement.party, demand.statement.party) == (author, author, author)
        assert (said.statement.paper, said.statement.according_to) == ("draft", "the clerk")
        assert (demand.term.words, demand.scope, said.note) == ("diesel", "in winter", "for now")
        assert demand.citations == paper.citations
        assert Stance.SILENT in [each.stance for each in full.entries[author, "pupils"]]
    assert ("ben", "vessel") not in full.entries


def test_an_agreed_text_changes_no_position(full: Negotiation) -> None:
    minutes = full.papers["minutes"]
    assert (minutes.of, minutes.agreed) == (("ann", "ben"), True)
    years, north = minutes.settled
    assert years.term
    assert (years.issue, years.words) == ("years", "exactly 3 years")
    assert north.issue == "harbour North"
    assert not any(each.statement.paper == "minutes" for entries in full.entries.values() for each in entries)


def test_events(full: Negotiation) -> None:
    calm, storm, left, one = full.events
    assert calm.versions == {"ann": "flat", "ben": "choppy"}
    assert storm.issues == ("fare", "harbour North", "harbour South")
    assert (storm.what, storm.by, storm.according_to, storm.disputed_by, storm.note) == (
        "A storm",
        "The sea",
        "The pilot",
        "ann",
        "wet",
    )
    assert storm.citations == (Citation("paper", ""),)
    assert (left.issues, left.dropped, left.merged_into) == (("pupils",), True, ())
    assert (one.issues, one.dropped, one.merged_into) == (("years",), False, ("harbour North", "harbour South"))
    assert [event.closes for event in full.events] == [False, False, True, True]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("dropped: yes", "E201 `issue` is missing; add `issue: ...`: of what `dropped` is said"),
        ("merged_into: fare", "E201 `issue` is missing; add `issue: ...`: of what `merged_into` is said"),
        ("issue: fare, merged_into: fare", "E332 an issue cannot be merged into itself; name the issue that goes on"),
        ("issue: fare, merged_into: fair", "E301 unknown issue `fair`; did you mean `fare`?"),
    ],
)
def test_what_is_taken_off_the_table_has_to_be_named(tmp_path: Path, event: str, said: str) -> None:
    files = {**FILES, "negotiation.yaml": FILES["negotiation.yaml"].replace("what: Calm,", f"what: Calm, {event},")}
    (problem,) = load(write(tmp_path, files)).problems
    assert f"{problem.code} {problem.message}; {problem.hint}" == said


def test_sources(full: Negotiation) -> None:
    memo = full.sources["memo"]
    assert (memo.title, memo.publisher, memo.url, memo.grade, memo.note) == (
        "Memo",
        "The Gazette",
        "https://example.org/memo",
        "A",
        "two pages",
    )
    assert memo.when
    assert memo.when.start == date(2031, 1, 5)
    assert full.sources["paper"].when is None


def test_a_statement(full: Negotiation) -> None:
    statement = entry(full, "ann", "fare").statement
    assert (statement.party, statement.title, statement.by, statement.note) == ("ann", "First memo", "Ann Ash", "short")
    assert statement.according_to == "a clerk"
    assert statement.when == full.sources["memo"].when
    assert statement.until == date(2031, 3, 1)
    assert statement.citations == (Citation("memo", "I.5"),)
    assert not statement.remark
    assert statement.place[1:] == (7, 5)


def test_a_position_in_full(full: Negotiation) -> None:
    fare = entry(full, "ann", "fare")
    assert fare.place[1:] == (14, 7)
    assert (fare.words, fare.says, fare.note) == ("at most 25.5", "we shall see", "she smiled")
    assert (fare.quote, fare.headline) == ("as low as can be", "CHEAP")
    assert fare.citations == (Citation("memo", "I.5", "C"),)
    demand = offer(fare.demand)
    assert (demand.scope, demand.according_to, demand.place[1:]) == ("by day", "her sister", (15, 17))
    assert demand.citations == fare.citations
    assert fare.unread == ""


def test_acceptances(full: Negotiation) -> None:
    accepts = entry(full, "ann", "fare").accepts
    assert isinstance(accepts, tuple)
    bare, own = accepts
    assert (bare.term.words, bare.scope, bare.conditions) == ("at most 30", "by day", ())
    assert (own.term.words, own.scope, own.note) == ("at most 40 or exactly 50", "at night", "maybe")
    assert (own.quote, own.headline, own.according_to) == ("well", "AGREED", "her aunt")
    assert own.citations == (Citation("paper", "3", "D"),)
    assert [(each.issue, each.term.words) for each in own.conditions] == [("pupils", "yes"), ("harbour South", "open")]
    domain = full.issues["fare"].domain
    assert isinstance(domain, Line)
    assert said_by(domain, own.term) == "at most 40 or exactly 50"


def test_a_red_line(full: Negotiation) -> None:
    line = entry(full, "ann", "fare").red_line
    assert isinstance(line, RedLine)
    assert line.offer
    assert (line.words, line.offer.scope, line.note) == ("above 60", "by day", "firm")
    assert (line.quote, line.headline, line.offer.according_to) == ("never", "NO", "her uncle")
    assert line.citations == (Citation("paper", "", "B"),)


def test_items_and_others(full: Negotiation) -> None:
    north, south = entry(full, "ann", "harbour North"), entry(full, "ann", "harbour South")
    assert (offer(south.demand).term.words, offer(north.demand).term.words) == ("open", "closed")
    assert isinstance(north.red_line, RedLine)
    assert (north.red_line.words, north.red_line.offer) == ("anything else", None)
    assert north.note == south.note == "both at once"


def test_lists_additions_and_conditions(full: Negotiation) -> None:
    years, order, vessel = (entry(full, "ann", name) for name in ("years", "order", "vessel"))
    assert years.words == offer(years.demand).term.words == "exactly 2 years or exactly 3 years"
    assert order.keeps
    assert (order.words, offer(order.demand).term.words) == ("unchanged; survey first", "survey first")
    assert [each.issue for each in offer(vessel.demand).conditions] == ["years"]
    unchanged = entry(full, "ann", "fare", 1)
    assert unchanged.statement.remark
    assert unchanged.keeps
    assert unchanged.demand is None


def test_stances_and_endings(full: Negotiation) -> None:
    assert entry(full, "ann", "pupils").stance is Stance.WITHDRAWN
    begin = entry(full, "ann", "begin")
    assert begin.demand is begin.red_line is Ended.WITHDRAWN
    assert isinstance(begin.accepts, tuple)
    assert begin.accepts[0].term.region is not None
    assert begin.accepts[0].term.region.is_empty


def test_free_text_and_versions(full: Negotiation) -> None:
    colours, stops = entry(full, "ann", "colours"), entry(full, "ann", "stops")
    assert offer(colours.demand).term == Term("Blue and white; nothing else or so", None)
    assert stops.versions == {"ann": "all", "ben": "exactly Aker"}
    assert (stops.demand, stops.unread, stops.note) == (None, "", "two accounts")


def test_estimates(full: Negotiation) -> None:
    estimates = full.estimates["ann"]
    assert estimates.salience == {"fare": 80, "harbour North": 60, "harbour South": 50}
    assert estimates.points == {
        "pupils": {"yes": 10, "no": 1_000},
        "harbour North": {"open": 5},
        "harbour South": {"open": 5},
    }
    assert estimates.no_deal == -3
    assert full.estimates["ben"].no_deal is None


def test_responses(full: Negotiation) -> None:
    *in_part, silence, ultimatum, defers = full.responses
    assert [(each.to, each.issue, each.document) for each in in_part] == [
        (("ben",), "harbour North", ""),
        (("ben",), "harbour South", ""),
        (("ben",), "years", ""),
    ]
    first = in_part[0]
    assert (first.says, first.by, first.according_to, first.note) == (
        Reply.ACCEPTS_IN_PART,
        "Ann Ash",
        "a clerk",
        "tired",
    )
    assert (first.quote, first.headline, first.citations) == ("in part", "HALF", (Citation("paper", "", "B"),))
    assert (silence.to, silence.document, silence.when) == (("ben",), "memo", None)
    assert (ultimatum.to, ultimatum.document) == (("ann", "cleo"), "draft")
    assert (defers.to, defers.issue, defers.document) == (("ann",), "fare", "")


def test_every_key_of_the_format_is_used() -> None:
    from negotiate.files.format.files import NegotiationFile, PartyFile
    from negotiate.files.format.models import adapter

    text = "\n".join(FILES.values())
    keys = {
        name
        for made in (adapter(NegotiationFile).json_schema(), adapter(PartyFile).json_schema())
        for definition in [made, *made["$defs"].values()]
        for name in definition.get("properties", ())
    }
    assert [name for name in sorted(keys) if f"{name}:" not in text] == []
