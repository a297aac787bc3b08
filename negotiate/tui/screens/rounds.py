"""All rounds: where the issues stood, what moved between them, each issue in a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from negotiate.compare import AsOf, Pair
from negotiate.tui.messages import IssueAsked, RoundAsked
from negotiate.tui.options import Options
from negotiate.tui.screens.reading import ReadingScreen
from negotiate.tui.session import Session
from negotiate.tui.spans import Block, Line, Span
from negotiate.tui.texts.heading import pair_words
from negotiate.tui.texts.rounds import round_blocks
from negotiate.tui.widgets.bindings import COMPARE, bind
from negotiate.tui.widgets.page import Page


class RoundsScreen(ReadingScreen):
    KEYBAR: ClassVar[Sequence[str]] = (
        "back",
        "keys",
        "choose",
        "next_section",
        "other_pair",
        "round_before",
        "next_round",
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        bind(COMPARE, "other_pair", "p", "pair(1)", "next pair", "The next two parties"),
        bind(COMPARE, "pair_before", "P", "pair(-1)", "pair before", "The two parties before"),
    ]

    def __init__(self, session: Session, options: Options, pair: Pair | None) -> None:
        super().__init__(session, options)
        self.pair = pair or self.table.pair

    def title_line(self) -> Line:
        return Span("Rounds", "title"), Span(f"  {pair_words(self.table, self.pair)}", "quiet")

    def blocks(self) -> list[Block]:
        if not set(self.pair) <= set(self.table.names):
            self.pair = self.table.pair
        return round_blocks(self.session, self.pair, self.options.plain)

    def action_pair(self, step: int) -> None:
        pairs = self.table.pairs()
        if pairs:
            at = pairs.index(self.pair) if self.pair in pairs else 0
            self.pair = pairs[(at + step) % len(pairs)]
            self.page.start_over()
            self.redraw()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        opens = message.target.opens
        if isinstance(opens, AsOf):
            self.post_message(RoundAsked(opens))
            self.app.call_later(self.run_action, "app.back")
        elif opens:
            self.post_message(IssueAsked(opens, self.pair, tuple(self.table.names)))
