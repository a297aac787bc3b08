"""From round to round: the same negotiation as of another day, on every screen that is open."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from negotiate.compare.history import History
from negotiate.tui.editing import EditingApp
from negotiate.tui.messages import RoundAsked
from negotiate.tui.widgets.bindings import OVER_TIME, bind


class RoundsApp(EditingApp):
    """An app that goes from one round to another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind(OVER_TIME, "round_before", "left_square_bracket", "round(-1)", "round before", "The round before"),
        bind(OVER_TIME, "next_round", "right_square_bracket", "round(1)", "next round", "The round after"),
    ]
    _history: History | None = None

    def history(self) -> History | None:
        """All rounds of what is shown, each with its table; None where nothing can be shown."""
        table = self.session.table if self.session else None
        if table is None:
            return None
        if self._history is None or self._history.negotiation is not table.negotiation:
            self._history = History(table.negotiation, memory=table.memory)
        return self._history

    def action_round(self, step: int) -> None:
        history = self.history()
        if history is None or self.session is None or self.session.table is None:
            return
        moments, now = history.moments, self.session.table.as_of
        here = history.at(now)
        at = here + step if now in moments else here + max(step, 0)
        if 0 <= at < len(moments) and moments[at] != now:
            self._travel(history, at)
        elif len(moments) < 2:
            self.notify("There is one round only: the negotiation's `rounds` list no other.", markup=False)
        else:
            said = "last" if step > 0 else "first"
            self.notify(f"This is the {said} round on record.", markup=False, timeout=3)

    def on_round_asked(self, message: RoundAsked) -> None:
        history = self.history()
        if history is not None and message.as_of in history.moments:
            self._travel(history, history.moments.index(message.as_of))

    def _travel(self, history: History, at: int) -> None:
        assert self.session
        self.take(self.session.at(history.table(history.moments[at])))
