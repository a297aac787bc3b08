"""What refers to something else, in one file: dates, parties, sources, issues, terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from negotiate.files.sheet import Sheet
from negotiate.files.source.document import MOST_PROBLEMS
from negotiate.files.to_model.dates import DateError, read_when
from negotiate.files.to_model.directory import Directory
from negotiate.files.to_model.pressed import is_pressed
from negotiate.files.to_model.setting import Setting
from negotiate.files.to_model.stances import stance_of
from negotiate.model import Citation, Issue, When
from negotiate.terms import Line, Term, TermError, read_any_of, read_term

_THOUSANDS = re.compile(r"\d{3}(?!\d)")


class Desk:
    """Reads one file against the setting. Whatever cannot be found or read is reported and left out."""

    __slots__ = ("setting", "sheet")

    def __init__(self, sheet: Sheet, setting: Setting):
        self.sheet, self.setting = sheet, setting

    def when(self, box: Any, key: str = "date") -> When | None:
        words = box.get(key)
        if words is None:
            return None
        try:
            return read_when(words)
        except DateError as error:
            self.sheet.error("E206", error.message, box, key, error.hint)
            return None

    def until(self, box: Any, since: When | None) -> date | None:
        day = self.when(box, "until")
        if day and since and day.start < since.start:
            related = (self.sheet.excerpt(box, "date", "its date"),) if "date" in box else ()
            hint = f"correct one of the two: the date is {since.words}"
            self.sheet.error("E317", "`until` lies before the date", box, "until", hint, related=related)
            return None
        return day.start if day else None

    def party(self, box: Any, key: str | int, words: str, at_key: bool = False) -> str | None:
        return self.known(self.setting.party_names, box, key, words, at_key)

    def parties(self, box: Any, key: str) -> tuple[str, ...]:
        found = (self.party(where, at, words) for where, at, words in spots(box, key))
        return tuple(dict.fromkeys(id for id in found if id is not None))

    def rows(self, box: Any, key: str) -> tuple[str, ...]:
        """The issues named: a name that stands for several stands for all of them."""
        if isinstance(box.get(key), str):
            return self._rows(box, key, box[key])
        found = (row for where, at, words in spots(box, key) for row in self._rows(where, at, words))
        return tuple(dict.fromkeys(found))

    def row_of(self, box: Any, name: str) -> tuple[str, ...]:
        """The issues that a key names; of one whose value did not fit, and was reported, not that it names none."""
        if box[name] is None and self.setting.issue_names.find(name) is None and self.sheet.is_flawed(box, name):
            return ()
        return self._rows(box, name, name, at_key=True)

    def _rows(self, box: Any, key: str | int, words: str, at_key: bool = False) -> tuple[str, ...]:
        rows = self.setting.rows.get(words)
        if rows is None and self._may_be_row(words):
            return ()
        if rows is None:
            found = self.known(self.setting.issue_names, box, key, words, at_key)
            rows = self.setting.rows[found] if found else ()
        return rows

    def _may_be_row(self, words: str) -> bool:
        """Whether the words begin with an issue whose items could not all be read."""
        found = self.setting.issue_names.find_leading(words)
        return found is not None and bool(found[1]) and found[0] in self.setting.blurred

    def citations(self, box: Any) -> tuple[Citation, ...]:
        """The sources that a mapping names, each with the place in it."""
        words = box.get("source")
        if words is None:
            return ()
        if isinstance(words, str):
            found = self._citation(box, "source", words)
        else:
            cited = (self._citation(where, at, each) for where, at, each in spots(box, "source"))
            found = tuple(citation for each in cited for citation in each)
        return graded(found, box["grade"]) if "grade" in box else found

    def find_source(self, words: str) -> tuple[Citation, ...]:
        """The source that the words begin with and the place in it, which count as used; empty if there is none."""
        found = self.setting.cited.get(words)
        if found is None:
            split = self.setting.source_names.find_leading(words)
            found = self.setting.cited[words] = (Citation(*split),) if split else ()
            if split:
                self.setting.used.add(split[0])
        return found

    def _citation(self, box: Any, key: str | int, words: str) -> tuple[Citation, ...]:
        found = self.find_source(words)
        if not found:
            self.known(self.setting.source_names, box, key, words)
        elif found[0].detail and self.setting.source_names.has(found[0].detail):
            hint = f"write a list: [{found[0].source}, {found[0].detail}]"
            self.sheet.error("E318", "two sources in one", box, key, hint)
        return found

    def known(self, names: Directory, box: Any, key: str | int, words: str, at_key: bool = False) -> str | None:
        """The id of a name; None, and a problem, where there is none."""
        found = names.find(words)
        if found is None and len(names.missed) < MOST_PROBLEMS:
            names.missed.append(words)
        if found is None and self._is_surely_unknown(names, box, key, words, at_key):
            hint = names.hint(words)
            self.sheet.error(names.code, f"unknown {names.kind} `{words}`", box, key, hint, at_key=at_key)
        return found

    def _is_surely_unknown(self, names: Directory, box: Any, key: str | int, words: str, at_key: bool) -> bool:
        """Whether a name that is not found can neither have been there, nor be what was made of another slip."""
        if self.setting.is_doubtful(names, words) or not self.sheet.document.has_room():
            return False
        return at_key or not self.sheet.is_no_yaml(box, key)

    def term(self, issue: Issue, box: Any, key: str | int) -> Term | None:
        """A term written as words, or as a list of alternatives."""
        words = box[key]
        if isinstance(words, str):
            return self.term_of_words(issue, box, key, words)
        terms = [self.term_of_words(issue, where, at, each) for where, at, each in spots(box, key)]
        if None in terms or not terms or self.is_cut(issue, words):
            return None
        return self._any_of(issue, box, key, [each for each in words if each is not None])

    def term_of_words(self, issue: Issue, box: Any, key: str | int, words: str, at_key: bool = False) -> Term | None:
        if is_pressed(self.sheet, box, key, words):
            return None
        memo = (id(issue.domain), words)
        found = self.setting.terms.get(memo)
        if found is None:
            found = self.setting.terms[memo] = _read(issue, words)
        if isinstance(found, TermError):
            if issue.family not in self.setting.blurred and not self.sheet.is_no_yaml(box, key):
                self.sheet.error("E313", found.message, box, key, found.hint, part=found.part, at_key=at_key)
            return None
        return found

    def _any_of(self, issue: Issue, box: Any, key: str | int, words: list[str]) -> Term | None:
        if issue.domain is None:
            return Term(" or ".join(words), None)
        try:
            return read_any_of(issue.domain, words)
        except TermError as error:
            self.sheet.error("E313", error.message, box, key, error.hint)
            return None

    def is_cut(self, issue: Issue, words: list[str]) -> bool:
        """In `[at most 85,000]` the comma ends the value: "at most 85" or "000" is not what was meant."""
        document = self.sheet.document
        for at in range(1, len(words) if isinstance(issue.domain, Line) else 0):
            before, here = document.span(words, at - 1), document.span(words, at)
            tight = document.text[before.end : here.start] == "," and document.text[before.end - 1].isdigit()
            if tight and _THOUSANDS.match(words[at]):
                whole = f"{words[at - 1]},{words[at]}"
                hint = f'write {whole.replace(",", "_")}, or quote the whole value: "{whole}"'
                self.sheet.error("E208", "the value ends at the comma", words, at, hint)
                return True
        return False


def spots(box: Any, key: str | int) -> Iterator[tuple[Any, str | int, str]]:
    """Words, or each of a list of words, with the container and key of each."""
    value = box.get(key) if isinstance(box, dict) else box[key]
    if isinstance(value, str):
        yield box, key, value
    elif isinstance(value, list):
        for at, words in enumerate(value):
            if words is not None:
                yield value, at, words


def graded(citations: tuple[Citation, ...], grade: str) -> tuple[Citation, ...]:
    """The citations with a grade that goes before the source's own, if one is given."""
    return tuple(Citation(each.source, each.detail, grade) for each in citations) if grade else citations


def _read(issue: Issue, words: str) -> Term | TermError:
    if issue.domain is None:
        return Term(words, None)
    try:
        return read_term(issue.domain, words)
    except TermError as error:
        if stance_of(words):
            return TermError(f"`{words}` is no term", "it stands alone, in place of the whole position", words)
        return error
