"""A window with choices and a line of words, which are judged beside the screen while they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import sleep
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from negotiate.text.clean import clean_block, one_line
from negotiate.tui.screens.closing import close
from negotiate.tui.spans import shorten
from negotiate.tui.widgets.bindings import OPEN, TAKE

_PAUSE = 0.12
"""Seconds without a key before the words are judged: to judge takes 40 ms."""
_MOST_SHOWN = 8
_WIDEST = 64
NONE = -1
"""No choice: the words are the reader's own."""


class Judged(NamedTuple):
    said: str
    is_fine: bool = True


class JudgedDialog(ModalScreen[str | None]):
    """Subclasses say the choices, and judge. Returns words; None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="back", tooltip="Change nothing", group=OPEN, priority=True),
        Binding("down,tab", "field(1)", "next", id="next_field", tooltip="Next choice", group=TAKE, priority=True),
        Binding(
            "up,shift+tab", "field(-1)", "before", id="field_before", tooltip="Choice before", group=TAKE, priority=True
        ),
    ]
    PLACEHOLDER = ""
    at = 0
    note = ""
    """A line below the choices."""
    refused = ""
    """The words that were judged not to do."""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(id="fields")
            yield Input(self.words(), placeholder=self.PLACEHOLDER, select_on_focus=False)
            yield Static(id="verdict", classes="hint")
            yield Static(self.keys(), markup=False, id="keys")

    def on_mount(self) -> None:
        self.show_choices()
        self.query_one(Input).focus()

    @dataclass
    class Answered(Message):
        """What the judge says of some words."""

        words: str
        judged: Judged

    # --- what a subclass says

    def head(self) -> str:
        """The line above the choices."""
        raise NotImplementedError

    def choices(self) -> Sequence[str]:
        """A line each."""
        raise NotImplementedError

    def words(self) -> str:
        """Those of the choice that is marked."""
        raise NotImplementedError

    def keys(self) -> str:
        raise NotImplementedError

    def judge(self, at: int, words: str) -> Judged:
        """In a thread."""
        raise NotImplementedError

    # --- the choices

    def show_choices(self) -> None:
        """Those around the marked one."""
        choices = self.choices()
        first = max(0, min(self.at - _MOST_SHOWN // 2, len(choices) - _MOST_SHOWN))
        lines = [Text(one_line(self.head()), "dim")]
        for n, said in list(enumerate(choices))[first : first + _MOST_SHOWN]:
            mark = "> " if n == self.at else "  "
            lines.append(Text(mark + shorten(said, _WIDEST), "bold" if n == self.at else ""))
        if self.note:
            lines.append(Text(clean_block(self.note), "dim"))
        self.query_one("#fields", Static).update(Text("\n").join(lines))

    def action_field(self, step: int) -> None:
        if count := len(self.choices()):
            self.mark((self.at + step) % count if self.at != NONE else (0 if step > 0 else count - 1))

    def mark(self, at: int) -> None:
        """Its words come into the line."""
        self.at = at
        self.show_choices()
        entry = self.query_one(Input)
        entry.value = self.words()
        entry.cursor_position = len(entry.value)

    # --- the words

    def on_input_changed(self, event: Input.Changed) -> None:
        self._judge(self.at, event.value)

    @work(thread=True, exclusive=True, group="judge")
    def _judge(self, at: int, words: str) -> None:
        """Beside the screen: a key never waits for the disk."""
        worker = get_current_worker()
        sleep(_PAUSE)
        if worker.is_cancelled:
            return
        judged = self.judge(at, words)
        if not worker.is_cancelled:
            self.post_message(self.Answered(words, judged))

    def on_judged_dialog_answered(self, message: Answered) -> None:
        judged = message.judged
        self.refused = "" if judged.is_fine else message.words
        if self.is_current:
            self.say(("" if judged.is_fine else "! ") + judged.said)

    def say(self, words: str) -> None:
        self.query_one("#verdict", Static).update(Text(clean_block(words)))

    def action_leave(self) -> None:
        close(self, None)
