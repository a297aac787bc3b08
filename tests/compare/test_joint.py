"""All parties together, against enumeration of outcomes."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.compare import Joint, JointVerdict, zones
from negotiate.compare.joint import join
from negotiate.terms import Choice, Scale, Subsets

from .build import STEPS, TROOPS, issue, position, related

LETTERS = Choice(("a", "b", "c", "d"))
RUNGS = Scale(("1", "2", "3", "4", "5"))
ITEMS = Subsets(("P", "Q"))


def joined(domain: Any, *demands: str) -> Joint:
    held = {f"p{n}": position(f"p{n}", domain, words) for n, words in enumerate(demands)}
    cut = [zones(each, domain) for each in held.values()]
    return join(issue(domain), list(held), cut, lambda a, b: related(domain, held[a], held[b]))


@pytest.mark.parametrize(
    ("domain", "demands"),
    [
        (LETTERS, ["a or b", "b or c", "a or c"]),
        (ITEMS, ["including P", "including Q", "at most 1"]),
        (TROOPS, ["0 to 5 or 20 to 30", "4 to 12 or 25", "10 to 21 or 1 to 4; anything but 4"]),
        (STEPS, ["ceasefire before withdrawal", "withdrawal before treaty", "treaty before ceasefire"]),
    ],
)
def test_overlap_in_pairs_and_not_together(domain: Any, demands: list[str]) -> None:
    """Choices, counts, split ranges and orders lack the Helly property."""
    found = joined(domain, *demands)
    assert found.verdict in (JointVerdict.PAIRWISE_ONLY, JointVerdict.PARTIAL)
    if domain is not TROOPS:
        assert found.verdict is JointVerdict.PAIRWISE_ONLY
        assert len(found.conflict) == 3


def test_verdicts() -> None:
    assert joined(LETTERS, "a", "a", "a").verdict is JointVerdict.UNANIMOUS
    assert joined(LETTERS, "a or b", "b or c", "b").verdict is JointVerdict.OVERLAP
    assert joined(LETTERS, "a", "b", "b or c").verdict is JointVerdict.PARTIAL
    assert joined(LETTERS, "a", "b", "c").verdict is JointVerdict.SPLIT
    assert joined(LETTERS, "a").verdict is JointVerdict.TOO_FEW
    assert joined(TROOPS, "some limit", "exactly 5").verdict is JointVerdict.TOO_FEW


def test_the_one_who_stands_in_the_way() -> None:
    found = joined(LETTERS, "a or b", "b", "c", "b or d")
    assert found.hold_outs == ("p2",)
    assert found.supporters == ("p0", "p1", "p3")
    assert found.best is not None
    assert LETTERS.say(found.best) == "b"


@given(st.lists(st.sets(st.sampled_from(RUNGS.options), min_size=1), min_size=2, max_size=6))
def test_against_enumeration(accepted: list[set[str]]) -> None:
    found = joined(RUNGS, *(" or ".join(sorted(each)) for each in accepted))
    common = set.intersection(*accepted)
    assert found.common is not None
    assert set(found.common.names) == common
    support = {option: [n for n, each in enumerate(accepted) if option in each] for option in RUNGS.options}
    assert len(found.supporters) == max(len(held) for held in support.values())
    if not common:
        alone = [n for n in range(len(accepted)) if len(accepted) > 2 and _rest_meets(accepted, n)]
        assert found.hold_outs == tuple(f"p{n}" for n in alone)
        assert len(found.conflict) == _smallest_conflict(accepted)


def _rest_meets(accepted: list[set[str]], without: int) -> bool:
    return bool(set.intersection(*(each for n, each in enumerate(accepted) if n != without)))


def _smallest_conflict(accepted: list[set[str]]) -> int:
    for size in range(1, len(accepted) + 1):
        if any(not set.intersection(*group) for group in combinations(accepted, size)):
            return size
    raise AssertionError
