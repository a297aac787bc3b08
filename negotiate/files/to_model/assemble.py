"""All files of a negotiation, put together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain

from negotiate.files.folder import Folder
from negotiate.files.problems import Severity
from negotiate.files.sheet import Sheet
from negotiate.files.to_model.check_entries import check_days, question_as_of, question_sources
from negotiate.files.to_model.check_replies import settle_replies
from negotiate.files.to_model.context import (
    build_events,
    build_parties,
    build_rounds,
    build_sources,
    is_yes,
    read_as_of,
    read_show,
)
from negotiate.files.to_model.desk import Desk
from negotiate.files.to_model.estimates import read_estimates
from negotiate.files.to_model.issues import build_issues
from negotiate.files.to_model.ledger import Ledger
from negotiate.files.to_model.papers import read_papers
from negotiate.files.to_model.responses import read_responses
from negotiate.files.to_model.setting import Setting
from negotiate.files.to_model.statements import read_statements
from negotiate.model import Estimates, Negotiation, Place


def assemble(folder: Folder, main: Sheet, parties: Iterable[Sheet], look: Callable[[Desk], None]) -> Negotiation:
    """The negotiation that the files describe; what is wrong in them is reported on their sheets.

    ``look`` is shown each file when it has been read and before its values are let go.
    """
    setting = Setting(main, {main.document.name: main}, is_yes(main.data.get("fictional")))
    desk, ledger = Desk(main, setting), Ledger(gaps={""} if folder.problems else set())
    build_parties(desk)
    build_sources(desk)
    build_rounds(desk)
    build_issues(desk)
    read_papers(desk, ledger)
    events = build_events(desk)
    as_of, show = read_as_of(desk), read_show(desk)
    look(desk)
    estimates = dict[str, Estimates]()
    first = dict[str, Place]()
    for sheet in parties:
        setting.sheets[sheet.document.name] = sheet
        setting.cited.clear()
        party = Desk(sheet, setting)
        _read_party(party, ledger, estimates, first)
        look(party)
        sheet.strip()
    check_days(setting, ledger)
    responses = tuple(settle_replies(setting, ledger))
    sheets = setting.sheets.values()
    found = chain(folder.problems, *(each.document.problems for each in sheets))
    if not any(problem.severity is Severity.ERROR for problem in found):
        question_sources(setting)
        question_as_of(setting, ledger, as_of)
    data = main.data
    return Negotiation(
        folder=folder.root,
        title=data.get("negotiation", os.path.basename(os.path.abspath(folder.root))),
        summary=data.get("summary", ""),
        note=data.get("note", ""),
        fictional=setting.fictional,
        as_of=as_of,
        show=show,
        rounds=tuple(sorted(setting.rounds.values(), key=lambda each: each.when.start)),
        parties=setting.parties,
        issues=setting.issues,
        entries=ledger.settled(),
        responses=responses,
        papers=ledger.papers,
        events=events,
        sources=setting.sources,
        estimates=estimates,
    )


def _read_party(desk: Desk, ledger: Ledger, estimates: dict[str, Estimates], first: dict[str, Place]) -> None:
    """Enter what a party's file says. ``first`` holds where each party was first named by its file."""
    sheet, data = desk.sheet, desk.sheet.data
    party = _owner(desk)
    if party is None:
        read_statements(desk, "", Ledger())  # for what is wrong in them
        ledger.gaps.add("")
        return
    if party in first:
        related, named = (desk.setting.excerpt(first[party], "the first"),), _named_after(desk)
        copied = named is not None and named != party
        hint = (
            f"did you mean `{named}`, as the file is called?" if copied else "put all that a party said into one file"
        )
        sheet.error("E323", f"a second file of `{party}`", data, "party", hint, related=related)
        party = named if named and copied else party
    first.setdefault(party, sheet.place(data, "party"))
    read_statements(desk, party, ledger)
    estimates.setdefault(party, read_estimates(desk))
    read_responses(desk, party, ledger)
    _add_note(desk.setting, party, sheet)


def _owner(desk: Desk) -> str | None:
    """The party that a file belongs to; where it does not say, the one that the file is named after."""
    data, names = desk.sheet.data, desk.setting.party_names
    if "party" not in data:
        return _named_after(desk)
    party = names.find(data["party"])
    if party is None and not desk.setting.is_doubtful(names, data["party"]):
        hint = names.hint(data["party"])
        message = f"negotiation.yaml lists no party `{data['party']}`"
        desk.sheet.error("E322", message, data, "party", hint)
    return party


def _named_after(desk: Desk) -> str | None:
    """The party that the file is named after."""
    stem = os.path.splitext(os.path.basename(desk.sheet.document.name))[0]
    return desk.setting.party_names.find(stem)


def _add_note(setting: Setting, party: str, sheet: Sheet) -> None:
    note, listed = sheet.data.get("note"), setting.parties[party]
    if note:
        setting.parties[party] = replace(listed, note=f"{listed.note}\n{note}" if listed.note else note)
