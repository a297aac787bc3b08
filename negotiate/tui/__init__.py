"""The screens. Textual is loaded only when they are opened."""

from __future__ import annotations

from pathlib import Path


def run(folder: Path | None = None, *, ascii_only: bool = False) -> int:
    """Open ``folder``; without one the bundled negotiation, or the library where there are several."""
    from negotiate.tui.start import start

    return start(folder, ascii_only)


__all__ = ["run"]
