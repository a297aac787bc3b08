"""Slips inside a value: quotes, colons, signs that YAML keeps for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from negotiate.files.slips.scene import Line, Scene, Slip, line_at, quoted
from negotiate.files.source.agreement import (
    BLOCK_HEADER,
    COLON,
    HALF_CHARACTER,
    QUESTION,
    QUESTION_KEY,
    SURROGATE,
    TOO_HIGH,
    Remark,
)
from negotiate.files.source.mended import Edit

_ENTRY_END = re.compile(r", +[^\s,:{}\[\]\"']+(?: [^\s,:{}\[\]\"']+)*:(?= )|[}\]]")
_MORE_THAN = re.compile(r">(?P<equal>=?) *(?P<number>\d[\d_]*)")
_BRACKETED = re.compile(r"(?:\[[^\[\]{}]*\]|\{[^\[\]{}]*\})(?=\s*[^\s,:\[\]{}#])")
_COMMENT = re.compile(r"\s#")
_QUOTE_WHOLE = "put the whole value in quotes"
_SECOND_COLON = "a second `: ` in one value"
_MOST_PLACES = 6  # at which the end of a value is tried


def escape(scene: Scene) -> Iterator[Slip]:
    """A backslash in double quotes that is not followed by what YAML expects."""
    if "escape" not in scene.words and "hexdecimal" not in scene.words and "hexadecimal" not in scene.words:
        return
    line = scene.line
    for pattern, unknown in ((SURROGATE, "\\ufffd"), (TOO_HIGH, "\\U0000FFFD")):
        found = pattern.search(line.text)
        if found:
            end = min(line.end, line.start + len(line.text))
            edit = Edit(line.start, end, pattern.sub(lambda _: unknown, line.text))  # noqa: B023
            yield Slip(HALF_CHARACTER, line.start + found.start(), line.start + found.end(), (edit,))
    at = scene.text.rfind("\\", line.start, scene.at + 1)
    if at >= 0:
        remark = Remark(
            "E101", "a backslash in double quotes begins a code", "write it twice: \\\\, or use single quotes"
        )
        yield Slip(remark, at, at + 2, (Edit(at, at, "\\"),))


def reserved(scene: Scene) -> Iterator[Slip]:
    """A value that begins with a sign that YAML keeps for itself."""
    found = scene.line.key()
    starts = [scene.at if "cannot start" in scene.words else scene.failure.since]
    if found and scene.line.text[found.end() : found.end() + 1] in tuple("&*!"):  # noticed a word later
        starts.append(scene.line.start + found.end())
    for at in starts:
        sign = scene.text[at : at + 1]
        if sign in tuple("@`%|>&*!"):
            line = line_at(scene.text, at)
            remark = Remark("E101", f"a value cannot begin with {sign}", _in_place_of(sign, scene.text[at : line.last]))
            if sign in "@`":  # typed by mistake: a term would not be understood with it
                yield Slip(remark, at, at + 1, (Edit(at, at + 1, " "),))
            for end in _value_ends(scene, line, at):
                yield Slip(remark, at, end, quoted(scene.text, at, end))


def _in_place_of(sign: str, value: str) -> str:
    """What to write. A term says `above` and `at least` in words."""
    found = _MORE_THAN.match(value)
    quotes = f'put the value in quotes: "{sign}…"'
    return f"write `{'at least' if found['equal'] else 'above'} {found['number']}`; or {quotes}" if found else quotes


def _value_ends(scene: Scene, line: Line, start: int) -> list[int]:
    """Where a value that begins at `start` may end: at the next key or bracket, or with the line."""
    nearby = [line.start + found.start() for found in _ENTRY_END.finditer(line.text, start - line.start)]
    comma = line.text.find(",", start - line.start)
    nearby = sorted({*nearby[:_MOST_PLACES], *([line.start + comma] if comma >= 0 else [])})
    inside = scene.in_brackets or _is_open(line.text[: start - line.start])
    return [*nearby, line.last] if inside else [line.last, *nearby]


def _is_open(before: str) -> bool:
    """Whether a bracket of the line is still open."""
    return sum(before.count(each) for each in "{[") > sum(before.count(each) for each in "}]")


def question(scene: Scene) -> Iterator[Slip]:
    """A question mark inside brackets, which PyYAML's own parser takes for the beginning of a key."""
    for at in (scene.at, scene.failure.since):
        place = (
            at
            if scene.text[at : at + 1] == "?"
            else len(scene.text[max(at - 200, 0) : at].rstrip()) - 1 + max(at - 200, 0)
        )
        if scene.text[place : place + 1] != "?":
            continue
        line = line_at(scene.text, place)
        start = _plain_start(line, place)
        if start == place:
            yield Slip(QUESTION_KEY, place, place + 1, (Edit(place, place + 1, " "),))
        for end in _value_ends(scene, line, place):
            yield Slip(QUESTION, start, end, quoted(scene.text, start, end))


def _plain_start(line: Line, inside: int) -> int:
    """Where the plain text around an offset begins: behind a bracket, a comma or a colon."""
    before = line.text[: inside - line.start]
    found = [*re.finditer(r"[{\[,]\s*|:\s+|^\s*(?:- +)*", before)]
    return line.start + found[-1].end() if found else line.first


def bracketed(scene: Scene) -> Iterator[Slip]:
    """`quote: [We] will not pay`: words in brackets, and others behind them."""
    for line in scene.suspects():
        key = line.key()
        for found in islice(_BRACKETED.finditer(line.text), _MOST_PLACES):
            at = line.start + found.start()
            is_inside = _is_open(line.text[: found.start()])
            start = line.start + key.end() if key and not is_inside else _plain_start(line, at)
            what = "a list" if found[0].startswith("[") else "a mapping"
            remark = Remark("E101", f"`{found[0]}` is {what} to YAML, and words stand behind it", _QUOTE_WHOLE)
            for end in _value_ends(scene, line, line.start + found.end()):
                if start < end:
                    yield Slip(remark, at, line.start + found.end(), quoted(scene.text, start, end))


def inner_comment(scene: Scene) -> Iterator[Slip]:
    """`{note: see #3, by: Ann}`: a sign that begins a comment, which the closing bracket is a part of."""
    for line in scene.suspects() if scene.in_brackets else ():
        found = _COMMENT.search(line.text)
        if found is None or not _is_open(line.text[: found.start()]):
            continue
        at = line.start + found.end() - 1
        start = _plain_start(line, at)
        remark = Remark("E101", "a # behind a space begins a comment, up to the end of the line", _QUOTE_WHOLE)
        for end in _value_ends(scene, line, at):
            if start < at < end:
                yield Slip(remark, at, at + 1, quoted(scene.text, start, end))


def pressed_colon(scene: Scene) -> Iterator[Slip]:
    """`{a:, b: c}`, which libyaml refuses."""
    if re.match(r":[,?\[\]{}]", scene.text[scene.at : scene.at + 2]):
        yield Slip(COLON, _plain_start(scene.line, scene.at), scene.at + 1, (Edit(scene.at + 1, scene.at + 1, " "),))


def block_header(scene: Scene) -> Iterator[Slip]:
    for line in scene.suspects():
        if found := re.search(r"(?:^|\s)([|>][-+0-9]*)#", line.text):
            at = line.start + found.end(1)
            yield Slip(BLOCK_HEADER, line.start + found.start(1), line.start + found.start(1) + 2, (Edit(at, at, " "),))


def open_quote(scene: Scene) -> Iterator[Slip]:
    """A quote that was never closed: blamed where it opens."""
    start = scene.began
    quote = scene.text[start : start + 1]
    if quote not in ("'", '"') or not ("quoted scalar" in scene.words or scene.failure.ran_away(scene.text)):
        return
    line = line_at(scene.text, start)
    guarded = re.compile(r"\\." if quote == '"' else "''")  # a quote so written closes nothing
    ends = [
        end for end in _value_ends(scene, line, start + 1) if quote not in guarded.sub("", scene.text[start + 1 : end])
    ]
    for end in ends:
        yield Slip(_never_closed(quote), start, start + 1, (Edit(end, end, quote),))


def _never_closed(quote: str) -> Remark:
    return Remark("E101", "a quote that is never closed", f"add the closing {quote}")


def inner_quote(scene: Scene) -> Iterator[Slip]:
    """Text behind a closing quote on its line: mostly the quote was meant to stand inside the text."""
    start, end = scene.failure.quoted
    line = line_at(scene.text, start)
    if scene.line.start != line.start or end > scene.at or scene.text[end : scene.at].strip():
        return
    quote = scene.text[start : start + 1]
    for found in _ENTRY_END.finditer(scene.text, start, end):  # it was closed by the quote that begins the next value
        yield Slip(_never_closed(quote), start, start + 1, (Edit(found.start(), found.start(), quote),))
    guard = "'" if quote == "'" else "\\"
    remark = Remark("E101", "text behind a closing quote", f"a quote inside quotes is written {guard}{quote}")
    for close in _closing_quotes(line, start, quote):
        inner = [at for at in range(start + 1, close) if scene.text[at] == quote]
        yield Slip(remark, end - 1, end, tuple(Edit(at, at, guard) for at in inner))
    for stop in _value_ends(scene, line, end):
        if stop > end:
            yield Slip(remark, end - 1, end, quoted(scene.text, start, stop))


def _closing_quotes(line: Line, start: int, quote: str) -> list[int]:
    """The quotes behind which a value may end, the first after the text that follows the false one."""
    found = re.finditer(re.escape(quote) + r"(?=\s*(?:[,}\]]|#|$))", line.text)
    places = [line.start + each.start() for each in found if line.start + each.start() > start]
    return places[:_MOST_PLACES]


def second_colon(scene: Scene) -> Iterator[Slip]:
    """`title: Two words: more`; inside brackets also `{title: Two words: more, date: ...}`."""
    line = scene.line
    at = scene.at - line.start
    found = line.key()
    if scene.text[scene.at : scene.at + 1] != ":" or scene.at < line.start:
        return
    remark = Remark("E101", _SECOND_COLON, 'put the whole value in quotes: "text: more text"')
    starts = [each.end() for each in re.finditer(r":\s+|[{\[,]\s*", line.text[:at])][-2:]
    if not scene.in_brackets and found and found.end() < at:
        starts = [found.end()]
    for start in reversed(starts):
        for end in _value_ends(scene, line, scene.at):
            yield Slip(remark, scene.at, scene.at + 1, quoted(scene.text, line.start + start, end))
