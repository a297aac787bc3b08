"""What a file should be like, and how much is wrong with a text that was mended by guess.

Such a text may hold anything anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from negotiate.files.format.kept import keeps
from negotiate.files.format.keys import PARTY_KEYS
from negotiate.files.format.positions import POSITION_KEYS
from negotiate.files.sheet import Sheet
from negotiate.files.source.document import Document
from negotiate.files.to_model.directory import Directory
from negotiate.files.to_model.notes import drop_notes


class Complaints(NamedTuple):
    """How many there are, and for those that are listed the line and the code."""

    total: int
    places: frozenset[tuple[int, str]]


class Judge:
    """The format of a file, and the issues that its positions may be on: without them, those that it lists itself.

    Without a format any YAML will do.
    """

    def __init__(self, file_format: type | None = None, issues: Directory | None = None):
        self.format = file_format
        self.issues = issues

    def sheet(self, document: Document) -> Sheet:
        """The document, checked."""
        sheet = Sheet(document)
        if self.format is not None:
            drop_notes(sheet.data)
            if not keeps(document.data, self.format):
                from negotiate.files.format.shape import check_shape  # and with it pydantic

                check_shape(sheet, self.format)
        return sheet

    def complaints(self, document: Document) -> Complaints:
        """What is wrong with a document, some names among it that are none. The document is spoilt by the check."""
        sheet = self.sheet(document)
        found = [(problem.place.line, problem.code) for problem in document.problems]
        if self.format is not None:
            found += [(line, "E301") for line in self._unknown(sheet)]
            found += [(line, "E306") for line in _stray(sheet)]
        return Complaints(len(found) + document.unreported, frozenset(found))

    def _unknown(self, sheet: Sheet) -> Iterator[int]:
        """The lines of positions on issues that there are not."""
        issues = self.issues or issue_names(sheet.data)
        for box in _positions(sheet.data) if list(issues) else ():
            for name in box:
                if name != "note" and issues.find_leading(name) is None:
                    yield sheet.place(box, name, at_key=True).line


def _stray(sheet: Sheet) -> Iterator[int]:
    """The lines of keys where only names belong: of a party among parties, of a position among those who tell it."""
    told = (each.get("according_to") for each in _mappings(sheet.data) if isinstance(each, dict))
    boxes = [(box, POSITION_KEYS) for box in told if isinstance(box, dict)]
    for box, keys in [*boxes, (_mapping(sheet.data, "parties"), PARTY_KEYS)]:
        yield from (sheet.place(box, name, at_key=True).line for name in keys.intersection(box))


def _mappings(data: Any) -> Iterator[Any]:
    return (value for box in _positions(data) for value in box.values())


def issue_names(data: Any) -> Directory:
    """The names that positions may be on, from the data of a file."""
    names = Directory("issue", "E301")
    for name in _mapping(data, "issues"):
        names.add(name)
    return names


def _positions(data: Any) -> Iterator[dict[str, Any]]:
    """The mappings under `positions` and `terms`."""
    statements = data.get("statements")
    papers = [*(statements if isinstance(statements, list) else ()), *_mapping(data, "texts").values()]
    for paper in papers:
        if isinstance(paper, dict):
            yield from (_mapping(paper, key) for key in ("positions", "terms"))


def _mapping(data: dict[str, Any], key: str) -> dict[str, Any]:
    """The mapping under a key; an empty one where there is none."""
    value = data.get(key)
    return value if isinstance(value, dict) else {}
