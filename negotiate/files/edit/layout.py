"""New keys and values as text, in block style or in brackets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from negotiate.files.edit.spelling import spell

Value: TypeAlias = str | Sequence["Value"] | Mapping[str, "Value"]
"""What is to be written: words, a list of them, or names with values."""


def in_brackets(value: Value) -> str:
    """A value on one line: `{title: Foreign troops, type: yes-no}`."""
    if isinstance(value, str):
        return spell(value, in_brackets=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(pair(key, each) for key, each in value.items()) + "}"
    return "[" + ", ".join(map(in_brackets, value)) + "]"


def pair(key: str, value: Value) -> str:
    return f"{spell(key, in_brackets=True)}: {in_brackets(value)}"


def block(key: str, value: Value, column: int, step: int, open_levels: int) -> list[str]:
    """A key with its value on lines of their own, down to so many levels of mappings; below that in brackets."""
    head = " " * column + spell(key) + ":"
    if isinstance(value, Mapping) and value and open_levels:
        lines = [block(name, each, column + step, step, open_levels - 1) for name, each in value.items()]
        return [head, *(line for each in lines for line in each)]
    return [f"{head} {spell(value) if isinstance(value, str) else in_brackets(value)}"]
