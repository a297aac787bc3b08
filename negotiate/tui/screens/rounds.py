"""All rounds: where the issues stood, what moved between them, each issue in a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from negotiate.compare import AsOf
from negotiate.tui.messages import IssueAsked, RoundAsked
from negotiate.tui.screens.of_pair import PairedScreen
from negotiate.tui.spans import Block, Line, Span
from negotiate.tui.texts.heading import pair_words
from negotiate.tui.texts.rounds import round_blocks
from negotiate.tui.widgets.page import Page


class RoundsScreen(PairedScreen):
    KEYBAR: ClassVar[Sequence[str]] = (
        "back",
        "keys",
        "choose",
        "next_section",
        "other_pair",
        "round_before",
        "next_round",
    )

    def title_line(self) -> Line:
        a, b = self.pair
        return Span("Rounds", "title"), Span(f"  {pair_words(self.table, self.pair)}" if a != b else "", "quiet")

    def blocks(self) -> list[Block]:
        return round_blocks(self.session, self.fitted_pair(), self.options.plain)

    def on_page_chosen(self, message: Page.Chosen) -> None:
        opens = message.target.opens
        if isinstance(opens, AsOf):
            self.post_message(RoundAsked(opens))
            self.app.call_later(self.run_action, "app.back")
        elif opens:
            self.post_message(IssueAsked(opens, self.pair, tuple(self.table.names)))
