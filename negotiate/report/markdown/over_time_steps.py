"""From one round to the next: counts that reconcile, each row that changed its status, and who moved."""

from __future__ import annotations

from collections.abc import Iterator

from negotiate.compare.over_time.ledger import Ledger, Movement
from negotiate.compare.over_time.status import Status
from negotiate.model import Citation
from negotiate.report.diff.words import Told
from negotiate.report.markdown.blocks import bullets, heading, table_block
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.escape import bold, inline
from negotiate.report.markdown.terms import terms_of
from negotiate.report.markdown.timeline import Timeline
from negotiate.report.moved_words import moved
from negotiate.report.why import why
from negotiate.report.wording import ended, rows_title, together


def steps(desk: Desk, found: Timeline) -> Iterator[str]:
    for at in found.steps:
        yield heading(3, f"From {inline(found.names[at - 1])} to {inline(found.names[at])}")
        yield from _step(desk, found, at)


def _step(desk: Desk, found: Timeline, at: int) -> Iterator[str]:
    yield from _statuses(desk, found, found.ledger, at)
    if found.everybody:
        yield "**All who must agree together**"
        yield from _statuses(desk, found, found.everybody, at)
    if moves := list(_moves(desk, found, at)):
        yield "**Who moved, and towards whom**"
        yield bullets(moves)


def _statuses(desk: Desk, found: Timeline, ledger: Ledger, at: int) -> Iterator[str]:
    movements = ledger.movements(at - 1, at)
    if not movements:
        yield "No issue changed where it stands."
        return
    yield _balance(found, ledger, at)
    yield bullets(_movements(desk, found, at, movements))


def _balance(found: Timeline, ledger: Ledger, at: int) -> str:
    """Before, and what came in, less what went out, is after."""
    listed = ledger.balance(at - 1, at)
    rows = [(each.status.value, each.before, each.came, each.went, each.after) for each in listed]
    total = ["**All**", *(sum(numbers) for numbers in zip(*(row[1:] for row in rows), strict=True))]
    before, after = (inline(found.names[n]) for n in (at - 1, at))
    return table_block(
        ["Where it stands", before, "came in", "went out", after], [list(map(str, row)) for row in (*rows, total)]
    )


def _movements(desk: Desk, found: Timeline, at: int, movements: list[Movement]) -> Iterator[str]:
    """Rows of a family that moved alike are named together."""
    known = {each.issue.id: each for each in movements}
    table = found.table(at)

    def said(movement: Movement) -> str:
        to = movement.after.value
        shown = f"**{to}**" if movement.after is Status.REOPENED else to
        reason = ended(inline(why(table, movement)), desk.mark(_cited(movement)))
        return f"{movement.before.value} → {shown}. {reason}".rstrip()

    for rows in together((each.issue for each in movements), lambda row: said(known[row.id])):
        yield f"{bold(rows_title(rows))}: {said(known[rows[0].id])}"


def _cited(movement: Movement) -> Iterator[Citation]:
    cause = movement.cause
    if cause.agreed:
        yield from cause.agreed.citations
    elif cause.event:
        yield from cause.event.citations
    else:
        yield from (each for entry in cause.came for each in entry.citations or entry.statement.citations)


def _moves(desk: Desk, found: Timeline, at: int) -> Iterator[str]:
    tale = found.told(at)
    for told in tale.positions():
        sentences = " ".join(inline(each.said) for each in tale.moves(told.change))
        when, what = moved(tale, told)
        who = f"{bold(told.title)}, {desk.name(told.change.party)}{f', {inline(when)}' if when else ''}"
        yield f"{who}: {ended(inline(what), desk.mark(_new(told)))} {sentences}".rstrip()


def _new(told: Told) -> Iterator[Citation]:
    """What the terms rest on that were not there before."""
    before = {id(entry.statement) for entry in told.change.old.entries}
    for part in terms_of(told.change.new):
        if id(part.statement) not in before:
            yield from part.citations
