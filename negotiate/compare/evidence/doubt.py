"""How sure a verdict is: the table without the claims that do not reach a grade, and the verdicts that flip."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from negotiate.compare.evidence.evidence import Claim, Part, Support, cited, claims, parts, support
from negotiate.compare.relation import Relation, relate
from negotiate.compare.standing import Position, after
from negotiate.compare.table import Pair, Table
from negotiate.compare.verdict import Verdict
from negotiate.model import NO_VERSIONS, Entry, Issue, Negotiation, Offer, RedLine

Keeps = Callable[[Part, Entry], bool]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A verdict that is another one without weak claims. ``claims``: those that make the difference, each by itself;
    where none does alone, all that are left out."""

    issue: Issue
    pair: Pair
    before: Relation
    after: Relation
    claims: tuple[Claim, ...]


def without_weak(table: Table, floor: Support) -> Table:
    """The same day without the claims that do not reach ``floor``: what was said before them stands again."""
    return Table(_sifted(table.negotiation, floor), table.as_of)


def _sifted(negotiation: Negotiation, floor: Support) -> Negotiation:
    def keeps(part: Part, entry: Entry) -> bool:
        return support(cited(part, entry), negotiation.sources).reaches(floor)

    entries = {key: tuple(_sift(entries, keeps)) for key, entries in negotiation.entries.items()}
    return replace(negotiation, entries=entries)


def _sift(entries: Iterable[Entry], keeps: Keeps) -> Iterator[Entry]:
    """The entries with those parts alone that are kept; remarks count for nothing and stay."""
    for entry in entries:
        left = entry if entry.statement.remark else _kept(entry, keeps)
        if left is not None:
            yield left


def _kept(entry: Entry, keeps: Keeps) -> Entry | None:
    itself = keeps(entry, entry)
    demand, accepts, line = entry.demand, entry.accepts, entry.red_line
    if not (keeps(demand, entry) if isinstance(demand, Offer) else itself):
        demand = None
    if isinstance(accepts, tuple):
        accepts = tuple(each for each in accepts if keeps(each, entry)) or None
    elif not itself:
        accepts = None
    if not (keeps(line, entry) if isinstance(line, RedLine) else itself):
        line = None
    left = entry._replace(demand=demand, accepts=accepts, red_line=line)
    if not itself:
        left = left._replace(stance=None, says="", versions=NO_VERSIONS, unread="")
    return left if any(parts(left)) else None


def doubts(table: Table, floor: Support, pair: Pair, issues: Iterable[str]) -> list[Doubt]:
    """The verdicts on two parties that flip without the claims that do not reach ``floor``."""
    weak = without_weak(table, floor)
    found = ((issue, table.relation(issue, *pair), weak.relation(issue, *pair)) for issue in issues)
    return [
        Doubt(table.negotiation.issues[issue], pair, before, now, tuple(_decisive(table, issue, pair, floor, before)))
        for issue, before, now in found
        if before.verdict is not now.verdict
    ]


def _decisive(table: Table, issue: str, pair: Pair, floor: Support, before: Relation) -> list[Claim]:
    entries = (entry for party in pair for entry in table.entries(party, issue))
    known = claims(entries, table.negotiation.sources)
    weak = [claim for claim in known if not claim.support.reaches(floor)]
    return [claim for claim in weak if _without(table, issue, pair, claim) is not before.verdict] or weak


def _without(table: Table, issue: str, pair: Pair, claim: Claim) -> Verdict:
    """The verdict without this one claim."""
    row = table.negotiation.issues[issue]

    def keeps(part: Part, entry: Entry) -> bool:
        return part is not claim.part

    def position(party: str) -> Position:
        if party != claim.entry.party:
            return table.position(party, issue)
        return after(Position(party, issue), _sift(table.entries(party, issue), keeps), row.domain)

    return relate(row, position(pair[0]), position(pair[1]), table.position).verdict
