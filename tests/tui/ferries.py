"""The ferry folder in git: changed since the last commit, or in the middle of a merge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..files.merging import merging
from ..files.test_revisions import commit, git
from .visit import FERRY, copied

Change = tuple[str, str, str]
"""A file of the folder, and what stands in it before and after."""

COUNCIL, COOP, MAIN = "parties/council.yaml", "parties/coop.yaml", "negotiation.yaml"
SINCE: Sequence[Change] = (
    (COUNCIL, "demand: at most 30, rules_out: above 40", "demand: at most 35, rules_out: above 45"),
    (COUNCIL, "      pupils: yes", "      pupils: undisclosed"),
    (COOP, "subsidy: no cap", "subsidy: limit of 1_000_000"),
    (COOP, "vessel: hybrid", "vessel: diesel"),
    (COOP, "      crew: the cooperative\n", ""),
    (COOP, "winter: {North quay: weekends}", "winter: {North quay: weekends, South quay: daily}"),
    (COOP, "says: counter-proposes", "says: rejects"),
    (MAIN, "grade: D}", "grade: C}"),
)
OURS: Sequence[Change] = (
    (MAIN, "title: Highest single fare", "title: Single fare"),
    (COUNCIL, "demand: at most 30, rules_out: above 40", "demand: at most 25, rules_out: above 40"),
    (COUNCIL, "Blue and white.", "White."),
    (COOP, "vessel: hybrid", "vessel: diesel"),
    (COOP, "      crew: the cooperative\n", ""),
)
THEIRS: Sequence[Change] = (
    (MAIN, "title: Highest single fare", "title: Highest fare of all"),
    (COUNCIL, "demand: at most 30, rules_out: above 40", "demand: at most 35, rules_out: above 45"),
    (COUNCIL, "Blue and white.", "Blue and gold."),
    (COOP, "vessel: hybrid", "vessel: {demand: hybrid, accept: electric}"),
    (COOP, "order: launch before contract", "order: survey before launch"),  # which is merged without a conflict
    (COOP, "crew: the cooperative", "crew: the council"),
)


def changed(folder: Path, changes: Sequence[Change]) -> None:
    for name, old, new in changes:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new), encoding="utf-8")


def committed(root: Path) -> Path:
    """A repository with the ferry in it, as it is, in one commit."""
    root.mkdir()
    folder = copied(FERRY, root)
    git(root, "init", "-q", "-b", "main")
    commit(root)
    return folder


def _texts(changes: Sequence[Change]) -> dict[str, str]:
    found = {name: (FERRY / name).read_text(encoding="utf-8") for name in (MAIN, COOP, COUNCIL, "parties/county.yaml")}
    for name, old, new in changes:
        assert old in found[name], old
        found[name] = found[name].replace(old, new)
    return {f"ferry/{name}": text for name, text in found.items()}


def merged(root: Path, style: str = "merge") -> Path:
    """The same in the middle of a merge: five conflicts in three files."""
    return merging(root, _texts(()), _texts(OURS), _texts(THEIRS), style) / "ferry"
