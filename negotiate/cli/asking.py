"""What may be asked: parsers that take no abbreviations and obey no control characters."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NoReturn

from negotiate.cli.saying import width, write

Run = Callable[[argparse.Namespace], int]


class Shape(argparse.RawDescriptionHelpFormatter):
    """Told its width: argparse would load ``shutil`` to find it, for a fifth of the time of ``--help``."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=min(width(), 100))


class Parser(argparse.ArgumentParser):
    """One that takes no abbreviations, and obeys no control characters in what was typed."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(prog, None, description, epilog, formatter_class=Shape, allow_abbrev=False)
        self.add_argument("--ascii", action="store_true", help="ASCII signs only")

    def error(self, message: str) -> NoReturn:
        from negotiate.text.clean import clean

        super().error(clean(message))

    def as_of(self) -> None:
        words = "as of a round, or of a day such as 2025-06-02; `all`: everything on record"
        self.add_argument("--as-of", metavar="DATE|ROUND", default="", help=words)


def listed(words: str) -> list[str]:
    """Names joined by commas."""
    names = [word.strip() for word in words.split(",") if word.strip()]
    if not names:
        raise argparse.ArgumentTypeError("names, joined by commas")
    return names


def answer(question: str) -> str:
    """What somebody types at the terminal; nothing at the end of the input."""
    try:
        return input(question).strip()
    except EOFError:
        write("\n")
        return ""
