"""Two parties in dialogue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from negotiate.tui.messages import IssueAsked
from negotiate.tui.screens.of_pair import PairedScreen
from negotiate.tui.spans import Block, Line, Span
from negotiate.tui.texts.heading import as_of, pair_words
from negotiate.tui.texts.pair import pair_blocks
from negotiate.tui.widgets.page import Page


class PairScreen(PairedScreen):
    KEYBAR: ClassVar[Sequence[str]] = ("back", "keys", "choose", "next_section", "other_pair", "edit", "copy")

    def title_line(self) -> Line:
        return Span(pair_words(self.table, self.pair), "title"), Span(f"  {as_of(self.table)}", "quiet")

    def blocks(self) -> list[Block]:
        return pair_blocks(self.session, self.fitted_pair(), self.sign)

    def on_page_chosen(self, message: Page.Chosen) -> None:
        if message.target.opens:
            self.post_message(IssueAsked(message.target.opens, self.pair, tuple(self.table.names)))
