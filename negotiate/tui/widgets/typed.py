"""What the filter's bar says, in a module of its own so that no screen must load the bar to hear it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class FilterChanged(Message):
    text: str


@dataclass
class FilterEnded(Message):
    kept: bool
