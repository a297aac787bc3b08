"""All parties together: what every one of them would accept, and who stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, combinations

from negotiate.compare.relation import Relation
from negotiate.compare.verdict import Verdict
from negotiate.compare.zones import Zones
from negotiate.model import Issue
from negotiate.terms import AnyDomain, AnyRegion

_MOST_CELLS = 300
_LARGEST_SEARCHED_GROUP = 4


class JointVerdict(Enum):
    """How all positions relate. The value is the word that people read."""

    UNANIMOUS = "unanimous"
    OVERLAP = "joint overlap"
    PAIRWISE_ONLY = "pairwise only"
    PARTIAL = "partial"
    SPLIT = "split"
    TOO_FEW = "too few known"


JOINT_MEANINGS = {
    JointVerdict.UNANIMOUS: "all who must agree demand the same",
    JointVerdict.OVERLAP: "some outcome is acceptable to all of them",
    JointVerdict.PAIRWISE_ONLY: "every two could meet, all together could not",
    JointVerdict.PARTIAL: "some of them could meet, others not",
    JointVerdict.SPLIT: "no two of them could meet",
    JointVerdict.TOO_FEW: "fewer than two have stated what they want in terms that can be computed",
}


@dataclass(frozen=True, slots=True)
class Joint:
    """The joint verdict over ``known`` of the parties that must agree (``all`` of them).

    ``hold_outs``: each of them alone keeps the rest from common ground. ``conflict``: a smallest group
    without common ground. ``best``: the outcome that most would accept, and ``supporters`` of it.
    """

    issue: Issue
    verdict: JointVerdict
    all: tuple[str, ...]
    known: tuple[str, ...]
    common: AnyRegion | None = None
    hold_outs: tuple[str, ...] = ()
    conflict: tuple[str, ...] = ()
    best: AnyRegion | None = None
    supporters: tuple[str, ...] = ()


def join(issue: Issue, parties: Sequence[str], cut: Sequence[Zones], relation: Callable[[str, str], Relation]) -> Joint:
    """The joint verdict of those with computable terms (``cut``) among ``parties``."""
    known = tuple(zone.position.party for zone in cut)
    if len(known) < 2:
        return Joint(issue, JointVerdict.TOO_FEW, tuple(parties), known)
    verdicts = [relation(a, b).verdict for a, b in combinations(known, 2)]
    regions = [zone.firm for zone in cut]
    common = _meet(cut[0].domain, regions)
    verdict = _verdict(verdicts, common)
    best, supporters = _best_supported(cut[0].domain, regions)
    return Joint(
        issue,
        verdict,
        tuple(parties),
        known,
        common=common,
        hold_outs=tuple(known[n] for n in _hold_outs(cut[0].domain, regions)) if common.is_empty else (),
        conflict=tuple(known[n] for n in _conflict(cut[0].domain, regions)) if common.is_empty else (),
        best=best,
        supporters=tuple(known[n] for n in supporters),
    )


def _verdict(verdicts: list[Verdict], common: AnyRegion) -> JointVerdict:
    meeting = [verdict.meets for verdict in verdicts]
    if all(verdict is Verdict.AGREE for verdict in verdicts):
        return JointVerdict.UNANIMOUS
    if all(meeting):
        return JointVerdict.PAIRWISE_ONLY if common.is_empty else JointVerdict.OVERLAP
    if any(meeting):
        return JointVerdict.PARTIAL
    return JointVerdict.TOO_FEW if _nothing_known(verdicts) else JointVerdict.SPLIT


def _nothing_known(verdicts: list[Verdict]) -> bool:
    return all(verdict in (Verdict.ONE_SIDED, Verdict.UNKNOWN, Verdict.NOT_COMPARABLE) for verdict in verdicts)


def _meet(domain: AnyDomain, regions: Sequence[AnyRegion]) -> AnyRegion:
    common = domain.everything
    for region in regions:
        common = common & region
    return common


def _hold_outs(domain: AnyDomain, regions: Sequence[AnyRegion]) -> list[int]:
    """Those whose leaving alone makes the rest overlap: meets from both ends, so each is one step."""
    if len(regions) < 3:
        return []
    before = list(accumulate(regions, lambda a, b: a & b, initial=domain.everything))
    after = list(accumulate(reversed(regions), lambda a, b: a & b, initial=domain.everything))[::-1]
    return [n for n in range(len(regions)) if before[n].meets(after[n + 1])]


def _conflict(domain: AnyDomain, regions: Sequence[AnyRegion]) -> tuple[int, ...]:
    """A smallest group without common ground; beyond a few parties a group that no one can leave."""
    everyone = range(len(regions))
    for size in range(1, min(_LARGEST_SEARCHED_GROUP, len(regions)) + 1):
        for group in combinations(everyone, size):
            if _meet(domain, [regions[n] for n in group]).is_empty:
                return group
    kept = list(everyone)
    for n in everyone:
        rest = [m for m in kept if m != n]
        if _meet(domain, [regions[m] for m in rest]).is_empty:
            kept = rest
    return tuple(kept)


def _best_supported(domain: AnyDomain, regions: Sequence[AnyRegion]) -> tuple[AnyRegion, tuple[int, ...]]:
    """Split the domain by each region in turn and keep the cell that most regions hold."""
    cells: list[tuple[AnyRegion, tuple[int, ...]]] = [(domain.everything, ())]
    for n, region in enumerate(regions):
        split = [(cell & region, (*held, n)) for cell, held in cells] + [(cell - region, held) for cell, held in cells]
        cells = [(cell, held) for cell, held in split if not cell.is_empty]
        cells = sorted(cells, key=lambda cell: -len(cell[1]))[:_MOST_CELLS]
    return cells[0]
