"""The ledger: which status an issue has, and counts that reconcile from one round to the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from negotiate.compare import Table, Verdict
from negotiate.compare.over_time.history import History
from negotiate.compare.over_time.ledger import Ledger
from negotiate.compare.over_time.status import MEANINGS, Between, Reopened, Status, closed, reopened, stages
from negotiate.model import Entry, Event, Issue, Negotiation, Offer, Party, Round, Stance, Statement, When
from negotiate.terms import Quantity, read_term

from .build import PLACE
from .drawn_rounds import negotiations, when
from .herring import JANUARY, MARCH, MAY, NOVEMBER, PAIR, SEPTEMBER, herring, ledger, read

POSITIONS = Path(__file__).parents[2] / "positions"
FOLDERS = sorted(path.parent for path in POSITIONS.glob("*/negotiation.yaml"))

# --- the herring talks: each issue from March to January

STATUSES = {
    "catch": ["open, apart", "open, apart", "open, apart", "open, apart", "agreed"],
    "season": ["met", "met", "re-opened", "re-opened", "met"],
    "mesh": ["met on conditions", "met on conditions", "re-opened", "re-opened", "agreed"],
    "nets": ["open, apart", "open, apart", *["merged into another"] * 3],
    "landing": ["open, apart", "agreed", "agreed", "re-opened", "re-opened"],
    "fee": ["open, apart", "open, apart", *["open, one-sided"] * 3],
    "dues": ["no issue between them"] * 5,
    "fund": ["not yet raised", *["open, one-sided"] * 4],
    "observers": ["open, one-sided"] * 3 + ["met"] * 2,
    "patrol": ["open, apart", *["agreed, as each side tells it"] * 4],
    "steps": ["open, apart"] * 3 + ["dropped"] * 2,
    "ports Northport": ["open, one-sided", "met", *["open, one-sided"] * 3],
    "ports Westness": ["open, one-sided"] * 2 + ["open, nothing stated"] * 3,
    "light": ["open, apart"] * 3 + ["dropped"] * 2,
    "seals": ["not yet raised"] * 2 + ["open, one-sided"] * 3,
    "past": ["open, not compared", *["agreed"] * 4],
}


@pytest.mark.parametrize("issue", STATUSES)
def test_statuses(issue: str) -> None:
    assert [each.value for each in ledger().statuses(issue)] == STATUSES[issue]


def test_what_moved_and_why() -> None:
    """From May to September."""
    found = {each.issue.id: each for each in ledger().movements(MAY, SEPTEMBER)}
    assert set(found) == {
        *("season", "mesh", "nets", "fee", "ports Northport", "ports Southport", "ports Westness", "seals")
    }
    assert [entry.party for entry in found["season"].cause.came] == ["south"], "not the institute, which is silent"
    assert (found["season"].before, found["season"].after) == (Status.MET, Status.REOPENED)
    assert found["nets"].cause.event
    assert found["nets"].cause.event.merged_into == ("mesh",)
    (ended,) = found["ports Northport"].cause.ended
    assert (ended.party, ended.statement.until) == ("south", date(2031, 9, 1))


def test_an_agreed_text_and_what_undoes_it() -> None:
    agreed = {each.issue.id: each.cause for each in ledger().movements(MARCH, MAY)}["landing"]
    assert agreed.agreed
    assert agreed.agreed.id == "may-minutes"
    undone = {each.issue.id: each for each in ledger().movements(SEPTEMBER, NOVEMBER)}["landing"]
    assert undone.after is Status.REOPENED
    assert [str(entry.statement.when) for entry in undone.cause.came] == ["15 November 2031"]


def test_a_text_of_others_binds_nobody() -> None:
    institute = Ledger(History(herring()), ("north", "institute"))
    assert Status.AGREED not in institute.statuses("landing")


def test_all_who_must_agree_together() -> None:
    together = Ledger(History(herring()), None)
    assert together.statuses("mesh")[0] is Status.APART, "all together are not compared on conditions"
    same = [issue for issue in STATUSES if issue not in ("mesh", "dues")]
    assert all([each.value for each in together.statuses(issue)] == STATUSES[issue] for issue in same)


def test_a_text_counts_from_its_day_though_no_round_lies_between() -> None:
    """Agreed in May, undone in November: of the rounds there is March alone, then January."""
    few = replace(herring(), rounds=(herring().rounds[MARCH], herring().rounds[JANUARY]))
    assert Ledger(History(few), PAIR).statuses("landing")[1] is Status.REOPENED


def test_terms_that_met_within_a_round_alone_are_no_agreement() -> None:
    """From 20 May the old paper of one stood beside the new one of the other: nobody had met."""
    catch = ("south", "catch")
    low = said_of("south", "catch", "2031-05-25", "limit of 700")
    first = herring().entries[catch][0]
    met = said_of("south", "catch", "2031-05-22", "limit of 500")
    changed = replace(herring(), entries={**herring().entries, catch: (first, met, low)}, papers={})
    found = Ledger(History(changed), PAIR)
    assert [stage.status for stage in found.stages("catch")[MAY]] == [
        Status.APART,
        Status.MET,
        Status.APART,
        Status.APART,
    ]
    assert found.statuses("catch")[MAY] is Status.APART


def said_of(party: str, issue: str, day: str, words: str) -> Entry:
    start = date.fromisoformat(day)
    statement = Statement(party, When(start, start, day), PLACE)
    offer = Offer(read_term(herring().issues[issue].domain, words), statement, PLACE)
    return Entry(party, issue, statement, PLACE, words, offer)


def test_every_status_is_explained() -> None:
    assert set(MEANINGS) == set(Status)


# --- counts that reconcile


def reconciles(found: Ledger) -> None:
    """By the definition, from the rows alone, for every two moments."""
    moments = range(len(found.history.moments))
    for before in moments:
        assert sum(found.counts(before).values()) == len(found.issues)
        for after in moments:
            rows = {
                issue.id: (found.statuses(issue.id)[before], found.statuses(issue.id)[after]) for issue in found.issues
            }
            moved = {each.issue.id: (each.before, each.after) for each in found.movements(before, after)}
            assert moved == {issue: pair for issue, pair in rows.items() if pair[0] is not pair[1]}
            listed = found.balance(before, after)
            for each in listed:
                came = sum(to is each.status for _, to in moved.values())
                went = sum(start is each.status for start, _ in moved.values())
                assert (each.came, each.went) == (came, went)
                assert each.before + each.came - each.went == each.after == found.counts(after)[each.status]
            assert sum(each.before for each in listed) == sum(each.after for each in listed) == len(found.issues)


@pytest.mark.parametrize("between", [PAIR, ("south", "institute"), None])
def test_the_herring_talks_reconcile(between: Between) -> None:
    reconciles(Ledger(History(herring()), between))


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_every_bundled_negotiation_reconciles(folder: Path) -> None:
    negotiation = read(folder)
    for between in (Table(negotiation).pair, None):
        reconciles(Ledger(History(negotiation), between))


@given(negotiations())
def test_any_negotiation_reconciles(drawn: Negotiation) -> None:
    history = History(drawn)
    for between in (("a", "b"), ("a", "c"), None):
        reconciles(Ledger(history, between))


def assert_closed_as_counted(ledger: Ledger) -> None:
    """An event takes a row off the table. Dropped is counted besides what nobody asks for any more."""
    for issue in ledger.issues:
        for moment, status in zip(ledger.history.moments, ledger.statuses(issue.id), strict=True):
            off = closed(ledger.history.table(moment), issue.id, ledger.between)
            assert (off is not None and bool(off.merged_into)) == (status is Status.MERGED)
            assert off is None or status in (Status.MERGED, Status.DROPPED)


@given(negotiations())
def test_what_is_off_the_table_is_what_is_counted_so(drawn: Negotiation) -> None:
    for between in (("a", "b"), None):
        assert_closed_as_counted(Ledger(History(drawn), between))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_in_every_bundled_negotiation_it_is_too(folder: Path) -> None:
    found = read(folder)
    assert_closed_as_counted(Ledger(History(found), Table(found).pair))


@given(negotiations())
def test_every_movement_has_a_cause(drawn: Negotiation) -> None:
    found = Ledger(History(drawn), ("a", "b"))
    for at in range(len(found.history.moments) - 1):
        for each in found.movements(at, at + 1):
            cause = each.cause
            assert cause.came or cause.ended or cause.agreed or cause.lapsed or cause.event


@given(negotiations())
def test_reopened_is_what_was_settled_in_an_earlier_round(drawn: Negotiation) -> None:
    """Without texts: each table made anew."""
    bare = replace(drawn, papers={}, events=())
    found = Ledger(History(bare), ("a", "b"))
    could = {Verdict.AGREE, Verdict.OVERLAP, Verdict.CONDITIONAL}
    for issue in bare.issues:
        verdicts = [Table(bare, moment).relation(issue, "a", "b").verdict for moment in found.history.moments]
        for at, status in enumerate(found.statuses(issue)):
            if verdicts[at] in (Verdict.GAP, Verdict.CLASH):
                assert (status is Status.REOPENED) == (not could.isdisjoint(verdicts[:at]))
            else:
                assert status not in (Status.APART, Status.REOPENED)


@given(negotiations())
def test_looked_back_at_it_is_the_same_as_from_the_beginning(drawn: Negotiation) -> None:
    history = History(drawn)
    for moment in history.moments:
        table = history.table(moment)
        for issue in drawn.issues:
            led_up = [stage for found in stages(History.of(table), issue, ("a", "b")) for stage in found]
            found = reopened(table, issue, ("a", "b"))
            assert (found is not None) == (led_up[-1].status is Status.REOPENED)
            if found:
                last = max(at for at, stage in enumerate(led_up) if stage.counts)
                assert found == Reopened(led_up[last].status, led_up[last + 1].table.as_of.day)


# --- 39 agreed rows become 37, and which two?

ROWS = 69
KEPT, REOPENED, CLEARED = range(3, 39), (0, 1, 2), (39,)
UNCLEAR, APART, MERGED = range(40, 47), range(47, 60), range(60, 69)


def row(number: int) -> str:
    return f"row {number}"


def said(party: str, number: int, day: int, words: str, scope: str = "") -> Entry:
    statement = Statement(party, when(day), PLACE)
    offer = Offer(read_term(Quantity(unit="years"), words), statement, PLACE, scope=scope)
    return Entry(party, row(number), statement, PLACE, words, offer)


def brexit() -> Negotiation:
    """Two editions of a table in the manner of the joint note on citizens' rights, August and October 2017."""
    entries: dict[tuple[str, str], list[Entry]] = {}
    for number in range(ROWS):
        met, unclear = number < 39, number in (*CLEARED, *UNCLEAR)
        entries["uk", row(number)] = [said("uk", number, 0, "exactly 5", "for workers" if unclear else "")]
        entries["eu", row(number)] = [said("eu", number, 0, "exactly 5" if met or unclear else "exactly 8")]
    for number in REOPENED:
        entries["uk", row(number)].append(said("uk", number, 9, "exactly 2"))
    for number in CLEARED:
        entries["uk", row(number)].append(said("uk", number, 9, "exactly 5"))
    merged = tuple(map(row, MERGED))
    return Negotiation(
        ".",
        "Citizens' rights",
        rounds=(Round("august", when(0), PLACE), Round("october", when(9), PLACE)),
        parties={name: Party(name, name.upper(), PLACE) for name in ("uk", "eu")},
        issues={
            row(n): Issue(row(n), f"Row {n}", "quantity", Quantity(unit="years"), PLACE, row(n)) for n in range(ROWS)
        },
        entries={key: tuple(each) for key, each in entries.items()},
        events=(Event(when(9), "Nine rows become one", PLACE, merged, merged_into=(row(47),)),),
    )


def test_39_agreed_rows_become_37_and_every_row_is_accounted_for() -> None:
    """The published counts were 39, 8 and 22, then 37, 7, 13 and 3: which rows moved was not said."""
    found = Ledger(History(brexit()), ("uk", "eu"))
    assert found.counts(0) == {Status.MET: 39, Status.UNCOMPARED: 8, Status.APART: 22}
    assert found.counts(1) == {
        Status.MET: 37, Status.UNCOMPARED: 7, Status.APART: 13, Status.REOPENED: 3, Status.MERGED: 9
    }  # fmt: skip
    met = next(each for each in found.balance(0, 1) if each.status is Status.MET)
    assert (met.before, met.came, met.went, met.after) == (39, 1, 3, 37), "two fewer are three out and one in"
    moved = {each.issue.id: (each.before, each.after) for each in found.movements(0, 1)}
    assert moved == {
        **{row(n): (Status.MET, Status.REOPENED) for n in REOPENED},
        **{row(n): (Status.UNCOMPARED, Status.MET) for n in CLEARED},
        **{row(n): (Status.APART, Status.MERGED) for n in MERGED},
    }
    assert all(found.statuses(row(n)) == (Status.MET, Status.MET) for n in KEPT)
    reconciles(found)


# --- dropped and raised again


def test_dropped_and_raised_again() -> None:
    base = brexit()
    key = ("uk", row(60))
    again = replace(base, entries={**base.entries, key: (*base.entries[key], said("uk", 60, 10, "exactly 3"))})
    assert Ledger(History(again), ("uk", "eu")).statuses(row(60))[1] is Status.APART
    gone = Entry("uk", row(60), Statement("uk", when(9), PLACE), PLACE, stance=Stance.WITHDRAWN)
    both = {("uk", row(60)): (*base.entries[key], gone), ("eu", row(60)): (gone._replace(party="eu"),)}
    assert Ledger(History(replace(base, events=(), entries={**base.entries, **both})), ("uk", "eu")).statuses(
        row(60)
    ) == (Status.ONE_SIDED, Status.DROPPED)
