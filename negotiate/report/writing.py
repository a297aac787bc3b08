"""A report written to a file: whole or not at all, and never over another file unasked."""

from __future__ import annotations

import os
from pathlib import Path

from negotiate.report.refused import RefusedError
from negotiate.text.clean import clean, one_line


def write_report(name: str, text: str, force: bool = False) -> None:
    """The text as the file of that name. May raise RefusedError."""
    try:
        _write(Path(os.path.realpath(name)), text, force)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise RefusedError(f"{clean(name)} is not written: {one_line(why)}") from None


def _write(path: Path, text: str, force: bool) -> None:
    """Write beside the target, then rename, so that no reader sees half a file."""
    if path.exists() and not path.is_file():
        raise ValueError("it is a folder" if path.is_dir() else "it is not an ordinary file")
    if path.exists() and not force:
        raise ValueError("it exists already; --force writes over it")
    if not path.parent.is_dir():
        raise ValueError("there is no such folder")
    temporary = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
    try:
        with open(temporary, "x", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
