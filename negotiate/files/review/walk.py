"""All words of a file, with the way to each."""

from __future__ import annotations

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


def spots(data: Any) -> list[Spot]:
    """In the order of the file, keys before what they hold."""
    found = list[Spot]()
    _walk(data, (), found)
    return found


def _walk(box: Any, trail: Trail, found: list[Spot]) -> None:
    """Into one list: a generator within each generator would hand every spot up through all levels."""
    for key, value in box.items() if type(box) is dict else enumerate(box):
        here = (*trail, key)
        if type(key) is str:
            found.append(Spot(here, box, key, True))
        if type(value) is str:
            found.append(Spot(here, box, value))
        elif value is not None:
            _walk(value, here, found)
