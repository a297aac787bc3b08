"""Slips with brackets, and with commas between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiate.files.format.keys import KEYS
from negotiate.files.slips.scene import Line, Scene, Slip, line_above, line_at
from negotiate.files.source.agreement import Remark
from negotiate.files.source.events import Failure
from negotiate.files.source.mended import Edit

_PAIRS = {"{": "}", "[": "]"}
_KEY = re.compile(r"[^\s,:{}\[\]\"']+(?: [^\s,:{}\[\]\"']+)*: ")
_NEXT_ENTRY = re.compile(r", +" + _KEY.pattern)
_SEARCHED = 200_000  # characters in which other uses of a key are looked for
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_OF_NAMES = re.compile(r"(?:options|items|steps|wants|salience|points|parties|according_to): *\{[^{}]*$")
_NUMBER_AND_NAME = re.compile(r": +(?P<number>\d[\d_.-]*) +[^\s,:{}\[\]\"'][^,:{}\[\]\"']*$")
_NOTHING_MORE = re.compile(r"\s*(?:#[^\r\n]*(?:[\r\n]\s*|\Z))*\Z")
_LONGEST_END = 20_000  # characters behind a bracket that is open at the end
_MOST_PLACES = 8
_MOST_LINES = 8  # over which a list in brackets may run on


def unclosed(scene: Scene) -> Iterator[Slip]:
    """A bracket without its partner: blamed where it opens."""
    start = scene.began
    opening = scene.text[start : start + 1]
    if opening not in _PAIRS:
        return
    first = line_at(scene.text, start)
    for line in _lines_between(scene, first):
        missing = _open_brackets(scene.text[start : line.last])
        closing = "".join(_PAIRS[each] for each in reversed(missing))
        if closing:
            remark = _never_closed(missing[-1])
            yield Slip(remark, start, start + 1, (Edit(line.last, line.last, closing),))
        yield from _wrongly_closed(line)
    yield from _unclosed_within(scene, first)


def open_at_end(scene: Scene) -> Iterator[Slip]:
    """A bracket opened in the last lines, behind which the text breaks off: then nothing else is to be guessed."""
    line: Line | None = scene.line
    if not is_at_end(scene.text, scene.failure) or scene.text[scene.began : scene.began + 1] in _PAIRS:
        return  # if the parser knows which one, `unclosed` does
    for _ in range(_MOST_LINES):
        if line is None:
            return
        missing = _unclosed_places(scene.text[line.start : line.start + _LONGEST_END])
        if missing:
            start, last = line.start + missing[-1], len(scene.text.rstrip())
            closing = "".join(_PAIRS[scene.text[line.start + at]] for at in reversed(missing))
            yield Slip(_never_closed(scene.text[start]), start, start + 1, (Edit(last, last, closing),))
            return
        line = line_above(scene.text, line)


def is_at_end(text: str, failure: Failure) -> bool:
    """Whether it was within brackets that the text ended."""
    return "flow" in failure.words and _NOTHING_MORE.match(text, failure.at) is not None


def _lines_between(scene: Scene, first: Line) -> list[Line]:
    """The line of the bracket and those up to where the parser gave up; the first and the last are the likeliest."""
    lines = [scene.line]
    while lines[-1].start > first.start and len(lines) < _MOST_LINES:
        above = line_above(scene.text, lines[-1])
        if above is None:
            break
        lines.append(above)
    return list(dict.fromkeys([lines[-1], *lines[1:-1], lines[0]]))


def _wrongly_closed(line: Line) -> Iterator[Slip]:
    """`{a: b]`."""
    text = _without_quotes(line.text)
    opened: list[str] = []
    for at, sign in enumerate(text):
        if sign in _PAIRS:
            opened.append(sign)
        elif sign in "}]" and opened and _PAIRS[opened[-1]] != sign:
            right = _PAIRS[opened[-1]]
            remark = Remark("E101", f"a {opened[-1]} that is closed by {sign}", f"write {right} instead")
            yield Slip(
                remark, line.start + at, line.start + at + 1, (Edit(line.start + at, line.start + at + 1, right),)
            )
            return
        elif sign in "}]" and opened:
            opened.pop()


def _unclosed_within(scene: Scene, line: Line) -> Iterator[Slip]:
    """A bracket that should have been closed before the next key of the line, or before another bracket."""
    text = _without_quotes(line.text)
    depth: list[int] = []
    for at, sign in enumerate(text):
        if sign in _PAIRS:
            depth.append(at)
        elif sign in "}]" and depth:
            begin = depth.pop()
            if _PAIRS[text[begin]] != sign:
                yield Slip(
                    _never_closed(text[begin]),
                    line.start + begin,
                    line.start + begin + 1,
                    (Edit(line.start + at, line.start + at, _PAIRS[text[begin]]),),
                )
    for at, missing in _likely_ends(text):
        begin = line.start + max(text.rfind(missing[-1], 0, at), 0)
        edit = Edit(line.start + at, line.start + at, _PAIRS[missing[-1]])
        yield Slip(_never_closed(missing[-1]), begin, begin + 1, (edit,))


def _likely_ends(text: str) -> list[tuple[int, str]]:
    """Where an open bracket may have been meant to close, before the next entry, and the brackets open there: first
    before entries with a bracket of their own that stand deeper than those before them."""
    ends, deeper, least = list[tuple[int, str]](), list[tuple[int, str]](), len(text)
    for found in _NEXT_ENTRY.finditer(text):
        missing = "".join(_open_brackets(text[: found.start()]))
        holds = text[found.end() : found.end() + 1] in _PAIRS
        (deeper if holds and len(missing) > least else ends).append((found.start(), missing))
        least = min(least, len(missing)) if holds else least
    return [each for each in (*deeper[:_MOST_PLACES], *ends[:_MOST_PLACES]) if each[1]]


def _never_closed(bracket: str) -> Remark:
    return Remark("E101", f"a {bracket} that is never closed", f"add the {_PAIRS[bracket]}")


def _open_brackets(text: str) -> list[str]:
    """The brackets of a text that are not closed in it, quoted ones aside."""
    return [text[at] for at in _unclosed_places(text)]


def _unclosed_places(text: str) -> list[int]:
    """Where they stand."""
    opened: list[int] = []
    for at, sign in enumerate(_without_quotes(text)):
        if sign in _PAIRS:
            opened.append(at)
        elif opened and sign == _PAIRS[text[opened[-1]]]:
            opened.pop()
    return opened


def _without_quotes(text: str) -> str:
    return _QUOTED.sub(lambda found: "_" * len(found[0]), text)


def unopened(scene: Scene) -> Iterator[Slip]:
    """`key: a: b}` or `{issue: a, b], says: c}`: a closing bracket without its partner."""
    opening_of = {closing: opening for opening, closing in _PAIRS.items()}
    for line in scene.suspects():
        text = _without_quotes(line.text)
        at = _stray_closing(text)
        if at < 0:
            continue
        opening = opening_of[text[at]]
        remark = Remark("E101", f"a {text[at]} without its {opening}", f"add the {opening} where it begins")
        starts = [found.end() for found in re.finditer(r"(?:: +|^ *(?:- +)+)(?=[^\s])", text[:at])]
        for start in dict.fromkeys([*starts[: -_MOST_PLACES - 1 : -1], *starts[:1]]):
            place = line.start + start
            yield Slip(remark, line.start + at, line.start + at + 1, (Edit(place, place, opening),))


def _stray_closing(text: str) -> int:
    """Where the first closing bracket stands that has no partner, or -1."""
    opened: list[str] = []
    for at, sign in enumerate(text):
        if sign in _PAIRS:
            opened.append(sign)
        elif sign in "}]" and (not opened or _PAIRS[opened.pop()] != sign):
            return at
    return -1


def missing_comma(scene: Scene) -> Iterator[Slip]:
    """`{date: 2020-12-23 until: 2020-12-31}`, `{title: "Two words" date: 2020}`."""
    line = scene.line
    at = scene.at - line.start
    if not scene.in_brackets or not 0 < at <= len(line.text):
        return
    for place in _entry_ends(scene, line, at):
        remark = Remark("E101", "a comma is missing between two entries", "write a comma between them")
        edit = Edit(line.start + place, line.start + place, ",")
        yield Slip(remark, line.start + place, max(scene.at, line.start + place + 1), (edit,))


def _entry_ends(scene: Scene, line: Line, at: int) -> Iterator[int]:
    """Where an entry may end that is followed by another without a comma."""
    before = line.text[:at]
    if line.text[at : at + 1] != ":":
        if _KEY.match(line.text, at) or before.rstrip()[-1:] in ("}", "]"):
            yield len(before.rstrip())
        return
    found = re.search(r"(\s+)([^\s,:{}\[\]\"']+)\s*$", before)
    if found:
        known = re.findall(rf"(?:^|[\s{{,]){re.escape(found[2])}:", scene.text[-_SEARCHED:], re.M)
        if (found[2] in KEYS and len(found[2]) > 2) or len(known) > 1 or _OF_NAMES.search(before):
            yield found.start(1)
    number = _NUMBER_AND_NAME.search(before)
    if number:
        yield number.end("number")
    if found:
        yield found.start(1)
