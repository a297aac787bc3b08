"""The lines above the matrix: which negotiation, as of when, who with whom, and how the verdicts add up."""

from __future__ import annotations

from rich.cells import cell_len

from negotiate.compare import JOINT_MEANINGS, MEANINGS, Pair, Table
from negotiate.compare.over_time.status import outcomes
from negotiate.text.marks import OUTCOMES
from negotiate.tui.spans import FIXED, Line, Para, Span, para, plain, shorten
from negotiate.tui.texts.signs import Sign

_TITLE = 30
"""Cells of a title that tell negotiations apart."""
_ORDER = [*(each.value for each in (*MEANINGS, *JOINT_MEANINGS)), "merged", "dropped"]


def as_of(table: Table) -> str:
    """ "round of 2 June 2025, up to 30 June 2025", "as of 4 June 2025", "everything on record"."""
    meeting, day = table.as_of.round, table.as_of.day
    until = f"{day.day} {day:%B %Y}" if day else ""
    if meeting:
        return f"round of {meeting.when}" + (f", up to {until}" if until else "")
    if until:
        return f"as of {until}"
    return "everything on record"


def round_number(table: Table) -> Line:
    """ "round 3 of 9", with the keys that go on; nothing where there is one alone."""
    rounds = table.negotiation.rounds
    if len(rounds) < 2 or table.as_of.round is None:
        return ()
    number = rounds.index(table.as_of.round) + 1
    return (Span(f"round {number} of {len(rounds)} ", "quiet"), Span("[ ]", "key"), Span("  "))


def pair_words(table: Table, pair: Pair | None) -> str:
    if pair is None:
        return "All together"
    return " and ".join(table.name(party) for party in pair)


def which_pair(table: Table, pair: Pair, of_all: bool) -> Para | None:
    """Which of the pairs a screen is about, and how to come to another. ``of_all``: all together were shown before."""
    pairs = [set(each) for each in table.pairs()]
    if len(pairs) < 2 or set(pair) not in pairs:
        return None
    said = f"Pair {pairs.index(set(pair)) + 1} of {len(pairs)}. "
    if of_all:
        said = f"One pair of {len(pairs)}, not all together: {pair_words(table, pair)}. "
    keys = (Span("p", "key"), Span(" next pair, ", "quiet"), Span("P", "key"), Span(" pair before", "quiet"))
    return para(Span(said, "strong" if of_all else "quiet"), *keys)


def verdict_counts(table: Table, pair: Pair | None) -> list[tuple[str, int]]:
    """How often each verdict stands, over all issues, in the order of the glossary."""
    found = outcomes(table, table.issues, pair)
    return [(each, found[each]) for each in _ORDER if found[each]]


def title_line(table: Table, right: Line, width: int) -> Line:
    """The title, and as far as there is room: as of when, and the number of the round."""
    title = table.negotiation.title
    fictional = "fictional · " if table.negotiation.fictional else ""
    when = as_of(table)
    number = round_number(table)
    choices = [
        (f"  {fictional}{when}", (*number, *right)),
        (f"  {fictional}{when.partition(',')[0]}", (*number, *right)),
        (f"  {fictional}{when.partition(',')[0]}", right),
        (f"  {fictional}".rstrip(" ·"), right),
        ("", right),
    ]
    tail, right = next(each for each in choices if not each[0].strip() or _has_room(title, *each, width))
    title = shorten(title, _room(right, width) - cell_len(tail))
    left: Line = (Span(f" {title}", "title"), Span(tail, "quiet"))
    gap = width - 1 - cell_len(plain(left)) - cell_len(plain(right))
    return (*left, Span(" " * max(gap, 0)), *right)


def _room(right: Line, width: int) -> int:
    return width - 2 - (cell_len(plain(right)) + 2 if right else 0)


def _has_room(title: str, tail: str, right: Line, width: int) -> bool:
    return _room(right, width) - cell_len(tail) >= min(_TITLE, cell_len(title))


def counts_line(table: Table, pair: Pair | None, sign: Sign, width: int) -> Line:
    """Who with whom, and the counts: in words, if need be set closely, in signs where words do not fit."""
    counts = verdict_counts(table, pair)
    issues = issues_words(table)
    who = pair_words(table, pair)
    for worded, said, gap in ((True, who, " "), (True, "", " "), (True, "", ""), (False, who, " "), (False, "", " ")):
        line = _counts(counts, f" {said} · {issues}{gap}" if said else f" {issues}{gap}", sign, worded, gap)
        if cell_len(plain(line)) <= width:
            return line
    return line


def counts_words(table: Table, pair: Pair | None, sign: Sign) -> Line:
    """The counts in words, to be wrapped."""
    spans = [Span(issues_words(table), "strong")]
    for verdict, number in verdict_counts(table, pair):
        mark = OUTCOMES[verdict]
        spans.append(Span(f"{FIXED}{FIXED} {sign(mark)}{FIXED}{number}{FIXED}{verdict}", mark.tone))
    return tuple(spans)


def issues_words(table: Table) -> str:
    total = len(table.issues)
    return f"{total:,} issue{'' if total == 1 else 's'}"


def _counts(counts: list[tuple[str, int]], lead: str, sign: Sign, worded: bool, gap: str) -> Line:
    spans = [Span(lead, "strong")]
    for verdict, number in counts:
        mark = OUTCOMES[verdict]
        said = f" {sign(mark)} {number} {verdict}" if worded else f" {sign(mark)} {number}"
        spans.append(Span(said + gap, mark.tone))
    return tuple(spans)
