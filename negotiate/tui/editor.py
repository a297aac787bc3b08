"""Which editor to start, and how each is told the line."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path

_PLUS_LINE = ("vi", "vim", "nvim", "gvim", "mvim", "nano", "pico", "emacs", "emacsclient", "micro", "joe", "ne", "kak")
_COLON_LINE = ("hx", "helix", "subl", "zed")
_CODE = ("code", "code-insiders", "codium", "vscodium", "cursor")
_FALLBACK = ("nano", "vim", "vi")


def chosen_editor(environment: Mapping[str, str]) -> list[str]:
    """The user's editor with its options, else one that is there; empty where there is none."""
    for name in ("VISUAL", "EDITOR"):
        words = _split(environment.get(name, ""))
        if words:
            return words
    found = next((each for each in _FALLBACK if shutil.which(each)), None)
    return [found] if found else []


def _split(words: str) -> list[str]:
    try:
        return shlex.split(words)
    except ValueError:
        return words.split()


def command(editor: list[str], path: Path, line: int) -> list[str]:
    """The command that opens ``path`` at ``line``."""
    name = Path(editor[0]).name.removesuffix(".exe")
    if name in _CODE:
        wait = [] if "-w" in editor or "--wait" in editor else ["-w"]
        return [*editor, *wait, "-g", f"{path}:{line}"]
    if name in _COLON_LINE:
        return [*editor, f"{path}:{line}"]
    if name in _PLUS_LINE:
        return [*editor, f"+{line}", str(path)]
    return [*editor, str(path)]
