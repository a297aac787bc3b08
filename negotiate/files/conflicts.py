"""Merge conflicts that git left in a file."""

from __future__ import annotations

import re
from typing import NamedTuple

from negotiate.files.agreement import Remark
from negotiate.files.characters import without_forbidden
from negotiate.files.mended import Edit, Mended
from negotiate.files.tree import Finding, Span

_REMARK = Remark(
    "E114",
    "a merge conflict left by git",
    "choose one side and delete the lines with <<<<<<<, ======= and >>>>>>>",
)
_VISIBLE = re.compile(r"\S")
_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.M)
_ORDER = {"<": "", "|": "<", "=": "<|", ">": "="}  # which mark may stand before


class _Conflict(NamedTuple):
    """Offsets of the line of each mark; of the base, where there is none, that of =======."""

    ours: int
    base: int
    theirs: int
    end: int


def settle(text: str) -> tuple[Mended, tuple[Finding, ...]] | None:
    """The text with our side of each conflict and the rest blanked, and the conflicts; None if there is none."""
    found = _conflicts(text) if "<<<<<<< " in text else []
    if not found:
        return None
    edits: list[Edit] = []
    for conflict in found:
        for start, end in ((conflict.ours, _line_end(text, conflict.ours)), (conflict.base, conflict.end)):
            edits.append(Edit(start, end, _VISIBLE.sub(" ", text[start:end])))
    findings = tuple(Finding(_REMARK, Span(each.ours, _line_end(text, each.ours))) for each in found)
    return Mended(without_forbidden(text)).edited(tuple(edits)), findings


def _conflicts(text: str) -> list[_Conflict]:
    """All complete conflicts, in one walk over the marks."""
    found: list[_Conflict] = []
    seen: dict[str, int] = {}
    last = ""
    for mark in _MARK.finditer(text):
        sign = mark[0][0]
        if sign == "<":
            seen = {}
        elif last not in _ORDER[sign] or not last:
            seen, last = {}, ""
            continue
        seen[sign] = mark.start()
        last = sign
        if sign == ">":
            end = _line_end(text, mark.start())
            found.append(_Conflict(seen["<"], seen.get("|", seen["="]), seen["="], end))
            last = ""
    return found


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end
