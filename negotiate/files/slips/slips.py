"""What a writer probably did where a parser gave up, in words for people who do not know YAML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from negotiate.files import slip_brackets, slip_colons, slip_lines, slip_repeats, slip_values
from negotiate.files.format.keys import KEYS
from negotiate.files.slips.repeated import repeats
from negotiate.files.slips.scene import Scene, Slip, line_at, line_below
from negotiate.files.source.agreement import Remark
from negotiate.files.source.events import Failure
from negotiate.files.source.mended import Edit
from negotiate.files.suggest import closest

# The surest first: what is tried later explains also what an earlier one explains better.
_KINDS = (
    slip_lines.conflict_marker,
    slip_lines.long_key,
    slip_lines.no_key,
    slip_lines.directive,
    slip_lines.tab,
    slip_values.escape,
    slip_values.pressed_colon,
    slip_values.question,
    slip_values.block_header,
    slip_values.reserved,
    slip_values.open_quote,
    slip_lines.dash,
    slip_repeats.missing_dash,
    slip_brackets.missing_comma,
    slip_values.inner_quote,
    slip_brackets.unclosed,
    slip_brackets.unopened,
    slip_colons.tight_colon,
    slip_lines.block_text,
    slip_colons.missing_colon,
    slip_colons.missing_first_colon,
    slip_lines.indentation,
    slip_values.second_colon,
)
# What YAML takes, and only the format does not: these leave what they touch an entry, and make no text of it.
_TAKEN_KINDS = (
    slip_repeats.missing_dash,
    slip_colons.missing_inner_colon,
    slip_colons.missing_colon,
    slip_colons.missing_first_colon,
    slip_lines.indentation,
)
_NAME = re.compile(r"[^\s:,{}\[\]\"']{1,40}(?=:)")
UNEXPLAINED = Remark("E101", "this is not YAML", "look for a quote, a bracket, a colon or a wrong indentation here")
_MOST_GUESSES = 60


def guesses(text: str, failure: Failure) -> Iterator[Slip]:
    """What may have gone wrong, the likeliest first."""
    yield from islice(_each(_KINDS, Scene(text, failure)), _MOST_GUESSES)


def taken(text: str, at: int) -> Iterator[Slip]:
    """What may have gone wrong in or near a line that YAML takes and the format does not."""
    yield from repeats(text, at)
    below = line_below(text, line_at(text, at))
    for place in (at, below.first) if below else (at,):
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
