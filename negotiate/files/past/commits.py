"""The commits that a folder is worth comparing with, and what they call themselves."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from negotiate.files.folder import NEGOTIATION, PARTIES
from negotiate.files.past.revisions import _git, _items, _resolved, _run, find, path_in_repository
from negotiate.files.past.snapshot import files_of

_LOOKED_BACK = 50
"""Commits that are looked through for the last one that changed the folder."""
_COMMITTED = re.compile(r"^committer .* (\d+) ([+-])(\d\d)(\d\d)$", re.M)


class Commit(NamedTuple):
    """``revision`` is how git is asked for it; ``subject`` the first line of its message."""

    revision: str
    day: date | None
    subject: str


def commit_of(directory: str, revision: str) -> Commit | None:
    """None where the revision is no commit (a tree, say). Raises RevisionError."""
    id = _resolved(directory, f"{revision}^{{commit}}")
    if not id:
        return None
    said = _git(directory, "cat-file", "commit", id).decode("utf-8", "replace")
    head, _, message = said.partition("\n\n")
    return Commit(revision, _day(head), message.strip().partition("\n")[0])


def _day(head: str) -> date | None:
    """Where the one who committed was."""
    found = _COMMITTED.search(head)
    if found is None:
        return None
    seconds, sign, hours, minutes = found.groups()
    east = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == "-" else 1)
    try:
        return datetime.fromtimestamp(int(seconds), timezone(east)).date()
    except (OverflowError, OSError, ValueError):
        return None


def last_other(folder: str) -> Commit | None:
    """The last commit in which the folder was not as it is now; None where it never was otherwise, as far back as
    is looked. Raises RevisionError where the folder is in no commit."""
    path = path_in_repository(folder)
    found = find(folder, "HEAD", path)
    if _on_disk(folder) != _committed(folder, found.object):
        return commit_of(folder, "HEAD")
    back = next((n for n, tree in enumerate(_trees(folder, path), 1) if tree != found.object), 0)
    return commit_of(folder, f"HEAD~{back}") if back else None


def _trees(folder: str, path: str) -> Iterator[str]:
    """The ids of the folder in the commits before the last one, as long as it is in them."""
    names = [f"HEAD~{n}:{path}" for n in range(1, _LOOKED_BACK + 1)]
    said = _run(folder, "rev-parse", *names).stdout.decode("utf-8", "replace")
    for line in said.splitlines():
        if not re.fullmatch("[0-9a-f]{40,64}", line):
            return
        yield line


def _committed(folder: str, tree: str) -> dict[str, str]:
    """Path in the folder -> id, of the files that are read."""
    items = {each.name: each for each in _items(folder, tree)}
    parties = items.get(PARTIES)
    found = {NEGOTIATION: items[NEGOTIATION].object} if NEGOTIATION in items else {}
    inside = _items(folder, parties.object) if parties and parties.mode == "040000" else ()
    names = {each.name: each.object for each in inside if each.name.lower().endswith((".yaml", ".yml"))}
    return found | {os.path.join(PARTIES, name): id for name, id in names.items() if not name.startswith(".")}


def _on_disk(folder: str) -> dict[str, str]:
    """The same of the files as they are: git names a file by its bytes."""
    return {path: _id(Path(folder, path).read_bytes()) for path in files_of(folder)}


def _id(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0%b" % (len(content), content), usedforsecurity=False).hexdigest()
