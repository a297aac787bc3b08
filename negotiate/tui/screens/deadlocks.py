"""Where what the parties want first goes in a circle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from negotiate.tui.messages import IssueAsked
from negotiate.tui.screens.reading import ReadingScreen
from negotiate.tui.spans import Block, Line, Span
from negotiate.tui.texts.deadlocks import all_deadlocks
from negotiate.tui.texts.heading import as_of
from negotiate.tui.widgets.page import Page


class DeadlocksScreen(ReadingScreen):
    KEYBAR: ClassVar[Sequence[str]] = ("back", "keys", "choose", "next_section", "edit", "copy", "next_round")

    def title_line(self) -> Line:
        return Span("Deadlocks", "title"), Span(f"  {as_of(self.table)}", "quiet")

    def blocks(self) -> list[Block]:
        return all_deadlocks(self.session, self.width(), self.options.plain)

    def on_page_chosen(self, message: Page.Chosen) -> None:
        if message.target.opens:
            parties = tuple(self.table.names)
            self.post_message(IssueAsked(message.target.opens, self.table.pair, parties))
