"""Comparing 1,000 issues of 30 parties, against loading the same folder, in one run.

    python tests/bench/bench_compare.py

All is processor time: `load` reads and checks the 10 MB folder once; a row is what the matrix shows of one issue
(the positions of all parties, and the relation of the opening pair with its few words), a reason its sentence, and
"all pairs" are the 435 relations of one issue. No limit is stated in the design; what is asserted keeps the table
that opens first within half of the load, so that nobody waits for the comparison.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from time import process_time

from big_folder import BigFolder

from negotiate.compare import Table, verdict_brief
from negotiate.files.load import load
from negotiate.model import Negotiation

MOST_ROWS, MOST_REASONS, MOST_JOINT, MOST_PAIRS = 0.5, 0.1, 0.8, 0.25
"""Of the load. When measured: 0.24 for all rows, 0.03 for the reasons of the opening pair, 0.45 for 40 joint verdicts
(435 relations each) and 0.11 for all pairs of 20 issues (27 µs a pair)."""

SAMPLE = 20
"""Issues of which all pairs are compared."""


def seconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


def rows(table: Table) -> None:
    """All cells and the verdict of the opening pair."""
    for issue in table.negotiation.issues:
        for party in table.negotiation.parties:
            table.position(party, issue)
        verdict_brief(table.relation(issue, *table.pair), table.names)


def reasons(table: Table) -> None:
    for issue in table.negotiation.issues:
        table.reason(issue, *table.pair)


def joint(table: Table) -> None:
    """Every verdict of all parties together: 435 relations of each issue."""
    for issue in list(table.negotiation.issues)[: SAMPLE * 2]:
        table.joint(issue)


def all_pairs(table: Table) -> None:
    for issue in list(table.negotiation.issues)[-SAMPLE:]:
        for pair in combinations(table.negotiation.parties, 2):
            table.relation(issue, *pair)


def read(folder: Path) -> tuple[Negotiation, float]:
    found: list[Negotiation | None] = []
    taken = seconds(lambda: found.append(load(folder).negotiation))
    assert found[0] is not None
    return found[0], taken


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "big"
        folder.mkdir()
        size = BigFolder(folder).write()
        negotiation, loading = read(folder)
    table = Table(negotiation, negotiation.as_of)
    issues, parties = len(negotiation.issues), len(negotiation.parties)
    print(f"{size / 1e6:.1f} MB, {issues:,} issues, {parties} parties: loaded in {loading:.2f} s")
    taken = {work: seconds(lambda work=work: work(table)) for work in (rows, reasons, joint, all_pairs)}  # type: ignore[misc]
    pairs = SAMPLE * parties * (parties - 1) // 2
    print(f"all rows {taken[rows] / loading:.3f} of that ({taken[rows] / issues * 1e6:.0f} µs each)")
    print(f"the reasons of one pair {taken[reasons] / loading:.3f} ({taken[reasons] / issues * 1e6:.0f} µs each)")
    print(f"{SAMPLE * 2} joint verdicts {taken[joint] / loading:.3f} ({taken[joint] / SAMPLE / 2 * 1e3:.1f} ms each)")
    print(
        f"all pairs of {SAMPLE} issues {taken[all_pairs] / loading:.3f} ({taken[all_pairs] / pairs * 1e6:.0f} µs a pair)"
    )
    assert taken[rows] / loading <= MOST_ROWS
    assert taken[reasons] / loading <= MOST_REASONS
    assert taken[joint] / loading <= MOST_JOINT
    assert taken[all_pairs] / loading <= MOST_PAIRS


if __name__ == "__main__":
    main()
