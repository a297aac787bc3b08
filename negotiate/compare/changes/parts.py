"""The parts of a position as words, so that two versions of it can be set side by side.

Values are the writer's own words, tidied. Lines of files are no part of it, and the issues in conditions are
named by their ids, which stay the same where a title changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from negotiate.compare.standing import Position
from negotiate.compare.words import tidy
from negotiate.model import Citation, Ended, Entry, Offer, RedLine

Words = Mapping[str, str]
"""Part -> what it says, in the order in which parts are told; "" where it says nothing."""

TERMS = ("demand", "accepts", "red line", "stance", "scope", "conditions", "not read")
"""The parts that the meaning of a position rests on; the others tell where it comes from."""

_Told = Offer | RedLine | Entry
_PLACE = re.compile(r" \([^()]*:\d+\)")
"""Where an issue could not be read: a line, and lines are no part of what is said."""


def position_words(position: Position, salience: int | None = None) -> Words:
    """A position as it stands, with where its parts come from."""
    entries, line = standing_entries(position), position.red_line
    told: list[_Told] = [*position.offers, *([line] if line else []), *entries]
    return {
        **{name: _each(words) for name, words in term_words(position).items()},
        "as written": _each(tidy(entry.words) for entry in entries if entry.unread),
        **_origin_words(entries, told),
        "salience": "" if salience is None else str(salience),
    }


def term_words(position: Position) -> Mapping[str, list[str]]:
    """What each of the ``TERMS`` consists of."""
    demand, line = position.demand, position.red_line
    bounds = [*position.offers, *([line.offer] if line and line.offer else [])]
    return {
        "demand": [tidy(demand.term.words)] if demand else [],
        "accepts": [tidy(offer.term.words) for offer in position.accepts],
        "red line": [_ruled_out(line)] if line else [],
        "stance": [position.stance.value] if position.stance else [],
        "scope": [_of(offer, demand, tidy(offer.scope)) for offer in bounds],
        "conditions": [_of(offer, demand, _conditions(offer)) for offer in bounds],
        "not read": [tidy(_PLACE.sub("", position.unread))],
    }


def entry_words(entry: Entry) -> str:
    """What an entry says on its issue, in a line: "demand: at most 20; note: in winter"."""
    demand, line = entry.demand, entry.red_line
    accepts = entry.accepts if isinstance(entry.accepts, tuple) else ()
    asked = demand if isinstance(demand, Offer) else None
    ruled = line if isinstance(line, RedLine) else None
    bounds = [*([asked] if asked else []), *accepts, *([ruled.offer] if ruled and ruled.offer else [])]
    told: list[_Told] = [*([asked] if asked else []), *accepts, *([ruled] if ruled else []), entry]
    said = {
        "demand": ("unchanged; " if entry.keeps else "") + tidy(asked.term.words) if asked else _ended(demand),
        "accepts": _each(tidy(offer.term.words) for offer in accepts) or _ended(entry.accepts),
        "red line": _ruled_out(ruled) if ruled else _ended(line),
        "stance": entry.stance.value if entry.stance else "",
        "scope": _each(_of(offer, asked, tidy(offer.scope)) for offer in bounds),
        "conditions": _each(_of(offer, asked, _conditions(offer)) for offer in bounds),
        "as written": tidy(entry.words) if entry.unread else "",
        **_origin_words([entry], told),
    }
    inherited = ("date", *(["source"] if entry.citations == entry.statement.citations else []))
    return "; ".join(f"{name}: {words}" for name, words in said.items() if words and name not in inherited)


def standing_entries(position: Position) -> tuple[Entry, ...]:
    """The entries that a position is made of; what the others said has been replaced since."""
    parts: list[_Told] = [*position.offers, *([position.red_line] if position.red_line else [])]
    used = {id(part.statement) for part in parts} | {id(entry.statement) for entry in demanded(position)}
    last = position.entries[-1] if position.entries else None
    return tuple(entry for entry in position.entries if entry is last or entry.unread or id(entry.statement) in used)


def demanded(position: Position) -> list[Entry]:
    """Those that the demand is made of: the last that stands alone, and all that were added to it."""
    demanding = [entry for entry in position.entries if entry.demand and not entry.unread]
    alone = [at for at, entry in enumerate(demanding) if not entry.keeps]
    return demanding[max(alone, default=0) :] if position.demand else []


def _origin_words(entries: Sequence[Entry], told: Sequence[_Told]) -> dict[str, str]:
    """In which words it was said, when, according to whom, and on what it rests."""
    tellers = [one.according_to for one in told if isinstance(one, Offer)]
    return {
        "says": _each(tidy(entry.says) for entry in entries),
        "accounts": _each(f"{tidy(w)} (according to {who})" for e in entries for who, w in e.versions.items()),
        "according to": _each([*tellers, *(entry.statement.according_to for entry in entries)]),
        "date": _each(str(entry.statement.when) for entry in entries),
        "source": _each(citation_words(each) for one in told for each in one.citations),
        "quote": _each((one.quote for one in told), " / "),
        "headline": _each((one.headline for one in told), " / "),
        "note": _each((one.note for one in told), " / "),
    }


def citation_words(citation: Citation) -> str:
    """ "ru-memo I.5 (grade C)"."""
    said = f"{citation.source} {citation.detail}".rstrip()
    return f"{said} (grade {citation.grade})" if citation.grade else said


def _each(words: Iterable[str], joint: str = "; ") -> str:
    return joint.join(dict.fromkeys(each for each in words if each))


def _of(offer: Offer, demand: Offer | None, words: str) -> str:
    """Of the demand nothing but the words; of anything else also what they belong to."""
    return words if offer is demand or not words else f"{tidy(offer.term.words)}: {words}"


def _conditions(offer: Offer) -> str:
    return " and ".join(f"{each.issue} is {tidy(each.term.words)}" for each in offer.conditions)


def _ruled_out(line: RedLine) -> str:
    return tidy(line.offer.term.words if line.offer else line.words)


def _ended(part: object) -> str:
    return part.value if isinstance(part, Ended) else ""
