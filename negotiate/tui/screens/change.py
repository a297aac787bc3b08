"""Changing one value where it stands: the loader judges every word as it is typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widgets import Input

from negotiate.files.edit import Bench, EditRefused, Field
from negotiate.text.clean import one_line
from negotiate.tui.screens.closing import close
from negotiate.tui.screens.dialog import dialog_css
from negotiate.tui.screens.judged import Judged, JudgedDialog


class ChangeDialog(JudgedDialog):
    """Returns what was saved, in words; None where nothing was."""

    DEFAULT_CSS = dialog_css("ChangeDialog")

    def __init__(self, bench: Bench, fields: Sequence[Field]) -> None:
        super().__init__()
        self.bench, self.fields = bench, fields

    @property
    def field(self) -> Field:
        return self.fields[self.at]

    def head(self) -> str:
        place = self.field.place
        return f"{place.file}:{place.line}"

    def choices(self) -> Sequence[str]:
        """The values at this place."""
        return [f"{one_line(each.label)}: {one_line(each.words)}" for each in self.fields]

    def words(self) -> str:
        return self.field.words

    def keys(self) -> str:
        return ("↑ ↓ another value · " if len(self.fields) > 1 else "") + "enter saves this value alone · esc leaves"

    def judge(self, at: int, words: str) -> Judged:
        field = self.fields[at]
        try:
            judged = self.bench.judge(field.place.file, field.path, words)
        except EditRefused as refused:
            return Judged(refused.message, is_fine=False)
        return Judged(judged.said or ("as it is" if words == field.words else "can be read"), judged.is_fine)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        field = self.field
        try:
            saved = self.bench.save(field.place.file, field.path, event.value)
        except EditRefused as refused:
            self.say(f"! {refused.message}" + (f"\n{refused.diff}" if refused.diff else ""))
            return
        if saved is None:
            self.say("these words are there already")
            return
        close(self, f"Saved in {saved.place}.")
