"""Files that look like those of parties and lie where nobody reads them: the party would be missing without a word."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from negotiate.files.problems import Problem, Severity
from negotiate.files.suggest import closest
from negotiate.model import Place

_PARTY = re.compile(rb"^\xef?\xbb?\xbf?party *:", re.M)
_YAML = (".yaml", ".yml")
_DISGUISED = (".yaml.txt", ".yml.txt")
_HEAD = 2_000  # bytes in which a file says what it is
_MOST = 100  # names that are looked at in a folder


def strays(root: str, parties: str) -> Iterator[Problem]:
    """A warning for each, in the folder ``root``, in ``parties`` below it, and in folders that are called nearly so."""
    for name in _names(root):
        path = os.path.join(root, name)
        if name.lower().endswith(_YAML) and _is_party(path):
            yield _warning(path, f"move it into {parties}/")
        elif name != parties and os.path.isdir(path) and closest(name, [parties]):
            inside = (os.path.join(path, each) for each in _names(path) if each.lower().endswith(_YAML))
            yield from (_warning(each, f"call its folder `{parties}`") for each in inside if _is_party(each))
    for name in _names(os.path.join(root, parties)):
        if name.lower().endswith(_DISGUISED):
            yield _warning(os.path.join(root, parties, name), f"call it {name[:-4]}")


def _names(folder: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))[:_MOST]
    except (OSError, ValueError):
        return []


def _is_party(path: str) -> bool:
    try:
        if not os.path.isfile(path):
            return False
        with open(path, "rb") as file:
            return bool(_PARTY.search(file.read(_HEAD)))
    except (OSError, ValueError):
        return False


def _warning(path: str, hint: str) -> Problem:
    message = "looks like the file of a party, and is not read here"
    return Problem("W411", message, Place(path, 1, 1), None, hint, severity=Severity.WARNING)
