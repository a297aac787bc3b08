"""The invented herring talks: five rounds in which everything happens that can happen to an issue."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from negotiate.compare.over_time.history import History
from negotiate.compare.over_time.ledger import Ledger
from negotiate.files.load import load
from negotiate.model import Negotiation

FOLDER = Path(__file__).parents[1] / "herring"
MARCH, MAY, SEPTEMBER, NOVEMBER, JANUARY = range(5)
PAIR = ("north", "south")


def read(folder: Path) -> Negotiation:
    loaded = load(folder)
    assert loaded.negotiation
    assert not loaded.problems
    return loaded.negotiation


@cache
def herring() -> Negotiation:
    return read(FOLDER)


@cache
def ledger() -> Ledger:
    return Ledger(History(herring()), PAIR)
