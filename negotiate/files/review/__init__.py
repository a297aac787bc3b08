"""What a careful editor would ask of files in which nothing is wrong: a module for each question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from negotiate.files.problems import Problem
from negotiate.files.review.columns import wordier
from negotiate.files.review.opening_day import overtaken
from negotiate.files.review.portability import read_differently
from negotiate.files.review.replies import Unanswered, unanswered
from negotiate.files.review.speakers import unnamed_speakers
from negotiate.files.review.walk import spots
from negotiate.files.review.wording import loaded_words
from negotiate.files.sheet import Sheet
from negotiate.files.source.document import MOST_PROBLEMS
from negotiate.files.to_model.check_entries import last_day
from negotiate.files.to_model.desk import Desk
from negotiate.files.to_model.setting import Setting
from negotiate.model import Negotiation, Place

_NAMED = 4  # issues that a question names; of more, their number is said


class Review:
    """Looks at each file while its values are there, then asks of the whole. Use once."""

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self._setting: Setting | None = None

    def look(self, desk: Desk) -> None:
        """Ask what one file shows by itself. All that it refers to has been read."""
        self._setting = desk.setting
        words = spots(desk.sheet.data)
        for question in (read_differently, loaded_words):
            self._found += _first(question(desk, words))

    def problems(self, negotiation: Negotiation) -> list[Problem]:
        """All questions, in no order."""
        setting = self._setting
        if setting is None:
            return []
        whole = (_replies, _speakers, _opening_day, _columns)
        return [*self._found, *(each for question in whole for each in _first(question(setting, negotiation)))]


def _first(found: Iterable[Problem]) -> list[Problem]:
    """So many that somebody reads them; the last of them tells how many more there are."""
    rest = iter(found)
    listed = list(islice(rest, MOST_PROBLEMS))
    more = sum(1 for _ in rest)
    if more:
        listed[-1] = replace(listed[-1], message=f"{listed[-1].message} (and {more:,} more such)")
    return listed


def _sheet(setting: Setting, place: Place) -> Sheet:
    return setting.sheets[place.file]


def _replies(setting: Setting, negotiation: Negotiation) -> Iterator[Problem]:
    for each in unanswered(negotiation):
        silent, by = negotiation.parties[each.silent].name, negotiation.parties[each.by].name
        message = f"no reply of {silent} to what {by} demands here on {_issues(each)}"
        hint = f"add one to the file of {silent}; where you looked and found none, `says: no answer`"
        yield _sheet(setting, each.place).doubt_at("W405", message, each.place, hint)


def _issues(each: Unanswered) -> str:
    """ "`nato`, `weapons` and 3 more"."""
    quoted = [f"`{issue}`" for issue in each.issues]
    if len(quoted) > _NAMED:
        return f"{', '.join(quoted[:_NAMED])} and {len(quoted) - _NAMED} more"
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]]) if quoted[1:] else quoted[0]


def _speakers(setting: Setting, negotiation: Negotiation) -> Iterator[Problem]:
    hint = "add `by: ...` to the statement or the reply, or the `title` of the paper that says it"
    for place in unnamed_speakers(negotiation):
        yield _sheet(setting, place).doubt_at("W406", "nobody is named as the speaker of this quotation", place, hint)


def _opening_day(setting: Setting, negotiation: Negotiation) -> Iterator[Problem]:
    found = overtaken(negotiation, last_day(setting, negotiation.as_of))
    if found:
        later = f"later, and not shown at first, are positions: {found.positions}, replies: {found.replies}"
        hint = "open a later day or round, or say that it is meant: `ignore: [W407]`"
        message = f"it opens with what was said up to {found.day}; {later}"
        yield setting.sheet.doubt("W407", message, setting.sheet.data, "as_of", hint)


def _columns(setting: Setting, negotiation: Negotiation) -> Iterator[Problem]:
    for more, less in wordier(negotiation):
        long, short = negotiation.parties[more.party], negotiation.parties[less.party]
        message = f"a cell of {long.name} has {more.words:.0f} words on average, one of {short.name} {less.words:.0f}"
        hint = "give both the same room, so that none is heard more; or say that it is meant: `ignore: [W409]`"
        yield _sheet(setting, long.place).doubt_at("W409", message, long.place, hint)
