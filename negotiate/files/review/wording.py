"""W408: words of the editor's own that take a side, where a neutral one is listed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from negotiate.files.problems import Problem
from negotiate.files.review.walk import NAMES, Spot
from negotiate.files.to_model.desk import Desk

_LISTED = {
    "regime": "government",
    "puppet": "the name of the body, and who supports it",
    "terrorist": "the name of the group",
    "terrorists": "the name of the group",
    "so-called": "quotation marks, and whose word it is",
    "aggressor": "the name of the state",
    "liberated": "taken, retaken or held by",
    "occupiers": "the forces of, and the name of the state",
    "thugs": "the name of the group",
    "traitors": "the name of the group",
    "illegitimate": "whose government it is, and who does not recognise it",
}
"""Words that take a side whoever is spoken of; a folder lists its own under `wording`."""
_OWN = frozenset(("negotiation", "summary", "note", "question", "group", "role", "what", "scope", "says", "name"))
"""Keys whose values are the editor's words; titles of papers and sources, quotations and headlines are others'."""
_QUOTED = re.compile("[\"“„«‘'](?:[^\"”“»’']|(?<=\\w)['’](?=\\w))*[\"”“»’']")


def loaded_words(desk: Desk, words: Iterable[Spot]) -> Iterator[Problem]:
    """Each such word, once for each value it stands in. What stands in quotation marks is a quotation."""
    listed = _listed(desk)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(listed, key=len, reverse=True)))})\b", re.I)
    for spot in words:
        if not (_is_own(spot) and pattern.search(spot.words)):
            continue
        if found := pattern.search(_QUOTED.sub(_blank, spot.words)):
            message = f"`{found[0]}` takes a side"
            hint = f"a neutral word: {listed[found[0].lower()]}; a party's own word stands in quotation marks"
            yield desk.sheet.doubt("W408", message, spot.box, spot.key, hint, at_key=spot.at_key, part=found.span())


def _blank(quotation: re.Match[str]) -> str:
    return " " * len(quotation[0])


def _listed(desk: Desk) -> Mapping[str, str]:
    own: Any = desk.setting.sheet.data.get("wording", {})
    return _LISTED | {avoided.lower(): neutral for avoided, neutral in own.items() if neutral}


def _is_own(spot: Spot) -> bool:
    section, *_ = spot.trail
    if section == "wording" or (spot.at_key and not _is_outcome(spot)):
        return False
    if spot.field in _OWN or section == "parties":
        return True
    return section == "issues" and (spot.field == "title" or _is_outcome(spot))


def _is_outcome(spot: Spot) -> bool:
    """The name of an outcome, or what it means."""
    return spot.trail[0] == "issues" and any(step in NAMES for step in spot.trail[2:3]) and len(spot.trail) > 3
