"""A small world for each type of issue: its outcomes, and its atoms in words and as tests."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

from negotiate.terms import Choice, Dates, Duration, Quantity, Scale, Sequences, Subsets, YesNo

from .brute import (
    Spoken,
    World,
    beside,
    fewest_changes,
    nearest,
    order_of,
    orders_keeping,
    steps_between,
    subsets,
    timetables,
)

TOP = math.inf
Numbers = Sequence[tuple[str, Any]]
"""Numbers as a writer spells them, with what they are."""

# --- numbers, lengths of time, dates

LOWS = {"at least": True, "from": True, "above": False, "over": False, "more than": False, "after": False}
HIGHS = {"at most": True, "by": True, "below": False, "under": False, "less than": False, "before": False}


def low_end(number: tuple[str, Any], random: Random) -> Spoken:
    word, (said, value) = random.choice(list(LOWS)), number
    return Spoken(f"{word} {said}", lambda o: o > value or (LOWS[word] and bool(o == value)))


def high_end(number: tuple[str, Any], random: Random) -> Spoken:
    word, (said, value) = random.choice(list(HIGHS)), number
    return Spoken(f"{word} {said}", lambda o: o < value or (HIGHS[word] and bool(o == value)))


def exactly(number: tuple[str, Any], random: Random) -> Spoken:
    word, (said, value) = (
        random.choice(("exactly ", "", "limit of ", "about ", "on ", "limit of about ")),
        number,
    )
    return Spoken(f"{word}{said}", lambda o: bool(o == value))


def limited(number: tuple[str, Any], random: Random) -> Spoken:
    inner = random.choice((low_end, high_end))(number, random)
    word = random.choice(("limit of", "some", "some limit", "some date", "some time"))
    return Spoken(f"{word} {inner.words}", lambda o: o != TOP and inner.holds(o))


def span(low: tuple[str, Any], high: tuple[str, Any], random: Random) -> Spoken:
    low, high = sorted((low, high), key=lambda number: number[1])
    if random.random() < 0.4:
        start, end = low_end(low, random), high_end(high, random)
        return Spoken(f"{start.words} and {end.words}", lambda o: start.holds(o) and end.holds(o))
    form = random.choice(("{} to {}", "between {} and {}", "from {} to {}"))
    return Spoken(form.format(low[0], high[0]), lambda o: low[1] <= o <= high[1])


def line_atom(numbers: Numbers, no_limit: str | None) -> Callable[[Random], Spoken]:
    def atom(random: Random) -> Spoken:
        number = random.choice(numbers)
        forms: list[Callable[[], Spoken]] = [
            lambda: exactly(number, random),
            lambda: low_end(number, random),
            lambda: high_end(number, random),
            lambda: limited(number, random),
            lambda: span(number, random.choice(numbers), random),
            lambda: Spoken(random.choice(("any limit", "some limit", "some value")), lambda o: bool(o != TOP)),
        ]
        if no_limit:
            forms.append(lambda: Spoken(no_limit, lambda o: bool(o == TOP)))
        return random.choice(forms)()

    return atom


def line(name: str, domain: Any, numbers: Numbers, step: Any = 1, units: tuple[str | None, ...] = (None,)) -> World:
    low = -TOP if domain.minimum is None else domain.minimum
    high = TOP if domain.maximum is None else domain.maximum
    ends = [value for value in (domain.minimum, domain.maximum) if value is not None]
    values = beside([*ends, *(value for _, value in numbers)], step)
    outcomes = [value for value in values if low <= value <= high and (not domain.whole or value == int(value))]
    if domain.no_limit:
        outcomes.append(TOP)
    atom = line_atom(numbers, domain.no_limit)
    return World(name, domain, outcomes, atom, nearest, 0 if step == 1 else 2 * step, units)


WHOLE: Numbers = [
    *((str(n), n) for n in range(7)),
    ("1_000 troops", 1000),
    ("1,000", 1000),
    ("-2 troops", -2),
    ("1 troop", 1),
    ("12 troops", 12),
]
REAL: Numbers = [
    ("0", 0),
    ("1 km", 1),
    ("1.25", Fraction(5, 4)),
    ("3.67 km", Fraction(367, 100)),
    ("40", 40),
    ("1_000.5 km", Fraction(2001, 2)),
    ("-0.5", Fraction(-1, 2)),
]
SPANS: Numbers = [
    ("0", 0),
    ("1 day", 1),
    ("2 days", 2),
    ("30 days", 30),
    ("1 week", 7),
    ("3 weeks", 21),
    ("1 month", 30),
    ("1.5 months", 45),
    ("6 months", 180),
    ("1 year", 360),
    ("0.5 years", 180),
    ("1.5 years", 540),
    ("100 days", 100),
]
FIRST_OF_MARCH = date(2026, 3, 1).toordinal()
DAYS: Numbers = [(date.fromordinal(FIRST_OF_MARCH + n).isoformat(), FIRST_OF_MARCH + n) for n in range(-4, 5)]
LENGTHS = ("days", "weeks", "months", "years", None)

# --- options

OPTIONS = ("neutral", "no wish to join", "open door", "open door later", "own choice")
ORDERED: dict[str, Callable[[int, int], bool]] = {
    "at least": lambda a, b: a >= b,
    "at most": lambda a, b: a <= b,
    "above": lambda a, b: a > b,
    "below": lambda a, b: a < b,
}


def spelled(name: str, random: Random) -> str:
    return name.replace(" ", random.choice(" _"))


def options(name: str, domain: Any) -> World:
    known, ordered = domain.options, isinstance(domain, Scale)

    def atom(random: Random) -> Spoken:
        at = random.randrange(len(known))
        option = spelled(known[at], random)
        if ordered and random.random() < 0.6:
            word = random.choice(list(ORDERED))
            return Spoken(f"{word} {option}", lambda o: ORDERED[word](known.index(o), at))
        return Spoken(option, lambda o: bool(o == known[at]))

    return World(name, domain, known, atom, steps_between(known) if ordered else None)


# --- sets

ITEMS = ("Russia", "Russia and Ukraine", "land before sea", "242", "Ukraine")
LISTS: dict[str, Callable[[Any, Any], bool]] = {
    "including": lambda outcome, names: outcome >= names,
    "without": lambda outcome, names: not outcome & names,
    "exactly": lambda outcome, names: outcome == names,
    "only within": lambda outcome, names: outcome <= names,
    "any of": lambda outcome, names: bool(outcome & names),
    "some of": lambda outcome, names: bool(outcome & names),
}
COUNTS: dict[str, Callable[[int, int], bool]] = {
    "at least {}": lambda a, b: a >= b,
    "at most {} items": lambda a, b: a <= b,
    "exactly {} of them": lambda a, b: a == b,
    "at least {} of the items": lambda a, b: a >= b,
}


def counted(most: int, random: Random) -> Spoken:
    number, other = random.randint(0, most + 1), random.randint(0, most)
    if random.random() < 0.3:
        low, high = sorted((number, other))
        return Spoken(f"{low} to {high}", lambda o: low <= len(o) <= high)
    form = random.choice(list(COUNTS))
    return Spoken(form.format(number), lambda o: COUNTS[form](len(o), number))


def sets(name: str, items: tuple[str, ...]) -> World:
    def atom(random: Random) -> Spoken:
        if random.random() < 0.3:
            return counted(len(items), random)
        if random.random() < 0.2:
            word = random.choice(("all", "none", "some"))
            return Spoken(word, {"all": lambda o: len(o) == len(items), "none": lambda o: not o, "some": bool}[word])
        names = frozenset(random.sample(items, random.randint(1, len(items))))
        word, listed = random.choice(list(LISTS)), random.choice((", ", " , ", ", and ")).join(sorted(names))
        return Spoken(f"{word} {listed}", lambda o: LISTS[word](o, names))

    return World(name, Subsets(items), subsets(items), atom, fewest_changes)


# --- orders

STEPS = ("ceasefire", "ceasefire line", "talks before winter", "treaty", "first withdrawal")


def orders(name: str, steps: tuple[str, ...], given: frozenset[tuple[int, int]] = frozenset()) -> World:
    def atom(random: Random) -> Spoken:
        one = random.choice(steps)
        if random.random() < 0.3:
            place, word = random.choice(((0, "first"), (-1, "last")))
            return Spoken(f"{spelled(one, random)} {word}", lambda o: bool(o[place] == one))
        chain = random.sample(steps, random.randint(2, min(4, len(steps))))
        link = random.choice((" before ", " then "))
        return Spoken(link.join(spelled(step, random) for step in chain), lambda o: sorted(chain, key=o.index) == chain)

    return World(name, Sequences(steps, given), orders_keeping(steps, given), atom)


# --- orders in which days count

DELAYS: dict[str, Callable[[int, int], bool]] = {
    "at least {} days": lambda days, n: days >= n,
    "within {} days": lambda days, n: days <= n,
    "at most {} days": lambda days, n: days <= n,
    "exactly {} days": lambda days, n: days == n,
    "{} days": lambda days, n: days == n,
    "more than {} days": lambda days, n: days > n,
    "less than {} days": lambda days, n: days < n,
    "about {} days": lambda days, n: days == n,
}
MOST_DAYS = 2


def delayed(steps: tuple[str, ...], random: Random) -> Spoken:
    """One step so many days after another; it comes after it even on the same day."""
    one, other = random.sample(steps, 2)
    n = random.randint(0, MOST_DAYS)
    form, link = random.choice(list(DELAYS)), random.choice(("after", "before"))
    holds, said = DELAYS[form], form.format(n)
    if random.random() < 0.2:
        low, high = sorted((n, random.randint(0, MOST_DAYS)))
        holds, said = (
            (lambda days, n: low <= days <= high),
            random.choice(("{} to {} days", "between {} and {} days")).format(low, high),
        )
    if said.startswith("within") and link == "after":
        link = random.choice(("after", "of"))
    first, last = (one, other) if link == "before" else (other, one)

    def fits(outcome: Any) -> bool:
        order, days = order_of(outcome), dict(outcome)
        return order.index(first) < order.index(last) and holds(days[last] - days[first], n)

    return Spoken(f"{spelled(one, random)} {said} {link} {spelled(other, random)}", fits)


def timed(name: str, steps: tuple[str, ...], given: frozenset[tuple[int, int]] = frozenset()) -> World:
    plain = orders(name, steps, given).atom

    def atom(random: Random) -> Spoken:
        if random.random() < 0.6:
            return delayed(steps, random)
        said = plain(random)
        return Spoken(said.words, lambda outcome: said.holds(order_of(outcome)))

    domain = Sequences(steps, given)
    return World(name, domain, timetables(steps, 2 * MOST_DAYS + 1, given), atom, units=("days", "weeks", None))


SMALL = Fraction(1, 1000)
WORLDS = [
    line("whole", Quantity(unit="troops"), WHOLE),
    line("whole, no cap", Quantity(unit="troops", minimum=0, no_limit="no cap"), WHOLE),
    line("whole, bounded", Quantity(unit="troops", minimum=2, maximum=12), WHOLE),
    line("whole, bounded, no cap", Quantity(unit="troops", minimum=2, maximum=12, no_limit="no cap"), WHOLE),
    line("whole, odd bounds", Quantity("troops", True, Fraction(1, 2), Fraction(9, 2), "no cap"), WHOLE),
    line("real", Quantity(unit="km", whole=False), REAL, SMALL),
    line("real, no cap", Quantity(unit="km", whole=False, minimum=0, no_limit="no cap"), REAL, SMALL),
    line("real, bounded", Quantity("km", False, Fraction(1, 2), Fraction(401, 10), "no end"), REAL, SMALL),
    line("duration", Duration(), SPANS, units=LENGTHS),
    line("duration, no end", Duration(maximum=540, no_limit="no end"), SPANS, units=LENGTHS),
    line("date", Dates(), DAYS),
    line("date, bounded", Dates(minimum=FIRST_OF_MARCH, maximum=FIRST_OF_MARCH + 20, no_limit="never"), DAYS),
    options("choice", Choice(OPTIONS)),
    options("choice of one", Choice(("neutral",))),
    options("scale", Scale(OPTIONS)),
    options("yes-no", YesNo()),
    sets("set of five", ITEMS),
    sets("set of three", ITEMS[:3]),
    sets("set of one", ITEMS[1:2]),
    orders("sequence of five", STEPS),
    orders("sequence of four, given", STEPS[:4], frozenset({(3, 0)})),
    orders("sequence of five, given", STEPS, frozenset({(1, 2), (2, 4)})),
    orders("sequence of two", STEPS[:2]),
    timed("timetable of three", STEPS[:3]),
    timed("timetable of three, given", (*STEPS[:2], STEPS[4]), frozenset({(1, 2)})),
]
