"""Ways to values in a file, and whether two readings of it differ in one place only."""

from __future__ import annotations

from typing import Any

Path = tuple["str | int", ...]
"""The keys and indices that lead from the top of a file to a value."""


def box_of(data: Any, path: Path) -> Any:
    """The container that holds the value at a path."""
    for step in path[:-1]:
        data = data[step]
    return data


def same_but(old: Any, new: Any, path: Path, value: Any) -> bool:
    """Whether ``new`` is ``old`` with ``value`` at ``path``, the order of keys included."""
    if not path:
        return type(new) is type(value) and bool(new == value)
    if type(old) is not type(new) or not _same_keys(old, new):
        return False
    step, *rest = path
    others = (key for key in _keys(old) if key != step)
    return all(old[key] == new[key] for key in others) and same_but(old[step], new[step], tuple(rest), value)


def same_with(old: Any, new: Any, path: Path, key: str, value: Any) -> bool:
    """Whether ``new`` is ``old`` with one more key, the last, in the mapping at ``path``.

    A mapping that was left empty, or of which not even the key was there, counts as one without keys.
    """
    if not path:
        old = {} if old is None else old
        if not isinstance(old, dict) or not isinstance(new, dict):
            return False
        return list(new) == [*old, key] and all(new[each] == old[each] for each in old) and bool(new[key] == value)
    step, *rest = path
    if isinstance(old, dict) and step not in old and not rest:
        return same_with(old, new, (), str(step), {key: value})
    if type(old) is not type(new) or not _same_keys(old, new):
        return False
    others = (each for each in _keys(old) if each != step)
    return all(old[each] == new[each] for each in others) and same_with(old[step], new[step], tuple(rest), key, value)


def _keys(box: Any) -> list[Any]:
    return list(box) if isinstance(box, dict) else list(range(len(box)))


def _same_keys(old: Any, new: Any) -> bool:
    return isinstance(old, dict | list) and _keys(old) == _keys(new)
