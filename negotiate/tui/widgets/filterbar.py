"""Where the filter is typed. Every printable key goes into it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from negotiate.tui.widgets.bindings import FIND, bind
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
        # Not with priority: keys typed before them are to reach the input first.
        bind(FIND, "filter_keep", "enter", "keep", "keep the filter", "Keep the filter"),
        bind(FIND, "filter_clear", "escape", "clear", "clear it", "Clear the filter"),
    ]

    def __init__(self, text: str, hint: str) -> None:
        super().__init__()
        self.input = Input(text, placeholder=hint, compact=True, select_on_focus=False)

    def compose(self) -> ComposeResult:
        yield Static("/", markup=False)
        yield self.input
        yield Static("enter keeps · esc clears", markup=False, id="filter-keys")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(FilterChanged(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        self.post_message(FilterEnded(True))

    def action_clear(self) -> None:
        self.post_message(FilterEnded(False))
