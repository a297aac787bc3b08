"""Characters that have no place in a position file: they hide text, reorder it, or steer the terminal."""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\ufffd"

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
_CONTROL_BYTES = bytes((*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F))
_ASCII = re.compile(f"[{_CONTROLS}]")
# Beyond the controls: libyaml takes U+0085, U+2028 and U+2029 for line breaks and editors do not, so that what
# looks like a comment may be data; embeddings, overrides and isolates reorder what is seen; a byte order mark
# inside a text, halves of characters and non-characters mean nothing.
_FORBIDDEN = f"{_CONTROLS}\x80-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
_ANY = re.compile(f"[{_FORBIDDEN}]")
# A carriage return cannot be in a value but by an escape, and then it overwrites the line on a terminal.
_ESCAPED = re.compile(f"[\r{_FORBIDDEN}]")
# Unicode gives them no names of their own.
_CONTROL_NAMES = {
    "\0": "null",
    "\a": "bell",
    "\b": "backspace",
    "\r": "carriage return",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x85": "next line",
}


def forbidden(text: str) -> list[tuple[int, int]]:
    """Where the text holds such characters, as (start, end) of each run of them."""
    if _is_clean(text):
        return []
    runs: list[tuple[int, int]] = []
    for found in (_ASCII if text.isascii() else _ANY).finditer(text):
        if runs and runs[-1][1] == found.start():
            runs[-1] = (runs[-1][0], found.end())
        else:
            runs.append(found.span())
    return runs


def _is_clean(text: str) -> bool:
    """Found out in a quarter of the time that it takes to look for them at every place."""
    if text.isascii():
        return len(text.encode().translate(None, _CONTROL_BYTES)) == len(text)
    return _ANY.search("".join(set(text))) is None


def without_forbidden(text: str) -> str:
    """The text with each such character replaced by U+FFFD: its length, and so every offset, stays."""
    return _ANY.sub(REPLACEMENT, text)


def first_escaped(value: str) -> str | None:
    """The first such character in a value that was written with escapes, or None."""
    if value.isprintable():
        return None
    found = _ESCAPED.search(value)
    return found[0] if found else None


def without_escaped(value: str) -> str:
    return _ESCAPED.sub(REPLACEMENT, value)


def described(character: str) -> str:
    """A character as "U+202E (right-to-left override)"."""
    name = _CONTROL_NAMES.get(character) or unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")
