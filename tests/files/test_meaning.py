"""What the files mean: references, names, terms, dates (E3xx), and what looks odd (W4xx)."""

from __future__ import annotations

from pathlib import Path

import pytest

from .folders import load_texts, said, unmarked


def statement(positions: str, keys: str = "source: memo") -> str:
    return f"party: ann\nstatements:\n  - {{{keys}, positions: {{{positions}}}}}\n"


def response(keys: str) -> str:
    return f"party: ann\nresponses:\n  - {keys}\n"


# code, text of parties/ann.yaml with marks where problems are expected, words that the first of them must hold
PARTY = [
    ("E301", statement("⟦fair: at most 5"), "unknown issue `fair` | did you mean `fare`?"),
    ("E301", statement("⟦harbour Nort: open"), "did you mean `harbour North`?"),
    ("E301", response("{to: ben, issue: [fare, ⟦yeers], says: rejects, date: 2031-01-20}"), "did you mean `years`?"),
    ("E301", statement("fare: {accept: {terms: at most 5, if: {⟦vesel: hybrid}}}"), "did you mean `vessel`?"),
    ("E301", "party: ann\nsalience: {⟦far: 5}\n", "did you mean `fare`?"),
    ("E301", "party: ann\npoints: {⟦pupil: {yes: 5}}\n", "did you mean `pupils`?"),
    ("E303", statement("fare: at most 5", "date: 2031-01-05, source: ⟦mema I.5"), "did you mean `memo`?"),
    (
        "E303",
        statement("fare: {demand: at most 5, source: [memo, ⟦nowhere]}"),
        "unknown source `nowhere` | known: `memo`",
    ),
    (
        "E305",
        response("{to: ⟦bob, says: rejects, date: 2031-01-20}"),
        "`bob` is neither a party nor a text nor a source",
    ),
    ("E305", response("{to: ⟦drafts, says: rejects, date: 2031-01-20}"), "did you mean `draft`?"),
    ("E313", statement("vessel: ⟦hybrids"), "`hybrids` is not an option | did you mean `hybrid`?"),
    ("E313", statement("stops: including Aker and ⟦brin"), "did you mean `Bryn`?"),
    ("E313", statement("fare: ⟦up to 5"), "`up to` can mean two things"),
    ("E313", statement("fare: {demand: at most 5, rules_out: above 7 ⟦pounds}"), "`pounds` is not the unit"),
    ("E313", statement("vessel: [hybrid, ⟦steam]"), "`steam` is not an option"),
    ("E313", statement("fare: {demand: 5, accept: ⟦silent}"), "stands alone, in place of the whole position"),
    ("E313", statement("order: unchanged; survey before ⟦lunch"), "did you mean `launch`?"),
    ("E313", statement("fare: {according_to: {ben: ⟦cheap, ann: at most 5}}"), "`cheap` is not a number"),
    ("E313", "party: ann\npoints: {vessel: {hybrid: 5, ⟦steam: 3}}\n", "`steam` is not an option"),
    ("E314", statement("fare: ⟦nothing"), "no outcome fits this demand"),
    ("E314", statement("fare: {demand: ⟦nothing, note: x}"), "a party that takes no outcome has `accept: nothing`"),
    (
        "E315",
        statement("fare: {demand: ⟦at most 50, rules_out: above 40}"),
        "this demand crosses the party's own red line",
    ),
    (
        "E315",
        statement("vessel: {demand: diesel, accept: [hybrid, ⟦electric], rules_out: electric}"),
        "this acceptance",
    ),
    (
        "E316",
        statement("fare: at most 5") + "  - {source: memo, positions: {⟦fare: at most 6}}\n",
        "a second position of Ann on this issue on 5 January 2031",
    ),
    ("E317", statement("fare: at most 5", "source: memo, until: ⟦2031-01-04"), "`until` lies before the date"),
    ("E318", statement("fare: at most 5", "source: ⟦memo paper"), "write a list: [memo, paper]"),
    (
        "E319",
        "party: ann\nstatements:\n  - ⟦{source: undated, positions: {fare: at most 5}}\n",
        "add `date: ...` here or to its source",
    ),
    ("E319", "party: ann\nstatements:\n  - ⟦positions: {pupils: no}\n", "or a `source` that has one"),
    ("E320", response("⟦{to: ben, says: rejects}"), "this reply has no date"),
    (
        "E321",
        response("⟦{to: ben, issue: years, says: rejects, date: 2031-01-14}"),
        "this reply of 14 January 2031 is older",
    ),
    ("E321", response("⟦{to: draft, says: rejects, date: 2031-01-19}"), "is older than what it answers"),
    ("E321", response("⟦{to: memo 2, says: rejects, date: 2030}"), "is older than what it answers"),
    ("E322", "party: ⟦anne\n", "negotiation.yaml lists no party `anne` | did you mean `ann`?"),
    (
        "E325",
        statement("fare: {accept: {terms: at most 5, if: {⟦fare: at most 3}}}"),
        "a condition on the issue itself",
    ),
    ("E325", statement("harbour: {demand: open, if: {⟦harbour North: open}}"), "a condition on the issue itself"),
    ("E325", statement("fare: {demand: at most 5, if: {⟦colours: red}}"), "a condition on free text"),
    ("E326", statement("⟦fare: {note: well}"), "this position says nothing"),
    ("E326", statement("⟦fare: {scope: well}"), "write a `demand`"),
    ("E327", statement("fare: {demand: at most 5, ⟦terms: at most 5}"), "both `demand` and `terms`"),
    ("E327", statement("fare: {demand: at most 5, ⟦according_to: {ben: at most 5}}"), "a term, and versions of it"),
    (
        "E327",
        statement("fare: {demand: at most 5, accept: at most 9, ⟦if: {pupils: no}}"),
        "which of them is on this condition?",
    ),
    ("E329", statement("harbour: {⟦Noth: open, others: closed}"), "did you mean `North`?"),
    ("E329", statement("harbour: {⟦demnd: open}"), "did you mean `demand`?"),
    ("E330", response("{to: ⟦ann, says: rejects, date: 2031-01-20}"), "a reply to itself"),
    (
        "E330",
        response("⟦{to: memo, says: rejects, date: 2031-01-20}") + "statements: [{source: memo, positions: {}}]\n",
        "a reply to itself",
    ),
    ("E331", response("⟦{to: gazette p. 2, says: rejects, date: 2031-01-20}"), "no statement rests on `gazette`"),
    (
        "W402",
        "party: ann\nstatements:\n  - ⟦{date: 2031-01-05, positions: {fare: at most 5, pupils: no}}\n",
        "no source for what it says on `fare`, `pupils`",
    ),
    ("W403", statement("fare: ⟦at least 5"), "this looks the wrong way: Ann wants it lower"),
    ("W403", statement("fare: {demand: exactly 5, rules_out: ⟦below 3}"), "this looks the wrong way"),
    ("W403", statement("fare: ⟦no cap"), "this looks the wrong way"),
]

HEAD = "negotiation: x\nparties: {ann: Ann, ben: Ben}\n"


def issue(keys: str) -> str:
    return f"{HEAD}issues:\n  x: {{title: X, {keys}}}\n"


# code, text of negotiation.yaml, words
NEGOTIATION = [
    ("E302", HEAD + "rounds: {one: {date: 2031-01-10, present: [ann, ⟦bene]}}\n", "did you mean `ben`?"),
    ("E302", HEAD + "show: [ann, ⟦bob]\n", "unknown party `bob`"),
    ("E302", issue("type: duration, wants: {⟦anne: lower}"), "did you mean `ann`?"),
    ("E302", HEAD + "texts: {t: {date: 2031-01-20, of: [ann, ⟦bene], terms: {}}}\n", "did you mean `ben`?"),
    ("E303", HEAD + "events: [{date: 2031-01-20, what: rain, source: ⟦paper}]\n", "negotiation.yaml defines no source"),
    ("E304", HEAD + "rounds: {first: {date: 2031-01-10}}\nas_of: ⟦frist\n", "did you mean `first`?"),
    ("E306", issue("type: choice, options: [⟦'a, b', c]"), "a name cannot hold `,`"),
    ("E306", issue("type: choice, options: [a⟦; b, c]"), "a name cannot hold `;`"),
    ("E306", HEAD + "issues:\n  ⟦this or that: {title: X, type: yes-no}\n", "a name cannot hold the word `or`"),
    ("E306", issue("type: choice, options: [⟦silent, c]"), "`silent` means something here"),
    ("E306", issue("type: yes-no, each: [North, ⟦demand]"), "`demand` means something here"),
    ("E306", "negotiation: x\nparties: {ann: Ann, ben: Ben, ⟦others: Zoe}\n", "`others` means something here"),
    (
        "E307",
        HEAD + "issues:\n  a_b: {title: X, type: yes-no}\n  ⟦A b: {title: X, type: yes-no}\n",
        "`A b` is the same name as `a_b`",
    ),
    ("E307", issue("type: choice, options: [east, west, ⟦East]"), "`East` is the same name as `east`"),
    ("E307", issue("type: yes-no, each: [North, ⟦north]"), "`north` is the same name as `North`"),
    ("E307", HEAD + "sources: {⟦ben: {title: S}}\n", "`ben` is given twice"),
    (
        "E307",
        HEAD + "texts: {⟦Memo: {date: 2031-01-20, terms: {}}}\nsources: {memo: {title: S}}\n",
        "case, `_` and space make no difference",
    ),
    (
        "E308",
        HEAD + "issues:\n  ⟦x: {title: X, type: quantity}\n",
        "`unit` is missing | an issue of type `quantity` needs it",
    ),
    ("E308", HEAD + "issues:\n  ⟦x: {title: X, type: scale}\n", "`options` is missing"),
    (
        "E309",
        issue("type: choice, options: [a, b], ⟦unit: km"),
        "an issue of type `choice` has no `unit` | it belongs to `quantity`",
    ),
    ("E310", issue("type: choice, ⟦options: [a]"), "fewer than 2 options"),
    ("E310", issue(f"type: set, ⟦items: [{', '.join(f'i{n}' for n in range(65))}]"), "more than 64 items"),
    ("E310", issue("type: yes-no, ⟦each: []"), "`each` is an empty list"),
    ("E311", issue("type: quantity, unit: km, min: 5, max: ⟦4"), "`min` is above `max`"),
    ("E311", issue("type: quantity, unit: km, min: ⟦few"), "`few` is not a number"),
    ("E311", issue("type: date, max: ⟦by 2031-01-01"), "`max` is no single value"),
    ("E312", issue("type: sequence, steps: [a, b], given: ⟦a before b; b before a"), "contradict each other"),
    ("E312", issue("type: sequence, steps: [a, b], given: a before ⟦d"), "`d` is not a step"),
    ("E312", issue("type: sequence, steps: [a, b, c], given: ⟦a before b or c before b"), "`given` must be one order"),
    ("E312", issue("type: sequence, steps: [a, b], given: ⟦b within 3 days after a"), "`given` must be one order"),
    ("E317", HEAD + "rounds: {one: {date: 2031-01-10, until: ⟦2031-01-09}}\n", "`until` lies before the date"),
    ("E324", HEAD + "⟦show: [ann]\n", "`show` needs two parties"),
    ("E324", HEAD + "⟦show: [ann, ann]\n", "`show` needs two parties"),
    (
        "E332",
        issue("type: yes-no") + "events: [{date: 2031-01-20, what: rain, issue: x, merged_into: ⟦x}]\n",
        "into itself",
    ),
    (
        "E328",
        issue("type: yes-no") + "texts: {t: {date: 2031-01-20, status: agreed, terms: {⟦x: {rules_out: no}}}}\n",
        "an agreed text holds only what was settled",
    ),
    ("W401", HEAD + "sources: {⟦s: {title: S}}\n", "nothing rests on the source `s`"),
    (
        "W404",
        issue("type: yes-no") + "as_of: ⟦2031-01-19\ntexts: {t: {date: 2031-01-20, terms: {x: no}}}\n",
        "no position is on record by then: the first is of 2031-01-20",
    ),
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
    found = said(load_texts(tmp_path, text, "party: ann\n", "party: ben\n"), tmp_path)
    assert [each.split()[:2] for each in found] == [
        [f"negotiation.yaml:{line}:{column}", code] for line, column in places
    ]
    assert words in found[0]


def test_every_code_has_a_case() -> None:
    from negotiate.files import CODES

    from . import test_review, test_shape

    tables = (PARTY, NEGOTIATION, test_shape.PARTY, test_shape.NEGOTIATION)
    reviewed = (test_review.ANN_CASES, test_review.NEGOTIATION_CASES)
    tried = {code for table in (*tables, *reviewed) for code, _, _ in table} - {""}
    others = {"E323", "W411"} | test_review.CASES_OF_THEIR_OWN
    assert {code for code in CODES if code[1] in "234"} - others == tried


def test_a_copied_file_whose_party_was_left_as_it_was_is_one_problem(tmp_path: Path) -> None:
    ben = "party: ann\nstatements:\n  - {source: memo, positions: {fare: at least 7}}\n"
    reply = "responses:\n  - {to: ann, issue: fare, says: rejects, date: 2031-02-01, source: memo}\n"
    (found,) = said(load_texts(tmp_path, ann="party: ann\nstatements: []\n", ben=ben + reply), tmp_path)
    assert found.startswith("parties/ben.yaml:1:8 E323 ")
    assert "did you mean `ben`, as the file is called?" in found


def test_two_files_of_one_party_show_both(tmp_path: Path) -> None:
    loaded = load_texts(tmp_path, zoe="party: Ann\nstatements: []\n")
    assert [each.split(" | ")[0] for each in said(loaded, tmp_path)] == [
        "parties/zoe.yaml:1:8 E323 a second file of `ann`"
    ]
    assert loaded.problems[0].related[0].place[1:] == (1, 8)
    assert loaded.problems[0].related[0].place.file.endswith("ann.yaml")


def test_two_lines_of_a_contradiction_are_shown(tmp_path: Path) -> None:
    text = "party: ann\nstatements:\n- source: memo\n  positions:\n    fare:\n      demand: at most 50\n      rules_out: above 40\n"
    (problem,) = load_texts(tmp_path, ann=text).problems
    assert problem.place.line == 6
    assert [(excerpt.place.line, excerpt.label) for excerpt in problem.related] == [(7, "its red line")]


def test_the_words_meant_are_marked(tmp_path: Path) -> None:
    text = statement("harbour: {North: open, others: at most guests}")
    (problem,) = load_texts(tmp_path, ann=text).problems
    assert problem.excerpt
    marked = problem.excerpt.text[problem.excerpt.start : problem.excerpt.start + problem.excerpt.length]
    assert marked == "guests"
