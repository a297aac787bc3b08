"""What changed between two versions, or how the two sides of a merge differ: verdicts, positions, all else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from negotiate.compare import Pair
from negotiate.compare.changes.changes import PositionChange
from negotiate.compare.changes.matching import How, Part
from negotiate.compare.changes.record_change import Kind, RecordChange
from negotiate.compare.over_time.shift import Direction
from negotiate.model import Issue, Place, Response
from negotiate.report.diff.movers import movers
from negotiate.report.diff.words import TITLES, Tale, Told, Turned, Turns, place_of, shown_parts
from negotiate.report.wording import listed
from negotiate.text.marks import STATUSES
from negotiate.tui.beside import Row, beside
from negotiate.tui.comparison import Compared
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, FIXED, Block, Line, Para, Span, Target, heading, para
from negotiate.tui.texts.signs import Sign, verdict_spans

_SIGNS = {How.ADDED: ("+ ", "good"), How.DROPPED: ("- ", "bad"), How.CHANGED: ("", "")}
_TONES: Mapping[Direction | None, str] = {Direction.SOFTENED: "good", Direction.HARDENED: "bad"}
_NONE: Line = (Span("none", "quiet"),)


@dataclass(frozen=True)
class Opens:
    """The issue that enter opens, between whom, and which change it is opened from."""

    issue: str
    pair: Pair | None
    change: tuple[str, ...]


@dataclass(frozen=True)
class Scene:
    """What the blocks are made for: the folder on the screen, the words for both versions, signs and room."""

    session: Session
    compared: Compared
    tale: Tale
    heads: tuple[str, str]
    sign: Sign
    width: int
    arrow: str

    @property
    def is_over_time(self) -> bool:
        return self.tale.voice.is_over_time

    def target(self, place: Place | None, text: str, opens: Opens | None) -> Target:
        """A conflict is edited from its first mark on."""
        sides = self.compared.opened.sides
        return Target(sides.begin(place) if sides and place else place, text, opens)

    def at(self, place: Place | None) -> Line:
        return (Span(self.session.shown(place), "quiet"),) if place else ()

    def said(self, sentence: str) -> str:
        return sentence.replace("→", self.arrow)


def change_blocks(scene: Scene) -> list[Block]:
    """Verdicts first, since they are what positions come to; of a merge the positions, which are to be chosen."""
    first, second = (_verdicts, _positions) if scene.is_over_time else (_positions, _verdicts)
    records = (block for kind in Kind for block in _records(scene, kind))
    return [*first(scene), *second(scene), *records]


def summary(scene: Scene) -> list[Para]:
    """How much changed, and who moved towards whom."""
    tale = scene.tale
    paras = [para(Span(tale.counts(), "strong"))]
    for party, direction, towards in movers(tale):
        did = Span(tale.voice.did(direction), _TONES[direction])
        paras.append(para(Span(party, "strong"), " ", did, f" towards {towards}.", hang=2))
    return paras


# --- verdicts


def _verdicts(scene: Scene) -> Iterator[Block]:
    found = scene.tale.verdicts()
    if found:
        yield heading("Verdicts")
    places = {(each.issue, each.party): place_of(each) for each in scene.tale.changes.positions}
    for turns in found:
        yield Block((para(Span(listed(map(scene.tale.party, turns.pair)), "strong")),))
        for each in turns.told:
            changed = (places.get((each.flip.issue, party)) for party in turns.pair)
            yield _verdict(scene, turns, each, next(filter(None, changed), each.rows[0].place))
        if turns.rest:
            yield Block((para(Span(turns.rest, "quiet"), indent=2),))
        yield Block((BLANK,))


def _verdict(scene: Scene, turns: Turns, each: Turned, place: Place) -> Block:
    """``place`` is that of the position that changed; where none did, of the issue."""
    old = verdict_spans(each.flip.old.value, each.old, scene.sign)
    new = verdict_spans(each.flip.new.value, each.new, scene.sign)
    again = Span(f"{FIXED}{FIXED}re-opened" if each.reopened else "", STATUSES["re-opened"].tone)
    title = para(each.title, again, indent=2, hang=2)
    if scene.is_over_time:
        said = [para(*old, Span(f" {scene.arrow} ", "quiet"), *new, indent=4, hang=2)]
    else:
        lines = zip(scene.heads, (old, new), strict=True)
        said = [para(Span(f"{head}: ", "quiet"), *spans, indent=4, hang=2) for head, spans in lines]
    names = listed(map(scene.tale.party, turns.pair))
    text = f"{each.title}, {names}: {each.old} {scene.arrow} {each.new}"
    opens = Opens(each.flip.issue, each.flip.pair, ("verdict",))
    return Block((title, *said), scene.target(place, text, opens))


# --- positions


def _positions(scene: Scene) -> Iterator[Block]:
    found = scene.tale.positions()
    if found:
        yield heading("Positions")
    rows: Sequence[Issue] = ()
    for told in found:
        if told.rows != rows:
            yield Block((para(Span(told.title, "title")),))
        rows = told.rows
        yield _position(scene, told)


def _position(scene: Scene, told: Told) -> Block:
    change, tale = told.change, scene.tale
    place = place_of(change)
    party, how = tale.party(change.party), tale.voice.how(change.how)
    told_moves = tale.moves(change, with_verdicts=scene.is_over_time)  # of sides the columns hold them
    moves = [Para((Span(scene.said(each.said), _TONES.get(each.direction, "")),), 4, 2) for each in told_moves]
    head = Para((Span(*_SIGNS[change.how]), Span(party, "strong"), Span(f"{FIXED}{FIXED}{how}")), 2, 2, scene.at(place))
    parts = _parts(scene, change.parts, change.how, _verdict_rows(scene, change))
    opens = Opens(change.issue, _pair_of(scene, change), ("position", change.party))
    text = f"{told.title}, {party}, {how}: {_copied(scene, change)}"
    return Block((head, *parts, *moves, BLANK), scene.target(place, text, opens))


def _copied(scene: Scene, change: PositionChange) -> str:
    parts = (f"{part.name}: {part.old or 'none'} {scene.arrow} {part.new or 'none'}" for part in change.parts)
    return " ".join([f"{'; '.join(parts)}.", *(scene.said(move.said) for move in scene.tale.moves(change))])


def _parts(scene: Scene, parts: Sequence[Part], how: How, more: Sequence[Row] = ()) -> list[Para]:
    """What was there only once needs no columns, unless there are two sides to choose from."""
    if how is not How.CHANGED and scene.is_over_time:
        return [para(Span(f"{part.name}: ", "quiet"), part.new or part.old, indent=4, hang=2) for part in parts]
    rows = [Row(part.name, *(_words(said) for said in (part.old, part.new))) for part in parts]
    return beside(scene.heads, [*rows, *more], scene.width, 4) if rows else []


def _words(said: str) -> Line:
    return (Span(said),) if said else _NONE


def _verdict_rows(scene: Scene, change: PositionChange) -> list[Row]:
    """Of two sides: what each makes of the issue with every party for whom that is not the same."""
    if scene.is_over_time:
        return []
    others = [party for party in scene.tale.names if party != change.party]
    return [row for party in others if (row := _verdict_row(scene, change, party))]


def _verdict_row(scene: Scene, change: PositionChange, party: str) -> Row | None:
    changes, spans = scene.tale.changes, list[Line]()
    for table in (changes.old, changes.new):
        if change.issue not in table.negotiation.issues or {change.party, party} - table.names.keys():
            return None
        relation = table.relation(change.issue, change.party, party)
        spans.append(verdict_spans(relation.verdict.value, scene.tale.brief(relation), scene.sign))
    return Row(f"with {scene.tale.party(party)}", *spans) if spans[0] != spans[1] else None


def _pair_of(scene: Scene, change: PositionChange) -> Pair | None:
    """The party and the one whom its move concerns most; the opening pair where it is one of it."""
    opening = scene.tale.changes.new.pair
    towards = [each.party for each in change.shifts if each.direction in _TONES]
    return opening if change.party in opening or not towards else (change.party, towards[0])


# --- all else


def _records(scene: Scene, kind: Kind) -> Iterator[Block]:
    found = scene.tale.records(kind)
    if found:
        yield heading(TITLES[kind])
    for each in found:
        yield _record(scene, each)


def _record(scene: Scene, each: RecordChange) -> Block:
    place, title, became = place_of(each), scene.tale.record_title(each), scene.tale.became(each)
    head = Para(
        (Span(*_SIGNS[each.how]), Span(title), Span(f"{FIXED}{FIXED}{became}", "strong")), 2, 2, scene.at(place)
    )
    parts = _parts(scene, shown_parts(each), each.how)
    text = f"{title}: {became}"
    return Block((head, *parts, *([BLANK] if parts else [])), scene.target(place, text, _issue_of(each)))


def _issue_of(each: RecordChange) -> Opens | None:
    record = each.record
    if isinstance(record, Issue):
        return Opens(record.id, None, ("issue",))
    if isinstance(record, Response) and record.issue:
        return Opens(record.issue, (record.party, record.to[0]) if record.to else None, ("reply", str(record.when)))
    return None
