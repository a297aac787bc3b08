"""The command line: what was asked for, who does it, and how it went (the exit code).

A room for each command. It is loaded only when it is asked for, and imports what it needs inside its function:
``negotiate --help`` loads argparse and nothing else.
"""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence
from importlib import import_module

from negotiate.cli.asking import Parser, Run
from negotiate.cli.saying import (
    PIPE_CLOSED,
    STOPPED,
    USAGE,
    drop_output,
    failed,
    prepare_output,
    refuse,
    writes_unicode,
)

_COMMANDS = ("show", "check", "explain", "report", "diff", "new", "add", "schema", "where")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; never a traceback, but for NEGOTIATE_DEBUG=1."""
    atexit.register(gc.freeze)  # else Python looks through all objects again before it ends: 10 of 140 ms of a check
    try:
        prepare_output()
        code = _run(sys.argv[1:] if argv is None else list(argv))
        sys.stdout.flush()
        return code
    except SystemExit as stop:  # argparse has printed its help or its error
        return stop.code if isinstance(stop.code, int) else USAGE
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        drop_output()
        return PIPE_CLOSED
    except ImportError as error:
        return refuse(f"the installation is not complete: {error}; install negotiate-positions again")
    except Exception as error:
        return failed(error)


def _run(argv: list[str]) -> int:
    early = argv[:1] == ["--ascii"]
    words = argv[1:] if early else argv
    named = bool(words) and words[0] in _COMMANDS
    parser, run = _command(words[0] if named else "opening")
    args = parser.parse_args(words[1:] if named else words)
    args.ascii = early or args.ascii or not writes_unicode()
    return run(args)


def _command(name: str) -> tuple[Parser, Run]:
    found: tuple[Parser, Run] = import_module(f"negotiate.cli.{name}").command()
    return found
