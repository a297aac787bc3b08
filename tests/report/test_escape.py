"""Whatever a text holds, it comes back as that text, on one line and in a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.report.markdown.blocks import bullets, heading, table_block
from negotiate.report.markdown.escape import bold, cell, inline, italic, label, link, quoted
from negotiate.report.wording import ended
from negotiate.text.clean import one_line

from .hostile import HOSTILE, hostile
from .parsed import count, parse, rows, text_of, texts

PLACES = {
    "paragraph": "{}",
    "item": "- {}",
    "nested item": "- x\n  - {}",
    "heading": "## {}",
    "sentence": "Demands {}[^a], then more.\n\n[^a]: x",
    "footnote": "x[^a]\n\n[^a]: {}",
    "brackets": "x ({}) y",
}


@pytest.mark.parametrize("frame", PLACES.values(), ids=PLACES)
@given(text=hostile)
def test_text_comes_back_wherever_it_stands(frame: str, text: str) -> None:
    tokens = parse(frame.replace("{}", inline(text)))
    benign = parse(frame.replace("{}", "word" if one_line(text) else ""))
    assert [token.type for token in tokens] == [token.type for token in benign]
    wanted = one_line(text)
    assert any(wanted in said for said in texts(tokens)) or not wanted
    assert not any(child.type == "link_open" for token in tokens for child in token.children or [])


@pytest.mark.parametrize("text", HOSTILE)
def test_each_hostile_text_alone(text: str) -> None:
    (line,) = texts(parse(inline(text)))
    assert line == one_line(text)


@given(st.lists(st.lists(hostile, min_size=3, max_size=3), min_size=1, max_size=4))
def test_cells_come_back_exactly(body: list[list[str]]) -> None:
    text = table_block(["a", "b", "c"], [[inline(part) for part in row] for row in body])
    tokens = parse(text)
    assert rows(tokens) == [3] * (len(body) + 1)
    assert texts(tokens)[3:] == [one_line(part) for row in body for part in row]


@given(st.lists(hostile, min_size=1, max_size=4))
def test_lines_of_a_cell_come_back(parts: list[str]) -> None:
    tokens = parse(table_block(["a"], [[cell(inline(part) for part in parts)]]))
    assert texts(tokens)[1] == "\n".join(filter(None, map(one_line, parts)))


@given(hostile)
def test_emphasis_holds_all_of_the_text(text: str) -> None:
    for made, opening in ((bold(text), "strong_open"), (italic(text), "em_open")):
        tokens = parse(f"Demands {made}[^a], more.\n\n[^a]: x")
        assert one_line(text) in text_of(tokens[1])
        kinds = [child.type for child in tokens[1].children or []]
        assert kinds.count(opening) == bool(one_line(text))


@given(hostile)
def test_quotation_and_heading(text: str) -> None:
    assert texts(parse(quoted(text))) == [f"“{one_line(text)}”"]
    assert texts(parse(heading(3, inline(text))))[0] == (one_line(text) or "(untitled)")


@given(hostile)
def test_a_mark_before_the_full_stop_stays_a_mark(text: str) -> None:
    for tail, shown in (("[^a]", ""), ("[^a] (Ann)", " (Ann)")):
        made = ended(f"Note: {inline(text)}", tail)
        (token, *_) = [token for token in parse(f"{made}\n\n[^a]: x") if token.type == "inline"]
        assert [child.type for child in token.children or []].count("footnote_ref") == 1
        wanted, seen = f"Note: {one_line(text)}", text_of(token)
        assert seen.removesuffix(".").removesuffix(shown) in (wanted, wanted.removesuffix("."))


@pytest.mark.parametrize(
    ("said", "tail", "wanted"),
    [
        ("It rains", "", "It rains."),
        ("It rains.", "[^x]", "It rains[^x]."),
        ("It rains.", "[^x] (Ann)", "It rains[^x] (Ann)."),
        ("Why?", "[^x]", "Why?[^x]"),
        ("“Why?”", "[^x] (Ann)", "“Why?”[^x] (Ann)."),
        ("“It rains.”", "", "“It rains.”"),
        ("and so on...", "[^x]", "and so on...[^x]"),
        (r"1\.", "[^x]", "1[^x]."),
        ("", "", ""),
    ],
)
def test_sentences_end_once(said: str, tail: str, wanted: str) -> None:
    assert ended(said, tail) == wanted


@given(st.lists(hostile.filter(one_line), min_size=1, max_size=5))
def test_items_stay_items(parts: list[str]) -> None:
    tokens = parse(bullets(map(inline, parts)))
    assert texts(tokens) == list(map(one_line, parts))
    assert count(tokens, "list_item_open") == len(parts)


@pytest.mark.parametrize(
    "url",
    [
        "https://tass.com/politics/1967467",
        "HTTP://example.org/?a=1&b=(c)",
        "https://example.org/a|b`c[d]",
        "https://example.org/@name/#12",
        "https://uk.wikipedia.org/wiki/Стамбул",
    ],
)
def test_addresses_of_the_web_can_be_followed(url: str) -> None:
    for frame in ("{}", "| a |\n| --- |\n| {} |"):
        tokens = parse(frame.replace("{}", link(url)))
        inner = [child for token in tokens for child in token.children or []]
        assert [child.type for child in inner if child.content not in ("a",)][:1] == ["link_open"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://a b",
        "https://a\nb",
        "https://a<b>",
        "https://a\u202eb",
        "//x",
        "www.x.org",
        "",
    ],
)
def test_other_addresses_are_shown_as_text(url: str) -> None:
    tokens = parse(link(url))
    assert not any(child.type == "link_open" for token in tokens for child in token.children or [])
    assert texts(tokens) == ([one_line(url)] if url else [])


@given(st.text())
def test_labels_are_plain(words: str) -> None:
    made = label(words)
    assert made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_what_github_does_after_the_markdown_finds_nothing() -> None:
    line = inline(":smile: @name #12 GH-7")
    assert line == ":<!-- -->smile: @<!-- -->name \\#<!-- -->12 GH-<!-- -->7"


def test_plain_words_stay_as_they_are() -> None:
    words = "Limit of 85,000 troops (at once), Ukraine's own: “no cap”; 12:30, 50 %"
    assert inline(words) == words
