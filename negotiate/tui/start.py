"""From the command line to the first screen. Files are read before the screen opens: that is faster than a
thread beside it, and the first thing seen is the data."""

from __future__ import annotations

import locale
import os
from dataclasses import replace
from pathlib import Path

from textual.app import App

from negotiate.compare import Table
from negotiate.tui import settings
from negotiate.tui.options import Options
from negotiate.tui.screens.room import Room
from negotiate.tui.session import Session, open_session

Words = tuple[str, str | None, str, str, str]
"""What was asked for: old, new, the folder, the day, and git's name for the file in the working tree."""


def start(folder: Path | None, ascii_only: bool, as_of: str = "") -> int:
    """Raises RefusedError where ``as_of`` is neither a round nor a day."""
    from negotiate.tui.app import NegotiateApp

    remembered = settings.load()
    session, library = _opening(folder, remembered)
    if as_of and session and session.table:
        from negotiate.report.opening import moment_of

        table = session.table
        session = session.at(Table(table.negotiation, moment_of(table.negotiation, as_of), table.memory))
    return _run(NegotiateApp(session, _options(ascii_only, library), remembered))


def start_changes(words: Words, ascii_only: bool) -> int:
    """Raises RefusedError."""
    from negotiate.tui.app import NegotiateApp
    from negotiate.tui.comparison import asked, folder_of, is_live
    from negotiate.tui.screens.changes import ChangesScreen

    comparison = asked(*words)
    compared = comparison.tell(Session(Path(), None))
    old, new = compared.opened[:2]
    folder = folder_of((old, new), words[2])
    live = is_live(compared.opened, folder)
    session = open_session(folder) if live else Session(folder, new.table, new.problems)
    options = replace(_options(ascii_only), remembers=live, watches=live)

    def first(session: Session, options: Options) -> Room:
        return ChangesScreen(session, options, comparison, compared)

    return _run(NegotiateApp(session, options, settings.load(), first))


def _options(ascii_only: bool, library: tuple[Path, ...] = ()) -> Options:
    return Options(
        plain=ascii_only or not speaks_utf8(), no_color="NO_COLOR" in os.environ, library=library, remembers=True
    )


def _run(app: App[None]) -> int:
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
