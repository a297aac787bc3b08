"""The text of a file that somebody named, without trusting what stands under that name."""

from __future__ import annotations

import codecs
import errno
import os
import stat
from pathlib import Path

MIB = 1 << 20
_NO_PERMISSION = ("there is no permission to read it", "change its permissions, or who owns it")
_REASONS = {
    errno.ENOENT: ("there is no such file", "a negotiation is a folder with a file negotiation.yaml in it"),
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.ELOOP: ("its links go round in circles", "put the file itself in the place of the link"),
    errno.ENOTDIR: ("a part of its path is a file, not a folder", "name the folder that holds negotiation.yaml"),
    errno.ENAMETOOLONG: ("its name is too long", "choose a shorter name"),
}
_NO_TEXT = "is not text, or is UTF-16 without a byte order mark"
_NO_FILE = "put a text file in its place, or delete it"


class Unreadable(Exception):
    """Why a file has no text: code (E001 to E003), message, hint; where that is known, the place (from 1) and what
    could be read of its line."""

    def __init__(self, code: str, message: str, hint: str = "", line: int = 1, column: int = 1, text: str = ""):
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.line = line
        self.column = column
        self.text = text


def read_text(path: Path, limit: int = 64 * MIB) -> str:
    """The text of a regular file of at most `limit` bytes, in UTF-8 (or UTF-16 with a byte order mark).

    Line ends stay as they are; a byte order mark is dropped. Never waits for a pipe, never reads a device.
    Raises Unreadable, and nothing else.
    """
    try:
        raw = _read_bytes(path, limit)
    except (OSError, ValueError) as error:
        raise unreadable(error, path) from None
    if len(raw) > limit:
        size = f"{limit // MIB} MiB" if limit >= MIB else f"{limit:,} bytes"
        raise Unreadable("E002", f"is larger than {size}", "no position file is; is this the right file?")
    return _decode(raw)


def unreadable(error: OSError | ValueError, path: Path) -> Unreadable:
    """Why the system gave no file or folder of that name."""
    if isinstance(error, ValueError):
        return Unreadable("E001", "cannot be read: a file name cannot contain a NUL character", "correct its name")
    if error.errno == errno.ENOENT and path.is_symlink():
        return Unreadable("E001", "is a link to a file that does not exist", "put the file itself in its place")
    number = error.errno or 0
    reason, hint = _REASONS.get(number) or (os.strerror(number), "")
    return Unreadable("E001", f"cannot be read: {reason}", hint)


def _read_bytes(path: Path, limit: int) -> bytes:
    """Up to `limit` + 1 bytes. The kind is looked at before opening (to open a pipe may wait, a device may act)
    and once more after it, for the name may mean something else by then."""
    _demand_regular(os.stat(path))
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
        flags |= getattr(os, name, 0)
    with open(os.open(path, flags), "rb") as file:
        status = os.fstat(file.fileno())
        _demand_regular(status)
        raw = file.read(min(status.st_size, limit) + 1)  # to ask for 64 MiB of a small file costs 2 ms
        return raw if len(raw) <= status.st_size else raw + file.read(max(limit + 1 - len(raw), 0))


def _demand_regular(status: os.stat_result) -> None:
    mode = status.st_mode
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise Unreadable("E001", "is a folder, not a file", _NO_FILE)
    what = "pipe" if stat.S_ISFIFO(mode) else "device or a socket"
    raise Unreadable("E001", f"is a {what}, not a file", _NO_FILE)


def _decode(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        raise Unreadable("E003", "is written in UTF-32", "save it as UTF-8")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError:
            raise Unreadable("E003", "is damaged UTF-16", "save it as UTF-8") from None
    start = raw[:1024]
    if start.count(0) > len(start) // 8:  # in UTF-16 every other byte of English text; one alone has its place shown
        raise Unreadable("E003", _NO_TEXT, "save it as UTF-8")
    try:
        raw = raw.removeprefix(codecs.BOM_UTF8)
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(raw, error.start) from None


def _not_utf8(raw: bytes, at: int) -> Unreadable:
    if b"\0" in raw[:1024]:
        return Unreadable("E003", _NO_TEXT, "save it as UTF-8")
    before = raw[:at]
    line = before.count(b"\n") + 1
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    text = raw[line_start : at + 1_000].split(b"\n")[0].rstrip(b"\r").decode("utf-8", "replace")
    guess = raw[at : at + 1].decode("cp1252", "replace")
    hint = "save the file as UTF-8"
    if guess.isprintable() and guess != "\ufffd":
        hint = f"in Windows-1252 it would be `{guess}`; {hint}"
    return Unreadable("E003", f"the byte 0x{raw[at]:02X} is not UTF-8", hint, line, column, text)
