"""Why an issue changed its status, in a sentence. Plain text: nothing here knows Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from negotiate.compare import Table, entry_parts, offer_words, tidy
from negotiate.compare.over_time.ledger import Cause, Movement
from negotiate.compare.over_time.status import Status
from negotiate.model import Entry, Offer, Paper
from negotiate.report.wording import capital, closed_words, ended, listed, settled_words


def why(table: Table, movement: Movement) -> str:
    """ "Southport demands at least 120 days (8 September 2031)." """
    cause = movement.cause
    if movement.after in (Status.AGREED, Status.TOLD) and cause.agreed:
        said = next(part for part in cause.agreed.settled if part.issue == movement.issue.id)
        return ended(f"In {_text(cause.agreed)}: {settled_words(table, said)}")
    if movement.after in (Status.DROPPED, Status.MERGED) and cause.event:
        return closed_words(table, cause.event)
    said_now = [_entry(table, entry) for entry in cause.came]
    over = _over(table, cause)
    lapsed = [f"{_text(cause.lapsed)} no longer counts"] if cause.lapsed else []
    return ended(capital("; ".join(_once([*said_now, *over, *lapsed])))) if said_now or over or lapsed else ""


def _over(table: Table, cause: Cause) -> list[str]:
    """Of parties that said nothing new: who did has said what it wants now."""
    speaking = {entry.party for entry in cause.came}
    days = dict[str, list[str]]()
    for entry in cause.ended:
        if entry.party not in speaking:
            days.setdefault(table.name(entry.party), []).append(str(entry.statement.when))
    return [f"what {name} said on {listed(_once(said))} no longer counts" for name, said in days.items()]


def _once(said: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(said))


def _text(paper: Paper) -> str:
    return f"“{paper.title or paper.id}”, {paper.when}"


def _entry(table: Table, entry: Entry) -> str:
    """A text of several is told once, with their names."""
    issues = table.negotiation.issues
    says = tidy(entry.says or entry.words).rstrip(".")
    if paper := table.negotiation.papers.get(entry.statement.paper):
        authors = listed(table.name(party) for party in paper.of)
        words = offer_words(entry.demand, issues) if isinstance(entry.demand, Offer) else says
        return f"in {_text(paper)}, {authors}: {words}"
    said = "; ".join(entry_parts(entry, issues)) or f"says: {says}"
    return f"{table.name(entry.party)} {said} ({entry.statement.when})"
