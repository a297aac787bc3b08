"""What changed since an earlier version, or between the sides of a merge. The versions are read beside the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.message import Message
from textual.worker import get_current_worker

from negotiate.report.diff import error_lines
from negotiate.report.diff_markdown import diff_markdown
from negotiate.report.refused import RefusedError
from negotiate.report.wording import capital
from negotiate.tui.comparison import Compared, Comparison
from negotiate.tui.messages import IssueAsked, WriteAsked
from negotiate.tui.options import Options
from negotiate.tui.screens.reading import ReadingScreen
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, FIXED, Block, Line, Para, Span, para
from negotiate.tui.texts.changes import Opens, Scene, change_blocks, summary
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
        """Both versions are read, or ``refused`` says why not."""

        comparison: Comparison
        compared: Compared | None = None
        refused: str = ""

    def __init__(
        self, session: Session, options: Options, comparison: Comparison, compared: Compared | None = None
    ) -> None:
        """``compared`` is what it comes to, where that is known already."""
        super().__init__(session, options)
        self.comparison, self.compared = comparison, compared
        self.refused = ""

    def on_mount(self) -> None:
        super().on_mount()
        if self.compared is None:
            self._read()

    # --- reading

    def compare(self, comparison: Comparison) -> None:
        """Set other versions side by side."""
        self.comparison, self.compared, self.refused = comparison, None, ""
        self.page.start_over()
        self.redraw()
        self._read()

    def renew(self, session: Session) -> None:
        """What is shown stays until the files as they are now have been compared."""
        super().renew(session)
        if self.is_mounted:
            self._read()

    @work(thread=True, exclusive=True, group="compare")
    def _read(self) -> None:
        worker, comparison = get_current_worker(), self.comparison
        try:
            read = self.Read(comparison, comparison.tell(self.session))
        except RefusedError as refused:
            read = self.Read(comparison, refused=str(refused))
        if not worker.is_cancelled:
            self.post_message(read)

    def on_changes_screen_read(self, message: Read) -> None:
        if message.comparison is self.comparison:
            self.compared, self.refused = message.compared, message.refused
            self.redraw()

    # --- saying it

    def title_line(self) -> Line:
        tale = self.compared.tale if self.compared else None
        return Span(tale.voice.title if tale else "What changed", "title"), Span(f"  {self.session.title}", "quiet")

    def blocks(self) -> list[Block]:
        if self.refused:
            return [Block((para(Span(f"{capital(self.refused)}.", "alert")), *self._ways_on()))]
        if self.compared is None:
            return [Block((para(Span(f"Reading {self.comparison.said} …", "quiet")),))]
        scene = self._scene(self.compared)
        if scene is None:
            return [Block((*self._errors(self.compared), *self._ways_on()))]
        opening = [*self._versions(scene), *self._errors(self.compared), BLANK]
        if not scene.tale.changes:
            return [Block((*opening, *self._nothing(scene)))]
        return [Block((*opening, *summary(scene))), *change_blocks(scene)]

    def _scene(self, compared: Compared) -> Scene | None:
        tale = compared.tale
        if tale is None:
            return None
        voice = tale.voice
        heads = ("before", self.comparison.after) if voice.is_over_time else (voice.old, voice.new)
        arrow = "->" if self.options.plain else "→"
        return Scene(self.session, compared, tale, heads, self.sign, self.width(), arrow)

    def _versions(self, scene: Scene) -> Iterator[Para]:
        """Which versions these are, and as of when."""
        about = scene.compared.opened.about
        for n, (age, name, day) in enumerate(scene.tale.versions(scene.compared.names)):
            head = scene.heads[n] if n < len(scene.heads) else age.lower()
            said = Span(name, "strong"), Span(about if n == 0 else "", "quiet"), Span(day, "quiet")
            parts = (part for each in said if each.text for part in (Span(FIXED * 2), each))
            yield para(Span(f"{head}:", "quiet"), *parts, hang=2)

    def _errors(self, compared: Compared) -> Iterator[Para]:
        """Of both versions, and what follows."""
        if self.session.stale:
            said = "The files cannot be read as they are now; this is the last good view of them. Press ! to see why."
            yield para(Span(said, "alert"))
        for version in compared.opened[:2]:
            for n, line in enumerate(error_lines(version)):
                yield para(Span(line, "quiet" if n else "alert"), hang=2)
        if compared.opened.old.errors and compared.tale and compared.tale.voice.is_over_time:
            yield para(Span("What could not be read in the old files may look as if it were new.", "quiet"))

    def _ways_on(self) -> list[Para]:
        keys = Span("D", "key"), " compares with another version, ", Span("q", "key"), " goes back."
        return [BLANK, para(*keys)]

    def _nothing(self, scene: Scene) -> list[Para]:
        if scene.is_over_time:
            return [para(Span("Nothing changed.", "good")), *self._ways_on()]
        said = "Both sides say the same. They differ only in what is not read: comments, spaces, line breaks."
        return [para(Span(said, "good"))]

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
