"""What is wrong in a file, and how that is said."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass

from negotiate.model.place import Place
from negotiate.text.clean import clean, one_line
from negotiate.text.width import ELLIPSIS

_QUOTED_MOST = 60  # characters of a file's words that a message quotes
_LONG_QUOTE = re.compile(rf"(`[^`]{{{_QUOTED_MOST - 1}}})[^`]{{2,}}`")
_LONGEST = 600  # characters of a whole message: more than any that we write


class Severity(enum.Enum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of a file, cleaned and cut to what fits a terminal, with the part that is meant."""

    place: Place
    text: str
    start: int  # cells of `text` before the part that is meant
    length: int  # cells that it takes; 0: nothing in it is meant, the line belongs to the excerpt before
    label: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    code: str  # one of CODES
    message: str
    place: Place
    excerpt: Excerpt | None
    hint: str = ""
    related: tuple[Excerpt, ...] = ()
    severity: Severity = Severity.ERROR
    context: str = ""  # where in the file's meaning: "in issues > army_size > unit"


# E0xx: the file. E1xx: YAML.
_READING = {
    "E001": "not a readable regular file",
    "E002": "too large",
    "E003": "not UTF-8",
    "E004": "a link that leads out of the folder",
    "E005": "more problems than are listed",
    "E101": "not YAML: a slip in quotes, brackets, colons or indentation",
    "E102": "an invisible or control character",
    "E103": "a key given twice",
    "E104": "an alias that is unknown, recursive, or stands where a key belongs",
    "E105": "a key that is not text",
    "E106": "a merge key (<<)",
    "E107": "a second document in one file",
    "E108": "a tag (!) or a directive (%)",
    "E109": "an empty file",
    "E110": "nested too deep",
    "E111": "too many values, or too many through aliases",
    "E112": "a control character written as an escape",
    "E113": "text that YAML readers do not agree on",
    "E114": "a merge conflict left by git",
    "E115": "text in braces that belongs to no key",
}
# E2xx: keys and fields.
_FIELDS = {
    "E201": "a key that must be there",
    "E202": "a key that the format does not have",
    "E203": "an empty value",
    "E204": "a list, a mapping or words where something else belongs",
    "E205": "a word that is none of those allowed",
    "E206": "a date that is none",
    "E207": "a number that is none, or out of bounds",
    "E208": "a value that ends at a comma",
}
# E3xx: meaning.
_MEANING = {
    "E301": "an unknown issue",
    "E302": "an unknown party",
    "E303": "an unknown source",
    "E304": "neither a round nor a day",
    "E305": "neither a party nor a text nor a source",
    "E306": "a name that cannot be used",
    "E307": "two names that are the same",
    "E308": "a key that an issue of this type needs",
    "E309": "a key that belongs to issues of another type",
    "E310": "too many or too few names",
    "E311": "bounds that cannot be read, or run backwards",
    "E312": "given orders that cannot hold or be read",
    "E313": "a term that cannot be read",
    "E314": "a demand that no outcome fits",
    "E315": "a demand or acceptance across the party's own red line",
    "E316": "two positions of a party on one issue and day",
    "E317": "an end before the beginning",
    "E318": "two sources in one",
    "E319": "a statement without a date",
    "E320": "a reply without a date",
    "E321": "a reply older than what it answers",
    "E322": "a file of a party that is not listed",
    "E323": "two files of one party",
    "E324": "a pair that is none",
    "E325": "a condition on the issue itself, or on free text",
    "E326": "a position that says nothing",
    "E327": "parts of a position that cannot stand together",
    "E328": "an agreed text that holds more than what was settled",
    "E329": "an unknown item of an issue",
    "E330": "a reply to itself",
    "E331": "a reply to a source that no statement rests on",
    "E332": "an issue that is merged into itself",
}
# W4xx: allowed, but perhaps not meant.
_WARNINGS = {
    "W401": "a source that nothing rests on",
    "W402": "a position without a source",
    "W403": "a term that looks the wrong way",
    "W404": "an opening day before any position",
    "W405": "a demand without a reply",
    "W406": "a quotation without a speaker",
    "W407": "an opening day that lies behind",
    "W408": "a word that takes a side",
    "W409": "a column far wordier than another",
    "W410": "words that other YAML readers read differently",
    "W411": "a file that is not read",
}

CODES: Mapping[str, str] = {**_READING, **_FIELDS, **_MEANING, **_WARNINGS}

QUOTABLE = "W410"
"""The code of what quotes correct."""


def sort_key(problem: Problem) -> tuple[str, int, int, bool, str]:
    """For the order of reading: by file, line and column; the number of those not listed comes after the last."""
    return (*problem.place, problem.code == "E005", problem.code)


def short(words: str) -> str:
    return words if len(words) <= _QUOTED_MOST else words[: _QUOTED_MOST - 1] + ELLIPSIS


def brief(text: str) -> str:
    """A message or hint in which nothing that it quotes is long: a value may have a million characters."""
    if len(text) <= _QUOTED_MOST:
        return text
    text = _LONG_QUOTE.sub(rf"\1{ELLIPSIS}`", text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + ELLIPSIS


def concise(problem: Problem) -> str:
    """The problem on one line: place, code, message, hint."""
    hint = f" ({one_line(problem.hint)})" if problem.hint else ""
    return _headline(problem) + hint


def render(problem: Problem, unicode: bool = True) -> str:
    """The problem with the line it stands in, for a terminal; without a newline at the end."""
    lines = [_headline(problem)]
    if problem.context:
        lines[0] += f"   {one_line(problem.context)}"
    bar = "│" if unicode else "|"
    for excerpt in (problem.excerpt, *problem.related):
        if excerpt is not None:
            lines += _pointed(excerpt, problem.place.file, bar)
    if problem.hint:
        lines.append(f"      = {one_line(problem.hint)}")
    return "\n".join(lines)


def _headline(problem: Problem) -> str:
    file, line, column = problem.place
    severity = f"{problem.severity.value}[{one_line(problem.code)}]"
    return f"{clean(file)}:{line}:{column}: {severity} {one_line(problem.message)}"


def _pointed(excerpt: Excerpt, file: str, bar: str) -> list[str]:
    """The excerpt over its carets; an excerpt of another file is headed by its name."""
    carets = f"{'^' * excerpt.length} " if excerpt.length else ""
    lines = [f"{excerpt.place.line:>5} {bar} {clean(excerpt.text)}".rstrip()]
    if excerpt.length or excerpt.label:
        lines.append(f"      {bar} {' ' * excerpt.start}{carets}{one_line(excerpt.label)}".rstrip())
    if excerpt.place.file != file:
        lines.insert(0, f"      {bar} {clean(excerpt.place.file)}:{excerpt.place.line}")
    return lines
