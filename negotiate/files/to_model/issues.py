"""The issues of a negotiation: one for each row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from negotiate.files.format.files import Issue as IssueKeys
from negotiate.files.format.positions import POSITION_KEYS
from negotiate.files.to_model.context import NOTHING, define
from negotiate.files.to_model.desk import Desk
from negotiate.files.to_model.domains import TAKES, Unfit, is_blurred, read_domain
from negotiate.files.to_model.names import RESERVED, check_name, new_names, report_twin
from negotiate.model import Issue, Place
from negotiate.terms import AnyDomain

_NO_ITEM = RESERVED | POSITION_KEYS


def build_issues(desk: Desk) -> None:
    """Fill the setting's issues. One that cannot be read is kept as a row whose terms are not read, so that what
    refers to it finds it."""
    for issues, name in define(desk, "issues", desk.setting.issue_names):
        if is_blurred(desk, issues[name]):
            desk.setting.blurred.add(name)
        try:
            domain = read_domain(desk, issues, name)
            domain = domain and desk.setting.domains.setdefault(domain, domain)
        except Unfit:
            domain = None
            place = desk.sheet.place(issues, name, at_key=True)
            desk.setting.unread[name] = f"the issue could not be read ({place})"
        _add(desk, issues, name, domain)


def _add(desk: Desk, issues: Any, name: str, domain: AnyDomain | None) -> None:
    """One issue, or one for each item."""
    given: IssueKeys = issues[name] or NOTHING
    wants, meanings = _wants(desk, given), _meanings(given)
    title = given.get("title", name)

    def issue(id: str, item: str, place: Place) -> Issue:
        return Issue(
            id=id,
            title=f"{title}: {item}" if item else title,
            kind=given.get("type", "text"),
            domain=domain,
            place=place,
            family=name,
            item=item,
            family_title=title if item else "",
            question=given.get("question", ""),
            group=given.get("group", ""),
            meanings=meanings,
            wants=wants,
            note=given.get("note", ""),
        )

    rows = _items(desk, name, given)
    if not rows:
        rows = {name: ("", desk.sheet.place(issues, name, at_key=True))}
    desk.setting.issues.update((id, issue(id, item, place)) for id, (item, place) in rows.items())
    desk.setting.rows[name] = tuple(rows)


def _items(desk: Desk, name: str, given: IssueKeys) -> dict[str, tuple[str, Place]]:
    """The rows of an issue with `each`: id -> item and place."""
    rows = dict[str, tuple[str, Place]]()
    each: Any = given.get("each", [])
    for box, key, item in new_names(desk.sheet, each, "items"):
        check_name(desk.sheet, box, key, item, _NO_ITEM - RESERVED)
        id = f"{name} {item}"
        twin = desk.setting.issue_names.find(id)
        if twin is not None:
            issues = desk.sheet.data["issues"]
            report_twin(desk.sheet, box, key, id, (issues, desk.setting.issues[twin].family, twin))
            continue
        desk.setting.issue_names.add(id)
        desk.setting.rows[id] = (id,)
        rows[id] = item, desk.sheet.place(box, key)
    if "each" in given and not each:
        desk.sheet.error("E310", "`each` is an empty list", given, "each", "name the items, or delete it", at_key=True)
    return rows


def _wants(desk: Desk, given: IssueKeys) -> Mapping[str, str]:
    """Who gains in which direction; of an issue whose type has one."""
    box = given.get("wants", {}) if "wants" in TAKES.get(given.get("type", ""), ()) else {}
    found = dict[str, str]()
    for name, direction in box.items():
        party = desk.party(box, name, name, at_key=True)
        if party and direction:
            found[party] = direction
    return found


def _meanings(given: IssueKeys) -> Mapping[str, str]:
    for names in (given.get("options"), given.get("items"), given.get("steps")):
        if isinstance(names, dict):
            return {name: meaning for name, meaning in names.items() if meaning and name != "note"}
    return {}
