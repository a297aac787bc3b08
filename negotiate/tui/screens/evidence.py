"""How sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from negotiate.tui.messages import IssueAsked
from negotiate.tui.screens.of_pair import PairedScreen
from negotiate.tui.spans import Block, Line, Span
from negotiate.tui.texts.evidence import evidence_blocks
from negotiate.tui.texts.heading import as_of, pair_words
from negotiate.tui.widgets.page import Page


class EvidenceScreen(PairedScreen):
    KEYBAR: ClassVar[Sequence[str]] = ("back", "keys", "choose", "next_section", "other_pair", "edit", "sources")

    def title_line(self) -> Line:
        said = f"  {pair_words(self.table, self.pair)} · {as_of(self.table)}"
        return Span("How sure?", "title"), Span(said, "quiet")

    def blocks(self) -> list[Block]:
        return evidence_blocks(self.session, self.fitted_pair(), self.sign, self.width(), self.options.plain)

    def on_page_chosen(self, message: Page.Chosen) -> None:
        if message.target.opens:
            self.post_message(IssueAsked(message.target.opens, self.pair, tuple(self.table.names)))
