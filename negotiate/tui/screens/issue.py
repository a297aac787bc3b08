"""One issue in full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from negotiate.compare import Pair
from negotiate.tui.options import Options
from negotiate.tui.screens.reading import ReadingScreen
from negotiate.tui.session import Session
from negotiate.tui.spans import Block, Line, Span
from negotiate.tui.texts.heading import as_of
from negotiate.tui.texts.issue import issue_blocks
from negotiate.tui.view import next_pair
from negotiate.tui.widgets.bindings import COMPARE, MOVE, bind


class IssueScreen(ReadingScreen):
    IS_ABOUT_PARTIES = True
    KEYBAR: ClassVar[Sequence[str]] = (
        "back", "keys", "next_issue", "next_section", "other_pair", "edit", "issue_before", "copy",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        bind(MOVE, "next_issue", "n", "match(1)", "next issue", "The next issue of the matrix; after / the next match"),
        bind(MOVE, "issue_before", "N", "match(-1)", "issue before", "The issue before; after / the match before"),
        bind(MOVE, "issue_right", "right,l", "issue(1)", "next issue", "The next issue of the matrix"),
        bind(MOVE, "issue_left", "left,h", "issue(-1)", "issue before", "The issue before"),
        bind(COMPARE, "other_pair", "p", "pair(1)", "pair", "Compare the next two parties"),
    ]

    def __init__(
        self,
        session: Session,
        options: Options,
        issue: str,
        pair: Pair | None,
        parties: Sequence[str],
        issues: Sequence[str],
    ) -> None:
        super().__init__(session, options)
        self.issue, self.pair = issue, pair
        self.parties, self.issues = tuple(parties), tuple(issues)

    @property
    def pair_shown(self) -> Pair | None:
        return self.pair

    def title_line(self) -> Line:
        return Span(self.session.title, "title"), Span(f"  {as_of(self.table)}", "quiet")

    def right(self) -> Line:
        known = [each for each in self.issues if each in self.table.negotiation.issues]
        at = known.index(self.issue) + 1 if self.issue in known else 0
        return (Span(f"issue {at} of {len(known)} ", "quiet"),)

    def blocks(self) -> list[Block]:
        issue = self.table.negotiation.issues.get(self.issue)
        if issue is None:
            return [Block(())]
        known = set(self.table.names)
        parties = [party for party in self.parties if party in known] or list(known)
        pair = self.pair if self.pair and set(self.pair) <= known else None
        return issue_blocks(self.session, issue, pair, parties, self.sign, self.width(), self.options.plain)

    def action_match(self, step: int) -> None:
        if self.page.looked_for:
            super().action_match(step)
        else:
            self.action_issue(step)

    def action_issue(self, step: int) -> None:
        known = [each for each in self.issues if each in self.table.negotiation.issues]
        if self.issue in known:
            self.issue = known[(known.index(self.issue) + step) % len(known)]
            self.page.start_over()
            self.redraw()

    def action_pair(self, step: int) -> None:
        self.pair = next_pair(self.table, self.pair, step)
        self.redraw()
