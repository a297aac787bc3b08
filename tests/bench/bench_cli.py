"""How long the command line takes, beside what Python itself takes: ``python tests/bench/bench_cli.py``.

Ratios of medians, the runs of both taken in turn, so that a busy machine slows both alike.
"""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median
from time import perf_counter

from negotiate.files.bundled import bundled_folders

RUNS = 21
HELP_LIMIT = 3.0

HELP = ["-m", "negotiate", "--help"]
PASS = ["-c", "pass"]
CHECK = ["-m", "negotiate", "check", str(bundled_folders()[0])]
LIBRARIES = ["-c", "import yaml; from pydantic import BaseModel"]


def seconds(arguments: list[str]) -> float:
    # Without bytecode our own modules would be compiled at every run.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, env=environment, check=True)
    return perf_counter() - start


def compare(ours: list[str], beside: list[str]) -> tuple[float, float]:
    """The medians of both, run in turn, after a run of each that is not counted."""
    seconds(ours), seconds(beside)
    both = [(seconds(ours), seconds(beside)) for _ in range(RUNS)]
    return median(one for one, _ in both), median(other for _, other in both)


def test_help_is_instant() -> None:
    ours, python = compare(HELP, PASS)
    print(f"--help {ours * 1000:.0f} ms, python -c pass {python * 1000:.0f} ms: {ours / python:.2f} times")
    assert ours / python <= HELP_LIMIT


def test_check_of_the_bundled_folder() -> None:
    ours, libraries = compare(CHECK, LIBRARIES)
    ratio = ours / libraries
    print(f"check {ours * 1000:.0f} ms, yaml and pydantic alone {libraries * 1000:.0f} ms: {ratio:.2f} times")


if __name__ == "__main__":
    test_help_is_instant()
    test_check_of_the_bundled_folder()
