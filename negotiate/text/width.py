"""How wide text is on a terminal, and text made to fit.

Widths are counted in cells. Characters that Unicode calls wide take two, marks that sit on another take none;
emoji joined to one picture count as one. Newer terminals and Textual count the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

Measure = Callable[[str], int]

ELLIPSIS = "…"
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
# Latin, Greek, Cyrillic, Armenian, punctuation, currency, boxes, braille: one cell each, so len() is the width.
_NARROW = re.compile(
    "[ -~\xa0-\u02ff\u0370-\u0482\u048a-\u058a\u2010-\u2027\u2030-\u205e\u20a0-\u20c0"
    "\u2190-\u2199\u2500-\u25fc\u2800-\u28ff]*"
)


def cells(text: str) -> int:
    """The width of a line of text, in cells. Control characters are to be cleaned away before."""
    if text.isascii() or _NARROW.fullmatch(text):
        return len(text)
    if _JOINER in text or _EMOJI_STYLE in text:
        return _width_of_sequences(text)
    return sum(map(_width, text))


@lru_cache(maxsize=4096)
def _width(character: str) -> int:
    if "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb" or character in "\u3164\uffa0":
        return 0  # vowels and finals of Hangul, drawn into the syllable before
    if "\U0001f3fb" <= character <= "\U0001f3ff":
        return 0  # skin tone, drawn into the emoji before
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Mc"):
        return 0
    if category == "Cf":
        return 1 if character == "\xad" or ("\u0600" <= character <= "\u08e2" and character != "\u061c") else 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _width_of_sequences(text: str) -> int:
    total = 0
    before = ""
    for character in text:
        if character == _EMOJI_STYLE:
            total += before != "" and _width(before) == 1 and _may_be_emoji(before)
        elif before == _JOINER and _width(character) == 2:
            pass  # one picture with the emoji before the joiner
        else:
            total += _width(character)
        before = character
    return total


def _may_be_emoji(character: str) -> bool:
    return character in "#*0123456789©®‼⁉™ℹ" or unicodedata.category(character) in ("So", "Sm")


def fit(text: str, width: int, cells: Measure = cells) -> str:
    """`text` in exactly `width` cells: filled up with spaces, or cut with `…`."""
    width = max(width, 0)
    if text.isascii():
        return text.ljust(width) if len(text) <= width else (text[: width - 1] + ELLIPSIS if width else "")
    taken = cells(text)
    if taken > width:
        if not width:
            return ""
        text = text[: _longest(text, width - 1, cells)].rstrip(_JOINER) + ELLIPSIS
        taken = cells(text)
    elif taken < width:
        text = text.rstrip(_JOINER)  # a joiner would swallow the space
    return text + " " * (width - taken)


def cut(text: str, width: int, measure: Measure = cells) -> str:
    """As much of the beginning of `text` as fits into `width` cells, with nothing put in for the rest."""
    if text.isascii():
        return text[: max(width, 0)]
    return text[: _longest(text, width, measure)]


def _longest(text: str, width: int, measure: Measure) -> int:
    """How many characters of `text` go into `width` cells, marks on the last one included."""
    high = max(width, 0) + 1
    while high < len(text) and measure(text[:high]) <= width:
        high *= 2
    low, high = 0, min(high, len(text))
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def wrap(text: str, width: int, measure: Measure = cells) -> list[str]:
    """Lines of at most `width` cells, broken between words; only a word longer than a line is split.

    Newlines in the text stay, spaces and tabs between words become one space. There is always a line, be
    it empty; a single character wider than `width` stands alone on a line that is too wide. ASCII is taken to
    measure one cell a character, whatever `measure` says.
    """
    width = max(width, 1)
    if "\n" in text:
        return [line for part in text.split("\n") for line in wrap(part, width, measure)]
    if "  " in text or "\t" in text or text[:1] == " " or text[-1:] == " ":
        text = " ".join(filter(None, text.replace("\t", " ").split(" ")))
    if text.isascii() or (measure is cells and _NARROW.fullmatch(text)):
        return _wrap_narrow(text, width)
    return _wrap_words(text.split(" "), width, measure)


def _wrap_narrow(text: str, width: int) -> list[str]:
    """Wrap where every character is one cell, words one space apart."""
    lines: list[str] = []
    start, last = 0, len(text) - width
    while start < last:
        end = text.rfind(" ", start, start + width + 1)
        if end < 0:
            end = start + width
            lines.append(text[start:end])
            start = end
        else:
            lines.append(text[start:end])
            start = end + 1
    lines.append(text[start:])
    return lines


def _wrap_words(words: list[str], width: int, measure: Measure) -> list[str]:
    lines: list[str] = []
    line, room = "", width
    for word in words:
        needed = measure(word)
        if line and needed < room:
            line += " " + word
            room -= needed + 1
            continue
        if line:
            lines.append(line)
        while needed > width and len(word) > 1:
            cut = max(_longest(word, width, measure), 1)
            if cut == len(word):
                break
            lines.append(word[:cut])
            word = word[cut:]
            needed = measure(word)
        line, room = word, width - needed
    lines.append(line)
    return lines
