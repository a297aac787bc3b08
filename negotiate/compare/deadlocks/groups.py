"""Which clauses of bounds can take part in a circle together: strongly connected groups of steps, and their clauses."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from negotiate.terms import Bound, Clause


def components(size: int, bounds: Iterable[Bound]) -> list[int]:
    """For each step the first of those that it reaches along the bounds and that reach it."""
    reached = [1 << step for step in range(size)]
    for bound in bounds:
        reached[bound.other] |= 1 << bound.step
    for by in range(size):
        for step in range(size):
            if reached[step] >> by & 1:
                reached[step] |= reached[by]
    return [
        next(other for other in range(size) if reached[step] >> other & 1 and reached[other] >> step & 1)
        for step in range(size)
    ]


def groups(size: int, given: Sequence[Bound], clauses: Sequence[Clause]) -> list[list[int]]:
    """Numbers of clauses that hang together; a clause with a way outside every circle can always be kept."""
    live = set(range(len(clauses)))
    while True:
        component = components(size, [*given, *_bounds(clauses, live)])
        free = {n for n in live if any(not _inside(way, component) for way in clauses[n])}
        if not free:
            return _together(clauses, live, component)
        live -= free


def _bounds(clauses: Sequence[Clause], live: Collection[int]) -> list[Bound]:
    return [bound for n in sorted(live) for way in clauses[n] for bound in way]


def _inside(way: Iterable[Bound], component: Sequence[int]) -> list[int]:
    """The components that the bounds lie in."""
    return [component[bound.step] for bound in way if component[bound.step] == component[bound.other]]


def _together(clauses: Sequence[Clause], live: Collection[int], component: Sequence[int]) -> list[list[int]]:
    """One group for each component, or for those that a choice lies in."""
    found = list[tuple[set[int], list[int]]]()
    for n in sorted(live):
        touched, numbers = {each for way in clauses[n] for each in _inside(way, component)}, [n]
        for group in [group for group in found if group[0] & touched]:
            found.remove(group)
            touched, numbers = touched | group[0], group[1] + numbers
        found.append((touched, numbers))
    return sorted(sorted(numbers) for _, numbers in found)
