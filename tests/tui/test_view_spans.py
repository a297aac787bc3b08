"""Lines of toned text: what goes in comes out, in the width there is."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from negotiate.tui.session import open_session
from negotiate.tui.spans import Para, Span, cut_line, joined, lay, mark, plain
from negotiate.tui.view import next_pair, opening_view

from .visit import FERRY

WORDS = st.text(st.sampled_from("ab 中é\u202e\n\t ♥") | st.characters(categories=["L", "P", "S"]), max_size=30)
LINES = st.lists(st.builds(Span, WORDS, st.sampled_from(["", "good", "bad"])), max_size=5).map(tuple)


@given(LINES, st.integers(4, 60), st.integers(0, 8), st.integers(0, 4), LINES, st.booleans())
def test_every_line_fits_and_no_word_is_lost(
    spans: tuple[Span, ...], width: int, indent: int, hang: int, right: tuple[Span, ...], fixed: bool
) -> None:
    lines = lay(Para(spans, indent, hang, () if fixed else right[:1], fixed), width)
    assert lines
    if fixed or not right[:1]:
        assert max(cell_len(plain(line)) for line in lines) <= max(width, 2)
    if not fixed:
        said = "".join("".join(plain(line) for line in lines).split())
        wanted = "".join(plain(joined(spans)).split()) + "".join(plain(joined(right[:1])).split())
        assert sorted(said) == sorted(wanted)


@given(LINES, st.integers(0, 40))
def test_a_cut_line_is_never_too_wide(spans: tuple[Span, ...], width: int) -> None:
    assert cell_len(plain(cut_line(spans, width))) <= width


@given(LINES, st.text("ab中é.*", min_size=1, max_size=3))
def test_marking_changes_no_letter(spans: tuple[Span, ...], needle: str) -> None:
    line = joined(spans)
    marked = mark(line, re.compile(re.escape(needle), re.IGNORECASE))
    assert plain(marked) == plain(line)
    if needle in plain(line):
        assert "".join(span.text for span in marked if span.tone == "match")


def test_pairs_come_round_and_views_follow_another_table() -> None:
    session = open_session(FERRY)
    assert session.table
    table, pair, seen = session.table, session.table.pair, []
    for _ in range(4):
        seen.append(pair)
        pair = next_pair(table, pair, 1)  # type: ignore[assignment]
    assert pair == seen[0]
    assert len(set(seen)) == 4
    view = opening_view(table).hide("county").pin("coop")
    assert view.parties == ("coop", "council")
    assert view.compared == ("council", "coop")
    assert view.move("coop", -1) == view
    assert view.fitted(table) == view
