"""The verdicts on two positions, in words that every view uses."""

from __future__ import annotations

from enum import Enum


class Verdict(Enum):
    """How two positions relate. The value is the word that people read."""

    AGREE = "agree"
    OVERLAP = "overlap"
    CONDITIONAL = "conditional"
    NOT_COMPARABLE = "not comparable"
    GAP = "gap"
    CLASH = "clash"
    ONE_SIDED = "one-sided"
    UNKNOWN = "unknown"
    NOT_COMPUTABLE = "not computable"
    NOT_APPLICABLE = "not applicable"
    NOT_READ = "not read"

    @property
    def meets(self) -> bool:
        return self in (Verdict.AGREE, Verdict.OVERLAP)

    @property
    def may_meet(self) -> bool:
        """Some outcome would do for both, if conditions hold."""
        return self.meets or self is Verdict.CONDITIONAL

    @property
    def apart(self) -> bool:
        return self in (Verdict.GAP, Verdict.CLASH)


RANK = {
    Verdict.CLASH: 0,
    Verdict.GAP: 1,
    Verdict.CONDITIONAL: 2,
    Verdict.OVERLAP: 3,
    Verdict.AGREE: 3,
}
"""The order that widening an acceptance never lowers."""


class Grade(Enum):
    """What kind of overlap or clash."""

    DEMANDS_MEET = "both demands can be met"
    DEMAND_ACCEPTED = "one accepts the other's demand"
    RANGES_MEET = "only what they would accept meets"
    LEAVES_OPEN = "one leaves it to the other"
    NO_ROOM = "the red lines leave no outcome"
    CROSSED = "a red line is crossed"


MEANINGS = {
    Verdict.AGREE: "both demand the same",
    Verdict.OVERLAP: "some outcome is acceptable to both as their terms stand",
    Verdict.CONDITIONAL: "some outcome is acceptable to both, if conditions hold",
    Verdict.NOT_COMPARABLE: "the terms would meet, but are said of different things",
    Verdict.GAP: "no outcome is acceptable to both, and no red line forbids one",
    Verdict.CLASH: "all that one would accept, the other has ruled out",
    Verdict.ONE_SIDED: "one has stated terms or leaves it to the others, the other has not (or names no value)",
    Verdict.UNKNOWN: "neither has stated in terms what it wants",
    Verdict.NOT_COMPUTABLE: "free text, or more than can be computed: only what was said in reply counts",
    Verdict.NOT_APPLICABLE: "the issue does not concern one of them",
    Verdict.NOT_READ: "a position could not be read, or contradicts itself",
}
"""One line for each verdict, for the glossary."""
