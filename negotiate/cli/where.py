"""Where things are kept."""

from __future__ import annotations

import argparse

from negotiate import __version__
from negotiate.cli.asking import Parser, Run
from negotiate.cli.saying import FINE, write


def command() -> tuple[Parser, Run]:
    return Parser("negotiate where", "Where things are kept."), where


def where(args: argparse.Namespace) -> int:
    from negotiate.files.bundled import bundled_folders
    from negotiate.text.clean import clean
    from negotiate.tui.settings import config_file

    lines = [f"version      {__version__}", f"settings     {config_file()}"]
    lines += [f"negotiation  {folder.name}  {folder}" for folder in bundled_folders()]
    write("".join(f"{clean(line)}\n" for line in lines))
    return FINE
