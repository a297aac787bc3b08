"""Parts of a position that cannot stand together, or that say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from negotiate.files.to_model.desk import Desk

_TERMS = frozenset(("demand", "terms", "accept", "rules_out"))
_SAYS_SOMETHING = _TERMS | {"says", "quote", "headline", "according_to"}
_NEEDS_A_LOOK = frozenset(("terms", "if", "according_to"))


def check_parts(desk: Desk, box: Any, key: str) -> str:
    """Report what is wrong with the parts of a position as a whole. Returns why it cannot be read, or ""."""
    given = box[key]
    if "demand" in given and _NEEDS_A_LOOK.isdisjoint(given):
        return ""
    if _SAYS_SOMETHING.isdisjoint(given):
        if not desk.sheet.is_flawed(box, key):
            hint = "write a `demand`, what it would `accept`, what it `rules_out`, or what it `says`"
            desk.sheet.error("E326", "this position says nothing", box, key, hint, at_key=True)
        return "it says nothing"
    why = ""
    for part, message, hint, why in _conflicts(given):  # noqa: B007
        desk.sheet.error("E327", message, given, part, hint, at_key=True)
    return why


def _conflicts(given: Any) -> Iterator[tuple[str, str, str, str]]:
    """The key, what is wrong, what to write, and why the position cannot be read."""
    asks = "demand" in given or "terms" in given
    if "demand" in given and "terms" in given:
        yield "terms", "both `demand` and `terms`", "they mean the same: keep one", "it has two demands"
    if isinstance(given.get("according_to"), dict) and not _TERMS.isdisjoint(given):
        hint = "each side's version stands in place of a term: keep one"
        yield "according_to", "a term, and versions of it", hint, "it has a term and versions of it"
    if "if" in given and "accept" in given and asks:
        message = "a demand and an acceptance: which of them is on this condition?"
        hint = "write `accept: {terms: ..., if: ...}`, or `demand: {terms: ..., if: ...}`"
        yield "if", message, hint, "its condition may belong to its demand or to what it accepts"
