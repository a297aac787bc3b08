"""What pictures of a domain are made of: toned spans, the signs of a terminal, the parties as rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from negotiate.compare import Position, Table, Zones, demand_words, silence_words, tidy, zones
from negotiate.model import Issue, Stance
from negotiate.terms import AnyRegion
from negotiate.text.clean import one_line
from negotiate.text.width import cells, cut, wrap


class Span(NamedTuple):
    """A piece of a line. ``tone``: name, demand, accept, condition, line (ruled out), common, gap, axis,
    quiet, or "" (plain)."""

    text: str
    tone: str


Spans = list[Span]


class Ink(NamedTuple):
    """The signs of a picture, each one cell wide (``ellipsis`` and ``arrow`` aside)."""

    solid: str  # of bars: demand, also accepted, on conditions, ruled out, value not named
    light: str
    faint: str
    cross: str
    unnamed: str
    open_end: str
    left: str
    right: str
    rule: str
    tick: str
    guide: str
    point: str
    demand: str  # of marks
    accept: str
    condition: str
    line: str
    nothing: str
    arrow: str
    down: str
    corner: str
    side: str
    foot: str
    end: str
    ellipsis: str


UNICODE = Ink._make([*"█▓░╳?○◄►─┴┊◆●○◌✗·", "→", *"↓┌│└┘", "…"])
ASCII = Ink._make([*"=-.x?o<>-+:^*o?x.", "->", *"v+|++", ".."])


class Level(NamedTuple):
    """A degree of assent (or a refusal): its rank in a legend, tone, signs in a bar and as a mark, words."""

    rank: int
    tone: str
    bar: str
    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class Seat:
    """One party of a picture. ``zones`` is None where nothing can be drawn, and ``words`` say why."""

    party: str
    name: str
    position: Position
    zones: Zones | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Canvas:
    """Everything that a picture is drawn from."""

    table: Table
    issue: Issue
    seats: tuple[Seat, ...]
    width: int
    ink: Ink

    @property
    def drawn(self) -> list[tuple[Seat, Zones]]:
        return [(seat, seat.zones) for seat in self.seats if seat.zones is not None]

    @property
    def blank(self) -> tuple[Seat, ...]:
        """Two or more with nothing on record: they share one line under the picture."""
        bare = (seat for seat in self.seats if seat.zones is None and seat.position.is_blank)
        blank = tuple(seat for seat in bare if not seat.position.lapsed)
        return blank if len(blank) > 1 else ()

    @property
    def shown(self) -> list[Seat]:
        """Those with a row of their own."""
        blank = self.blank
        return [seat for seat in self.seats if seat not in blank]

    @property
    def stacked(self) -> bool:
        """Whether names stand above what they own, because beside it there is no room."""
        return self.width < 50

    @property
    def name_width(self) -> int:
        if self.stacked:
            return 0
        widest = max((cells(seat.name) for seat in self.shown), default=0)
        return min(max(widest, 6), max(10, self.width // 4))

    def fit(self, text: str, width: int) -> str:
        """The text in exactly ``width`` cells."""
        if cells(text) > width:
            mark = self.ink.ellipsis
            text = cut(text, width - cells(mark)) + mark if width > cells(mark) else cut(text, width)
        return text + " " * max(0, width - cells(text))

    def center(self, text: str, width: int) -> str:
        room = width - cells(text)
        return " " * (room // 2) + text + " " * (room - room // 2) if room >= 0 else self.fit(text, width)

    def rows(self, name: str, tone: str, drawn: Spans) -> list[Spans]:
        """What is drawn for one party, beside its name or under it."""
        if self.stacked:
            heading = [[Span(line, tone)] for line in wrap(name, self.width)] if name.strip() else []
            return [*heading, drawn]
        return [[Span(self.fit(name, self.name_width) + "  ", tone), *drawn]]

    def said(self, text: str, tone: str) -> list[Spans]:
        """A line of words, as many lines as it needs."""
        return [[Span(line, tone)] for line in wrap(text, self.width)]

    def in_words(self, seat: Seat, words: str, tone: str = "quiet") -> list[Spans]:
        """A party's row of words instead of a drawing."""
        room = self.width - (self.name_width + 2 if self.name_width else 0)
        lines = wrap(one_line(words), room)
        first = self.rows(seat.name, "name", [Span(lines[0], tone)])
        return [*first, *(row for line in lines[1:] for row in self.rows("", "", [Span(line, tone)]))]

    def silent(self) -> list[Spans]:
        """Rows of the parties of whom nothing can be drawn."""
        return [row for seat in self.shown if seat.zones is None for row in self.in_words(seat, seat.words)]

    def levels(self, zone: Zones) -> list[tuple[Level, AnyRegion]]:
        """The zones of a position, what counts most first."""
        ink, demand = self.ink, zone.position.demand
        found: list[tuple[Level, AnyRegion | None]] = [
            (
                Level(0, "demand", ink.solid, ink.demand, "demands"),
                zone.target if demand and demand.term.named else None,
            ),
            (
                Level(1, "accept", ink.light, ink.accept, "also accepts"),
                zone.firm if zone.named else None,
            ),
            (
                Level(2, "condition", ink.faint, ink.condition, "accepts on conditions"),
                zone.wide if zone.named else None,
            ),
            (
                Level(3, "condition", ink.unnamed, ink.unnamed, "wants something here, not saying what"),
                None if zone.named else zone.wide,
            ),
            (Level(4, "line", ink.cross, ink.line, "rules out"), zone.line),
        ]
        return [(level, region) for level, region in found if region is not None and not region.is_empty]

    def legend(self, entries: Iterable[tuple[str, str]]) -> list[Spans]:
        """The meaning of the signs that were used, each once."""
        said = [f"{sign} {words}".strip() for sign, words in dict.fromkeys(entries)]
        return [[Span(line, "quiet")] for line in flow(said, self.width)]


def flow(parts: Sequence[str], width: int) -> list[str]:
    """Parts in a row, three spaces apart, on as many lines as they need; none broken that fits a line."""
    lines = [""]
    for part in parts:
        joined = f"{lines[-1]}   {part}" if lines[-1] else part
        if cells(joined) <= width:
            lines[-1] = joined
            continue
        pieces = wrap(part, width)
        lines += pieces if lines[-1] else []
        if not lines[0]:
            lines = pieces
    return [line for line in lines if line]


def seat(table: Table, issue: Issue, party: str) -> Seat:
    """Where a party stands, cut into zones where there is something to draw. May raise TooComplex."""
    position = table.position(party, issue.id)
    name = one_line(table.name(party)) or "?"
    if position.unread:
        written = demand_words(position) if position.entries else ""
        return Seat(party, name, position, None, one_line(f"not read: {written or position.unread}"))
    leaves = position.stance is Stance.INDIFFERENT
    if issue.domain is None or position.stance is Stance.NOT_CONCERNED:
        return Seat(party, name, position, None, one_line(silence_words(position)))
    if position.red_line is None and (leaves or not position.has_terms):
        return Seat(party, name, position, None, one_line(tidy(demand_words(position))))
    return Seat(party, name, position, zones(position, issue.domain))
