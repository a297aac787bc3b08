"""Small windows in the middle of the screen: a path to write to, a question to answer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from negotiate.text.clean import one_line
from negotiate.tui.messages import Export
from negotiate.tui.screens.closing import close
from negotiate.tui.widgets.bindings import OPEN, bind

_CSS = """
{name} {{ align: center middle; background: $background 60%; }}
{name} Vertical {{ width: 72; max-width: 92%; height: auto; padding: 1 2; background: $panel; }}
{name} Static {{ width: 100%; background: $panel; }}
{name} .hint {{ margin-top: 1; color: $accent; }}
{name} Input {{ margin-top: 1; }}
"""


def dialog_css(name: str) -> str:
    """A dialog of that name in the middle of the screen."""
    return _CSS.format(name=name)


class ExportDialog(ModalScreen[Export | None]):
    """Asks where to write. A file that is there already is replaced only when asked a second time."""

    DEFAULT_CSS = dialog_css("ExportDialog")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="back", tooltip="Write nothing", group=OPEN, priority=True),
    ]

    def __init__(self, proposed: Path, what: str) -> None:
        super().__init__()
        self.proposed, self.what = proposed, what
        self.asked: Path | None = None

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self.what, markup=False)
            yield Input(str(self.proposed), select_on_focus=False)
            yield Static("enter writes the file · esc leaves", markup=False, classes="hint")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        path = Path(os.path.expanduser(event.value.strip()))
        problem = _problem(path, event.value)
        there = os.path.lexists(path)
        if problem:
            self._say(problem)
        elif there and self.asked != path:
            self.asked = path
            self._say(f"{path.name} is there already. Enter once more replaces it; or write another name.")
        else:
            close(self, Export(path, there))

    def on_input_changed(self) -> None:
        self.asked = None

    def _say(self, text: str) -> None:
        self.query_one(".hint", Static).update(one_line(text))

    def action_leave(self) -> None:
        close(self, None)


def _problem(path: Path, text: str) -> str:
    if not text.strip():
        return "Write a file's name."
    if os.path.isdir(path):
        return f"{path} is a folder: write a file's name after it."
    if not os.path.isdir(path.parent):
        return f"There is no folder {path.parent}."
    return ""


class AskDialog(ModalScreen[bool]):
    """A question with yes and no."""

    DEFAULT_CSS = dialog_css("AskDialog")
    BINDINGS: ClassVar[list[BindingType]] = [
        bind(OPEN, "yes", "y,enter", "answer(True)", "yes", "Yes"),
        bind(OPEN, "no", "n,escape,q,backspace", "answer(False)", "no", "No"),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self.question, markup=False)
            yield Static("y yes · n no", markup=False, classes="hint")

    def action_answer(self, answer: bool) -> None:
        close(self, answer)
