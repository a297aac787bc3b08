"""Leaving a screen that was asked something: once, however often the key came."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import Screen

T = TypeVar("T")


def close(screen: Screen[T], result: T) -> None:
    """Keys that come in a burst are still delivered to a screen that has gone."""
    if screen.is_current:
        screen.dismiss(result)
