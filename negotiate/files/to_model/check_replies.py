"""Replies against what they answer, once all files have been read."""

from __future__ import annotations

from collections.abc import Iterator

from negotiate.files.to_model.ledger import Ledger
from negotiate.files.to_model.setting import Setting
from negotiate.model import Place, Response, When


def settle_replies(setting: Setting, ledger: Ledger) -> Iterator[Response]:
    """The replies, those to a source addressed to the parties whose statements rest on it."""
    reported = set[Place]()
    for reply in ledger.replies:
        to = reply.to or tuple(each for each in ledger.authors.get(reply.document, ()) if each != reply.party)
        if not to and reply.place not in reported:
            _report_nobody(setting, ledger, reply)
            reported.add(reply.place)
        answered = _answered(setting, ledger, reply, to)
        if answered and reply.when and reply.when.end < answered[0].start and reply.place not in reported:
            _report_older(setting, reply, *answered)
            reported.add(reply.place)
        if to:
            document = "" if reply.issue else reply.document
            settled = to is reply.to and document == reply.document
            yield reply if settled else reply._replace(to=to, document=document)


def _answered(setting: Setting, ledger: Ledger, reply: Response, to: tuple[str, ...]) -> tuple[When, Place] | None:
    """The date and place of what a reply answers: a document, or the first position on record."""
    if reply.document:
        paper = ledger.papers.get(reply.document)
        if paper:
            return paper.when, paper.place
        source = setting.sources[reply.document]
        return (source.when, source.place) if source.when else None
    if not reply.issue or not to or _may_be_earlier(setting, ledger, to[0], reply.issue):
        return None
    first = ledger.first_counted(to[0], reply.issue)
    return (first.statement.when, first.place) if first else None


def _may_be_earlier(setting: Setting, ledger: Ledger, party: str, issue: str) -> bool:
    """Whether what could not be read may hold an earlier position than the first on record."""
    names = (issue, setting.issues[issue].family)
    return bool(ledger.gaps & {party, ""}) or any(map(setting.issue_names.may_be_missed, names))


def _may_have_author(setting: Setting, ledger: Ledger, source: str) -> bool:
    """Whether what could not be read may be a statement that rests on the source."""
    if ledger.gaps or setting.source_names.may_be_missed(source):
        return True
    return any(sheet.doubts(source) for sheet in setting.sheets.values() if sheet is not setting.sheet)


def _report_nobody(setting: Setting, ledger: Ledger, reply: Response) -> None:
    sheet = setting.sheets[reply.place.file]
    if _may_have_author(setting, ledger, reply.document):
        return
    if ledger.authors.get(reply.document):
        sheet.error_at("E330", "a reply to itself", reply.place, "name the party, text or source that it answers")
    else:
        hint = "write the party that it answers, or name this source in a statement"
        sheet.error_at("E331", f"no statement rests on `{reply.document}`", reply.place, hint)


def _report_older(setting: Setting, reply: Response, when: When, place: Place) -> None:
    related = (setting.excerpt(place, f"of {when}"),)
    message = f"this reply of {reply.when} is older than what it answers"
    hint = "correct one of the dates, or answer something older"
    setting.sheets[reply.place.file].error_at("E321", message, reply.place, hint, related)
