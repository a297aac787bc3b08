"""Everything can be said in ASCII, in as many cells."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from negotiate.text.covers import COVERS
from negotiate.text.marks import OUTCOMES, REPLIES, STATUSES, VERDICTS, Mark
from negotiate.tui.ascii import ascii_text
from negotiate.tui.drawing import ASCII, BOXES


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_any_text_becomes_ascii_of_the_same_width(text: str) -> None:
    said = ascii_text(text)
    assert said.isascii()
    assert len(said) == cell_len(text)


DRAWN: list[Mark] = [
    *(Mark(sign, said, "") for sign, said in zip(BOXES[3:], ASCII[3:], strict=True) if sign != BOXES.thumb),
    *(Mark(sign, ascii_text(sign), "") for sign in "…*!"),
]
"""What may stand on any screen beside lines: the cursor, what goes on at an edge, what is cut off, changed, or wrong."""
SIGNS: dict[str, list[Mapping[str, Mark]]] = {
    "matrix, issue, dialogue": [OUTCOMES, REPLIES],
    "rounds": [STATUSES, VERDICTS],
    "evidence": [COVERS, VERDICTS, REPLIES],
    "keys": [VERDICTS, STATUSES, REPLIES],
}


@pytest.mark.parametrize("screen", SIGNS)
def test_no_two_signs_of_one_screen_are_the_same(screen: str) -> None:
    found: dict[str, set[str]] = {}
    for mark in (*DRAWN, *(mark for table in SIGNS[screen] for mark in table.values())):
        assert len(mark.ascii) == cell_len(mark.sign) == 1
        found.setdefault(mark.ascii, set()).add(mark.sign)
    assert {said: signs for said, signs in found.items() if len(signs) > 1} == {}


def test_letters_lose_their_accents_and_others_become_marks() -> None:
    assert ascii_text("Türkiye – “née” …") == 'Turkiye - "nee" ~'
    assert ascii_text("中文 Київ") == "???? ????"
