"""An edit that is not made, and why."""

from __future__ import annotations

from negotiate.model import Place


class EditRefused(Exception):
    """The message says why. ``place`` is where an editor is best opened; ``diff`` what changed meanwhile."""

    def __init__(self, message: str, place: Place | None = None, diff: str = ""):
        super().__init__(f"{place}: {message}" if place else message)
        self.message = message
        self.place = place
        self.diff = diff
