"""The screens. Textual is loaded only when they are opened."""

from __future__ import annotations

from pathlib import Path


def run(folder: Path | None = None, *, ascii_only: bool = False, as_of: str = "") -> int:
    """Open ``folder``, as of a round or day if one is named; without a folder the bundled negotiation, or the library
    where there are several. Raises RefusedError where there is no such round or day."""
    from negotiate.tui.start import start

    return start(folder, ascii_only, as_of)


def run_changes(
    old: str, new: str | None, within: str = "", as_of: str = "", merged: str = "", *, ascii_only: bool = False
) -> int:
    """Open the screen that says what changed, of the two versions that ``negotiate diff`` would compare. Raises
    RefusedError where there are no such versions."""
    from negotiate.tui.start import start_changes

    return start_changes((old, new, within, as_of, merged), ascii_only)


__all__ = ["run", "run_changes"]
