"""What shows only when all files have been read: two positions on one day, sources without a use, an early date."""

from __future__ import annotations

from datetime import date, timedelta

from negotiate.files.to_model.ledger import Ledger, is_counted
from negotiate.files.to_model.setting import Setting
from negotiate.model import Entry, Place, Round


def check_days(setting: Setting, ledger: Ledger) -> None:
    """Put entries in order. The second one of a party on an issue and a day is reported and not read."""
    reported = set[Place]()
    for entries in ledger.entries.values():
        if len(entries) == 1:
            continue
        entries.sort(key=lambda entry: entry.statement.when.start)
        first: Entry | None = None
        for at, entry in enumerate(entries):
            if not is_counted(entry):
                continue
            if first is None or first.statement.when.start != entry.statement.when.start:
                first = entry
                continue
            entries[at] = entry._replace(unread="a second position on the same day")
            if entry.place not in reported:
                reported.add(entry.place)
                _report_second(setting, first, entry)


def _report_second(setting: Setting, first: Entry, second: Entry) -> None:
    sheet = setting.sheets[second.place.file]
    if not sheet.document.has_room():
        return
    party, day = setting.parties[second.party].name, second.statement.when
    message = f"a second position of {party} on this issue on {day}"
    hint = "one party, one issue, one day: one position; what else was said that day is a `remark`"
    related = (setting.excerpt(first.place, "the first"),)
    sheet.error_at("E316", message, second.place, hint, related)


def question_sources(setting: Setting) -> None:
    """Warn of sources that nothing rests on."""
    for source in setting.sources.values():
        if source.id not in setting.used:
            box = setting.sheet.data["sources"]
            hint = "name it where it belongs, or delete it"
            setting.sheet.warning(
                "W401", f"nothing rests on the source `{source.id}`", box, source.id, hint, at_key=True
            )


def question_as_of(setting: Setting, ledger: Ledger, as_of: Round | date | None) -> None:
    """Warn where what opens first shows no position at all."""
    day = last_day(setting, as_of)
    days = [entry.statement.when.start for entries in ledger.entries.values() for entry in entries]
    if day and days and day < min(days):
        message = f"no position is on record by then: the first is of {min(days)}"
        setting.sheet.warning("W404", message, setting.sheet.data, "as_of", "open a later day or round")


def last_day(setting: Setting, as_of: Round | date | None) -> date | None:
    """A round counts up to its `until`, or to the eve of the next one."""
    if not isinstance(as_of, Round):
        return as_of
    later = (other.when.start for other in setting.rounds.values() if other.when.start > as_of.when.end)
    return as_of.until or min((day - timedelta(days=1) for day in later), default=None)
