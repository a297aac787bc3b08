"""The app opened in a test, without a terminal: keys go in, the text of the screen comes out."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import textual._wait
from textual.pilot import Pilot
from textual.screen import Screen

from negotiate.files.bundled import bundled_folders
from negotiate.tui.app import NegotiateApp
from negotiate.tui.options import Options
from negotiate.tui.screens import judged
from negotiate.tui.screens.matrix import MatrixScreen
from negotiate.tui.session import open_session
from negotiate.tui.settings import Settings

FERRY = Path(__file__).parent / "ferry"
ISTANBUL = next(folder for folder in bundled_folders() if folder.name == "russia-ukraine")
# Textual's Pilot looks every 20 ms whether the app has become idle, several times a key: that made half of all time.
textual._wait.SLEEP_GRANULARITY, textual._wait.SLEEP_IDLE = 0.004, 0.0004
judged._PAUSE = 0.01  # what is typed in a test comes all at once

WIDE, USUAL, NARROW, TINY = (120, 40), (80, 24), (60, 24), (40, 12)


@dataclass
class Visit:
    app: NegotiateApp
    pilot: Pilot[None]

    @property
    def screen(self) -> Screen[Any]:
        return self.app.screen

    @property
    def matrix(self) -> MatrixScreen:
        """The main screen, wherever in the stack."""
        return next(each for each in self.app.screen_stack if isinstance(each, MatrixScreen))

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, line by line."""
        strips = self.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def words(self) -> str:
        """The text as one line, so that a wrapped sentence can be found in it."""
        return " ".join(self.text.split())

    @property
    def rows(self) -> list[str]:
        """The ids of the matrix's rows."""
        return [issue.id for issue in self.matrix.shown]

    @property
    def notices(self) -> list[str]:
        return [notice.message for notice in self.app._notifications]

    async def press(self, *keys: str) -> Visit:
        """Names of keys; ``"/fare"`` (more than one character after a slash) types a filter."""
        for key in keys:
            typed = ["slash", *key[1:]] if key.startswith("/") and len(key) > 1 else [key]
            await self.pilot.press(*typed)
        await self.pilot.pause()
        return self

    async def resize(self, size: tuple[int, int]) -> None:
        """Textual waits a moment for more before it takes a new size."""
        await self.pilot.resize_terminal(*size)
        for _ in range(100):
            await self.pilot.pause(0.01)
            if self.screen.size == size:
                break
        await self.pilot.pause()

    async def settle(self) -> Visit:
        """Until all that goes on beside the screen is done."""
        for _ in range(20):  # one thing may lead to another
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()
            if all(worker.is_finished for worker in self.app.workers):
                break
        return self

    async def take_changes(self) -> None:
        """What the watcher does when its time has come."""
        self.app._look_for_changes()
        await self.settle()


@asynccontextmanager
async def visit(
    folder: Path | None = FERRY,
    size: tuple[int, int] = WIDE,
    settings: Settings = Settings(seen_help=True),  # noqa: B008
    **options: Any,
) -> AsyncIterator[Visit]:
    """The app on ``folder``; without one, on the library."""
    session = open_session(folder) if folder else None
    app = NegotiateApp(session, Options(**{"watches": False, **options}), settings)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Visit(app, pilot)


def copied(folder: Path, to: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(folder, to / folder.name))
