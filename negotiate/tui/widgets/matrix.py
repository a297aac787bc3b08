"""The matrix: issues down, parties across, the verdict at the end. Drawn a line at a time.

No widget, no Rich renderable a cell: 1,000 issues by 30 parties answer a key as fast as ten by two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from negotiate.model import Issue
from negotiate.tui.drawing import strip
from negotiate.tui.palette import Palette
from negotiate.tui.spans import Span
from negotiate.tui.texts.cells import Cells
from negotiate.tui.view import BETWEEN, View
from negotiate.tui.widgets.bindings import MOVE, OPEN, bind
from negotiate.tui.widgets.columns import Columns, first_for, share_out
from negotiate.tui.widgets.heights import Heights
from negotiate.tui.widgets.looks import Looks
from negotiate.tui.widgets.painter import Density, Look, Painter
from negotiate.tui.widgets.scrollbar import thumb

_WHEEL = 3
_HEADER = 1


class Matrix(Widget, can_focus=True):
    """Shows the rows it is given. Says where the cursor is and what was opened."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Matrix { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        bind(OPEN, "open", "enter", "open", "open", "Everything about this issue, with a picture"),
        bind(MOVE, "down", "down,j", "move(1,0)", "down", "Next issue"),
        bind(MOVE, "up", "up,k", "move(-1,0)", "up", "Previous issue"),
        bind(MOVE, "right", "right,l", "move(0,1)", "right", "Next party, then the verdict"),
        bind(MOVE, "left", "left,h", "move(0,-1)", "left", "Previous party"),
        bind(MOVE, "page_down", "pagedown,ctrl+f", "page(1)", "page down", "A page down"),
        bind(MOVE, "page_up", "pageup,ctrl+b", "page(-1)", "page up", "A page up"),
        bind(MOVE, "half_down", "ctrl+d", "page(0.5)", "half down", "Half a page down"),
        bind(MOVE, "half_up", "ctrl+u", "page(-0.5)", "half up", "Half a page up"),
        bind(MOVE, "top", "g", "row(0)", "top", "First issue"),
        bind(MOVE, "bottom", "G", "row(-1)", "bottom", "Last issue"),
        bind(MOVE, "first_column", "home", "column(0)", "first", "First party"),
        bind(MOVE, "last_column", "end", "column(-1)", "last", "The verdict"),
    ]

    @dataclass
    class Moved(Message):
        """The cursor stands elsewhere; ``issue`` is None where no row is shown."""

        issue: Issue | None
        column: str

    @dataclass
    class Opened(Message):
        issue: Issue

    def __init__(self, plain: bool = False, no_color: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.plain = plain
        self.no_color = no_color
        self.rows: Sequence[Issue] = ()
        self.row = 0
        self.column = BETWEEN
        self.top = 0
        self.density: Density | None = None
        self._cells: Cells | None = None
        self._view: View | None = None
        self._columns: Columns | None = None
        self._painter: Painter | None = None
        self._heights = Heights(0, self._measured)
        self._chosen = False

    # --- what is shown

    def show(self, cells: Cells, rows: Sequence[Issue], view: View) -> None:
        """Show these rows. The cursor stays on its issue and party as far as they are still there."""
        before = self.issue
        self._cells, self._view, self.rows = cells, view, rows
        ids = [issue.id for issue in rows]
        if before and before.id in ids:
            self.row = ids.index(before.id)
        self.row = max(0, min(self.row, len(rows) - 1))
        if self.column != BETWEEN and self.column not in view.parties:
            self.column = BETWEEN
        self._arrange()
        self._announce()

    def choose_density(self, density: Density) -> None:
        self.density = density
        self._chosen = True
        self._arrange()

    @property
    def shown_density(self) -> Density:
        """Until somebody chooses: everything where there is room, else the cursor's row."""
        if self.density is not None:
            return self.density
        return Density.FULL if self.size.height >= 22 else Density.CURSOR

    @property
    def issue(self) -> Issue | None:
        return self.rows[self.row] if 0 <= self.row < len(self.rows) else None

    @property
    def keys(self) -> tuple[str, ...]:
        """Every column, in view or not."""
        return (*self._view.parties, BETWEEN) if self._view else (BETWEEN,)

    def go(self, row: int, column: str | None = None) -> None:
        """Put the cursor there and bring it into view."""
        if not self.rows:
            return
        old = self.row
        self.row = max(0, min(row, len(self.rows) - 1))
        if column is not None and column != self.column:
            self.column = column
            if self._bring_column():
                self._arrange()
                self._announce()
                return
        if self.shown_density is not Density.LINE and old != self.row:
            for each in {old - 1, old, old + 1, self.row - 1, self.row, self.row + 1}:
                if 0 <= each < len(self.rows):
                    self._heights.forget(each)
        self._redraw(old)
        self._announce()

    def _announce(self) -> None:
        self.post_message(self.Moved(self.issue, self.column))

    # --- arranging

    def _arrange(self) -> None:
        """Columns, heights and painter anew; the cursor's row keeps its place on the screen."""
        if not self._cells or not self._view or not self.size.width:
            return
        kept = self._heights.tops[self.row] - self.top if self.row < len(self._heights) else 0
        first = self._columns.before if self._columns else 0
        self._columns = self._shared(first)
        wanted = first_for(self.column, self._view.parties, self._columns)
        if wanted != self._columns.before:
            self._columns = self._shared(wanted)
        palette = Palette.of(self.app.current_theme, self.no_color)
        self._painter = Painter(self._cells, self._view, self._columns, palette, self.plain)
        self._heights = Heights(len(self.rows), self._measured)
        if self.rows:
            self._heights.settle_to(self.row, self._body)
            self.top = self._heights.tops[self.row] - kept
        self._bring_row()
        self.refresh()

    def _shared(self, first: int) -> Columns:
        assert self._view
        return share_out(self.size.width - 1, self._view.parties, len(self._view.pinned), first, self.column)

    def _bring_column(self) -> bool:
        """Whether other columns must be drawn to show the cursor's."""
        return self._columns is not None and self.column not in self._columns.keys

    @property
    def _body(self) -> int:
        return max(1, self.size.height - _HEADER)

    def _measured(self, row: int) -> int:
        assert self._painter
        return self._painter.height(self.rows[row], self._look(row))

    def _look(self, row: int) -> Look:
        assert self._painter
        return Looks(self.rows, self._painter, self.shown_density, self.row, self.column).of(row)

    # --- scrolling

    def _bring_row(self) -> None:
        """Scroll as little as it takes to see the cursor's row whole, or its beginning."""
        if not self.rows:
            self.top = 0
            return
        heights = self._heights
        heights.settle(self.row)
        start = heights.tops[self.row]
        if start < self.top:
            self.top = start
        elif start + heights.height(self.row) > self.top + self._body:
            heights.settle_to(self.row, self._body)
            start = heights.tops[self.row]
            self.top = min(start, start + heights.height(self.row) - self._body)
        self._settle()

    def _settle(self) -> None:
        """Measure what is in view, and keep within the ends."""
        heights = self._heights
        if not len(heights):
            return
        row = heights.row_at(self.top)
        into = self.top - heights.tops[row]
        heights.settle_from(row, self._body + into)
        last = heights.total - self._body
        if self.top > last:
            heights.settle_to(len(heights) - 1, self._body)
            last = heights.total - self._body
        self.top = max(0, min(self.top, last))

    def _redraw(self, old: int) -> None:
        """After a move of the cursor: only the two rows, unless the window scrolled or a row grew."""
        before, tops = self.top, self._heights.tops
        self._bring_row()
        if before != self.top or tops is not self._heights.tops or (self._columns and self._columns.stacked):
            self.refresh()
            return
        for row in {old, self.row}:
            top = _HEADER + self._heights.tops[row] - self.top
            self.refresh(Region(0, top, self.size.width, self._heights.height(row)))

    def scroll_lines(self, lines: int) -> None:
        """Scroll the window, the cursor stays where it is."""
        if self._painter:
            self.top += lines
            self._settle()
            self.refresh()

    # --- drawing

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if not self._painter:
            return Strip.blank(width, self.rich_style)
        painter = self._painter
        if y < _HEADER:
            blank = strip((), 1, painter.palette, "bar")
            return Strip.join([painter.header(self.column), blank])
        line = y - _HEADER + self.top
        if line >= self._heights.total or not self.rows:
            return strip((), width, painter.palette)
        row = self._heights.row_at(line)
        top = self._heights.tops[row]
        drawn = painter.line(self.rows[row], self._look(row), line - top, max(0, self.top - top))
        return Strip.join([drawn, self._bar(y - _HEADER)])

    def _bar(self, y: int) -> Strip:
        """One cell of the scroll bar."""
        assert self._painter
        on_thumb = y in thumb(self._heights.total, self._body, self.top)
        sign = self._painter.glyphs.thumb if on_thumb else " "
        return strip((Span(sign, "quiet"),), 1, self._painter.palette)

    # --- what happens

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._arrange()

    def on_resize(self) -> None:
        self._arrange()
        self._announce()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-_WHEEL)

    def on_click(self, event: events.Click) -> None:
        if not self._columns or not self.rows:
            return
        line = event.y - _HEADER + self.top
        if event.x >= self.size.width - 1:
            self.scroll_lines(self._heights.total * max(0, event.y - _HEADER) // self._body - self.top)
            return
        column = self._columns.at(event.x)
        if event.y < _HEADER:
            self._click_header(event.x)
            return
        if line < self._heights.total:
            self.go(self._heights.row_at(line), column if column is not None else self.column)
            if event.chain == 2:
                self.action_open()

    def _click_header(self, x: int) -> None:
        """A click on "2 more" brings the next column; on a name, its column."""
        assert self._columns and self._painter
        at = self._columns.at(x)
        more = len(self._painter.more(at or BETWEEN))
        if at is None or self._columns.stacked:
            self.action_move(0, -1 if x < self.size.width // 2 else 1)
        elif more and x >= self._columns.left_of(at) + self._columns.width_of(at) - more - 1:
            self.go(self.row, self.keys[self.keys.index(at) + 1])
        else:
            self.go(self.row, at)

    def action_open(self) -> None:
        if self.issue:
            self.post_message(self.Opened(self.issue))

    def action_move(self, rows: int, columns: int) -> None:
        if columns:
            at = self.keys.index(self.column) + columns
            self.go(self.row, self.keys[max(0, min(at, len(self.keys) - 1))])
            return
        if rows > 0 and self._continues_below():
            self.scroll_lines(self._body // 2)
            return
        self.go(self.row + rows)

    def _continues_below(self) -> bool:
        """Whether the cursor's row is taller than the window and its end not in view yet."""
        if not self.rows:
            return False
        height = self._heights.height(self.row)
        return height > self._body and self._heights.tops[self.row] + height > self.top + self._body

    def action_page(self, pages: float) -> None:
        if not self.rows:
            return
        heights, lines = self._heights, round(pages * self._body)
        if lines > 0:
            heights.settle_from(self.row, lines + self._body)
        else:
            heights.settle_to(self.row, -lines + self._body)
        target = heights.row_at(heights.tops[self.row] + lines)
        self.go(target if target != self.row else self.row + (1 if pages > 0 else -1))

    def action_row(self, row: int) -> None:
        self.go(row if row >= 0 else len(self.rows) - 1)

    def action_column(self, column: int) -> None:
        self.go(self.row, self.keys[column])
