"""What screens ask the app to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from negotiate.compare import AsOf, Pair
from negotiate.model import Place
from negotiate.tui.view import View


@dataclass
class EditAsked(Message):
    """Open the editor at a place, then read the files again."""

    place: Place


@dataclass
class ChangeAsked(Message):
    """Change a value at a place, here on the screen."""

    place: Place


class UndoAsked(Message):
    """Take the last change back."""


@dataclass
class CopyAsked(Message):
    text: str


@dataclass
class IssueAsked(Message):
    """Open the screen of one issue."""

    issue: str
    pair: Pair | None
    parties: tuple[str, ...]


@dataclass
class PairAsked(Message):
    """``pair`` is None where all together are shown."""

    pair: Pair | None


@dataclass
class RoundAsked(Message):
    """Show the table as of another round."""

    as_of: AsOf


@dataclass
class ExportAsked(Message):
    """Write down what is shown."""

    view: View
    issues: tuple[str, ...]


@dataclass
class WriteAsked(Message):
    """Write a text down. ``what`` asks where; ``ending`` comes after the folder's name."""

    text: str
    what: str
    ending: str


@dataclass(frozen=True)
class Export:
    """Where to write, and whether the reader agreed to replace what is there."""

    path: Path
    replaces: bool


@dataclass
class FolderAsked(Message):
    """Open another negotiation."""

    folder: Path
