"""The main screen: the matrix, what its cell under the cursor says, and the filters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget

from negotiate.compare import Pair
from negotiate.files.folder import NEGOTIATION
from negotiate.model import Place
from negotiate.tui.messages import ChangeAsked, CopyAsked, EditAsked, ExportAsked, IssueAsked, PairAsked, UndoAsked
from negotiate.tui.options import Options
from negotiate.tui.screens.typing import TypingRoom
from negotiate.tui.session import Session
from negotiate.tui.spans import Line, Para, Span, para
from negotiate.tui.texts.cells import Cells
from negotiate.tui.texts.detail import detail, target
from negotiate.tui.texts.heading import counts_line, pair_words, title_line, verdict_counts
from negotiate.tui.texts.lit import Lit
from negotiate.tui.texts.status import changed_line, status
from negotiate.tui.view import BETWEEN, Haystacks, View, next_pair, opening_view, rows
from negotiate.tui.widgets.bindings import COLUMNS, COMPARE, FIND, OPEN, OVER_TIME, TAKE, bind
from negotiate.tui.widgets.keybar import Keybar
from negotiate.tui.widgets.lines import Lines
from negotiate.tui.widgets.matrix import Matrix
from negotiate.tui.widgets.painter import Density
from negotiate.tui.widgets.search import found
from negotiate.tui.widgets.typed import FilterChanged, FilterEnded

_KEYBAR = (
    "filter", "keys", "open", "pair", "apart", "rounds", "next_round", "density", "verdict", "edit", "export", "copy",
    "pair_screen", "sources", "problems", "changes", "theme",
)  # fmt: skip


class MatrixScreen(TypingRoom):
    """Knows what of the table is shown, and keeps header, matrix, pane and status of one mind."""

    IS_ABOUT_PARTIES = True
    TYPED_HINT = "type a word: rows without it go"

    DEFAULT_CSS = """
    MatrixScreen { background: $background; }
    MatrixScreen #heading { dock: top; height: 2; }
    MatrixScreen #detail { dock: bottom; height: 7; margin-bottom: 1; }
    MatrixScreen #status { dock: bottom; height: 1; margin-bottom: 1; display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind(FIND, "filter", "slash", "filter", "filter", "Show only rows with a word in them"),
        bind(FIND, "next_match", "n", "match(1)", "next", "Next match of the filter"),
        bind(FIND, "previous_match", "N", "match(-1)", "previous", "Match before"),
        bind(FIND, "apart", "c", "apart", "apart only", "Only where they are apart: gaps and clashes"),
        bind(FIND, "verdict", "s", "verdict", "by verdict", "Only one kind of verdict, each in turn"),
        bind(OVER_TIME, "moved", "m", "moved", "moved only", "Only rows that changed since the round shown before"),
        bind(FIND, "clear", "escape", "clear", "clear", "Clear the filters"),
        bind(COMPARE, "pair", "tab", "pair(1)", "pair", "Compare the next two parties, in the end all together"),
        bind(COMPARE, "pair_before", "shift+tab", "pair(-1)", "pair before", "Compare the two before"),
        bind(COMPARE, "pair_screen", "p", "pair_screen", "dialogue", "Point by point: demand, reply, counter-demand"),
        bind(COLUMNS, "pin", "P", "pin", "pin", "Keep this party in view while the others move"),
        bind(COLUMNS, "hide", "minus", "hide", "hide", "Hide this party"),
        bind(COLUMNS, "unhide", "plus", "unhide", "show all", "Show the hidden parties again"),
        bind(COLUMNS, "shift_left", "less_than_sign", "shift(-1)", "move left", "Move this column to the left"),
        bind(COLUMNS, "shift_right", "greater_than_sign", "shift(1)", "move right", "Move this column to the right"),
        bind(COLUMNS, "density", "v", "density", "density", "Rows in full, only the cursor's row, or one line each"),
        bind(TAKE, "edit", "e", "edit", "edit", "Open the file at this line in your editor"),
        bind(TAKE, "change", "i", "change", "change here", "Change a value here, judged as you type"),
        bind(TAKE, "undo", "u", "undo", "undo", "Take the last change back"),
        bind(TAKE, "copy", "y", "copy", "copy", "Copy this cell with its sources"),
        bind(TAKE, "export", "x", "export", "export", "Write what is shown to a Markdown file"),
        bind(OPEN, "leave", "q,backspace", "app.back", "quit", "Leave"),
    ]  # fmt: skip

    def __init__(self, session: Session, options: Options, hint: str = "") -> None:
        super().__init__(session, options)
        self.view: View = opening_view(self.table)
        self.hint = hint
        self.lit: Lit | None = None
        self._take_table()

    @property
    def body(self) -> Widget:
        return self.matrix

    @property
    def typed(self) -> str:
        return self.view.text

    @property
    def pair_shown(self) -> Pair | None:
        return self.view.pair

    def _take_table(self) -> None:
        self.cells = Cells(self.table, self.sign, self.lit)
        self.haystacks = Haystacks(self.table)

    def compose(self) -> ComposeResult:
        plain, no_color = self.options.plain, self.options.no_color
        self.heading = Lines(margin=0, plain=plain, no_color=no_color, id="heading")
        self.matrix = Matrix(plain, no_color, id="matrix")
        self.pane = Lines(plain=plain, no_color=no_color, id="detail")
        self.pane.ruled = True
        self.status = Lines("bar", plain=plain, no_color=no_color, id="status")
        self.keybar = Keybar(_KEYBAR, plain, no_color, last="leave")
        yield self.heading
        yield self.keybar
        yield self.status
        yield self.pane
        yield self.matrix

    def on_mount(self) -> None:
        self._fit_window()
        if self.size.width < 66 and self.view.parties:
            self.matrix.column = self.view.parties[0]
        self.redraw()
        self.matrix.focus()

    def on_resize(self) -> None:
        self._fit_window()
        self._say_heading()

    def _fit_window(self) -> None:
        """The pane takes what the window can spare."""
        height = self.size.height
        lines = 8 if height >= 36 else 6 if height >= 28 else 5 if height >= 20 else 3 if height >= 14 else 0
        self.pane.display = lines > 0
        self.pane.styles.height = lines

    # --- saying it

    def renew(self, session: Session) -> None:
        before = self.session.table
        if session.table is not before and session.table:
            same = before is not None and before.negotiation is session.table.negotiation
            self.lit = Lit(before, session.table) if before and same else None
            self.session = session
            self.view = replace(self.view.fitted(session.table), moved=self.view.moved and self.lit is not None)
            self._take_table()
        super().renew(session)

    def redraw(self) -> None:
        self.shown = rows(self.table, self.view, self.haystacks)
        if self.lit and self.view.moved:
            self.shown = self.lit.rows(self.shown, self.view.weighed, self.view.pair)
        self._say_heading()
        self._say_status()
        self.matrix.show(self.cells, self.shown, self.view)

    def forget_hint(self) -> None:
        self.hint = ""
        self._say_status()

    def look(self, view: View) -> None:
        """Show another view of the same table."""
        self.view = view
        self.redraw()

    def _say_heading(self) -> None:
        width = self.size.width
        lines = [
            title_line(self.table, self._right(), width),
            counts_line(self.table, self.view.pair, self.sign, width),
        ]
        self.heading.show([Para(line, fixed=True) for line in lines])

    def _right(self) -> tuple[Span, ...]:
        if not self.session.problems:
            return ()
        number, errors = len(self.session.problems), self.session.errors
        said = "problem" if errors else "warning"
        return Span(f"{number} {said}{'' if number == 1 else 's'} ", "alert" if errors else "quiet"), Span("!", "key")

    def _say_status(self) -> None:
        line = status(self.table, self.view, len(self.shown), self._told(), self.session)
        shown = bool(line)
        if shown != bool(self.status.display):
            self.status.display = shown
            self.pane.styles.margin = (0, 0, 2 if shown else 1, 0)
        self.status.show([Para(line, fixed=True)])

    def _told(self) -> Line:
        """What is lit, or where to begin."""
        if self.lit is None:
            return (Span(self.hint),) if self.hint else ()
        number = len(self.lit.rows(self.table.issues, self.view.weighed, self.view.pair))
        return changed_line(self.lit, number, len(self.table.issues))

    def on_matrix_moved(self, message: Matrix.Moved) -> None:
        issue = self.matrix.issue
        if issue is None:
            self.pane.show(self._nothing())
            return
        self.pane.show(detail(self.session, issue, self.matrix.column, self.view.pair), more="more: enter")

    def _nothing(self) -> list[Para]:
        """Why no row is to be seen, and what to do."""
        if not self.table.issues:
            return [para("This negotiation has no issues yet. Press ", Span("e", "key"), " to write one.")]
        return [para("No issue passes the filters. Press ", Span("esc", "key"), " to clear them.")]

    # --- keys

    def on_filter_changed(self, message: FilterChanged) -> None:
        self.look(replace(self.view, text=message.text))

    async def on_filter_ended(self, message: FilterEnded) -> None:
        if not message.kept:
            self.look(replace(self.view, text=""))
        await self.close_bar()

    def action_match(self, step: int) -> None:
        at = found(self.cells, self.shown, self.view, (self.matrix.row, self.matrix.column), step)
        if at:
            self.matrix.go(*at)
        elif not self.view.text:
            self.notify("Nothing to look for yet: / filters", markup=False)

    def action_apart(self) -> None:
        self.look(replace(self.view, apart=not self.view.apart, verdict=""))

    def action_verdict(self) -> None:
        """Each verdict that occurs, in turn, then all again."""
        words = ["", *(each for each, _ in verdict_counts(self.table, self.view.pair))]
        at = words.index(self.view.verdict) if self.view.verdict in words else 0
        self.look(replace(self.view, verdict=words[(at + 1) % len(words)], apart=False))

    def action_moved(self) -> None:
        if self.lit is None:
            self.notify("Go to another round first: [ and ] do.", markup=False)
        else:
            self.look(replace(self.view, moved=not self.view.moved))

    async def action_clear(self) -> None:
        if self.view.is_filtered or self.query("FilterBar"):
            await self.query("FilterBar").remove()
            self.look(self.view.unfiltered())
        elif self.lit:
            self.lit = None
            self._take_table()
            self.redraw()
        else:
            self.app.call_later(self.run_action, "app.escape")

    def action_pair(self, step: int) -> None:
        self.look(self.view.with_pair(next_pair(self.table, self.view.pair, step)))
        self.notify(pair_words(self.table, self.view.pair), markup=False)

    def action_pair_screen(self) -> None:
        if self.table.pairs():
            self.post_message(PairAsked(self.view.pair))
        else:
            self.notify("There are no two parties to compare.", markup=False)

    def action_pin(self) -> None:
        self._on_party(self.view.pin)

    def action_hide(self) -> None:
        self._on_party(self.view.hide)

    def action_unhide(self) -> None:
        self.look(replace(self.view, hidden=frozenset()))

    def action_shift(self, by: int) -> None:
        self._on_party(lambda party: self.view.move(party, by))

    def _on_party(self, change: Callable[[str], View]) -> None:
        """Do something with the party under the cursor."""
        if self.matrix.column == BETWEEN:
            self.notify("Move to a party's column first.", markup=False)
            return
        self.look(change(self.matrix.column))

    def action_density(self) -> None:
        order = list(Density)
        density = order[(order.index(self.matrix.shown_density) + 1) % len(order)]
        self.matrix.choose_density(density)
        self.notify(density.value, markup=False, timeout=2)

    def action_edit(self) -> None:
        issue = self.matrix.issue
        if issue:
            place = target(self.session, issue, self.matrix.column, self.view.pair).place
            self.post_message(EditAsked(place or issue.place))
        elif not self.table.issues:
            self.post_message(EditAsked(Place(str(self.session.folder / NEGOTIATION), 1, 1)))

    def action_change(self) -> None:
        issue, column = self.matrix.issue, self.matrix.column
        if issue is None or column == BETWEEN:
            self.notify("A verdict is computed, not written: move to a party's column first.", markup=False)
            return
        entries = self.table.position(column, issue.id).entries
        if entries:
            self.post_message(ChangeAsked(entries[-1].place))
        else:
            self.notify("No position is recorded here: e opens the file.", markup=False)

    def action_undo(self) -> None:
        self.post_message(UndoAsked())

    def action_copy(self) -> None:
        issue = self.matrix.issue
        if issue:
            self.post_message(CopyAsked(target(self.session, issue, self.matrix.column, self.view.pair).text))

    def action_export(self) -> None:
        self.post_message(ExportAsked(self.view, tuple(issue.id for issue in self.shown)))

    def on_matrix_opened(self, message: Matrix.Opened) -> None:
        self.post_message(IssueAsked(message.issue.id, self.view.pair, self.view.parties))
