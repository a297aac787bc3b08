"""The comparison as Markdown."""

from __future__ import annotations

import argparse

from negotiate.cli.asking import Parser, Run, listed
from negotiate.cli.saying import finish, write


def command() -> tuple[Parser, Run]:
    parser = Parser("negotiate report", "The comparison as Markdown.")
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("-o", "--output", metavar="FILE", help="instead of the terminal")
    parser.add_argument("--force", action="store_true", help="write over FILE")
    parser.add_argument("--parties", metavar="A,B", type=listed, help="these alone, the first two compared")
    parser.add_argument("--issues", metavar="A,B", type=listed, help="these alone")
    parser.add_argument("--only", metavar="A,B", type=listed, help="verdicts, such as clash,gap")
    parser.add_argument("--rounds", action="store_true", help="also over the rounds: who moved, what was re-opened")
    parser.as_of()
    return parser, report


def report(args: argparse.Namespace) -> int:
    from negotiate.report.markdown.document import markdown
    from negotiate.report.opening import chosen, open_folder
    from negotiate.report.writing import write_report

    opened = open_folder(args.folder, args.as_of)
    if table := opened.table:
        picked = {"parties": args.parties, "issues": args.issues, "only": args.only}
        how = {"problems": opened.problems, "rounds": args.rounds, "ascii_only": args.ascii}
        text = chosen(lambda: markdown(table, **picked, **how))
        if args.output in (None, "-"):
            write(text)
        else:
            write_report(args.output, text, args.force)
    return finish(args.folder, opened.errors, table is not None)
