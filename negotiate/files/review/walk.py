"""All words of a file, with the way to each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

Trail = tuple["str | int", ...]
NAMES = frozenset(("options", "items", "steps", "each"))
"""Keys of an issue that hold the names of its outcomes, as a list or with what each means."""


class Spot(NamedTuple):
    """Words, or a key where ``at_key``, and the keys that lead to them from the top of the file."""

    trail: Trail
    box: Any
    words: str
    at_key: bool = False

    @property
    def key(self) -> str | int:
        return self.trail[-1]

    @property
    def field(self) -> str:
        """The nearest key above that is no place in a list."""
        return next((step for step in reversed(self.trail) if isinstance(step, str)), "")


def spots(data: Any, trail: Trail = ()) -> Iterator[Spot]:
    """In the order of the file, keys before what they hold."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in pairs:
        here = (*trail, key)
        if isinstance(key, str):
            yield Spot(here, data, key, at_key=True)
        if isinstance(value, str):
            yield Spot(here, data, value)
        elif value is not None:
            yield from spots(value, here)
