"""Where each key and value of a parsed text stands, in 16 bytes a key and 8 an item."""

from __future__ import annotations

import unicodedata
from array import array
from typing import Any

import yaml

from negotiate.files.source.characters import without_escaped

_SEARCHED = 16  # keys that are looked through one by one; of larger mappings an index is made


class Positions:
    """Offsets into a text, by the identity of the container that holds the value.

    Of a mapping four offsets for each key (key start and end, value start and end), of a list two for each
    item, in the order of the text.
    """

    __slots__ = ("_indices", "_kept", "_rows", "text")

    def __init__(self, text: str):
        self.text = text
        self._rows: dict[int, array[int]] = {}
        self._kept: list[Any] = []  # or a container that is freed would lend its identity to another
        self._indices: dict[int, dict[str, int]] = {}

    def add(self, container: Any, row: array[int]) -> None:
        self._rows[id(container)] = row
        self._kept.append(container)

    def find(self, container: Any, key: str | int, at_key: bool) -> tuple[int, int] | None:
        """The offsets of a value or its key; of all that the container holds where there is no such key; None
        for a container that holds nothing or is from elsewhere."""
        row = self._rows.get(id(container))
        if not row:
            return None
        if type(container) is list:
            at = 2 * key if isinstance(key, int) else -1
        else:
            at = 4 * self._number(container, row, str(key)) + (0 if at_key else 2)
        if 0 <= at < len(row):
            return row[at], row[at + 1]
        return row[0], row[-1]

    def has(self, container: Any, key: str) -> bool:
        """Whether a mapping was written with the key."""
        row = self._rows.get(id(container))
        return row is not None and self._number(container, row, key) >= 0

    def _number(self, container: dict[str, Any], row: array[int], key: str) -> int:
        """Which of the keys written is `key`, or -1. Asks the text, since keys may have been deleted since."""
        if len(row) > 4 * _SEARCHED:
            return self._index(container, row).get(key, -1)
        for number, name in enumerate(container):  # mostly none was deleted
            if name == key:
                if self.text[row[4 * number] : row[4 * number + 1]] == key:
                    return number
                break
        starts = range(0, len(row), 4)
        for at in starts:
            if self.text[row[at] : row[at + 1]] == key:
                return at // 4
        return next((at // 4 for at in starts if self._key(row[at], row[at + 1]) == key), -1)

    def _index(self, container: dict[str, Any], row: array[int]) -> dict[str, int]:
        """The number of each key written, made when it is first asked for."""
        index = self._indices.get(id(container))
        if index is None:
            index = self._indices[id(container)] = {}
            names = iter(container)
            for number, at in enumerate(range(0, len(row), 4)):
                name = next(names, "")  # mostly none was deleted, and the text says just that
                if self.text[row[at] : row[at + 1]] != name:
                    name = self._key(row[at], row[at + 1])
                index[name] = number
        return index

    def _key(self, start: int, end: int) -> str:
        """The key that is written there."""
        written = self.text[start:end]
        if written[:1] in ("'", '"', "&", "!", "|", ">") or "\n" in written or "\r" in written:
            written = without_escaped(str(yaml.load(written, Loader=yaml.BaseLoader)))
        return written if written.isascii() else unicodedata.normalize("NFC", written)
