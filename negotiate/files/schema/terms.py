"""What an editor offers for the terms of an issue, and what it can tell to be none of them.

Terms are a language, which no schema can check. Words that name none of an issue's options, items or steps, and no
other word of the language, are certainly none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from negotiate.files.schema.meanings import MEANINGS
from negotiate.files.schema.names import naming_one_of, spelled
from negotiate.files.schema.values import Node, choice, escaped, offer, offered, ordered
from negotiate.files.to_model.stances import UNCHANGED
from negotiate.model import Issue
from negotiate.terms import Choice, Dates, Duration, Line, Scale, Sequences, Subsets, YesNo

_ALWAYS = ("anything", "nothing", UNCHANGED, *MEANINGS["stances"])
_COUNTS = ("all", "none", "some")


def described(issue: Issue) -> str:
    """The issue in two lines: what it is about, and what it can be settled as."""
    title = issue.family_title or issue.title
    return "\n".join(filter(None, [f"{title}: {issue.question}" if issue.question else title, _outcomes(issue)]))


def _outcomes(issue: Issue) -> str:
    names = [f"{name} ({meaning})" if (meaning := issue.meanings.get(name)) else name for name in _names(issue)]
    match issue.domain:
        case Scale():
            return f"From least to most: {', '.join(names)}."
        case YesNo() | None:
            return ""
        case Line():
            return f"A {issue.kind}{f' of {issue.domain.unit}' if issue.kind == 'quantity' else ''}."
        case Choice():
            return f"Options: {', '.join(names)}."
        case Subsets():
            return f"Items: {', '.join(names)}."
    return f"Steps: {', '.join(names)}."


def _names(issue: Issue) -> Sequence[str]:
    match issue.domain:
        case Scale() | Choice() | YesNo():
            return issue.domain.options
        case Subsets():
            return issue.domain.items
        case Sequences():
            return issue.domain.steps
    return ()


def outcomes(issue: Issue) -> dict[str, str]:
    """The options of an issue and what they mean; of other issues nothing."""
    options = isinstance(issue.domain, Choice | Scale | YesNo)
    return {name: issue.meanings.get(name, "") for name in _names(issue)} if options else {}


def term_check(issue: Issue) -> Node:
    """What tells words that cannot be a term of the issue; empty where nothing can."""
    names = _names(issue)
    if not names:
        return {}
    kind = {Subsets: "items", Sequences: "steps"}.get(type(issue.domain), "options")  # type: ignore[arg-type]
    counts = _COUNTS if isinstance(issue.domain, Subsets) else ()
    others = [*map(spelled, (*_ALWAYS, *counts)), *([r"\d+"] if counts else [])]
    return naming_one_of(names, others, f"This names none of the {kind} that {issue.family} has in negotiation.yaml")


def term_offers(issue: Issue) -> list[Node]:
    """What an editor offers where a term is to be written."""
    return ordered([*offered(outcomes(issue)), *_forms(issue)])


def _forms(issue: Issue) -> Iterator[Node]:
    names = _names(issue)
    match issue.domain:
        case Scale() if len(names) > 2:
            yield offer("at least …", f"at least {choice(1, names[1:])}", "this option, or one further up")
            yield offer("at most …", f"at most {choice(1, names[:-1])}", "this option, or one further down")
        case Choice() if len(names) > 2:
            yield offer("anything but …", f"anything but {choice(1, names)}")
        case Subsets():
            yield from offered({"all": "all items", "none": "no item"})
            for word in ("including", "without", "exactly", "only within", "any of"):
                yield offer(f"{word} …", f"{word} {choice(1, names)}", "join several by `and`")
            yield offer("at least 2", "at least ${1:2}", "so many items, whichever")
        case Sequences():
            yield offer("… before …", f"{choice(1, names)} before {choice(2, names[::-1])}")
            yield offer("… first", f"{choice(1, names)} first")
            yield offer("… last", f"{choice(1, names)} last")
            for words in ("within", "at least"):
                days = f"{choice(1, names)} {words} ${{2:30}} days after {choice(3, names[::-1])}"
                yield offer(f"… {words} … days after …", days)
        case Line():
            yield from _on_a_line(issue.domain)


def _on_a_line(domain: Line) -> Iterator[Node]:
    values = {Duration: "30 days", Dates: "2026-03-01"}.get(type(domain), "1_000")
    value = f"${{1:{values}}}"
    if isinstance(domain, Dates):
        yield offer("by …", f"by {value}", "that day or before")
        yield offer("after …", f"after {value}")
    else:
        yield offer("at most …", f"at most {value}", "less would do too")
        yield offer("at least …", f"at least {value}", "more would do too")
        yield offer("limit of …", f"limit of {value}", "the figure in the text")
    yield offer("exactly …", f"exactly {value}")
    if domain.no_limit:
        yield offer(domain.no_limit, escaped(domain.no_limit), "the outcome above every number")
        yield offer("any limit", "any limit", f"anything but `{domain.no_limit}`")
    yield offer("some limit", "some limit", "it wants one and names no figure")
