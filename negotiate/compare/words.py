"""How a position reads: the writer's own words, tidied, and words for the kinds of silence."""

from __future__ import annotations

import re
from collections.abc import Mapping

from negotiate.compare.standing import Position
from negotiate.model import Condition, Issue, Offer, RedLine, Stance

Issues = Mapping[str, Issue]
"""For the titles of issues in conditions; without it their ids are said."""

_GROUPED = re.compile(r"(?<=\d)_(?=\d{3})")


def tidy(words: str) -> str:
    """The writer's words with ``85_000`` as people print it."""
    return " ".join(_GROUPED.sub(",", words).split())


def offer_words(offer: Offer, issues: Issues | None = None) -> str:
    """A term with its scope and conditions: "exactly 30 days (from the start of withdrawal)"."""
    said = tidy(offer.term.words)
    if offer.scope:
        said += f" ({tidy(offer.scope)})"
    if offer.conditions:
        said += " if " + " and ".join(_condition_words(each, issues) for each in offer.conditions)
    return said


def _condition_words(condition: Condition, issues: Issues | None) -> str:
    name = f"“{issues[condition.issue].title}”" if issues else condition.issue
    return f"{name} is {tidy(condition.term.words)}"


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
    return "no demand" if position.red_line else "no position recorded"


def silence_clause(position: Position, name: str) -> str:
    """The same as a clause of a sentence: "no position is recorded for Ukraine"."""
    if position.red_line and not position.has_terms:
        start = f"{name} has not disclosed its position and" if position.stance is Stance.UNDISCLOSED else name
        return f"{start} has stated only what it rules out ({red_line_words(position.red_line)})"
    clauses = {
        Stance.UNDISCLOSED: f"{name} has not disclosed its position",
        Stance.WITHDRAWN: f"{name} has withdrawn its position",
        Stance.SILENT: f"{name}'s paper is silent on it",
        Stance.LEFT_OPEN: f"{name} has left it open",
        Stance.INDIFFERENT: f"{name} leaves it to the others",
        Stance.NOT_CONCERNED: f"the issue does not concern {name}",
    }
    if position.stance:
        return clauses[position.stance]
    if any(entry.versions for entry in position.entries):
        return f"accounts of {name}'s position differ"
    if any(entry.says for entry in position.entries):
        return f"what {name} says cannot be computed"
    return f"no position is recorded for {name}"
