"""A screen with a title, a page to read and the keys: what issue, pair, sources and the others have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget

from negotiate.tui.messages import ChangeAsked, CopyAsked, EditAsked, UndoAsked
from negotiate.tui.screens.typing import TypingRoom
from negotiate.tui.spans import Block, Line, Para, Span, plain, shorten
from negotiate.tui.texts.status import stale_line
from negotiate.tui.widgets.bindings import FIND, TAKE, bind
from negotiate.tui.widgets.keybar import Keybar
from negotiate.tui.widgets.lines import Lines
from negotiate.tui.widgets.page import Page
from negotiate.tui.widgets.typed import FilterChanged, FilterEnded

_SHORTEST = 12
"""Cells of a title that still tell something."""


class ReadingScreen(TypingRoom):
    """Subclasses say the title and the blocks."""

    KEYBAR: ClassVar[Sequence[str]] = ("back", "keys", "choose", "next_section", "edit", "copy", "sources", "theme")
    WIDE: ClassVar[bool] = False
    TYPED_HINT = "type a word to find on this page"
    DEFAULT_CSS = """
    ReadingScreen { background: $background; }
    ReadingScreen #heading { dock: top; height: 1; }
    ReadingScreen #status { dock: bottom; height: 1; margin-bottom: 1; display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind(FIND, "find", "slash", "filter", "find", "Find a word on this page"),
        bind(FIND, "next_match", "n", "match(1)", "next match", "The next place where it stands"),
        bind(FIND, "match_before", "N", "match(-1)", "match before", "The place before"),
        bind(FIND, "clear", "escape", "clear", "clear", "Clear what was looked for; then back"),
        bind(TAKE, "edit", "e", "edit", "edit", "Open the file at this line in your editor"),
        bind(TAKE, "change", "i", "change", "change here", "Change a value here, judged as you type"),
        bind(TAKE, "undo", "u", "undo", "undo", "Take the last change back"),
        bind(TAKE, "copy", "y", "copy", "copy", "Copy this entry with its sources"),
    ]

    def compose(self) -> ComposeResult:
        plain, no_color = self.options.plain, self.options.no_color
        self.heading = Lines("bar", margin=0, plain=plain, no_color=no_color, id="heading")
        self.page = Page(plain, no_color, id="page", wide=self.WIDE)
        self.status = Lines("bar", plain=plain, no_color=no_color, id="status")
        yield self.heading
        yield Keybar((*self.KEYBAR[:2], "find", *self.KEYBAR[2:]), plain, no_color)
        yield self.status
        yield self.page

    def on_mount(self) -> None:
        self.page.focus()

    def on_resize(self) -> None:
        self.redraw()

    def redraw(self) -> None:
        right = self.right()
        left = fitted(self.title_line(), self.size.width - cell_len(plain(right)) - 3)
        self.heading.show([Para((Span(" "), *left), right=right, fixed=True)])
        warning = self.warning()
        self.status.display = bool(warning)
        self.status.show([Para(warning, fixed=True)])
        self.page.show([*self.opening(), *self.blocks()])

    def width(self) -> int:
        """How many cells a line of the page has."""
        return Page.text_cells(self.size.width, self.WIDE)

    def title_line(self) -> Line:
        return (Span(self.session.title, "title"),)

    def right(self) -> Line:
        return ()

    def warning(self) -> Line:
        """A line above the keys: that this is not what the files say now."""
        return stale_line(self.session)

    def opening(self) -> list[Block]:
        """What stands above the blocks."""
        return []

    def blocks(self) -> list[Block]:
        raise NotImplementedError

    # --- finding

    @property
    def body(self) -> Widget:
        return self.page

    @property
    def typed(self) -> str:
        return self.page.looked_for

    def on_filter_changed(self, message: FilterChanged) -> None:
        self.page.look_for(message.text)

    async def on_filter_ended(self, message: FilterEnded) -> None:
        await self.close_bar()
        if not message.kept:
            self.page.look_for("")
        elif self.page.looked_for and not self.page.found():
            self._say_nowhere()

    def action_match(self, step: int) -> None:
        if not self.page.looked_for:
            self.notify("Nothing to look for yet: / finds a word on this page.", markup=False)
        elif not self.page.go_to_match(step):
            self._say_nowhere()

    def _say_nowhere(self) -> None:
        self.notify(f"“{shorten(self.page.looked_for, 30)}” stands nowhere on this page.", markup=False)

    async def action_clear(self) -> None:
        if self.page.looked_for or self.query("FilterBar"):
            await self.close_bar()
            self.page.look_for("")
        else:
            self.app.call_later(self.run_action, "app.back")

    # --- the entry under the cursor

    def action_change(self) -> None:
        target = self.page.target
        if target and target.place:
            self.post_message(ChangeAsked(target.place))
        else:
            self.notify("Nothing to change here: move to an entry first.", markup=False)

    def action_undo(self) -> None:
        self.post_message(UndoAsked())

    def action_edit(self) -> None:
        target = self.page.target
        if target and target.place:
            self.post_message(EditAsked(target.place))
        else:
            self.notify("Nothing to edit here: move to an entry first.", markup=False)

    def action_copy(self) -> None:
        if self.page.target:
            self.post_message(CopyAsked(self.page.target.text))


def fitted(title: Line, width: int) -> Line:
    """The title cut so that what follows it, as of when, stays whole; without that where there is no room for both."""
    first, rest = title[0], title[1:]
    taken = cell_len(plain(rest))
    if cell_len(first.text) + taken <= width or not rest:
        return title
    shorter = [Span(span.text.partition(",")[0], span.tone) for span in rest]
    taken = min(taken, cell_len(plain(shorter)))
    if width - taken >= min(_SHORTEST, cell_len(first.text)):
        return (Span(shorten(first.text, width - taken), first.tone), *shorter)
    return (first,)
