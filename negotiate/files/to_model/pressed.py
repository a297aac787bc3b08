"""A key with its colon pressed to the value: YAML takes all of it for words."""

from __future__ import annotations

import re
from typing import Any

from negotiate.files.format.positions import Position
from negotiate.files.sheet import Sheet

_PRESSED = re.compile(rf"({'|'.join(Position.__annotations__)}):\S")


def is_pressed(sheet: Sheet, box: Any, key: str | int, words: str) -> bool:
    """Whether words begin like a position written as a mapping, but for a space; it is reported."""
    found = _PRESSED.match(words) if ":" in words else None
    if found is None or not sheet.document.is_plain(box, key):
        return False
    is_below = isinstance(key, str) and sheet.place(box, key).line > sheet.place(box, key, at_key=True).line
    hint = f"write `{found[1]}: …`" if is_below else f"write `{{{found[1]}: …}}`"
    sheet.error("E101", "no space after the colon", box, key, hint, part=found[0][:-1])
    return True
