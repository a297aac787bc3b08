"""How it is said: to the output, to those who watch, and with which exit code.

0 fine, 1 errors in the files, 2 wrong usage or nothing there, 130 stopped by ctrl+c.
"""

from __future__ import annotations

import contextlib
import os
import sys
from errno import ENOSPC

FINE, ERRORS, USAGE, STOPPED, PIPE_CLOSED = 0, 1, 2, 130, 141


def write(text: str) -> None:
    sys.stdout.write(text)


def say(text: str) -> None:
    """To those who watch, not into the output."""
    sys.stderr.write(f"negotiate: {text}\n")


def refuse(why: str) -> int:
    say(why)
    return USAGE


def finish(folder: str, errors: int, shown: bool) -> int:
    """Tell of errors in the files, whatever else could be shown."""
    if not errors:
        return FINE
    from negotiate.text.clean import clean

    sys.stdout.flush()
    found = f"{errors} error{'s' if errors > 1 else ''}"
    rest = "what could be read is shown" if shown else "nothing could be read"
    say(f"{found} in the files; {rest}. See: negotiate check {clean(folder)}")
    return ERRORS


def failed(error: Exception) -> int:
    """A refusal in its own words; of anything else one line that says what to do."""
    from negotiate.report.refused import RefusedError
    from negotiate.text.clean import one_line

    if isinstance(error, RefusedError):
        return refuse(str(error))
    if os.environ.get("NEGOTIATE_DEBUG"):
        raise error
    drop_output()
    if isinstance(error, OSError) and error.errno == ENOSPC:
        return refuse("there is no space left on the disk: nothing more could be written")
    said = one_line(f"{type(error).__name__}: {error}")[:200]
    return refuse(f"this should not have happened ({said}). NEGOTIATE_DEBUG=1 shows where; please report it")


# --- the terminal


def prepare_output() -> None:
    """What the terminal's encoding cannot say becomes `?`, what was closed is nowhere: never a crash."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure and not writes_unicode():
        reconfigure(errors="replace")


def writes_unicode() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "").startswith("utf")


def drop_output() -> None:
    """So that Python does not fail again when it flushes what nobody will read."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def width() -> int:
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, 20) if sys.stdout.isatty() else 80
    except (OSError, ValueError):
        return 80


def colour() -> bool:
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not refused
