"""Taking away from the screens: to the clipboard, and to files that the reader names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import App

from negotiate.text.clean import clean_block, one_line
from negotiate.tui.messages import CopyAsked, Export, ExportAsked, WriteAsked
from negotiate.tui.session import Session
from negotiate.tui.spans import shorten


class WritingApp(App[None]):
    """An app from which text is taken away."""

    session: Session | None

    def on_copy_asked(self, message: CopyAsked) -> None:
        self.copy_to_clipboard(clean_block(message.text))
        self.notify(f"Copied: {shorten(one_line(message.text), 60)}", markup=False, timeout=3)

    def on_export_asked(self, message: ExportAsked) -> None:
        issues, parties = len(message.issues), len(message.view.parties)
        rows = f"{issues:,} issue{'' if issues == 1 else 's'}"
        what = f"Write {rows} and {parties} part{'y' if parties == 1 else 'ies'}, as shown, to:"
        self._ask_where(what, "", lambda: self._report(message))

    def _report(self, message: ExportAsked) -> str:
        from negotiate.report.markdown.document import markdown

        assert self.session and self.session.table
        return markdown(
            self.session.table,
            parties=message.view.compared,
            issues=message.issues,
            problems=self.session.problems,
        )

    def on_write_asked(self, message: WriteAsked) -> None:
        self._ask_where(message.what, message.ending, lambda: message.text)

    def _ask_where(self, what: str, ending: str, text: Callable[[], str]) -> None:
        from negotiate.tui.screens.dialog import ExportDialog

        assert self.session
        proposed = Path.cwd() / f"{self.session.folder.resolve().name}{ending}.md"

        def write(chosen: Export | None) -> None:
            if chosen:
                self._write(chosen, text())

        self.push_screen(ExportDialog(proposed, what), write)

    def _write(self, chosen: Export, text: str) -> None:
        from negotiate.report.refused import RefusedError
        from negotiate.report.writing import write_report

        try:
            write_report(str(chosen.path), text, chosen.replaces)
        except RefusedError as refused:
            self.notify(str(refused), severity="error", markup=False)
        else:
            self.notify(f"Written: {chosen.path}", markup=False)
