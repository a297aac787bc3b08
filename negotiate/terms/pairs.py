"""Sets of pairs of steps (the earlier, the later): what follows from them, circles, chains.

Relations are closed as rows of bits: bit ``b`` of row ``a`` says that step ``a`` stands before step ``b``.
"""

from __future__ import annotations

from collections.abc import Iterable

Pair = tuple[int, int]
"""(earlier step, later step), as indices of the domain's steps."""


def rows_of(pairs: Iterable[Pair], size: int) -> list[int]:
    rows = [0] * size
    for earlier, later in pairs:
        rows[earlier] |= 1 << later
    return rows


def close(rows: list[int]) -> bool:
    """Add all that follows. False where the pairs go in a circle, and no order keeps them."""
    for middle, beyond in enumerate(rows):
        if beyond >> middle & 1:
            return False
        if beyond:
            for step, later in enumerate(rows):
                if later >> middle & 1:
                    rows[step] = later | beyond
    return not any(later >> step & 1 for step, later in enumerate(rows))


def pairs_of(rows: list[int]) -> frozenset[Pair]:
    return frozenset((step, other) for step, later in enumerate(rows) for other in bits(later))


def essential(rows: list[int]) -> list[Pair]:
    """The pairs of a closed relation from which the others follow."""
    found = list[Pair]()
    for step, later in enumerate(rows):
        implied = 0
        for other in bits(later):
            implied |= rows[other]
        found += [(step, other) for other in bits(later & ~implied)]
    return found


def packed(rows: list[int]) -> int:
    """All rows in one number, so that one relation is within another where ``a & b == a``."""
    whole = 0
    for row in reversed(rows):
        whole = whole << len(rows) | row
    return whole


def bits(mask: int) -> list[int]:
    """The places of the bits that are set."""
    found = list[int]()
    while mask:
        found.append((mask & -mask).bit_length() - 1)
        mask &= mask - 1
    return found


def shortest_circle(pairs: Iterable[Pair], size: int) -> list[Pair]:
    """A shortest circle, as pairs; empty where there is none."""
    after = [bits(row) for row in rows_of(pairs, size)]
    circles = [path for step in range(size) if (path := _way_back(after, step))]
    return min(circles, key=len, default=[])


def _way_back(after: list[list[int]], start: int) -> list[Pair]:
    """A shortest way from a step back to itself."""
    came_from, todo = dict[int, int](), [start]
    for step in todo:
        for following in after[step]:
            if following == start:
                return [*_way(came_from, start, step), (step, start)]
            if following not in came_from:
                came_from[following] = step
                todo.append(following)
    return []


def _way(came_from: dict[int, int], start: int, step: int) -> list[Pair]:
    pairs = list[Pair]()
    while step != start:
        pairs.append((came_from[step], step))
        step = came_from[step]
    return pairs[::-1]


def chains(pairs: list[Pair]) -> list[list[int]]:
    """The pairs, joined where a step is followed by one step only, which is preceded by that one only."""
    chains = [list(pair) for pair in pairs]
    for chain in list(chains):
        if chain not in chains:
            continue
        while (follower := _only_follower(chains, chain)) is not None:
            chain.extend(follower[1:])
            chains.remove(follower)
    return chains


def _only_follower(chains: list[list[int]], chain: list[int]) -> list[int] | None:
    starting = [other for other in chains if other[0] == chain[-1]]
    ending = [other for other in chains if other[-1] == chain[-1]]
    return starting[0] if len(starting) == 1 and len(ending) == 1 else None
