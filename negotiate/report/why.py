"""Why an issue changed its status, in a sentence. Plain text: nothing here knows Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from negotiate.compare import Table, entry_parts, tidy
from negotiate.compare.ledger import Movement
from negotiate.compare.status import Status
from negotiate.model import Entry, Paper
from negotiate.report.wording import capital, closing, ended, settled_words


def why(table: Table, movement: Movement) -> str:
    """ "Southport demands at least 120 days (8 September 2031)." """
    cause = movement.cause
    if movement.after in (Status.AGREED, Status.TOLD) and cause.agreed:
        said = next(part for part in cause.agreed.settled if part.issue == movement.issue.id)
        return ended(f"In {_text(cause.agreed)}: {settled_words(table, said)}")
    if movement.after in (Status.DROPPED, Status.MERGED) and cause.event:
        return f"{cause.event.when}: {ended(tidy(cause.event.what))} {closing(table, cause.event)}"
    said_now = [f"{table.name(entry.party)} {_entry(table, entry)}" for entry in cause.came]
    over = [f"what {table.name(entry.party)} said on {entry.statement.when} no longer counts" for entry in cause.ended]
    lapsed = [f"{_text(cause.lapsed)} no longer counts"] if cause.lapsed else []
    return ended(capital("; ".join(_once([*said_now, *over, *lapsed])))) if said_now or over or lapsed else ""


def _once(said: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(said))


def _text(paper: Paper) -> str:
    return f"“{paper.title or paper.id}”, {paper.when}"


def _entry(table: Table, entry: Entry) -> str:
    parts = entry_parts(entry, table.negotiation.issues)
    said = "; ".join(parts) or f"says: {tidy(entry.says or entry.words)}"
    paper = table.negotiation.papers.get(entry.statement.paper)
    where = f"in {_text(paper)}" if paper else str(entry.statement.when)
    return f"{said} ({where})"
