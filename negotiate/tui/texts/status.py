"""The line that says what is left out, what is wrong, or where to begin."""

from __future__ import annotations

from negotiate.compare import Table
from negotiate.report.counting import counted
from negotiate.tui.session import Session
from negotiate.tui.spans import Line, Span, shorten
from negotiate.tui.texts.lit import CHANGED, Lit
from negotiate.tui.view import View


def status(table: Table, view: View, shown: int, told: Line, session: Session) -> Line:
    """``told`` stands there where no filter has more to say. Empty where there is nothing to say."""
    if session.stale:
        return stale_line(session)
    parts = filters(table, view)
    if not parts:
        return _merging(session) or told
    total = len(table.issues)
    spans: list[Span] = []
    if view.is_filtered:
        spans.append(Span(f"{shown:,} of {counted(total, 'issue')}", "strong"))
    for part in parts:
        spans += [Span(" · " if spans else "", "quiet"), Span(part)]
    spans += [Span("   esc", "key"), Span(" clears", "quiet")] if view.is_filtered else []
    if view.hidden:
        spans += [Span("   +", "key"), Span(" shows all parties", "quiet")]
    return tuple(spans)


_COMPARES = Span("D", "key"), Span(" compares both sides of the merge, ")


def stale_line(session: Session) -> Line:
    """That the files have broken since; nothing where they have not. The keys first: the end of the line may be cut."""
    if not session.stale:
        return ()
    number = len(session.problems)
    found = f" shows {number} problem{'' if number == 1 else 's'} in the files"
    merging = _COMPARES if session.conflicts else ()
    return *merging, Span("!", "key"), Span(found, "alert"), Span("; last good view shown")


def _merging(session: Session) -> Line:
    """Whose version is shown where git left both."""
    number = session.conflicts
    if not number:
        return ()
    found = f" shows {number} conflict{'' if number == 1 else 's'}"
    return *_COMPARES, Span("!", "key"), Span(found, "alert"), Span("; here is our side")


def filters(table: Table, view: View) -> list[str]:
    """Each filter in words."""
    said = []
    if view.text:
        said.append(f"with “{shorten(view.text, 30)}”")
    if view.apart:
        said.append("apart only")
    if view.verdict:
        said.append(f"{view.verdict} only")
    if view.moved:
        said.append("changed only")
    if view.hidden:
        number = len(view.hidden)
        said.append(f"{number} part{'y' if number == 1 else 'ies'} hidden")
    return said


def changed_line(lit: Lit, number: int, total: int) -> Line:
    """ "* differs from April 2022: 34 of 80 issues   m these alone   esc clears"."""
    said = f" differs from {lit.names[0]}: {number:,} of {counted(total, 'issue')}"
    keys = (Span("   m", "key"), Span(" these alone", "quiet")) if number else ()
    return (CHANGED, Span(said), *keys, Span("   esc", "key"), Span(" clears", "quiet"))
