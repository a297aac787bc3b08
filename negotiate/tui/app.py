"""The app: opens screens, keeps the session fresh, and does what screens ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import ActiveBinding, Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from negotiate.text.clean import one_line
from negotiate.tui import settings
from negotiate.tui.ascii import AsciiFilter
from negotiate.tui.comparing import ComparingApp
from negotiate.tui.messages import FolderAsked, IssueAsked, PairAsked
from negotiate.tui.options import Options
from negotiate.tui.rounds import RoundsApp
from negotiate.tui.screens.matrix import MatrixScreen
from negotiate.tui.screens.room import Room
from negotiate.tui.session import Session, open_session, read_again, reopened
from negotiate.tui.themes import OURS
from negotiate.tui.widgets.bindings import COMPARE, OPEN, OVER_TIME, PROGRAM, bind
from negotiate.tui.writing import WritingApp

_WATCH_EVERY = 0.5
"""Seconds: a change is to be seen within one, and to look costs less than a thousandth."""
_HINT = "New here? Press ? for the keys, and for what every word on this screen means."


class NegotiateApp(RoundsApp, ComparingApp, WritingApp):
    """One negotiation on the screen, or the library to choose one from."""

    TITLE = "negotiate"
    CSS = "Toast { background: $panel; color: $foreground; } Tooltip { background: $panel; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        bind(OPEN, "keys", "question_mark", "keys", "keys", "Every key, and what every word means"),
        bind(OPEN, "sources", "S", "sources", "sources", "All sources, and what rests on each"),
        bind(OVER_TIME, "rounds", "r", "rounds", "rounds", "All rounds: what moved, who moved, what was re-opened"),
        bind(OPEN, "evidence", "E", "evidence", "how sure", "What it rests on, which verdicts flip, what is missing"),
        bind(OPEN, "deadlocks", "O", "deadlocks", "deadlocks", "Where what they want first goes in a circle"),
        bind(OPEN, "problems", "exclamation_mark", "problems", "problems", "What is wrong in the files"),
        bind(COMPARE, "changes", "D", "changes", "what changed", "What changed since a day, round or commit"),
        bind(PROGRAM, "theme", "t", "theme", "theme", "The next colour theme"),
        bind(PROGRAM, "reload", "R", "reload", "reload", "Read the files again"),
        bind(PROGRAM, "palette", "ctrl+p", "command_palette", "palette", "Find a command by its name"),
        Binding("ctrl+q", "quit", "quit", False, id="quit", tooltip="Leave the program", group=PROGRAM, priority=True),
    ]  # fmt: skip

    def __init__(
        self,
        session: Session | None,
        options: Options,
        remembered: settings.Settings | None = None,
        first: Callable[[Session, Options], Room] | None = None,
    ) -> None:
        """``first`` makes the first screen, where it is to be another than that of the session."""
        super().__init__(ansi_color=True if options.no_color else None)
        self.session = session
        self.options = options
        self.remembered = remembered or settings.Settings()
        self._first = first
        self._to_ascii = AsciiFilter()
        self._bottom = 1  # how many screens the keys for "back" leave open
        for theme in OURS:
            self.register_theme(theme)
        self.theme = self._first_theme()
        if session:
            self.opened(session)

    def _first_theme(self) -> str:
        if self.options.no_color:
            return "ansi-dark"
        known = self.remembered.theme
        return known if known in self.available_themes else OURS[0].name

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters = super().get_line_filters()
        return [*filters, self._to_ascii] if self.options.plain else filters

    def get_default_screen(self) -> Screen[None]:
        """The first screen itself, so that nothing is composed below it."""
        if self.session is None:
            from negotiate.tui.screens.library import LibraryScreen

            return LibraryScreen(self.options)
        if self._first:
            return self._first(self.session, self.options)
        return self._main_screen(self.session)

    def _main_screen(self, session: Session) -> Screen[None]:
        """The matrix, or the problems of a folder that cannot be read."""
        if session.table is None:
            from negotiate.tui.screens.problems import ProblemsScreen

            return ProblemsScreen(session, self.options)
        return MatrixScreen(session, self.options, "" if self.remembered.seen_help else _HINT)

    def on_mount(self) -> None:
        if self.options.watches:
            self.set_interval(_WATCH_EVERY, self._look_for_changes)

    def on_notify(self) -> None:
        """The newest notice takes the place of those before it, as when a key is pressed several times. (Textual adds
        it after this.)"""
        self.clear_notifications()

    # --- the session

    def opened(self, session: Session) -> None:
        self.title = one_line(f"{session.title} - negotiate")
        self._remember(self.remembered.opened(session.folder))

    def _remember(self, changed: settings.Settings) -> None:
        if changed != self.remembered:
            self.remembered = changed
            if self.options.remembers:
                settings.save(changed)

    def _look_for_changes(self) -> None:
        """Unless that goes on: a large folder takes longer to read than it is until the next time."""
        if not any(worker.group == "watch" and not worker.is_finished for worker in self.workers):
            self._read_changes(reopened)

    @work(thread=True, exclusive=True, group="watch")
    def _read_changes(self, read: Callable[[Session], Session | None], said: str = "") -> None:
        """Look at the files' times; read them again if they differ. In a thread, for slow disks."""
        before = self.session
        now = read(before) if before else None
        if now and before is self.session:
            self.call_from_thread(self.take, now)
            if said and not now.stale:
                self.call_from_thread(self.notify, said, markup=False, timeout=2)

    def take(self, session: Session) -> None:
        """Show the folder as it is now, on every screen that is open."""
        before, self.session = self.session, session
        if session.stale:
            self.notify(self._broken(session), severity="warning", markup=False)
        elif before and before.table is None and session.table:
            self._show_at_last(session)
            return
        for screen in self.screen_stack:
            if isinstance(screen, Room):
                screen.renew(session)

    def _broken(self, session: Session) -> str:
        if number := session.conflicts:
            found = f"git left {number} merge conflict{'' if number == 1 else 's'} in the files"
            return f"{found}; press D to compare the two sides, ! to see"
        return f"{session.errors} error{'' if session.errors == 1 else 's'} in the files; press ! to see"

    def _show_at_last(self, session: Session) -> None:
        """The matrix in place of the problems that a folder opened with."""
        while len(self.screen_stack) > 1 and not isinstance(self.screen, Room):
            self.pop_screen()
        self.opened(session)
        if len(self.screen_stack) > 1:
            self.switch_screen(self._main_screen(session))
        else:  # Textual cannot switch the screen that an app began with
            self._bottom = 2
            self.push_screen(self._main_screen(session))

    def action_reload(self) -> None:
        self._read_changes(read_again, "Read again.")

    # --- going places

    async def action_back(self) -> None:
        """One screen back; from the first one out."""
        if len(self.screen_stack) > self._bottom:
            self.action_escape()
        else:
            self.exit()

    def action_escape(self) -> None:
        """Esc goes back, but does not leave the program."""
        if len(self.screen_stack) > self._bottom:
            self.pop_screen()
        if not any(isinstance(screen, Room) for screen in self.screen_stack):
            self.session = None  # the library is open, and no negotiation

    def action_keys(self) -> None:
        from negotiate.tui.screens.keys import KeysScreen

        self.push_screen(KeysScreen(self.screen.active_bindings, self.options), self._press)
        self._remember(replace(self.remembered, seen_help=True))
        for screen in self.screen_stack:
            if isinstance(screen, MatrixScreen):
                screen.forget_hint()

    async def _press(self, chosen: ActiveBinding | None) -> None:
        if chosen:
            await self.run_action(chosen.binding.action, chosen.node)

    def action_sources(self) -> None:
        from negotiate.tui.screens.sources import SourcesScreen

        if self.session and self.session.table:
            self.go(SourcesScreen(self.session, self.options))

    def action_rounds(self) -> None:
        from negotiate.tui.screens.rounds import RoundsScreen

        history = self.history()
        if history is not None and self.session:
            self.go(RoundsScreen(self.session, self.options, self.pair))

    def action_evidence(self) -> None:
        from negotiate.tui.screens.evidence import EvidenceScreen

        if self.session and self.session.table and len(self.session.table.names) > 1:
            self.go(EvidenceScreen(self.session, self.options, self.pair))

    def action_deadlocks(self) -> None:
        from negotiate.tui.screens.deadlocks import DeadlocksScreen

        if self.session and self.session.table:
            self.go(DeadlocksScreen(self.session, self.options))

    def action_problems(self) -> None:
        from negotiate.tui.screens.problems import ProblemsScreen

        if self.session:
            self.go(ProblemsScreen(self.session, self.options))

    def go(self, screen: Room) -> None:
        """Open a screen. One on top already stays; to one further down is gone back, so that each is open once and as
        many keys as open screens lead out again."""
        kind = type(screen)
        if type(self.screen) is kind:
            return
        if not any(type(each) is kind for each in self.screen_stack):
            self.push_screen(screen)
            return
        while type(self.screen) is not kind:
            self.pop_screen()
        if len(self.screen_stack) > self._bottom:  # Textual cannot switch the screen that an app began with
            self.switch_screen(screen)

    def on_issue_asked(self, message: IssueAsked) -> None:
        from negotiate.tui.screens.issue import IssueScreen

        assert self.session and self.session.table
        issues = tuple(self.session.table.negotiation.issues)
        shown = next((screen.shown for screen in self.screen_stack if isinstance(screen, MatrixScreen)), ())
        listed = tuple(issue.id for issue in shown)
        chosen = listed if message.issue in listed else issues
        self.go(IssueScreen(self.session, self.options, message.issue, message.pair, message.parties, chosen))

    def on_pair_asked(self, message: PairAsked) -> None:
        from negotiate.tui.screens.pair import PairScreen

        assert self.session
        self.go(PairScreen(self.session, self.options, message.pair))

    def on_folder_asked(self, message: FolderAsked) -> None:
        self._open(open_session(message.folder))

    def _open(self, session: Session) -> None:
        self.session = session
        self.opened(session)
        self.push_screen(self._main_screen(session))

    def action_command_palette(self) -> None:
        from negotiate.tui.screens.commands import Commands

        if not isinstance(self.screen, Commands):
            self.push_screen(Commands())

    def action_theme(self) -> None:
        """The next theme; where there are no colours there is nothing to choose."""
        if self.options.no_color:
            self.notify("NO_COLOR is set: the terminal's own colours are used.", markup=False)
            return
        names = [theme.name for theme in OURS]
        names += [name for name in self.available_themes if name not in names]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._remember(replace(self.remembered, theme=self.theme))
        self.notify(self.theme, markup=False, timeout=2)
