"""A new negotiation as files: all of them or none, and none over another."""

from __future__ import annotations

import os
from contextlib import suppress

from negotiate.files.draft import load_draft
from negotiate.files.edit.disk import create
from negotiate.files.edit.refused import EditRefused
from negotiate.files.folder import NEGOTIATION, PARTIES
from negotiate.files.new.editors import editor_files
from negotiate.files.new.template import Outline, negotiation_text, party_text
from negotiate.files.problems import Severity
from negotiate.model import Place


def start(folder: str, outline: Outline) -> list[str]:
    """Write the files of a new negotiation, and those for editors; the names of the first.

    Raises EditRefused, and then there are none.
    """
    texts = _texts(folder, outline)
    _demand_room(folder)
    loaded = load_draft(folder, texts)
    errors = [each for each in loaded.problems if each.severity is Severity.ERROR]
    if errors:
        raise EditRefused("; ".join(part for part in (errors[0].message, errors[0].hint) if part))
    write_all({**editor_files(folder, loaded), **texts})
    return list(texts)


def _texts(folder: str, outline: Outline) -> dict[str, str]:
    """By name, negotiation.yaml last: until it is there, the folder is no negotiation."""
    texts = dict[str, str]()
    for party in outline.parties:
        others = [each for each in outline.parties if each is not party]
        texts[party_file(folder, party.name)] = party_text(party, others, outline.issues, outline.day)
    return {**texts, os.path.join(folder, NEGOTIATION): negotiation_text(outline)}


def party_file(folder: str, name: str) -> str:
    """The file of a party, named after it. Raises EditRefused where no file can be called so."""
    if name.startswith(".") or set(name) & set('/\\<>:"|?*\0'):
        raise EditRefused(f"a file cannot be called `{name}`: give the party another name, as in `name={name}`")
    return os.path.join(folder, PARTIES, f"{name}.yaml")


def _demand_room(folder: str) -> None:
    """Refuse a folder in which the files would stand beside what is read with them, or over it."""
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise EditRefused("is a file, not a folder", Place(folder, 1, 1))
    if os.path.lexists(os.path.join(folder, NEGOTIATION)):
        raise EditRefused(f"there is a negotiation in `{folder}` already: see `negotiate add --help`")
    parties = os.path.join(folder, PARTIES)
    if os.path.lexists(parties) and (not os.path.isdir(parties) or os.listdir(parties)):
        raise EditRefused(f"`{parties}` is not empty, and what is in it would belong to the new negotiation")


def write_all(texts: dict[str, str]) -> None:
    """New files in new folders; where one cannot be written, what was made for it goes again."""
    made = list[tuple[str, bool]]()
    try:
        for name, text in texts.items():
            for folder in _missing(os.path.dirname(name)):
                os.mkdir(folder)
                made.append((folder, True))
            create(name, text)
            made.append((name, False))
    except BaseException as error:
        for name, is_folder in reversed(made):
            with suppress(OSError):
                os.rmdir(name) if is_folder else os.unlink(name)
        if isinstance(error, OSError):
            where = Place(error.filename or name, 1, 1)
            raise EditRefused(f"nothing is written: {error.strerror}", where) from None
        raise


def _missing(folder: str) -> list[str]:
    """A folder and those above it that are not there, from the top."""
    missing = list[str]()
    while folder and not os.path.isdir(folder):
        missing.insert(0, folder)
        folder = os.path.dirname(folder)
    return missing
