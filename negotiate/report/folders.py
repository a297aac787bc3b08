"""The folder that was meant."""

from __future__ import annotations

from pathlib import Path

from negotiate.files.bundled import bundled_folders
from negotiate.report.refused import RefusedError, instead
from negotiate.text.clean import one_line


def find_folder(name: str) -> Path:
    """The folder, or the bundled negotiation of that name where there is no such folder."""
    if not name:
        raise RefusedError("the name of the folder is empty; `.` is the one you are in")
    path = Path(name)
    try:
        if path.is_dir():
            return path
        if path.is_file() and path.name == "negotiation.yaml":
            return path.parent
        exists = path.exists()
    except (OSError, ValueError) as error:
        raise RefusedError(f"`{one_line(name)}` cannot be opened: {one_line(str(error))}") from None
    if exists:
        raise RefusedError(f"`{one_line(name)}` is a file; name the folder that holds `negotiation.yaml`")
    bundled = {folder.name: folder for folder in bundled_folders()}
    if name in bundled:
        return bundled[name]
    raise RefusedError(f"there is no folder `{one_line(name)}`{instead(name, bundled, 'bundled')}")
