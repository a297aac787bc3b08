"""Our two themes. Every tone reads at 4.5 to 1 or better on every ground it is drawn on (tests check it)."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="negotiate-dark",
    primary="#8fb3ff",
    secondary="#7cc4e8",
    warning="#e6b455",
    error="#f28b82",
    success="#6fcf97",
    accent="#8fb3ff",
    foreground="#d9dce3",
    background="#15181e",
    surface="#1b1f27",
    panel="#232935",
    dark=True,
    variables={
        "tone-good": "#6fcf97",
        "tone-fair": "#7cc4e8",
        "tone-far": "#e6b455",
        "tone-bad": "#f28b82",
        "tone-alert": "#d7a3f0",
        "tone-quiet": "#98a1b0",
        "tone-rule": "#343b48",
        "ground-cursor": "#2f3d5c",
    },
)

LIGHT = Theme(
    name="negotiate-light",
    primary="#2b57a8",
    secondary="#1a6c96",
    warning="#855300",
    error="#b3261e",
    success="#1d6f40",
    accent="#2b57a8",
    foreground="#23262d",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    dark=False,
    variables={
        "tone-good": "#1d6f40",
        "tone-fair": "#17618a",
        "tone-far": "#855300",
        "tone-bad": "#b3261e",
        "tone-alert": "#7a3a9e",
        "tone-quiet": "#5d6470",
        "tone-rule": "#d3cfc6",
        "ground-cursor": "#cfdcf5",
    },
)

OURS = (DARK, LIGHT)
