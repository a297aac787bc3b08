"""What changed from one round to another, lit up in the cells of the later look."""

from __future__ import annotations

from collections.abc import Iterable

from negotiate.compare import Pair, Position, Table, demand_words, red_line_words
from negotiate.model import Issue
from negotiate.report.moment_words import moment_names
from negotiate.tui.spans import Para, Span, para
from negotiate.tui.texts.signs import between_brief
from negotiate.tui.view import BETWEEN

CHANGED = Span("*", "match")
"""Stands before what changed: a sign, not a colour alone."""


class Lit:
    """Two tables of one negotiation: the one shown, and the one that was shown before."""

    def __init__(self, before: Table, now: Table) -> None:
        self.before, self.now = before, now
        self.names = tuple(moment_names([before.as_of, now.as_of]))
        """What the two are called: "April 2022", "June 2025"."""
        self._known: dict[tuple[str, str, Pair | None], str] = {}

    def lit(self, cell: tuple[Para, ...], issue: str, column: str, pair: Pair | None) -> tuple[Para, ...]:
        """The cell with a mark, and a line that says what stood there."""
        said = self._was(issue, column, pair)
        if not said:
            return cell
        first, *rest = cell
        return (first._replace(spans=(CHANGED, Span(" "), *first.spans)), *rest, para(Span(said, "quiet"), hang=2))

    def changed(self, issue: str, columns: Iterable[str], pair: Pair | None) -> bool:
        return any(self._was(issue, column, pair) for column in (*columns, BETWEEN))

    def rows(self, issues: Iterable[Issue], columns: Iterable[str], pair: Pair | None) -> list[Issue]:
        """Those in which something changed."""
        shown = tuple(columns)
        return [issue for issue in issues if self.changed(issue.id, shown, pair)]

    def _was(self, issue: str, column: str, pair: Pair | None) -> str:
        """ "April 2022: limit of 50,000"; "" where the same stands there."""
        key = issue, column, pair if column == BETWEEN else None
        if key not in self._known:
            self._known[key] = self._compared(*key)
        return self._known[key]

    def _compared(self, issue: str, column: str, pair: Pair | None) -> str:
        old, new = (_said(table, issue, column, pair) for table in (self.before, self.now))
        if old == new:
            return ""
        return f"{self.names[0]}: {old}"


def _said(table: Table, issue: str, column: str, pair: Pair | None) -> str:
    if column != BETWEEN:
        return _position(table, table.position(column, issue))
    return between_brief(table, issue, pair)


def _position(table: Table, position: Position) -> str:
    issues = table.negotiation.issues
    line = f"; rules out {red_line_words(position.red_line, issues)}" if position.red_line else ""
    return f"{demand_words(position, issues)}{line}"
