"""Everything can be said in ASCII, in as many cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from negotiate.tui.ascii import ascii_text


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_any_text_becomes_ascii_of_the_same_width(text: str) -> None:
    said = ascii_text(text)
    assert said.isascii()
    assert len(said) == cell_len(text)


def test_letters_lose_their_accents_and_others_become_marks() -> None:
    assert ascii_text("Türkiye – “née” …") == 'Turkiye - "nee" ~'
    assert ascii_text("中文 Київ") == "???? ????"
