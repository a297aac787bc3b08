"""Names that a negotiation defines, as enumerations: in any case, and with `_` or space, as the loader takes them.

A pattern has no way to say "in any case", so it spells every letter out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from unicodedata import normalize

from negotiate.files.schema.values import Node
from negotiate.files.suggest import listed

_BLANKS = r"[\s_]+"
_BLANK = re.compile(_BLANKS)
_EDGES = r"[\s_]*"
_SPECIAL = frozenset("\\^$.*+?()[]{}|/")
_TYPED = re.compile(r"[-+.]?\d.*|y|n|yes|no|on|off|true|false|null|~", re.I)
"""Names that an editor may take for something else than text, and then show in another spelling: `1.10` as 1.1."""
_TYPED_KEYS = r"[-+.\d].*|[Tt]rue|[Ff]alse|None|null"
_SHOWN = 12
STALE = "Is it new? Then write this schema again: see negotiate schema --help."


def one_of_names(names: Sequence[str], what: str, place_follows: bool = False) -> Node:
    """Words must be one of the names; behind the name of a source may stand the place in it."""
    behind = r"[,;:]*(?:[\s_]|$)" if place_follows else rf"{_EDGES}$"
    return _otherwise({"type": "string", "pattern": f"^(?!{_EDGES}(?:{_any(names)}){behind})"}, names, what)


def keys_among(names: Sequence[str], what: str, exactly: Iterable[str] = ("note",)) -> Node:
    """Keys must be among the names; or be ``exactly`` one of these."""
    typed = f"|(?:{_TYPED_KEYS})$" if any(map(_TYPED.fullmatch, names)) else ""
    same = "".join(f"|{_literal(name)}$" for name in exactly)
    other = f"^(?!{_EDGES}(?:{_any(names)}){_EDGES}${same}{typed})"
    checked = _otherwise({"pattern": other}, names, what)
    return {"propertyNames": {"doNotSuggest": True, **checked}}


def naming_one_of(names: Sequence[str], others: Iterable[str], what: str) -> Node:
    """Words must name one of these somewhere, or hold another word of the language."""
    edge, spelled = r"[\s_();,]", "|".join([_any(names), *others])
    other = rf"^(?!(?:[\s\S]*{edge})?(?:{spelled})(?:{edge}|$))"
    return _otherwise({"type": "string", "pattern": other}, names, what)


def _otherwise(other: Node, names: Sequence[str], what: str) -> Node:
    """What is none of the names gets a message that says which there are, if they are few."""
    said = f"{what}; there are {listed(names, _SHOWN)}" if len(names) <= _SHOWN else what
    return {"if": other, "then": {"enum": list(names), "errorMessage": f"{said}. {STALE}"}}


# --- spelling


def _any(names: Iterable[str]) -> str:
    """Longest first, as the loader looks for them."""
    return "|".join(sorted({spelled(name) for name in names}, key=lambda words: (-len(words), words)))


def spelled(name: str) -> str:
    """A pattern of all spellings of a name that mean the same to the loader. (But where a name has "ss", `ß` is
    not thought of, nor are other single letters for two.)"""
    return "".join(map(_letter, _BLANK.sub(" ", normalize("NFC", name)).strip()))


@cache
def _letter(letter: str) -> str:
    if letter == " ":
        return _BLANKS
    bare = letter.casefold()
    ways = {way for variant in _variants().get(bare, bare[:1]) for way in (variant, normalize("NFD", variant))}
    if len(bare) > 1:
        return f"(?:{'|'.join(sorted(ways | {letter}))}|{''.join(map(_letter, bare))})"
    if len(ways) == 1:
        return _literal(letter)
    if all(len(way) == 1 for way in ways):
        return f"[{''.join(sorted(ways))}]"
    return f"(?:{'|'.join(sorted(ways))})"


def _literal(text: str) -> str:
    """Editors' patterns are JavaScript's, where only what is special may be escaped."""
    return "".join(f"\\{letter}" if letter in _SPECIAL else letter for letter in text)


@cache
def _variants() -> dict[str, str]:
    """All letters that are the same letter (or, as `ß` is, the same letters) in another case."""
    found = dict[str, str]()
    for number in range(0x20000):
        letter = chr(number)
        bare = letter.casefold()
        if bare != letter:
            found[bare] = found.get(bare, bare if len(bare) == 1 else "") + letter
    return found
