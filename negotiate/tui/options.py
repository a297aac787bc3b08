"""How the screens are to behave in this run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """``plain``: ASCII signs. ``library``: the folders to choose from. ``remembers``: settings are saved.
    ``watches``: changed files are read again by themselves."""

    plain: bool = False
    no_color: bool = False
    library: tuple[Path, ...] = ()
    remembers: bool = False
    watches: bool = True
