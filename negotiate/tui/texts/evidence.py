"""How sure it is: what positions rest on, which verdicts flip without weak claims, what is disputed or missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.cells import cell_len

from negotiate.compare import Pair, Position, Table, tidy, verdict_brief
from negotiate.compare.evidence.coverage import MEANINGS, Cover, cover
from negotiate.compare.evidence.disputes import Dispute, disputes
from negotiate.compare.evidence.doubt import Doubt, doubts
from negotiate.compare.evidence.evidence import Support, support_counts, verdict_support
from negotiate.model import GRADES, Event, Paper
from negotiate.report.claim_words import claim_words
from negotiate.report.counting import counted
from negotiate.report.wording import capital, rows_title, support_words, teller, together
from negotiate.text.covers import COVERS
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, Block, Line, Para, Span, Target, heading, para, shorten
from negotiate.tui.texts.signs import Sign, relation_spans

_FLOORS = (Support.B, Support.C)
_TITLE, _LEAST = 34, 12
"""Cells of an issue's title in the grid, at the most and at the least."""


def evidence_blocks(session: Session, pair: Pair, sign: Sign, width: int, plain: bool) -> list[Block]:
    """``width``: cells of a line."""
    assert session.table
    table = session.table
    return [
        _opening(table),
        *_grades(table, pair),
        *(block for floor in _FLOORS for block in _without_weak(table, pair, floor, sign)),
        *_disputed(table),
        *_coverage(table, width, plain),
    ]


def _positions(table: Table) -> Iterator[Position]:
    return (table.position(party, issue.id) for issue in table.issues for party in table.names)


def _opening(table: Table) -> Block:
    said = "A claim is as good as the best of its sources, a position as weak as the weakest of its claims, a verdict "
    return Block((para(f"{said}as weak as the weaker of its two positions."),))


# --- what rests on what


def _grades(table: Table, pair: Pair) -> Iterator[Block]:
    sources = table.negotiation.sources
    positions = support_counts(_positions(table), sources)
    relations = (table.relation(issue.id, *pair) for issue in table.issues) if pair[0] != pair[1] else ()
    verdicts = Counter(verdict_support(each, sources) for each in relations)
    yield heading("What it rests on", Span("\u2007\u2007at its weakest", "quiet"))
    lines = [_count("positions", "verdicts", "", "quiet")]
    for each in Support:
        if positions[each] or verdicts[each]:
            meaning = GRADES.get(each.value, "")
            said = capital(support_words(each)) + (f": {meaning}" if meaning else "")
            lines.append(_count(str(positions[each]), str(verdicts[each]), said))
    if verdicts[None]:
        lines.append(_count("", str(verdicts[None]), "Nothing on record"))
    yield Block(tuple(lines))


def _count(positions: str, verdicts: str, said: str, tone: str = "") -> Para:
    return Para((Span(f"{positions:>10}  {verdicts:>10}  ", tone), Span(said)), fixed=True)


# --- without weak claims


def _without_weak(table: Table, pair: Pair, floor: Support, sign: Sign) -> Iterator[Block]:
    if pair[0] == pair[1]:
        return
    found = doubts(table, floor, pair, [issue.id for issue in table.issues])
    of = counted(len(table.issues), "verdict")
    told = f"{len(found)} of {of} would be another one" if found else f"not one of {of} would be another one"
    yield heading(f"Without claims below grade {floor.value}", Span(f"\u2007\u2007{told}", "quiet"))
    for doubt in found:
        yield _doubt(table, doubt, sign)


def _doubt(table: Table, doubt: Doubt, sign: Sign) -> Block:
    now: Line = relation_spans(table, doubt.before, sign)
    weak = verdict_brief(doubt.after, table.names)
    lines = [
        Para((Span(doubt.issue.title, "strong"), Span(": ", "quiet"), *now), hang=2),
        para(Span("without: ", "quiet"), weak or doubt.after.verdict.value, indent=2, hang=2),
        *(para(Span(claim_words(table, claim), "quiet"), indent=4, hang=2) for claim in doubt.claims),
    ]
    place = doubt.claims[0].entry.place if doubt.claims else doubt.issue.place
    return Block(tuple(lines), Target(place, doubt.issue.title, doubt.issue.id))


# --- in dispute


def _disputed(table: Table) -> Iterator[Block]:
    found = disputes(table, list(table.negotiation.issues), list(table.names))
    if not found:
        return
    yield heading("In dispute, or told by one side alone", Span("\u2007\u2007by each teller", "quiet"))
    yield from (_dispute(table, each) for each in found)


def _dispute(table: Table, dispute: Dispute) -> Block:
    about = dispute.about
    rows = [table.negotiation.issues[issue] for issue in dispute.issues]
    titles = ", ".join(rows_title(group) for group in together(rows, lambda row: row.family))
    lines = [
        para(Span(titles or "The talks", "strong"), Span(f"\u2007\u2007{_about(table, dispute)}", "quiet"), hang=2)
    ]
    for who, words in dispute.versions.items():
        lines.append(para(Span(f"{teller(table, who)}: ", "accent"), tidy(words), indent=2, hang=2))
    if dispute.disputed_by:
        lines.append(para(Span("disputed by ", "quiet"), teller(table, dispute.disputed_by), indent=2, hang=2))
    opens = dispute.issues[0] if len(dispute.issues) == 1 else None
    return Block(tuple(lines), Target(about.place, titles, opens))


def _about(table: Table, dispute: Dispute) -> str:
    about = dispute.about
    if isinstance(about, Event):
        return f"{about.when}{f', {about.by}' if about.by else ''}: {about.what}"
    if isinstance(about, Paper):
        return f"{about.title or about.id}, {about.when}"
    return f"{table.name(about.party)}, {about.statement.when}"


# --- what is on record


def _coverage(table: Table, width: int, plain: bool) -> Iterator[Block]:
    """A row for each issue, a sign for each party; what each sign means comes first."""
    rows = [[cover(table.position(party, issue.id)) for party in table.names] for issue in table.issues]
    yield heading("What is on record", Span("\u2007\u2007a sign for each party and issue", "quiet"))
    known = Counter(each for row in rows for each in row)
    yield Block((*(_meaning(each, known[each], plain) for each in Cover if known[each]), BLANK))
    column = _column(width, len(table.names))
    wide = min(_TITLE, max(width - column * len(table.names), _LEAST))
    head = "".join(f" {_filled(table.name(party), column - 1)}" for party in table.names)
    yield Block((Para((Span(" " * wide + head, "quiet"),), fixed=True),))
    for issue, row in zip(table.issues, rows, strict=True):
        cells = (span for each in row for span in _cell(each, column, plain))
        line = (Span(_filled(issue.title, wide)), *cells)
        yield Block((Para(line, fixed=True),), Target(issue.place, issue.title, issue.id))


def _column(width: int, parties: int) -> int:
    """Cells of a party's column: titles come first where there is little room."""
    return max(4, min(10, (width - _TITLE) // max(parties, 1)))


def _filled(text: str, width: int) -> str:
    said = shorten(text, width)
    return said + " " * (width - cell_len(said))


def _meaning(each: Cover, number: int, plain: bool) -> Para:
    mark = COVERS[each.value]
    meaning = MEANINGS.get(each, "")
    said = Span(f": {meaning}" if meaning else "", "quiet")
    return para(Span(f"{number:>5} "), Span(mark.shown(plain), mark.tone), f" {each.value}", said, hang=8)


def _cell(each: Cover, column: int, plain: bool) -> Line:
    mark = COVERS[each.value]
    return Span(" "), Span(mark.shown(plain), mark.tone), Span(" " * (column - 2))
