"""The real program in a terminal of our own: a pseudo-terminal on its side, pyte on ours."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

PATIENCE = 10.0
"""Seconds: Textual is up in half of one, on a machine that does nothing else."""


class Terminal:
    """Runs Python with ``arguments``. ``written`` is every byte that reached the terminal."""

    def __init__(self, *arguments: str, home: Path, size: tuple[int, int] = (120, 40), **environment: str) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        self._ours, theirs = pty.openpty()
        self._set_size(size)
        known = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH")}
        known |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "HOME": str(home)}
        known |= {"XDG_CONFIG_HOME": str(home / "config")}
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,  # where Textual draws
            env=known | environment,
            start_new_session=True,
        )
        os.close(theirs)

    def _set_size(self, size: tuple[int, int]) -> None:
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def press(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def resize(self, size: tuple[int, int]) -> None:
        self._set_size(size)
        self.screen.resize(size[1], size[0])
        os.kill(self._process.pid, signal.SIGWINCH)

    @property
    def after_leaving(self) -> bytes:
        """What a user is left with when the screen is gone, without the terminal's own commands."""
        return re.sub(rb"\x1b\[[^a-zA-Z]*[a-zA-Z]|\x1b[>=]|\s", b"", self.written.rpartition(b"\x1b[?1049l")[2])

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def until(self, done: Callable[[str], bool] | str, patience: float = PATIENCE) -> str:
        """Wait for a text on the screen."""
        is_done = done if callable(done) else lambda text: done in text
        end = time.monotonic() + patience
        while not is_done(self.text):
            left = end - time.monotonic()
            if left < 0 or not self._read(left):
                raise AssertionError(f"waited in vain for {done!r}; the screen:\n{self.text}")
        return self.text

    def _read(self, seconds: float) -> bool:
        """Whether there may be more to come."""
        ready, _, _ = select.select([self._ours], [], [], seconds)
        try:
            data = os.read(self._ours, 65536) if ready else b""
        except OSError:  # the other end is closed
            return False
        self.written += data
        self._stream.feed(data)
        return bool(data)

    def ended(self) -> int:
        """Its exit code, when all it wrote is read."""
        while self._read(PATIENCE):
            pass
        return self._process.wait(PATIENCE)

    def first_byte(self) -> None:
        """Wait for the beginning of an answer."""
        if not (select.select([self._ours], [], [], PATIENCE)[0] and self._read(0)):
            raise AssertionError(f"no answer; the screen:\n{self.text}")

    def quiet_after(self, seconds: float) -> float:
        """Read until nothing came for ``seconds``; when the last bytes arrived, by ``time.perf_counter``."""
        last = time.perf_counter()
        while select.select([self._ours], [], [], seconds)[0] and self._read(0):
            last = time.perf_counter()
        return last

    @property
    def peak_memory(self) -> float:
        """In MiB, so far."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)
