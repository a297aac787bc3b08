"""What the language says of words that it cannot read: what is wrong, what to write, and the part that is meant."""

from __future__ import annotations

import re
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
    TermError,
    YesNo,
    read_any_of,
    read_term,
)

TROOPS = Quantity(unit="troops", no_limit="no cap")
BOUNDED = Quantity(unit="troops", minimum=0, maximum=1000)
KM = Quantity(unit="km", whole=False)
EUROS = Quantity(unit="million euros", whole=False)
BARE = Quantity()
DURATION = Duration()
ENDLESS = Duration(no_limit="no end")
DATES = Dates()
ASSETS = Choice(("returned", "frozen", "to Ukraine"))
NATO = Scale(("neutral", "no wish to join", "open door", "own choice"))
YES_NO = YesNo()
REGIONS = Subsets(("Donetsk", "Luhansk", "Zaporizhzhia", "Kherson"))
STEPS = Sequences(("ceasefire", "talks on territory", "withdrawal", "treaty"), frozenset({(1, 2)}))

NUMBERS = "write numbers in digits, for example `at most 85_000`, `3 to 5`, `some limit`"
SPANS = "write numbers in digits, for example `at least 30 days`, `exactly 2 months`, `3 to 5 years`"
THOUSANDS = "join thousands by `_`, three digits at a time: 85_000"
DAY = "write 2026-01-31 or 31 January 2026"
PARTS = "join alternatives by `or`, parts that all hold by `;`"
OPTIONS = "the issue has `neutral`, `no wish to join`, `open door`, `own choice`"
ITEMS = "the issue has `Donetsk`, `Luhansk`, `Zaporizhzhia`, `Kherson`"
STEPS_KNOWN = "the issue has `ceasefire`, `talks on territory`, `withdrawal`, `treaty`"
AN_ITEM = "write for example `all`, `none`, `including Donetsk`, `without Donetsk`, `at least 2`"

Row = tuple[Any, str, str, str, str]
"""The domain, the words, the message, the hint, and the part ("=" for all of the words)."""


def up_to(word: str, figure: str) -> tuple[str, str, str]:
    hint = f"`limit of {figure}` if that is the figure of a text, `at most {figure}` if the party would take less too"
    return f"`{word}` can mean two things", f"write {hint}", "="


ANY_TYPE: list[Row] = [
    (NATO, "", "there are no words here", "write what the party wants, or leave the key out", ""),
    (NATO, " \n ", "there are no words here", "write what the party wants, or leave the key out", ""),
    (NATO, "neutral or", "a part of the term is empty", "delete the `;` or `or` that has nothing beside it", ""),
    (NATO, "; neutral", "a part of the term is empty", "delete the `;` or `or` that has nothing beside it", ""),
    (NATO, "()", "a part of the term is empty", "delete the `;` or `or` that has nothing beside it", ""),
    (NATO, "(neutral", "a bracket has no partner", "each `(` needs its `)`", ""),
    (NATO, "neutral)", "a bracket has no partner", "each `(` needs its `)`", ""),
    (
        NATO,
        "anything but neutral or open door",
        "`or` after `anything but` can mean two things",
        "write `anything but (neutral or open door)`, or `(anything but neutral) or open door`",
        "=",
    ),
    (
        NATO,
        "anything but anything",
        "`anything but anything` leaves no outcome",
        "write `nothing` if that is meant",
        "=",
    ),
    (NATO, "anything but", "nothing follows `anything but`", "name what is left out", "="),
    (
        NATO,
        "anything else",
        "`anything else` belongs to a red line",
        "write it after `rules_out`; elsewhere `anything but`, and what is left out",
        "=",
    ),
    (
        NATO,
        "neutral; open door",
        "these parts contradict each other",
        "`;` means that all parts hold; write `or` if one of them is enough",
        "",
    ),
    (NATO, "neutral if treaty", "a condition is no part of a term", "write it beside the term, under `if`", "="),
    (NATO, "not neutral", "`not` is no word of a term", "write `anything but neutral`", "="),
    (TROOPS, "not 5", "`not` is no word of a term", "write `anything but 5`", "="),
    (NATO, "any", "`any` is no word of a term here", "write `anything`", "="),
    (NATO, "some", "`some` needs an issue of numbers, dates or items", "name what would do, joined by `or`", "="),
    (NATO, "x" * 20_001, "this is too long for a term", "a term has at most 20,000 characters", ""),
    (NATO, "(" * 21 + "neutral" + ")" * 21, "these brackets are nested too deep", "say it in simpler words", ""),
    (
        NATO,
        " or ".join(["neutral"] * 1_001),
        "these words mean more than 1,000 alternatives",
        "say it in fewer alternatives",
        "",
    ),
]

QUANTITIES: list[Row] = [
    (TROOPS, "five", "`five` is not a number", f"{NUMBERS}, `no cap`", "="),
    (BARE, "at most five", "`five` is not a number", NUMBERS, "five"),
    (TROOPS, "at most", "nothing follows `at most`", f"{NUMBERS}, `no cap`", "="),
    (TROOPS, "limit of", "nothing follows `limit of`", f"{NUMBERS}, `no cap`", "="),
    (TROOPS, "1,5", "`1,5` is not a number", THOUSANDS, "="),
    (TROOPS, "12,34 troops", "`12,34 troops` is not a number", THOUSANDS, "="),
    (TROOPS, "1_00", "`1_00` is not a number", THOUSANDS, "="),
    (TROOPS, "1.234.567", "`1.234.567` is not a number", THOUSANDS, "="),
    (TROOPS, "85 000", "a space divides this number", "join thousands by `_`: 85_000", "000"),
    (
        TROOPS,
        "85.000",
        "`85.000` is not a whole number",
        "write 85_000 for thousands; if the issue has parts, give it `whole: no`",
        "=",
    ),
    (TROOPS, "85 thousand", "`thousand` is no number", "write it in digits: 1_500_000", "="),
    (TROOPS, "at most 1.5 million troops", "`million` is no number", "write it in digits: 1_500_000", "="),
    (TROOPS, "85k", "`k` is no number", "write it in digits: 1_500_000", "="),
    (TROOPS, "1e3", "`e3` is no number", "write it in digits: 1_500_000", "="),
    (KM, "1,5 km", "`1,5 km` is not a number", "write a point for decimals: 1.5", "="),
    (TROOPS, "5 soldiers", "`soldiers` is not the unit of this issue", "its unit is `troops`", "soldiers"),
    (TROOPS, "5%", "`%` is not the unit of this issue", "its unit is `troops`", "%"),
    (KM, "5 miles", "`miles` is not the unit of this issue", "its unit is `km`", "miles"),
    (BARE, "5 troops", "`troops` is not the unit of this issue", "write the number alone", "troops"),
    (EUROS, "€5", "the unit comes after the number", "write the number, then the unit of the issue", "="),
    (
        TROOPS,
        "5 troops in peacetime",
        "`troops in peacetime` says more than the unit",
        "what a term applies to, or runs from, stands under `scope`",
        "troops in peacetime",
    ),
    (TROOPS, "5 and 6", "`and 6` is a second part", PARTS, "and 6"),
    (TROOPS, "at least 5 troops, no cap", "`troops, no cap` is a second part", PARTS, "troops, no cap"),
    (TROOPS, "above 5 below 7", "`below 7` is a second part", PARTS, "below 7"),
    (TROOPS, "5-7", "a range is written with `to`", "write for example `3 to 5`", "-7"),
    (TROOPS, "5 – 7", "a range is written with `to`", "write for example `3 to 5`", "– 7"),
    (TROOPS, "7 to 5", "this range runs backwards", "`5` comes first, then `7`", "="),
    (TROOPS, "between 7 and 5", "this range runs backwards", "`5` comes first, then `7`", "="),
    (TROOPS, "at least 7 and at most 5", "this range runs backwards", "`5` comes first, then `7`", "="),
    (TROOPS, "at most 7 and at least 5", "the lower end comes first", "write `at least 5 and at most 7`", "="),
    (TROOPS, "up to 85_000", *up_to("up to", "85_000")),
    (TROOPS, "no more than 5", *up_to("no more than", "5")),
    (TROOPS, "maximum of 5", *up_to("maximum of", "5")),
    (TROOPS, "<= 5", *up_to("<=", "5")),
    (TROOPS, "fewer than 5", "`fewer than` is no word of a term", "write `below 5`", "="),
    (TROOPS, "not less than 5", "`not less than` is no word of a term", "write `at least 5`", "="),
    (TROOPS, "> 5", "`>` is no word of a term", "write `above 5`", "="),
    (TROOPS, "approximately 5", "`approximately` is no word of a term", "write `about 5`", "="),
    (
        TROOPS,
        "a limit",
        "`a limit` names no number",
        "write `some limit` if it does not say which, `any limit` if each would do",
        "=",
    ),
    (TROOPS, "some 5_000", "`some 5_000` names a value", "write `about 5_000` or `exactly 5_000`", "="),
    (TROOPS, "unlimited", "this issue has another word for `unlimited`", "write `no cap`", "="),
    (BOUNDED, "no cap", "this issue has no outcome `no cap`", "add `no_limit: no cap` to the issue", "="),
    (
        TROOPS,
        "limit of no cap",
        "no outcome fits `limit of no cap`",
        "a limit is a number, which `no cap` is not",
        "=",
    ),
    (
        BOUNDED,
        "1_001",
        "no outcome fits `1_001`",
        "the outcomes of this issue start at 0 troops and end at 1,000 troops",
        "=",
    ),
    (
        BOUNDED,
        "5 or below 0",
        "no outcome fits `below 0`",
        "the outcomes of this issue start at 0 troops and end at 1,000 troops",
        "below 0",
    ),
    (TROOPS, "9" * 31, "this number is too long to be meant", "a number has at most 30 digits", "="),
]

DURATIONS: list[Row] = [
    (
        DURATION,
        "at least 5",
        "a length of time needs a unit",
        "write `5 days`, `5 weeks`, `5 months` or `5 years`",
        "5",
    ),
    (
        DURATION,
        "9" * 29 + " years",
        "this number is too long to be meant",
        "a number has at most 30 digits",
        "=",
    ),
    (DURATION, "half a year", "`half a year` is not a number", SPANS, "="),
    (DURATION, "6 hours", "`hours` is not the unit of this issue", "write days, weeks, months or years", "hours"),
    (DURATION, "-3 days", "a length of time cannot be negative", "write it without the minus", "="),
    (
        DURATION,
        "1.000 days",
        "`1.000` can mean two things",
        "write 1_000 for a thousand, 1.5 for one and a half",
        "=",
    ),
    (DURATION, "0.1 days", "`0.1 days` is not a whole number of days", "round it, or write it in days", "="),
    (
        DURATION,
        "at least 1 year and 6 months",
        "a length of time has one unit",
        "write it in the smaller one: `18 months`, not `1 year 6 months`",
        "=",
    ),
    (
        DURATION,
        "30 days from the start",
        "`days from the start` says more than the unit",
        "what a term applies to, or runs from, stands under `scope`",
        "days from the start",
    ),
    (DURATION, "forever", "this issue has no outcome `forever`", "add `no_limit: forever` to the issue", "="),
    (ENDLESS, "permanent", "this issue has another word for `permanent`", "write `no end`", "="),
    (
        DURATION,
        "1 year to 3 months",
        "this range runs backwards",
        "`3 months` comes first, then `1 year`",
        "=",
    ),
]

DAYS: list[Row] = [
    (DATES, "by spring", "`spring` is not a date", DAY, "spring"),
    (DATES, "March 1, 2026", "`March 1, 2026` is not a date", DAY, "="),
    (DATES, "2026-3-1", "`2026-3-1` is not a date", DAY, "="),
    (DATES, "03/04/2026", "`03/04/2026` can mean two days", "write 2026-03-04 or 2026-04-03", "="),
    (DATES, "by 3.4.2026", "`3.4.2026` can mean two days", "write 2026-03-04 or 2026-04-03", "3.4.2026"),
    (DATES, "13/04/2026", "`13/04/2026` is not a date", "write 2026-04-13", "="),
    (DATES, "04/04/2026", "`04/04/2026` is not a date", "write 2026-04-04", "="),
    (DATES, "99/99/2026", "`99/99/2026` is not a date", DAY, "="),
    (DATES, "31 June 2026", "the calendar has no 31 June 2026", DAY, "="),
    (DATES, "2026-02-30", "the calendar has no 2026-02-30", DAY, "="),
    (
        DATES,
        "by 2026-03",
        "`2026-03` names no day",
        "write its first or its last day: from 2026-01-01, by 2026-01-31",
        "2026-03",
    ),
    (DATES, "until 2026-03-01", "`until` is no word of a term", "write `by 2026-03-01`", "="),
    (DATES, "not before 2026-03-01", "`not before` is no word of a term", "write `from 2026-03-01`", "="),
    (
        DATES,
        "from 2026-03-01 until 2026-04-01",
        "a range is written with `to`",
        "write `from 2026-03-01 to 2026-04-01`",
        "=",
    ),
    (
        DATES,
        "2026-03-01 to 2026-02-01",
        "this range runs backwards",
        "`2026-02-01` comes first, then `2026-03-01`",
        "=",
    ),
    (DATES, "by", "nothing follows `by`", "write for example `by 2026-01-31`, `after 2026-01-31`", "="),
]

CHOICES: list[Row] = [
    (NATO, "open dor", "`open dor` is not an option", "did you mean `open door`?", "="),
    (Choice(("none", "Fridays")), "nnoe", "`nnoe` is not an option", "did you mean `none`?", "="),
    (
        Choice(("not recognised", "de facto")),
        "nto recognised",
        "`nto recognised` is not an option",
        "did you mean `not recognised`?",
        "=",
    ),
    # What is only like a name may say the opposite: it is not offered.
    (
        Choice(("every night", "Fridays")),
        "no nights",
        "`no nights` is not an option",
        "the issue has `every night`, `Fridays`",
        "=",
    ),
    (
        Choice(("recognised", "de facto")),
        "unrecognised",
        "`unrecognised` is not an option",
        "the issue has `recognised`, `de facto`",
        "=",
    ),
    (NATO, "at least open dor", "`open dor` is not an option", "did you mean `open door`?", "open dor"),
    (NATO, "zebra", "`zebra` is not an option", OPTIONS, "="),
    (YES_NO, "maybe", "`maybe` is not an option", "the issue has `yes`, `no`", "="),
    (YES_NO, "not yes", "`not` is no word of a term", "write `anything but yes`", "="),
    (NATO, "neutral, open door", "an outcome is one option", "write `neutral or open door`", "="),
    (NATO, "neutral and open door", "an outcome is one option", "write `neutral or open door`", "="),
    (NATO, "neutral/open door", "an outcome is one option", "join alternatives by `or`: `neutral or open door`", "="),
    (
        NATO,
        "neutral to open door",
        "a range of options has two ends",
        "write `at least neutral; at most open door`",
        "=",
    ),
    (
        NATO,
        "between neutral and open door",
        "a range of options has two ends",
        "write `at least neutral; at most open door`",
        "=",
    ),
    (
        NATO,
        "at least neutral and at most open door",
        "a range of options has two ends",
        "write `at least neutral; at most open door`",
        "=",
    ),
    (NATO, "at most", "nothing follows `at most`", "name an option", "="),
    (NATO, "above own choice", "nothing is above `own choice`", "it is the last option", "="),
    (NATO, "below neutral", "nothing is below `neutral`", "it is the first option", "="),
    (
        ASSETS,
        "at least frozen",
        "`at least` needs options in order",
        "name the options, or give the issue `type: scale`",
        "at least",
    ),
]

SETS: list[Row] = [
    (
        REGIONS,
        "Donetsk",
        "`Donetsk` does not say which sets",
        "write `including Donetsk`, `exactly Donetsk`, `only within Donetsk` or `without Donetsk`;"
        " names are joined by `and`",
        "=",
    ),
    (REGIONS, "including Crimea", "`Crimea` is not an item of this issue", ITEMS, "Crimea"),
    (REGIONS, "including Lugansk", "`Lugansk` is not an item of this issue", "did you mean `Luhansk`?", "Lugansk"),
    (REGIONS, "without Donetsk and Crimea", "`Crimea` is not an item of this issue", ITEMS, "Crimea"),
    (
        REGIONS,
        "including Donetsk,",
        "a name is missing after the comma",
        "delete the comma, or name the item",
        "=",
    ),
    (REGIONS, "including", "nothing follows `including`", "name the items, or say how many", "="),
    (
        REGIONS,
        "including only Donetsk",
        "`including only Donetsk` can mean two things",
        "write `including Donetsk`, `exactly Donetsk`, `only within Donetsk` or `without Donetsk`;"
        " names are joined by `and`",
        "=",
    ),
    (
        REGIONS,
        "all but Donetsk",
        "`all but` can mean two things",
        "write `without Donetsk`, or `exactly` and the names of the others",
        "=",
    ),
    (REGIONS, "not Donetsk", "`not` is no word of a term", "write `without Donetsk`", "="),
    (REGIONS, "including all", "`all` stands by itself", "write `all`", "="),
    (
        REGIONS,
        "including Donetsk without Kherson",
        "these are two parts",
        "if both must hold, write `including Donetsk; without Kherson`",
        "=",
    ),
    (
        REGIONS,
        "2 items",
        "`2 items` can mean two things",
        "write `exactly 2`, `at least 2` or `at most 2`",
        "=",
    ),
    (REGIONS, "at least two", "`two` is not a number", "write it in digits", "="),
    (
        REGIONS,
        "at least 2 of Donetsk, Luhansk, Kherson",
        "`at least 2` counts all items of the issue",
        "write the sets that would do, joined by `or`",
        "=",
    ),
    (REGIONS, "at least 5", "no set fits `at least 5`", "the issue has 4 items", "="),
    (REGIONS, "3 to 2", "this range runs backwards", "write `2 to 3`", "="),
    (REGIONS, "some Donetsk", "`some Donetsk` does not say which items", "write `some of` and their names", "="),
    (REGIONS, "Crimea", "`Crimea` does not say which sets", AN_ITEM, "="),
]

ORDERS: list[Row] = [
    (
        STEPS,
        "ceasefire",
        "this names one step and no order",
        "write `ceasefire first`, or `ceasefire before` another step",
        "=",
    ),
    (STEPS, "ceasfire first", "`ceasfire` is not a step", "did you mean `ceasefire`?", "ceasfire"),
    (STEPS, "ceasefire before Elections", "`Elections` is not a step", STEPS_KNOWN, "Elections"),
    (
        STEPS,
        "ceasefire before",
        "no step follows `before`",
        "name the step that comes after, or delete `before`",
        "=",
    ),
    (
        STEPS,
        "then treaty",
        "no step stands before `then`",
        "name the step that comes first, or delete `then`",
        "=",
    ),
    (STEPS, "treaty first or last", "no step stands before `last`", "write for example `ceasefire last`", "last"),
    (STEPS, "first ceasefire", "`first` comes after its step", "write `ceasefire first`", "="),
    (
        STEPS,
        "first ceasefire, then treaty",
        "`first` is not written before `then`",
        "write `ceasefire then treaty`",
        "=",
    ),
    (
        STEPS,
        "ceasefire after treaty",
        "`after` does not join two steps",
        "write the earlier step first: `treaty before ceasefire`",
        "=",
    ),
    (
        STEPS,
        "ceasefire, treaty",
        "`,` does not join two steps",
        "join steps by `before` or `then`; join orders by `;` (both hold) or `or`",
        ",",
    ),
    (
        STEPS,
        "ceasefire then treaty last",
        "`last` goes with one step only",
        "write `treaty last` by itself, after a `;`",
        "=",
    ),
    (
        STEPS,
        "ceasefire then treaty then ceasefire",
        "this order cannot hold",
        "`ceasefire` stands before itself",
        "=",
    ),
    (
        STEPS,
        "withdrawal before talks on territory",
        "this order cannot hold",
        "it goes against what is `given` for everybody",
        "=",
    ),
    (
        STEPS,
        "withdrawal first",
        "`withdrawal` cannot come first",
        "it goes against what is `given` for everybody",
        "=",
    ),
    (
        STEPS,
        "treaty after 30 days",
        "`30 days` is counted from no step",
        "write `treaty 30 days after` another step",
        "=",
    ),
    (
        STEPS,
        "treaty within 30 days",
        "`within 30 days` is counted from no step",
        "write `treaty within 30 days after` another step",
        "=",
    ),
    (
        STEPS,
        "within 30 days after ceasefire",
        "no step stands before `within 30 days after ceasefire`",
        "name the step that comes then: `talks on territory within 30 days after ceasefire`",
        "=",
    ),
    (
        STEPS,
        "treaty within 30 days after",
        "no step follows `after`",
        "name the step from which the days are counted",
        "=",
    ),
    (
        STEPS,
        "treaty 30 days from ceasefire",
        "`from` does not join two steps",
        "write `treaty 30 days after ceasefire`",
        "=",
    ),
    (
        STEPS,
        "treaty 30 days of ceasefire",
        "`of` does not join two steps",
        "write `treaty 30 days after ceasefire`",
        "=",
    ),
    (
        STEPS,
        "treaty within 30 after ceasefire",
        "a length of time needs a unit",
        "write `treaty within 30 days after ceasefire`, `treaty within 30 weeks after ceasefire`, "
        "`treaty within 30 months after ceasefire` or `treaty within 30 years after ceasefire`",
        "=",
    ),
    (
        STEPS,
        "treaty within 30 dys after ceasefire",
        "`dys` is not a unit of time",
        "write days, weeks, months or years",
        "=",
    ),
    (
        STEPS,
        "treaty within thirty days after ceasefire",
        "`thirty days` is not a number",
        "write numbers in digits, for example `at least 30 days`, `exactly 2 months`, `3 to 5 years`",
        "=",
    ),
    (
        STEPS,
        "treaty 60 to 30 days after ceasefire",
        "this range runs backwards",
        "`30 days` comes first, then `60`",
        "=",
    ),
    (
        STEPS,
        "treaty less than 0 days after ceasefire",
        "no timetable fits `treaty less than 0 days after ceasefire`",
        "days are counted from 0 upwards",
        "=",
    ),
    (
        STEPS,
        "treaty within 300_000 days after ceasefire",
        "this number is too long to be meant",
        "count at most 100,000 days",
        "=",
    ),
    (STEPS, "treaty within 3 days after ceasfire", "`ceasfire` is not a step", "did you mean `ceasefire`?", "ceasfire"),
    (STEPS, "traety within 3 days after ceasefire", "`traety` is not a step", "did you mean `treaty`?", "traety"),
    (STEPS, "traety after ceasefire", "`traety` is not a step", "did you mean `treaty`?", "traety"),
    (
        STEPS,
        "treaty within 3 days after treaty",
        "this timing cannot hold",
        "`treaty` is counted from itself",
        "=",
    ),
    (
        STEPS,
        "withdrawal 3 days before talks on territory",
        "this timing cannot hold",
        "it goes against what is `given` for everybody",
        "=",
    ),
    (
        STEPS,
        "treaty within 3 days after ceasefire before withdrawal",
        "`before withdrawal` is a second part",
        "write the rest as a part of its own, after a `;`",
        "before withdrawal",
    ),
    (
        STEPS,
        "ceasefire before treaty within 3 days",
        "`within 3 days` does not follow an order",
        "write `treaty within 3 days after ceasefire`",
        "within 3 days",
    ),
    (
        STEPS,
        "ceasefire then withdrawal then treaty within 3 days",
        "`within 3 days` does not follow an order",
        "write the days as a part of its own, after a `;`",
        "within 3 days",
    ),
    (
        STEPS,
        "ceasefire then withdrawal after treaty",
        "`after` does not join two steps",
        "write by itself, the earlier step first: `treaty before withdrawal`",
        "=",
    ),
    (
        STEPS,
        "treaty no later than 3 days after ceasefire",
        "`no later than` is no word of a term",
        "write `treaty at most 3 days after ceasefire`",
        "=",
    ),
    (
        STEPS,
        "treaty not sooner than 3 days after ceasefire",
        "`not sooner than` is no word of a term",
        "write `treaty at least 3 days after ceasefire`",
        "=",
    ),
    (
        STEPS,
        "treaty within 3 days after ceasefire; treaty at least 5 days after ceasefire",
        "these parts contradict each other",
        "`;` means that all parts hold; write `or` if one of them is enough",
        "",
    ),
    (STEPS, "not ceasefire first", "`not` is no word of a term", "write `anything but ceasefire first`", "="),
]

ROWS = [*ANY_TYPE, *QUANTITIES, *DURATIONS, *DAYS, *CHOICES, *SETS, *ORDERS]


@pytest.mark.parametrize(("domain", "words", "message", "hint", "part"), ROWS, ids=[row[1][:40] for row in ROWS])
def test_message_hint_and_part(domain: Any, words: str, message: str, hint: str, part: str) -> None:
    with pytest.raises(TermError) as caught:
        read_term(domain, words)
    found = caught.value
    assert (found.message, found.hint) == (message, hint)
    assert found.part == (words if part == "=" else part)
    assert found.part in words
    assert str(found) == message


WRITE = re.compile(r"write (`.+?`(?:(?:, | or |, or )`.+?`)*)")


@pytest.mark.parametrize(("domain", "words", "message", "hint", "part"), ROWS, ids=[row[1][:40] for row in ROWS])
def test_what_a_hint_says_to_write_can_be_read(domain: Any, words: str, message: str, hint: str, part: str) -> None:
    """Only hints that give whole terms: those that name a key, or leave a place for words, are not tried."""
    match = WRITE.match(hint)
    if match is None or hint.endswith(("another step", "names of the others", "and their names", "`at least 2`")):
        return
    for suggestion in re.findall("`(.+?)`", match[1]):
        assert read_term(domain, suggestion).region is not None


def test_an_empty_list() -> None:
    with pytest.raises(TermError, match="this list is empty"):
        read_any_of(NATO, [])


def test_long_words_are_quoted_in_part() -> None:
    with pytest.raises(TermError) as caught:
        read_term(NATO, "z" * 500)
    assert caught.value.message == f"`{'z' * 59}…` is not an option"


def test_many_names_are_not_all_listed() -> None:
    many = Choice(tuple(f"option {n}" for n in range(30)))
    with pytest.raises(TermError) as caught:
        read_term(many, "zebra")
    assert caught.value.hint.endswith("`option 11` and 18 more")
