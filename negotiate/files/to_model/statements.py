"""The statements of a party, and what they say on each issue."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Any

from negotiate.files.format.positions import Statement as StatementKeys
from negotiate.files.to_model.context import is_yes
from negotiate.files.to_model.desk import Desk, spots
from negotiate.files.to_model.ledger import Ledger
from negotiate.files.to_model.positions import read_positions
from negotiate.model import Ended, Entry, Statement, When

_NAMED = 8  # issues of a statement without a source: of more, their number is said
UNDATED = When(date.min, date.min, "")


def read_statements(desk: Desk, party: str, ledger: Ledger) -> None:
    """Enter all that a party's file says."""
    statements: Any = desk.sheet.data.get("statements", [])
    if desk.sheet.may_have(desk.sheet.data, "statements") or _has_gap(desk, statements):
        ledger.gaps.add(party)
    for at, given in enumerate(statements):
        if given is not None:
            _read_statement(desk, party, ledger, statements, at)


def _has_gap(desk: Desk, statements: Any) -> bool:
    """Whether a statement, or what it rests on, could not be read."""
    return bool(desk.sheet.document.problems) and any(
        given is None or any(desk.sheet.may_have(given, key) for key in ("date", "source", "positions"))
        for given in statements
    )


def _read_statement(desk: Desk, party: str, ledger: Ledger, box: Any, at: int) -> None:
    given: StatementKeys = box[at]
    citations = desk.citations(given)
    when = desk.when(given) if _has_date(desk, given) else _when_of_source(desk, given)
    until = desk.until(given, when)
    if when is None:
        ledger.gaps.add(party)
        _report_no_date(desk, box, at)
    statement = Statement(
        party=party,
        when=when or UNDATED,
        place=desk.sheet.place(box, at),
        title=given.get("title", ""),
        by=given.get("by", ""),
        according_to=given.get("according_to", ""),
        until=until,
        remark=is_yes(given.get("remark")) or desk.sheet.may_have(given, "remark"),
        citations=citations,
        note=_note(given),
    )
    # Without a date it cannot be entered, but its positions are looked at for what else is wrong.
    entries = read_positions(desk, statement, given.get("positions", {}))
    ledger.sign(statement)
    if when is not None:
        ledger.enter(entries)
        _question_sources(desk, box, at, entries)


def _note(given: StatementKeys) -> str:
    noted: Any = given.get("positions", {}).get("note", "")
    return given.get("note") or (noted if isinstance(noted, str) else "")


def _has_date(desk: Desk, given: StatementKeys) -> bool:
    """Whether it has a date of its own, be it one that could not be read: then its source's is not its date."""
    return "date" in given or desk.sheet.may_have(given, "date")


def _when_of_source(desk: Desk, given: StatementKeys) -> When | None:
    """The date of the first source."""
    source = _first_source(desk, given)
    return desk.setting.sources[source].when if source else None


def _first_source(desk: Desk, given: StatementKeys) -> str | None:
    """The first source that it names, if that is known."""
    _, _, words = next(spots(given, "source"), (None, None, ""))
    cited = desk.find_source(words) if words else ()
    return cited[0].source if cited else None


def _report_no_date(desk: Desk, box: Any, at: int) -> None:
    """A statement without a date, unless what else is wrong with it or its source explains that."""
    source = _first_source(desk, box[at])
    if ("source" in box[at] and source is None) or source in desk.setting.undated:
        return
    if desk.sheet.document.complete and not desk.sheet.is_flawed(box, at):
        known = "source" in box[at]
        hint = "add `date: ...` here or to its source" if known else "add `date: ...`, or a `source` that has one"
        desk.sheet.error("E319", "this statement has no date", box, at, hint)


def _question_sources(desk: Desk, box: Any, at: int, entries: list[Entry]) -> None:
    """Warn of counted positions that rest on no source. Where one could not be found it is not known which do."""
    if desk.setting.fictional or desk.sheet.is_flawed(box, at) or not all(desk.setting.cited.values()):
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
