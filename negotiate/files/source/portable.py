"""Plain text that other YAML readers take for something else: `no`, `1.10`, `2025-06-02`.

Our loader takes every scalar as the words that were written. YAML 1.1 (https://yaml.org/type/) and the core schema of
YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema) do not, and differ from each other.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

TOKEN = re.compile(r"[-+.~\w:/]+")
"""What such text is made of; a date with a time, which has a space, is the only other, and no word of a format."""

_SUSPICIOUS = re.compile(r"[-+.~0-9]|(?:yes|no|on|off|true|false|null)$", re.I)
_NUMBER_OF_1_2 = re.compile(r"[-+]?(?:\.[0-9_]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+")
"""Not all of these are numbers to YAML 1.1, and others are; `._0` is one to some readers of 1.2."""
_KINDS = {"bool": "yes or no", "int": "a number", "float": "a number", "timestamp": "a date", "null": "nothing"}


def taken_for(words: str) -> str:
    """What another reader makes of the words without quotes: "a number", "yes or no"; "" where words stay words."""
    if not _SUSPICIOUS.match(words) or not TOKEN.fullmatch(words):
        return ""
    if _NUMBER_OF_1_2.fullmatch(words):
        return "a number"
    return _KINDS.get(_resolved(words).rpartition(":")[2], "")


def _resolved(words: str) -> str:
    """The tag that YAML 1.1 gives to plain words."""
    import yaml

    tag: str = _resolver().resolve(yaml.ScalarNode, words, (True, False))
    return tag


@cache
def _resolver() -> Any:
    import yaml

    return yaml.resolver.Resolver()
