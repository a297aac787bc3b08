"""Remarks for the reader of a file."""

from __future__ import annotations

from typing import Any

_NAMED = ("rounds", "parties", "issues", "texts", "sources", "salience", "points")


def drop_notes(data: Any) -> None:
    """`note` may stand in every mapping, also where all other keys are names; there it is for readers of the file."""
    for section in _NAMED:
        box = data.get(section)
        for each in (box, *box.values()) if isinstance(box, dict) else ():
            if isinstance(each, dict) and isinstance(each.get("note"), str) and (each is box or section == "points"):
                del each["note"]
