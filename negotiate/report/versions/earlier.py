"""Earlier versions to set a negotiation against: what a word stands for, known before anything is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from negotiate.compare import Table
from negotiate.files.folder import NEGOTIATION
from negotiate.files.past.commits import Commit, commit_of, last_other
from negotiate.files.past.revisions import RevisionError
from negotiate.model import Round, show_date
from negotiate.report.opening import moment_of
from negotiate.report.refused import RefusedError
from negotiate.report.versions.versions import (
    InPast,
    OnDisk,
    OnSide,
    Version,
    home_of,
    is_day,
    open_home,
    past_of,
    side_of,
)
from negotiate.terms import plain
from negotiate.text.clean import one_line


class Earlier(NamedTuple):
    """What a word stands for: in words, and the way to open it, which may raise RefusedError."""

    said: str
    open: Callable[[], Version]


class Offer(NamedTuple):
    """A word worth asking for, and what it stands for."""

    word: str
    said: str


def earlier(word: str, table: Table | None, folder: str) -> Earlier:
    """The version that a word stands for beside ``table``, which was read from ``folder``. Raises RefusedError."""
    try:
        return _earlier(word.strip(), table, folder)
    except RevisionError as error:
        raise RefusedError(str(error)) from None


def _earlier(word: str, table: Table | None, folder: str) -> Earlier:
    if not word:
        raise RefusedError("write a day, a round, a revision or a folder")
    if home := home_of(word, folder) or side_of(word, folder):
        return Earlier(_about(home), _opener(home))
    if table and (is_day(word) or plain(word) in ("all", *(plain(each.id) for each in table.negotiation.rounds))):
        when = moment_of(table.negotiation, word)
        return Earlier(_moment(when), lambda: Version(folder, Table(table.negotiation, when), ()))
    past = past_of(word, OnDisk(folder))
    return Earlier(_about(past), _opener(past))


def _opener(home: OnDisk | InPast | OnSide) -> Callable[[], Version]:
    def opened() -> Version:
        try:
            return open_home(home)
        except RevisionError as error:
            raise RefusedError(str(error)) from None

    return opened


def _about(home: OnDisk | InPast | OnSide) -> str:
    if isinstance(home, OnSide):
        return f"{home.name}: the folder as it is on that side of the merge"
    if isinstance(home, InPast):
        commit = commit_of(home.found.directory, home.found.revision)
        return f"committed {_told(commit)}" if commit else "a revision that is no commit"
    if not Path(home.name, NEGOTIATION).is_file():
        raise RefusedError(f"the folder `{one_line(home.name)}` holds no {NEGOTIATION}")
    return f"the folder {one_line(home.name)}"


def _told(commit: Commit) -> str:
    """ "3 May 2031: The second offer"."""
    words = show_date(commit.day.isoformat()) if commit.day else "on no day that can be read"
    return f"{words}: {one_line(commit.subject) or 'without a message'}"


def _moment(when: Round | date | None) -> str:
    if isinstance(when, Round):
        return f"the round of {when.when}"
    return f"as of {show_date(when.isoformat())}" if when else "everything on record"


# --- what to offer


def offered_rounds(table: Table) -> tuple[Offer, ...]:
    """The rounds before the day of the table, the last one first."""
    own, last = table.as_of.round, table.as_of.day
    limit = own.when.start if own else last
    before = [each for each in table.negotiation.rounds if limit is None or each.when.start < limit]
    return tuple(Offer(each.id, _moment(each)) for each in sorted(before, key=_start, reverse=True))


def _start(meeting: Round) -> date:
    return meeting.when.start


def offered_commits(folder: str) -> tuple[Offer, ...]:
    """The last commit in which the folder was otherwise than it is now, if there is one. Raises RefusedError, which
    says why git has none."""
    try:
        commit = last_other(folder)
    except (RevisionError, OSError) as error:
        raise RefusedError(str(error)) from None
    if commit is None:
        return ()
    lead = "the last commit" if commit.revision == "HEAD" else "before the last change"
    return (Offer(commit.revision, f"{lead}, {_told(commit)}"),)
