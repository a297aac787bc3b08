"""Names that an issue, a party, an option and the like may have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from negotiate.files.sheet import Sheet
from negotiate.files.to_model.directory import Directory
from negotiate.files.to_model.stances import ANYTHING_ELSE, OTHERS, STANCES, UNCHANGED
from negotiate.terms import plain

_SEPARATOR = re.compile(r"[,;:]|\bor\b", re.I)
RESERVED = frozenset((*STANCES, UNCHANGED, ANYTHING_ELSE, OTHERS, "anything", "nothing", "note"))
"""Words of the language: a name that is one of them could not be told from it."""


def check_name(sheet: Sheet, box: Any, key: str | int, name: str, reserved: frozenset[str] = RESERVED) -> None:
    """Report a name that would be read as several, or as a word of the language."""
    at_key = not isinstance(box, list)
    found = _SEPARATOR.search(name)
    if found:
        what = f"the word `{found[0]}`" if found[0].isalpha() else f"`{found[0]}`"
        hint = "write the name without it: it would end there where others refer to it"
        sheet.error("E306", f"a name cannot hold {what}", box, key, hint, part=found[0], at_key=at_key)
    elif plain(name) in reserved:
        sheet.error("E306", f"`{name}` means something here", box, key, "choose another name", at_key=at_key)


def is_stray_key(sheet: Sheet, box: Any, name: str, keys: frozenset[str], way: str) -> bool:
    """Report a key of the format where a name is expected: its line begins too far to one side."""
    if name not in keys:
        return False
    hint = f"if it belongs to what stands around it, begin it further {way}; else choose another name"
    sheet.error("E306", f"`{name}` is a key, not a name", box, name, hint, at_key=True)
    return True


def new_names(
    sheet: Sheet, box: Any, kind: str, keys: frozenset[str] = frozenset()
) -> Iterator[tuple[Any, str | int, str]]:
    """Each name that a list or mapping defines, checked, with its container and key; twins are left out, and in a
    mapping the ``keys``, which hardly belong there."""
    seen = Directory(kind, "E307")
    spots = dict[str, str | int]()
    for key, name in listed_names(box):
        if key == "note" or (isinstance(box, dict) and is_stray_key(sheet, box, name, keys, "left")):
            continue
        check_name(sheet, box, key, name)
        twin = seen.find(name)
        if twin is None:
            seen.add(name)
            spots[name] = key
            yield box, key, name
        else:
            report_twin(sheet, box, key, name, (box, spots[twin], twin))


def report_twin(sheet: Sheet, box: Any, key: str | int, name: str, first: tuple[Any, str | int, str]) -> None:
    """Report two names that are the same in any case and with `_` or space."""
    first_box, first_key, twin = first
    related = (sheet.excerpt(first_box, first_key, "first given here", at_key=not isinstance(first_box, list)),)
    message, hint = f"`{name}` is given twice", "choose another name for one of the two"
    if name != twin:
        message = f"`{name}` is the same name as `{twin}`"
        hint = "case, `_` and space make no difference; choose another name"
    sheet.error("E307", message, box, key, hint, at_key=not isinstance(box, list), related=related)


def listed_names(box: Any) -> Iterator[tuple[str | int, str]]:
    """The names in a list, or the keys of a mapping, each with its key."""
    if isinstance(box, dict):
        yield from ((name, name) for name in box)
    elif isinstance(box, list):
        yield from ((at, name) for at, name in enumerate(box) if name is not None)
