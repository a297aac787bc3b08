"""Every tone reads on every ground, in every theme; without colours nothing but attributes is used."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from negotiate.tui.palette import CONTRAST, GROUNDS, Palette, contrast
from negotiate.tui.themes import OURS

TONES = [
    "",
    "title",
    "strong",
    "good",
    "fair",
    "far",
    "bad",
    "alert",
    "quiet",
    "accent",
    "key",
    "heading",
    "match",
    "chosen",
]
THEMES = [*OURS, *(theme for theme in BUILTIN_THEMES.values() if not theme.ansi)]


def colours(style: Style) -> tuple[Color, Color]:
    assert style.color
    assert style.bgcolor
    return Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_tone_reads_on_every_ground(theme: Theme) -> None:
    palette = Palette.of(theme)
    poor = {
        (tone, ground): contrast(*colours(palette.style(tone, ground)))
        for tone in TONES
        for ground in GROUNDS
        if contrast(*colours(palette.style(tone, ground))) < CONTRAST - 0.05
    }
    assert poor == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_cursor_stands_out(theme: Theme) -> None:
    palette = Palette.of(theme)
    _, ground = colours(palette.style("", "ground"))
    _, cursor = colours(palette.style("", "cursor"))
    assert contrast(ground, cursor) > 1.15


def test_without_colours_the_cursor_is_reversed_and_a_match_underlined() -> None:
    palette = Palette.of(OURS[0], no_color=True)
    styles = [palette.style(tone, ground) for tone in TONES for ground in GROUNDS]
    assert [style for style in styles if style.color or style.bgcolor] == []
    assert palette.style("good", "cursor").reverse
    assert palette.style("match").underline
    assert palette.style("chosen").reverse


def test_ansi_themes_use_the_terminals_own_colours() -> None:
    ansi = [theme for theme in BUILTIN_THEMES.values() if theme.ansi]
    assert ansi
    style = Palette.of(ansi[0]).style("bad")
    assert style.color
    assert style.color.name == "red"
    assert style.bgcolor is None
