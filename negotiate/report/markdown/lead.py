"""The opening: what the document is, as of when, who is in it, how to read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from negotiate.files.problems import Problem, Severity
from negotiate.model import Party, Place, Round, show_date
from negotiate.report.counting import counted
from negotiate.report.markdown.blocks import bullets, heading
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.escape import bold, inline
from negotiate.report.markdown.footnotes import grade_meanings
from negotiate.report.markdown.summary import rows_words
from negotiate.report.markdown.sure import rests_on
from negotiate.report.opening import one_side
from negotiate.report.select import has_said_something
from negotiate.report.wording import ended, listed, relative, without_folder


def opening(desk: Desk) -> list[str]:
    negotiation = desk.table.negotiation
    return [
        heading(1, inline(negotiation.title)),
        "**Fictional: invented for teaching. Nobody said any of this.**" if negotiation.fictional else "",
        inline(negotiation.summary),
        _what_it_is(desk),
        rests_on(desk),
        f"Note: {ended(inline(negotiation.note))}" if negotiation.note else "",
    ]


def _what_it_is(desk: Desk) -> str:
    files = ", ".join(_files(desk))
    return (
        f"This document sets side by side what {desk.names(desk.parties) or 'nobody'} stated on "
        f"{rows_words(desk)}, and what was said in reply, {_as_of(desk)}. "
        f"It was made from these files alone: {files}."
    )


def _as_of(desk: Desk) -> str:
    day, meeting = desk.table.as_of.day, desk.table.as_of.round
    if meeting:
        until = f": all that was said up to {show_date(day.isoformat())}" if day else ""
        return f"as of the **round of {_meeting(meeting)}**{until}"
    if day:
        return f"as of **{show_date(day.isoformat())}**: nothing said later is counted"
    return "with everything on record counted, whatever its date"


def _meeting(meeting: Round) -> str:
    return inline(f"{meeting.when}, {meeting.venue}" if meeting.venue else str(meeting.when))


def _files(desk: Desk) -> list[str]:
    negotiation = desk.table.negotiation
    places: Iterable[Place] = [
        *(issue.place for issue in negotiation.issues.values()),
        *(party.place for party in negotiation.parties.values()),
        *(entry.place for entries in negotiation.entries.values() for entry in entries),
        *(response.place for response in negotiation.responses),
    ]
    files = (relative(place.file, negotiation.folder) for place in places)
    return [inline(file) for file in dict.fromkeys(files)]


# --- who


def who(desk: Desk) -> list[str]:
    """Every party of the negotiation, and those without a column."""
    parties = desk.table.parties
    lines = [_party(desk, party) for party in parties]
    absent = [party.id for party in parties if party.id not in desk.parties]
    left_out = [party for party in absent if has_said_something(desk.table, party)]
    nowhere = [party for party in absent if party not in left_out]
    return [
        heading(2, "Who takes part"),
        bullets(lines),
        f"Left out of this document: {desk.names(left_out)}." if left_out else "",
        f"Without a column, since no position is on record: {desk.names(nowhere)}." if nowhere else "",
    ]


def _party(desk: Desk, party: Party) -> str:
    what = [inline(party.role)] if party.role else []
    if not party.must_agree:
        what.append("need not agree: compared in pairs, and left out of verdicts on all together")
    said = f"{bold(party.name)}: {'; '.join(what)}." if what else f"{bold(party.name)}."
    return said + (f" Note: {ended(inline(party.note))}" if party.note else "")


def meetings(desk: Desk) -> list[str]:
    """The meetings up to the day of the table."""
    known = desk.table.negotiation.rounds
    held = [each for each in known if desk.counts(each.when.start)]
    later = len(known) - len(held)
    left_out = f"{counted(later, 'later round')} left out." if later else ""
    if not held:
        return []
    return [heading(2, "Meetings"), bullets(_round(desk, each) for each in held), left_out]


def _round(desk: Desk, meeting: Round) -> str:
    host = f"host: {inline(meeting.host)}" if meeting.host else ""
    there = [desk.teller(party) for party in meeting.present]
    present = f"present: {listed(there)}" if there else ""
    said = "; ".join(part for part in (_meeting(meeting), host, present) if part)
    return f"{said}.{f' Note: {ended(inline(meeting.note))}' if meeting.note else ''}"


# --- how

_HOW = (
    "**Verdicts** are computed from the terms that the parties stated, and each comes with its reason. "
    "They are nobody's opinion.",
    "**Replies** are a separate record of what one party said to another. "
    "Words and terms may point different ways; the rows where they do are listed.",
    "**Terms** are in the words of the files, which paraphrase the sources. "
    "Only what stands in quotation marks after “in its words” or “in the words” is a quotation.",
    "**A red line** is recorded only where a party's own words rule an outcome out.",
    f"**Grades** of sources: {grade_meanings()}.",
)


def how_to_read() -> list[str]:
    return [heading(2, "How to read it"), bullets(_HOW)]


# --- what could not be read


def not_read(desk: Desk, problems: Sequence[Problem]) -> list[str]:
    """What is missing from this document because its files have errors."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if not errors:
        return []
    number = counted(len(errors), "error")
    says = f"The files have {number}. What is concerned is missing below, or shown and not counted."
    if found := one_side(problems):
        says += f" {found}"
    return [heading(2, "What could not be read"), says, bullets(_problem(desk, each) for each in errors)]


def _problem(desk: Desk, problem: Problem) -> str:
    folder = desk.table.negotiation.folder
    place = f"{relative(problem.place.file, folder)}:{problem.place.line}"
    return f"{bold(place)}: {ended(inline(without_folder(problem.message, folder)))}"
