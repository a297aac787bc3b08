"""One human slip in a good file: one problem, within a line of it. The measure in full is in bench/bench_slips.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import perf_counter

import pytest

from negotiate.files import concise, load
from negotiate.files.slips.silent import silent_slips

from .folders import NEGOTIATION, load_texts, one, said, write
from .good_folders import good_folder
from .page import Page
from .slip_kinds import ASKED, OWN, Edit, Kind
from .slipping import generated, heard, pages, pairs, slips

EACH = 4
PAIRS = 60
PAGES = pages(generated(4))


@pytest.mark.parametrize("kind", [*ASKED, *OWN], ids=lambda kind: kind.__name__)
def test_a_slip_is_one_problem_at_its_place(tmp_path: Path, kind: Kind) -> None:
    found, _ = slips(kind, PAGES, EACH, seed=1)
    assert len(found) == EACH
    for each in heard(tmp_path, found):
        what = f"{each.slip.page.name}:{each.slip.line}\n" + "\n".join(map(concise, each.problems))
        assert each.near, what
        assert len(each.problems) == 1, what


def test_two_slips_are_two_problems(tmp_path: Path) -> None:
    where = [pages([folder]) for folder in generated(4)]
    for number, pair in enumerate(pairs(where, [*ASKED, *OWN], PAIRS, seed=1)):
        problems, is_near = pair.heard(tmp_path / str(number))
        what = f"{pair.kinds} at {pair.places}\n" + "\n".join(map(concise, problems))
        assert is_near, what
        assert len(problems) == 2, what


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
        (HEAD + "      years: > 3 years\n", "7:14", "write `above 3`"),
        (HEAD + "      years: >=3 years\n", "7:14", "write `at least 3`"),
        (HEAD + "      years: {demand: 3 years, scope: at night]\n", "7:47", "closed by ]"),
        (
            HEAD.replace("  - source", "    source") + "  - {source: memo 2, positions: {years: 3 years}}\n",
            "3:5",
            "no dash",
        ),
        # A colon is missing, and another one takes its part.
        (HEAD + '        quote "He said: cheap"\n', "7:9", "no colon after `quote`"),
        (HEAD + "        quote 'He said: \"cheap\"'\n", "7:9", "no colon after `quote`"),
        (HEAD + "        quote He said: cheap\n", "7:9", "no colon after `quote`"),
        (HEAD + "        quote >-\n          He said\n          cheap\n", "7:9", "no colon after `quote`"),
        (HEAD + "      years: {demand: 3 years, source memo 2}\n", "7:32", "no colon after `source`"),
        (HEAD + "      years: {demand 3 years, scope: at night}\n", "7:15", "no colon after `demand`"),
        (HEAD + "salience: {fare: 33, years 25, harbour: 9}\n", "7:22", "no colon after `years`"),
        (HEAD + "salience: {fare: 33, harbour North 25}\n", "7:22", "no colon after `harbour`"),
        (
            HEAD + "      vessel:\n        accept\n          - hybrid\n          - {terms: electric}\n",
            "8:9",
            "no colon after `accept`",
        ),
        # Or the key is hardly begun, or stands before another sign.
        (HEAD + "        quo\n      years: 3 years\n", "7:9", "write `quote: …`"),
        (HEAD + "        scop\n        note: x\n", "7:9", "write `scope: …`"),
        (HEAD.replace("demand: at most 20", "deman") + "        note: x\n", "6:9", "write `demand: …`"),
        (HEAD.replace("demand:", "demand;") + "        note: x\n", "6:9", "write `demand: …`"),
        (HEAD + "        zzz\n        note: x\n", "7:9", "no colon after `zzz`"),
        # Or what stands there is no YAML, and need not be.
        *(
            (HEAD + f"        {sign} later\n        note: x\n", "7:9", "begins with #")
            for sign in ("//", "/*", "TODO", "--")
        ),
        *(
            (HEAD + f"        {sign}\n        note: x\n", "7:9", "delete the line")
            for sign in ("...", "~~~", "```", "====")
        ),
        # Or stands in place of the dash.
        (HEAD.replace("- source", "\u2013 source"), "3:3", "`\u2013` in place of the dash"),
        (
            HEAD + "  \u2022 source: memo 2\n    positions:\n      years: 3 years\n",
            "7:3",
            "`\u2022` in place of the dash",
        ),
        (HEAD + "responses:\n  * {to: ben, says: rejects, date: 2031-01-20}\n", "8:3", "`*` in place of the dash"),
        # Or is there, and wide.
        (HEAD + "    note\uff1aor so\n", "7:9", "a wide colon"),
        (HEAD + "      years: {demand\uff1a3 years\uff0cscope\uff1aat night}\n", "7:21", "a wide colon"),
        (HEAD + "      years: {demand: 3 years\uff0cnote: or so}\n", "7:30", "a wide comma"),
        # Or a comma.
        (HEAD + "points: {fare: {20: 5 25: 9, 30: 12}}\n", "7:22", "a comma is missing"),
        (HEAD + "points: {vessel: {diesel: 0 hybrid: 9}}\n", "7:28", "a comma is missing"),
        (
            HEAD + "  - {source: memo 2, positions: {years: 3 to 5 years vessel: hybrid}}\n",
            "7:53",
            "a comma is missing",
        ),
        # Or has no space behind it, and all of it is words.
        (HEAD + "      colours:\n        says:Ann's own\n", "8:9", "write `says: …`"),
        (HEAD + "      years:\n        demand:3 years\n", "8:9", "write `demand: …`"),
        (HEAD + "      years: demand:3 years\n", "7:14", "write `{demand: …}`"),
        (HEAD + "        accept: [30, terms:40]\n", "7:22", "write `{terms: …}`"),
        # Or there is one too many, a bracket or a quote.
        (HEAD + "      years: {says: from 2 to: 3, note: or so}\n", "7:30", "a second `: ` in one value"),
        (HEAD + "      years: {demand: 3 years, source: [memo, memo 2, note: x}\n", "7:40", "a [ that is never closed"),
        (HEAD + "      years: {demand: '3 years, note: 'as he said'}\n", "7:23", "a quote that is never closed"),
        (
            "party: ann\npoints: {fare: {1: 1}, years: {2 years: 1}, vessel: {hybrid: 3, pupils: {no: 5}, stops: {all: 6}}\n",
            "2:53",
            "a { that is never closed",
        ),
        (HEAD + "      years: {according_to: {ben: 3 years, ann: 2 years, source: memo 2}\n", "7:29", "never closed"),
        # Or words in brackets begin a value, or stand in one inside { }.
        (
            HEAD + "        quote: [We] will not pay: never\n      years: 3 years\n",
            "7:16",
            "put the whole value in quotes",
        ),
        (HEAD + "        note: {x} y\n", "7:15", "`{x}` is a mapping to YAML"),
        (HEAD + "        source: [memo](https://example.org)\n", "7:17", "`[memo]` is a list to YAML"),
        (HEAD + "      years: {demand: 3 years, quote: [We] will not, note: x}\n", "7:39", "`[We]` is a list to YAML"),
        (HEAD + "      years: {demand: 3 years, quote: no [sic] way, note: x}\n", "7:42", "`[sic]` is a list to YAML"),
        (
            HEAD + "        note: >-\n          x\n          and y\n\n  - title: [Second] letter\n    source: memo 2\n"
            "    positions:\n      years: 3 years\n",
            "11:12",
            "`[Second]` is a list to YAML",
        ),
        # Or is part of a comment.
        (
            HEAD + "      years: {demand: 3 years, note: see #3, scope: at night}\n      vessel: hybrid\n",
            "7:42",
            "begins a comment",
        ),
        (
            HEAD + "responses:\n  - {to: ben, says: rejects, note: see #3, date: 2031-01-20}\n",
            "8:40",
            "begins a comment",
        ),
        # Or is opened in the last lines, and nothing comes any more.
        (HEAD + "note: [\n", "7:7", "a [ that is never closed"),
        (HEAD + "    note: [\n\n# the end\n", "7:11", "a [ that is never closed"),
        (HEAD + "  - {\n", "7:5", "a { that is never closed"),
        (HEAD + "  - {source: memo 2,\n", "7:5", "a { that is never closed"),
        (HEAD + "        source: [memo,\n", "7:17", "a [ that is never closed"),
        (HEAD + "responses:\n  - {to: ben, issue: [fare,\n", "8:22", "a [ that is never closed"),
        # A line begins in a column where YAML takes it for something else.
        (HEAD + "        years:\n        demand: 3 years\n", "7:9", "further right"),
        (HEAD + "      years:\n      says: some time\n        quote: some years\n", "8:7", "further left"),
        (HEAD + "         years:\n        demand: 3 years\n        quote: x\n", "7:10", "further right"),
        (HEAD + "        harbour: {North: open}\n", "7:9", "further right"),
        (HEAD + "  responses:\n    - {to: ben, says: rejects, date: 2031-01-20}\n", "7:3", "further right"),
        (HEAD.replace("      fare:", "    fare:"), "5:5", "further left"),
        (
            "party: ann\nstatements:\n- source: memo\npositions:\n    fare: at most 5\n- {source: memo 2, positions: {}}\n",
            "4:1",
            "further left",
        ),
        (
            HEAD + "      harbour:\n        North:\n          demand: open\n        quote: It stays open.\n",
            "10:9",
            "further left",
        ),
        # Or an item stands further left than its list.
        (
            HEAD + "responses:\n  - to: ben\n    says: rejects\n    date: 2031-01-20\n"
            "- to: ben\n  issue: years\n  says: rejects\n  date: 2031-01-21\n",
            "11:1",
            "begin it in column 3, not 1, and move all of its lines as far",
        ),
        (HEAD + "- source: memo 2\n  positions:\n    years: 3 years\n", "7:1", "begin it in column 3"),
        # Or below a name that has its value.
        (
            HEAD + "      years: 3 years\n        note: or so\n      vessel: hybrid\n",
            "8:9",
            "`years` already has a value",
        ),
        (
            HEAD + "      years: 3 years\n        quote: or so\n        source: [memo]\n",
            "8:9",
            "write `demand: 3 years` on a line of its own below `years:`, or `years: {demand: 3 years, quote: …}`",
        ),
        (
            HEAD + "      years: 3 years\n        accept:\n          terms: 4 years\n      vessel: hybrid\n",
            "8:9",
            "already",
        ),
        (
            HEAD + "      harbour:\n        North: open\n          quote: >-\n            as\n            ever\n",
            "9:11",
            "already",
        ),
        # An entry has become a part of the text above.
        (HEAD + "        quote: |\n          cheap\n          note: >-\n          as he said\n", "9:11", "text above"),
        (HEAD + "        quote: |\n          cheap\n          source: memo 2\n", "9:11", "text above"),
        (HEAD + "        quote: |\n          cheap\n          source: [memo, memo 2]\n", "9:11", "text above"),
        (HEAD + "    note: |\n      He said so.\n      by: Ann Archer\n", "9:7", "text above"),
        (HEAD + "        quote: |\n          cheap\n          note: of the fare alone\n", "9:11", "text above"),
        (HEAD + "        note: |\n          cheap\n          quote: This is cheap.\n", "9:11", "text above"),
        (
            HEAD + "  - source: memo 2\n    note: |\n      cheap\n      positions:\n        years: 3 years\n",
            "10:7",
            "text above",
        ),
    ],
)
def test_slips_that_yaml_takes_or_notices_late(tmp_path: Path, text: str, place: str, words: str) -> None:
    (found,) = said(load_texts(tmp_path, ann=text), tmp_path)
    assert found.startswith(f"parties/ann.yaml:{place} E101 ")
    assert words in found


ORDER = """\
  order:
    title: Order
    type: sequence
    steps:
      survey: of the harbour
      contract: with the yard
      launch: at last
    note: >-
      What comes first
      is asked for.
"""


def with_order(before: str, after: str) -> str:
    """The negotiation with its steps on lines of their own, and a slip in them."""
    (line,) = (line for line in NEGOTIATION.splitlines(keepends=True) if line.startswith("  order:"))
    assert ORDER.count(before) == 1
    return NEGOTIATION.replace(line, ORDER.replace(before, after))


@pytest.mark.parametrize(
    ("text", "place", "code", "words"),
    [
        (with_order("    type", "  type"), "15:3", "E101", "further left"),
        (with_order("  order:", "order:"), "13:1", "E101", "further left"),
        (with_order("  order:", "    order:"), "13:5", "E101", "further right"),
        (with_order("      launch", "    launch"), "19:5", "E202", "unknown key `launch`"),
        (with_order("      survey", "    survey"), "17:5", "E101", "further left"),
        (
            with_order("steps:\n", "steps: # in order\n    steps: # in order\n"),
            "17:5",
            "E103",
            "`steps` is given twice",
        ),
        (
            NEGOTIATION.replace("terms: {vessel: diesel}", "terms: {vessel: {according_to: {ann: hybrid, quote: x}}}"),
            "16:106",
            "E306",
            "`quote` is a key",
        ),
        (with_order("    note", "      given: survey before launch\n    note"), "20:7", "E306", "`given` is a key"),
        (
            with_order("    note: >-", "<<<<<<< HEAD\n    note: >-\n=======\n    note: |\n>>>>>>> draft"),
            "20:1",
            "E114",
            "a merge conflict",
        ),
        (
            NEGOTIATION.replace(
                "{ann: Ann, ben: Ben, cleo: {name: Cleo, must_agree: no}}",
                "\n  ann: Ann\n  ben: Ben\n  cleo:\n    name: Cleo\n  must_agree: no\n    note: host\n",
            ),
            "8:3",
            "E101",
            "further left",
        ),
        (
            NEGOTIATION.replace("cleo: {name: Cleo, must_agree: no}}", "cleo: {name: Cleo}, must_agree: no}"),
            "3:51",
            "E306",
            "begin it further right",
        ),
    ],
)
def test_slips_in_the_negotiation(tmp_path: Path, text: str, place: str, code: str, words: str) -> None:
    (found,) = said(load_texts(tmp_path, text), tmp_path)
    assert found.startswith(f"negotiation.yaml:{place} {code} ")
    assert words in found


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (HEAD + "      years: {demand: 3 years, source memo 2}\n      vessel: hibrid\n", ["7:32", "8:15"]),
        (HEAD + "        years:\n        demand: 3 years\n      vessel: {demnd: hybrid}\n", ["7:9", "9:16"]),
        (
            HEAD + "        source: [memo, memo 2}\n        note: >-\n          x\n     years: 3 years\n",
            ["7:30", "10:6"],
        ),
        (HEAD.replace("statements", "statments").replace("demand", "demnd") + "      yers: 3\n", ["2:1", "6:9", "7:7"]),
        (HEAD.replace("demand: at most 20", "according_to:") + "          ben: 30\n        souce: [memo]\n", ["8:9"]),
        (HEAD.replace("      fare", "    fare") + '      years:\n        says: "a "few" years"\n', ["5:5", "8:18"]),
        (HEAD + '        quote "So: cheap"\n      years:\n        @demand: 3 years\n', ["7:9", "9:9"]),
        (HEAD.replace("demand", "demnd") + "        scope 'at night: or so'\n", ["6:9", "7:9"]),
        (
            HEAD.replace("source: memo", "sourc: memo") + "        note: |\n        x\n      yaers: 3 years\n",
            ["3:5", "8:9", "9:7"],
        ),
    ],
)
def test_several_slips_are_said_each(tmp_path: Path, text: str, places: list[str]) -> None:
    found = said(load_texts(tmp_path, ann=text), tmp_path)
    assert [each.split()[0] for each in found] == [f"parties/ann.yaml:{place}" for place in places], found


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (
            HEAD + "        \u0430ccept: at most 30\n",
            "7:9 E202",
            "; `\u0430` in it is a Cyrillic letter | did you mean",
        ),
        (HEAD + "      pupils: y\u0435s\n", "7:15 E313", "; `\u0435` in it is a Cyrillic letter"),
        (HEAD + "      v\u03bfssel: hybrid\n", "7:7 E301", "; `\u03bf` in it is a Greek letter"),
        (HEAD + "      years: at most\u00ad 3 years\n", "7:14 E313", "; an invisible soft hyphen stands in it"),
        (HEAD + "      years: at\u200b most 3 years\n", "7:14 E313", "; an invisible zero width space stands in it"),
        (
            HEAD + "    date: 2031\u201303\u201301\n",
            "7:11 E206",
            "; `\u2013` in it is a dash of another kind: write `-`",
        ),
        (
            HEAD + "    date: 2031\u201103\u201101\n",
            "7:11 E206",
            "; `\u2011` in it is a dash of another kind: write `-`",
        ),
        (HEAD + "      begin: by 2031\u201303\u201301\n", "7:17 E313", "is a dash of another kind"),
        (HEAD + "      years: 3\u20135 years\n", "7:15 E313", "a range is written with `to` | "),
        (HEAD + "        scope:\u3000at night\n", "7:15 E101", "a wide space where YAML needs a space"),
        (HEAD.replace("demand: ", "demand:\u3000"), "6:16 E101", "a wide space where YAML needs a space"),
    ],
)
def test_what_cannot_be_seen_is_named(tmp_path: Path, text: str, place: str, words: str) -> None:
    (found,) = said(load_texts(tmp_path, ann=text), tmp_path)
    assert found.startswith(f"parties/ann.yaml:{place} ")
    assert words in found


@pytest.mark.parametrize(
    ("position", "whole"),
    [
        ("{demand: at most 20, note: he gave no date, source unknown}", "he gave no date, source unknown"),
        ("{demand: at most 20, quote: now, by force}", "now, by force"),
    ],
)
def test_a_comma_in_words_is_no_missing_colon(tmp_path: Path, position: str, whole: str) -> None:
    text = f"party: ann\nstatements:\n  - source: memo\n    positions:\n      fare: {position}\n"
    (found,) = said(load_texts(tmp_path, ann=text), tmp_path)
    assert "E115 " in found
    assert f'quote the whole value: "{whole}"' in found


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "        quote: |\n          cheap\n          scope: this is still the quotation\n",
        HEAD + "        quote: |\n          cheap\n          source: a spring in the hills\n",
        HEAD + "        note: |\n          cheap\n          note: that is his word\n",
        HEAD
        + "        quote: |\n          It has three\n          terms: price, time and place\n          and no more\n",
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
