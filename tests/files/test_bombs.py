"""Files made to cost much cost no more than a few times what an ordinary file of their size does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from . import bombs
from .folders import BEN, NEGOTIATION, write

MOST_TIME = 12  # times that of the ordinary file
MOST_MEMORY = 12
GROUPS = 4  # of bombs, so that two processors share them


@pytest.mark.parametrize("group", range(GROUPS))
def test_bombs(tmp_path: Path, group: int) -> None:
    write(tmp_path, {"negotiation.yaml": NEGOTIATION, "parties/ben.yaml": BEN})
    names = list(bombs.BOMBS)[group::GROUPS]
    command = [sys.executable, bombs.__file__, str(tmp_path), "ordinary", *names]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    ((_, usual_time, usual_memory, problems), *taken) = map(json.loads, ended.stdout.splitlines())
    assert problems == 0
    assert [name for name, *_ in taken] == names, ended.stderr[-2_000:]
    slow = {name: round(seconds / usual_time, 1) for name, seconds, _, _ in taken if seconds > MOST_TIME * usual_time}
    large = {name: round(size / usual_memory, 1) for name, _, size, _ in taken if size > MOST_MEMORY * usual_memory}
    assert slow == {}
    assert large == {}
