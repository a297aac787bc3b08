"""What changed between two versions, as text for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Sequence

from negotiate.compare.changes import Changes
from negotiate.compare.matching import How, Part
from negotiate.compare.record_change import Kind
from negotiate.model import Place
from negotiate.report.diff_words import TITLES, Tale, Told, Turned, became, place_of, shown_parts
from negotiate.report.plain_pen import Pen
from negotiate.report.wording import listed
from negotiate.text.marks import VERDICTS

_SIGNS = {How.ADDED: ("+", "good"), How.DROPPED: ("-", "bad"), How.CHANGED: ("*", "fair")}
_SHORT = 60


def diff_text(
    changes: Changes,
    names: tuple[str, str],
    width: int = 80,
    *,
    ascii_only: bool = False,
    colour: bool = False,
) -> str:
    """``names`` are those of the old and the new version."""
    pen, tale = Pen(width, ascii_only, colour), Tale(changes)
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
            _verdict(pen, each)
        if turns.rest:
            pen.write(turns.rest, 2, "quiet")


def _verdict(pen: Pen, each: Turned) -> None:
    pen.write(f"{each.title}{': re-opened' if each.flip.reopened else ''}", 2, "bad" if each.flip.reopened else "")
    old, new = each.flip.old.value, each.flip.new.value
    said = f"{pen.verdict_sign(old)} {each.old} → {pen.verdict_sign(new)} {each.new}"
    pen.write(said, 4, VERDICTS[new].tone)


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
    pen.write(f"{sign} {tale.party(told.change.party)}: {told.change.how.value}", 2, tone)
    for part in told.change.parts:
        _part(pen, part, told.change.how)
    for sentence in tale.moves(told.change):
        pen.write(sentence, 6, _tone(sentence))
    _place(pen, place_of(told.change))


def _tone(sentence: str) -> str:
    return {"Softened": "good", "Hardened": "bad"}.get(sentence.partition(" ")[0], "")


def _part(pen: Pen, part: Part, how: How) -> None:
    """One line where it fits, else the old words and the new below each other."""
    if how is not How.CHANGED:
        pen.write(f"{part.name}: {part.new or part.old}", 6)
    elif len(part.old) + len(part.new) <= _SHORT:
        pen.write(f"{part.name}: {part.old or 'none'} → {part.new or 'none'}", 6)
    else:
        pen.write(f"{part.name}, old: {part.old or 'none'}", 6)
        pen.write(f"{part.name}, new: {part.new or 'none'}", 6)


def _records(pen: Pen, tale: Tale, kind: Kind) -> None:
    if found := tale.records(kind):
        pen.heading(TITLES[kind])
    for each in found:
        sign, tone = _SIGNS[each.how]
        pen.write(f"{sign} {tale.record_title(each)}: {became(each)}", 2, tone)
        for part in shown_parts(each):
            _part(pen, part, each.how)
        _place(pen, place_of(each))


def _place(pen: Pen, place: Place | None) -> None:
    if place:
        pen.write(str(place), 6, "quiet", hang=0)
