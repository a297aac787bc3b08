"""Files written whole or not at all, whenever the machine stops."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from difflib import unified_diff
from pathlib import Path

from negotiate.files.bundled import is_installed_copy
from negotiate.files.edit.original import Original
from negotiate.files.edit.refused import EditRefused
from negotiate.model import Place

_ENDING = ".negotiate~"  # hidden and no .yaml: a reader of the folder passes by what a dead process left
_NAMED_BY = 40  # characters, of 4 bytes at most: a name may have 255 bytes
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def save(root: str, before: Original, after: Original) -> None:
    """Put ``after`` in place of ``before``. Raises EditRefused where the file is no longer as it was read."""
    target = _target(root, before.name)
    try:
        with _held(os.path.dirname(target)) as alone:
            _replace(target, before, after, alone)
    except OSError as error:
        raise EditRefused(f"is not saved: {error.strerror}", Place(before.name, 1, 1)) from None


def create(name: str, text: str) -> None:
    """A new file. Raises FileExistsError rather than write over one."""
    temporary = _temporary(name)
    try:
        _write(temporary, text.encode(), 0o666)
        _link(temporary, name)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
    with _held(os.path.dirname(os.path.realpath(name))):
        pass


def _link(temporary: str, name: str) -> None:
    """A rename that writes over nothing."""
    try:
        os.link(temporary, name)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        _write(name, Path(temporary).read_bytes(), 0o666)


def difference(name: str, old: str, new: str, called: tuple[str, str] = ("as read", "now")) -> str:
    """A unified diff; ``called`` is what its two sides are."""
    before, after = (f"{name} ({each})" for each in called)
    lines = unified_diff(old.splitlines(True), new.splitlines(True), before, after)
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


def _target(root: str, name: str) -> str:
    """The file itself where the name is that of a link; it must lie in the folder."""
    target, home, place = os.path.realpath(name), os.path.realpath(root), Place(name, 1, 1)
    if os.path.commonpath((home, target)) != home:
        raise EditRefused("is a link that leads out of the folder", place)
    if is_installed_copy(target):
        raise EditRefused("belongs to the installed program: copy its folder and edit the copy", place)
    if os.path.exists(target) and not os.access(target, os.W_OK):
        raise EditRefused("may not be written: it is read-only", place)
    return target


def _replace(target: str, before: Original, after: Original, alone: bool) -> None:
    if alone:
        _sweep(target)
    temporary = _temporary(target)
    try:
        _write(temporary, after.raw, 0o600, like=target)
        _demand_unchanged(target, before)
        os.replace(temporary, target)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        raise


def _write(name: str, raw: bytes, mode: int, like: str = "") -> None:
    """The bytes as a new file, on the disk before this returns, with the permissions of the file it is like."""
    file = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, mode)
    try:
        left = memoryview(raw)
        while left:
            left = left[os.write(file, left) :]
        if like and hasattr(os, "fchmod"):
            os.fchmod(file, os.stat(like).st_mode & 0o7777)
        os.fsync(file)
    finally:
        os.close(file)


def _demand_unchanged(target: str, before: Original) -> None:
    now = Path(target).read_bytes()
    if now != before.raw:
        text = now.removeprefix(before.mark).decode(before.codec, "replace")
        place = Place(before.name, 1, 1)
        raise EditRefused("changed meanwhile; nothing is saved", place, difference(before.name, before.text, text))


def _temporary(target: str) -> str:
    folder, name = os.path.split(target)
    return os.path.join(folder, f".{name[:_NAMED_BY]}.{os.getpid()}{_ENDING}")


def _sweep(target: str) -> None:
    """Take away what saves of this file left when they were killed: nobody else is saving it."""
    folder, name = os.path.split(target)
    for left in os.listdir(folder):
        if left.startswith(f".{name[:_NAMED_BY]}.") and left.endswith(_ENDING):
            with suppress(OSError):
                os.unlink(os.path.join(folder, left))


@contextmanager
def _held(folder: str) -> Iterator[bool]:
    """Keep other saves out of the folder where the system can, and put its names on the disk at the end."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows: a folder cannot be opened
        yield False
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | _NO_LINK)
    try:
        yield _is_locked(handle)
        with suppress(OSError):  # what can be lost is the new name, not the file
            os.fsync(handle)
    finally:
        os.close(handle)


def _is_locked(handle: int) -> bool:
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        return False  # a file system without locks
    return True
