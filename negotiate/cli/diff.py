"""What changed between two versions of a negotiation."""

from __future__ import annotations

import argparse
import os
import sys

from negotiate.cli.asking import Parser, Run, listed
from negotiate.cli.saying import ERRORS, FINE, colour, refuse, say, width, write

_DESCRIPTION = """\
What changed between two versions of a negotiation: positions, by issue and party and never by line,
towards whom they softened or hardened, which verdicts changed, replies, sources.

OLD and NEW are each one of these:
  positions/x            a folder
  HEAD~3:positions/x     a folder as it was in a revision of its git repository
  HEAD~3                 the same folder as the other, as it was in that revision
  2022-04-15, may        the other folder as of that day or round
  parties/a.yaml         a file: only what changed in this file, beside all else in its folder
  ours, theirs, base     a side of the merge conflicts that git left in the folder

A folder alone is compared with its last commit; where git left merge conflicts in it, ours with theirs."""

_EPILOG = """\
examples:
  negotiate diff positions/x                     what changed since the last commit; in a merge, both sides
  negotiate diff --screen HEAD~3 positions/x     what changed since then, on the screen
  negotiate diff base theirs --in positions/x    what the others changed, where you merge
  negotiate diff 2022-04-15 positions/x          what changed since that day of the talks
  negotiate diff --format markdown "$(git merge-base origin/main HEAD)" positions/x      for a pull request

as git's difftool: these two lines once, then `git difftool -t negotiate HEAD~3 -- positions/x`
  git config difftool.negotiate.cmd 'negotiate diff --in "$MERGED" "$LOCAL" "$REMOTE"'
  git config difftool.prompt false

exit code 0 whether or not anything changed (with --exit-code 1 where it did), 1 on errors in the files."""


def command() -> tuple[Parser, Run]:
    parser = Parser("negotiate diff", _DESCRIPTION, _EPILOG)
    parser.add_argument("old", metavar="OLD")
    parser.add_argument("new", metavar="NEW", nargs="?")
    formats = ("text", "markdown", "json")
    parser.add_argument("--format", choices=formats, default="text", help="text, markdown or json", metavar="FORMAT")
    parser.add_argument("--parties", metavar="A,B", type=listed, help="these alone")
    parser.add_argument(
        "--in", dest="within", metavar="FOLDER", default="", help="what days, revisions or files are of"
    )
    parser.add_argument("--exit-code", action="store_true", help="1 where anything changed")
    parser.add_argument("--screen", action="store_true", help="read it on the screen, and go on from there")
    parser.add_argument("-o", "--output", metavar="FILE", help="instead of the terminal")
    parser.add_argument("--force", action="store_true", help="write over FILE")
    parser.as_of()
    return parser, diff


def diff(args: argparse.Namespace) -> int:
    if args.screen:
        return _screen(args)
    from negotiate.report.diff.diff import compared, error_lines, written
    from negotiate.report.diff.voice import voice_of
    from negotiate.report.versions.alone import open_asked

    old, new = versions = open_asked(args.old, args.new, args.within, args.as_of, _merged())
    found = compared(old, new, args.parties)
    if found is not None:
        painted = colour() and args.output in (None, "-")
        names, voice = (old.name, new.name), voice_of(old, new)
        text = written(found, names, args.format, width(), ascii_only=args.ascii, colour=painted, voice=voice)
        _put(text, args)
    sys.stdout.flush()
    errors = [line for version in versions for line in error_lines(version)]
    for line in errors:
        say(line)
    return ERRORS if errors or (args.exit_code and found) else FINE


def _screen(args: argparse.Namespace) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return refuse("--screen needs a terminal; without --screen the changes are printed")
    if args.format != "text" or args.output or args.parties or args.exit_code:
        return refuse("--screen goes with --in, --as-of and --ascii only; x exports from the screen")
    from negotiate.tui import run_changes

    return run_changes(args.old, args.new, args.within, args.as_of, _merged(), ascii_only=args.ascii)


def _put(text: str, args: argparse.Namespace) -> None:
    from negotiate.report.writing import write_report

    if args.output in (None, "-"):
        write(text)
    else:
        write_report(args.output, text, args.force)


def _merged() -> str:
    """The file in the working tree, as git's difftool calls it; with -x it is all that says so."""
    return os.environ.get("MERGED") or os.environ.get("BASE", "")
