"""Screens with a line above the keys in which a word is typed: to filter by, or to find."""

from __future__ import annotations

import asyncio
import contextlib
from typing import ClassVar

from textual import events
from textual.widget import Widget

from negotiate.tui.screens.room import Room

_PATIENCE = 0.5
"""Seconds; a few thousandths are the rule."""


class TypingRoom(Room):
    """Subclasses hear ``FilterChanged`` and ``FilterEnded``."""

    TYPED_HINT: ClassVar[str]
    """What the line is for, where it is empty."""
    held: list[events.Key] | None = None

    @property
    def body(self) -> Widget:
        """What the keys go to otherwise."""
        raise NotImplementedError

    @property
    def typed(self) -> str:
        """What stands in the line at first."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """What is typed so fast after "/" that the bar is not there yet is held back for it."""
        if self.held is not None:
            self.held.append(event)
            event.stop()
        elif event.key == "slash":
            self.held = []

    async def action_filter(self) -> None:
        """The bar is loaded when it is first asked for: Textual's Input costs 30 ms at the start."""
        from negotiate.tui.widgets.filterbar import FilterBar

        if not self.query(FilterBar):
            await self.mount(FilterBar(self.typed, self.TYPED_HINT))
        await self._keys_on_their_way()
        bar = self.query_one(FilterBar)
        self.set_focus(bar.input)
        held, self.held = self.held or [], None
        for key in held:  # straight to the input, before any key that the app has yet to pass on
            key.stop(False)
            bar.input.post_message(key)

    async def _keys_on_their_way(self) -> None:
        """Until those that were passed to the body have come up to this screen; the app passes on none meanwhile."""
        arrived = asyncio.Event()
        self.body.call_later(self.call_later, arrived.set)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(arrived.wait(), _PATIENCE)

    async def close_bar(self) -> None:
        await self.query("FilterBar").remove()
        self.body.focus()
