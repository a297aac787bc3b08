"""Terms as sentences say them: from their regions, with the names of options in quotation marks."""

from __future__ import annotations

import re
from dataclasses import replace

from negotiate.compare.standing import Position
from negotiate.compare.words import Issues, condition_words, tidy
from negotiate.model import Condition, Offer, RedLine, Stance
from negotiate.terms import AnyDomain, AnyRegion, Dates, Line, Options, OptionSet, Term, YesNo

NOTHING_RECORDED = "no position is recorded for "
_BY = re.compile(r"(?<!date )\b(by|from) (?=\d)")
_STRICT = re.compile(r"(above|after|before|below|less than|more than|over|under) (\d[^ ]*(?: [^ ]+)?)", re.I)
_ON = re.compile(r"\bon (?=\d)")


def say(domain: AnyDomain, region: AnyRegion, unit: str | None = None) -> str:
    """The region in words: "at most 85,000 troops", "at least “open door”", "a date by 2 June 2025"."""
    if isinstance(domain, Options) and not isinstance(domain, YesNo):
        quoting = replace(domain, options=tuple(f"“{option}”" for option in domain.options))
        return quoting.say(OptionSet(quoting, region.bits))
    said = domain.say(region, unit)
    return _ON.sub("", _BY.sub(r"a date \1 ", said)) if isinstance(domain, Dates) else said


def say_within(domain: AnyDomain, region: AnyRegion, unit: str | None = None) -> str:
    """The same as a part of a sentence, where ";" divides what the two parties say."""
    return say(domain, region, unit).replace("; ", ", and ")


def say_offer(offer: Offer, issues: Issues | None = None) -> str:
    """A term with its scope and conditions: "exactly 30 days (at once) if “Truce” is answered yes"."""
    said = _strict_end(offer.term) or _say_term(offer.term)
    if offer.scope:
        said += f" ({tidy(offer.scope)})"
    if offer.conditions:
        said += f" if {' and '.join(say_condition(each, issues) for each in offer.conditions)}"
    return said


def _say_term(term: Term) -> str:
    region: AnyRegion = term.region
    if region is None or not term.named:
        return tidy(term.words)
    said = say_within(region.domain, region, term.unit)
    return as_limit(said) if is_limit(term) else said


def is_limit(term: Term) -> bool:
    """Whether it names the height of a limit, and not a number of things."""
    return term.words.casefold().startswith("limit of")


def as_limit(said: str) -> str:
    """ "a limit of 800,000 troops" for "exactly 800,000 troops"."""
    return said.replace("exactly", "a limit of", 1) if said.startswith("exactly ") else said


def _strict_end(term: Term) -> str:
    """ "below 150,000 troops", which the region knows as "at most 149,999"; "" for other words."""
    region: AnyRegion = term.region
    if region is None or not isinstance(region.domain, Line) or not (match := _STRICT.fullmatch(term.words)):
        return ""
    said = f"{match[1].lower()} {tidy(match[2])}"
    if isinstance(region.domain, Dates):
        return f"a date {said}"
    return f"{said} {region.domain.unit}".rstrip() if said[-1].isdigit() else said


def say_condition(condition: Condition, issues: Issues | None = None) -> str:
    """ "“Ukraine and NATO” is “neutral”"."""
    return condition_words(condition, issues, _strict_end(condition.term) or _say_term(condition.term))


def say_red_line(line: RedLine, issues: Issues | None = None) -> str:
    """What is ruled out: "any limit", "anything else"."""
    return say_offer(line.offer, issues) if line.offer else tidy(line.words)


def whose(name: str) -> str:
    """ "Ukraine's", "the Philippines'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def silence_clause(position: Position, name: str, issues: Issues | None = None) -> str:
    """Why no terms are on record, as a clause: "no position is recorded for Ukraine"."""
    if position.red_line and not position.has_terms:
        start = f"{name} has not disclosed its position and" if position.stance is Stance.UNDISCLOSED else name
        return f"{start} has stated only what it rules out ({say_red_line(position.red_line, issues)})"
    clauses = {
        Stance.UNDISCLOSED: f"{name} has not disclosed its position",
        Stance.WITHDRAWN: f"{name} has withdrawn its position",
        Stance.SILENT: f"{whose(name)} paper is silent on it",
        Stance.LEFT_OPEN: f"{name} has left it open",
        Stance.INDIFFERENT: f"{name} leaves it to the others",
        Stance.NOT_CONCERNED: f"the issue does not concern {name}",
    }
    if position.stance is Stance.INDIFFERENT and position.red_line:
        return f"{name} leaves it to the others, but rules out {say_red_line(position.red_line, issues)}"
    if position.stance:
        return clauses[position.stance]
    if any(entry.versions for entry in position.entries):
        return f"accounts of {whose(name)} position differ"
    if any(entry.says for entry in position.entries):
        return f"what {name} says cannot be computed"
    return f"nothing that {name} said on it still counts" if position.lapsed else f"{NOTHING_RECORDED}{name}"
