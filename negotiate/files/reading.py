"""The text of a file that somebody named, without trusting what stands under that name."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

MIB = 1 << 20
_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.EACCES: "there is no permission to read it",
    errno.EPERM: "there is no permission to read it",
    errno.ELOOP: "its links go round in circles",
    errno.ENOTDIR: "a folder in its path is not a folder",
    errno.ENAMETOOLONG: "its name is too long",
}


class Unreadable(Exception):
    """Why a file has no text: code (E001 to E003), message, hint, and the place (from 1) where that is known."""

    def __init__(self, code: str, message: str, hint: str = "", line: int | None = None, column: int | None = None):
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.line = line
        self.column = column


def read_text(path: Path, limit: int = 64 * MIB) -> str:
    """The text of a regular file of at most `limit` bytes, in UTF-8 (or UTF-16 with a byte order mark).

    Line ends stay as they are; a byte order mark is dropped. Never waits for a pipe, never reads a device.
    Raises Unreadable, and nothing else.
    """
    try:
        raw = _read_bytes(path, limit)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or os.strerror(error.errno or 0)
        raise Unreadable("E001", f"cannot be read: {reason}") from None
    except ValueError:
        raise Unreadable("E001", "cannot be read: a file name cannot contain a NUL character") from None
    if len(raw) > limit:
        size = f"{limit // MIB} MiB" if limit >= MIB else f"{limit:,} bytes"
        raise Unreadable("E002", f"is larger than {size}", "no position file is; is this the right file?")
    return _decode(raw)


def _read_bytes(path: Path, limit: int) -> bytes:
    """Up to `limit` + 1 bytes. The kind is looked at before opening (to open a pipe may wait, a device may act)
    and once more after it, for the name may mean something else by then."""
    _demand_regular(os.stat(path))
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
        flags |= getattr(os, name, 0)
    with open(os.open(path, flags), "rb") as file:
        _demand_regular(os.fstat(file.fileno()))
        return file.read(limit + 1)


def _demand_regular(status: os.stat_result) -> None:
    mode = status.st_mode
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise Unreadable("E001", "is a folder, not a file")
    raise Unreadable("E001", "is a pipe, not a file" if stat.S_ISFIFO(mode) else "is a device or a socket, not a file")


def _decode(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        raise Unreadable("E003", "is written in UTF-32", "save it as UTF-8")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError:
            raise Unreadable("E003", "is damaged UTF-16", "save it as UTF-8") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # A decoder counts from where the byte order mark ended.
        mark = 3 if raw.startswith(b"\xef\xbb\xbf") else 0
        raise _not_utf8(raw[mark:], error.start) from None


def _not_utf8(raw: bytes, at: int) -> Unreadable:
    if b"\0" in raw[:1024]:
        return Unreadable("E003", "is not text, or UTF-16 without a mark", "save it as UTF-8")
    before = raw[:at]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    guess = raw[at : at + 1].decode("cp1252", "replace")
    hint = "save the file as UTF-8"
    if guess.isprintable() and guess != "\ufffd":
        hint = f"in Windows-1252 it would be `{guess}`; {hint}"
    return Unreadable("E003", f"the byte 0x{raw[at]:02X} is not UTF-8", hint, line, column)
