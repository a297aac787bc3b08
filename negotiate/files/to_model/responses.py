"""What a party said in reply, to whom, and on which issues."""

from __future__ import annotations

from typing import Any

from negotiate.files.format.positions import Response as ResponseKeys
from negotiate.files.suggest import closest
from negotiate.files.to_model.desk import Desk
from negotiate.files.to_model.ledger import Ledger
from negotiate.model import Reply, Response

_Addressed = tuple[tuple[str, ...], str]
"""The parties addressed, and the text or source that is answered; of a source nobody yet."""


def read_responses(desk: Desk, party: str, ledger: Ledger) -> None:
    """Enter all replies in a party's file, one for each issue that they answer on."""
    responses: Any = desk.sheet.data.get("responses", [])
    for at, given in enumerate(responses):
        if given is not None and "to" in given and "says" in given:
            ledger.replies += _read_response(desk, party, ledger, responses, at)


def _read_response(desk: Desk, party: str, ledger: Ledger, box: Any, at: int) -> list[Response]:
    given: ResponseKeys = box[at]
    says = Reply(given["says"])
    rows, when, citations = desk.rows(given, "issue"), desk.when(given), desk.citations(given)
    addressed = _addressed(desk, party, ledger, given)
    undated = when is None and says is not Reply.NO_ANSWER
    if undated:
        _report_no_date(desk, box, at)
    if undated or addressed is None or ("issue" in given and not rows):
        return []
    place = desk.sheet.place(box, at)
    to, document = addressed
    by, told = given.get("by", ""), given.get("according_to", "")
    quote, headline, note = given.get("quote", ""), given.get("headline", ""), given.get("note", "")
    return [
        Response(party, to, says, place, row, document, when, by, told, citations, quote, headline, note)
        for row in rows or ("",)
    ]


def _addressed(desk: Desk, party: str, ledger: Ledger, given: ResponseKeys) -> _Addressed | None:
    """Whom a reply is to; None, and a problem, where that is nobody."""
    words, setting = given["to"], desk.setting
    other, text = setting.party_names.find(words), None
    parties: tuple[str, ...] = (other,) if other else ()
    if not parties:
        text = setting.text_names.find(words)
        if text is None:
            return _addressed_source(desk, given)
        paper = ledger.papers.get(text)
        if paper is None:
            return None
        parties = paper.of
    others = tuple(each for each in parties if each != party)
    if not others and text and setting.sheet.is_flawed(setting.sheet.data["texts"], text):
        return None
    if not others:
        desk.sheet.error("E330", "a reply to itself", given, "to", "name the party, text or source that it answers")
        return None
    return others, text or ""


def _addressed_source(desk: Desk, given: ResponseKeys) -> _Addressed | None:
    cited = desk.find_source(given["to"])
    if cited:
        return (), cited[0].source
    words, setting = given["to"], desk.setting
    kinds = (setting.party_names, setting.text_names, setting.source_names)
    if not any(setting.is_doubtful(kind, words) for kind in kinds):
        near = closest(words, [name for kind in kinds for name in kind])
        hint = f"did you mean `{near}`?" if near else "name a party, a text or a source of negotiation.yaml"
        desk.sheet.error("E305", f"`{words}` is neither a party nor a text nor a source", given, "to", hint)
    return None


def _report_no_date(desk: Desk, box: Any, at: int) -> None:
    if desk.sheet.document.complete and not desk.sheet.is_flawed(box, at):
        hint = "add `date: ...`; only `no answer` may do without"
        desk.sheet.error("E320", "this reply has no date", box, at, hint)
