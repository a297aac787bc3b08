"""A page of text to read, in blocks; those with a target can be chosen. Drawn a line at a time, like the matrix."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from negotiate.tui.drawing import glyphs, strip
from negotiate.tui.palette import Palette
from negotiate.tui.spans import BLANK, Block, Line, Span, Target, lay_all, mark, plain
from negotiate.tui.widgets.bindings import MOVE, bind
from negotiate.tui.widgets.scrollbar import thumb

_WHEEL = 3
_MARGIN = 2
_WIDEST = 110
"""Lines longer than this are hard to read."""


class Page(Widget, can_focus=True):
    """Shows blocks, moves among those that can be chosen, and scrolls through what lies between."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Page { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        bind(MOVE, "down", "down,j", "move(1)", "down", "Next entry, or further down"),
        bind(MOVE, "up", "up,k", "move(-1)", "up", "Previous entry, or further up"),
        bind(MOVE, "page_down", "pagedown,ctrl+f,space", "page(1)", "page down", "A page down"),
        bind(MOVE, "page_up", "pageup,ctrl+b", "page(-1)", "page up", "A page up"),
        bind(MOVE, "half_down", "ctrl+d", "page(0.5)", "half down", "Half a page down"),
        bind(MOVE, "half_up", "ctrl+u", "page(-0.5)", "half up", "Half a page up"),
        bind(MOVE, "top", "g,home", "end(-1)", "top", "To the beginning"),
        bind(MOVE, "bottom", "G,end", "end(1)", "bottom", "To the end"),
        bind(MOVE, "next_section", "tab", "section(1)", "next part", "Next part of the page"),
        bind(MOVE, "section_before", "shift+tab", "section(-1)", "part before", "Part before"),
        bind(MOVE, "choose", "enter", "choose", "open", "Open what is under the cursor"),
    ]

    @dataclass
    class Moved(Message):
        target: Target | None

    @dataclass
    class Chosen(Message):
        target: Target

    def __init__(self, plain: bool = False, no_color: bool = False, id: str | None = None, wide: bool = False) -> None:
        super().__init__(id=id)
        self.plain, self.no_color, self.wide = plain, no_color, wide
        self.blocks: Sequence[Block] = ()
        self.cursor = 0
        self.top = 0
        self.looked_for = ""
        self._match = -1
        self._lines: list[tuple[int, Line]] = []
        self._starts: list[int] = []

    # --- what is shown

    def show(self, blocks: Sequence[Block]) -> None:
        """Show these; the cursor stays on the target that opens the same thing, if it is still there."""
        before = self.target
        self.blocks = blocks
        targets = self._targets()
        same = [n for n in targets if before and _is_same(self.blocks[n].target, before)]
        same = same or [n for n in targets if n == self.cursor]
        self.cursor = (same or targets or [0])[0]
        self._lay()

    def start_over(self) -> None:
        """What is shown next begins at the top."""
        self.blocks, self.cursor, self.top, self._match = (), 0, 0, -1

    @property
    def target(self) -> Target | None:
        return self.blocks[self.cursor].target if self.cursor < len(self.blocks) else None

    def _targets(self) -> list[int]:
        return [n for n, block in enumerate(self.blocks) if block.target]

    @staticmethod
    def text_cells(width: int, wide: bool) -> int:
        """How many cells a line of text may take in a window of ``width``."""
        room = width - 2 * _MARGIN - 1
        return max(10, room if wide else min(room, _WIDEST))

    def _lay(self) -> None:
        self._lines, self._starts = [], []
        if not self.size.width:
            return
        width = self.text_cells(self.size.width, self.wide)
        if self.blocks and self.blocks[0].paras[:1] != (BLANK,):
            self._lines.append((0, ()))
        for n, block in enumerate(self.blocks):
            self._starts.append(len(self._lines))
            lines = lay_all(block.paras, width)
            if lines[:1] == [()] and self._lines and not self._lines[-1][1]:
                lines = lines[1:]  # one blank line between two blocks is enough
            self._lines += [(n, line) for line in lines]
        self._bring(self.top)
        self.refresh()

    # --- moving

    def _bounds(self, block: int) -> tuple[int, int]:
        starts = self._starts
        return starts[block], starts[block + 1] if block + 1 < len(starts) else len(self._lines)

    def _bring(self, line: int) -> None:
        self.top = max(0, min(line, len(self._lines) - self.size.height))
        self.refresh()

    def go(self, block: int) -> None:
        """Put the cursor on a block and bring it into view, with its heading if it has one just above."""
        self.cursor = block
        start, stop = self._bounds(block)
        if block and not self.blocks[block - 1].target:
            start = self._bounds(block - 1)[0]
        if stop > self.top + self.size.height:
            self._bring(min(start, stop - self.size.height) if stop - start <= self.size.height else start)
        elif start < self.top:
            self._bring(start)
        self.refresh()
        self.post_message(self.Moved(self.target))

    def action_move(self, step: int) -> None:
        targets = self._targets()
        onward = [n for n in targets if (n > self.cursor if step > 0 else n < self.cursor)]
        near = onward[0 if step > 0 else -1] if onward else None
        if near is None or self._is_far(near, step):
            self._bring(self.top + step * (1 if not targets else max(1, self.size.height // 3)))
        else:
            self.go(near)

    def _is_far(self, block: int, step: int) -> bool:
        """More than a window away: then there is something to read on the way."""
        start, stop = self._bounds(block)
        if step > 0:
            return start > self.top + self.size.height + self.size.height // 3
        return stop < self.top - self.size.height // 3

    def action_page(self, pages: float) -> None:
        self._bring(self.top + round(pages * max(1, self.size.height - 1)))
        visible = [n for n in self._targets() if self.top <= self._starts[n] < self.top + self.size.height]
        if visible and self.cursor not in visible:
            self.cursor = visible[0 if pages > 0 else -1]
            self.post_message(self.Moved(self.target))

    def action_end(self, step: int) -> None:
        targets = self._targets()
        if targets:
            self.go(targets[-1 if step > 0 else 0])
        self._bring(len(self._lines) if step > 0 else 0)

    def action_section(self, step: int) -> None:
        """The next part of the page comes to the top, the cursor on its first entry."""
        sections = [n for n, block in enumerate(self.blocks) if block.section]
        starts = [self._starts[n] for n in sections]
        at = bisect_right(starts, self.top + 1) - 1 if step > 0 else bisect_right(starts, self.top - 1)
        to = at + 1 if step > 0 else at - 1
        if not 0 <= to < len(sections):
            self.action_end(step)
            return
        self._bring(starts[to])
        inside = [n for n in self._targets() if n > sections[to]]
        if inside:
            self.cursor = inside[0]
            self.post_message(self.Moved(self.target))

    def action_choose(self) -> None:
        if self.target:
            self.post_message(self.Chosen(self.target))

    # --- finding

    def look_for(self, text: str) -> None:
        """Mark where it stands, and go to the first place from the top of the window on."""
        self.looked_for, self._match = text, self.top - 1
        self.go_to_match(1)
        self.refresh()

    def found(self) -> list[int]:
        """The lines in which it stands."""
        needle = self._needle()
        return [n for n, (_, line) in enumerate(self._lines) if needle and needle.search(plain(line))]

    def go_to_match(self, step: int) -> bool:
        """To the next place, round the end; the cursor goes to its entry."""
        found = self.found()
        if not found:
            return False
        onward = [n for n in found if (n > self._match if step > 0 else n < self._match)]
        self._match = (onward or found)[0 if step > 0 else -1]
        block, height = self._lines[self._match][0], self.size.height
        if self.blocks[block].target:
            self.cursor = block
        if not self.top <= self._match < self.top + height:
            self._bring(self._match - height // 3)
        self.refresh()
        return True

    def _needle(self) -> re.Pattern[str] | None:
        return re.compile(re.escape(self.looked_for), re.IGNORECASE) if self.looked_for else None

    # --- drawing

    def render_line(self, y: int) -> Strip:
        palette = Palette.of(self.app.current_theme, self.no_color)
        width, at = self.size.width, self.top + y
        signs = glyphs(self.plain)
        on_thumb = y in thumb(len(self._lines), self.size.height, self.top)
        bar = strip((Span(signs.thumb if on_thumb else " ", "quiet"),), 1, palette)
        if at >= len(self._lines):
            return Strip.join([strip((), width - 1, palette), bar])
        block, line = self._lines[at]
        chosen = block == self.cursor and self.blocks[block].target is not None
        ground = "row" if chosen and line else "ground"
        lead = (Span(f" {signs.cursor}" if chosen and line else "  ", "accent"),)
        return Strip.join([strip((*lead, *mark(line, self._needle())), width - 1, palette, ground), bar])

    # --- what happens

    def on_resize(self) -> None:
        self._lay()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._bring(self.top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._bring(self.top - _WHEEL)

    def on_click(self, event: events.Click) -> None:
        at = self.top + event.y
        if at >= len(self._lines):
            return
        block = self._lines[at][0]
        if self.blocks[block].target:
            self.go(block)
            if event.chain == 2:
                self.action_choose()


def _is_same(one: Target | None, other: Target) -> bool:
    """Whether they stand for the same thing, whatever is said of it now."""
    return one is not None and (one == other or (one.opens is not None and one.opens == other.opens))
