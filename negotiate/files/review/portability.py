"""W410: words that other YAML readers take for something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from negotiate.files.problems import Problem
from negotiate.files.review.walk import NAMES, Spot
from negotiate.files.source.portable import taken_for
from negotiate.files.to_model.desk import Desk

_WORDS = frozenset(
    (
        *("negotiation", "summary", "note", "title", "question", "group", "unit", "no_limit", "given", "name", "role"),
        *("place", "host", "publisher", "by", "according_to", "disputed_by", "what", "scope", "says", "quote"),
        *("headline", "party", "to", "issue", "of", "show", "present", "source"),
    )
)
"""Keys whose values are words. Dates, numbers and yes or no are what another reader may well make of the rest."""
_TERMS = ("positions", "terms", "if")
"""Keys below which the terms of issues stand, each under the name of its issue."""
_NAMED_OUTCOMES = ("choice", "scale", "set", "sequence", "text")
_POINTS = "points"


def read_differently(desk: Desk, found: Iterable[Spot]) -> Iterator[Problem]:
    """Names and words that must be in quotes to be words for every reader."""
    sheet, document = desk.sheet, desk.sheet.document
    for spot in found:
        other = taken_for(spot.words)
        if other and _is_words(desk, spot) and document.is_plain(spot.box, spot.key, spot.at_key):
            message = f"other YAML readers take `{spot.words}` for {other}"
            hint = f'put it in quotes: "{spot.words}"'
            yield sheet.doubt("W410", message, spot.box, spot.key, hint, at_key=spot.at_key)


def _is_words(desk: Desk, spot: Spot) -> bool:
    """Whether these are words to us, and not a number, a date, or yes or no."""
    if spot.at_key:
        return spot.trail[0] != _POINTS
    if spot.field in _WORDS or spot.field in NAMES:
        return True
    if any(step in NAMES for step in spot.trail[:-1]) and spot.trail[0] == "issues":
        return True  # what an outcome means
    issue = _issue_of(spot)
    found = desk.setting.issue_names.find(issue) if issue else None
    rows = desk.setting.rows.get(issue) or (desk.setting.rows.get(found) if found else None)
    return bool(rows) and desk.setting.issues[rows[0]].kind in _NAMED_OUTCOMES if rows else False


def _issue_of(spot: Spot) -> str:
    """The issue whose term this is; "" where it is none."""
    for at in range(len(spot.trail) - 2, -1, -1):
        below = spot.trail[at + 1]
        if spot.trail[at] in _TERMS and isinstance(below, str):
            return below
    return ""
