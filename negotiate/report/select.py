"""Which rows and which parties a view shows: used by the report, the command line and the screen."""

from __future__ import annotations

from collections.abc import Sequence

from negotiate.compare import JointVerdict, Knot, Table, Verdict, deadlocks
from negotiate.compare.over_time.status import OFF_THE_TABLE, outcome
from negotiate.model import Issue
from negotiate.terms import plain

_PAIR_WORDS = (*(verdict.value for verdict in Verdict), *OFF_THE_TABLE)
_JOINT_WORDS = tuple(verdict.value for verdict in JointVerdict)


class UnknownName(ValueError):
    """A name that nothing has. ``kind``: "party", "issue" or "verdict"; ``known``: those that there are."""

    def __init__(self, kind: str, name: str, known: Sequence[str]) -> None:
        super().__init__(f"no {kind} is called “{name}”; there are: {', '.join(known)}")
        self.kind, self.name, self.known = kind, name, tuple(known)


def select_parties(table: Table, parties: Sequence[str] | None = None) -> tuple[str, ...]:
    """The ids asked for, in that order; by default the opening pair, then all with a word on record."""
    ids = [party.id for party in table.parties]
    if parties is not None:
        return tuple(dict.fromkeys(_named("party", party, ids) for party in parties))
    opening = [party for party in table.pair if party]
    return tuple(dict.fromkeys([*opening, *(party for party in ids if has_said_something(table, party))]))


def has_said_something(table: Table, party: str) -> bool:
    """Whether any position or remark of the party counts as of the table's day."""
    cells = (table.position(party, issue.id) for issue in table.issues)
    return any(cell.entries or cell.remarks for cell in cells)


def select_issues(
    table: Table,
    issues: Sequence[str] | None = None,
    only: Sequence[str] | None = None,
    pair: Sequence[str] = (),
) -> tuple[Issue, ...]:
    """Rows of the ``issues`` (ids of rows or of families) with one of the verdicts ``only``, in file order.

    A verdict of two ("gap") is that between the first two of ``pair`` (by default the opening pair), one
    of all together ("split") is the joint one.
    """
    rows = table.issues if issues is None else _rows(table, issues)
    if only is None:
        return tuple(rows)
    wanted = {_named("verdict", word, (*_PAIR_WORDS, *_JOINT_WORDS)) for word in only}
    first, second = (pair[0], pair[1]) if len(pair) > 1 else table.pair
    return tuple(row for row in rows if wanted & set(_verdicts(table, row.id, first, second, wanted)))


def select_knots(table: Table, rows: Sequence[Issue], parties: Sequence[str] | None = None) -> tuple[Knot, ...]:
    """The deadlocks of ``parties`` (all) on these rows, and those between issues of which one is among them."""
    known = {row.id for row in rows}
    return tuple(
        knot for knot in deadlocks(table, parties) if known & ({knot.issue.id} if knot.issue else set(knot.nodes))
    )


def _rows(table: Table, names: Sequence[str]) -> list[Issue]:
    known = dict.fromkeys(name for row in table.issues for name in (row.family, row.id))
    wanted = {_named("issue", name, tuple(known)) for name in names}
    return [row for row in table.issues if wanted & {row.id, row.family}]


def _verdicts(table: Table, row: str, first: str, second: str, wanted: set[str]) -> list[str]:
    found = [outcome(table, row, (first, second))] if second else []
    return [*found, table.joint(row).verdict.value] if wanted & set(_JOINT_WORDS) else found


def _named(kind: str, name: str, known: Sequence[str]) -> str:
    """The known name that ``name`` is: exactly, or in another case, with ``_`` or space."""
    if name in known:
        return name
    match = next((each for each in known if plain(each) == plain(name)), None)
    if match is None:
        raise UnknownName(kind, name, known)
    return match
