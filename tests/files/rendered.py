"""Problems as a reader sees them: what must hold for every one of them, whatever the file."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from negotiate.files import CODES, Loaded, Problem, concise, render
from negotiate.text.width import cells

WIDEST = 1_000
"""Characters of the longest line: the name of a file, a message of at most 600, and where in the file's meaning."""


def shown(loaded: Loaded, folder: Path) -> str:
    """All problems as printed, file names as from the folder."""
    return "\n".join(render(problem) for problem in loaded.problems).replace(f"{folder}/", "")


def check_problems(loaded: Loaded) -> None:
    """Located, in order, listed once, explained, and harmless to a terminal."""
    places = [(problem.place, problem.code == "E005") for problem in loaded.problems]
    assert places == sorted(places)
    assert len(set(loaded.problems)) == len(loaded.problems)
    for problem in loaded.problems:
        assert problem.code in CODES
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert problem.message
        for text in (render(problem), render(problem, unicode=False), concise(problem)):
            check_text(text)
        check_carets(problem)


def check_text(text: str) -> None:
    """Nothing that steers a terminal, hides or reorders; no line without end."""
    for line in text.split("\n"):
        assert len(line) <= WIDEST
        bad = [f"U+{ord(sign):04X}" for sign in line if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")]
        assert bad == []
        assert not any("\u202a" <= sign <= "\u202e" or "\u2066" <= sign <= "\u2069" for sign in line)


def check_carets(problem: Problem) -> None:
    """They stand below the excerpt, not beyond it."""
    for excerpt in (problem.excerpt, *problem.related):
        if excerpt is not None:
            assert excerpt.length >= (1 if excerpt in (problem.excerpt, *problem.related[:1]) else 0)
            assert excerpt.start + excerpt.length <= max(cells(excerpt.text), excerpt.start + 1)


def pointed_at(problem: Problem) -> str:
    """What stands above the carets, cell by cell."""
    assert problem.excerpt
    head, below = render(problem).split("\n")[1:3]
    start, end = below.index("^"), below.rindex("^") + 1
    return "".join(sign for at, sign in enumerate(head) if start <= cells(head[:at]) < end)
