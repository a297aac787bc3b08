"""Comparing versions from the screens: which, and the screen that says what changed."""

from __future__ import annotations

from textual.app import App

from negotiate.tui.options import Options
from negotiate.tui.screens.room import Room
from negotiate.tui.session import Session


class ComparingApp(App[None]):
    """An app that can set what it shows against another version."""

    session: Session | None
    options: Options

    def go(self, screen: Room) -> None:
        """Open a screen, or go back to it."""
        raise NotImplementedError

    def action_changes(self) -> None:
        from negotiate.tui.screens.version import VersionDialog

        if self.session:
            self.push_screen(VersionDialog(self.session), self._compare)

    def _compare(self, word: str | None) -> None:
        from negotiate.tui.comparison import since
        from negotiate.tui.screens.changes import ChangesScreen

        if not word or not self.session:
            return
        if isinstance(self.screen, ChangesScreen):
            self.screen.compare(since(word))
        else:
            self.go(ChangesScreen(self.session, self.options, since(word)))
