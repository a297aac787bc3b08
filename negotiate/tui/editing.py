"""Editing from the screens: the editor at a line, one value in place, and taking a change back."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from textual.app import App, SuspendNotSupported

from negotiate.compare import Pair
from negotiate.files.edit import Bench, EditRefused
from negotiate.model import Place
from negotiate.text.clean import one_line
from negotiate.tui.editor import chosen_editor, command
from negotiate.tui.messages import ChangeAsked, EditAsked, UndoAsked
from negotiate.tui.options import Options
from negotiate.tui.screens.room import Room
from negotiate.tui.session import Session, open_session, reopened
from negotiate.tui.texts.told_verdicts import told_verdicts

_TO_READ = 12
"""Seconds for a notice of several sentences."""


_NOTHING_TO_UNDO = (
    "There is nothing to take back: u takes back what was changed here with i, since the program was started. "
    "What was changed in an editor is undone in the editor."
)


class EditingApp(App[None]):
    """An app whose files can be changed. What else it does with a session is up to the app itself."""

    session: Session | None
    options: Options
    bench: Bench | None = None

    @property
    def pair(self) -> Pair | None:
        """The two whom the screen compares, or the one below it that does; None for all together."""
        rooms = (each for each in reversed(self.screen_stack) if isinstance(each, Room) and each.IS_ABOUT_PARTIES)
        return next((each.pair_shown for each in rooms), None)

    def opened(self, session: Session) -> None:
        """Another folder is shown from now on."""
        raise NotImplementedError

    def take(self, session: Session) -> None:
        """Show the folder as it is now."""
        raise NotImplementedError

    def on_edit_asked(self, message: EditAsked) -> None:
        self._on_own_files(message.place, self._edit)

    def on_change_asked(self, message: ChangeAsked) -> None:
        self._on_own_files(message.place, self._change)

    def _on_own_files(self, place: Place, work: Callable[[Session, Place], None]) -> None:
        """Files that came with the program are copied first."""
        from negotiate.files.bundled import is_installed_copy

        assert self.session
        if is_installed_copy(self.session.folder):
            self._offer_copy(self.session, place, work)
        else:
            work(self.session, place)

    def _edit(self, session: Session, place: Place) -> None:
        words = chosen_editor(os.environ)
        if not words:
            self.notify("No editor found: set $EDITOR, for example to nano.", severity="warning", markup=False)
            return
        path = session.path(place)
        try:
            with self.suspend():
                subprocess.run(command(words, path, place.line), check=False)
        except (OSError, SuspendNotSupported) as error:
            self.notify(f"{' '.join(words)}: {error}", severity="error", markup=False)
            return
        self.refresh()
        self._look_again(session)

    def _look_again(self, session: Session) -> None:
        if now := reopened(session):
            self.take(now)

    def _offer_copy(self, session: Session, place: Place, work: Callable[[Session, Place], None]) -> None:
        from negotiate.tui.screens.dialog import AskDialog

        goal = Path.cwd() / session.folder.name
        if goal.exists():
            said = f"{goal} is there already; open it with: negotiate {goal.name}"
            self.notify(f"These files came with the program. {said}", markup=False, timeout=10)
            return

        def copy(agreed: bool | None) -> None:
            if agreed:
                self._copy(session, goal, place, work)

        question = (
            f"These files came with the program, and its next update replaces them. Copy them to {goal} and edit there?"
        )
        self.push_screen(AskDialog(question), copy)

    def _copy(self, session: Session, goal: Path, place: Place, work: Callable[[Session, Place], None]) -> None:
        inside = session.path(place).relative_to(session.folder)
        try:
            shutil.copytree(session.folder, goal)
        except OSError as error:
            self.notify(f"{goal}: {error.strerror}", severity="error", markup=False)
            return
        copied = open_session(goal)
        self.opened(copied)
        self.take(copied)
        work(copied, Place(str(goal / inside), place.line, place.column))

    # --- one value in place

    def _change(self, session: Session, place: Place) -> None:
        from negotiate.tui.screens.change import ChangeDialog

        bench = self._bench_of(session)
        try:
            fields = bench.fields(Place(str(session.path(place)), place.line, place.column))
        except EditRefused as refused:
            self.notify(f"{one_line(refused.message)}. Press e for your editor.", severity="warning", markup=False)
            return
        fields = tuple(each for each in fields if "\n" not in each.words)
        if not fields:
            self.notify("Nothing here that is one value of one line. Press e for your editor.", markup=False)
            return
        self.push_screen(ChangeDialog(bench, fields), lambda saved: self._changed(session, saved))

    def _bench_of(self, session: Session) -> Bench:
        """One bench for a folder, so that what was done can be undone."""
        folder = str(session.folder)
        if self.bench is None or self.bench.folder != folder:
            self.bench = Bench(folder)
        self.bench.refresh()
        return self.bench

    def _changed(self, session: Session, saved: str | None) -> None:
        if saved and self.bench and self.bench.last:
            self._tell(session, f"Saved in {session.shown(self.bench.last.place)}.", "Press u to take it back.")

    def _tell(self, session: Session, done: str, then: str = "") -> None:
        """What was done to the files, and what it does to the verdicts."""
        before = self.session.table if self.session else None
        self._look_again(session)
        now = None if self.session is None or self.session.stale else self.session.table
        verdicts = told_verdicts(before, now, self.pair, "->" if self.options.plain else "→") if before and now else ""
        self.notify(" ".join(filter(None, (done, verdicts, then))), markup=False, timeout=_TO_READ)

    def on_undo_asked(self, message: UndoAsked) -> None:
        assert self.session
        bench = self.bench if self.bench and self.bench.folder == str(self.session.folder) else None
        try:
            undone = bench.undo() if bench else None
        except EditRefused as refused:
            self.notify(self._not_undone(self.session, refused), severity="warning", markup=False, timeout=_TO_READ)
            return
        if undone is None:
            self.notify(_NOTHING_TO_UNDO, markup=False, timeout=_TO_READ)
            return
        self._tell(self.session, f"Taken back: {self.session.shown(undone.place)}.")

    def _not_undone(self, session: Session, refused: EditRefused) -> str:
        """What is so, and what to do; ``last`` is what was to be taken back."""
        last = self.bench.last if self.bench else None
        if last is None or not refused.diff:
            return one_line(f"Not taken back: {refused}. Press e to change it in your editor.")
        file, _, line = session.shown(last.place).rpartition(":")
        said = f"Not taken back: {file} has been changed since, by an editor or another program, and stays as it is."
        return f"{said} The value in line {line} was: {one_line(last.change.old)}. Press i there to write that again."
