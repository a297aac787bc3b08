"""Terms with what belongs to them: offers, acceptances, red lines, conditions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from negotiate.files.to_model.desk import Desk, graded
from negotiate.files.to_model.stances import ANYTHING_ELSE
from negotiate.model import Citation, Condition, Ended, Issue, Offer, Place, RedLine, Stance, Statement
from negotiate.terms import Term, plain

_WITHDRAWN = Stance.WITHDRAWN.value


class Shared(NamedTuple):
    """What a position says for all of its terms that do not say it themselves."""

    issue: Issue
    rows: tuple[str, ...]
    """The issues that the position is on; ``issue`` is the first of them."""
    statement: Statement
    citations: tuple[Citation, ...]
    scope: str = ""
    quote: str = ""
    headline: str = ""
    according_to: str = ""


class Unreadable(Exception):
    """A part of a position cannot be read; why has been reported."""

    def __init__(self, what: str = "it") -> None:
        super().__init__(f"{what} could not be read")


def offer(desk: Desk, shared: Shared, box: Any, key: str | int, conditions: tuple[Condition, ...] = ()) -> Offer:
    """The offer under a key: words, a list of words, or a mapping with `terms`. Raises Unreadable."""
    given = box[key]
    if not isinstance(given, dict):
        return plain_offer(shared, _term(desk, shared, box, key), desk.sheet.place(box, key), conditions)
    if "terms" not in given:
        raise Unreadable
    return Offer(
        term=_term(desk, shared, given, "terms"),
        statement=shared.statement,
        place=desk.sheet.place(given, "terms"),
        conditions=read_conditions(desk, shared, given) or conditions,
        scope=given.get("scope", shared.scope),
        citations=_own_citations(desk, shared, given),
        quote=given.get("quote", shared.quote),
        headline=given.get("headline", shared.headline),
        note=given.get("note", ""),
        according_to=given.get("according_to", shared.according_to),
    )


def plain_offer(shared: Shared, term: Term, place: Place, conditions: tuple[Condition, ...] = ()) -> Offer:
    return Offer(
        term,
        shared.statement,
        place,
        conditions,
        shared.scope,
        shared.citations,
        shared.quote,
        shared.headline,
        "",
        shared.according_to,
    )


def acceptances(desk: Desk, shared: Shared, box: Any, conditions: tuple[Condition, ...]) -> tuple[Offer, ...] | Ended:
    """What stands under `accept`: an offer for each item of a list. Raises Unreadable."""
    given = box["accept"]
    if is_withdrawn(given):
        return Ended.WITHDRAWN
    if isinstance(given, list) and desk.is_cut(shared.issue, given):
        raise Unreadable
    if not isinstance(given, list):
        return (offer(desk, shared, box, "accept", conditions),)
    return tuple(offer(desk, shared, given, at, conditions) for at, each in enumerate(given) if each is not None)


def red_line(desk: Desk, shared: Shared, box: Any) -> RedLine | Ended:
    """What stands under `rules_out`. Raises Unreadable."""
    given = box["rules_out"]
    if is_withdrawn(given):
        return Ended.WITHDRAWN
    words = given.get("terms") if isinstance(given, dict) else given
    all_else = isinstance(words, str) and plain(words) == ANYTHING_ELSE
    own = given if isinstance(given, dict) else {}
    ruled_out = None if all_else else offer(desk, shared, box, "rules_out")
    return RedLine(
        words=ruled_out.term.words if ruled_out else str(words),
        offer=ruled_out,
        statement=shared.statement,
        place=desk.sheet.place(box, "rules_out"),
        citations=_own_citations(desk, shared, own),
        quote=own.get("quote", shared.quote),
        headline=own.get("headline", shared.headline),
        note=own.get("note", ""),
    )


def read_conditions(desk: Desk, shared: Shared, box: Any) -> tuple[Condition, ...]:
    """What stands under `if`. Raises Unreadable."""
    wanted = box.get("if", {})
    return tuple(each for name in wanted if name != "note" for each in _condition(desk, shared, wanted, name))


def _condition(desk: Desk, shared: Shared, wanted: Any, name: str) -> Iterator[Condition]:
    """The condition on the issue that a name stands for, or on each of its rows."""
    rows = desk.row_of(wanted, name)
    if not rows:
        raise Unreadable
    issue = desk.setting.issues[rows[0]]
    wrong = _objection(desk, shared, issue, rows)
    if wrong:
        desk.sheet.error("E325", wrong[0], wanted, name, wrong[1], at_key=True)
    term = None if wrong or issue.family in desk.setting.unread else desk.term(issue, wanted, name)
    if term is None:
        raise Unreadable
    place = desk.sheet.place(wanted, name, at_key=True)
    for id in rows:
        yield Condition(id, term, place)


def _objection(desk: Desk, shared: Shared, issue: Issue, rows: tuple[str, ...]) -> tuple[str, str] | None:
    """What is wrong with a condition on these rows, and what to write."""
    if not set(rows).isdisjoint(shared.rows):
        return "a condition on the issue itself", "write what it would take then under `accept`, or name another issue"
    if issue.kind == "text" and issue.family not in desk.setting.unread:
        return "a condition on free text", "it cannot be computed: write it in a `note`, or give the issue a type"
    return None


def is_withdrawn(given: Any) -> bool:
    return isinstance(given, str) and plain(given) == _WITHDRAWN


def _term(desk: Desk, shared: Shared, box: Any, key: str | int) -> Term:
    term = desk.term(shared.issue, box, key)
    if term is None:
        raise Unreadable
    return term


def _own_citations(desk: Desk, shared: Shared, given: Any) -> tuple[Citation, ...]:
    return desk.citations(given) or graded(shared.citations, given.get("grade", ""))
