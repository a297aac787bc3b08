"""One value changes, every other byte stays: laws on ugly files, and examples of each style."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from negotiate.files.edit import EditRefused
from negotiate.files.edit.insert import inserted
from negotiate.files.edit.original import Original
from negotiate.files.edit.spelling import Bare
from negotiate.files.edit.splice import is_proved, splice
from negotiate.files.source.characters import first_escaped

from .ugly import LINES, QUOTED, ugly

_HARD = [
    *QUOTED,
    "a\nb",
    "one\ntwo # three\n\nfour\n",
    "\n",
    " ",
    "\t",
    "? q",
    "a: ",
    "---",
    "%x",
    "@y",
    "word " * 40 + "end",
]
# \r and the forbidden characters are refused; that has its own test.
_ANY = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t'\"#:,[]{}-|>&*!%@ "), max_size=30)
WORDS = (st.sampled_from(_HARD) | _ANY | st.lists(st.sampled_from(LINES), min_size=2).map("\n".join)).filter(
    lambda words: first_escaped(words) is None
)


def put(data: Any, path: tuple[Any, ...], words: Any) -> Any:
    """The data with other words at the path."""
    if not path:
        return words
    step, rest = path[0], path[1:]
    if isinstance(data, dict):
        return {key: put(value, rest, words) if key == step else value for key, value in data.items()}
    return [put(value, rest, words) if at == step else value for at, value in enumerate(data)]


def read(text: str) -> list[Any]:
    """What PyYAML makes of a text, with libyaml and without."""
    return [yaml.load(text, Loader=each) for each in (yaml.BaseLoader, getattr(yaml, "CBaseLoader", yaml.BaseLoader))]


def edit(text: str, path: tuple[Any, ...], words: str) -> str:
    original = Original("talks/a.yaml", text)
    return splice(original, path, words).applied(text)


# --- laws


@given(st.integers(0, 1 << 32), st.integers(0, 99), WORDS)
def test_no_byte_outside_the_value_changes(seed: int, which: int, words: str) -> None:
    """The spans are known from the writing of the file, not from the reading of it."""
    file = ugly(seed)
    path, start, end = file.spans[which % len(file.spans)]
    original = Original("ugly.yaml", file.text, b"\xef\xbb\xbf")
    change = splice(original, path, words)
    after = original.with_text(change.applied(file.text))

    assert start <= change.start
    assert change.start + len(change.old) <= end
    head, tail = file.text[:start].encode(), file.text[end:].encode()
    assert after.raw.startswith(b"\xef\xbb\xbf" + head)
    assert after.raw.endswith(tail)
    assert read(after.text) == [put(each, path, words) for each in read(file.text)]
    assert change.inverse.applied(after.text) == file.text
    assert is_proved(after, change.inverse)


@given(st.integers(0, 1 << 32), st.integers(0, 9), WORDS, st.booleans())
def test_an_insertion_is_the_old_file_with_a_key_more(seed: int, which: int, words: str, nested: bool) -> None:
    file = ugly(seed)
    data = yaml.load(file.text, Loader=yaml.BaseLoader)
    section = [*data, "fresh"][which % (len(data) + 1)]
    value: Any = {"title": words, "options": ["x", words, Bare("no")]} if nested else words
    original = Original("ugly.yaml", file.text)
    try:
        after = inserted(original, section, "new key", value)
    except EditRefused:
        return  # mostly because the section is no mapping
    grown = len(after.text) - len(file.text)
    at = next(
        (at for at, pair in enumerate(zip(file.text, after.text, strict=False)) if len(set(pair)) > 1), len(file.text)
    )
    cuts = range(max(at - grown, 0), at + 1)
    assert any(after.text[:cut] + after.text[cut + grown :] == file.text for cut in cuts)
    wanted = {**data, section: {**(data.get(section) or {}), "new key": value}}
    assert read(after.text) == [wanted, wanted]


# --- each style


@pytest.mark.parametrize(
    ("written", "words", "becomes"),
    [
        ("a: one   # why", "two", "a: two   # why"),
        ("a: one", "two: three", 'a: "two: three"'),
        ("a: one", "", 'a: ""'),
        ("a: 'one'", "two", "a: two"),
        ("a: 'no'", "yes", "a: 'yes'"),  # its quotes had a reason
        ("a: '1.10'", "it's: 1", "a: 'it''s: 1'"),
        ('a: "x: y"  # why', "y: 'z'", "a: \"y: 'z'\"  # why"),
        ("a:", "one", "a: one"),
        ("a:   # why", "one", "a: one   # why"),
        ("a: ~", "one", "a: one"),
        ("{a: one, b: two}", "x, y", '{a: "x, y", b: two}'),
        ("{a: , b: two}", "x", "{a: x , b: two}"),
        ("a: one", "l1\nl2", "a: |-\n  l1\n  l2"),
        ("a: one # why", "l1\nl2", 'a: "l1\\nl2" # why'),
        ("{a: one}", "l1\nl2", '{a: "l1\\nl2"}'),
        ("a: |\n    l1\n    l2\n\nb: x", "m1\n\n m2\n", "a: |\n    m1\n\n     m2\n\nb: x"),
        ("a: |\n  l1\n  l2\n", "m1", "a: m1\n"),
        ("a: |  # why\n  l1\n", "m1", "a: |-  # why\n  m1\n"),
        ("a: >-\n  l1\n  l2\n\nb: x", "m1\nm2", "a: >-\n  m1\n\n  m2\n\nb: x"),
        ("a: one\r\nb: two\r\n", "l1\nl2", "a: |-\r\n  l1\r\n  l2\r\nb: two\r\n"),
        ("a: one\n  and two\nb: x", "three", "a: three\nb: x"),
        ("---\na: one\n...\n", "two", "---\na: two\n...\n"),
    ],
)
def test_styles(written: str, words: str, becomes: str) -> None:
    assert edit(written, ("a",), words) == becomes


def test_folded_text_keeps_the_lines_before_the_change() -> None:
    old = "a: >-\n" + "".join(f"  line {n} {'of words ' * 8}\n" for n in range(4)).replace(" \n", "\n") + "b: x\n"
    words = yaml.load(old, Loader=yaml.BaseLoader)["a"]
    new = edit(old, ("a",), words.replace("line 3", "the last line"))
    assert new.splitlines()[:4] == old.splitlines()[:4]


@pytest.mark.parametrize(
    ("written", "path", "why"),
    [
        ("a: {b: c}", ("a",), "structure"),
        ("a: [b]", ("a",), "structure"),
        ("x: &x one\na: *x", ("a",), r"\*x stands for what is written elsewhere"),
        ("a: &x one\nb: *x", ("a",), "cannot be changed safely"),
        ("a: &x\nb: c", ("a",), "structure"),
        ("b: c", ("a",), "nothing is written there yet: add `a`"),
        ("a: [b]", ("a", 1), "nothing is written there yet"),
        ("a: b\nc: [", ("a",), "first correct this in your editor"),
        ("a: b\na: c", ("a",), "first correct this in your editor: `a` is given twice"),
        ("- a", ("a",), "could not be read to the end"),
        ("a: b", (), "structure"),
    ],
)
def test_what_is_no_single_value_is_refused_with_its_line(written: str, path: tuple[Any, ...], why: str) -> None:
    with pytest.raises(EditRefused, match=rf"^talks/a\.yaml:\d+: .*{why}") as refused:
        edit(written, path, "new")
    assert refused.value.place is not None


@pytest.mark.parametrize("words", ["a\rb", "a\x1b[31m", "\u202eabc", "a\u2028b", "\ud800", "\ufeff", "\0"])
def test_words_that_no_file_may_hold_are_refused(words: str) -> None:
    with pytest.raises(EditRefused, match="which no file may"):
        edit("a: one", ("a",), words)
