"""A folder of YAML files as a Negotiation, with all that is wrong in them."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from negotiate.files.folder import PARTIES, Folder
from negotiate.files.format.files import PartyFile
from negotiate.files.past.conflicts import Side
from negotiate.files.problems import Problem, Severity, sort_key
from negotiate.files.review import Review
from negotiate.files.sheet import Sheet
from negotiate.files.slips.judge import Judge, issue_names
from negotiate.files.source.document import Document
from negotiate.files.strays import strays
from negotiate.files.to_model.assemble import assemble
from negotiate.files.to_model.desk import Desk
from negotiate.model import Negotiation


@dataclass(frozen=True)
class Loaded:
    """What could be read (None: nothing), what is wrong, in the order of reading, and the files looked at.

    ``ignored`` are warnings that the folder has turned off.
    """

    negotiation: Negotiation | None
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    ignored: tuple[Problem, ...] = ()


def load(folder: Path | str, careful: bool = False, side: Side | None = None) -> Loaded:
    """Read a negotiation. Never raises for what is in the folder: that is what ``problems`` are for.

    ``careful``: where nothing is wrong, also what a careful editor would ask (see ``review``). Where git left merge
    conflicts it is the version of ``side``; without one it is ours, and they are problems.
    """
    with _collector_paused():
        return _load(Folder(os.fspath(folder), side), careful)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Hundreds of thousands of young objects make the cyclic collector run over and over, and find nothing.

    Afterwards they go to the old ones at once: to walk over all of them took a tenth of the time of a large load.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _load(folder: Folder, careful: bool = False) -> Loaded:
    review = Review() if careful else None
    main = folder.negotiation()
    sheets = [main] if main else []
    judge = Judge(PartyFile, issue_names(main.data if main else {}))
    parties = (_kept(sheets, sheet) for name in folder.party_files() if (sheet := folder.read(name, judge)))
    look = review.look if review else _no_look
    negotiation = assemble(folder, main, parties, look) if main and main.is_readable else None
    for sheet in parties:  # where there is no negotiation, for what is wrong in them
        sheet.strip()
    problems = [*folder.problems, *strays(folder.root, PARTIES)]
    problems += [problem for sheet in sheets for problem in _all_problems(sheet.document)]
    if review and negotiation and not any(each.severity is Severity.ERROR for each in problems):
        problems += review.problems(negotiation)
    off = frozenset(main.data.get("ignore", ())) if main else frozenset[str]()
    kept, ignored = _parted(sorted(problems, key=sort_key), off)
    return Loaded(negotiation, kept, tuple(folder.files), ignored)


def _no_look(_: Desk) -> None:
    """Nobody asks for a review."""


def _parted(problems: list[Problem], off: frozenset[str]) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Those to be told, and the warnings of codes that are turned off."""
    silent = [each.code in off and each.severity is Severity.WARNING for each in problems]
    return (
        tuple(each for each, is_off in zip(problems, silent, strict=True) if not is_off),
        tuple(each for each, is_off in zip(problems, silent, strict=True) if is_off),
    )


def _kept(sheets: list[Sheet], sheet: Sheet) -> Sheet:
    sheets.append(sheet)
    return sheet


def _all_problems(document: Document) -> list[Problem]:
    """The problems of a file, and at the last of them how many more there are."""
    if not document.unreported:
        return document.problems
    last = max(document.problems, key=sort_key)
    message = f"{document.unreported:,} more problems in this file are not listed"
    return [*document.problems, Problem("E005", message, last.place, None, "correct these first")]
