"""Tones and grounds as colours, from whatever theme is on, always readable."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

CONTRAST = 4.5
"""WCAG 2 AA for text."""

GROUNDS = ("ground", "row", "cursor", "bar")

_BOLD = {"strong", "heading", "title", "key", "match", "chosen"}
_ANSI = {
    "good": "green",
    "fair": "cyan",
    "far": "yellow",
    "bad": "red",
    "alert": "magenta",
    "accent": "blue",
    "key": "blue",
    "heading": "blue",
}
_PLAIN = {
    "": Style(),
    "quiet": Style(dim=True),
    "rule": Style(dim=True),
    "match": Style(bold=True, underline=True),
    "chosen": Style(bold=True, reverse=True),
}


class Palette:
    """The style of each tone on each ground. ``colours`` is None where the terminal's own are used."""

    def __init__(self, colours: Mapping[str, Color] | None, hues: bool = True) -> None:
        self._colours = colours
        self._hues = hues
        self._styles: dict[tuple[str, str], Style] = {}

    @staticmethod
    def of(theme: Theme, no_color: bool = False) -> Palette:
        """The palette of a theme; with ``no_color`` only bold, dim, underline and reverse."""
        return _palette(theme.name, no_color, _Named(theme))

    def style(self, tone: str, ground: str = "ground") -> Style:
        key = tone, ground
        if key not in self._styles:
            self._styles[key] = self._plain(*key) if self._colours is None else self._coloured(*key)
        return self._styles[key]

    def _plain(self, tone: str, ground: str) -> Style:
        style = _PLAIN.get(tone, Style(bold=tone in _BOLD))
        if self._hues and tone in _ANSI:
            style += Style(color=_ANSI[tone])
        if ground == "cursor":
            style = Style(reverse=True, bold=tone in _BOLD)
        return style

    def _coloured(self, tone: str, ground: str) -> Style:
        assert self._colours is not None
        below = self._colours[ground]
        if tone in ("match", "chosen"):
            fill = self._colours["far" if tone == "match" else "accent"]
            return Style(color=readable(self._colours["ground"], fill).rich_color, bgcolor=fill.rich_color, bold=True)
        above = self._colours.get(tone, self._colours["text"])
        if tone != "rule":
            above = readable(above, below)
        return Style(color=above.rich_color, bgcolor=below.rich_color, bold=tone in _BOLD)


class _Named:
    """A theme that is told apart by its name, so that palettes can be kept (a Theme cannot be hashed)."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Named)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=32)
def _palette(name: str, no_color: bool, named: _Named) -> Palette:
    if no_color or named.theme.ansi:
        return Palette(None, hues=not no_color)
    return Palette(_colours(named.theme))


def _colours(theme: Theme) -> dict[str, Color]:
    variables = theme.to_color_system().generate() | theme.variables

    def named(name: str, *others: str) -> Color:
        found = next(variables[each] for each in (name, *others) if each in variables)
        return Color.parse(found)

    ground, text = named("background"), named("foreground")
    if text.a < 1 or text.ansi is not None:
        text = ground.get_contrast_text(1.0)
    accent = named("accent")
    return {
        "ground": ground,
        "row": ground.blend(named("surface"), 0.7) if "surface" in variables else ground,
        "bar": named("panel", "surface"),
        "cursor": named("ground-cursor") if "ground-cursor" in variables else ground.blend(accent, 0.34),
        "text": readable(text, ground),
        "good": named("tone-good", "success"),
        "fair": named("tone-fair", "secondary", "primary"),
        "far": readable(named("tone-far", "warning"), ground),
        "bad": named("tone-bad", "error"),
        "alert": named("tone-alert", "accent"),
        "quiet": named("tone-quiet") if "tone-quiet" in variables else text.blend(ground, 0.3),
        "rule": named("tone-rule") if "tone-rule" in variables else ground.blend(text, 0.18),
        "accent": accent,
        "key": accent,
        "heading": accent,
    }


def readable(colour: Color, ground: Color) -> Color:
    """``colour``, moved towards white or black until it reads on ``ground``."""
    end = max((Color(255, 255, 255), Color(0, 0, 0)), key=lambda each: contrast(each, ground))
    for step in range(21):
        moved = colour.blend(end, step / 20)
        if contrast(moved, ground) >= CONTRAST:
            return moved
    return end


def contrast(one: Color, other: Color) -> float:
    """WCAG's contrast ratio, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Color) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value / 255) for value in colour.rgb)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
