"""Papers of several parties: a draft is an entry of each author, an agreed text sets what was settled beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from negotiate.files.format.files import Text
from negotiate.files.to_model.context import define
from negotiate.files.to_model.desk import Desk
from negotiate.files.to_model.directory import Directory
from negotiate.files.to_model.ledger import Ledger
from negotiate.files.to_model.names import report_twin
from negotiate.files.to_model.positions import read_positions
from negotiate.files.to_model.statements import UNDATED
from negotiate.model import Entry, Offer, Paper, RedLine, Settled, Statement


def read_papers(desk: Desk, ledger: Ledger) -> None:
    """Enter all papers of several parties."""
    for texts, name in define(desk, "texts", desk.setting.text_names):
        if texts[name]:
            _read_paper(desk, ledger, texts, name)
    _keep_apart(desk, "texts", desk.setting.text_names, "sources", desk.setting.source_names)
    _keep_apart(desk, "texts", desk.setting.text_names, "parties", desk.setting.party_names)
    _keep_apart(desk, "sources", desk.setting.source_names, "parties", desk.setting.party_names)


def _keep_apart(desk: Desk, section: str, names: Directory, other: str, taken: Directory) -> None:
    """Report names of two kinds that are the same: `to:` could not tell which is meant."""
    data = desk.sheet.data
    for name in names:
        twin = taken.find(name)
        if twin is not None:
            report_twin(desk.sheet, data[section], name, name, (data[other], twin, twin))


def _read_paper(desk: Desk, ledger: Ledger, texts: Any, name: str) -> None:
    given: Text = texts[name]
    when = desk.when(given)
    until = desk.until(given, when)
    authors = _authors(desk, given)
    agreed = given.get("status") == "agreed"
    is_draft = not agreed and not desk.sheet.may_have(given, "status")
    statement = Statement(
        party=authors[0] if authors else "",
        when=when or UNDATED,
        place=desk.sheet.place(texts, name, at_key=True),
        title=given.get("title", ""),
        according_to=given.get("according_to", ""),
        until=until,
        citations=desk.citations(given),
        note=given.get("note", ""),
        paper=name,
    )
    entries = read_positions(desk, statement, given.get("terms", {}))
    settled = tuple(_settled(desk, entry) for entry in entries) if agreed else ()
    if when is None:
        return
    ledger.papers[name] = Paper(
        id=name,
        when=when,
        of=authors,
        place=statement.place,
        title=statement.title,
        agreed=agreed,
        until=until,
        settled=settled,
        citations=statement.citations,
        note=statement.note,
    )
    for author in authors:
        signed = replace(statement, party=author)
        ledger.sign(signed)
        if is_draft:
            ledger.enter(_signed(entry, signed) for entry in entries)


def _authors(desk: Desk, given: Text) -> tuple[str, ...]:
    """The parties that a paper is of. Where that could not be read it is nobody's."""
    if "of" in given:
        return desk.parties(given, "of")
    return () if desk.sheet.may_have(given, "of") else desk.setting.agreeing


def _signed(entry: Entry, statement: Statement) -> Entry:
    """The entry as another author's."""
    if entry.party == statement.party:
        return entry
    demand, accepts, line = entry.demand, entry.accepts, entry.red_line
    if isinstance(demand, Offer):
        demand = demand._replace(statement=statement)
    if isinstance(accepts, tuple):
        accepts = tuple(each._replace(statement=statement) for each in accepts)
    if isinstance(line, RedLine):
        offer = line.offer._replace(statement=statement) if line.offer else None
        line = line._replace(statement=statement, offer=offer)
    return entry._replace(party=statement.party, statement=statement, demand=demand, accepts=accepts, red_line=line)


def _settled(desk: Desk, entry: Entry) -> Settled:
    """What an agreed text says on an issue."""
    demand = entry.demand if isinstance(entry.demand, Offer) and not entry.unread else None
    if any(_no_settlement(entry)):
        hint = "write what was settled under `terms`; demands and red lines belong to a party, or to a draft"
        desk.sheet.error_at("E328", "an agreed text holds only what was settled", entry.place, hint)
    return Settled(
        issue=entry.issue,
        place=entry.place,
        term=demand.term if demand else None,
        words=entry.words,
        scope=demand.scope if demand else "",
        versions=entry.versions,
        citations=entry.citations,
        note=entry.note,
    )


def _no_settlement(entry: Entry) -> Iterator[bool]:
    """What only a party can have: an offer, a red line, a condition, an addition to an earlier demand."""
    yield entry.accepts is not None
    yield entry.red_line is not None
    yield entry.keeps
    yield isinstance(entry.demand, Offer) and bool(entry.demand.conditions)
