"""Keys and fields: what does not keep the format (E2xx), in plain words and at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from .folders import load_texts, said, unmarked

# code, text of parties/ann.yaml with marks where problems are expected, words that the first of them must hold
PARTY = [
    ("E201", "⟦statements: []\n", "`party` is missing"),
    ("E201", "party: ann\nstatements:\n  - ⟦source: memo\n", "`positions` is missing"),
    ("E201", "party: ann\nresponses:\n  - ⟦{to: ben, date: 2031-01-20}\n", "`says` is missing"),
    (
        "E201",
        "party: ann\nstatements: [{source: memo, positions: {fare: {⟦accept: {scope: in May}}}}]\n",
        "`terms` is missing",
    ),
    ("E202", "party: ann\n⟦statments: []\n", "did you mean `statements`?"),
    (
        "E202",
        "party: ann\nstatements:\n  - source: memo\n    ⟦postions: {fare: at most 5}\n",
        "did you mean `positions`?",
    ),
    (
        "E202",
        "party: ann\nstatements:\n  - {source: memo, positions: {fare: {demand: at most 5, ⟦red_line: above 9}}}\n",
        "did you mean `rules_out`?",
    ),
    (
        "E202",
        "party: ann\nstatements:\n  - {source: memo, positions: {fare: {⟦demnd: at most 5}}}\n",
        "did you mean `demand`?",
    ),
    (
        "E202",
        "party: ann\nstatements:\n  - {source: memo, positions: {fare: {⟦acept: [{terms: at most 5}, at most 3]}}}\n",
        "did you mean `accept`?",
    ),
    (
        "E202",
        "party: ann\nstatements:\n  - {source: memo, positions: {fare: {accept: {terms: at most 9, ⟦zzz: x}}}}\n",
        "allowed here: `if`, `terms`",
    ),
    (
        "E202",
        "party: ann\nstatements:\n  - {source: memo, positions: {harbour: {North: {demand: open, ⟦scop: now}}}}\n",
        "did you mean `scope`?",
    ),
    (
        "E202",
        "party: ann\nstatements:\n  - {source: memo, positions: {fare: {rules_out: {terms: above 9, ⟦if: x}}}}\n",
        "allowed here: `terms`, `scope`",
    ),
    ("E203", "party: ann\nstatements:\n  - source: memo\n    positions:\n      ⟦fare:\n", "`fare` is empty"),
    ("E203", "party: ann\nstatements:\n  - {source: memo, positions: {fare: {⟦demand: ~}}}\n", "`demand` is empty"),
    ("E203", "party: ann\nnote: ⟦''\n", "`note` is empty"),
    ("E203", "party: ann\nstatements:\n  - ⟦~\n", "item 1 is empty"),
    ("E204", "party: ann\n⟦statements: {source: memo}\n", "`statements` must be a list, not a mapping"),
    ("E204", "party: ann\nstatements: ⟦none\n", "`statements` must be a list, not `none`"),
    ("E204", "party: ann\n⟦note: [a, b]\n", "`note` must be words, not a list"),
    ("E204", "⟦- party: ann\n", "the file must be a mapping"),
    (
        "E204",
        "party: ann\nstatements:\n  - {source: memo, positions: {fare: {demand: [at most 5, ⟦[x]]}}}\n",
        "item 2 must be words, not a list",
    ),
    (
        "E204",
        "party: ann\nresponses:\n  - {to: ben, says: defers, date: 2031-01-20, ⟦issue: {fare: x}}\n",
        "`issue` must be words or a list, not a mapping",
    ),
    (
        "E205",
        "party: ann\nresponses:\n  - {to: ben, says: ⟦rejcts, date: 2031-01-20}\n",
        "did you mean `rejects`?",
    ),
    *(
        (
            "E205",
            f"party: ann\nresponses:\n  - {{to: ben, says: ⟦{word}, date: 2031-01-20}}\n",
            "write one of these words",
        )
        for word in ("agrees", "unacceptable", "not accepts", "refuses", "denies", "objects")
    ),
    (
        "E205",
        "party: ann\nstatements:\n  - {source: memo, remark: ⟦Yes, positions: {fare: at most 5}}\n",
        "`remark` must be `yes`, `no`, `true` or `false`, not `Yes` | did you mean `yes`?",
    ),
    (
        "E206",
        "party: ann\nstatements:\n  - {date: ⟦5 January, source: memo, positions: {pupils: no}}\n",
        "write year-month-day",
    ),
    (
        "E206",
        "party: ann\nstatements:\n  - {date: ⟦2031-02-30, source: memo, positions: {pupils: no}}\n",
        "that month has 28 days",
    ),
    (
        "E206",
        "party: ann\nstatements:\n  - {date: ⟦2031-13-01, source: memo, positions: {pupils: no}}\n",
        "the month stands in the middle",
    ),
    (
        "E206",
        "party: ann\nstatements:\n  - {date: ⟦2031-02-03 to 2031-02-01, source: memo, positions: {pupils: no}}\n",
        "write 2031-02-01 to 2031-02-03",
    ),
    (
        "E206",
        "party: ann\nstatements:\n  - {source: memo, until: ⟦2031-02-01 to 2031-02-03, positions: {pupils: no}}\n",
        "is not a day",
    ),
    ("E207", "party: ann\nsalience: {fare: ⟦120}\n", "is not a whole number from 0 to 100"),
    ("E207", "party: ann\nno_deal: ⟦4.5\n", "is not a whole number"),
    ("E207", "party: ann\npoints: {pupils: {yes: ⟦many}}\n", "is not a whole number"),
    (
        "E208",
        "party: ann\nstatements:\n  - {source: memo, positions: {fare: {accept: [at most 85,⟦000]}}}\n",
        "write at most 85_000",
    ),
]

# code, text of negotiation.yaml, words
NEGOTIATION = [
    ("E201", "⟦parties: {ann: Ann, ben: Ben}\n", "`negotiation` is missing"),
    ("E201", "negotiation: x\nparties: {ann: Ann, ben: Ben}\nissues:\n  ⟦fare: {type: yes-no}\n", "`title` is missing"),
    (
        "E202",
        "negotiation: x\nparties: {ann: Ann, ben: Ben}\nissues:\n  fare: {⟦titel: Fare, type: yes-no}\n",
        "did you mean `title`?",
    ),
    (
        "E204",
        "negotiation: x\nparties: {ann: Ann, ben: Ben}\nissues:\n  fare: ⟦Fare\n",
        "`fare` must be a mapping, not `Fare`",
    ),
    (
        "E205",
        "negotiation: x\nparties: {ann: Ann, ben: Ben}\nissues:\n  fare: {title: Fare, type: ⟦quantty}\n",
        "did you mean `quantity`?",
    ),
    (
        "E205",
        "negotiation: x\nparties: {ann: Ann, ben: Ben}\nsources: {s: {title: S, grade: ⟦E}}\n",
        "`grade` must be `A`, `B`, `C` or `D`, not `E`",
    ),
    ("E206", "negotiation: x\nparties: {ann: Ann, ben: Ben}\nrounds: {one: {date: ⟦soon}}\n", "`soon` is not a date"),
]


@pytest.mark.parametrize(("code", "text", "words"), PARTY)
def test_a_party_file(tmp_path: Path, code: str, text: str, words: str) -> None:
    text, places = unmarked(text)
    found = [each for each in said(load_texts(tmp_path, ann=text), tmp_path) if each.startswith("parties/ann")]
    assert [each.split()[:2] for each in found] == [
        [f"parties/ann.yaml:{line}:{column}", code] for line, column in places
    ]
    assert words in found[0]


@pytest.mark.parametrize(("code", "text", "words"), NEGOTIATION)
def test_the_negotiation_file(tmp_path: Path, code: str, text: str, words: str) -> None:
    text, places = unmarked(text)
    bare = {"ann": "party: ann\n", "ben": "party: ben\n"}
    found = said(load_texts(tmp_path, negotiation=text, **bare), tmp_path)
    assert [each.split()[:2] for each in found] == [
        [f"negotiation.yaml:{line}:{column}", code] for line, column in places
    ]
    assert words in found[0]


def test_where_in_the_meaning_of_the_file(tmp_path: Path) -> None:
    text = "party: ann\nstatements:\n  - {source: memo, positions: {fare: {demand: x, zzz: y}}}\n"
    contexts = [problem.context for problem in load_texts(tmp_path, ann=text).problems]
    assert contexts == [
        "in statements[1] > positions > fare > demand",
        "in statements[1] > positions > fare > zzz",
    ]


def test_notes_may_stand_in_every_mapping(tmp_path: Path) -> None:
    text = """\
party: ann
note: a
salience: {fare: 5, note: b}
points: {pupils: {yes: 1, note: c}, note: d}
statements:
  - source: memo
    note: e
    positions: {fare: {accept: {terms: at most 5, if: {pupils: yes, note: f}, note: g}, note: h}, note: i}
responses:
  - {to: draft, says: defers, date: 2031-01-20, note: j}
"""
    assert said(load_texts(tmp_path, ann=text), tmp_path) == []


def test_one_mistake_in_an_alias_is_one_problem_at_its_place(tmp_path: Path) -> None:
    text = """\
party: ann
statements:
  - source: memo
    positions: &both {fare: {demand: at most 5, scop: now}, pupils: yes}
  - {date: 2031-02-01, source: memo, positions: *both}
"""
    loaded = load_texts(tmp_path, ann=text)
    assert {each.split()[0] for each in said(loaded, tmp_path)} == {"parties/ann.yaml:4:49"}
    assert loaded.negotiation
    assert [entry.unread != "" for entry in loaded.negotiation.entries["ann", "fare"]] == [True, True]
    assert [entry.unread for entry in loaded.negotiation.entries["ann", "pupils"]] == ["", ""]
