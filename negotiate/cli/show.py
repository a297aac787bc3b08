"""One issue in full, or the list of issues."""

from __future__ import annotations

import argparse

from negotiate.cli.asking import Parser, Run
from negotiate.cli.saying import colour, finish, width, write

_WORDS = """\
One issue in full; without ISSUE, the list of issues.
With --rounds: how it came to that, round by round; without ISSUE, how many issues stood where in each round, which
moved and why, and who moved towards whom. The rounds are named as --as-of takes them."""


def command() -> tuple[Parser, Run]:
    parser = Parser("negotiate show", _WORDS)
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument(
        "issue", metavar="ISSUE", nargs="*", default=[], help="in any case: `army_size`, `territory Donetsk`"
    )
    parser.add_argument("--rounds", action="store_true", help="over the rounds, up to the one that counts")
    parser.as_of()
    return parser, show


def show(args: argparse.Namespace) -> int:
    from negotiate.report.opening import find_issues, open_folder
    from negotiate.report.plain.comparison import issue_list
    from negotiate.report.plain.issue import issue_text
    from negotiate.report.plain.rounds import all_rounds, issue_rounds

    of_one, of_all = (issue_rounds, all_rounds) if args.rounds else (issue_text, issue_list)
    opened = open_folder(args.folder, args.as_of)
    if (table := opened.table) and args.issue:
        rows = find_issues(table, " ".join(args.issue))
        write(
            opened.caution
            + "\n".join(of_one(table, row, width(), ascii_only=args.ascii, colour=colour()) for row in rows)
        )
    elif table:
        write(opened.caution + of_all(table, table.issues, width(), ascii_only=args.ascii, colour=colour()))
    return finish(args.folder, opened.errors, table is not None)
