"""What changed between two versions, as JSON for other programs. The keys stay as they are:

version     1; a number that is raised where a key changes its meaning
changed     whether anything changed
old, new    name (as asked for), title, as_of (the last day that counts, or null), round (its id, or null)
positions   one for each party and issue: party, issue, how ("added", "dropped", "changed"), parts,
            moved (whether the terms mean something else), accepted and ruled_out ("more", "less", "other",
            "same", or null where that cannot be told), towards, old_place, new_place
  towards   one for each other party with a word on record, where the position moved: party, direction
            ("softened", "hardened", "neither", "passed", "cannot be told"), against (which position of that party
            both were set against: "old" or "new"), old and new (each verdict and distance)
verdicts    one for each pair and issue where it changed: issue, parties, old, new, reopened
records     all else: kind ("reply", "statement", "joint text", "event", "issue", "party", "round", "source",
            "negotiation"), id (or null), party (whose it is, or null), title, how, counts ("now", "no longer",
            or null where that did not change alone), parts, old_place, new_place
  parts     part, old, new: words, "" where there were or are none
  places    file, line; null where there is none

A distance is a number in the issue's measure, "no number" where none closes the gap, or null without a measure. On an
issue of steps it counts pairs of steps; where days alone keep two apart it is those days: "30 days".
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from negotiate.compare import Relation, Table
from negotiate.compare.changes.changes import Changes, Flip, PositionChange
from negotiate.compare.changes.matching import Part
from negotiate.compare.changes.record_change import RecordChange
from negotiate.compare.over_time.shift import Extent, Shift
from negotiate.model import Place
from negotiate.report.diff.words import Tale
from negotiate.terms import Distance, Sequences
from negotiate.text.clean import clean_block

_VERSION = 1


def diff_json(changes: Changes, names: tuple[str, str]) -> str:
    """``names`` are those of the old and the new version."""
    tale = Tale(changes)
    data = {
        "version": _VERSION,
        "changed": bool(changes),
        "old": _version(names[0], changes.old),
        "new": _version(names[1], changes.new),
        "positions": [_position(each) for each in changes.positions],
        "verdicts": [_flip(each) for each in changes.flips],
        "records": [_record(tale, each) for each in changes.records],
    }
    return clean_block(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _version(name: str, table: Table) -> dict[str, Any]:
    day, meeting = table.as_of.day, table.as_of.round
    return {
        "name": name,
        "title": table.negotiation.title,
        "as_of": day.isoformat() if day else None,
        "round": meeting.id if meeting else None,
    }


def _position(each: PositionChange) -> dict[str, Any]:
    return {
        "party": each.party,
        "issue": each.issue,
        "how": each.how.value,
        "parts": _parts(each.parts),
        "moved": each.moved,
        "accepted": _extent(each.accepted),
        "ruled_out": _extent(each.ruled_out),
        "towards": [_shift(shift) for shift in each.shifts],
        "old_place": _place(each.old.place),
        "new_place": _place(each.new.place),
    }


def _parts(parts: Iterable[Part]) -> list[dict[str, str]]:
    return [{"part": part.name, "old": part.old, "new": part.new} for part in parts]


def _extent(extent: Extent | None) -> str | None:
    return extent.value if extent else None


def _shift(each: Shift) -> dict[str, Any]:
    return {
        "party": each.party,
        "direction": each.direction.value,
        "against": "old" if each.by_old else "new",
        "old": _relation(each.before),
        "new": _relation(each.after),
    }


def _relation(relation: Relation) -> dict[str, Any]:
    distance, domain = relation.distance, relation.issue.domain
    if distance is not None and isinstance(domain, Sequences) and domain.in_days(distance):
        return {"verdict": relation.verdict.value, "distance": domain.say_distance(distance)}
    return {"verdict": relation.verdict.value, "distance": _distance(distance)}


def _distance(distance: Distance | None) -> int | float | str | None:
    if distance is None or isinstance(distance, int):
        return distance
    if math.isinf(distance):
        return "no number"
    return int(distance) if isinstance(distance, Fraction) and distance.denominator == 1 else float(distance)


def _flip(each: Flip) -> dict[str, Any]:
    return {
        "issue": each.issue,
        "parties": list(each.pair),
        "old": each.old.value,
        "new": each.new.value,
        "reopened": each.reopened,
    }


def _record(tale: Tale, each: RecordChange) -> dict[str, Any]:
    counts = {None: None, True: "now", False: "no longer"}[each.counts_again]
    return {
        "kind": each.kind.value,
        "id": getattr(each.record, "id", None),
        "party": getattr(each.record, "party", None),
        "title": tale.record_title(each),
        "how": each.how.value,
        "counts": counts,
        "parts": _parts(each.parts),
        "old_place": _place(getattr(each.old, "place", None)),
        "new_place": _place(getattr(each.new, "place", None)),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    return {"file": place.file, "line": place.line} if place else None
