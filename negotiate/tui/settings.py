"""What the screen remembers from one run to the next: the theme, help seen, folders opened lately.

Nothing is created on import, and a file that cannot be read or written only means that nothing is remembered.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path

_MOST_RECENT = 12


@dataclass(frozen=True, slots=True)
class Settings:
    theme: str = ""
    seen_help: bool = False
    recent: tuple[str, ...] = ()

    def opened(self, folder: Path) -> Settings:
        """With ``folder`` as the one opened last."""
        name = str(folder.resolve())
        others = [each for each in self.recent if each != name]
        return replace(self, recent=(name, *others)[:_MOST_RECENT])


def config_file() -> Path:
    """Where the settings are kept; it need not exist."""
    from platformdirs import user_config_path

    return user_config_path("negotiate", appauthor=False) / "settings.json"


def load() -> Settings:
    try:
        known = json.loads(config_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(known, dict):
        return Settings()
    theme, recent = known.get("theme"), known.get("recent")
    return Settings(
        theme=theme if isinstance(theme, str) else "",
        seen_help=known.get("seen_help") is True,
        recent=tuple(each for each in recent if isinstance(each, str)) if isinstance(recent, list) else (),
    )


def save(settings: Settings) -> bool:
    """Write them in one step, so that a reader never sees half a file; False where it was not possible."""
    path = config_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, indent=1)
        os.replace(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        return False
    return True
