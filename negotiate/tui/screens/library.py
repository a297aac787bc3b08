"""The negotiations to choose from: those that came with the program, and those opened lately."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from negotiate.tui.messages import FolderAsked
from negotiate.tui.options import Options
from negotiate.tui.session import Session, open_session
from negotiate.tui.spans import Line, Para, Span
from negotiate.tui.texts.library import library_blocks
from negotiate.tui.texts.signs import ascii_signs, signs
from negotiate.tui.widgets.bindings import OPEN, bind
from negotiate.tui.widgets.keybar import Keybar
from negotiate.tui.widgets.lines import Lines
from negotiate.tui.widgets.page import Page


class LibraryScreen(Screen[None]):
    """Names first; what each folder holds is filled in as it is read."""

    KEYBAR: ClassVar[Sequence[str]] = ("choose", "keys", "leave", "theme")
    DEFAULT_CSS = """
    LibraryScreen { background: $background; }
    LibraryScreen #heading { dock: top; height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind(OPEN, "leave", "q,backspace", "app.back", "quit", "Leave the program"),
    ]

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.options = options
        self.known: dict[Path, Session] = {}

    def compose(self) -> ComposeResult:
        plain, no_color = self.options.plain, self.options.no_color
        self.page = Page(plain, no_color, id="page")
        self.heading = Lines("bar", margin=0, plain=plain, no_color=no_color, id="heading")
        yield self.heading
        yield Keybar(self.KEYBAR, plain, no_color)
        yield self.page

    def on_mount(self) -> None:
        title: Line = (Span(" negotiate", "title"), Span("  what the parties to a negotiation want", "quiet"))
        self.heading.show([Para(title, fixed=True)])
        self.redraw()
        self.page.focus()
        self._read_all()

    def redraw(self) -> None:
        from negotiate.files.bundled import is_bundled

        bundled = [folder for folder in self.options.library if is_bundled(folder)]
        recent = [folder for folder in self.options.library if folder not in bundled]
        sign = ascii_signs if self.options.plain else signs
        self.page.show(library_blocks(bundled, recent, self.known, sign, self.options.plain))

    @work(thread=True, exclusive=True)
    def _read_all(self) -> None:
        for folder in self.options.library:
            self.app.call_from_thread(self._know, folder, open_session(folder))

    def _know(self, folder: Path, session: Session) -> None:
        self.known[folder] = session
        self.redraw()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        if isinstance(message.target.opens, Path):
            self.post_message(FolderAsked(message.target.opens))
