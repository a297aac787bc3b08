"""What all screens share: the session they show, the options, and how they are left."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from negotiate.compare import Pair, Table
from negotiate.tui.options import Options
from negotiate.tui.session import Session
from negotiate.tui.texts.signs import Sign, ascii_signs, signs
from negotiate.tui.widgets.bindings import OPEN, bind

BACK = bind(OPEN, "back", "q,escape,backspace", "app.back", "back", "Back to where you came from")


class Room(Screen[None]):
    """A screen that shows a session and can show a newer one of the same folder."""

    BINDINGS: ClassVar[list[BindingType]] = [BACK]

    def __init__(self, session: Session, options: Options) -> None:
        super().__init__()
        self.session = session
        self.options = options

    IS_ABOUT_PARTIES: ClassVar[bool] = False
    """Whether it compares two parties, or all together."""

    @property
    def pair_shown(self) -> Pair | None:
        """The two; None for all together."""
        return None

    @property
    def table(self) -> Table:
        assert self.session.table
        return self.session.table

    @property
    def sign(self) -> Sign:
        return ascii_signs if self.options.plain else signs

    def renew(self, session: Session) -> None:
        """Show the session as it is now."""
        self.session = session
        if self.is_mounted:
            self.redraw()

    def redraw(self) -> None:
        """Put everything on the screen anew."""
