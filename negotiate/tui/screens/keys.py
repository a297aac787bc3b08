"""Every key of the screen it was opened from, and the glossary. Enter presses the chosen key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.screen import Screen

from negotiate.tui.options import Options
from negotiate.tui.screens.closing import close
from negotiate.tui.spans import Block, Line, Para, Span, Target, heading, para
from negotiate.tui.texts.glossary import explained, glossary_blocks
from negotiate.tui.texts.signs import ascii_signs, signs
from negotiate.tui.widgets.bindings import OPEN, ORDER, bind
from negotiate.tui.widgets.keybar import Keybar, key_name
from negotiate.tui.widgets.lines import Lines
from negotiate.tui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class Key:
    """What to run, and on which node."""

    active: ActiveBinding


class KeysScreen(Screen[ActiveBinding | None]):
    DEFAULT_CSS = """
    KeysScreen { background: $background; }
    KeysScreen #heading { dock: top; height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind(OPEN, "back", "q,escape,backspace,question_mark", "dismiss_keys", "back", "Back"),
    ]

    def __init__(self, active: Mapping[str, ActiveBinding], options: Options) -> None:
        super().__init__()
        self.active, self.options = active, options

    def compose(self) -> ComposeResult:
        plain, no_color = self.options.plain, self.options.no_color
        self.page = Page(plain, no_color, id="page")
        self.heading = Lines("bar", margin=0, plain=plain, no_color=no_color, id="heading")
        yield self.heading
        yield Keybar(("back", "choose", "next_section", "page_down", "page_up"), plain, no_color)
        yield self.page

    def on_mount(self) -> None:
        title: Line = (Span(" Keys and words", "title"), Span("  enter presses the key under the cursor", "quiet"))
        self.heading.show([Para(title, fixed=True)])
        sign = ascii_signs if self.options.plain else signs
        opening = para(
            Span("tab", "key"),
            " goes on to the ",
            Span("words", "strong"),
            ": verdicts, replies, grades, each in a line.",
        )
        self.page.show([Block((opening,)), *key_blocks(self.active, self.options.plain), *glossary_blocks(sign)])
        self.page.focus()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        if isinstance(message.target.opens, Key):
            close(self, message.target.opens.active)

    def action_dismiss_keys(self) -> None:
        close(self, None)


def key_blocks(active: Mapping[str, ActiveBinding], plain: bool) -> list[Block]:
    """The live bindings, those of one group together, several keys of one action on one line."""
    by_id: dict[str, tuple[list[str], ActiveBinding]] = {}
    for key, each in active.items():
        if each.binding.id:
            by_id.setdefault(each.binding.id, ([], each))[0].append(key_name(key, plain))
    blocks = []
    for group in ORDER:
        found = [entry for entry in by_id.values() if entry[1].binding.group == group]
        if found:
            # Only what comes after the keys is a stop for tab: one press and the words are there.
            blocks += [replace(heading(group.description), section=False), *(_block(*entry) for entry in found)]
    return blocks


def _block(keys: list[str], active: ActiveBinding) -> Block:
    said = active.binding.tooltip or active.binding.description
    words: Line = (Span(", ".join(keys), "key"),)
    return Block((explained(words, said),), Target(None, f"{', '.join(keys)}: {said}", Key(active)))
