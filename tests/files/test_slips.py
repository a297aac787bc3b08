"""One human slip in a good file: one problem, within a line of it. The measure in full is in bench/bench_slips.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import perf_counter

import pytest

from negotiate.files import concise, load
from negotiate.files.slip_silent import silent_slips

from .folders import load_texts, one, said, write
from .good_folders import good_folder
from .page import Page
from .slip_kinds import ASKED, OWN, Edit, Kind
from .slipping import generated, heard, pages, slips

EACH = 4
PAGES = pages(generated(4))


@pytest.mark.parametrize("kind", [*ASKED, *OWN], ids=lambda kind: kind.__name__)
def test_a_slip_is_one_problem_at_its_place(tmp_path: Path, kind: Kind) -> None:
    found, _ = slips(kind, PAGES, EACH, seed=1)
    assert len(found) == EACH
    for each in heard(tmp_path, found):
        what = f"{each.slip.page.name}:{each.slip.line}\n" + "\n".join(map(concise, each.problems))
        assert each.near, what
        assert len(each.problems) == 1, what


@pytest.mark.parametrize("seed", range(12))
def test_good_folders_are_good(tmp_path: Path, seed: int) -> None:
    assert load(write(tmp_path, good_folder(seed))).problems == ()


def test_the_same_seed_makes_the_same_slips() -> None:
    def drawn(kind: Kind) -> list[str]:
        return [slip.text for slip in slips(kind, PAGES, EACH, seed=7)[0]]

    assert all(drawn(kind) == drawn(kind) for kind in (*ASKED, *OWN))


def test_what_changes_nothing_is_no_slip() -> None:
    def blank_line(page: Page, _: Random) -> Iterator[Edit]:
        yield Edit(len(page.text), len(page.text), "\n\n")

    found, unchanged = slips(blank_line, PAGES, EACH, seed=1)
    assert (found, unchanged) == ([], len(PAGES))


HEAD = "party: ann\nstatements:\n  - source: memo\n    positions:\n      fare:\n        demand: at most 20\n"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (HEAD + "        quote: |\n        cheap: that is all\n        and fair\n", "8:9", "block text that is not"),
        (HEAD + "        quote: >-\ncheap\nand fair\n", "8:1", "further right than `quote`"),
        (HEAD + "        quote: |\n          cheap\n           scope: at night\n", "9:12", "part of the text above"),
        (HEAD + "        scope:\u00a0at night\n", "7:15", "a no-break space"),
        (HEAD + "      \u00a0 scope: at night\n", "7:7", "a no-break space"),
        (HEAD + "    source: memo\n    positions:\n      years: 3 years\n", "7:5", "no dash before an entry"),
        (HEAD + "        scope: @night\n", "7:16", "cannot begin with @"),
        (HEAD + "      years: {demand: 3 years, scope: at night]\n", "7:47", "closed by ]"),
        (
            HEAD.replace("  - source", "    source") + "  - {source: memo 2, positions: {years: 3 years}}\n",
            "3:5",
            "no dash",
        ),
    ],
)
def test_slips_that_yaml_takes_or_notices_late(tmp_path: Path, text: str, place: str, words: str) -> None:
    (found,) = said(load_texts(tmp_path, ann=text), tmp_path)
    assert found.startswith(f"parties/ann.yaml:{place} E101 ")
    assert words in found


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "        quote: |\n          cheap\n          scope: this is still the quotation\n",
        HEAD
        + "        quote: |\n          Three points:\n            date: of the first trip\n            demand: 20\n",
        HEAD + "        quote: >-\n          cheap\u00a0and fair\n",
        HEAD + "        note: He said,\u00a0cheap\n        quote: |\n\n          cheap\n",
    ],
)
def test_text_that_looks_like_a_slip_is_left_alone(tmp_path: Path, text: str) -> None:
    assert [one(problem, tmp_path) for problem in load_texts(tmp_path, ann=text).problems] == []


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n" * 200_000,
        "- " * 60_000 + "a: |\n",
        "\u00a0" * 200_000 + "a",
        "".join(f"{' ' * n}a: |\n" for n in range(900)),
    ],
    ids=["headers", "dashes", "no-break spaces", "stairs"],
)
def test_what_is_looked_for_in_the_text_takes_no_time(text: str) -> None:
    began = perf_counter()
    silent_slips(text)
    assert perf_counter() - began < 2
