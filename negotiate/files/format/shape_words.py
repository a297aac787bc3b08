"""What does not keep the format, in plain words."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import ErrorDetails

from negotiate.files.format.parts import DATE_PATTERN, DAY_PATTERN, SHAPES, SHARE_PATTERN, WHOLE_PATTERN, Quoted
from negotiate.files.suggest import closest, listed

Explained = tuple[str, str, str]
"""Code, message and hint."""

_SPELT = 0.75  # of words of the format: "denies" is no slip for "defers", and their sense is another
_DATE_HINT = "write year-month-day: 2026-01-31; a month 2026-01 or a year 2026 will do"
_PATTERNS = {
    DATE_PATTERN: ("E206", "is not a date", f"{_DATE_HINT}; a run of days: 2026-01-30 to 2026-01-31"),
    DAY_PATTERN: ("E206", "is not a day", _DATE_HINT),
    WHOLE_PATTERN: ("E207", "is not a whole number", "write it without unit and decimals: 30"),
    SHARE_PATTERN: ("E207", "is not a whole number from 0 to 100", "100 is what matters most to the party"),
}
_AS_LIST = "write `[one, two]`, or one `- item` on each line"
_AS_MAPPING = "write `key: value` on each line below, or `{key: value}`"
_USUAL = frozenset(Quoted.__annotations__)


def misfit(path: tuple[str | int, ...], error: ErrorDetails) -> Explained:
    """Explain an error that is neither a missing nor an unknown key."""
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    what = f"`{path[-1]}`" if isinstance(path[-1], str) else f"item {path[-1] + 1}"
    if value is None:
        return "E203", f"{what} is empty", "write a value, or delete the line"
    if kind == "string_too_short":
        return "E203", f"{what} is empty", "write some words, or delete the line"
    if kind == "string_pattern_mismatch":
        code, wrong, hint = _PATTERNS[context["pattern"]]
        return code, f"`{value}` {wrong}", hint
    if kind == "literal_error":
        return _not_among(what, value, re.findall(r"'([^']*)'", context["expected"]))
    wanted = _wanted(kind, context)
    return "E204", f"{what} must be {wanted}, not {_shape(value)}", _shape_hint(wanted, value)


def _not_among(what: str, value: Any, names: list[str]) -> Explained:
    if not isinstance(value, str):
        return "E204", f"{what} must be {listed(names, 10)}, not {_shape(value)}", "write one of these words"
    near = closest(value, names, _SPELT)
    message = f"{what} must be {listed(names, 10)}, not `{value}`"
    return "E205", message, f"did you mean `{near}`?" if near else "write one of these words"


def _wanted(kind: str, context: dict[str, Any]) -> str:
    if kind.startswith("union_tag"):
        tags = re.findall(r"'([^']*)'", context.get("expected_tags", "")) or ["=words", "=mapping"]
        names = list(dict.fromkeys(SHAPES[tag] for tag in tags))
        return f"{', '.join(names[:-1])} or {names[-1]}" if names[1:] else names[0]
    return {"string_type": "words", "list_type": "a list", "dict_type": "a mapping"}.get(kind, "something else")


def _shape(value: Any) -> str:
    if isinstance(value, list):
        return "a list"
    return "a mapping" if isinstance(value, dict) else f"`{value}`"


def _shape_hint(wanted: str, value: Any) -> str:
    if isinstance(value, dict):
        return "if these are words, put them in quotes" if "words" in wanted else _AS_LIST
    if "list" in wanted:
        return _AS_LIST
    return _AS_MAPPING if "mapping" in wanted else "write words, without dashes and [ ]"


def keys_allowed(file_format: TypeAdapter[Any], path: tuple[str | int, ...]) -> list[str]:
    """The keys that the format allows in a mapping; those that may stand in many places come last."""
    schema = _schema(file_format)
    here = [schema]
    for step in path:
        bare = [one for each in here for one in _bare(schema, each)]
        here = _named(bare, step) or _unnamed(bare, step)
    names = dict.fromkeys(name for each in here for bare in _bare(schema, each) for name in bare.get("properties", ()))
    return sorted(names, key=_USUAL.__contains__)


@cache
def _schema(file_format: TypeAdapter[Any]) -> dict[str, Any]:
    return file_format.json_schema()


def _bare(schema: dict[str, Any], each: dict[str, Any]) -> list[dict[str, Any]]:
    """The schemas that a schema stands for: what it refers to, or each of its alternatives."""
    if "$ref" in each:
        return _bare(schema, schema["$defs"][each["$ref"].rpartition("/")[2]])
    if "oneOf" in each:
        return [bare for part in each["oneOf"] for bare in _bare(schema, part)]
    return [each]


def _named(bare: list[dict[str, Any]], step: str | int) -> list[dict[str, Any]]:
    """The schemas of what stands under a key that the format names."""
    return [each["properties"][step] for each in bare if step in each.get("properties", ())]


def _unnamed(bare: list[dict[str, Any]], step: str | int) -> list[dict[str, Any]]:
    """The schemas of what stands in a list, or under a key that the writer chose."""
    found = (each.get("items" if isinstance(step, int) else "additionalProperties") for each in bare)
    return [each for each in found if isinstance(each, dict)]
