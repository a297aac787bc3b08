"""A folder as it was in a revision of its git repository, read from git's objects: nothing is checked out.

Only ``git rev-parse``, ``ls-tree`` and ``cat-file`` are run: they start no hook, filter or other program, and
what they are asked for is one argument, never a pattern and never an option, whatever it is called.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from negotiate.files.folder import MOST_FILES, NEGOTIATION, PARTIES
from negotiate.files.load import Loaded
from negotiate.files.past.snapshot import load_snapshot
from negotiate.text.clean import one_line

LARGEST = 64 << 20
"""Bytes of a file, as in every folder; a larger one is not fetched, and is then reported by its size."""

_LINK, _FILES = "120000", ("100644", "100755", "100664")
_FROM_OUTSIDE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE")
"""A hook or difftool sets these for the repository that it was started in; here the folder decides."""


class RevisionError(Exception):
    """Why there is no such revision, in a sentence."""


@dataclass(frozen=True, slots=True)
class Found:
    """A folder or file in a revision. ``directory`` is where git was asked for it."""

    directory: str
    revision: str
    path: str
    object: str
    is_folder: bool

    @property
    def label(self) -> str:
        """How people call it: ``HEAD~3:positions/x``."""
        return f"{self.revision}:{self.path.rstrip('/') or '.'}"


class _Item(NamedTuple):
    mode: str
    object: str
    size: int
    name: str


def find(directory: str, revision: str, path: str) -> Found:
    """``path`` (from the root of the repository; ``./`` from ``directory``) in a revision. Raises RevisionError."""
    _demand_repository(directory)
    tree = _resolved(directory, f"{revision}^{{tree}}")
    if not tree:
        hint = "; this is a shallow clone, `git fetch --unshallow` fetches the rest" if _is_shallow(directory) else ""
        raise RevisionError(f"`{one_line(revision)}` is no revision of the git repository of `{directory}`{hint}")
    found = _resolved(directory, f"{tree}:{_from_root(directory, path)}")
    if not found:
        raise RevisionError(
            f"`{one_line(path)}` is not in the revision `{one_line(revision)}`{_meant(directory, path)}"
        )
    kind = _git(directory, "cat-file", "-t", found).decode().strip()
    return Found(directory, revision, path, found, kind == "tree")


def _from_root(directory: str, path: str) -> str:
    """The path from the root of the repository; as in git, one that begins with a dot is from ``directory``."""
    if path.split("/")[0] not in (".", ".."):
        return path.rstrip("/")
    inside = os.path.normpath(os.path.join(path_in_repository(directory), path))
    return "" if inside == "." else inside


def is_in_repository(directory: str) -> bool:
    try:
        return _run(directory, "rev-parse", "--git-dir").returncode == 0
    except RevisionError:
        return False


def path_in_repository(path: str) -> str:
    """Where a folder or file lies, from the root of its git repository; "" for the root. Raises RevisionError."""
    folder, name = (path, "") if os.path.isdir(path) else os.path.split(path)
    _demand_repository(folder or ".")
    prefix = os.fsdecode(_git(folder or ".", "rev-parse", "--show-prefix")).removesuffix("\n")
    return os.path.join(prefix, name).rstrip("/")


def load_revision(found: Found) -> Loaded:
    """The negotiation in a folder of a revision. Raises RevisionError."""

    def fill(folder: Path) -> Mapping[str, str]:
        items = {item.name: item for item in _items(found.directory, found.object)}
        if NEGOTIATION in items:
            _write(found.directory, items[NEGOTIATION], folder)
        if PARTIES in items and items[PARTIES].mode == "040000":
            (folder / PARTIES).mkdir()
            for item in _party_items(found.directory, items[PARTIES].object):
                _write(found.directory, item, folder / PARTIES)
        elif PARTIES in items:
            _write(found.directory, items[PARTIES], folder)
        return {}

    return load_snapshot(found.label, fill)


def read_blob(found: Found) -> bytes:
    """The bytes of a file in a revision. Raises RevisionError."""
    size = int(_git(found.directory, "cat-file", "-s", found.object))
    if size > LARGEST:
        raise RevisionError(f"`{one_line(found.label)}` is larger than {LARGEST >> 20} MiB; no position file is")
    return _git(found.directory, "cat-file", "blob", found.object)


def common_ancestor(path: str) -> bytes | None:
    """The bytes of what both sides of an unfinished merge made of a file; None where git keeps none, or there is
    no git."""
    folder = os.path.dirname(path) or "."
    try:
        object = _resolved(folder, f":1:./{os.path.basename(path)}")
        return read_blob(Found(folder, ":1", path, object, False)) if object else None
    except RevisionError:
        return None


def _party_items(directory: str, tree: str) -> Iterator[_Item]:
    """Those that the loader would read; one more than it reads, so that it says so."""
    items = [each for each in _items(directory, tree) if each.name.lower().endswith((".yaml", ".yml"))]
    yield from [each for each in items if not each.name.startswith(".")][: MOST_FILES + 1]


def _items(directory: str, tree: str) -> Iterator[_Item]:
    for line in _git(directory, "ls-tree", "--full-tree", "-z", "-l", tree).split(b"\0"):
        about, tab, name = line.partition(b"\t")
        if tab and b"/" not in name and name not in (b".", b".."):
            mode, _, object, size = about.decode().split()
            yield _Item(mode, object, int(size) if size.isdecimal() else 0, os.fsdecode(name))


def _write(directory: str, item: _Item, folder: Path) -> None:
    """The file, or the link, which the loader then follows as far as it may. Anything else is left out."""
    if item.mode == _LINK:
        os.symlink(os.fsdecode(_git(directory, "cat-file", "blob", item.object)), folder / item.name)
    elif item.mode in _FILES and item.size <= LARGEST:
        (folder / item.name).write_bytes(_git(directory, "cat-file", "blob", item.object))
    elif item.mode in _FILES:
        with open(folder / item.name, "wb") as file:
            file.truncate(item.size)


# --- git


def _demand_repository(directory: str) -> None:
    ran = _run(directory, "rev-parse", "--git-dir")
    if b"dubious ownership" in ran.stderr:
        raise RevisionError(f"git does not trust the repository of `{directory}`, which belongs to somebody else")
    if ran.returncode:
        raise RevisionError(f"`{one_line(directory)}` lies in no git repository")


def _resolved(directory: str, name: str) -> str:
    """The id of the object of that name, or "" where there is none."""
    if "\0" in name:
        return ""
    ran = _run(directory, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    return ran.stdout.decode().strip() if ran.returncode == 0 else ""


def _is_shallow(directory: str) -> bool:
    return _run(directory, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _meant(directory: str, path: str) -> str:
    """Paths of git begin at the root of the repository."""
    if path.startswith(("./", "../")) or not os.path.exists(os.path.join(directory, path)):
        return ""
    return f"; a path begins at the root of the repository, write `./{one_line(path)}` for one from here"


def _git(directory: str, *words: str) -> bytes:
    ran = _run(directory, *words)
    if ran.returncode:
        said = one_line(ran.stderr.decode("utf-8", "replace"))
        raise RevisionError(f"git could not read the revision: {said[:200]}")
    return ran.stdout


def _run(directory: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _FROM_OUTSIDE}
    environment |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    command = ["git", "-C", directory, *words]
    try:
        return subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL, env=environment)
    except FileNotFoundError:
        raise RevisionError("git is not installed, or is not where programs are looked for (PATH)") from None
    except OSError as error:
        raise RevisionError(f"git cannot be run: {error.strerror}") from None
