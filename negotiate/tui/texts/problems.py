"""What is wrong in the files: place, excerpt with a caret, what to write instead."""

from __future__ import annotations

from itertools import pairwise, zip_longest

from negotiate.files.past.conflict_remarks import NOTHING, is_conflict
from negotiate.files.problems import Excerpt, Problem, Severity, render
from negotiate.tui.beside import Row, beside
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, FIXED, Block, Line, Para, Span, Target, heading, para


def problem_blocks(session: Session, plain: bool, width: int) -> list[Block]:
    errors = [each for each in session.problems if each.severity is Severity.ERROR]
    warnings = [each for each in session.problems if each.severity is Severity.WARNING]
    blocks = [_opening(session)]
    for title, found in (("To correct", errors), ("Perhaps not meant", warnings)):
        if found:
            blocks.append(heading(title, Span(f" · {len(found)}", "quiet")))
            blocks += [_block(session, each, plain, width) for each in found]
    return blocks


def _opening(session: Session) -> Block:
    if not session.problems:
        return Block((para(Span("No problems: ", "good"), "the files could be read in full."),))
    lines = [para("Enter opens your editor at the line. The screen changes as soon as you save.")]
    if session.conflicts:
        lines.append(
            para(Span("D", "key"), " compares the two sides of the merge: what each demands, and what it comes to.")
        )
    if session.table is None:
        said = f"{session.folder} cannot be shown yet: it has problems that must be corrected first."
        lines.insert(0, para(Span(said, "alert")))
    return Block(tuple(lines))


def _block(session: Session, problem: Problem, plain: bool, width: int) -> Block:
    """The message in large, then the excerpt as ``negotiate check`` prints it."""
    alarming = problem.severity is Severity.ERROR
    right: Line = (Span(session.shown(problem.place), "quiet"),)
    paras = [Para((Span(problem.message, "bad" if alarming else "far"),), hang=2, right=right)]
    if is_conflict(problem):
        paras += _sides(problem, width)
    else:
        body = render(problem, unicode=not plain).split("\n")[1:]
        paras += [Para((Span(line, _tone(line)),), fixed=True) for line in body if not line.startswith("      = ")]
    if hint := problem.hint.partition(";")[0] if is_conflict(problem) else problem.hint:
        paras.append(para(Span("-> " if plain else "→ ", "good"), hint, indent=2, hang=2))
    return Block((*paras, BLANK), Target(problem.place, render(problem, unicode=not plain), problem))


def _sides(problem: Problem, width: int) -> list[Para]:
    """What each side of a merge conflict has there, next to the other."""
    starts = [n for n, each in enumerate(problem.related) if each.length]
    ours, theirs = (problem.related[start:stop] for start, stop in pairwise((*starts, len(problem.related))))
    heads = ours[0].label.removesuffix(NOTHING), theirs[0].label.removesuffix(NOTHING)
    return beside(heads, [Row("", *map(_line, pair)) for pair in zip_longest(ours, theirs)], width, 2)


def _line(excerpt: Excerpt | None) -> Line:
    """A line with its number, and how many more there are."""
    if excerpt is None:
        return ()
    if excerpt.label.endswith(NOTHING):
        return (Span("nothing", "quiet"),)
    more = "" if excerpt.length else f"{FIXED}{excerpt.label}"
    return Span(f"{excerpt.place.line}{FIXED}{FIXED}", "quiet"), Span(excerpt.text.strip()), Span(more, "quiet")


def _tone(line: str) -> str:
    return "accent" if "^" in line and not line.lstrip()[:1].isdigit() else ""
