"""Hostile and broken files: each is explained at its place, nothing else is lost, nothing reaches the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from negotiate.files import Loaded, load

from .folders import BEN, MARK, NEGOTIATION, said, unmarked, write
from .rendered import check_problems

HEAD = "party: ann\nstatements:\n  - source: memo\n    positions:\n"
FARE = "      fare: at most 5\n"
PUPILS = "      pupils: yes\n"
BOTH = {"fare": "at most 5", "pupils": "yes"}


def position(name: str, words: str) -> str:
    """A file with that position between two good ones."""
    return f"{HEAD}{FARE}      {name}: {words}\n{PUPILS}"


# what, text of parties/ann.yaml with marks where problems are expected, their codes, a part of the first message
# and hint, what Ann is known to say after it
TEXTS = [
    # aliases and merge keys
    ("an unknown alias", position("years", "⟦*gone"), "E104", "the alias *gone is not defined above | put words", BOTH),
    (
        "an alias of itself",
        position("years", "&a {demand: ⟦*a}"),
        "E104",
        "contains itself | write the value out",
        BOTH,
    ),
    (
        "an alias of what is around it",
        "party: ann\nstatements: &s\n  - source: memo\n    positions: {fare: at most 5, pupils: yes, years: ⟦*s}\n",
        "E104",
        "the alias *s contains itself",
        BOTH,
    ),
    ("an alias as a key", position("⟦*gone ", "x"), "E104", "cannot be a key", BOTH),
    (
        "a merge key",
        position("⟦<<", "{years: 5 years}"),
        "E106",
        "merge keys (<<) are not used here | write the keys out",
        BOTH,
    ),
    ("a merge key in braces", position("vessel", "{⟦<<: ⟦*x, demand: hybrid}"), "E106 E104", "merge keys", BOTH),
    # a sign that YAML keeps for keys
    ("a question mark and a space", position("years", "⟦? 3 years"), "E113", "a `?` that begins a value | put", BOTH),
    # tags and directives
    (
        "a tag that runs a program",
        position("years", "⟦!!python/object/apply:os.system [⟦touch owned]"),
        "E108 E313",
        "tags (!) are not used here",
        BOTH,
    ),
    ("a tag without a value", position("years", "⟦!!python/name:os.system"), "E108", "delete it", BOTH),
    ("a tag of YAML's own", position("years", "⟦!!str 5 years"), "E108", "tags", BOTH),
    ("a tag behind an anchor", position("years", "&a ⟦!x 5 years"), "E108", "tags", BOTH),
    ("a tag on a mapping", position("vessel", "⟦!!set {demand: hybrid}"), "E108", "tags", BOTH),
    ("an include", position("years", "⟦!include ⟦/etc/passwd"), "E108 E313", "tags", BOTH),
    (
        "a directive",
        f"⟦%TAG ! tag:yaml.org,2002:python/\n---\n{position('years', '5 years')}",
        "E108",
        "begins with % | delete it",
        BOTH | {"years": "5 years"},
    ),
    # characters
    ("NUL", position("years", "5⟦\0 years"), "E102", "U+0000 (null) | delete it", BOTH),
    ("an escape sequence", position("years", "⟦\x1b[31m5 years⟦\x1b[0m"), "E102 E102", "U+001B (escape)", BOTH),
    (
        "an escape sequence written as an escape",
        position("years", '"5 ⟦\\e[31myears"'),
        "E112",
        "U+001B (escape), written as an escape | delete it",
        BOTH,
    ),
    ("a title of the window", position("years", '"⟦\\x1b]0;owned\\a5 years"'), "E112", "U+001B", BOTH),
    ("a carriage return as an escape", position("years", '"5 years⟦\\r6 years"'), "E112", "carriage return", BOTH),
    ("a line separator as an escape", position("years", '"5 years ⟦\\L"'), "E112", "U+2028 (line separator)", BOTH),
    ("a control of the second kind", position("years", "5⟦\x9b31m years"), "E102", "U+009B", BOTH),
    ("delete", position("years", "5⟦\x7f years"), "E102", "U+007F (delete)", BOTH),
    ("right-to-left override", position("years", "⟦\u202esraey 5"), "E102", "right-to-left override", BOTH),
    ("isolates", position("years", "⟦\u2066\u20695 years"), "E102", "U+2066", BOTH),
    (
        "a line separator in a comment",
        position("years", "5 years # and then⟦\u2028      vessel: hybrid"),
        "E102",
        "line separator",
        BOTH | {"years": "5 years"},
    ),
    (
        "a next line in a comment",
        position("years", "5 years # and then⟦\x85      vessel: hybrid"),
        "E102",
        "next line",
        BOTH | {"years": "5 years"},
    ),
    ("a byte order mark within", position("⟦\ufeffyears", "5 years"), "E102", "U+FEFF", BOTH),
    ("no character", position("years", "5 years⟦\uffff"), "E102", "U+FFFF", BOTH),
    (
        "half a character as an escape",
        position("years", '"5 years ⟦\\ud83d"'),
        "E112",
        "no character by itself | write the character",
        BOTH,
    ),
    (
        "a number beyond all characters",
        position("years", '"5 years ⟦\\UFFFFFFFF"'),
        "E112",
        "no character by itself",
        BOTH,
    ),
    ("a forbidden character in a key", position("ye⟦\u202ears", "5 years"), "E102", "override", BOTH),
    ("a forbidden character in a key of the format", "party: ann\nsta⟦\x1btements: []\n", "E102", "escape", {}),
    # markup is data
    ("Rich markup", position("years", "⟦'[/red][link=file:///etc/passwd]'"), "E313", "[/red]", BOTH),
    ("Rich markup as a key", position("⟦'[bold]'", "5 years"), "E301", "unknown issue `[bold]`", BOTH),
    ("markup of a page", position("⟦<script>alert(1)</script>", "5 years"), "E301", "<script>", BOTH),
    # keys
    ("a key twice", position("⟦fare", "at most 6"), "E103", "`fare` is given twice | keep one of the two", BOTH),
    ("a key twice in another writing", position("⟦é", "5\n      ⟦e\u0301: 6"), "E301 E103", "", BOTH),
    ("a list as a key", position("? ⟦[years]\n      ", "5 years"), "E105", "a key must be text | write a name", BOTH),
    ("an empty key", position("⟦", "5 years"), "E105", "a key is empty | write a name", BOTH),
    ("a key without end", position("⟦" + "k" * 2_000, "5 years"), "E101", "more than a thousand characters", BOTH),
    (
        "a key without end or colon",
        position("⟦" + "k " * 2_000, "").replace(": \n", "\n"),
        "E101",
        "more than a thousand",
        BOTH,
    ),
    ("a comma as a value", position("vessel", "⟦,"), "E101", "this is not YAML | look for a quote", BOTH),
    (
        "a star before words",
        position("vessel", "⟦*hybrid* of course"),
        "E101",
        "a value cannot begin with *",
        BOTH,
    ),
    (
        "two keys in one line",
        f"{HEAD}{FARE}      vessel:    demand⟦: hybrid\n        note: x\n{PUPILS}",
        "E101",
        "a second `: ` in one value",
        BOTH,
    ),
    # scalars that YAML takes for something else
    ("Norway", position("vessel", "⟦no"), "E313", "`no` is not an option", BOTH),
    ("an octal number", position("colours", "010"), "", "", BOTH | {"colours": "010"}),
    ("sixty to the hour", position("years", "12⟦:30"), "E313", "`:30` is not the unit", BOTH),
    ("infinity", position("years", "⟦.inf"), "E313", ".inf", BOTH),
    ("no number", position("years", "⟦.nan"), "E313", ".nan", BOTH),
    ("an exponent", position("years", "1⟦e3"), "E313", "`e3` is not the unit", BOTH),
    ("hexadecimal", position("years", "0⟦x1F"), "E313", "`x1F` is not the unit", BOTH),
    ("an equals sign", position("years", "⟦="), "E313", "`=`", BOTH),
    ("null", position("⟦years", "~"), "E203", "`years` is empty | write a value", BOTH),
    ("a long number", position("years", "exactly ⟦" + "9" * 5_000), "E313", "too long to be meant", BOTH),
    ("a huge scalar", position("years", "⟦" + "y" * 100_000), "E313", "too long for a term", BOTH),
    (
        "no day",
        "party: ann\nstatements:\n  - {date: ⟦2025-02-30, source: memo, positions: {pupils: yes}}\n  - {source: memo, positions: {fare: at most 5}}\n",
        "E206",
        "that month has 28 days",
        {"fare": "at most 5"},
    ),
    # structure
    (
        "tabs as indentation",
        f"{HEAD}⟦\tfare: at most 5\n\tpupils: yes\n",
        "E101",
        "a tab where YAML needs spaces | indent with spaces",
        BOTH,
    ),
    (
        "tabs all the way",
        "party: ann\nstatements:\n⟦\t- source: memo\n\t  positions:\n\t\tfare: at most 5\n\t\tpupils: yes\n",
        "E101",
        "a tab",
        BOTH,
    ),
    ("a tab between values", position("years", "⟦\t5 years"), "E113", "a tab between values", BOTH),
    (
        "a second document",
        f"{position('years', '5 years')}⟦---\nparty: ben\n",
        "E107",
        "a second document begins here | delete the --- line",
        BOTH | {"years": "5 years"},
    ),
    ("nothing", "⟦", "E109", "the file is empty | fill it in", {}),
    ("a comment", "⟦# to do\n# tomorrow\n", "E109", "the file is empty", {}),
    ("a null", "⟦~\n", "E109", "the file is empty", {}),
    ("a list", "⟦- party: ann\n- statements\n", "E204", "the file must be a mapping | write `key: value`", {}),
    ("a word", "⟦hello\n", "E204", "the file must be a mapping", {}),
    (
        "nested too deep",
        position("years", "[⟦" + "[" * 59 + "⟦[" + "[" * 9_000),
        "E204 E110",
        "",
        {"fare": "at most 5"},
    ),
    (
        "too many aliases",
        f"note: &n x\n{position('colours', '[' + '*n, ' * 50_000 + '⟦*n]')}",
        "E111",
        "more than 4,000,000 values, or 50,000 through aliases",
        {"fare": "at most 5"},
    ),
    (
        "a conflict left by git",
        f"{HEAD}⟦<<<<<<< mine\n{FARE}=======\n      fare: at most 6\n>>>>>>> theirs\n{PUPILS}",
        "E114",
        "a merge conflict left by git | choose one side",
        BOTH,
    ),
    (
        "a value cut at the comma",
        f"{HEAD}      fare: {{demand: at most 5,⟦000, note: x}}\n{PUPILS}",
        "E115",
        "`at most 5` ends at the comma, so `000` belongs to no key",
        {"pupils": "yes"},
    ),
    ("a question in braces", position("years", "{demand: 5 years, note: ⟦Why not?}"), "E113", "quotes", BOTH),
    # what is fine
    ("Windows line ends", position("years", "5 years").replace("\n", "\r\n"), "", "", BOTH | {"years": "5 years"}),
    ("old line ends", position("years", "5 years").replace("\n", "\r"), "", "", BOTH | {"years": "5 years"}),
    ("a byte order mark", "\ufeff" + position("years", "5 years"), "", "", BOTH | {"years": "5 years"}),
    ("no line end at the end", position("years", "5 years").rstrip("\n"), "", "", BOTH | {"years": "5 years"}),
    ("a document marked as one", f"---\n{position('years', '5 years')}...\n", "", "", BOTH | {"years": "5 years"}),
    (
        "an alias that is fine",
        f"{HEAD}{FARE}      begin: &a {{demand: by 2031-05-01, note: x}}\n{PUPILS}  - {{date: 2031-02-01, source: memo, positions: {{begin: *a}}}}\n",
        "",
        "",
        BOTH,
    ),
    (
        "JSON",
        '{"party": "ann", "statements": [{"source": "memo", "positions": {"fare": "at most 5", "pupils": "yes"}}]}',
        "",
        "",
        BOTH,
    ),
    (
        "joiners and marks of direction",
        position("colours", "\u200fשלום\u200e \u0641\u200c\u0627 👨\u200d👩\u200d👧"),
        "",
        "",
        BOTH,
    ),
]


def kept(loaded: Loaded) -> dict[str, str]:
    """What Ann is known to say on which issue."""
    assert loaded.negotiation
    return {
        issue: entries[0].words
        for (party, issue), entries in loaded.negotiation.entries.items()
        if party == "ann" and not entries[0].unread and not entries[0].statement.paper
    }


@pytest.mark.parametrize(
    ("text", "codes", "words", "left"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS]
)
def test_a_text(tmp_path: Path, text: str, codes: str, words: str, left: dict[str, str]) -> None:
    text, places = unmarked(text)
    path = write(tmp_path, {"negotiation.yaml": NEGOTIATION, "parties/ben.yaml": BEN, "parties/ann.yaml": ""})
    (path / "parties/ann.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    loaded = load(path)
    check_problems(loaded)
    assert [(p.code, *p.place[1:]) for p in loaded.problems] == [
        (code, *place) for code, place in zip(codes.split(), places, strict=True)
    ]
    for problem in loaded.problems:
        assert problem.hint
        assert problem.excerpt
        assert problem.place.file == str(tmp_path / "parties/ann.yaml")
    assert all(part in " | ".join(said(loaded, tmp_path)) for part in words.split(" | "))
    found = kept(loaded)
    assert {issue: found.get(issue) for issue in left} == left


def test_the_table_has_no_two_cases_of_one_name() -> None:
    names = [case[0] for case in TEXTS]
    assert len(set(names)) == len(names)
    assert all(case[2] or MARK not in case[1] for case in TEXTS)
