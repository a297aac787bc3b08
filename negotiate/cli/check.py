"""All that is wrong in the files."""

from __future__ import annotations

import argparse

from negotiate.cli.asking import Parser, Run
from negotiate.cli.saying import ERRORS, FINE, refuse, write


def command() -> tuple[Parser, Run]:
    parser = Parser("negotiate check", "All that is wrong in the files. Exit code 1 on errors, not on warnings.")
    parser.add_argument("folders", metavar="FOLDER", nargs="+")
    return parser, check


def check(args: argparse.Namespace) -> int:
    return max(_check_one(folder, args.ascii) for folder in args.folders)


def _check_one(folder: str, ascii_only: bool) -> int:
    from negotiate.report.opening import open_folder
    from negotiate.report.plain_problems import count_text, problems_text
    from negotiate.report.refused import RefusedError
    from negotiate.text.clean import clean

    try:
        opened = open_folder(folder)
    except RefusedError as refused:
        return refuse(str(refused))
    if opened.problems:
        write(problems_text(opened.problems, not ascii_only) + "\n")
    write(f"{clean(folder)}: {count_text(opened.problems, opened.files)}.\n")
    return ERRORS if opened.errors else FINE
