"""Which of the old is which of the new: by id, or, where nothing has an id, by what it says. Never by line."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

Match = tuple[T | None, T | None]
"""The old and the new; None where there is none."""


class How(Enum):
    """What became of a thing."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"


def how(old: object, new: object) -> How:
    return How.ADDED if not old else How.CHANGED if new else How.DROPPED


@dataclass(frozen=True, slots=True)
class Part:
    """A part that changed, in words; "" where there was or is none."""

    name: str
    old: str
    new: str


def changed_parts(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Part, ...]:
    """The parts that differ, in the order in which they are told."""
    names = dict.fromkeys([*new, *old])
    return tuple(Part(name, *pair) for name in names if len(set(pair := (old.get(name, ""), new.get(name, "")))) > 1)


def by_id(old: Mapping[K, T], new: Mapping[K, T]) -> Iterator[tuple[K, Match[T]]]:
    """All ids of both, the new ones in their order and then those that are gone."""
    for key in dict.fromkeys([*new, *old]):
        yield key, (old.get(key), new.get(key))


def by_likeness(old: Sequence[T], new: Sequence[T], *keys: Callable[[T], Hashable]) -> list[Match[T]]:
    """Pairs of the same key, by the strictest key first; equals stand in for each other, in order.

    By the looser keys only what is alone with its key on both sides is paired: of two there is no telling.
    """
    left, right = list(range(len(old))), list(range(len(new)))
    found = dict[int, int]()  # new -> old
    for strictness, key in enumerate(keys):
        olds, news = _grouped(old, left, key), _grouped(new, right, key)
        for shared in olds.keys() & news.keys():
            if strictness == 0 or len(olds[shared]) == len(news[shared]) == 1:
                found.update(zip(news[shared], olds[shared], strict=False))
        taken = set(found.values())
        left = [at for at in left if at not in taken]
        right = [at for at in right if at not in found]
    paired = [(old[found[at]] if at in found else None, each) for at, each in enumerate(new)]
    return [*paired, *((old[at], None) for at in left)]


def _grouped(items: Sequence[T], free: Sequence[int], key: Callable[[T], Hashable]) -> dict[Hashable, list[int]]:
    groups = dict[Hashable, list[int]]()
    for at in free:
        groups.setdefault(key(items[at]), []).append(at)
    return groups
