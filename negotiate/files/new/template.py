"""The texts of a new negotiation: what is known, and for the rest an example to uncomment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from negotiate.files.edit.layout import Value, block, in_brackets
from negotiate.files.edit.spelling import Bare, spell
from negotiate.files.new.specs import Spec
from negotiate.files.schema.editor import modeline
from negotiate.files.schema.schema import NEGOTIATION, PARTY

_REMARKS_AT = 50  # column


@dataclass(frozen=True)
class Outline:
    """What a new negotiation is to hold. ``day`` stands in its examples."""

    title: str
    parties: tuple[Spec, ...]
    issues: tuple[Spec, ...]
    day: date


def negotiation_text(outline: Outline) -> str:
    """negotiation.yaml."""
    first, *others = (party.name for party in outline.parties)
    other = others[0] if others else first
    lines = [
        modeline(NEGOTIATION),
        "# What is on the table, who sits at it, and what all of it rests on.",
        "# What each party said stands in parties/, a file for each.",
        "",
        f"negotiation: {spell(outline.title)}",
        "# summary: Two lines for the library.",
        _remark(f"# as_of: {outline.day}", "what opens first: a day, or one of the rounds"),
        *([f"show: {in_brackets([first, other])}"] if others else []),
        "",
        "parties:",
        *(line for party in outline.parties for line in block(party.name, party.value, 2, 2, 0)),
        _remark("  # host: {name: Host, must_agree: no}", "hosts, mediators: compared in pairs only"),
        "",
        *_commented(block("rounds", {"first": {"date": Bare(outline.day), "present": [first, other]}}, 0, 2, 1)),
        "",
        "issues:",
        "  # Types: quantity (unit), duration, date, scale (options from least to most), choice (options), yes-no,",
        "  # set (items), sequence (steps), text.",
        *_issues(outline.issues),
        "",
        "# Grades: A official text, B official statement or good press, C report of a document, D analyst or memory.",
        *_commented(block("sources", {"paper": _source(outline.day)}, 0, 2, 1)),
    ]
    return "\n".join(lines) + "\n"


def party_text(party: Spec, others: Sequence[Spec], issues: Iterable[Spec], day: date) -> str:
    """parties/NAME.yaml."""
    named = list(issues)[:3]
    lines = [
        modeline(PARTY),
        f"# What {' '.join(party.words.split())} said, paper by paper, and how it replied.",
        "",
        f"party: {spell(party.name)}",
        "",
        "# How much each issue matters to it, 0 to 100: your estimate.",
        *_commented(block("salience", {issue.name: Bare(100) for issue in named} or {"issue": Bare(100)}, 0, 2, 1)),
        "",
        "# A demand may be bare words. The date of a statement is its own or its source's.",
        *_commented(_statement(named, day)),
        "",
        "# To a party, on issues; or to a source or a text as a whole.",
        *_commented(_reply(others, named, day)),
    ]
    return "\n".join(lines) + "\n"


def _issues(issues: Iterable[Spec]) -> list[str]:
    written = [block(issue.name, issue.value, 2, 2, 1) for issue in issues]
    return [line for lines in written for line in ("", *lines)][1:]


def _source(day: date) -> Value:
    return {"title": "Opening paper", "publisher": "its ministry", "date": Bare(day), "grade": "A"}


def _statement(issues: Sequence[Spec], day: date) -> list[str]:
    positions = [f"      {spell(issue.name)}: {spell(Bare(_example(issue)))}" for issue in issues]
    head = ["statements:", "  - title: Opening paper", f"    date: {day}"]
    return [*head, _remark("    source: paper", "one of those in negotiation.yaml"), "    positions:", *positions]


def _reply(others: Sequence[Spec], issues: Sequence[Spec], day: date) -> list[str]:
    to = others[0].name if others else "other"
    about = {"issue": issues[0].name} if issues else {}
    return ["responses:", "  - " + in_brackets({"to": to, **about, "says": "rejects", "date": Bare(day)})]


def _example(issue: Spec) -> str:
    """A term that an issue of this type takes."""
    names = [str(each) for key in ("options", "items", "steps") for each in issue.keys.get(key, ())]
    examples = {
        "quantity": "at most 100",
        "duration": "at least 30 days",
        "date": "by 2030-01-01",
        "yes-no": "yes",
        "scale": "at least {1}",
        "choice": "{0}",
        "set": "including {0}",
        "sequence": "{0} before {1}",
        "text": "in its own words",
    }
    return examples[str(issue.keys["type"])].format(*names, "", "")


def _commented(lines: Iterable[str]) -> list[str]:
    return [f"# {line}" for line in lines]


def _remark(line: str, words: str) -> str:
    return f"{line:<{_REMARKS_AT}}# {words}"
