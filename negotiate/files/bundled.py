"""The negotiations that come with the program."""

from __future__ import annotations

from pathlib import Path

from negotiate.files.folder import NEGOTIATION


def bundled_folders() -> list[Path]:
    """One folder for each bundled negotiation, by name."""
    home = _home()
    if home is None:
        return []
    return sorted(folder for folder in home.iterdir() if (folder / NEGOTIATION).is_file())


def is_bundled(path: Path | str) -> bool:
    """Whether a folder or file belongs to a bundled negotiation."""
    home = _home()
    try:
        return home is not None and Path(path).resolve().is_relative_to(home)
    except (OSError, ValueError, RuntimeError):
        return False


def is_installed_copy(path: Path | str) -> bool:
    """Whether it belongs to an installed package: such files are not for editing, the next install replaces them."""
    return is_bundled(path) and _home() == _package() / "positions"


def _home() -> Path | None:
    """In an installed package its own positions/, in a checkout the one beside the package."""
    package = _package()
    installed, checkout = package / "positions", package.parent / "positions"
    if installed.is_dir():
        return installed
    return checkout if checkout.is_dir() and (package.parent / "pyproject.toml").is_file() else None


def _package() -> Path:
    return Path(__file__).resolve().parents[1]
