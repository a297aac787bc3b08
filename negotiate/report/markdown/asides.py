"""What stands beside a party's terms: accounts, quotations, earlier demands, remarks that do not count."""

from __future__ import annotations

from negotiate.compare import Position, offer_words, red_line_words, tidy
from negotiate.model import Ended, Entry, Offer, Stance
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.escape import inline, quoted
from negotiate.report.markdown.terms import (
    cited,
    contributing,
    demanding,
    entry_line,
    extras,
    note_of,
    terms_of,
    versions,
)
from negotiate.report.wording import ended, without_folder


def unread(desk: Desk, position: Position) -> list[str]:
    entry = next((each for each in reversed(position.entries) if each.unread), position.entries[-1])
    why = without_folder(position.unread, desk.table.negotiation.folder)
    return [
        f"Written as {quoted(tidy(entry.words))}{desk.mark(cited(entry))}. It enters no verdict: {ended(inline(why))}"
    ]


def accounts(desk: Desk, position: Position) -> list[str]:
    return [
        f"Accounts differ: {versions(desk, entry.versions)}{desk.mark(cited(entry))}."
        for entry in position.entries
        if entry.versions
    ]


def words(desk: Desk, position: Position, same_origin: bool) -> list[str]:
    """Quotations, notes and words that cannot be computed, where a term does not carry them already."""
    parts = terms_of(position)
    shown = {text for part in parts for text in (part.quote, part.headline, note_of(position, part))}
    dated = len(position.entries) > 1 or not same_origin
    others = [entry for entry in position.entries if entry not in _replaced(position)]
    return [line for entry in others if (line := entry_line(desk, entry, shown, dated))]


def earlier(desk: Desk, position: Position) -> list[str]:
    """Demands that a later one has replaced."""
    now = position.demand and offer_words(position.demand)
    return [
        _earlier(desk, entry, entry.demand, offer_words(entry.demand) == now)
        for entry in _replaced(position)
        if isinstance(entry.demand, Offer)
    ]


def _earlier(desk: Desk, entry: Entry, demand: Offer, same: bool) -> str:
    said = inline(offer_words(demand, desk.table.negotiation.issues))
    lead = "Said before as well" if same else "Earlier, no longer counted"
    line = f"{lead}: {said}{desk.mark(demand.citations)} ({desk.origin(entry.statement)})."
    return line + extras(entry.quote, entry.headline, entry.note)


def _replaced(position: Position) -> list[Entry]:
    """The entries whose demand a later one has replaced or withdrawn."""
    standing = contributing(position)
    return [entry for entry in demanding(position) if entry not in standing]


def remarks(desk: Desk, position: Position) -> list[str]:
    return [_remark(desk, entry) for entry in position.remarks]


def _remark(desk: Desk, entry: Entry) -> str:
    said = f"Shown, not counted: {inline(_remark_words(desk, entry))}"
    tail = f"{desk.mark(cited(entry))} ({desk.origin(entry.statement)})"
    return ended(said, tail) + extras(entry.quote, entry.headline, entry.note or entry.statement.note)


def _remark_words(desk: Desk, entry: Entry) -> str:
    issues = desk.table.negotiation.issues
    accepts = entry.accepts if isinstance(entry.accepts, tuple) else ()
    parts = [offer_words(entry.demand, issues)] if isinstance(entry.demand, Offer) else []
    parts += [f"would accept {offer_words(offer, issues)}" for offer in accepts]
    if entry.red_line and not isinstance(entry.red_line, Ended):
        parts.append(f"rules out {red_line_words(entry.red_line, issues)}")
    stance = entry.stance.value if isinstance(entry.stance, Stance) else ""
    return "; ".join(parts) or tidy(entry.says) or tidy(entry.words) or stance
