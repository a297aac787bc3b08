"""From one round to the next in a negotiation of 40 rounds by 60 issues by 10 parties, in one run.

    python tests/bench/bench_rounds.py

All is processor time, medians over all rounds. A step is what the screen shows of the next round: the positions of all
parties in the rows that are visible, the relation and the few words of one pair there, and its counts over every issue.
The baseline is the same of a table that is made alone: what a program without a memory would do at each key. The ledger
and the tracks are those of one pair over all rounds.
"""

from __future__ import annotations

import random
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

from big_folder import KINDS

from negotiate.compare import Table, verdict_brief
from negotiate.compare.over_time.history import History
from negotiate.compare.over_time.ledger import Ledger
from negotiate.compare.over_time.status import outcomes
from negotiate.compare.over_time.track import track
from negotiate.files.load import load

ROUNDS, ISSUES, PARTIES, VISIBLE = 40, 60, 10, 15
MOST_STEP, MOST_BACK, MOST_LEDGER = 0.6, 0.1, 4.0
"""Times the baseline, which for the ledger with all tracks is that of all rounds. When measured: 0.43 (5 ms, where half
of all positions change in every round), 0.02 and 2.3 (1.1 s)."""


def day(number: int) -> str:
    return f"{2031 + number // 12}-{number % 12 + 1:02}-10"


def write(folder: Path) -> None:
    """Every party says something new on half of the issues in every round."""
    pick = random.Random(4)
    kinds = [list(KINDS)[n % len(KINDS)] for n in range(ISSUES)]
    (folder / "parties").mkdir()
    lines = ["negotiation: Forty rounds", "fictional: yes", "rounds:"]
    lines += [f"  r{n}: {{date: {day(n)}}}" for n in range(ROUNDS)]
    lines += ["parties:", *(f"  p{n}: Party {n}" for n in range(PARTIES)), "issues:"]
    lines += [
        f"  i{n}: {{title: Issue {n}, type: {kind}{', ' * bool(KINDS[kind][0])}{KINDS[kind][0]}}}"
        for n, kind in enumerate(kinds)
    ]
    lines += ["  gate: {title: Gate, type: yes-no}"]
    (folder / "negotiation.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for party in range(PARTIES):
        lines = [f"party: p{party}", "statements:"]
        for at in range(ROUNDS):
            lines += [f"  - date: {day(at)}", "    positions:"]
            for issue in sorted(pick.sample(range(ISSUES), ISSUES // 2)):
                words = pick.choice(KINDS[kinds[issue]][1])
                n, d, m = pick.randrange(5_000, 900_000, 5_000), pick.randrange(10, 90, 5), pick.randrange(1, 13)
                lines.append(f"      i{issue}: {words.format(n=f'{n:_}', d=d, e=d + 30, m=m)}")
        (folder / "parties" / f"p{party}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def seconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


def show(table: Table) -> None:
    """What the matrix shows: the visible rows, and the header's counts of every issue."""
    for issue in list(table.negotiation.issues)[:VISIBLE]:
        for party in table.names:
            table.position(party, issue)
        verdict_brief(table.relation(issue, *table.pair), table.names)
    outcomes(table, table.issues, table.pair)


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        write(Path(temporary))
        negotiation = load(temporary).negotiation
    assert negotiation
    entries = sum(map(len, negotiation.entries.values()))
    print(f"{ROUNDS} rounds, {ISSUES} issues, {PARTIES} parties, {entries:,} entries")
    history = History(negotiation)
    steps = [seconds(lambda moment=moment: show(history.table(moment))) for moment in history.moments]  # type: ignore[misc]
    back = [seconds(lambda moment=moment: show(history.table(moment))) for moment in history.moments[::-1]]  # type: ignore[misc]
    alone = [seconds(lambda moment=moment: show(Table(negotiation, moment))) for moment in history.moments]  # type: ignore[misc]
    step, again, base = (statistics.median(times) for times in (steps, back, alone))
    print(
        f"the next round {step * 1e3:.2f} ms, made alone {base * 1e3:.2f} ms: {step / base:.2f} (at most {MOST_STEP})"
    )
    print(f"a round seen before {again * 1e3:.2f} ms: {again / base:.3f} (at most {MOST_BACK})")
    fresh = History(negotiation)
    pair = Table(negotiation).pair
    ledger = Ledger(fresh, pair)
    counting = seconds(lambda: [ledger.movements(at, at + 1) for at in range(ROUNDS - 1)])
    tracks = seconds(lambda: [track(fresh, issue, pair, ledger.statuses(issue)) for issue in negotiation.issues])
    whole = (counting + tracks) / sum(alone)
    print(f"the ledger of all rounds {counting:.2f} s, all tracks {tracks:.2f} s: {whole:.1f} (at most {MOST_LEDGER})")
    assert step / base <= MOST_STEP
    assert again / base <= MOST_BACK
    assert whole <= MOST_LEDGER


if __name__ == "__main__":
    main()
