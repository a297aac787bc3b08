"""What is wrong in the files; also what a broken folder opens with."""

from __future__ import annotations

from negotiate.tui.messages import EditAsked
from negotiate.tui.screens.reading import ReadingScreen
from negotiate.tui.spans import Block, Line, Span
from negotiate.tui.texts.problems import problem_blocks
from negotiate.tui.widgets.page import Page


class ProblemsScreen(ReadingScreen):
    KEYBAR = ("back", "keys", "choose", "next_section", "copy", "reload", "theme")

    def title_line(self) -> Line:
        number = len(self.session.problems)
        return Span("Problems", "title"), Span(f"  {number} in {self.session.folder.name}", "quiet")

    def warning(self) -> Line:
        """Nothing: the problems are those of the files as they are now."""
        return ()

    def blocks(self) -> list[Block]:
        return problem_blocks(self.session, self.options.plain, self.width())

    def on_page_chosen(self, message: Page.Chosen) -> None:
        if message.target.place:
            self.post_message(EditAsked(message.target.place))
