"""A negotiation that lies in no folder as it is to be read: put together in a temporary one, read, and removed."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from negotiate.files.folder import NEGOTIATION, PARTIES, Folder
from negotiate.files.load import Loaded, load
from negotiate.files.source.relabel import relabelled

_PARTY = re.compile(rb"^party:([^#\r\n]+)", re.MULTILINE)
_START = 1 << 16
"""Bytes in which a file is expected to say whose it is."""


def load_snapshot(label: str, fill: Callable[[Path], Mapping[str, str]]) -> Loaded:
    """What ``fill`` puts into the folder that it is given, every file named as if it stood in ``label``.

    ``fill`` returns the files that are to be named otherwise: path in the folder -> name.
    """
    with TemporaryDirectory(prefix="negotiate-") as folder:
        named = {os.path.join(folder, name): other for name, other in fill(Path(folder)).items()}
        return relabelled(load(folder), {folder: label.rstrip("/") or label, **named})


def load_replaced(folder: str, texts: Mapping[str, tuple[bytes | None, str]]) -> Loaded:
    """The folder with other texts in place of some of its files: path in it -> the text (None: no file) and its name.

    Another file of the same party is left out: the file has been renamed.
    """

    def fill(target: Path) -> Mapping[str, str]:
        (target / PARTIES).mkdir()
        given = [text for text, _ in texts.values() if text is not None]
        for path in files_of(folder):
            if path not in texts and not any(_same_party(text, os.path.join(folder, path)) for text in given):
                shutil.copyfile(os.path.join(folder, path), target / path)
        for path, (text, _) in texts.items():
            if text is not None:
                (target / path).write_bytes(text)
        return {path: name for path, (_, name) in texts.items()}

    return load_snapshot(folder, fill)


def _same_party(text: bytes, other: str) -> bool:
    with open(other, "rb") as file:
        parties = _PARTY.search(text), _PARTY.search(file.read(_START))
    return parties[0] is not None and parties[1] is not None and parties[0][1].strip() == parties[1][1].strip()


def files_of(folder: str) -> list[str]:
    """The files of a negotiation, as paths in its folder."""
    parties = [os.path.relpath(path, folder) for path in Folder(folder).party_files()]
    found = [NEGOTIATION, *parties]
    return [path for path in found if os.path.isfile(os.path.join(folder, path))]
