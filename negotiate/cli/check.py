"""All that is wrong in the files."""

from __future__ import annotations

import argparse

from negotiate.cli.asking import Parser, Run
from negotiate.cli.saying import ERRORS, FINE, USAGE, refuse, write

_FORMATS = ("text", "concise", "json", "github", "sarif")
_WORDS = """\
All that is wrong in the files, with the line, what is wrong and what to write instead; and where nothing is
wrong, what a careful editor would ask. A warning is turned off in negotiation.yaml: `ignore: [W405]`.
Exit code 0 if there are no errors (--strict: and no warnings), 1 if there are, 2 if a folder cannot be opened."""


def command() -> tuple[Parser, Run]:
    parser = Parser("negotiate check", _WORDS)
    parser.add_argument("folders", metavar="FOLDER", nargs="+")
    formats = "text, or for programs: concise (a line each), json, github (annotations), sarif"
    parser.add_argument("--format", choices=_FORMATS, default="text", metavar="FORMAT", help=formats)
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--exit-zero", action="store_true", help="exit code 0 whatever is wrong in the files")
    words = "show what can be corrected without changing what the files say, and write it if you agree"
    parser.add_argument("--fix", action="store_true", help=words)
    parser.add_argument("--yes", action="store_true", help="with --fix: write it without asking")
    return parser, check


def check(args: argparse.Namespace) -> int:
    if args.fix and args.format != "text":
        return refuse("--fix shows what it would write, so it goes with --format text alone")
    from negotiate.files.load import load
    from negotiate.files.problems import Severity
    from negotiate.report.folders import find_folder
    from negotiate.report.problem_formats import FORMATS, Checked, as_text
    from negotiate.report.refused import RefusedError

    checked, code = [], FINE
    for name in args.folders:
        try:
            folder = find_folder(name)
        except RefusedError as refused:
            code = refuse(str(refused))
            continue
        if args.fix:
            _fix(str(folder), args.yes)
        loaded = load(folder, careful=True)
        checked.append(Checked(name, loaded.problems, len(loaded.files), len(loaded.ignored)))
        errors = [each for each in loaded.problems if args.strict or each.severity is Severity.ERROR]
        if errors and not args.exit_zero:
            code = max(code, ERRORS)
    if args.format == "text":
        write(as_text(checked, not args.ascii))
    else:
        write(FORMATS[args.format](checked))
    return min(code, USAGE)


def _fix(folder: str, sure: bool) -> None:
    from negotiate.cli.fixing import correct

    correct(folder, sure)
