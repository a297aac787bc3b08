"""What is wrong in the files: place, excerpt with a caret, what to write instead."""

from __future__ import annotations

from negotiate.files.problems import Problem, Severity, render
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, Block, Line, Para, Span, Target, heading, para


def problem_blocks(session: Session, plain: bool) -> list[Block]:
    errors = [each for each in session.problems if each.severity is Severity.ERROR]
    warnings = [each for each in session.problems if each.severity is Severity.WARNING]
    blocks = [_opening(session)]
    for title, found in (("To correct", errors), ("Perhaps not meant", warnings)):
        if found:
            blocks.append(heading(title, Span(f" · {len(found)}", "quiet")))
            blocks += [_block(session, each, plain) for each in found]
    return blocks


def _opening(session: Session) -> Block:
    if not session.problems:
        return Block((para(Span("No problems: ", "good"), "the files could be read in full."),))
    lines = [para("Enter opens your editor at the line. The screen changes as soon as you save.")]
    if session.table is None:
        said = f"{session.folder} cannot be shown yet: it has problems that must be corrected first."
        lines.insert(0, para(Span(said, "alert")))
    return Block(tuple(lines))


def _block(session: Session, problem: Problem, plain: bool) -> Block:
    """The message in large, then the excerpt as ``negotiate check`` prints it."""
    alarming = problem.severity is Severity.ERROR
    right: Line = (Span(session.shown(problem.place), "quiet"),)
    paras = [Para((Span(problem.message, "bad" if alarming else "far"),), hang=2, right=right)]
    body = render(problem, unicode=not plain).split("\n")[1:]
    paras += [Para((Span(line, _tone(line)),), fixed=True) for line in body if not line.startswith("      = ")]
    if problem.hint:
        paras.append(para(Span("-> " if plain else "→ ", "good"), problem.hint, indent=2, hang=2))
    return Block((*paras, BLANK), Target(problem.place, render(problem, unicode=not plain), problem))


def _tone(line: str) -> str:
    return "accent" if "^" in line and not line.lstrip()[:1].isdigit() else ""
