"""The reports of the negotiations that come with the program: whole, sound, quick."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from negotiate.compare import Table
from negotiate.files.load import load
from negotiate.model import Negotiation
from negotiate.report.markdown.document import markdown

from .parsed import count, parse, rows, texts
from .test_markdown import compare

POSITIONS = Path(__file__).parents[2] / "positions"
FOLDERS = sorted(path.parent for path in POSITIONS.glob("*/negotiation.yaml"))
SLIPS = (
    r"\.\.(?!\.)",
    r" [,.]",
    r"\(\)",
    r"\b1 (issues|rows|rounds|sources|steps|items)\b",
    r"\bNone\b",
    "  ",
)
NAMES = [folder.name for folder in FOLDERS]


def read(folder: Path) -> Negotiation:
    negotiation = load(folder).negotiation
    assert negotiation
    return negotiation


def report(folder: Path) -> str:
    negotiation = read(folder)
    return markdown(Table(negotiation, negotiation.as_of))


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_golden(folder: Path) -> None:
    compare(f"{folder.name}.md", report(folder))


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_it_reads_back(folder: Path) -> None:
    text = report(folder)
    tokens = parse(text)
    marks = set(re.findall(r"\[\^[a-z0-9-]+\]", text))
    assert count(tokens, "footnote_open") == len(marks)
    assert min(rows(tokens)) > 1
    assert not [line for line in texts(tokens) if "[^" in line or "**" in line]
    assert str(POSITIONS.parent) not in text


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_no_slips_of_the_pen(folder: Path) -> None:
    lines = [line for line in texts(parse(report(folder))) if "://" not in line]
    for slip in SLIPS:
        assert not [line for line in lines if re.search(slip, line) and "[...]" not in line], slip


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_it_takes_less_than_a_blink(folder: Path) -> None:
    """0.1 s of processor time when measured; the bound is wide, for a busy machine."""
    negotiation = read(folder)
    taken = []
    for _ in range(3):
        start = time.process_time()
        markdown(Table(negotiation, negotiation.as_of))
        taken.append(time.process_time() - start)
    assert min(taken) < 0.3
