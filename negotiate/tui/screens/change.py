"""Changing one value where it stands: the loader judges every word as it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from negotiate.files.edit import Bench, EditRefused, Field, Judgement
from negotiate.text.clean import clean_block, one_line
from negotiate.tui.screens.closing import close
from negotiate.tui.screens.dialog import dialog_css
from negotiate.tui.spans import shorten
from negotiate.tui.widgets.bindings import OPEN, TAKE

_PAUSE = 0.12
"""Seconds without a key before the words are judged: to judge takes 40 ms."""
_MOST_FIELDS = 8


class ChangeDialog(ModalScreen[str | None]):
    """Returns what was saved, in words; None where nothing was."""

    DEFAULT_CSS = dialog_css("ChangeDialog")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="back", tooltip="Change nothing", group=OPEN, priority=True),
        Binding("down,tab", "field(1)", "next", id="next_field", tooltip="Next value", group=TAKE, priority=True),
        Binding(
            "up,shift+tab", "field(-1)", "before", id="field_before", tooltip="Value before", group=TAKE, priority=True
        ),
    ]

    def __init__(self, bench: Bench, fields: Sequence[Field]) -> None:
        super().__init__()
        self.bench, self.fields = bench, fields
        self.at = 0

    @property
    def field(self) -> Field:
        return self.fields[self.at]

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(id="fields")
            yield Input(self.field.words, select_on_focus=False)
            yield Static(id="verdict", classes="hint")
            yield Static(self._keys(), markup=False, id="keys")

    def _keys(self) -> str:
        return ("↑ ↓ another value · " if len(self.fields) > 1 else "") + "enter saves this value alone · esc leaves"

    def on_mount(self) -> None:
        self._show_fields()
        self.query_one(Input).focus()

    def _show_fields(self) -> None:
        """The values at this place, the one being changed marked."""
        place = self.field.place
        first = max(0, min(self.at - _MOST_FIELDS // 2, len(self.fields) - _MOST_FIELDS))
        lines = [Text(one_line(f"{place.file}:{place.line}"), "dim")]
        for n, each in list(enumerate(self.fields))[first : first + _MOST_FIELDS]:
            said = f"{one_line(each.label)}: {one_line(each.words)}"
            mark = "> " if n == self.at else "  "
            lines.append(Text(mark + shorten(said, 64), "bold" if n == self.at else ""))
        self.query_one("#fields", Static).update(Text("\n").join(lines))

    def action_field(self, step: int) -> None:
        self.at = (self.at + step) % len(self.fields)
        self._show_fields()
        entry = self.query_one(Input)
        entry.value = self.field.words
        entry.cursor_position = len(entry.value)

    # --- judging

    def on_input_changed(self, event: Input.Changed) -> None:
        self._judge(self.field, event.value)

    @work(thread=True, exclusive=True, group="judge")
    def _judge(self, field: Field, words: str) -> None:
        """Beside the screen: a key never waits for the loader."""
        from time import sleep

        worker = get_current_worker()
        sleep(_PAUSE)
        if worker.is_cancelled:
            return
        try:
            judged = self.bench.judge(field.place.file, field.path, words)
        except EditRefused as refused:
            judged = Judgement(None, refused=refused.message)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._tell, judged, words == field.words)

    def _tell(self, judged: Judgement, same: bool) -> None:
        if not self.is_current:
            return
        lead = "" if judged.is_fine else "! "
        said = judged.said or ("as it is" if same else "can be read")
        self._say(lead + said)

    def _say(self, words: str) -> None:
        self.query_one("#verdict", Static).update(Text(clean_block(words)))

    # --- saving

    def on_input_submitted(self, event: Input.Submitted) -> None:
        field = self.field
        try:
            saved = self.bench.save(field.place.file, field.path, event.value)
        except EditRefused as refused:
            self._say(f"! {refused.message}" + (f"\n{refused.diff}" if refused.diff else ""))
            return
        if saved is None:
            self._say("these words are there already")
            return
        close(self, f"Saved in {saved.place}.")

    def action_leave(self) -> None:
        close(self, None)
