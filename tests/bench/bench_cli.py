"""How long the command line takes, beside what Python itself takes: ``python tests/bench/bench_cli.py``.

Ratios of medians, the runs of all taken in turn, so that a busy machine slows all alike.
"""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median
from time import perf_counter

from negotiate.files.bundled import bundled_folders

RUNS = 21
HELP_LIMIT, CHECK_LIMIT = 3.0, 2.0

HELP = ["-m", "negotiate", "--help"]
PASS = ["-c", "pass"]
TALKS = next(str(folder) for folder in bundled_folders() if folder.name == "russia-ukraine")
CHECK = ["-m", "negotiate", "check", TALKS]
REPORT = ["-m", "negotiate", "report", TALKS]
MODULES = ["-c", "import negotiate.files.load"]
LIBRARIES = ["-c", "import yaml; from pydantic import BaseModel"]


def seconds(arguments: list[str]) -> float:
    # Without bytecode our own modules would be compiled at every run.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, env=environment, check=True)
    return perf_counter() - start


def medians(*commands: list[str]) -> list[float]:
    """The median of each, in milliseconds, run in turn, after a run of each that is not counted."""
    runs = [[seconds(each) for each in commands] for _ in range(RUNS + 1)]
    return [median(taken) * 1000 for taken in zip(*runs[1:], strict=True)]


def test_help_is_instant() -> None:
    ours, python = medians(HELP, PASS)
    print(f"--help {ours:.0f} ms, python -c pass {python:.0f} ms: {ours / python:.2f} times (at most {HELP_LIMIT})")
    assert ours / python <= HELP_LIMIT


def test_check_of_the_bundled_folder() -> None:
    ours, report, modules, python, libraries = medians(CHECK, REPORT, MODULES, PASS, LIBRARIES)
    ratio = ours / libraries
    print(f"check {ours:.0f} ms, yaml and pydantic alone {libraries:.0f} ms: {ratio:.2f} times (at most {CHECK_LIMIT})")
    print(f"  of which Python {python:.0f}, modules {modules - python:.0f}, the check itself {ours - modules:.0f} ms")
    print(f"report {report:.0f} ms: {report / libraries:.2f} times")
    assert ratio <= CHECK_LIMIT


if __name__ == "__main__":
    test_help_is_instant()
    test_check_of_the_bundled_folder()
