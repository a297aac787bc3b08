"""A text mended by guess may hold anything anywhere: judging it does not fail."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from negotiate.files import load
from negotiate.files.format.files import NegotiationFile, PartyFile
from negotiate.files.format.keys import SECTIONS
from negotiate.files.slips.judge import Judge
from negotiate.files.source.tree import parse

from .folders import load_texts, said, write
from .good_folders import good_folder

SHAPES = ["", "~", "a", "[]", "[a]", "[[a], {b: c}, ~]", "{}", "{a: b}", "{a: [b], c: {d: e}, f: ~}"]
WAYS = ["{}", "[{}]", "{{a: {}}}", "[{{positions: {}}}]", "[{{terms: {}}}]", "{{a: {{terms: {}}}}}"]
HEAD = """\
party: ann
statements:
  - source: memo
    positions:
      fare:
        demand: at most 20
        accept:
          terms: at most 30
"""


@pytest.mark.parametrize("section", sorted(SECTIONS))
@pytest.mark.parametrize("file_format", [NegotiationFile, PartyFile])
def test_any_shape_can_be_judged(section: str, file_format: type) -> None:
    for way, shape in product(WAYS, SHAPES):
        text = f"issues: {{a: {{title: A, type: text}}}}\n{section}: {way.format(shape)}\n"
        Judge(file_format).complaints(parse(text, ""))


@pytest.mark.parametrize(
    "slip",
    [
        "quote: These: are twenty",
        "quote: [These] twenty",
        "quote: {x} y",
        "quote: - x",
        "says: “a: b”",
        "if: pupils: yes",
        "quo",
    ],
)
def test_a_slip_below_a_term_of_its_own(tmp_path: Path, slip: str) -> None:
    (found, *_) = said(load_texts(tmp_path, ann=f"{HEAD}        {slip}\n"), tmp_path)
    assert found.startswith("parties/ann.yaml:9:")


def test_statements_in_the_wrong_file(tmp_path: Path) -> None:
    """They are judged there too, and may be anything."""
    folder = write(tmp_path, good_folder(0))
    path = folder / "negotiation.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "statements:\nnote: a: b\n", encoding="utf-8")
    assert {problem.code for problem in load(folder).problems} == {"E101", "E202"}
