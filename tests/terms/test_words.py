"""Worked examples: words, some outcomes that they allow and some that they rule out, and how the region is said."""

from __future__ import annotations

import math
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from negotiate.terms import (
    Choice,
    Dates,
    Duration,
    Quantity,
    Scale,
    Sequences,
    Subsets,
    YesNo,
    also,
    read_any_of,
    read_term,
)

NO_CAP = math.inf
Row = tuple[str, list[Any], list[Any], str]


def day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


TROOPS = Quantity(unit="troops", minimum=0, no_limit="no cap")
QUANTITY: list[Row] = [
    ("exactly 85_000", [85_000], [84_999, 85_001, NO_CAP], "exactly 85,000 troops"),
    ("85_000", [85_000], [84_999, 85_001], "exactly 85,000 troops"),
    ("85,000 troops", [85_000], [85, 85_001], "exactly 85,000 troops"),
    ("85000", [85_000], [85], "exactly 85,000 troops"),
    ("1" + "0" * 29, [10**29], [0], "exactly 100,000,000,000,000,000,000,000,000,000 troops"),
    ("1_234_567", [1_234_567], [1_234], "exactly 1,234,567 troops"),
    ("limit of 85_000", [85_000], [84_999, NO_CAP], "exactly 85,000 troops"),
    ("about 1_000", [1_000], [999, 1_001], "exactly 1,000 troops"),
    ("1 troop", [1], [0, 2], "exactly 1 troop"),
    ("at most 5", [0, 5], [6, NO_CAP], "at most 5 troops"),
    ("at least 85_000", [85_000, NO_CAP], [84_999], "at least 85,000 troops"),
    ("limit of at least 85_000", [85_000], [84_999, NO_CAP], "any limit of at least 85,000 troops"),
    ("any limit of at least 85_000", [85_000], [84_999, NO_CAP], "any limit of at least 85,000 troops"),
    ("at least 5; any limit", [5, 9], [4, NO_CAP], "any limit of at least 5 troops"),
    ("below 5", [4], [5], "at most 4 troops"),
    ("under 5", [4], [5], "at most 4 troops"),
    ("less than 5", [4], [5], "at most 4 troops"),
    ("above 5", [6, NO_CAP], [5], "at least 6 troops"),
    ("over 5", [6], [5], "at least 6 troops"),
    ("more than 5", [6], [5], "at least 6 troops"),
    ("3 to 5", [3, 5], [2, 6, NO_CAP], "3 to 5 troops"),
    ("3 troops to 5 troops", [3, 5], [2, 6], "3 to 5 troops"),
    ("between 3 and 5", [3, 5], [2, 6], "3 to 5 troops"),
    ("from 3 to 5", [3, 5], [2, 6], "3 to 5 troops"),
    ("at least 3 and at most 5", [3, 5], [2, 6], "3 to 5 troops"),
    ("above 3 and below 5", [4], [3, 5], "exactly 4 troops"),
    ("at least 3; at most 5", [3, 5], [2, 6], "3 to 5 troops"),
    ("no cap", [NO_CAP], [0, 10**9], "no cap"),
    ("NO_CAP", [NO_CAP], [0], "no cap"),
    ("any limit", [0, 10**9], [NO_CAP], "any limit"),
    ("any number", [0, 10**9], [NO_CAP], "any limit"),
    ("at most 10 or at least 20", [10, 20, NO_CAP], [11, 19], "at most 10 troops or at least 20 troops"),
    ("at most 10 or 20 or no cap", [10, 20, NO_CAP], [15, 21], "at most 10 troops or exactly 20 troops or no cap"),
    ("1 to 3 or 3 to 5", [1, 5], [0, 6], "1 to 5 troops"),
    ("1 to 3 or 4 to 5", [1, 3, 4, 5], [0, 6], "1 to 5 troops"),
    ("(at most 10 or no cap); at least 5", [5, 10, NO_CAP], [4, 11], "5 to 10 troops or no cap"),
    ("at most 10 or no cap; at least 5", [5, 10, NO_CAP], [4, 11], "5 to 10 troops or no cap"),
    ("at most 10 or (no cap; at least 5)", [0, 10, NO_CAP], [11], "at most 10 troops or no cap"),
    ("anything but exactly 5", [4, 6, NO_CAP], [5], "anything but 5 troops"),
    ("anything but no cap", [0, 9], [NO_CAP], "any limit"),
    ("anything but (at most 5 or no cap)", [6], [5, NO_CAP], "any limit of at least 6 troops"),
    ("(anything but 5) or 5", [5, NO_CAP], [], "anything"),
    ("Anything", [0, NO_CAP], [], "anything"),
    ("nothing", [], [0, NO_CAP], "nothing"),
    ("nothing or 5", [5], [6], "exactly 5 troops"),
    ("AT  MOST\n 5", [5], [6], "at most 5 troops"),
]

KM = Quantity(unit="km", whole=False)
REAL: list[Row] = [
    ("at most 40", [40, Fraction(79, 2)], [Fraction(4001, 100)], "at most 40 km"),
    ("below 40 km", [Fraction(3999, 100)], [40], "below 40 km"),
    ("above 40", [Fraction(4001, 100)], [40], "above 40 km"),
    ("above 3 and below 5 km", [4, Fraction(31, 10)], [3, 5], "above 3 and below 5 km"),
    ("above 3 and at most 5", [5], [3], "above 3 and at most 5 km"),
    ("1.10", [Fraction(11, 10)], [1], "exactly 1.1 km"),
    ("-0.5 to 1_000.25 km", [0], [-1], "-0.5 to 1,000.25 km"),
    ("anything but 5", [Fraction(51, 10)], [5], "anything but 5 km"),
    ("below 5 or above 5", [4, 6], [5], "anything but 5 km"),
    ("1 km", [1], [2], "exactly 1 km"),
]

PERCENT = Quantity(unit="%", whole=False, minimum=0, maximum=100)
SHARE: list[Row] = [
    ("5%", [5], [6], "exactly 5%"),
    ("5 percent", [5], [6], "exactly 5%"),
    ("at least 2.5 per cent", [3, 100], [2], "at least 2.5%"),
    ("5 to 7%", [5, 7], [8], "5 to 7%"),
    ("at most 100", [0, 100], [], "anything"),
]

DURATION = Duration()
TIME: list[Row] = [
    ("exactly 30 days", [30], [29, 31], "exactly 30 days"),
    ("at least 2 months", [60, 61], [59], "at least 2 months"),
    ("at least 2 month", [60], [59], "at least 2 months"),
    ("1 month", [30], [31], "exactly 1 month"),
    ("3 to 5 years", [1080, 1800], [1079, 1801], "3 to 5 years"),
    ("12 months", [360], [365], "exactly 12 months"),
    ("1 year", [360], [365], "exactly 1 year"),
    ("1.5 years", [540], [541], "exactly 1.5 years"),
    ("0.5 years", [180], [181], "exactly 6 months"),
    ("0.5 months", [15], [14], "exactly 15 days"),
    ("2 weeks", [14], [13], "exactly 2 weeks"),
    ("below 1 month", [29], [30], "at most 29 days"),
    ("3 months to 1 year", [90, 360], [89, 361], "90 to 360 days"),
    ("at most 100 days; at least 2 months", [60, 100], [59, 101], "60 to 100 days"),
    ("0", [0], [1], "exactly 0 days"),
    ("some time", [0, 9], [], "anything"),
]

DATES = Dates()
CALENDAR: list[Row] = [
    ("by 2026-03-01", [day("2026-03-01")], [day("2026-03-02")], "by 1 March 2026"),
    ("after 2026-03-01", [day("2026-03-02")], [day("2026-03-01")], "from 2 March 2026"),
    ("before 2026-03-01", [day("2026-02-28")], [day("2026-03-01")], "by 28 February 2026"),
    ("from 2026-03-01", [day("2026-03-01")], [day("2026-02-28")], "from 1 March 2026"),
    ("on 2024-02-29", [day("2024-02-29")], [day("2024-03-01")], "on 29 February 2024"),
    ("by 1 March 2026", [day("2026-03-01")], [day("2026-03-02")], "by 1 March 2026"),
    ("by 01 march 2026", [day("2026-03-01")], [day("2026-03-02")], "by 1 March 2026"),
    (
        "2026-03-01 to 2026-04-01",
        [day("2026-03-01"), day("2026-04-01")],
        [day("2026-04-02")],
        "1 March 2026 to 1 April 2026",
    ),
    (
        "from 1 March 2026 to 1 April 2026",
        [day("2026-03-01")],
        [day("2026-02-28")],
        "1 March 2026 to 1 April 2026",
    ),
    ("anything but 2026-03-01", [day("2026-03-02")], [day("2026-03-01")], "anything but 1 March 2026"),
    ("some date after 2026-01-01", [day("2026-01-02")], [day("2026-01-01")], "from 2 January 2026"),
    ("any date", [1], [], "anything"),
]

DEADLINE = Dates(no_limit="no deadline")
DEADLINES: list[Row] = [
    ("any date", [day("2026-03-01")], [NO_CAP], "any date"),
    ("from 2026-03-01", [day("2026-03-01"), NO_CAP], [day("2026-02-28")], "from 1 March 2026"),
    ("any date from 2026-03-01", [day("2026-03-01")], [NO_CAP], "any date from 1 March 2026"),
    ("no deadline", [NO_CAP], [1], "no deadline"),
]

ASSETS = Choice(("returned", "frozen", "to Ukraine", "sold"))
CHOICE: list[Row] = [
    ("returned", ["returned"], ["frozen", "sold"], "returned"),
    ("To_Ukraine", ["to Ukraine"], ["frozen"], "to Ukraine"),
    ("frozen or RETURNED", ["returned", "frozen"], ["sold"], "returned or frozen"),
    ("anything but sold", ["returned", "frozen", "to Ukraine"], ["sold"], "anything but sold"),
    ("anything but (sold or frozen)", ["returned", "to Ukraine"], ["sold", "frozen"], "returned or to Ukraine"),
    ("anything but sold; anything but frozen", ["returned", "to Ukraine"], ["sold"], "returned or to Ukraine"),
    ("returned or frozen or to Ukraine or sold", ["sold"], [], "anything"),
    ("nothing", [], ["sold"], "nothing"),
]

TRICKY = Choice(("North or South", "nothing", "some", "(a) talks"))
NAMES_FIRST: list[Row] = [
    ("North or South", ["North or South"], ["nothing"], "North or South"),
    ("nothing", ["nothing"], ["some"], "nothing"),
    ("some", ["some"], ["nothing"], "some"),
    ("(a) talks", ["(a) talks"], ["some"], "(a) talks"),
]

NATO = Scale(("neutral", "no wish to join", "open door", "own choice"))
SCALE: list[Row] = [
    ("open door", ["open door"], ["neutral", "own choice"], "open door"),
    ("at least open door", ["open door", "own choice"], ["no wish to join"], "at least open door"),
    ("at most no_wish_to_join", ["neutral", "no wish to join"], ["open door"], "at most no wish to join"),
    ("above neutral", ["no wish to join", "own choice"], ["neutral"], "at least no wish to join"),
    ("below open door", ["neutral"], ["open door"], "at most no wish to join"),
    (
        "at least no wish to join; at most open door",
        ["no wish to join", "open door"],
        ["neutral", "own choice"],
        "no wish to join or open door",
    ),
    ("neutral or own choice", ["neutral", "own choice"], ["open door"], "neutral or own choice"),
    ("anything but neutral", ["own choice"], ["neutral"], "at least no wish to join"),
    ("anything but open door", ["neutral", "own choice"], ["open door"], "anything but open door"),
]

YES_NO = YesNo()
ANSWER: list[Row] = [
    ("yes", ["yes"], ["no"], "yes"),
    ("NO", ["no"], ["yes"], "no"),
    ("anything but yes", ["no"], ["yes"], "no"),
    ("yes or no", ["yes", "no"], [], "anything"),
]

REGIONS = Subsets(("Donetsk", "Luhansk", "Zaporizhzhia", "Kherson"))
D, L, Z, K = ({item} for item in REGIONS.items)
SET: list[Row] = [
    ("all", [D | L | Z | K], [D | L | Z], "all"),
    ("none", [set()], [D], "none"),
    ("including Donetsk and Luhansk", [D | L, D | L | Z | K], [D, Z], "including Donetsk and Luhansk"),
    ("including Donetsk, Luhansk", [D | L], [D], "including Donetsk and Luhansk"),
    ("including donetsk, luhansk, and kherson", [D | L | K], [D | L], "including Donetsk, Luhansk and Kherson"),
    ("without Kherson", [set(), D | L], [K, D | K], "without Kherson"),
    ("exactly Donetsk", [D], [set(), D | L], "exactly Donetsk"),
    ("only within Donetsk, Luhansk", [set(), D, D | L], [Z, D | Z], "only within Donetsk and Luhansk"),
    ("any of Donetsk, Luhansk", [D, L, D | Z], [set(), Z], "any of Donetsk and Luhansk"),
    ("at least 2", [D | L, D | L | Z], [D], "at least 2 items"),
    ("at most 1 item", [set(), K], [D | L], "at most 1 item"),
    ("exactly 2 of them", [D | L, Z | K], [D, D | L | K], "exactly 2 items"),
    ("2 to 3", [D | L, D | L | K], [D, D | L | Z | K], "2 to 3 items"),
    ("including Donetsk; without Kherson", [D, D | L], [L, D | K], "including Donetsk; without Kherson"),
    ("including Donetsk; at least 2", [D | K], [D, L | K], "including Donetsk; at least 2 items"),
    ("exactly Donetsk or exactly Luhansk", [D, L], [D | L], "exactly Donetsk or exactly Luhansk"),
    ("anything but all", [D, D | L | Z], [D | L | Z | K], "anything but all"),
    ("anything but (exactly Donetsk)", [set(), L, D | L], [D], "anything but exactly Donetsk"),
    ("some of Donetsk, Luhansk", [D, L, D | L | K], [set(), Z], "any of Donetsk and Luhansk"),
]

STEPS = Sequences(("ceasefire", "withdrawal", "treaty"))
C, W, T = STEPS.steps
ORDER: list[Row] = [
    ("ceasefire before withdrawal", [(C, W, T), (C, T, W)], [(W, C, T)], "ceasefire before withdrawal"),
    ("ceasefire then withdrawal then treaty", [(C, W, T)], [(C, T, W)], "ceasefire then withdrawal then treaty"),
    ("ceasefire before withdrawal before treaty", [(C, W, T)], [(C, T, W)], "ceasefire then withdrawal then treaty"),
    ("treaty last", [(C, W, T), (W, C, T)], [(C, T, W)], "ceasefire before treaty; withdrawal before treaty"),
    ("Ceasefire FIRST", [(C, W, T), (C, T, W)], [(T, C, W)], "ceasefire before withdrawal; ceasefire before treaty"),
    (
        "ceasefire before treaty; withdrawal before treaty",
        [(C, W, T), (W, C, T)],
        [(C, T, W)],
        "ceasefire before treaty; withdrawal before treaty",
    ),
    (
        "ceasefire before withdrawal or treaty before withdrawal",
        [(C, W, T), (T, W, C)],
        [(W, C, T)],
        "ceasefire before withdrawal or treaty before withdrawal",
    ),
    (
        "anything but treaty first",
        [(C, T, W), (W, C, T)],
        [(T, C, W)],
        "ceasefire before treaty or withdrawal before treaty",
    ),
    ("anything but ceasefire before withdrawal", [(W, C, T)], [(C, W, T)], "withdrawal before ceasefire"),
]

GIVEN = Sequences((C, W, T), frozenset({(1, 2)}))
WITH_GIVEN: list[Row] = [
    ("ceasefire first", [(C, W, T)], [(W, C, T)], "ceasefire before withdrawal"),
    ("ceasefire before treaty", [(C, W, T), (W, C, T)], [(W, T, C)], "ceasefire before treaty"),
    ("anything", [(W, T, C)], [(C, T, W)], "anything"),
]

LONG = Sequences(("truce", "talks", "pullback", "vote", "treaty"))
TRUCE, TALKS, PULLBACK, VOTE, TREATY = LONG.steps
LONGER: list[Row] = [
    ("truce first", [LONG.steps], [(TALKS, TRUCE, PULLBACK, VOTE, TREATY)], "truce first"),
    ("treaty last", [LONG.steps], [(TALKS, TRUCE, TREATY, VOTE, PULLBACK)], "treaty last"),
    (
        "truce first; vote before treaty",
        [LONG.steps],
        [(TRUCE, TREATY, VOTE, TALKS, PULLBACK)],
        "truce first; vote before treaty",
    ),
    ("anything but truce first", [(TALKS, TRUCE, PULLBACK, VOTE, TREATY)], [LONG.steps], "anything but truce first"),
    (
        "talks before vote; truce before pullback or truce before treaty",
        [LONG.steps],
        [(VOTE, TALKS, TRUCE, PULLBACK, TREATY), (TALKS, VOTE, PULLBACK, TREATY, TRUCE)],
        "talks before vote; truce before pullback or truce before treaty",
    ),
]


def dated(*days: int) -> tuple[tuple[str, int], ...]:
    """The days of ceasefire, withdrawal and treaty, in their order."""
    return tuple(sorted(zip(STEPS.steps, days, strict=True), key=lambda each: each[1]))


DATED: list[Row] = [
    (
        "treaty within 30 days after ceasefire",
        [dated(0, 9, 30), dated(5, 0, 5)],
        [dated(0, 9, 31), dated(5, 9, 4)],
        "treaty at most 30 days after ceasefire",
    ),
    (
        "treaty within 30 days of ceasefire",
        [dated(0, 9, 30)],
        [dated(30, 9, 0)],
        "treaty at most 30 days after ceasefire",
    ),
    (
        "Treaty AT MOST 2 months AFTER ceasefire",
        [dated(0, 9, 60)],
        [dated(0, 9, 61)],
        "treaty at most 2 months after ceasefire",
    ),
    (
        "ceasefire at least 30 days before treaty",
        [dated(0, 9, 30)],
        [dated(0, 9, 29)],
        "treaty at least 30 days after ceasefire",
    ),
    (
        "treaty exactly 3 weeks after ceasefire",
        [dated(0, 9, 21)],
        [dated(0, 9, 20)],
        "treaty exactly 3 weeks after ceasefire",
    ),
    (
        "treaty 1_000 days after ceasefire",
        [dated(0, 9, 1000)],
        [dated(0, 9, 999)],
        "treaty exactly 1,000 days after ceasefire",
    ),
    (
        "treaty 30 to 60 days after ceasefire",
        [dated(0, 9, 45)],
        [dated(0, 9, 29)],
        "treaty 30 to 60 days after ceasefire",
    ),
    (
        "treaty between 1 and 2 months before ceasefire",
        [dated(45, 9, 0)],
        [dated(0, 9, 45)],
        "ceasefire 1 to 2 months after treaty",
    ),
    ("treaty at least 0 days after ceasefire", [dated(0, 0, 0)], [dated(1, 0, 0)], "ceasefire before treaty"),
    (
        "treaty more than 30 days after ceasefire",
        [dated(0, 9, 31)],
        [dated(0, 9, 30)],
        "treaty at least 31 days after ceasefire",
    ),
    (
        "treaty exactly 0 days after ceasefire",
        [dated(0, 9, 0)],
        [dated(0, 9, 1)],
        "treaty exactly 0 days after ceasefire",
    ),
    (
        "anything but treaty within 30 days after ceasefire",
        [dated(0, 9, 31), dated(1, 9, 0)],
        [dated(0, 9, 30)],
        "anything but treaty at most 30 days after ceasefire",
    ),
    (
        "anything but treaty at least 30 days after ceasefire",
        [dated(0, 9, 29), dated(99, 9, 0)],
        [dated(0, 9, 30)],
        "treaty before ceasefire or treaty at most 29 days after ceasefire",
    ),
    (
        "ceasefire then withdrawal; treaty within 100 days after withdrawal",
        [dated(0, 9, 30)],
        [dated(0, 9, 110), dated(9, 0, 30)],
        "ceasefire before withdrawal; treaty at most 100 days after withdrawal",
    ),
    (
        "withdrawal 30 days after ceasefire; treaty 30 days after withdrawal",
        [dated(0, 30, 60)],
        [dated(0, 30, 61)],
        "withdrawal exactly 30 days after ceasefire; treaty exactly 30 days after withdrawal",
    ),
    (
        "ceasefire before treaty; treaty at most 30 days after withdrawal or treaty before withdrawal",
        [dated(0, 0, 30), dated(0, 9, 5)],
        [dated(0, 0, 31)],
        "ceasefire before treaty; treaty before withdrawal or treaty at most 30 days after withdrawal",
    ),
    (
        "treaty within 30 days after ceasefire or treaty before ceasefire",
        [dated(0, 9, 30), dated(9, 0, 2)],
        [dated(0, 9, 31)],
        "treaty before ceasefire or treaty at most 30 days after ceasefire",
    ),
]

TABLES = [
    (STEPS, DATED),
    (TROOPS, QUANTITY),
    (KM, REAL),
    (PERCENT, SHARE),
    (DURATION, TIME),
    (DATES, CALENDAR),
    (DEADLINE, DEADLINES),
    (ASSETS, CHOICE),
    (TRICKY, NAMES_FIRST),
    (NATO, SCALE),
    (YES_NO, ANSWER),
    (REGIONS, SET),
    (STEPS, ORDER),
    (GIVEN, WITH_GIVEN),
    (LONG, LONGER),
]
ROWS = [(domain, *row) for domain, rows in TABLES for row in rows]


@pytest.mark.parametrize(("domain", "words", "allowed", "ruled_out", "said"), ROWS)
def test_words_region_words(domain: Any, words: str, allowed: list[Any], ruled_out: list[Any], said: str) -> None:
    term = read_term(domain, words)
    region: Any = term.region
    assert term.words == words
    assert [outcome for outcome in allowed if outcome not in region] == []
    assert [outcome for outcome in ruled_out if outcome in region] == []
    assert domain.say(region, term.unit) == said
    assert read_term(domain, said).region.same(region)  # type: ignore[union-attr]


UNNAMED = [
    (TROOPS, "some limit", "any limit"),
    (TROOPS, "some number", "any limit"),
    (TROOPS, "some", "any limit"),
    (TROOPS, "some limit below 10", "at most 9 troops"),
    (DURATION, "some time of at least 2 months", "at least 2 months"),
    (DATES, "some date by 2026-01-31", "by 31 January 2026"),
    (REGIONS, "some", "at least 1 item"),
    (REGIONS, "some items", "at least 1 item"),
    (REGIONS, "some of Donetsk and Kherson", "any of Donetsk and Kherson"),
]


@pytest.mark.parametrize(("domain", "words", "said"), UNNAMED)
def test_a_value_not_named(domain: Any, words: str, said: str) -> None:
    term = read_term(domain, words)
    assert not term.named
    assert domain.say(term.region, term.unit) == said


def test_one_value_not_named_leaves_the_whole_unnamed() -> None:
    assert not read_term(TROOPS, "some limit or exactly 5").named
    assert read_term(TROOPS, "any limit").named


def test_about_is_kept_apart_from_the_figure() -> None:
    assert read_term(TROOPS, "about 5").about
    assert read_term(TROOPS, "limit of about 5 or at least 7").about
    assert not read_term(TROOPS, "exactly 5").about


UNITS = [
    ("2 months", "months"),
    ("2 months to 1 year", None),
    ("3 to 5 years", "years"),
    ("2 months or 3 months", "months"),
    ("2 months or 3 weeks", None),
    ("at least 1 week; at most 30 days", None),
    ("0", None),
]
LAG_UNITS = [
    ("treaty within 2 months after ceasefire", "months"),
    ("treaty within 2 months after ceasefire; withdrawal before treaty", "months"),
    ("treaty within 2 months after ceasefire; withdrawal at least 3 days before treaty", None),
    ("treaty before ceasefire", None),
]


@pytest.mark.parametrize(("words", "unit"), UNITS)
def test_the_writers_unit(words: str, unit: str | None) -> None:
    assert read_term(DURATION, words).unit == unit


@pytest.mark.parametrize(("words", "unit"), LAG_UNITS)
def test_the_writers_unit_of_days_between_steps(words: str, unit: str | None) -> None:
    assert read_term(STEPS, words).unit == unit
    assert read_term(STEPS, "treaty within about 2 months of ceasefire").about


LISTS = [
    (TROOPS, ["at most 5", "no cap"], "at most 5 or no cap", "at most 5 troops or no cap"),
    (NATO, ["neutral", "anything but open door"], "neutral or (anything but open door)", "anything but open door"),
    (TROOPS, ["at least 3; at most 5", "9"], "(at least 3; at most 5) or 9", "3 to 5 troops or exactly 9 troops"),
    (ASSETS, ["sold"], "sold", "sold"),
]


@pytest.mark.parametrize(("domain", "words", "joined", "said"), LISTS)
def test_a_list_means_or(domain: Any, words: list[str], joined: str, said: str) -> None:
    term = read_any_of(domain, words)
    assert (term.words, domain.say(term.region)) == (joined, said)
    assert read_term(domain, joined).region == term.region


def test_unchanged_adds() -> None:
    both = also(TROOPS, read_term(TROOPS, "at most 10"), read_term(TROOPS, "at least 5"))
    assert (both.words, TROOPS.say(both.region)) == ("at most 10; at least 5", "5 to 10 troops")
    assert both.words == "at most 10; at least 5"
    assert also(TROOPS, both, read_term(TROOPS, "at least 5; at most 9")).words == "at most 10; at least 5; at most 9"
    contradictory = also(TROOPS, read_term(TROOPS, "at most 5"), read_term(TROOPS, "at least 10"))
    assert contradictory.region is not None
    assert contradictory.region.is_empty


DISTANCES = [
    (TROOPS, "exactly 85_000", "exactly 250_000", "165,000 troops"),
    (TROOPS, "5", "6", "1 troop"),
    (PERCENT, "5", "7.5", "2.5%"),
    (KM, "at most 40", "above 40", "0 km"),
    (DURATION, "1 month", "3 months", "60 days"),
    (DATES, "by 2026-03-01", "after 2026-03-01", "1 day"),
    (NATO, "neutral", "own choice", "3 steps"),
    (NATO, "neutral", "no wish to join", "1 step"),
    (REGIONS, "all", "exactly Donetsk", "3 items contested"),
    (REGIONS, "at least 3", "at most 2", "1 item contested"),
    (STEPS, "ceasefire then withdrawal", "withdrawal then ceasefire", "1 pair of steps in opposite order"),
    (STEPS, "treaty within 30 days after ceasefire", "treaty at least 60 days after ceasefire", "30 days"),
    (STEPS, "treaty within 30 days after ceasefire", "treaty before ceasefire", "1 pair of steps in opposite order"),
    (
        STEPS,
        "treaty within 30 days after ceasefire",
        "treaty at least 60 days after withdrawal; ceasefire before withdrawal",
        "30 days",
    ),
    (
        STEPS,
        "treaty 2 days after ceasefire or treaty 9 days after ceasefire",
        "treaty 5 days after ceasefire",
        "3 days",
    ),
]


@pytest.mark.parametrize(("domain", "one", "other", "said"), DISTANCES)
def test_distances_in_words(domain: Any, one: str, other: str, said: str) -> None:
    a, b = (read_term(domain, words).region for words in (one, other))
    assert domain.say_distance(domain.distance(a, b)) == domain.say_distance(domain.distance(b, a)) == said


def test_days_are_nearer_than_a_pair_in_opposite_order() -> None:
    """However many they are: a party that turns a pair round never comes nearer by it."""
    region = {
        words: read_term(STEPS, words).region
        for words in (
            "treaty before ceasefire",
            "treaty 1 day after ceasefire",
            "treaty at least 90_000 days after ceasefire",
        )
    }
    turned, near, far = region.values()
    days = STEPS.distance(near, far)  # type: ignore[arg-type]
    pairs = STEPS.distance(turned, far)  # type: ignore[arg-type]
    assert days is not None
    assert pairs is not None
    assert 0 < days < pairs == 1
    assert STEPS.say_distance(days, "years") == "89,999 days"


def test_a_distance_in_the_writers_unit() -> None:
    assert DURATION.say_distance(60, "months") == "2 months"
    assert DURATION.say_distance(45, "years") == "1.5 months"
    assert DURATION.say_distance(10, "weeks") == "10 days"


def test_no_number_closes_the_gap_to_no_cap() -> None:
    a, b = (read_term(TROOPS, words).region for words in ("no cap", "at most 5"))
    assert TROOPS.distance(a, b) == math.inf  # type: ignore[arg-type]
    assert ASSETS.distance(ASSETS.only(0), ASSETS.only(1)) is None


COUNTED = [
    ("countries", "1 country"),
    ("people", "1 person"),
    ("ships", "1 ship"),
    ("tonnes of grain", "1 tonne of grain"),
    ("barrels a day", "1 barrel a day"),
    ("km", "1 km"),
    ("buses per day", "1 bus per day"),
    ("gas", "1 gas"),
    ("troops", "1 troop"),
    ("series", "1 series"),
    ("", "1"),
]


@pytest.mark.parametrize(("unit", "said"), COUNTED)
def test_one_of_a_unit(unit: str, said: str) -> None:
    assert Quantity(unit=unit).show(1) == said
