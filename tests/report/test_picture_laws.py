"""Pictures of random positions, for every type: never wider than asked for, never an exception."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.compare import Position
from negotiate.model import Stance
from negotiate.report.picture.drawing import picture
from negotiate.terms import (
    AnyDomain,
    Choice,
    Dates,
    Duration,
    Quantity,
    Scale,
    Sequences,
    Subsets,
    TermError,
    YesNo,
    read_term,
)
from negotiate.text.width import cells

from ..compare.build import GUARANTEES, position
from .tables import table

HOSTILE = ["", " ", "日本語の長い名前です", "\x1b[31mred", "a\nb", "\u202eevil", "x" * 90, "|`*<b>"]
HOSTILE += ["\U0001f469\u200d\U0001f469\u200d\U0001f467", "e\u0301\u0301\u0301", "\ufe0f☃", "\u200d"]
NAMES = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=12), min_size=3, max_size=3)

NUMBERS = ["at most 5", "at least 9", "exactly 7", "below 4 or above 8", "some limit", "3 to 6", "any limit"]
WORDS: dict[str, tuple[AnyDomain, list[str]]] = {
    "troops": (Quantity(unit="troops", no_limit="no cap"), [*NUMBERS, "no cap", "at least 85_000"]),
    "km": (
        Quantity(unit="km", whole=False, minimum=0, maximum=100),
        [*NUMBERS[:4], "1.5 to 2.25"],
    ),
    "hostile": (Quantity(unit="日本\x1b[2J", no_limit="無制限" * 9), [*NUMBERS, "無制限" * 9]),
    "time": (
        Duration(no_limit="no end"),
        ["at most 9 days", "at least 2 months", "1 to 3 years", "no end"],
    ),
    "date": (Dates(), ["by 2026-03-01", "after 2026-03-01", "2026-01-01 to 2026-12-31", "some date"]),
    "scale": (
        Scale(("none", "a few", "many", "all")),
        ["none", "at least many", "anything but all"],
    ),
    "choice": (Choice(("left " * 30, "日本" * 30, "c")), ["c", "anything but c", "anything", "日本" * 30]),
    "yes-no": (YesNo(), ["yes", "no", "anything"]),
    "set": (
        Subsets(("A", "B", "C", "D")),
        ["all", "none", "including A", "any of A, B", "at least 2", "some of A, C"],
    ),
    "sequence": (
        Sequences(("a", "b", "c", "d"), frozenset({(0, 1)})),
        ["a before c", "c before a", "b then c then d", "d first", "c before b or d before a", "anything"],
    ),
    "timetable": (
        Sequences(("a", "b", "c", "d"), frozenset({(0, 1)})),
        [
            "b within 3 days after a",
            "c 2 months after b",
            "a before c",
            "c at least 9 days before b or d first",
            "b last",
        ],
    ),
}


@st.composite
def _positions(draw: st.DrawFn, party: str, domain: AnyDomain, words: list[str]) -> Position:
    some = st.sampled_from(words)
    stance = draw(st.none() | st.sampled_from(list(Stance)))
    condition = {"g": (GUARANTEES, "at least Article 5-like")}
    accepts = draw(st.lists(some | st.tuples(some, st.just(condition)), max_size=2))
    return position(
        party,
        domain,
        demand=draw(st.none() | some),
        accept=accepts,
        rules_out=draw(st.none() | some | st.just("anything else")),
        stance=stance,
        scope=draw(st.sampled_from(["", "at once"])),
        unread=draw(st.sampled_from(["", "", "", "it could not be read"])),
    )


@pytest.mark.parametrize("kind", WORDS)
@given(data=st.data())
def test_never_wider_and_never_raises(kind: str, data: st.DataObject) -> None:
    domain, words = WORDS[kind]
    count = data.draw(st.integers(1, 3))
    names = data.draw(NAMES)[:count]
    cut = {f"p{n}": data.draw(_positions(f"p{n}", domain, words)) for n in range(count)}
    drawn = table(domain, cut, dict(zip(cut, names, strict=True)))
    width, ascii_only = data.draw(st.integers(0, 200)), data.draw(st.booleans())
    for line in picture(drawn, "x", list(cut), width, ascii_only):
        text = "".join(span.text for span in line)
        assert cells(text) <= width
        assert sum(cells(span.text) for span in line) <= width
        assert "\n" not in text and "\x1b" not in text


@given(st.lists(st.integers(-10_000, 10_000_000), min_size=30, max_size=60, unique=True), st.integers(20, 200))
def test_many_values_fall_back_to_letters_and_to_words(values: list[int], width: int) -> None:
    domain = Quantity(unit="x", whole=False)
    ranges = [f"{low} to {high}" for low, high in pairwise(sorted(values))][::2]
    drawn = table(domain, {"a": position("a", domain, " or ".join(ranges))}, {"a": "A"})
    assert all(sum(cells(span.text) for span in line) <= width for line in picture(drawn, "x", ["a"], width))


@pytest.mark.parametrize("kind", WORDS)
def test_the_words_of_these_tests_can_be_read(kind: str) -> None:
    domain, words = WORDS[kind]
    for each in words:
        try:
            read_term(domain, each)
        except TermError as error:
            pytest.fail(f"{each}: {error}")
