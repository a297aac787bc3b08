"""The screen beside the barest Textual app, and a large negotiation beside the bundled one.

    python tests/bench/bench_screen.py

Everything runs in a pseudo-terminal of 120 by 40. Start: from the start of the process until the first screen stands,
ours and the bare app's (header, table of the same size, footer) in turn. A key: from writing it to the last byte of the
answer, the bundled negotiation's and that of 1,000 issues by 30 parties in turn. Medians of the ratios count. A round:
the key for the next one beside the one for the next row, in a negotiation of 40 rounds by 60 issues by 10 parties.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tui"))

import bench_rounds
from big_folder import BigFolder
from terminal import Terminal

from negotiate.files.bundled import bundled_folders

MOST_TIME, MOST_MEMORY, MOST_KEY, MOST_ROUND = 1.6, 1.5, 3.0, 3.0
RUNS, PRESSES = 9, 15
QUIET = 0.06
"""Seconds without a byte after which an answer is taken to be complete."""

BUNDLED = next(folder for folder in bundled_folders() if folder.name == "russia-ukraine")
OURS = ("-m", "negotiate", str(BUNDLED))
BARE = (__file__, "bare")
KEYS = {
    "down": ("", "j", ""),
    "pagedown": ("", "\x1b[6~", "\x1b[5~"),
    "filter letter": ("/", "e", "\x1b"),
    "next round": ("", "]", ""),
}
"""What is pressed before, what is timed, what is pressed after."""


def bare() -> None:
    """A Textual app with a table like ours in size."""
    from textual.app import App, ComposeResult
    from textual.widgets import DataTable, Footer, Header

    class Bare(App[None]):
        BINDINGS = [("q", "quit", "quit")]  # noqa: RUF012

        def compose(self) -> ComposeResult:
            yield Header()
            yield DataTable()
            yield Footer()

        def on_mount(self) -> None:
            table = self.query_one(DataTable)
            table.add_columns("Issue", "Russia", "Ukraine", "Between them")
            for n in range(51):
                table.add_row(f"Issue {n}", "what the one demands", "what the other demands", "a verdict")

    Bare().run()


def start(arguments: Sequence[str], first: str, home: Path) -> tuple[float, float]:
    """Seconds until ``first`` is on the screen, and MiB then."""
    began = time.perf_counter()
    terminal = Terminal(*arguments, home=home)
    try:
        terminal.until(first)
        taken = terminal.quiet_after(0.3) - began
        memory = terminal.peak_memory
        terminal.press("q")
        terminal.ended()
    finally:
        terminal.close()
    return taken, memory


def press(terminal: Terminal, key: str) -> float:
    """Seconds until the answer is complete."""
    before, after = KEYS[key][0], KEYS[key][2]
    if before:
        terminal.press(before)
        terminal.until("enter keeps")
        terminal.quiet_after(0.3)
    began = time.perf_counter()
    terminal.press(KEYS[key][1])
    terminal.first_byte()
    taken = terminal.quiet_after(QUIET) - began
    if after:
        terminal.press(after)
        terminal.until(lambda text: "enter keeps" not in text)
        terminal.quiet_after(0.3)
    return taken


def compare_start(home: Path) -> bool:
    start(OURS, "q quit", home), start(BARE, "quit", home)
    runs = [(start(OURS, "q quit", home), start(BARE, "quit", home)) for _ in range(RUNS)]
    fine = True
    for at, name, unit, limit in ((0, "first screen", "s", MOST_TIME), (1, "memory", "MiB", MOST_MEMORY)):
        ours, other = (statistics.median(run[who][at] for run in runs) for who in (0, 1))
        ratio = statistics.median(run[0][at] / run[1][at] for run in runs)
        print(f"{name:14} {ours:7.2f} {unit}, bare app {other:.2f} {unit}: {ratio:.2f} times (at most {limit})")
        fine = fine and ratio <= limit
    return fine


def compare_keys(home: Path) -> bool:
    large = home / "large"
    BigFolder(large).write()
    terminals = [Terminal("-m", "negotiate", str(folder), home=home) for folder in (large, BUNDLED)]
    fine = True
    try:
        for terminal in terminals:
            terminal.until("q quit", patience=120)  # 10 MB of YAML
            terminal.quiet_after(0.5)
        for key in ("down", "pagedown", "filter letter"):
            runs = [[press(terminal, key) for terminal in terminals] for _ in range(PRESSES)]
            ours, other = (statistics.median(run[who] for run in runs) for who in (0, 1))
            ratio = ours / other
            print(
                f"{key:14} {ours * 1000:5.0f} ms at 1,000 by 30, bundled {other * 1000:.0f} ms: {ratio:.2f} times (at most {MOST_KEY})"
            )
            fine = fine and ratio <= MOST_KEY
    finally:
        for terminal in terminals:
            terminal.close()
    return fine


def compare_rounds(home: Path) -> bool:
    """Each round is new: 40 of them, every one with half of all positions changed."""
    folder = home / "rounds"
    folder.mkdir()
    bench_rounds.write(folder)
    terminal = Terminal("-m", "negotiate", str(folder), home=home)
    try:
        terminal.until("q quit")
        terminal.quiet_after(0.5)
        for _ in range(bench_rounds.ROUNDS):
            terminal.press("[")
            terminal.quiet_after(0.1)
        runs = [(press(terminal, "next round"), press(terminal, "down")) for _ in range(PRESSES)]
    finally:
        terminal.close()
    ours, other = (statistics.median(run[who] for run in runs) for who in (0, 1))
    print(
        f"{'next round':14} {ours * 1000:5.0f} ms at 40 by 60 by 10, next row {other * 1000:.0f} ms: {ours / other:.2f} times (at most {MOST_ROUND})"
    )
    return ours / other <= MOST_ROUND


def main() -> int:
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        fine = [compare_start(home), compare_keys(home), compare_rounds(home)]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    if sys.argv[1:] == ["bare"]:
        bare()
    else:
        sys.exit(main())
