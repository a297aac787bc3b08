"""Where the filter is typed. Every printable key goes into it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from negotiate.tui.widgets.bindings import FIND
from negotiate.tui.widgets.typed import FilterChanged, FilterEnded


class FilterBar(Horizontal):
    """Posts what is typed, and how it ended."""

    DEFAULT_CSS = """
    FilterBar { dock: bottom; height: 1; background: $panel; }
    FilterBar Static { width: auto; padding: 0 1; color: $accent; background: $panel; text-style: bold; }
    FilterBar #filter-keys { color: $text-muted; text-style: none; }
    FilterBar Input { width: 1fr; }
    FilterBar Input, FilterBar Input:focus { border: none; height: 1; padding: 0; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "keep", "keep the filter", id="filter_keep", tooltip="Keep the filter", group=FIND, priority=True
        ),
        Binding(
            "escape", "clear", "clear it", id="filter_clear", tooltip="Clear the filter", group=FIND, priority=True
        ),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def compose(self) -> ComposeResult:
        yield Static("/", markup=False)
        yield Input(self.text, placeholder="type a word: rows without it go", compact=True, select_on_focus=False)
        yield Static("enter keeps · esc clears", markup=False, id="filter-keys")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(FilterChanged(event.value))

    def action_keep(self) -> None:
        self.post_message(FilterEnded(True))

    def action_clear(self) -> None:
        self.post_message(FilterEnded(False))
