"""From the command line to the first screen. Files are read before the screen opens: that is faster than a
thread beside it, and the first thing seen is the data."""

from __future__ import annotations

import locale
import os
from pathlib import Path

from negotiate.tui import settings
from negotiate.tui.options import Options
from negotiate.tui.session import Session, open_session


def start(folder: Path | None, ascii_only: bool) -> int:
    from negotiate.tui.app import NegotiateApp

    remembered = settings.load()
    session, library = _opening(folder, remembered)
    options = Options(
        plain=ascii_only or not speaks_utf8(), no_color="NO_COLOR" in os.environ, library=library, remembers=True
    )
    app = NegotiateApp(session, options, remembered)
    app.run()
    return app.return_code or 0


def _opening(folder: Path | None, remembered: settings.Settings) -> tuple[Session | None, tuple[Path, ...]]:
    """What opens, and what the library offers where there is a choice."""
    if folder is not None:
        return open_session(folder), ()
    from negotiate.files.bundled import bundled_folders

    recent = [path for each in remembered.recent if (path := Path(each)).is_dir()]
    known = list(dict.fromkeys([*bundled_folders(), *recent]))
    if len(known) == 1:
        return open_session(known[0]), ()
    return None, tuple(known)


def speaks_utf8() -> bool:
    """Whether the terminal's locale can show more than ASCII. ``getpreferredencoding`` would answer for Python
    itself, which speaks UTF-8 where the locale is C."""
    return locale.getencoding().replace("-", "").lower() in ("utf8", "cp65001")
