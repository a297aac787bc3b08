"""Draws rows of the matrix: cells as strips, kept as long as nothing that shows has changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from rich.cells import cell_len
from textual.cache import LRUCache
from textual.strip import Strip

from negotiate.compare.over_time.status import outcome
from negotiate.model import Issue
from negotiate.text.marks import OUTCOMES
from negotiate.tui.drawing import Glyphs, glyphs, strip
from negotiate.tui.palette import Palette
from negotiate.tui.spans import Line, Para, Span, cut_line, joined, lay, lay_all, mark, plain, shorten
from negotiate.tui.texts.cells import Cells
from negotiate.tui.view import BETWEEN, View
from negotiate.tui.widgets.columns import Columns

_MOST_STRIPS = 2048


class Density(Enum):
    FULL = "every row in full"
    CURSOR = "the cursor's row in full"
    LINE = "one line a row"


class Top(Enum):
    """What stands above a row: nothing, a rule, or the heading of its group."""

    NONE = 0
    RULE = 1
    GROUP = 2


@dataclass(frozen=True, slots=True)
class Look:
    """How one row is drawn."""

    full: bool
    top: Top
    ground: str = "ground"
    column: str | None = None
    """The column under the cursor, in the cursor's row."""

    @property
    def lead(self) -> int:
        return 0 if self.top is Top.NONE else 1


class Painter:
    """Draws the rows of one table in one window size. Made anew when any of these changes."""

    def __init__(self, cells: Cells, view: View, columns: Columns, palette: Palette, plain: bool) -> None:
        self.cells = cells
        self.view = view
        self.columns = columns
        self.palette = palette
        self.plain = plain
        self.glyphs: Glyphs = glyphs(plain)
        self.needle: re.Pattern[str] | None = view.needle()
        self._strips: LRUCache[tuple[str, str, bool, str], list[Strip]] = LRUCache(_MOST_STRIPS)

    # --- heights

    def height(self, issue: Issue, look: Look) -> int:
        lines = len(self._title_lines(issue, look.full))
        if self.columns.stacked:
            return look.lead + lines + len(self._cell_lines(issue, self.columns.shown[0], look.full))
        for key in self.columns.keys:
            lines = max(lines, len(self._cell_lines(issue, key, look.full)))
        return look.lead + lines

    def _title_lines(self, issue: Issue, full: bool) -> list[Line]:
        if self.columns.stacked:
            return self._stacked_title(issue, full)
        width = self.columns.issue - 2
        title = issue.title if full else short_title(issue, width)
        return lay(Para((Span(title, "strong"),)), width)

    def _stacked_title(self, issue: Issue, full: bool) -> list[Line]:
        """The title with the verdict at its right end, so that it shows whatever party is in view. The title is marked
        where anything in the row changed, also out of view."""
        verdict = outcome(self.cells.table, issue.id, self.view.pair)
        sign = OUTCOMES[verdict]
        said = Span(f"{sign.shown(self.plain)} {verdict}", sign.tone)
        right = (*self.cells.changed(issue.id, (), self.view.pair), said)
        lead = self.cells.changed(issue.id, self.view.weighed, self.view.pair)
        width = self.columns.width - 2
        room = width - cell_len(plain(lead)) - cell_len(plain(right)) - 2
        title = issue.title if full else short_title(issue, room)
        lines = lay(Para((*lead, Span(title, "strong")), right=right), width)
        return lines if full else lines[:1]

    def _cell_lines(self, issue: Issue, key: str, full: bool) -> list[Line]:
        width = self.columns.width_of(key) - (4 if self.columns.stacked else 3)
        return _lines(self.cells.cell(issue.id, key, self.view.pair), width, full)

    def echoes(self, issue: Issue, above: Issue) -> bool:
        """Whether a row shows the same as one of another item of the same issue."""
        if issue.family != above.family:
            return False
        cell, pair = self.cells.cell, self.view.pair
        return all(cell(issue.id, key, pair) == cell(above.id, key, pair) for key in self.columns.keys)

    # --- lines

    def line(self, issue: Issue, look: Look, inner: int, hidden: int) -> Strip:
        """Line ``inner`` of a row whose first ``hidden`` lines are scrolled away."""
        if inner < look.lead:
            return self._top(issue, look)
        at = inner - look.lead
        if self.columns.stacked:
            return self._stacked(issue, look, at)
        title = at - max(0, hidden - look.lead)
        margin = (Span(self.glyphs.cursor if look.column is not None else " ", "accent"),)
        lines = self._title(issue, look)
        pieces = [lines[title] if 0 <= title < len(lines) else self._strip(margin, self.columns.issue, look.ground)]
        edge = self._strip((Span(self.glyphs.down, "rule"),), 1, look.ground)
        for key in self.columns.keys:
            ground = "cursor" if key == look.column else look.ground
            cell = self._cell(issue, key, look.full, ground)
            pieces += [edge, self._piece(cell, at, self.columns.width_of(key) - 1, ground)]
        return Strip.join(pieces)

    def _stacked(self, issue: Issue, look: Look, at: int) -> Strip:
        title = self._title(issue, look)
        if at < len(title):
            return title[at]
        key = self.columns.shown[0]
        ground = "cursor" if key == look.column else look.ground
        cell = self._cell(issue, key, look.full, ground)
        lead = Span(f"{self.glyphs.cursor} " if look.column is not None else "  ", "accent")
        edge = self._strip((lead,), 2, look.ground)
        return Strip.join([edge, self._piece(cell, at - len(title), self.columns.width - 2, ground)])

    def _piece(self, strips: Sequence[Strip], at: int, width: int, ground: str) -> Strip:
        return strips[at] if 0 <= at < len(strips) else strip((), width, self.palette, ground)

    def _title(self, issue: Issue, look: Look) -> list[Strip]:
        key = issue.id, "title", look.full, look.ground
        if key not in self._strips:
            cursor = look.column is not None
            lead = Span(self.glyphs.cursor if cursor else " ", "accent")
            width = self.columns.width if self.columns.stacked else self.columns.issue
            lines = [mark(line, self.needle) for line in self._title_lines(issue, look.full)]
            self._strips[key] = [self._strip((lead, *line), width, look.ground) for line in lines]
        return self._strips[key]

    def _cell(self, issue: Issue, key: str, full: bool, ground: str) -> list[Strip]:
        known = issue.id, f"c{key}", full, ground
        if known not in self._strips:
            width = self.columns.width_of(key)
            lead = 2 if self.columns.stacked else 1
            lines = [mark(line, self.needle) for line in self._cell_lines(issue, key, full)]
            self._strips[known] = [self._strip((Span(" "), *line), width - lead, ground) for line in lines]
        return self._strips[known]

    def _top(self, issue: Issue, look: Look) -> Strip:
        line = self.glyphs.across * self.columns.width
        edges = self.columns.edges
        label = ""
        if look.top is Top.GROUP:
            label = f"{self.glyphs.across}{self.glyphs.across} {shorten(issue.group, self.columns.width - 8)} "
        ruled = "".join(self.glyphs.cross if n in edges else each for n, each in enumerate(line))
        if not label:
            return self._strip((Span(ruled, "rule"),), self.columns.width, "ground")
        spans = cut_line((Span(label[:3], "rule"), Span(label[3:], "heading")), self.columns.width)
        used = sum(cell_len(span.text) for span in spans)
        return self._strip((*spans, Span(ruled[used:], "rule")), self.columns.width, "ground")

    def _strip(self, line: Line, width: int, ground: str) -> Strip:
        return strip(line, width, self.palette, ground)

    # --- the header

    def header(self, current: str) -> Strip:
        if self.columns.stacked:
            return self._names(current)
        spans = [self._strip(self._corner(), self.columns.issue, "bar")]
        for key in self.columns.keys:
            width = self.columns.width_of(key)
            edge = Span(self.glyphs.down, "rule")
            spans.append(self._strip((edge, Span(" "), *self._name(key, width - 3)), width, "bar"))
        return Strip.join(spans)

    def _corner(self) -> Line:
        if not self.columns.before:
            return (Span(" Issue", "quiet"),)
        more = f"{self.glyphs.before} {self.columns.before} more"
        room = self.columns.issue - 8 - len(more)
        return Span(" Issue", "quiet"), Span(" " * max(room, 1)), Span(more, "key")

    def _name(self, key: str, width: int) -> Line:
        if key == BETWEEN:
            return (Span(self._between_name(width), "title"),)
        tone = "title" if self.view.pair is None or key in self.view.pair else "quiet"
        pinned = " (pinned)" if key in self.view.pinned else ""
        more = self.more(key)
        name = shorten(self.cells.table.name(key), width - len(pinned) - len(more) - bool(more))
        gap = width - cell_len(name) - len(pinned) - len(more)
        return Span(name, tone), Span(pinned, "quiet"), Span(" " * max(gap, 0)), Span(more, "key")

    def more(self, key: str) -> str:
        """How many parties follow the last column in view; shorter where its name needs the room."""
        after = self.columns.after
        if not after or key not in self.columns.shown[-1:]:
            return ""
        worded = f"{after} more {self.glyphs.after}"
        needed = cell_len(self.cells.table.name(key)) + len(worded) + 2
        return worded if needed <= self.columns.width_of(key) - 3 else f"{after} {self.glyphs.after}"

    def _between_name(self, width: int) -> str:
        pair = self.view.pair
        if pair is None:
            return "All together"
        return (
            "Between them"
            if set(pair) <= set(self.columns.shown)
            else shorten(f"{self.cells.table.name(pair[0])} / {self.cells.table.name(pair[1])}", width)
        )

    def _names(self, current: str) -> Strip:
        """The strip of names above a stacked matrix; the one in view is always on it."""
        keys = (*self.view.parties, BETWEEN)
        names = [
            shorten(self.cells.table.name(key), 22)
            if key != BETWEEN
            else ("All together" if self.view.pair is None else "Between them")
            for key in keys
        ]
        at = keys.index(current) if current in keys else len(keys) - 1
        first = at
        room = self.columns.width - cell_len(names[at]) - 6
        while first > 0 and room >= cell_len(names[first - 1]) + 3:
            first -= 1
            room -= cell_len(names[first]) + 3
        more = self.glyphs.before if first else " "
        spans = [Span(more, "key")]
        for n in range(first, len(keys)):
            tone = "chosen" if n == at else "quiet"
            spans += [Span(f" {names[n]} ", tone), Span(self.glyphs.down if n < len(keys) - 1 else "", "rule")]
        line = tuple(spans)
        if cell_len("".join(span.text for span in line)) > self.columns.width:
            line = (*cut_line(line, self.columns.width - 1), Span(self.glyphs.after, "key"))
        return self._strip(line, self.columns.width, "bar")


def _lines(paras: Sequence[Para], width: int, full: bool) -> list[Line]:
    """All lines of a cell, or its headline cut to one."""
    if full:
        return lay_all(paras, width)
    return [cut_line(joined(paras[0].spans), width)]


def short_title(issue: Issue, width: int) -> str:
    """On one line; of rows of one family the item is kept, which tells them apart."""
    if cell_len(issue.title) <= width or not issue.item:
        return shorten(issue.title, width)
    room = width - cell_len(issue.item) - 2
    if room < 2:
        return shorten(issue.item, width)
    return f"{shorten(issue.family_title or issue.family, room)}: {issue.item}"
