"""What a file should be like, and how much is wrong with a text that was mended by guess."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from negotiate.files.directory import Directory
from negotiate.files.document import Document
from negotiate.files.format_kept import keeps
from negotiate.files.notes import drop_notes
from negotiate.files.sheet import Sheet


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
                from negotiate.files.shape import check_shape  # and with it pydantic

                check_shape(sheet, self.format)
        return sheet

    def complaints(self, document: Document) -> int:
        """How many problems a document has, positions on unknown issues among them. It is spoilt by the count."""
        data = self.sheet(document).data
        unknown = self._unknown(data) if self.format is not None else 0
        return len(document.problems) + document.unreported + unknown

    def _unknown(self, data: Any) -> int:
        """How many positions are on issues that nobody has defined."""
        issues = self.issues or issue_names(data)
        return sum(issues.find_leading(name) is None for name in _names(data)) if list(issues) else 0


def issue_names(data: Any) -> Directory:
    """The names that positions may be on, from the data of a file."""
    names = Directory("issue", "E301")
    issues = data.get("issues")
    for name in issues if isinstance(issues, dict) else ():
        names.add(name)
    return names


def _names(data: Any) -> Iterator[str]:
    """The names that stand under `positions` and `terms`."""
    texts = data.get("texts")
    papers = [*data.get("statements", ()), *(texts.values() if isinstance(texts, dict) else ())]
    for paper in papers:
        if isinstance(paper, dict):
            yield from (name for key in ("positions", "terms") for name in paper.get(key, ()) if name != "note")
