"""How a position reads: the writer's own words, tidied, and words for the kinds of silence."""

from __future__ import annotations

import re
from collections.abc import Mapping

from negotiate.compare.standing import Position
from negotiate.model import Condition, Ended, Entry, Issue, Offer, RedLine, Stance, show_date
from negotiate.terms import Boxes, Orders, Timetables

Issues = Mapping[str, Issue]
"""For the titles of issues in conditions; without it their ids are said."""

_GROUPED = re.compile(r"(?<=\d)_(?=\d{3})")
_DAY = re.compile(r"(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-])")


def tidy(words: str) -> str:
    """The writer's words with ``85_000`` and ``2025-06-02`` as people print them."""
    return " ".join(_DAY.sub(lambda day: show_date(day[0]), _GROUPED.sub(",", words)).split())


def offer_words(offer: Offer, issues: Issues | None = None) -> str:
    """A term with its scope and conditions: "exactly 30 days (from the start of withdrawal)"."""
    said = tidy(offer.term.words)
    if offer.scope:
        said += f" ({tidy(offer.scope)})"
    if offer.conditions:
        said += " if " + " and ".join(condition_words(each, issues, each.term.words) for each in offer.conditions)
    return said


def condition_words(condition: Condition, issues: Issues | None, said: str) -> str:
    """ "“Ukraine and NATO” is neutral", "“Is there a truce?” is answered yes". ``said``: its term in words."""
    issue = issues.get(condition.issue) if issues else None
    if issue and issue.kind == "yes-no":
        return f"“{tidy(issue.question or issue.title)}” is answered {tidy(said)}"
    verb = "is settled as" if isinstance(condition.term.region, Boxes | Orders | Timetables) else "is"
    return f"“{issue.title if issue else condition.issue}” {verb} {tidy(said)}"


def red_line_words(line: RedLine, issues: Issues | None = None) -> str:
    """What is ruled out: "any limit", "anything else"."""
    return offer_words(line.offer, issues) if line.offer else tidy(line.words)


def demand_words(position: Position, issues: Issues | None = None) -> str:
    """The demand, or why there is none."""
    if position.unread:
        return tidy(position.entries[-1].words)
    if position.demand:
        return offer_words(position.demand, issues)
    if position.accepts:
        return "no demand"
    if position.entries and position.entries[-1].versions:
        return "; ".join(f"{tidy(words)} (according to {who})" for who, words in position.entries[-1].versions.items())
    return silence_words(position)


def silence_words(position: Position) -> str:
    """Why no terms are on record, in a word or two."""
    if position.stance is Stance.INDIFFERENT:
        return "leaves it to the others"
    if position.stance is Stance.SILENT:
        return "silent: its paper has no word on it"
    if position.stance:
        return str(position.stance.value)
    says = next((entry.says for entry in reversed(position.entries) if entry.says), "")
    if says:
        return tidy(says)
    if position.lapsed:
        return "nothing that still counts"
    return "no demand" if position.red_line else "no position recorded"


_STANCES = {
    Stance.UNDISCLOSED: "does not disclose its position",
    Stance.INDIFFERENT: "leaves it to the others",
    Stance.NOT_CONCERNED: "is not concerned",
    Stance.WITHDRAWN: "withdraws its position",
    Stance.SILENT: "has no word on it",
    Stance.LEFT_OPEN: "leaves it open",
}


def entry_parts(entry: Entry, issues: Issues | None = None) -> list[str]:
    """What a party says in one entry: "demands no cap", "rules out any limit", "withdraws its demand"."""
    said = [_STANCES[entry.stance]] if entry.stance else []
    said += _part("demand", entry.demand, "demands", issues)
    if isinstance(entry.accepts, Ended):
        said.append("withdraws what it accepted")
    elif entry.accepts:
        said.append("would accept " + " or ".join(offer_words(offer, issues) for offer in entry.accepts))
    return said + _part("red line", entry.red_line, "rules out", issues)


def _part(name: str, part: Offer | RedLine | Ended | None, verb: str, issues: Issues | None) -> list[str]:
    if part is None:
        return []
    if isinstance(part, Ended):
        return [f"withdraws its {name}"]
    said = red_line_words(part, issues) if isinstance(part, RedLine) else offer_words(part, issues)
    return [f"{verb} {said}"]
