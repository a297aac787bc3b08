"""The statements of a party, and what they say on each issue."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Any

from negotiate.files.build_context import is_yes
from negotiate.files.build_positions import read_positions
from negotiate.files.desk import Desk
from negotiate.files.format_positions import Statement as StatementKeys
from negotiate.files.ledger import Ledger
from negotiate.model import Citation, Ended, Entry, Statement, When

_NAMED = 8  # issues of a statement without a source: of more, their number is said
UNDATED = When(date.min, date.min, "")


def read_statements(desk: Desk, party: str, ledger: Ledger) -> None:
    """Enter all that a party's file says."""
    statements: Any = desk.sheet.data.get("statements", [])
    for at, given in enumerate(statements):
        if given is not None:
            _read_statement(desk, party, ledger, statements, at)


def _read_statement(desk: Desk, party: str, ledger: Ledger, box: Any, at: int) -> None:
    given: StatementKeys = box[at]
    citations = desk.citations(given)
    when = desk.when(given) or _when_of_source(desk, citations)
    until = desk.until(given, when)
    if when is None:
        _report_no_date(desk, box, at)
    statement = Statement(
        party=party,
        when=when or UNDATED,
        place=desk.sheet.place(box, at),
        title=given.get("title", ""),
        by=given.get("by", ""),
        according_to=given.get("according_to", ""),
        until=until,
        remark=is_yes(given.get("remark")),
        citations=citations,
        note=_note(given),
    )
    # Without a date it cannot be entered, but its positions are looked at for what else is wrong.
    entries = read_positions(desk, statement, given.get("positions", {}))
    if when is not None:
        ledger.sign(statement)
        ledger.enter(entries)
        _question_sources(desk, box, at, entries)


def _note(given: StatementKeys) -> str:
    noted: Any = given.get("positions", {}).get("note", "")
    return given.get("note") or (noted if isinstance(noted, str) else "")


def _when_of_source(desk: Desk, citations: tuple[Citation, ...]) -> When | None:
    """The date of the first source."""
    return desk.setting.sources[citations[0].source].when if citations else None


def _report_no_date(desk: Desk, box: Any, at: int) -> None:
    """A statement without a date, unless what else is wrong with it explains that."""
    if desk.sheet.document.complete and not desk.sheet.is_flawed(box, at):
        known = "source" in box[at]
        hint = "add `date: ...` here or to its source" if known else "add `date: ...`, or a `source` that has one"
        desk.sheet.error("E319", "this statement has no date", box, at, hint)


def _question_sources(desk: Desk, box: Any, at: int, entries: list[Entry]) -> None:
    """Warn of counted positions that rest on no source."""
    if desk.setting.fictional or desk.sheet.is_flawed(box, at):
        return
    bare = [entry for entry in entries if not entry.statement.remark and not _rests_on_source(entry)]
    if bare:
        families = dict.fromkeys(desk.setting.issues[entry.issue].family for entry in bare)
        names = ", ".join(f"`{name}`" for name in islice(families, _NAMED))
        if len(families) > _NAMED:
            names += f" and {len(families) - _NAMED} more issues"
        hint = "add `source: ...`; what nobody can look up is a rumour"
        desk.sheet.warning("W402", f"no source for what it says on {names}", box, at, hint)


def _rests_on_source(entry: Entry) -> bool:
    if entry.citations:
        return True
    offers = [entry.demand, *(entry.accepts if isinstance(entry.accepts, tuple) else ()), entry.red_line]
    return any(offer.citations for offer in offers if offer is not None and not isinstance(offer, Ended))
