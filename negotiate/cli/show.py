"""One issue in full, or the list of issues."""

from __future__ import annotations

import argparse

from negotiate.cli.asking import Parser, Run
from negotiate.cli.saying import colour, finish, width, write


def command() -> tuple[Parser, Run]:
    parser = Parser("negotiate show", "One issue in full; without ISSUE, the list of issues.")
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument(
        "issue", metavar="ISSUE", nargs="*", default=[], help="in any case: `army_size`, `territory Donetsk`"
    )
    parser.as_of()
    return parser, show


def show(args: argparse.Namespace) -> int:
    from negotiate.report.opening import find_issues, open_folder
    from negotiate.report.plain import issue_list
    from negotiate.report.plain_issue import issue_text

    opened = open_folder(args.folder, args.as_of)
    if (table := opened.table) and args.issue:
        rows = find_issues(table, " ".join(args.issue))
        texts = [issue_text(table, row, width(), ascii_only=args.ascii, colour=colour()) for row in rows]
        write("\n".join(texts))
    elif table:
        write(issue_list(table, table.issues, width(), ascii_only=args.ascii, colour=colour()))
    return finish(args.folder, opened.errors, table is not None)
