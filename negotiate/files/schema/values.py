"""The smallest parts of the JSON Schemas: what a single value may be, and what an editor offers for it.

An editor decides by itself whether `no`, `30` or `2025-06-02` is text, a number or a truth value, and YAML 1.1 and
1.2 differ on it; our loader takes all of them as written. So wherever words may stand, any scalar may.

`defaultSnippets`, `errorMessage`, `patternErrorMessage`, `enumDescriptions` and `doNotSuggest` are
yaml-language-server's own words; checkers pass over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from json import dumps
from typing import Any

from negotiate.files.format.parts import DATE_PATTERN, DAY_PATTERN, SHARE_PATTERN, WHOLE_PATTERN

Node = dict[str, Any]
"""A JSON Schema, or a part of one."""

WORDS, LIST, MAPPING = "words", "a list", "a mapping"
_TYPES = {WORDS: ("string", "number", "boolean"), LIST: ("array",), MAPPING: ("object",)}
_MOST_WHOLE = 10**12 - 1  # twelve digits, as WHOLE_PATTERN has it
_DATE = "This must be year-month-day: 2026-01-31; a month 2026-01 or a year 2026 will do"
_PLAIN = re.compile(r"[^\W_][^#:{}\[\],&*!|>'\"%@`\\]*")


def words(*shapes: str, offers: Sequence[Node] = (), check: Node | None = None, **more: Any) -> Node:
    """Words, or one of the shapes named; what an editor offers, and what else is asked of words.

    The editor's server offers `true` and `false` wherever a type says that a truth value may stand; so where
    there is something better to offer, the types are named in a condition, where it does not look.
    """
    kinds = (WORDS, *shapes)
    if not offers:
        return {**more, "type": [name for kind in kinds for name in _TYPES[kind]], **_said(kinds), "minLength": 1}
    others = [_TYPES[kind][0] for kind in (LIST, MAPPING) if kind not in kinds]
    typed = {"type": [_TYPES[kind][0] for kind in kinds], **_said(kinds)}
    checked = {"if": {"type": [*others, "null"]}, "then": typed} | ({"else": check} if check else {})
    return {**more, "defaultSnippets": list(offers), "minLength": 1, **checked}


def _said(kinds: Sequence[str]) -> Node:
    *first, last = kinds
    return {"errorMessage": f"This must be {', '.join(first)} or {last}." if first else f"This must be {last}."}


def also(node: Node, *conditions: Node) -> Node:
    """The node under more conditions."""
    return {**node, "allOf": [*node.get("allOf", ()), *conditions]} if any(conditions) else node


def where(kind: str, node: Node) -> Node:
    """A condition on lists or mappings alone. `items` beside words would make an editor write a list for the key."""
    return {"if": {"type": _TYPES[kind][0]}, "then": node}


def dated(pattern: str) -> Node:
    """A day, month or year (which an editor takes for a number), or a run of days."""
    run = "; a run of days: 2026-01-30 to 2026-01-31" if pattern == DATE_PATTERN else ""
    said = {"errorMessage": f"{_DATE}.", "patternErrorMessage": f"{_DATE}{run}."}
    return {"type": ["string", "integer"], "minimum": 1, "maximum": 9999, "pattern": pattern, **said}


def whole(share: bool = False) -> Node:
    """A whole number, or one from 0 to 100; `1_000` is text in some editors."""
    said = "This must be a whole number from 0 to 100." if share else "This must be a whole number: 30, 85_000."
    low, high = (0, 100) if share else (-_MOST_WHOLE, _MOST_WHOLE)
    pattern = SHARE_PATTERN if share else WHOLE_PATTERN
    node = {"type": ["string", "integer"], "minimum": low, "maximum": high, "pattern": pattern}
    return {**node, "errorMessage": said}


def yes_no() -> Node:
    other = {"type": "string", "pattern": "^(?!(?:true|false)$)"}
    either = {"type": ["string", "boolean"], "errorMessage": "This must be yes or no."}
    return {"defaultSnippets": offered(("yes", "no")), "if": other, "then": {"enum": ["yes", "no"]}, "else": either}


def one_of(names: Sequence[str], meanings: Mapping[str, str]) -> Node:
    described = {"enumDescriptions": [meanings[name] for name in names]} if set(names) <= meanings.keys() else {}
    return {"enum": list(names), **described}


def words_or_nothing() -> Node:
    return {"type": ["string", "number", "boolean", "null"], "errorMessage": "This must be words.", "minLength": 1}


def list_or_mapping() -> Node:
    return {"type": [*_TYPES[LIST], *_TYPES[MAPPING]], "errorMessage": f"This must be {LIST} or {MAPPING}."}


def is_date(pattern: str) -> bool:
    return pattern in (DATE_PATTERN, DAY_PATTERN)


# --- what an editor offers


def offered(names: Iterable[str] | Mapping[str, str]) -> list[Node]:
    """Names to choose from, each with what it means where that is known."""
    meanings = names if isinstance(names, Mapping) else {}
    return [offer(name, escaped(as_yaml(name)), meanings.get(name, "")) for name in names]


def offer(label: str, text: str, meaning: str = "") -> Node:
    """One thing to choose: what is shown, and the snippet that is written."""
    return {"label": label, "bodyText": text} | ({"description": meaning} if meaning else {})


def ordered(offers: Iterable[Node], first: int = 0) -> list[Node]:
    """So that an editor does not sort them by the alphabet."""
    return [each | {"sortText": f"{at:03}"} for at, each in enumerate(offers, first)]


def choice(at: int, names: Iterable[str]) -> str:
    """A place in a snippet where one of the names is chosen."""
    listed = ",".join(escaped(name, "$}\\,|") for name in names)
    return f"${{{at}|{listed}|}}"


def escaped(text: str, special: str = "$}\\") -> str:
    """Text as it stands in a snippet."""
    return "".join(f"\\{letter}" if letter in special else letter for letter in text)


def as_yaml(value: Any) -> str:
    """A value on one line, as a writer would put it: `[order, nato]`, `{guarantees: at least robust}`."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {as_yaml(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    text = str(value)
    return text if _PLAIN.fullmatch(text) and text == text.strip() else dumps(text, ensure_ascii=False)
