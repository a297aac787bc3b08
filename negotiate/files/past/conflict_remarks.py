"""Merge conflicts as problems: where each is, and what each side has there."""

from __future__ import annotations

from collections.abc import Iterator

from negotiate.files.past.conflicts import Conflict, Part, Side, chosen, conflicts, line_end
from negotiate.files.problems import Problem
from negotiate.files.source.agreement import Remark
from negotiate.files.source.document import MOST_PROBLEMS
from negotiate.files.source.mended import Mended
from negotiate.files.source.tree import Finding, Shown, Span

CODE = "E114"
_REMARK = Remark(
    CODE,
    "a merge conflict left by git",
    "choose one side and delete the lines with <<<<<<<, ======= and >>>>>>>; `negotiate diff FOLDER` compares them",
)
NOTHING = ": nothing"
"""Ends the label of a side that has nothing there."""
_MOST_LINES = 4  # of each side that are shown


def is_conflict(problem: Problem) -> bool:
    """Whether it has two sides, which can be compared, and is not a mark that stands alone."""
    return problem.code == CODE and bool(problem.related)


def settle(text: str) -> tuple[Mended, tuple[Finding, ...]] | None:
    """The text with our side of each conflict, and the conflicts; None if there is none."""
    found = conflicts(text)
    if not found:
        return None
    listed = (Finding(_REMARK, _line(text, each.start), tuple(_sides(text, each))) for each in found[:MOST_PROBLEMS])
    counted = (Finding(_REMARK, _line(text, each.start)) for each in found[MOST_PROBLEMS:])
    return chosen(text, found, Side.OURS), (*listed, *counted)


def _sides(text: str, conflict: Conflict) -> Iterator[Shown]:
    yield from _shown(text, conflict.ours, Side.OURS)
    yield from _shown(text, conflict.theirs, Side.THEIRS)


def _shown(text: str, part: Part, side: Side) -> Iterator[Shown]:
    """The first lines of a side, the very first with its name; of a side that has none, the mark after it."""
    name = side.called(part.label)
    first, *others = _lines(text, part) or [part.end]
    yield Shown(_line(text, first), name if part.start < part.end else f"{name}{NOTHING}")
    for n, at in enumerate(others, 2):
        left = text.count("\n", line_end(text, at), part.end) if n == _MOST_LINES else 0
        yield Shown(_line(text, at), f"and {left:,} more line{'' if left == 1 else 's'}" if left else "", False)


def _lines(text: str, part: Part) -> list[int]:
    """Where its first lines begin."""
    starts = [part.start] if part.start < part.end else []
    while starts and len(starts) < _MOST_LINES and (end := line_end(text, starts[-1])) < part.end:
        starts.append(end)
    return starts


def _line(text: str, offset: int) -> Span:
    """The words of the line that begins there."""
    words = text[offset : line_end(text, offset)].rstrip()
    return Span(offset + len(words) - len(words.lstrip()), offset + len(words))
