"""What a writer probably did where a parser gave up, in words for people who do not know YAML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from negotiate.files.format.keys import KEYS
from negotiate.files.slips import brackets, colons, doubled, foreign, indents, items, repeated, values, wide
from negotiate.files.slips.repeated import repeats
from negotiate.files.slips.scene import Scene, Slip, line_at, line_below, line_beside
from negotiate.files.source.agreement import Remark
from negotiate.files.source.events import Failure
from negotiate.files.source.mended import Edit
from negotiate.files.suggest import closest

# The surest first: what is tried later explains also what an earlier one explains better.
_KINDS = (
    indents.conflict_marker,
    indents.long_key,
    indents.no_key,
    indents.directive,
    indents.tab,
    foreign.stray_line,
    foreign.bullet,
    wide.wide_sign,
    values.escape,
    values.pressed_colon,
    values.question,
    values.block_header,
    values.reserved,
    values.inner_comment,
    values.open_quote,
    indents.dash,
    items.outdented_item,
    repeated.missing_dash,
    doubled.below_value,
    brackets.missing_comma,
    values.bracketed,
    values.inner_quote,
    brackets.unclosed,
    brackets.unopened,
    colons.tight_colon,
    indents.block_text,
    colons.missing_colon,
    colons.missing_first_colon,
    indents.indentation,
    values.second_colon,
)
# What YAML takes, and only the format does not: these leave what they touch an entry, and make no text of it.
_TAKEN_KINDS = (
    wide.wide_sign,
    repeated.missing_dash,
    colons.missing_inner_colon,
    colons.missing_colon,
    colons.missing_first_colon,
    indents.indentation,
)
_NAME = re.compile(r"[^\s:,{}\[\]\"']{1,40}(?=:)")
UNEXPLAINED = Remark("E101", "this is not YAML", "look for a quote, a bracket, a colon or a wrong indentation here")
_MOST_GUESSES = 60


def guesses(text: str, failure: Failure) -> Iterator[Slip]:
    """What may have gone wrong, the likeliest first."""
    scene = Scene(text, failure)
    at_end = list(brackets.open_at_end(scene))
    yield from at_end or islice(_each(_KINDS, scene), _MOST_GUESSES)


def taken(text: str, at: int) -> Iterator[Slip]:
    """What may have gone wrong in or near a line that YAML takes and the format does not."""
    yield from repeats(text, at)
    line = line_at(text, at)
    below, beside = line_below(text, line), line_beside(text, line)
    places = dict.fromkeys((at, *(each.first for each in (below, beside) if each)))
    for place in places:
        yield from islice(_each(_TAKEN_KINDS, Scene(text, Failure("", place, place))), _MOST_GUESSES)


def misspelt(text: str, at: int, remark: Remark) -> Slip | None:
    """A key that is none of the format, and the one that was probably meant."""
    found = _NAME.match(text, at)
    near = closest(found[0], KEYS) if found else None
    if found is None or near is None or near == found[0]:
        return None
    return Slip(remark, at, found.end(), (Edit(at, found.end(), near),))


def _each(kinds: Iterable[Callable[[Scene], Iterator[Slip]]], scene: Scene) -> Iterator[Slip]:
    return (slip for kind in kinds for slip in kind(scene))


def first_guess(text: str, failure: Failure) -> Slip:
    """The likeliest guess; where there is none, the parser's place in general words."""
    for slip in guesses(text, failure):
        return slip
    return unexplained(text, failure)


def unexplained(text: str, failure: Failure) -> Slip:
    scene = Scene(text, failure)
    line = scene.line if not scene.line.blank else scene.began_line
    at = min(max(scene.at, line.first), line.end)
    return Slip(UNEXPLAINED, at, max(at + 1, line.last))
