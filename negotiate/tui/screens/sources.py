"""All sources."""

from __future__ import annotations

from negotiate.tui.screens.reading import ReadingScreen
from negotiate.tui.spans import Block, Line, Span
from negotiate.tui.texts.sources import source_blocks


class SourcesScreen(ReadingScreen):
    KEYBAR = ("back", "keys", "next_section", "edit", "copy", "theme")

    def title_line(self) -> Line:
        number = len(self.table.negotiation.sources)
        return Span("Sources", "title"), Span(f"  {number} in all, by grade and date", "quiet")

    def blocks(self) -> list[Block]:
        return source_blocks(self.session)
