"""What a code means, why it matters, and what to write instead."""

from __future__ import annotations

import argparse

from negotiate.cli.asking import Parser, Run
from negotiate.cli.saying import FINE, width, write

_WORDS = """\
What the code of a problem means, why it matters, and what to write instead.
Without a code: all codes, a line each."""


def command() -> tuple[Parser, Run]:
    parser = Parser("negotiate explain", _WORDS)
    parser.add_argument("code", metavar="CODE", nargs="?", help="as `negotiate check` names it: E313, e313")
    return parser, explain


def explain(args: argparse.Namespace) -> int:
    from negotiate.report.plain.explained import code_list, explained, find_code

    write(code_list() if args.code is None else explained(find_code(args.code), min(width(), 100)))
    return FINE
