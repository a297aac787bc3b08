"""The line of keys at the bottom, taken from the live bindings; a click on one presses it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from textual import events
from textual.binding import ActiveBinding
from textual.strip import Strip
from textual.widget import Widget

from negotiate.tui.drawing import strip
from negotiate.tui.palette import Palette
from negotiate.tui.spans import Span

_NAMES = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "question_mark": "?",
    "slash": "/",
    "exclamation_mark": "!",
    "minus": "-",
    "plus": "+",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
}
_PLAIN_NAMES = {"down": "down", "up": "up", "left": "left", "right": "right"}


def key_name(key: str, plain: bool = False) -> str:
    """How a key is called on screen: "?", "pgdn", "ctrl+d"."""
    if plain and key in _PLAIN_NAMES:
        return key
    return _NAMES.get(key, key)


class Place(NamedTuple):
    start: int
    stop: int
    active: ActiveBinding


class Keybar(Widget):
    """The most important keys first, as many as fit; room is kept for the ``last`` one, how to leave."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Keybar { dock: bottom; height: 1; }"

    def __init__(self, ids: Sequence[str], plain: bool = False, no_color: bool = False, last: str = "") -> None:
        super().__init__()
        self.ids, self.last, self.plain, self.no_color = ids, last, plain, no_color

    def _places(self) -> Iterator[tuple[Place, str, str]]:
        """Each key that fits, from left to right."""
        by_id = _first_of_each(self.screen.active_bindings)
        known = [(name, *self._named(*by_id[name])) for name in (*self.ids, self.last) if name in by_id]
        kept = sum(len(shown) + len(said) + 3 for name, shown, said, _ in known if name == self.last)
        at = 1
        for name, shown, said, active in known:
            kept -= kept if name == self.last else 0
            stop = at + len(shown) + 1 + len(said)
            if stop + kept <= self.size.width:
                yield Place(at, stop, active), shown, said
                at = stop + 2

    def _named(self, key: str, active: ActiveBinding) -> tuple[str, str, ActiveBinding]:
        return key_name(key, self.plain), active.binding.description, active

    def render_line(self, y: int) -> Strip:
        palette = Palette.of(self.app.current_theme, self.no_color)
        spans, at = list[Span](), 0
        for place, key, said in self._places():
            spans += [Span(" " * (place.start - at)), Span(key, "key"), Span(f" {said}", "quiet")]
            at = place.stop
        return strip(tuple(spans), self.size.width, palette, "bar")

    async def on_click(self, event: events.Click) -> None:
        for place, _, _ in self._places():
            if place.start <= event.x < place.stop:
                await self.app.run_action(place.active.binding.action, place.active.node)
                return


def _first_of_each(active: Mapping[str, ActiveBinding]) -> dict[str, tuple[str, ActiveBinding]]:
    found: dict[str, tuple[str, ActiveBinding]] = {}
    for key, binding in active.items():
        if binding.binding.id and binding.enabled:
            found.setdefault(binding.binding.id, (key, binding))
    return found
