"""What changed since an earlier version, or between the sides of a merge. The versions are read beside the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.message import Message
from textual.worker import get_current_worker

from negotiate.report.diff.to_markdown import diff_markdown
from negotiate.report.refused import RefusedError
from negotiate.tui.comparison import Compared, Comparison
from negotiate.tui.messages import IssueAsked, WriteAsked
from negotiate.tui.options import Options
from negotiate.tui.screens.reading import ReadingScreen
from negotiate.tui.session import Session
from negotiate.tui.spans import Block, Line, Span
from negotiate.tui.texts.changes import Opens
from negotiate.tui.texts.comparison import comparison_blocks, reading_blocks, refused_blocks
from negotiate.tui.widgets.bindings import TAKE, bind
from negotiate.tui.widgets.page import Page


class ChangesScreen(ReadingScreen):
    KEYBAR: ClassVar[Sequence[str]] = (
        "back", "keys", "choose", "next_section", "edit", "export", "changes", "copy",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        bind(TAKE, "export", "x", "export", "export", "Write what changed to a Markdown file"),
    ]

    @dataclass
    class Read(Message):
        """Both versions are read and laid out for a width, or the page says why not."""

        comparison: Comparison
        compared: Compared | None = None
        page: Sequence[Block] = ()
        width: int = 0

    def __init__(
        self, session: Session, options: Options, comparison: Comparison, compared: Compared | None = None
    ) -> None:
        """``compared`` is what it comes to, where that is known already."""
        super().__init__(session, options)
        self.comparison, self.compared = comparison, compared
        self.shown: list[Block] = reading_blocks(comparison)
        self.shown_width = 0

    # --- reading

    def compare(self, comparison: Comparison) -> None:
        """Set other versions side by side."""
        self.comparison, self.compared, self.shown = comparison, None, reading_blocks(comparison)
        self.page.start_over()
        self._read(None, self.width())
        self.redraw()

    def renew(self, session: Session) -> None:
        """What is shown stays until the files as they are now have been compared."""
        super().renew(session)
        if self.is_mounted:
            self._read(None, self.width())

    def on_resize(self) -> None:
        self.redraw()
        if self.shown_width != self.width():
            self._read(self.compared, self.width())

    @work(thread=True, exclusive=True, group="compare")
    def _read(self, compared: Compared | None, width: int) -> None:
        """Only laid out anew, where it is known what it comes to."""
        worker, comparison = get_current_worker(), self.comparison
        try:
            compared = compared or comparison.tell(self.session)
            page = comparison_blocks(self.session, comparison, compared, self.sign, width, self.options.plain)
            read = self.Read(comparison, compared, page, width)
        except RefusedError as refused:
            read = self.Read(comparison, page=refused_blocks(str(refused)), width=width)
        if not worker.is_cancelled:
            self.post_message(read)

    def on_changes_screen_read(self, message: Read) -> None:
        if message.comparison is self.comparison:
            self.compared, self.shown, self.shown_width = message.compared, list(message.page), message.width
            self.redraw()

    # --- saying it

    def title_line(self) -> Line:
        tale = self.compared.tale if self.compared else None
        return Span(tale.voice.title if tale else "What changed", "title"), Span(f"  {self.session.title}", "quiet")

    def blocks(self) -> list[Block]:
        return self.shown

    # --- keys

    def on_page_chosen(self, message: Page.Chosen) -> None:
        opens = message.target.opens
        if not isinstance(opens, Opens):
            self.notify("This stands in no issue: e opens the file.", markup=False)
        elif self.session.table is None or opens.issue not in self.session.table.negotiation.issues:
            self.notify("This issue is not in the version on the screen.", markup=False)
        else:
            known = self.session.table.names
            pair = opens.pair if opens.pair and set(opens.pair) <= known.keys() else None
            self.post_message(IssueAsked(opens.issue, pair, tuple(known)))

    def action_edit(self) -> None:
        target = self.page.target
        if target and target.place and not self.session.path(target.place).is_file():
            self.notify(f"Only the files as they are now can be edited; this is {target.place}.", markup=False)
        else:
            super().action_edit()

    def action_export(self) -> None:
        tale = self.compared.tale if self.compared else None
        if tale is None or self.compared is None:
            self.notify("There is nothing to write down yet.", markup=False)
            return
        text = diff_markdown(tale.changes, self.compared.names, tale.voice)
        self.post_message(WriteAsked(text, "Write what changed to:", "-changes"))
