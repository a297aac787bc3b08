"""The words of a position as they were written."""

from __future__ import annotations

from typing import Any

_LEADS = {"demand": "", "terms": "", "accept": "accepts ", "rules_out": "rules out ", "says": "", "quote": ""}


def words_of(value: Any) -> str:
    """All that a position says, for showing where it cannot be computed."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return " or ".join(filter(None, map(words_of, value)))
    if not isinstance(value, dict):
        return ""
    said = [lead + words for key, lead in _LEADS.items() if (words := words_of(value.get(key)))]
    return "; ".join(said)
