"""Where each key and value of a parsed text stands, in 16 bytes a key and 8 an item."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import Any

_NO_KEYS: Mapping[Any, int] = {}  # of a list


class Positions:
    """Offsets into a text, by the identity of the container that holds the value.

    Of a mapping four offsets for each key (key start and end, value start and end), of a list two for each
    item, in the order of the text. Keys may be deleted from a mapping afterwards.
    """

    __slots__ = ("_keys", "_offsets", "_rows", "text")

    def __init__(self, text: str):
        self.text = text
        self._offsets = array("I")
        # Each container (or, once freed, it would lend its identity to another), its keys, and which of the offsets
        # are its own: the first and the one behind the last.
        self._rows: dict[int, tuple[Any, Mapping[Any, int], int, int]] = {}
        # From which offset on those of each key stand, for all mappings with the same keys.
        self._keys: dict[tuple[str, ...], dict[str, int]] = {}

    def add(self, container: Any, offsets: list[int]) -> None:
        """Take down a container that has all of its keys and items."""
        keys = _NO_KEYS
        if type(container) is dict:
            names = tuple(container)
            keys = self._keys.get(names) or self._keys.setdefault(names, _numbered(names))
        first = len(self._offsets)
        self._offsets.fromlist(offsets)
        self._rows[id(container)] = container, keys, first, first + len(offsets)

    def find(self, container: Any, key: str | int, at_key: bool) -> tuple[int, int] | None:
        """The offsets of a value or its key; of all that the container holds where there is no such key; None
        for a container that holds nothing or is from elsewhere."""
        found = self._rows.get(id(container))
        if found is None:
            return None
        offsets, (_, keys, first, end) = self._offsets, found
        at = keys.get(key)
        if at is not None:
            at += first if at_key else first + 2
        elif isinstance(key, int) and 0 <= 2 * key < end - first:
            at = first + 2 * key
        else:
            return (offsets[first], offsets[end - 1]) if first < end else None
        return offsets[at], offsets[at + 1]

    def has(self, container: Any, key: str) -> bool:
        """Whether a mapping was written with the key."""
        found = self._rows.get(id(container))
        return found is not None and key in found[1]


def _numbered(names: tuple[str, ...]) -> dict[str, int]:
    return {name: 4 * number for number, name in enumerate(names)}
