"""Characters that look like others, or like nothing: who reads the words cannot see why they are not understood."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
_DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
# Of a day, or within a word. Between other numbers a dash means a range, which is said elsewhere.
_DASH = re.compile(rf"(?<=\d{{4}})[{_DASHES}](?=\d\d?(?!\d))|(?<=[^\W\d_])[{_DASHES}](?=[^\W\d_])|(?<!\d)\u2212(?=\d)")
_ALPHABETS = ("Cyrillic", "Greek")


def misleading(words: str) -> str:
    """What is misleading in some words, to be put behind a message; "" where nothing is."""
    return "" if words.isascii() else _invisible(words) or _foreign_letter(words) or _dash(words)


def _invisible(words: str) -> str:
    found = next((sign for sign in words if unicodedata.category(sign) == "Cf"), None)
    return f"; an invisible {unicodedata.name(found, 'character').lower()} stands in it" if found else ""


def _foreign_letter(words: str) -> str:
    """The letter of another alphabet in a word that is mostly of ours."""
    for word in _WORD.findall(words):
        for letter in word if any(map(str.isascii, word)) else ():
            alphabet = unicodedata.name(letter, "").partition(" ")[0].capitalize()
            if alphabet in _ALPHABETS:
                return f"; `{letter}` in it is a {alphabet} letter"
    return ""


def _dash(words: str) -> str:
    found = _DASH.search(words)
    return f"; `{found[0]}` in it is a dash of another kind: write `-`" if found else ""
