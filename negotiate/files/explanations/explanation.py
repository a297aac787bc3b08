"""What an explanation consists of."""

from __future__ import annotations

from textwrap import indent
from typing import NamedTuple

PARTY = "parties/ann.yaml"
NEGOTIATION = "negotiation.yaml"


class Explanation(NamedTuple):
    """``wrong`` gives the code, and no other, to a folder that is otherwise fine; ``right`` gives none.

    Of the file of a party they are the whole, of negotiation.yaml a section or two. Where the wrong cannot be shown
    as text (a file that is too large, a character that nobody sees) it is empty, and ``right`` says what to do.
    """

    words: str
    wrong: str
    right: str
    file: str = PARTY


def positions(words: str, keys: str = "source: memo") -> str:
    """Ann's file with a statement that takes these positions."""
    return f"party: ann\nstatements:\n{indent(keys, '    ').replace('    ', '  - ', 1)}\n    positions:\n{_deep(words)}"


def reply(keys: str) -> str:
    """Ann's file with a reply of these keys."""
    return f"party: ann\nresponses:\n{indent(keys, '    ').replace('    ', '  - ', 1)}\n"


def _deep(words: str) -> str:
    return indent(words, "      ") + "\n"
