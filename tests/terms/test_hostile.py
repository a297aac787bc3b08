"""Words that no delegation would write: every one is read or refused, soon, and nothing crashes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.terms import Choice, Quantity, Scale, Sequences, Subsets, Term, TermError, TooComplex, read_term

from .worlds import WORLDS

MOST = 200
"""Times the baseline. The worst took 60 when measured: a thousand parts, each of which splits a range."""

STEPS = Sequences(tuple(f"s{n}" for n in range(40)))
ITEMS = Subsets(tuple(f"i{n}" for n in range(64)))
NUMBERS = Quantity(unit="troops", whole=False, no_limit="no cap")
SCALE = Scale(tuple(f"o{n}" for n in range(64)))

CLAUSES = 18
PAIRS = [f"s{2 * n} before s{2 * n + 1} or s{2 * n + 1} before s{(2 * n + 7) % 40}" for n in range(CLAUSES)]
PICKS = [f"including i{2 * n} or without i{2 * n + 1}" for n in range(CLAUSES)]
WHOLE_CHAIN = " then ".join(STEPS.steps)
LAGS = [
    f"s{2 * n} within {n + 1} days after s{2 * n + 1} or s{2 * n + 1} at least {n} days before s{(2 * n + 7) % 40}"
    for n in range(CLAUSES)
]
TIMED_CHAIN = "; ".join(f"s{n + 1} {n} to {2 * n} days after s{n}" for n in range(39))

HOSTILE: dict[str, tuple[Any, str]] = {
    "exponential orders": (STEPS, "; ".join(PAIRS)),
    "exponential orders, negated": (STEPS, f"anything but ({'; '.join(PAIRS)})"),
    "exponential sets": (ITEMS, "; ".join(PICKS)),
    "exponential sets, negated": (ITEMS, f"anything but ({'; '.join(PICKS)})"),
    "a chain negated": (STEPS, f"anything but ({WHOLE_CHAIN})"),
    "a chain negated twice": (STEPS, f"anything but (anything but ({WHOLE_CHAIN}))"),
    "exponential timetables": (STEPS, "; ".join(LAGS)),
    "exponential timetables, negated": (STEPS, f"anything but ({'; '.join(LAGS)})"),
    "a timed chain": (STEPS, TIMED_CHAIN),
    "a timed chain negated": (STEPS, f"anything but ({TIMED_CHAIN})"),
    "a timed chain negated twice": (STEPS, f"anything but (anything but ({TIMED_CHAIN}))"),
    "a thousand timetables": (
        STEPS,
        " or ".join(f"s{n % 40} {n} days after s{(n + 1 + n % 7) % 40}" for n in range(1, 600)),
    ),
    "orders and timetables": (STEPS, f"({'; '.join(PAIRS[:6])}) or ({'; '.join(LAGS[:6])})"),
    "a timed chain, fixed": (STEPS, "; ".join(f"s{n + 1} exactly 3 days after s{n}" for n in range(39))),
    "days without end": (STEPS, "s1 " + "at least 1 day and " * 900),
    "many days": (STEPS, f"s1 {'9' * 5_000} days after s2"),
    "any end": (STEPS, " or ".join(f"{step} first or {step} last" for step in STEPS.steps)),
    "no end": (STEPS, "; ".join(f"anything but {step} first" for step in STEPS.steps)),
    "a thousand orders": (STEPS, " or ".join(f"s{n % 40} before s{(n * 7 + 1) % 39}" for n in range(1, 900))),
    "one of each": (ITEMS, "; ".join(f"any of {', '.join(ITEMS.items[n : n + 8])}" for n in range(0, 64, 8))),
    "a thousand sets": (ITEMS, " or ".join(f"exactly i{n % 64} and i{(n * 5) % 61}" for n in range(900))),
    "not any set": (ITEMS, f"anything but ({' or '.join(f'exactly i{n}' for n in range(64))})"),
    "a thousand ranges": (NUMBERS, " or ".join(f"{3 * n} to {3 * n + 1}" for n in range(1_000))),
    "a thousand ranges, negated": (NUMBERS, f"anything but ({' or '.join(f'{3 * n}' for n in range(900))})"),
    "a thousand parts": (NUMBERS, "; ".join(f"anything but {n}" for n in range(1_000))),
    "a long number": (NUMBERS, "9" * 10_000),
    "a long fraction": (NUMBERS, "0." + "1" * 10_000),
    "many small numbers": (NUMBERS, "1 " * 9_000),
    "many ends": (NUMBERS, "at least 1 and " * 1_000),
    "many words for about": (NUMBERS, "about " * 3_000 + "5"),
    "many limits": (NUMBERS, "limit of " * 2_000 + "5"),
    "many somes": (NUMBERS, "some " * 3_000 + "5"),
    "many nots": (SCALE, "not " * 4_000 + "o1"),
    "many anything buts": (SCALE, "anything but " * 1_400 + "o1"),
    "many brackets": (SCALE, "(" * 9_000 + "o1" + ")" * 9_000),
    "open brackets": (SCALE, "(" * 10_000),
    "brackets side by side": (SCALE, "()" * 9_000),
    "nested alternatives": (SCALE, "(" * 20 + "o1" + " or o2)" * 20),
    "ors alone": (SCALE, "or " * 6_000),
    "semicolons alone": (SCALE, ";" * 15_000),
    "a long name": (SCALE, "o" * 10_000),
    "commas": (ITEMS, "including " + "i1, " * 4_000),
    "near names": (Choice(tuple("a" * n for n in range(60, 124))), "a" * 59 + "b" * 9_000),
    "control characters": (SCALE, "\x00\x1b[31m\x7f\u202e" * 1_000),
    "steps without end": (STEPS, "s1 before " * 1_500),
    "half characters": (SCALE, "\ud800" * 5_000),
    "spaces": (SCALE, " " * 100_000),
}


def processor_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def baseline() -> float:
    """Sorting 20,000 numbers as words: about 10 ms."""
    return min(processor_seconds(lambda: sorted(str(n * 7919 % 20_011) for n in range(20_000))) for _ in range(3))


def read(domain: Any, words: str) -> Term | TermError:
    try:
        return read_term(domain, words)
    except TermError as error:
        return error


def use(domain: Any, region: Any) -> None:
    """All that the program does with a region: only TooComplex may come out."""
    domain.say(region)
    for work in (lambda: ~region, lambda: region & ~region, lambda: region | region, lambda: region <= region):
        try:
            work()
        except TooComplex:
            continue
    assert region.meets(region) != region.is_empty


@pytest.mark.parametrize("name", HOSTILE)
def test_it_ends_soon(name: str) -> None:
    domain, words = HOSTILE[name]

    def work() -> None:
        found = read(domain, words)
        if isinstance(found, Term):
            use(domain, found.region)

    assert processor_seconds(work) < MOST * baseline()


WORDS = (
    *("at least", "at most", "exactly", "limit of", "any", "some", "some of", "anything", "but", "nothing", "or", ";"),
    *("(", ")", ",", "and", "to", "between", "from", "by", "about", "before", "then", "first", "last", "including"),
    *(
        "without",
        "only within",
        "all",
        "none",
        "no cap",
        "5",
        "85_000",
        "-1",
        "2.5",
        "30 days",
        "2026-03-01",
        "2 March",
    ),
    *(
        "neutral",
        "open door",
        "yes",
        "Russia",
        "ceasefire",
        "treaty",
        "troops",
        "km",
        "%",
        "not",
        "if",
        "/",
        "anything but",
    ),
    *("\x00", "\x1b[2J", "\u202e", "\u2028", "ß", "İ", "ﬁ", "١", "½", "e\u0301", "🕊", "`", "_", "\n"),
)
salad = st.lists(st.sampled_from(WORDS), max_size=14).flatmap(
    lambda words: st.sampled_from([" ", "", "_"]).map(lambda joint: joint.join(words))
)


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
@given(words=salad | st.text(max_size=80))
def test_any_words_are_read_or_refused(world: Any, words: str) -> None:
    found = read(world.domain, words)
    if isinstance(found, TermError):
        assert found.message
        assert "\n" not in found.message + found.hint
        return
    said = world.domain.say(found.region, found.unit)
    again = read_term(world.domain, said)
    assert again.region is not None
    assert again.region.same(found.region), (words, said)
