"""Distances as small bars of one cell; in ASCII as digits."""

from __future__ import annotations

from math import ceil

_BARS = "▁▂▃▄▅▆▇█"
_DIGITS = "123456789"


def bar(value: float, largest: float, plain: bool = False) -> str:
    """A bar for ``value`` (above 0, at most ``largest``): the fullest for the largest, a digit up to 9 in ASCII."""
    signs = _DIGITS if plain else _BARS
    return signs[max(ceil(value / largest * len(signs)), 1) - 1]
