"""Whatever happens to a file, loading it does not fail, says where it is wrong, and loses nothing of the other files.

For more than the suite runs: MUTATIONS=5000 pytest tests/files/test_mutations.py
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from random import Random

import pytest

from negotiate.files import Loaded, load
from negotiate.files.bundled import bundled_folders
from negotiate.model import Entry, Negotiation

from .mutate import mutated
from .rendered import check_problems

BUNDLED = next(folder for folder in bundled_folders() if folder.name == "russia-ukraine")
GROUPS = 8
EACH = int(os.environ.get("MUTATIONS", "64")) // GROUPS
_BREAK = re.compile("\r\n?|\n")


@pytest.mark.parametrize("group", range(GROUPS))
def test_mutations(tmp_path: Path, group: int) -> None:
    folder = tmp_path / "talks"
    shutil.copytree(BUNDLED, folder)
    good = load(folder)
    assert good.negotiation
    assert good.problems == ()
    for number in range(group * EACH, (group + 1) * EACH):
        random = Random(number)
        path = random.choice(good.files)
        text = path.read_bytes()
        path.write_bytes(mutated(text, random))
        try:
            check(folder, load(folder), good.negotiation, path)
        except Exception as error:
            error.add_note(f"mutation {number} of {path.name}")
            raise
        finally:
            path.write_bytes(text)


def check(folder: Path, loaded: Loaded, good: Negotiation, path: Path) -> None:
    check_problems(loaded)
    for problem in loaded.problems:
        file, line, column = problem.place
        assert Path(file).is_relative_to(folder)
        lines = _BREAK.split(text_of(Path(file)))
        assert line <= len(lines)
        assert column <= len(lines[line - 1]) + 1
    codes = {problem.code for problem in loaded.problems}
    if loaded.negotiation is None:
        assert path.name == "negotiation.yaml"
        assert codes
    elif path.name != "negotiation.yaml" and not codes & {"E322", "E323"}:
        mine = {party for party, _ in loaded.negotiation.entries} - {path.stem}
        assert entries(loaded.negotiation, mine) == entries(good, {party for party, _ in good.entries} - {path.stem})


def entries(negotiation: Negotiation, parties: set[str]) -> dict[tuple[str, str], tuple[Entry, ...]]:
    return {key: entries for key, entries in negotiation.entries.items() if key[0] in parties}


def text_of(path: Path) -> str:
    raw = path.read_bytes()
    for encoding in ("utf-16", "utf-8-sig") if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def test_a_line_that_is_gone_is_missed(tmp_path: Path) -> None:
    """Files without one of their lines: most are still good, and every one says something else than before."""
    folder = tmp_path / "talks"
    shutil.copytree(BUNDLED, folder)
    good = load(folder).negotiation
    path = folder / "parties/e3.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for at, line in enumerate(lines):
        if line.split("#")[0].strip():
            path.write_text("".join(lines[:at] + lines[at + 1 :]), encoding="utf-8")
            loaded = load(folder)
            check_problems(loaded)
            assert loaded.problems or loaded.negotiation != good, line
