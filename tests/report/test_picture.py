"""Pictures that were looked at, as they were when they had become clear."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

from negotiate.compare import Position
from negotiate.model import Stance
from negotiate.report.picture.drawing import picture
from negotiate.terms import AnyDomain, Duration, Scale, Sequences, YesNo
from negotiate.text.width import cells

from ..compare.build import (
    DURATION,
    GUARANTEES,
    KM,
    NATO,
    REGIONS,
    STEPS,
    TROOPS,
    nothing_recorded,
    position,
)
from .tables import table

IF_GUARANTEED = {"g": (GUARANTEES, "at least Article 5-like")}
LEGAL = Scale(("not recognised", "to be negotiated", "de facto", "by the United States", "by international law"))


def drawn(
    domain: AnyDomain | None,
    parties: dict[str, dict[str, Any] | None],
    width: int = 72,
    ascii_only: bool = False,
) -> str:
    """The picture as text. Parties are named after their ids; None is one with nothing on record."""
    stated: dict[str, Position] = {}
    for party, terms in parties.items():
        silent = terms is None or domain is None
        stated[party] = nothing_recorded(party, "x") if silent else position(party, domain, **(terms or {}))
    made = table(domain, stated, {party: party.title() for party in parties})
    lines = picture(made, "x", list(parties), width, ascii_only)
    return "\n".join("".join(span.text for span in line) for line in lines)


def expect(text: str) -> str:
    return dedent(text).strip("\n")


def test_a_gap_between_numbers() -> None:
    russia, ukraine = {"demand": "at most 85_000"}, {"demand": "at least 250_000"}
    assert drawn(TROOPS, {"russia": russia, "ukraine": ukraine}) == expect("""
        Russia   ◄██████████████████                  ┊
        Ukraine                    ┊                  █████████████████►   ███
        gap                         ◄────────────────►
                 ──────────────────┴──────────────────┴─────────────────   ───
        troops                   85,000            250,000                no cap
        gap: 165,000 troops
        █ demands
    """)


def test_a_gap_in_ascii_and_narrow() -> None:
    russia, ukraine = {"demand": "at most 85_000"}, {"demand": "at least 250_000"}
    assert drawn(TROOPS, {"russia": russia, "ukraine": ukraine}, 36, True) == expect("""
        Russia
        <=========         :
        Ukraine
                 :         ========>   ===
        gap
                  <------->
        ---------+---------+--------   ---
        troops
               85,000   250,000       no cap
        gap: 165,000 troops
        = demands
    """)


def test_common_ground_of_durations() -> None:
    one, other = {"demand": "at most 100 days"}, {"demand": "at least 2 months"}
    assert drawn(DURATION, {"one": one, "other": other}, 60) == expect("""
        One     ████████████████████████████████████
        Other   ┊                 █████████████████████████████████►
        both                      ◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆
                ┴─────────────────┴────────────────┴────────────────
        days    0                 60              100
        common ground: 60 to 100 days
        █ demands   (values in order, not to scale)
    """)


def test_what_is_accepted_on_conditions_ruled_out_or_not_said() -> None:
    ukraine = {
        "demand": "no cap",
        "accept": ["limit of 250_000", ("at least 200_000", IF_GUARANTEED)],
        "rules_out": "below 150_000",
    }
    parties: dict[str, Any] = {
        "russia": {"demand": "limit of 85_000", "accept": ["at most 100_000"]},
        "ukraine": ukraine,
        "china": None,
        "e3": {"stance": Stance.UNDISCLOSED},
    }
    assert drawn(TROOPS, parties) == expect("""
        Russia   ◄▓▓▓▓▓▓▓▓█▓▓▓▓▓▓▓▓▓▓        ┊        ┊        ┊
        Ukraine  ◄╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳┊        ░░░░░░░░░▓░░░░░░░►   ███
        China    no position recorded
        E3       undisclosed
        gap                          ◄────────────────────────►
                 ─────────┴─────────┴────────┴────────┴────────┴────────   ───
        troops          85,000   100,000  150,000  200,000  250,000       no cap
        clash across Ukraine's red line; apart: 150,000 troops
        █ demands   ▓ also accepts   ░ accepts on conditions   ╳ rules out
        (values in order, not to scale)
    """)


def test_a_value_not_named_against_no_limit() -> None:
    russia, ukraine = {"demand": "some limit"}, {"demand": "no cap"}
    text = drawn(TROOPS, {"russia": russia, "ukraine": ukraine}, 60)
    assert "◄?????" in text and "?►" in text
    assert "any number" in text
    assert "gap: no number closes it" in text
    assert "? wants something here, not saying what" in text


def test_an_end_that_is_not_included() -> None:
    text = drawn(KM, {"one": {"demand": "at most 40"}, "other": {"demand": "above 40"}}, 50, True)
    assert text == expect("""
        One     <=====================
        Other                        o===================>
                ---------------------+--------------------
        km                           40
        gap: they touch, and one of them excludes the
        value
        = demands   o without the value itself
    """)


def test_a_figure_that_was_written_as_below_a_round_one() -> None:
    assert "149,999" not in drawn(TROOPS, {"a": {"demand": "below 150_000"}, "b": {"demand": "no cap"}})
    assert " 9" in drawn(TROOPS, {"a": {"demand": "5 to 9"}, "b": {"demand": "no cap"}})


def test_options_as_columns() -> None:
    russia = {"demand": "ban", "accept": ["open door"], "rules_out": "membership"}
    ukraine = {"demand": "membership", "accept": ["open door"]}
    assert drawn(NATO, {"russia": russia, "ukraine": ukraine, "us": None}) == expect("""
                 ban   open door   membership
        Russia    ●        ○           ✗
        Ukraine   ·        ○           ●
        Us       no position recorded
        both               ◆
        A scale from least (left) to most (right), in the editor's order.
        common ground: open door
        ● demands   ○ also accepts   ✗ rules out   · says nothing of it
    """)


def test_options_as_rows_in_ascii() -> None:
    russia = {"demand": "by international law", "accept": ["de facto"], "rules_out": "not recognised"}
    ukraine = {"demand": "not recognised", "accept": [("to be negotiated", IF_GUARANTEED)]}
    assert drawn(LEGAL, {"russia": russia, "ukraine": ukraine}, ascii_only=True) == expect("""
                              Russia  Ukraine
        not recognised          x        *
        to be negotiated        .        ?
        de facto                o        .
        by the United States    .        .
        by international law    *        .
        A scale from least (top) to most (bottom), in the editor's order.
        gap: 2 steps
        * demands   o also accepts   ? accepts on conditions   x rules out
        . says nothing of it
    """)


def test_options_one_below_the_other_for_many_parties() -> None:
    parties: dict[str, Any] = {f"party {n}": {"demand": "yes" if n % 2 else "no"} for n in range(12)}
    text = drawn(YesNo(), parties, 30)
    assert "yes\n  ● Party 1\n  ● Party 3" in text
    assert all(cells(line) <= 30 for line in text.splitlines())


def test_a_set_as_a_grid() -> None:
    russia, ukraine = (
        {"demand": "all"},
        {"demand": "exactly Donetsk", "accept": ["including Donetsk and Luhansk"]},
    )
    assert drawn(REGIONS, {"russia": russia, "ukraine": ukraine}) == expect("""
                      Russia  Ukraine
        Donetsk         in      in     both in
        Luhansk         in     (out)   contested
        Zaporizhzhia    in     (out)   contested
        Kherson         in     (out)   contested
        how many        4        1
        common ground: all
        in must be in   out must be out
        ( ) asked for, but it would take it otherwise
    """)


def test_a_red_line_in_a_set_and_a_value_not_named() -> None:
    russia = {"demand": "including Donetsk", "rules_out": "without Luhansk"}
    text = drawn(REGIONS, {"russia": russia, "us": {"demand": "some of Donetsk, Kherson"}}, 60, True)
    assert "Luhansk        in!" in text and "! a red line" in text
    assert "Us wants some of Donetsk, Kherson, not saying which" in text


def test_the_circle_of_two_orders() -> None:
    steps = Sequences(("ceasefire", "withdrawal", "treaty"), frozenset({(1, 2)}))
    russia, ukraine = {"demand": "treaty before ceasefire"}, {"demand": "ceasefire before withdrawal"}
    assert drawn(steps, {"russia": russia, "ukraine": ukraine}) == expect("""
        Russia   demands: treaty → ceasefire
        Ukraine  demands: ceasefire → withdrawal
        given for everybody: withdrawal → treaty
        gap: 2 pairs of steps in opposite order
        A circle, so no order satisfies both:
        ┌─→ ceasefire
        │   ↓ Ukraine: before withdrawal
        │   withdrawal
        │   ↓ given for everybody: before treaty
        │   treaty
        │   ↓ Russia: before ceasefire
        └───┘
    """)


def test_the_circle_of_two_timetables() -> None:
    steps = Sequences(("ceasefire", "treaty", "elections"), frozenset({(0, 1)}))
    russia = {"demand": "elections within 30 days after ceasefire; treaty before elections"}
    ukraine = {"demand": "elections at least 2 months after treaty"}
    assert drawn(steps, {"russia": russia, "ukraine": ukraine}, 70) == expect("""
        Russia   demands: treaty → elections
                   and elections at most 30 days after ceasefire
        Ukraine  demands: elections at least 2 months after treaty
        given for everybody: ceasefire → treaty
        gap: 30 days
        A circle, 30 days short, so no timetable keeps both:
        ┌─→ ceasefire
        │   ↓ given for everybody: before treaty
        │   treaty
        │   ↓ Ukraine: at least 60 days before elections
        │   elections
        │   ↓ Russia: at most 30 days after ceasefire
        └───┘
    """)


def test_a_circle_in_which_days_do_not_matter() -> None:
    russia = {"demand": "treaty at least 3 days before ceasefire"}
    ukraine = {"demand": "ceasefire before treaty"}
    assert "A circle, so no order satisfies both:" in drawn(STEPS, {"russia": russia, "ukraine": ukraine}, 60)


def test_alternatives_of_an_order_in_ascii() -> None:
    one = {"demand": "withdrawal then ceasefire then treaty"}
    other = {"demand": "treaty first or ceasefire last", "rules_out": "anything else"}
    assert drawn(STEPS, {"one": one, "other": other}, 60, True).splitlines()[:5] == [
        "One     demands: withdrawal -> ceasefire -> treaty",
        "Other   demands: withdrawal -> ceasefire",
        "          and treaty -> ceasefire",
        "          or treaty -> ceasefire",
        "          and treaty -> withdrawal",
    ]


def test_more_than_two_parties() -> None:
    parties: dict[str, Any] = {
        "a": {"demand": "at most 10"},
        "b": {"demand": "exactly 20"},
        "c": {"demand": "30 to 40"},
    }
    assert "no outcome for all; furthest apart: A and C (20 troops)" in drawn(TROOPS, parties)
    parties |= {"b": {"demand": "5 to 40"}, "c": {"demand": "at least 7"}}
    assert "common ground of all: 7 to 10 troops" in drawn(TROOPS, parties)


@pytest.mark.parametrize("unread", [True, False])
def test_words_stand_where_nothing_can_be_drawn(unread: bool) -> None:
    terms = {"demand": "ban", "unread": "the file contradicts itself"} if unread else {"stance": Stance.SILENT}
    text = drawn(NATO, {"a": terms, "b": {"demand": "ban"}})
    assert ("not read: as written" if unread else "silent: its paper has no word on it") in text


def test_those_with_nothing_on_record_share_a_line() -> None:
    text = drawn(NATO, {"a": {"demand": "ban"}, "b": None, "c": None, "d": {"demand": "ban"}})
    assert text.endswith("\nNo position recorded: B and C.")
    assert "common ground: ban" in text


def test_a_long_name_of_no_limit_is_said_in_full() -> None:
    forever = Duration(no_limit="as long as the talks go on")
    text = drawn(forever, {"a": {"demand": "exactly 3 months"}, "b": {"demand": "as long as the talks go on"}})
    assert "as long as the ta…" in text
    assert "(last column: as long as the talks go on)" in text


def test_free_text() -> None:
    assert drawn(None, {"a": None, "b": None}) == "Free text: no picture, only what was said in words."
