"""Words that stand in place of a term."""

from __future__ import annotations

import re

from negotiate.model import Stance
from negotiate.terms import plain

STANCES = {stance.value: stance for stance in Stance}
UNCHANGED = "unchanged"
ANYTHING_ELSE = "anything else"
OTHERS = "others"
_STANDING = re.compile(rf"\s*(?:{'|'.join(name.split()[0] for name in (*STANCES, UNCHANGED))})", re.I)
_ADDED = re.compile(rf"\s*{UNCHANGED}\s*(?:;\s*(.*))?", re.I | re.S)


def stance_of(words: str) -> Stance | None:
    """The stance that words stand for, if they do."""
    return STANCES.get(plain(words)) if _STANDING.match(words) else None


def added_to_earlier(words: str) -> str | None:
    """What `unchanged; X` adds: X, or "" for `unchanged` alone; None for other words."""
    match = _ADDED.fullmatch(words)
    return (match[1] or "") if match else None
