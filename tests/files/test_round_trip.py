"""A negotiation written down in any of the ways of YAML is read as what it was."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from negotiate.files import load

from .drawn import Drawn, as_yaml, differences, placeless

GROUPS = 4
EACH = int(os.environ.get("DRAWN", "80")) // GROUPS


@pytest.mark.parametrize("group", range(GROUPS))
def test_what_was_written_is_read(tmp_path: Path, group: int) -> None:
    for number in range(group * EACH, (group + 1) * EACH):
        random = Random(number)
        drawn = Drawn(random)
        folder = tmp_path / str(number)
        (folder / "parties").mkdir(parents=True)
        for name, data in drawn.files.items():
            (folder / name).write_bytes(as_yaml(data, random).encode("utf-8"))
        loaded = load(folder)
        problems = [each for each in loaded.problems if each.code not in ("W401", "W404")]
        assert [f"{each.place}: {each.code} {each.message}" for each in problems] == [], number
        assert list(differences(placeless(loaded.negotiation), placeless(drawn.model))) == [], number


def test_what_is_drawn_has_much_in_it() -> None:
    """Or the law above would hold for little."""
    models = [Drawn(Random(number)).model for number in range(60)]
    entries = [entry for model in models for each in model.entries.values() for entry in each]
    assert {issue.kind for model in models for issue in model.issues.values()} == {
        *("quantity", "duration", "date", "scale", "choice", "yes-no", "set", "sequence", "text")
    }
    assert len(entries) > 300
    for part in ("demand", "accepts", "red_line", "stance", "citations", "quote", "headline", "says", "note"):
        assert sum(bool(getattr(entry, part)) for entry in entries) > 20, part
    assert sum(len(model.responses) for model in models) > 60
