"""Which key a writer probably meant."""

from __future__ import annotations

from negotiate.files.suggest import closest

_OTHER_WORDS = {
    "red_line": "rules_out",
    "redline": "rules_out",
    "offer": "accept",
    "want": "demand",
    "condition": "if",
    "conditions": "if",
    "when": "date",
    "name": "title",
    "who": "by",
    "place": "source",
    "comment": "note",
    "reply": "says",
}


def likely_key(word: str, allowed: list[str]) -> str | None:
    """The key that was probably meant."""
    other = _OTHER_WORDS.get(word.casefold().replace(" ", "_"))
    return other if other in allowed else closest(word, allowed)
