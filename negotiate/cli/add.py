"""An issue, a party or a source more."""

from __future__ import annotations

import argparse

from negotiate.cli.asking import Parser, Run
from negotiate.cli.saying import FINE, refuse, say, write

_DESCRIPTION = """\
An issue, a party or a source more in negotiation.yaml: lines at the end of its section, every other byte
stays. A party also gets its file, where there is none."""

_EPILOG = """\
An issue is TITLE:TYPE and what the type needs, a party or a source its title; name=TITLE gives the name to be
used in the files, which is otherwise made of the title. `negotiate new --help` shows all types.

examples:
  negotiate add ferry issue "fare=Fare per head:quantity:crowns"
  negotiate add ferry party "cleo=Cleo of the harbour" --role mediator --must-agree no
  negotiate add ferry source "memo=Memorandum" --publisher Gazette --date 2031-01-05 --grade B"""
_OPTIONS = {
    "issue": (),
    "party": ("role", "must_agree"),
    "source": ("publisher", "date", "url", "grade"),
}
_USED_LATER = ("W401",)  # nothing rests on a new source yet


def command() -> tuple[Parser, Run]:
    parser = Parser("negotiate add", _DESCRIPTION, _EPILOG)
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("kind", metavar="issue|party|source", choices=tuple(_OPTIONS))
    parser.add_argument("words", metavar="NAME")
    parser.add_argument("--role", default="", help="of a party: what it does at the table")
    words = "of a party: no for a host, mediator or author of drafts"
    parser.add_argument("--must-agree", choices=("yes", "no"), default="", help=words)
    parser.add_argument("--publisher", default="", help="of a source")
    parser.add_argument("--date", default="", help="of a source: 2025-06-02, 2025-06 or 2025")
    parser.add_argument("--url", default="", help="of a source")
    parser.add_argument("--grade", choices=("A", "B", "C", "D"), default="", help="of a source")
    return parser, add


def add(args: argparse.Namespace) -> int:
    from datetime import date

    from negotiate.files.edit import EditRefused
    from negotiate.files.new import add_issue, add_party, add_source
    from negotiate.report.folders import find_folder
    from negotiate.text.clean import clean, clean_block

    given = {name: getattr(args, name) for names in _OPTIONS.values() for name in names if getattr(args, name)}
    wrong = [name for name in given if name not in _OPTIONS[args.kind]]
    if wrong:
        return refuse(f"--{wrong[0].replace('_', '-')} does not go with `{args.kind}`; see `negotiate add --help`")
    folder = str(find_folder(args.folder))
    try:
        if args.kind == "issue":
            added = add_issue(folder, args.words)
        elif args.kind == "party":
            added = add_party(folder, args.words, args.role, args.must_agree, date.today())
        else:
            added = add_source(folder, args.words, **given)
    except EditRefused as error:
        return refuse(clean_block("\n".join(each for each in (str(error), error.diff) if each)))
    write("".join(f"{clean(str(each))}\n" for each in (added.place, *added.files)))
    for problem in added.warnings:
        if problem.code not in _USED_LATER:
            say(f"{clean(str(problem.place))}: {clean(problem.message)}")
    return FINE
