"""No command: the screen, or the comparison as plain text where there is no terminal."""

from __future__ import annotations

import argparse
import sys

from negotiate import __version__
from negotiate.cli.asking import Parser, Run
from negotiate.cli.saying import colour, finish, refuse, width, write
from negotiate.cli.where import where

_DESCRIPTION = """\
Compare what the parties to a negotiation want: demands, replies, overlap and clash.

  negotiate                      the library: bundled negotiations and those opened lately
  negotiate FOLDER               the screen; without a terminal, the comparison as plain text
  negotiate show FOLDER [ISSUE]  one issue in full, or the list of issues; --rounds: over the rounds
  negotiate check FOLDER...      all that is wrong in the files
  negotiate explain [CODE]       what the code of a problem means, and what to write instead
  negotiate report FOLDER        the comparison as Markdown; --rounds: with what led up to it
  negotiate diff OLD [NEW]       what changed: folders, revisions, days, files, sides of a merge
  negotiate new FOLDER           a new negotiation: its files, with examples to uncomment
  negotiate add FOLDER KIND ...  an issue, a party or a source more, every other byte as it was
  negotiate schema [FOLDER]      a JSON Schema, with which an editor completes and checks what you write
  negotiate where                where things are kept

FOLDER holds negotiation.yaml and parties/NAME.yaml. Where there is no such folder it may be the name of a
bundled negotiation, such as russia-ukraine. `./check` is a folder, `check` the command."""

_EXAMPLES = """\
examples:
  negotiate russia-ukraine
  negotiate russia-ukraine --as-of 2025-06-02 | less
  negotiate show russia-ukraine territory Donetsk --rounds
  negotiate check my-talks && negotiate report my-talks -o talks.md --only clash,gap

each command explains itself: negotiate report --help"""


def command() -> tuple[Parser, Run]:
    parser = Parser("negotiate", _DESCRIPTION, _EXAMPLES)
    parser.usage = "negotiate [FOLDER | COMMAND ...] [--as-of DATE|ROUND] [--ascii]"
    parser.add_argument("folder", metavar="FOLDER", nargs="?", help=argparse.SUPPRESS)
    parser.as_of()
    parser.add_argument("--version", action="version", version=f"negotiate {__version__}")
    return parser, opened


def opened(args: argparse.Namespace) -> int:
    """The screen; without a terminal the plain comparison."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return where(args) if args.folder is None else _plain(args)
    if args.folder is None and args.as_of:
        return refuse("--as-of goes with a folder, or with the name of a bundled negotiation")
    from negotiate.report.folders import find_folder
    from negotiate.tui import run

    folder = None if args.folder is None else find_folder(args.folder)
    return run(folder, ascii_only=args.ascii, as_of=args.as_of)


def _plain(args: argparse.Namespace) -> int:
    from negotiate.report.opening import open_folder
    from negotiate.report.plain.comparison import comparison

    opened = open_folder(args.folder, args.as_of)
    if table := opened.table:
        parties = list(dict.fromkeys(party for party in table.pair if party))
        write(
            opened.caution + comparison(table, table.issues, parties, width(), ascii_only=args.ascii, colour=colour())
        )
    return finish(args.folder, opened.errors, table is not None)
