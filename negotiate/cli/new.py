"""A new negotiation, from options or from what is asked on the terminal."""

from __future__ import annotations

import argparse
import os
import sys

from negotiate.cli.asking import Parser, Run, answer
from negotiate.cli.saying import FINE, refuse, say, write

_DESCRIPTION = """\
A new negotiation: negotiation.yaml and a file for each party, with examples to uncomment; and what an editor
needs to complete them (see `negotiate schema --help`). Nothing is written over.
Without options it asks, where there is a terminal."""

_EPILOG = """\
a party is its name, or name=NAME; an issue is TITLE:TYPE, or name=TITLE:TYPE, and what the type needs:
  "Limit on the army:quantity:troops"          a number, and its unit
  "Alliance:scale:none,open door,membership"   options from least to most
  "Who pays:choice:us,them,both"               options in no order
  "Prisoners:set:wounded,under 25,all others"  any number of items
  "Order:sequence:ceasefire,talks,treaty"      steps
  "Ceasefire:duration"    "Signing:date"    "Foreign troops:yes-no"    "Language:text"

example:
  negotiate new ferry --title "The ferry" --party Ann --party Ben \\
    --issue "fare=Fare per head:quantity:crowns\""""


def command() -> tuple[Parser, Run]:
    parser = Parser("negotiate new", _DESCRIPTION, _EPILOG)
    parser.add_argument("folder", metavar="FOLDER", help="is made where it is not there")
    parser.add_argument("--title", default="", help="what it is called; without it, as the folder is")
    parser.add_argument("--party", dest="parties", metavar="NAME", action="append", default=[], help="one of several")
    parser.add_argument("--issue", dest="issues", metavar="ISSUE", action="append", default=[], help="one of several")
    return parser, new


def new(args: argparse.Namespace) -> int:
    from datetime import date

    from negotiate.files.edit import EditRefused
    from negotiate.files.new import Outline, Spec, read_issue, read_party, start
    from negotiate.text.clean import clean

    title, parties, issues = args.title, args.parties, args.issues
    try:
        if not (title or parties or issues) and sys.stdin.isatty() and sys.stdout.isatty():
            title, parties, issues = _asked(args.folder)
        listed_parties, listed_issues = list[Spec](), list[Spec]()
        for words in parties or ["Side A", "Side B"]:
            listed_parties.append(read_party(words, [each.name for each in listed_parties]))
        for words in issues or ["First issue:text"]:
            listed_issues.append(read_issue(words, [each.name for each in listed_issues]))
        outline = Outline(title or _called(args.folder), tuple(listed_parties), tuple(listed_issues), date.today())
        names = start(args.folder, outline)
    except EditRefused as error:
        return refuse(clean(str(error)))
    write("".join(f"{clean(name)}\n" for name in names))
    say(f"see it: negotiate {clean(args.folder)}; more: negotiate add {clean(args.folder)} issue|party|source ...")
    return FINE


def _called(folder: str) -> str:
    name = os.path.basename(os.path.abspath(folder)).replace("_", " ").replace("-", " ").strip()
    return name[:1].upper() + name[1:] or "Talks"


def _asked(folder: str) -> tuple[str, list[str], list[str]]:
    """Title, parties and issues, as somebody answers; no answer leaves them as they would be."""
    from negotiate.files.new import ISSUE_FORM

    title = answer(f"Title [{_called(folder)}]: ")
    parties = [each.strip() for each in answer("Parties, joined by commas [Side A, Side B]: ").split(",")]
    write(f"Issues, one on each line, the last line empty: {ISSUE_FORM}.\n")
    write("Types: quantity, duration, date, scale, choice, yes-no, set, sequence, text.\n")
    issues = list[str]()
    while words := answer("Issue: "):
        if _is_read(words):
            issues.append(words)
    return title, [each for each in parties if each], issues


def _is_read(words: str) -> bool:
    from negotiate.files.edit import EditRefused
    from negotiate.files.new import read_issue
    from negotiate.text.clean import clean

    try:
        read_issue(words)
    except EditRefused as error:
        write(f"  {clean(str(error))}\n")
        return False
    return True
