"""Footnotes of GitHub's kind, one for each place in a source, and the table of the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from negotiate.model import GRADES, Citation, Source
from negotiate.report.markdown.blocks import table_block
from negotiate.report.markdown.escape import cell, inline, label, link


class Footnotes:
    """Gives each citation its mark and remembers those that were used."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._labels: dict[Citation, str] = {}
        self._taken: set[str] = set()

    def mark(self, citations: Iterable[Citation]) -> str:
        """ "[^ru-memo][^tass385-i-5]", to stand right after the words that rest on them."""
        return "".join(f"[^{self._label(citation)}]" for citation in dict.fromkeys(citations))

    def definitions(self, text: str) -> list[str]:
        """The notes, in the order in which their marks come in ``text``."""
        used = sorted(self._labels.items(), key=lambda item: text.find(f"[^{item[1]}]"))
        return [f"[^{name}]: {self._note(citation)}" for citation, name in used]

    @property
    def sources(self) -> list[Source]:
        """The sources that were used, in the order of the file."""
        used = {citation.source for citation in self._labels}
        return [source for source in self._sources.values() if source.id in used]

    def _label(self, citation: Citation) -> str:
        if citation not in self._labels:
            self._labels[citation] = self._free(label(f"{citation.source} {citation.detail}"))
        return self._labels[citation]

    def _free(self, wanted: str) -> str:
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name

    def _note(self, citation: Citation) -> str:
        source = self._sources.get(citation.source)
        if source is None:
            return f"{inline(citation.source)}, which is not among the sources of the files."
        about = [source.title, source.publisher, str(source.when or ""), citation.detail]
        said = inline(", ".join(part for part in about if part))
        return f"{said}. {_grade_words(citation, source)} {_address(source)}".rstrip()


def _grade_words(citation: Citation, source: Source) -> str:
    grade = citation.grade or source.grade
    if not grade:
        return "No grade."
    changed = citation.grade and source.grade and citation.grade != source.grade
    return f"Grade {inline(grade)}{f' here, {inline(source.grade)} as a whole' if changed else ''}."


def _address(source: Source) -> str:
    return link(source.url) if source.url else ""


def grade_meanings() -> str:
    """All grades in a line."""
    return "; ".join(f"**{grade}** {meaning}" for grade, meaning in GRADES.items())


def sources_table(sources: Iterable[Source]) -> str:
    """Id, title, publisher, date, grade, address and what the editor says of each."""
    head = ("Source", "Title", "Publisher", "Date", "Grade", "Address")
    return table_block(head, [_row(source) for source in sources])


def _row(source: Source) -> tuple[str, ...]:
    title = cell([inline(source.title), f"Note: {inline(source.note)}" if source.note else ""])
    known = GRADES.get(source.grade, "not a grade that is known")
    meaning = f"{inline(source.grade)}: {known}" if source.grade else "none given"
    dated = inline(str(source.when)) if source.when else "no date"
    return inline(source.id), title, inline(source.publisher), dated, meaning, _address(source)
