"""What a party wants on one issue, from words, a list or a mapping."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from negotiate.files.format.positions import POSITION_KEYS, Position
from negotiate.files.to_model.check_parts import check_parts
from negotiate.files.to_model.check_positions import check_entry
from negotiate.files.to_model.desk import Desk, graded
from negotiate.files.to_model.names import is_stray_key
from negotiate.files.to_model.offers import (
    Shared,
    Unreadable,
    acceptances,
    offer,
    plain_offer,
    read_conditions,
    red_line,
)
from negotiate.files.to_model.position_words import words_of
from negotiate.files.to_model.stances import added_to_earlier, stance_of
from negotiate.model import Condition, Ended, Entry, Issue, Offer, RedLine, Stance, Statement
from negotiate.model.position import NO_VERSIONS

T = TypeVar("T")
Conditions = tuple[Condition, ...]


def read_words(desk: Desk, shared: Shared, box: Any, key: str) -> Entry:
    """A position that is bare words: a stance, or a demand. Raises Unreadable."""
    words: str = box[key]
    statement, issue = shared.statement, shared.issue
    place = desk.sheet.place(box, key, at_key=True)
    stance, demand, keeps = stance_of(words), None, False
    if stance is None:
        demand, keeps = _demand_in_words(desk, shared, box, key, words)
    entry = Entry(
        statement.party,
        issue.id,
        statement,
        place,
        words,
        demand,
        stance=stance,
        keeps=keeps,
        citations=shared.citations,
    )
    return check_entry(desk, issue, entry)


def read_list(desk: Desk, shared: Shared, box: Any, key: str) -> Entry:
    """A position that is a list of alternatives. Raises Unreadable."""
    statement = shared.statement
    entry = Entry(
        party=statement.party,
        issue=shared.issue.id,
        statement=statement,
        place=desk.sheet.place(box, key, at_key=True),
        words=words_of(box[key]),
        demand=offer(desk, shared, box, key),
        citations=shared.citations,
    )
    return check_entry(desk, shared.issue, entry)


def _demand_in_words(
    desk: Desk, shared: Shared, box: Any, key: str, words: str, conditions: Conditions = ()
) -> tuple[Offer | None, bool]:
    """The demand, and whether it is added to the earlier one. Raises Unreadable."""
    added = added_to_earlier(words)
    if added == "":
        return None, True
    term = desk.term_of_words(shared.issue, box, key, added or words)
    if term is None:
        raise Unreadable("its demand")
    return plain_offer(shared, term, desk.sheet.place(box, key), conditions), added is not None


def read_mapping(desk: Desk, issue: Issue, rows: tuple[str, ...], statement: Statement, box: Any, key: str) -> Entry:
    """A position that is a mapping."""
    given: Position = box[key]
    told = given.get("according_to", "")
    own = Shared(
        issue,
        rows,
        statement,
        desk.citations(given) or graded(statement.citations, given.get("grade", "")),
        given.get("scope", ""),
        given.get("quote", ""),
        given.get("headline", ""),
        told if isinstance(told, str) else "",
    )
    return _Mapping(desk, own, box, key).read()


class _Mapping:
    """Reads the parts of one position. A part that cannot be read leaves the others to be looked at."""

    def __init__(self, desk: Desk, shared: Shared, box: Any, key: str):
        self.desk, self.shared = desk, shared
        self.box, self.key = box, key
        self.given: Position = box[key]
        self.unread = ""
        self.stance: Stance | None = None
        self.keeps = False

    def read(self) -> Entry:
        given, shared = self.given, self.shared
        self.unread = check_parts(self.desk, self.box, self.key)
        conditions: Conditions = ()
        if "if" in given:
            conditions = self._part("its condition", self._conditions) or ()
        asks, accepts = "demand" in given or "terms" in given, None
        demand = self._part("its demand", self._demand, conditions) if asks else None
        if "accept" in given:
            accepts = self._part("what it accepts", self._accepts, () if asks else conditions)
        line = self._part("its red line", self._red_line) if "rules_out" in given else None
        entry = Entry(
            party=shared.statement.party,
            issue=shared.issue.id,
            statement=shared.statement,
            place=self.desk.sheet.place(self.box, self.key, at_key=True),
            words=self._words(),
            demand=demand,
            accepts=accepts,
            red_line=line,
            stance=self.stance,
            keeps=self.keeps,
            citations=shared.citations,
            quote=shared.quote,
            headline=shared.headline,
            says=given.get("says", ""),
            note=given.get("note", ""),
            unread=self.unread,
            versions=self._versions(),
        )
        return check_entry(self.desk, shared.issue, entry)

    def _part(self, what: str, read: Callable[..., T], *conditions: Conditions) -> T | None:
        try:
            return read(*conditions)
        except Unreadable:
            self.unread = self.unread or f"{what} could not be read"
            return None

    def _conditions(self) -> Conditions:
        return read_conditions(self.desk, self.shared, self.given)

    def _demand(self, conditions: Conditions) -> Offer | Ended | None:
        given: Any = self.given
        key = "demand" if "demand" in given else "terms"
        words = given[key]
        if not isinstance(words, str):
            return offer(self.desk, self.shared, given, key, conditions)
        stance = stance_of(words)
        if stance is None:
            demand, self.keeps = _demand_in_words(self.desk, self.shared, given, key, words, conditions)
            return demand
        if stance is Stance.WITHDRAWN:
            return Ended.WITHDRAWN
        self.stance = stance
        return None

    def _accepts(self, conditions: Conditions) -> tuple[Offer, ...] | Ended:
        return acceptances(self.desk, self.shared, self.given, conditions)

    def _red_line(self) -> RedLine | Ended:
        return red_line(self.desk, self.shared, self.given)

    def _words(self) -> str:
        asked = words_of(self.given.get("demand", self.given.get("terms")))
        return words_of(self.given) if self.unread or not asked else asked

    def _versions(self) -> Mapping[str, str]:
        told = self.given.get("according_to")
        return read_versions(self.desk, self.shared, told) if isinstance(told, dict) else NO_VERSIONS


def read_versions(desk: Desk, shared: Shared, told: Any) -> dict[str, str]:
    """What each teller says was meant: its words, which must be readable too."""
    tellers = [teller for teller in told if teller != "note" and told[teller]]
    strays = [teller for teller in tellers if is_stray_key(desk.sheet, told, teller, POSITION_KEYS, "left")]
    return {teller: _version(desk, shared, told, teller) for teller in tellers if teller not in strays}


def _version(desk: Desk, shared: Shared, told: Any, teller: str) -> str:
    words = told[teller]
    if not (isinstance(words, str) and stance_of(words)):
        with suppress(Unreadable):
            offer(desk, shared, told, teller)
    return words_of(words)
