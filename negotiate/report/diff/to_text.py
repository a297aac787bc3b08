"""What changed between two versions, as text for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from negotiate.compare.changes.changes import Changes
from negotiate.compare.changes.matching import How, Part
from negotiate.compare.changes.record_change import Kind
from negotiate.compare.over_time.shift import Direction
from negotiate.model import Place
from negotiate.report.diff.voice import OVER_TIME, Voice
from negotiate.report.diff.words import TITLES, Tale, Told, Turned, place_of, shown_parts
from negotiate.report.plain.pen import Pen
from negotiate.report.wording import listed
from negotiate.text.marks import VERDICTS

_SIGNS = {How.ADDED: ("+", "good"), How.DROPPED: ("-", "bad"), How.CHANGED: ("*", "fair")}
_TONES: Mapping[Direction | None, str] = {Direction.SOFTENED: "good", Direction.HARDENED: "bad"}
_SHORT = 60


def diff_text(
    changes: Changes,
    names: tuple[str, str],
    width: int = 80,
    *,
    ascii_only: bool = False,
    colour: bool = False,
    voice: Voice = OVER_TIME,
) -> str:
    """``names`` are those of the old and the new version."""
    pen, tale = Pen(width, ascii_only, colour), Tale(changes, voice)
    pen.write(tale.title, tone="title")
    for age, name, day in tale.versions(names):
        pen.write(f"{age}: {'. '.join(words for words in (name, day) if words)}", tone="quiet")
    pen.write(tale.counts())
    _verdicts(pen, tale)
    _positions(pen, tale)
    for kind in Kind:
        _records(pen, tale, kind)
    return pen.text()


def _verdicts(pen: Pen, tale: Tale) -> None:
    if found := tale.verdicts():
        pen.heading("Verdicts")
    for turns in found:
        pen.gap()
        pen.write(listed(tale.party(party) for party in turns.pair), tone="name")
        for each in turns.told:
            _verdict(pen, each, tale.voice)
        if turns.rest:
            pen.write(turns.rest, 2, "quiet")


def _verdict(pen: Pen, each: Turned, voice: Voice) -> None:
    pen.write(f"{each.title}{': re-opened' if each.reopened else ''}", 2, "bad" if each.reopened else "")
    old, new = each.flip.old.value, each.flip.new.value
    said = f"{pen.verdict_sign(old)} {each.old}", f"{pen.verdict_sign(new)} {each.new}"
    if voice.is_over_time:
        pen.write(" → ".join(said), 4, VERDICTS[new].tone)
    else:
        pen.write(f"{voice.old}: {said[0]}", 4, VERDICTS[old].tone)
        pen.write(f"{voice.new}: {said[1]}", 4, VERDICTS[new].tone)


def _positions(pen: Pen, tale: Tale) -> None:
    if found := tale.positions():
        pen.heading("Positions")
    rows: Sequence[object] = ()
    for told in found:
        if told.rows != rows:
            pen.gap()
            pen.write(f"{told.title}  [{told.rows[0].family if len(told.rows) > 1 else told.rows[0].id}]", tone="name")
        rows = told.rows
        _position(pen, tale, told)


def _position(pen: Pen, tale: Tale, told: Told) -> None:
    sign, tone = _SIGNS[told.change.how]
    pen.write(f"{sign} {tale.party(told.change.party)}: {tale.voice.how(told.change.how)}", 2, tone)
    for part in told.change.parts:
        _part(pen, part, told.change.how, tale.voice)
    for move in tale.moves(told.change):
        pen.write(move.said, 6, _TONES.get(move.direction, ""))
    _place(pen, place_of(told.change))


def _part(pen: Pen, part: Part, how: How, voice: Voice) -> None:
    """One line where it fits, else the old words and the new below each other."""
    if how is not How.CHANGED:
        pen.write(f"{part.name}: {part.new or part.old}", 6)
    elif voice.is_over_time and len(part.old) + len(part.new) <= _SHORT:
        pen.write(f"{part.name}: {part.old or 'none'} → {part.new or 'none'}", 6)
    else:
        pen.write(f"{part.name}, {voice.old}: {part.old or 'none'}", 6)
        pen.write(f"{part.name}, {voice.new}: {part.new or 'none'}", 6)


def _records(pen: Pen, tale: Tale, kind: Kind) -> None:
    if found := tale.records(kind):
        pen.heading(TITLES[kind])
    for each in found:
        sign, tone = _SIGNS[each.how]
        pen.write(f"{sign} {tale.record_title(each)}: {tale.became(each)}", 2, tone)
        for part in shown_parts(each):
            _part(pen, part, each.how, tale.voice)
        _place(pen, place_of(each))


def _place(pen: Pen, place: Place | None) -> None:
    if place:
        pen.write(str(place), 6, "quiet", hang=0)
