"""Two parties in dialogue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from negotiate.compare import Pair
from negotiate.tui.messages import IssueAsked
from negotiate.tui.options import Options
from negotiate.tui.screens.reading import ReadingScreen
from negotiate.tui.session import Session
from negotiate.tui.spans import Block, Line, Span
from negotiate.tui.texts.heading import as_of, pair_words
from negotiate.tui.texts.pair import pair_blocks
from negotiate.tui.widgets.bindings import COMPARE, bind
from negotiate.tui.widgets.page import Page


class PairScreen(ReadingScreen):
    KEYBAR: ClassVar[Sequence[str]] = ("back", "keys", "choose", "next_section", "other_pair", "edit", "copy")
    BINDINGS: ClassVar[list[BindingType]] = [
        bind(COMPARE, "other_pair", "p", "pair(1)", "next pair", "The next two parties"),
        bind(COMPARE, "pair_before", "P", "pair(-1)", "pair before", "The two parties before"),
    ]

    def __init__(self, session: Session, options: Options, pair: Pair) -> None:
        super().__init__(session, options)
        self.pair = pair

    def title_line(self) -> Line:
        return Span(pair_words(self.table, self.pair), "title"), Span(f"  {as_of(self.table)}", "quiet")

    def blocks(self) -> list[Block]:
        if not set(self.pair) <= set(self.table.names):
            self.pair = self.table.pair
        return pair_blocks(self.session, self.pair, self.sign)

    def action_pair(self, step: int) -> None:
        pairs = self.table.pairs()
        at = pairs.index(self.pair) if self.pair in pairs else 0
        self.pair = pairs[(at + step) % len(pairs)]
        self.page.start_over()
        self.redraw()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        if message.target.opens:
            self.post_message(IssueAsked(message.target.opens, self.pair, tuple(self.table.names)))
