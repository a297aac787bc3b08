"""Finding the names that an issue defines in a writer's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from unicodedata import normalize

_SPACE = re.compile(r"[\s_]+")
_SEPARATOR = re.compile(r"\s*(?:,\s*and\s+|,\s*|\s+and\s+)")
_DENIES = re.compile(r"\b(?:no|not|never|none|non|nothing|without)\b")
_REVERSES = ("un", "dis", "non", "anti", "il", "im", "in", "ir")
_LIKE = 0.6  # difflib's own measure of a close match
_LIKE_AT_ANOTHER_LETTER = 0.75  # "agrees" is to "rejects" 0.62, and nobody mistypes it so
_QUOTED = 60
_LISTED = 12


def plain(text: str) -> str:
    """Names are equal in any case, with ``_`` or space, however their accents are encoded."""
    return _SPACE.sub(" ", normalize("NFC", text)).strip().casefold()


def brief(text: str) -> str:
    """A writer's words as a message quotes them."""
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1].rstrip() + "…"


def as_written(text: str, part: str) -> str:
    """``part`` of the plain form of ``text`` as the writer spelled it, where it can be found."""
    at = text.casefold().replace("_", " ").find(part)
    return text[at : at + len(part)] if at >= 0 and len(text.casefold()) == len(text) else part


def find_name(text: str, names: Iterable[str]) -> int | None:
    """The index of the name that the whole text is."""
    wanted = plain(text)
    return next((index for index, name in enumerate(names) if plain(name) == wanted), None)


def leading_name(text: str, names: Sequence[str]) -> tuple[int, str] | None:
    """The longest of the names that ``text`` starts with, and the rest after it. Both are already plain."""
    best: tuple[int, str] | None = None
    for index, name in enumerate(names):
        whole = text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()
        if whole and (best is None or len(name) > len(names[best[0]])):
            best = index, text[len(name) :]
    return best


def split_names(text: str, names: Iterable[str]) -> list[int] | str:
    """The indices of names joined by commas and "and", or the part that is no name."""
    found, rest, known = list[int](), plain(text), [plain(name) for name in names]
    while True:
        match = leading_name(rest, known)
        if match is None or (match[1] and not (separator := _SEPARATOR.match(match[1]))):
            return rest
        found.append(match[0])
        if not match[1]:
            return found
        assert separator
        rest = match[1][separator.end() :]


def near(text: str, names: Iterable[str]) -> str:
    """A hint that names the nearest name, or all of them when few."""
    from difflib import SequenceMatcher, get_close_matches  # cost 6 ms, and most runs have no mistake to explain

    listed, wanted = list(names), plain(text)
    spellings = {plain(name): name for name in listed}
    for hit in get_close_matches(wanted, spellings, 3, _LIKE):
        if may_be_meant(wanted, hit, SequenceMatcher(None, hit, wanted).ratio()):
            return f"did you mean `{spellings[hit]}`?"
    shown = ", ".join(f"`{name}`" for name in listed[:_LISTED])
    more = f" and {len(listed) - _LISTED} more" if len(listed) > _LISTED else ""
    return f"the issue has {shown}{more}"


def may_be_meant(word: str, name: str, likeness: float) -> bool:
    """Whether a word (both in plain writing) may be a name, mistyped: what is only like it may say the opposite."""
    least = _LIKE if word[:1] == name[:1] else _LIKE_AT_ANOTHER_LETTER
    return likeness >= least and not _reverses(word, name)


def _reverses(word: str, name: str) -> bool:
    longer, shorter = sorted((word, name), key=len, reverse=True)
    if len(word.split()) != len(name.split()) and bool(_DENIES.search(word)) != bool(_DENIES.search(name)):
        return True
    return longer.endswith(shorter) and longer[: -len(shorter)] in _REVERSES
