"""The positions on one row, party by party, with where each was said."""

from __future__ import annotations

from negotiate.compare import Position, silence_clause
from negotiate.model import Issue
from negotiate.report.markdown.asides import accounts, earlier, remarks, unread, words
from negotiate.report.markdown.blocks import bullets
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.escape import inline
from negotiate.report.markdown.terms import cited, origins, stated, terms_of
from negotiate.report.wording import capital, lapsed_words


def positions_blocks(desk: Desk, row: Issue) -> list[str]:
    """Each party that has said something, then those that have not in one line."""
    positions = [desk.table.position(party, row.id) for party in desk.parties]
    mute = [position for position in positions if position.is_blank and not position.remarks]
    spoke = [position for position in positions if position not in mute]
    never = [position.party for position in mute if not position.lapsed]
    ended = [position.party for position in mute if position.lapsed]
    nothing = [f"Nothing that still counts: {_ended(desk, row, ended)}."] if ended else []
    nobody = [f"No position on record: {desk.names(never)}."] if never else []
    return [*(block for position in spoke for block in _party(desk, position)), *nothing, *nobody]


def _ended(desk: Desk, row: Issue, parties: list[str]) -> str:
    return "; ".join(inline(lapsed_words(desk.table, party, row.id)) for party in parties)


def _party(desk: Desk, position: Position) -> list[str]:
    """The party's name with where it said this, then what it said."""
    origin = _common_origin(desk, position)
    said = _said(desk, position, bool(origin))
    name = f"**{desk.name(position.party)}**"
    head = f"{name} ({origin})" if origin else name
    if not said:
        clause = silence_clause(position, desk.table.name(position.party))
        said = [f"{inline(capital(clause))}."]
    return [head, bullets(said)]


def _common_origin(desk: Desk, position: Position) -> str:
    """The one statement that all terms come from, or nothing where they come from several."""
    found = [origin for part in terms_of(position) for origin in origins(desk, position, part)]
    found = found or [desk.origin(entry.statement) for entry in position.entries[-1:]]
    return found[0] if len(set(found)) == 1 else ""


def _said(desk: Desk, position: Position, same_origin: bool) -> list[str]:
    if position.unread:
        return [*unread(desk, position), *remarks(desk, position)]
    return [
        *_stance(desk, position),
        *stated(desk, position, same_origin),
        *accounts(desk, position),
        *words(desk, position, same_origin),
        *earlier(desk, position),
        *remarks(desk, position),
    ]


def _stance(desk: Desk, position: Position) -> list[str]:
    """A stance is said in a line of its own only beside something else."""
    if position.stance is None or not position.entries:
        return []
    entry = next((each for each in reversed(position.entries) if each.stance is position.stance), None)
    clause = capital(silence_clause(_without_red_line(position), desk.table.name(position.party)))
    mark = desk.mark(cited(entry)) if entry else ""
    return [f"{inline(clause)}{mark}."]


def _without_red_line(position: Position) -> Position:
    return Position(position.party, position.issue, stance=position.stance)
