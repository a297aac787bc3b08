"""The command line: what was asked for, who does it, and how it went (the exit code).

0 fine, 1 errors in the files, 2 wrong usage or nothing there, 130 stopped by ctrl+c. What a command needs is
imported inside it: ``negotiate --help`` loads argparse and nothing else.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from negotiate import __version__

FINE, ERRORS, USAGE, STOPPED, PIPE_CLOSED = 0, 1, 2, 130, 141

_DESCRIPTION = """\
Compare what the parties to a negotiation want: demands, replies, overlap and clash.

  negotiate                      the library: bundled negotiations and those opened lately
  negotiate FOLDER               the screen; without a terminal, the comparison as plain text
  negotiate show FOLDER [ISSUE]  one issue in full, or the list of issues
  negotiate check FOLDER...      all that is wrong in the files
  negotiate report FOLDER        the comparison as Markdown
  negotiate where                where things are kept

FOLDER holds negotiation.yaml and parties/NAME.yaml. Where there is no such folder it may be the name of a
bundled negotiation, such as russia-ukraine. `./check` is a folder, `check` the command."""

_EXAMPLES = """\
examples:
  negotiate russia-ukraine
  negotiate russia-ukraine --as-of 2025-06-02 | less
  negotiate show russia-ukraine territory Donetsk
  negotiate check my-talks && negotiate report my-talks -o talks.md --only clash,gap

each command explains itself: negotiate report --help"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; never a traceback, but for NEGOTIATE_DEBUG=1."""
    try:
        _prepare_output()
        code = _run(sys.argv[1:] if argv is None else list(argv))
        sys.stdout.flush()
        return code
    except SystemExit as stop:  # argparse has printed its help or its error
        return stop.code if isinstance(stop.code, int) else USAGE
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except ImportError as error:
        return _refuse(f"the installation is not complete: {error}; install negotiate-positions again")
    except Exception as error:
        return _explain(error)


def _run(argv: list[str]) -> int:
    early = argv[:1] == ["--ascii"]
    words = argv[1:] if early else argv
    command = _COMMANDS.get(words[0]) if words else None
    parser, run = command() if command else _opening()
    args = parser.parse_args(words[1:] if command else words)
    args.ascii = early or args.ascii or not _writes_unicode()
    return run(args)


# --- what may be asked

Run = Callable[[argparse.Namespace], int]


class _Shape(argparse.RawDescriptionHelpFormatter):
    """Told its width: argparse would load ``shutil`` to find it, for a fifth of the time of ``--help``."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=min(_width(), 100))


class _Parser(argparse.ArgumentParser):
    """One that takes no abbreviations, and obeys no control characters in what was typed."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(prog, None, description, epilog, formatter_class=_Shape, allow_abbrev=False)
        self.add_argument("--ascii", action="store_true", help="ASCII signs only")

    def error(self, message: str) -> NoReturn:
        from negotiate.text.clean import clean

        super().error(clean(message))

    def as_of(self) -> None:
        words = "as of a round, or of a day such as 2025-06-02; `all`: everything on record"
        self.add_argument("--as-of", metavar="DATE|ROUND", default="", help=words)


def _opening() -> tuple[_Parser, Run]:
    parser = _Parser("negotiate", _DESCRIPTION, _EXAMPLES)
    parser.usage = "negotiate [FOLDER | COMMAND ...] [--as-of DATE|ROUND] [--ascii]"
    parser.add_argument("folder", metavar="FOLDER", nargs="?", help=argparse.SUPPRESS)
    parser.as_of()
    parser.add_argument("--version", action="version", version=f"negotiate {__version__}")
    return parser, _open


def _show_parser() -> tuple[_Parser, Run]:
    parser = _Parser("negotiate show", "One issue in full; without ISSUE, the list of issues.")
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument(
        "issue", metavar="ISSUE", nargs="*", default=[], help="in any case: `army_size`, `territory Donetsk`"
    )
    parser.as_of()
    return parser, _show


def _check_parser() -> tuple[_Parser, Run]:
    parser = _Parser("negotiate check", "All that is wrong in the files. Exit code 1 on errors, not on warnings.")
    parser.add_argument("folders", metavar="FOLDER", nargs="+")
    return parser, _check


def _report_parser() -> tuple[_Parser, Run]:
    parser = _Parser("negotiate report", "The comparison as Markdown.")
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("-o", "--output", metavar="FILE", help="instead of the terminal")
    parser.add_argument("--force", action="store_true", help="write over FILE")
    parser.add_argument("--parties", metavar="A,B", type=_listed, help="these alone, the first two compared")
    parser.add_argument("--issues", metavar="A,B", type=_listed, help="these alone")
    parser.add_argument("--only", metavar="A,B", type=_listed, help="verdicts, such as clash,gap")
    parser.as_of()
    return parser, _report


def _where_parser() -> tuple[_Parser, Run]:
    return _Parser("negotiate where", "Where things are kept."), _where


_COMMANDS = {"show": _show_parser, "check": _check_parser, "report": _report_parser, "where": _where_parser}


def _listed(words: str) -> list[str]:
    names = [word.strip() for word in words.split(",") if word.strip()]
    if not names:
        raise argparse.ArgumentTypeError("names, joined by commas")
    return names


# --- the commands


def _open(args: argparse.Namespace) -> int:
    """The screen; without a terminal, or as of another day, the plain comparison."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _where(args) if args.folder is None else _plain(args)
    if args.folder is not None and args.as_of:
        return _plain(args)
    from negotiate.report.opening import find_folder
    from negotiate.tui import run

    return run(None if args.folder is None else find_folder(args.folder), ascii_only=args.ascii)


def _plain(args: argparse.Namespace) -> int:
    from negotiate.report.opening import open_folder
    from negotiate.report.plain import comparison

    opened = open_folder(args.folder, args.as_of)
    if table := opened.table:
        parties = list(dict.fromkeys(party for party in table.pair if party))
        _write(comparison(table, table.issues, parties, _width(), ascii_only=args.ascii, colour=_colour()))
    return _finish(args.folder, opened.errors, table is not None)


def _show(args: argparse.Namespace) -> int:
    from negotiate.report.opening import find_issues, open_folder
    from negotiate.report.plain import issue_list
    from negotiate.report.plain_issue import issue_text

    opened = open_folder(args.folder, args.as_of)
    if (table := opened.table) and args.issue:
        rows = find_issues(table, " ".join(args.issue))
        texts = [issue_text(table, row, _width(), ascii_only=args.ascii, colour=_colour()) for row in rows]
        _write("\n".join(texts))
    elif table:
        _write(issue_list(table, table.issues, _width(), ascii_only=args.ascii, colour=_colour()))
    return _finish(args.folder, opened.errors, table is not None)


def _check(args: argparse.Namespace) -> int:
    return max(_check_one(folder, args.ascii) for folder in args.folders)


def _check_one(folder: str, ascii_only: bool) -> int:
    from negotiate.report.opening import open_folder
    from negotiate.report.plain_problems import count_text, problems_text
    from negotiate.report.refused import RefusedError
    from negotiate.text.clean import clean

    try:
        opened = open_folder(folder)
    except RefusedError as refused:
        return _refuse(str(refused))
    if opened.problems:
        _write(problems_text(opened.problems, not ascii_only) + "\n")
    _write(f"{clean(folder)}: {count_text(opened.problems, opened.files)}.\n")
    return ERRORS if opened.errors else FINE


def _report(args: argparse.Namespace) -> int:
    from negotiate.report import markdown
    from negotiate.report.opening import chosen, open_folder
    from negotiate.report.writing import write_report

    opened = open_folder(args.folder, args.as_of)
    if table := opened.table:
        picked = {"parties": args.parties, "issues": args.issues, "only": args.only}
        text = chosen(lambda: markdown(table, **picked, problems=opened.problems))
        if args.output in (None, "-"):
            _write(text)
        else:
            write_report(args.output, text, args.force)
    return _finish(args.folder, opened.errors, table is not None)


def _where(args: argparse.Namespace) -> int:
    from negotiate.files.bundled import bundled_folders
    from negotiate.text.clean import clean
    from negotiate.tui.settings import config_file

    lines = [f"version      {__version__}", f"settings     {config_file()}"]
    lines += [f"negotiation  {folder.name}  {folder}" for folder in bundled_folders()]
    _write("".join(f"{clean(line)}\n" for line in lines))
    return FINE


# --- how it is said


def _write(text: str) -> None:
    sys.stdout.write(text)


def _say(text: str) -> None:
    """To those who watch, not into the output."""
    sys.stderr.write(f"negotiate: {text}\n")


def _refuse(why: str) -> int:
    _say(why)
    return USAGE


def _finish(folder: str, errors: int, shown: bool) -> int:
    """Tell of errors in the files, whatever else could be shown."""
    if not errors:
        return FINE
    from negotiate.text.clean import clean

    sys.stdout.flush()
    found = f"{errors} error{'s' if errors > 1 else ''}"
    rest = "what could be read is shown" if shown else "nothing could be read"
    _say(f"{found} in the files; {rest}. See: negotiate check {clean(folder)}")
    return ERRORS


def _explain(error: Exception) -> int:
    """A refusal in its own words; of anything else one line that says what to do."""
    from negotiate.report.refused import RefusedError
    from negotiate.text.clean import one_line

    if isinstance(error, RefusedError):
        return _refuse(str(error))
    if os.environ.get("NEGOTIATE_DEBUG"):
        raise error
    _drop_output()
    said = one_line(f"{type(error).__name__}: {error}")[:200]
    return _refuse(f"this should not have happened ({said}). NEGOTIATE_DEBUG=1 shows where; please report it")


# --- the terminal


def _prepare_output() -> None:
    """What the terminal's encoding cannot say becomes `?`, what was closed is nowhere: never a crash."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure and not _writes_unicode():
        reconfigure(errors="replace")


def _writes_unicode() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "").startswith("utf")


def _drop_output() -> None:
    """So that Python does not fail again when it flushes what nobody will read."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _width() -> int:
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, 20) if sys.stdout.isatty() else 80
    except (OSError, ValueError):
        return 80


def _colour() -> bool:
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not refused
