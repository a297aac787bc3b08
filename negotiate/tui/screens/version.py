"""Asks with which earlier version to compare what is on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import work
from textual.message import Message
from textual.widgets import Input

from negotiate.report.refused import RefusedError
from negotiate.report.versions.earlier import Offer, earlier, offered_commits, offered_rounds
from negotiate.report.wording import capital
from negotiate.tui.comparison import SIDES
from negotiate.tui.screens.closing import close
from negotiate.tui.screens.dialog import dialog_css
from negotiate.tui.screens.judged import NONE, Judged, JudgedDialog
from negotiate.tui.session import Session

_LOOKING = "Looking into git …"


class VersionDialog(JudgedDialog):
    """Returns the word for it: one of those offered, or any other."""

    DEFAULT_CSS = dialog_css("VersionDialog")
    PLACEHOLDER = "or write a day, a revision, a folder"

    @dataclass
    class Looked(Message):
        """The commits that git has to offer; ``note`` says why there are none."""

        commits: Sequence[Offer]
        note: str

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        is_merging = session.conflicts > 0
        self.sides = (Offer(SIDES, "the two sides of the merge"),) if is_merging else ()
        self.commits: Sequence[Offer] = ()
        self.rounds = offered_rounds(session.table) if session.table else ()
        self.at = 0 if is_merging else NONE
        self.note = _LOOKING
        self.is_hurried = False

    @property
    def offers(self) -> Sequence[Offer]:
        return (*self.sides, *self.commits, *self.rounds)

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(Input).select_all()
        self._look_into_git()

    # --- what is offered

    @work(thread=True, group="git")
    def _look_into_git(self) -> None:
        try:
            commits = offered_commits(str(self.session.folder))
            note = "" if commits else "In git's last commits it is as it is here."
        except RefusedError as refused:
            commits, note = (), f"{capital(str(refused))}."
        self.post_message(self.Looked(commits, note))

    def on_version_dialog_looked(self, message: Looked) -> None:
        """What was marked stays marked; where nothing was, the first is."""
        if not self.is_current:  # a choice was made before git answered
            return
        own = self.at == NONE and self.query_one(Input).value
        self.commits, self.note = message.commits, message.note
        if self.at >= len(self.sides):
            self.at += len(self.commits)
        if self.at == NONE and self.offers and not own:
            self.mark(0)
        self.show_choices()
        if self.is_hurried:
            self._choose(self.words())

    def mark(self, at: int) -> None:
        """What is typed then replaces its word."""
        super().mark(at)
        self.query_one(Input).select_all()

    def head(self) -> str:
        return "What changed since"

    def choices(self) -> Sequence[str]:
        width = max((len(offer.word) for offer in self.offers), default=0)
        return [f"{offer.word.ljust(width)}  {offer.said}" for offer in self.offers]

    def words(self) -> str:
        return self.offers[self.at].word if self.at != NONE else ""

    def keys(self) -> str:
        return "↑ ↓ another version · enter compares · esc leaves"

    # --- what is typed

    def on_input_changed(self, event: Input.Changed) -> None:
        if self.at != NONE and event.value != self.words():
            self.at = NONE
            self.show_choices()
        super().on_input_changed(event)

    def judge(self, at: int, words: str) -> Judged:
        if not words.strip() or words.strip() == SIDES:
            return Judged("")
        try:
            return Judged(earlier(words, self.session.table, str(self.session.folder)).said)
        except RefusedError as refused:
            return Judged(str(refused), is_fine=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Without words it is the first that is offered, as soon as git has answered."""
        self.is_hurried = self.note == _LOOKING and not event.value.strip()
        if not self.is_hurried:
            self._choose(event.value)

    def _choose(self, words: str) -> None:
        if not words.strip():
            self.say("! write a day, a round, a revision or a folder")
        elif words != self.refused:
            close(self, words)
