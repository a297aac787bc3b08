"""From round to round: the same negotiation as of another day, on every screen that is open."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from negotiate.compare import AsOf
from negotiate.compare.over_time.history import History
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
        at = next_moment(history, self.session.table.as_of, step)
        if at is not None:
            self._travel(history, at)
            return
        said = f"This is the {'last' if step > 0 else 'first'} round on record."
        if not history.negotiation.rounds:
            said = "No round is listed: `rounds` in negotiation.yaml would list them."
        elif len(history.moments) < 2:
            said = "There is one round only."
        self.notify(said, markup=False, timeout=3)

    def on_round_asked(self, message: RoundAsked) -> None:
        history = self.history()
        if history is not None and message.as_of in history.moments:
            self._travel(history, history.moments.index(message.as_of))

    def _travel(self, history: History, at: int) -> None:
        assert self.session
        self.take(self.session.at(history.table(history.moments[at])))


def next_moment(history: History, now: AsOf, step: int) -> int | None:
    """The number of the moment after (1) or before (-1); None where there is none. A day that is no moment lies between
    two, or outside them all."""
    moments = history.moments
    if not moments:
        return None
    here = history.at(now)
    first = moments[0].day
    if now in moments:
        at = here + step
    elif now.day is not None and first is not None and now.day < first:
        at = min(step, 0)
    else:
        at = here + max(step, 0)
    return at if 0 <= at < len(moments) and moments[at] != now else None
