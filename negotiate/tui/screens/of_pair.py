"""A reading screen about two parties, with keys for the next two."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from negotiate.compare import Pair
from negotiate.tui.options import Options
from negotiate.tui.screens.reading import ReadingScreen
from negotiate.tui.session import Session
from negotiate.tui.spans import Block
from negotiate.tui.texts.heading import which_pair
from negotiate.tui.widgets.bindings import COMPARE, bind


class PairedScreen(ReadingScreen):
    IS_ABOUT_PARTIES = True
    BINDINGS: ClassVar[list[BindingType]] = [
        bind(COMPARE, "other_pair", "p", "pair(1)", "next pair", "The next two parties"),
        bind(COMPARE, "pair_before", "P", "pair(-1)", "pair before", "The two parties before"),
    ]

    def __init__(self, session: Session, options: Options, pair: Pair | None) -> None:
        super().__init__(session, options)
        self.pair = pair or self.table.pair
        self.of_all = pair is None
        """Whether all together were asked for, and two had to be chosen."""

    @property
    def pair_shown(self) -> Pair | None:
        return None if self.of_all else self.pair

    def opening(self) -> list[Block]:
        said = which_pair(self.table, self.pair, self.of_all)
        return [Block((said,))] if said else []

    def fitted_pair(self) -> Pair:
        """The pair, or the opening one where a party is gone."""
        if not set(self.pair) <= set(self.table.names):
            self.pair = self.table.pair
        return self.pair

    def action_pair(self, step: int) -> None:
        pairs = self.table.pairs()
        if pairs:
            at = pairs.index(self.pair) if self.pair in pairs else 0
            self.pair, self.of_all = pairs[(at + step) % len(pairs)], False
            self.page.start_over()
            self.redraw()
