"""Corrections that change nothing of what the files say: shown, asked about, written."""

from __future__ import annotations

import sys

from negotiate.cli.asking import answer
from negotiate.cli.saying import say, write
from negotiate.files import load
from negotiate.files.edit import EditRefused
from negotiate.files.fix import Fix, apply, fixes
from negotiate.report.counting import counted
from negotiate.text.clean import clean, clean_block


def correct(folder: str, sure: bool) -> None:
    """Write what can be corrected, where somebody agrees. Without a terminal nothing is written unless ``sure``."""
    found = list(fixes(load(folder, careful=True).problems))
    if not found:
        say(f"nothing in {clean(folder)} can be corrected without changing what it says")
        return
    write("".join(f"{clean_block(each.difference)}\n" for each in found))
    number = counted(sum(each.corrected for each in found), "correction")
    where = counted(len(found), "file")
    if sure or _agreed(f"{number} in {where}, which then say the same as before. Write them? [y/N] "):
        written = sum(_is_written(folder, each) for each in found)
        say(f"{counted(written, 'file')} corrected")
    else:
        say("nothing is written; with --yes it is, without asking")


def _agreed(question: str) -> bool:
    on_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return on_terminal and answer(question).lower() in ("y", "yes")


def _is_written(folder: str, fix: Fix) -> bool:
    try:
        apply(folder, fix)
    except EditRefused as error:
        say(clean(str(error)))
        return False
    return True
