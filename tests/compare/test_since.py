"""Since when a demand stands: as long as it means the same, without a break."""

from __future__ import annotations

from pathlib import Path

import pytest

from negotiate.compare import Table
from negotiate.compare.since import stands_since

from .herring import read

MAIN = """\
negotiation: Since
fictional: yes
rounds:
  spring: {date: 2031-03-01, until: 2031-05-20}
  june: {date: 2031-06-01}
parties: {north: North, south: South}
issues:
  boats: {title: Boats, type: quantity, unit: boats, min: 0, no_limit: no cap}
"""
FIRST = "{date: 2031-03-01, positions: {boats: at most 5}}"
AGAIN = "{date: 2031-05-01, positions: {boats: at most 5}}"

SINCE = {
    "renewed": ([FIRST, AGAIN], "March 2031"),
    "renewed in other words": ([FIRST, "{date: 2031-05-01, positions: {boats: 0 to 5}}"], "March 2031"),
    "renewed on conditions": ([FIRST, "{date: 2031-05-01, positions: {boats: {demand: at most 5, scope: red ones}}}"], "March 2031"),
    "replaced in between": ([FIRST, "{date: 2031-04-01, positions: {boats: at most 4}}", AGAIN], "May 2031"),
    "no number named in between": ([FIRST, "{date: 2031-04-01, positions: {boats: some limit}}", AGAIN], "May 2031"),
    "withdrawn in between": ([FIRST, "{date: 2031-04-01, positions: {boats: {demand: withdrawn}}}", AGAIN], "May 2031"),
    "only accepted before": (["{date: 2031-03-01, positions: {boats: {accept: at most 5}}}", AGAIN], "May 2031"),
    "run out in between": ([FIRST.replace(",", ", until: 2031-04-01,", 1), AGAIN], "May 2031"),
    "taken over on the day on which it ran out": ([FIRST.replace(",", ", until: 2031-05-01,", 1), AGAIN], "March 2031"),
    "in force again when another ran out": (
        [FIRST, "{date: 2031-04-01, until: 2031-05-02, positions: {boats: at most 4}}"], "May 2031"
    ),
    "a red line of another day": ([FIRST, "{date: 2031-05-01, positions: {boats: {rules_out: above 7}}}"], "March 2031"),
    "a remark in between": ([FIRST, "{date: 2031-04-01, remark: yes, positions: {boats: at most 4}}", AGAIN], "March 2031"),
    "renewed in the round that is looked at": ([FIRST, "{date: 2031-06-02, positions: {boats: at most 5}}"], ""),
}  # fmt: skip


@pytest.mark.parametrize("case", SINCE)
def test_since_it_is_demanded_without_a_break(tmp_path: Path, case: str) -> None:
    said, when = SINCE[case]
    (tmp_path / "parties").mkdir()
    (tmp_path / "negotiation.yaml").write_text(MAIN, encoding="utf-8")
    text = "\n  - ".join(["party: north\nstatements:", *said])
    (tmp_path / "parties" / "north.yaml").write_text(f"{text}\n", encoding="utf-8")
    found = read(tmp_path)
    table = Table(found, found.rounds[-1])
    assert stands_since(table, table.position("north", "boats")) == when
