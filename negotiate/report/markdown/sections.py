"""One section for each issue; rows of a family that read the same share one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from negotiate.compare import tidy
from negotiate.model import Event, Issue, Paper, Settled
from negotiate.report.markdown.blocks import bullets, heading
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.escape import inline, italic, quoted
from negotiate.report.markdown.positions import positions_blocks
from negotiate.report.markdown.replies import reply_blocks
from negotiate.report.markdown.terms import versions
from negotiate.report.markdown.verdicts import verdict_blocks
from negotiate.report.wording import closing, ended, rows_title
from negotiate.terms import Dates, Duration, Line, Options, Scale, Sequences, Subsets, YesNo


@dataclass(frozen=True)
class Section:
    """One or more rows with the same text. ``title`` is safe Markdown without the number."""

    number: int
    rows: tuple[Issue, ...]
    body: tuple[str, ...]

    @property
    def title(self) -> str:
        return inline(rows_title(self.rows))

    @property
    def group(self) -> str:
        return self.rows[0].group


def sections(desk: Desk) -> list[Section]:
    """The chosen rows as numbered sections, group by group, in the order of the file."""
    found: dict[tuple[str, ...], list[Issue]] = {}
    for row in desk.rows:
        body = tuple(_body(desk, row))
        found.setdefault((row.family if row.item else row.id, *body), []).append(row)
    groups = list(dict.fromkeys(row.group for row in desk.rows))
    ordered = sorted(found.items(), key=lambda item: groups.index(item[1][0].group))
    return [Section(number, tuple(rows), key[1:]) for number, (key, rows) in enumerate(ordered, start=1)]


def section_blocks(parts: list[Section]) -> list[str]:
    """Under a heading for each group, where there are groups."""
    grouped = any(part.group for part in parts)
    blocks, group = list[str](), ""
    for part in parts:
        if grouped and part.group != group:
            group = part.group
            blocks.append(heading(3, inline(group) or "Other issues"))
        blocks.append(heading(4 if grouped else 3, f"{part.number}. {part.title}"))
        blocks += part.body
    return blocks


def _body(desk: Desk, row: Issue) -> list[str]:
    return [
        *_asked(row),
        *positions_blocks(desk, row),
        *(reply_blocks(desk, row, desk.pair) if desk.pair else []),
        *verdict_blocks(desk, row),
        *_agreed(desk, row),
        *_events(desk, row),
    ]


# --- what is asked


def _asked(row: Issue) -> list[str]:
    lines = [italic(row.question), outcomes(row), f"Note: {ended(inline(row.note))}" if row.note else ""]
    return [line for line in lines if line]


def outcomes(row: Issue) -> str:
    """What the issue could be settled as."""
    domain = row.domain
    if domain is None:
        return "Free text: nothing is computed here."
    if isinstance(domain, Scale):
        steps = " → ".join(_meant(row.meanings, option) for option in domain.options)
        return f"From least to most, in the editor's order: {steps}."
    if isinstance(domain, YesNo):
        return f"Yes or no{''.join(f'; {_meant(row.meanings, name)}' for name in row.meanings)}."
    if isinstance(domain, Subsets):
        return f"Any of these: {'; '.join(_meant(row.meanings, item) for item in domain.items)}."
    if isinstance(domain, Sequences):
        return f"The order of: {'; '.join(_meant(row.meanings, step) for step in domain.steps)}."
    if isinstance(domain, Line):
        return _line_words(domain)
    assert isinstance(domain, Options)
    return f"One of these: {'; '.join(_meant(row.meanings, option) for option in domain.options)}."


def _meant(meanings: Mapping[str, str], name: str) -> str:
    meaning = meanings.get(name, "")
    return f"{italic(name)}{f' ({inline(meaning)})' if meaning else ''}"


def _line_words(domain: Line) -> str:
    if isinstance(domain, Dates):
        return "A date."
    if isinstance(domain, Duration):
        return "A length of time."
    said = f"Counted in {inline(domain.unit)}" if domain.unit else "A number"
    return f"{said}; {quoted(domain.no_limit)} lies above every number." if domain.no_limit else f"{said}."


# --- what was settled and what happened


def _agreed(desk: Desk, row: Issue) -> list[str]:
    lines = [
        _settled(desk, paper, part)
        for paper in desk.papers()
        if paper.agreed
        for part in paper.settled
        if part.issue == row.id
    ]
    return ["**Said to be agreed** (set beside the positions; it changes none)", bullets(lines)] if lines else []


def _settled(desk: Desk, paper: Paper, part: Settled) -> str:
    words = tidy(part.term.words if part.term else part.words)
    said = versions(desk, part.versions) if part.versions else f"**{inline(words)}**"
    said += f" ({inline(part.scope)})" if part.scope else ""
    mark = desk.mark(part.citations or paper.citations)
    about = f"{italic(paper.title or paper.id)}, {inline(str(paper.when))}, {desk.names(paper.of)}"
    return f"{said}{mark} ({about}).{f' Note: {ended(inline(part.note))}' if part.note else ''}"


def _events(desk: Desk, row: Issue) -> list[str]:
    own = [each for each in desk.table.events() if {row.id, row.family} & set(each.issues)]
    return ["**Around it**", bullets(event(desk, each) for each in own)] if own else []


def event(desk: Desk, each: Event) -> str:
    """What happened, who says so and who disputes it."""
    when = f"{inline(str(each.when))}{f', {desk.teller(each.by)}' if each.by else ''}"
    said = ended(f"{when}: {inline(each.what)}", desk.mark(each.citations))
    if each.versions:
        said += f" Accounts differ: {versions(desk, each.versions)}."
    if each.according_to:
        said += f" According to {desk.teller(each.according_to)}."
    if each.disputed_by:
        said += f" Disputed by {desk.teller(each.disputed_by)}."
    said += f" {inline(closed)}" if (closed := closing(desk.table, each)) else ""
    return said + (f" Note: {ended(inline(each.note))}" if each.note else "")
