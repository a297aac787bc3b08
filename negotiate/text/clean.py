"""Text from outside, made safe to show.

A terminal obeys control characters, and bidirectional overrides reorder what a reader sees. What is
written here is what stands in the file, with such characters made visible as U+FFFD.
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

# Joiners and direction marks (U+200C to U+200F, U+061C) stay: Persian, Indic scripts, Hebrew and emoji need them.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls but tab, newline, return
    "\u180e\u200b\u2060-\u2064\ufeff"  # no width: they make two words look like one name
    "\u2028-\u202e\u2066-\u206f"  # separators, bidirectional embeddings, overrides and isolates
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"  # halves of characters, no characters
    "\U000e0000-\U000e007f]"  # tags: invisible letters
)
_BREAK = re.compile("\r\n?|[\t\n]")
_BLANKS = re.compile(r"[\s\u2028\u2029]+")


def clean(text: str) -> str:
    """`text` for one line of a terminal or a document; a tab or a line break becomes a space."""
    if text.isprintable():
        return text
    return _UNSAFE.sub(REPLACEMENT, _BREAK.sub(" ", text))


def one_line(text: str) -> str:
    """`text` cleaned, each run of white space as one space, none at the ends."""
    return _UNSAFE.sub(REPLACEMENT, _BLANKS.sub(" ", text)).strip(" ")


def clean_block(text: str) -> str:
    """`text` cleaned, keeping its line breaks (all as "\\n")."""
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(map(clean, lines))
