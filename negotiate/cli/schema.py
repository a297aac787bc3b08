"""A JSON Schema for editors and checkers."""

from __future__ import annotations

import argparse

from negotiate.cli.asking import Parser, Run
from negotiate.cli.saying import FINE, finish, refuse, write

_KINDS = ("negotiation", "party")
_WORDS = """\
A JSON Schema of the files, with which an editor completes, explains and checks what you write.
Without `negotiation` or `party` it serves both kinds of file. With FOLDER it knows the names of that
negotiation: issues, options, parties, texts and sources. Exit code 1 if there are errors in the folder."""
_EXAMPLES = """\
Write it beside negotiation.yaml, and again when there are new names:

  negotiate schema my-talks -o my-talks/.negotiate-schema.json --force

Tell the editor (VS Code with the YAML extension by Red Hat, or any other that uses yaml-language-server)
by the first line of each file:

  # yaml-language-server: $schema=.negotiate-schema.json       in negotiation.yaml
  # yaml-language-server: $schema=../.negotiate-schema.json    in parties/*.yaml

or for all of them in .vscode/settings.json:

  {
    "yaml.schemas": {"./.negotiate-schema.json": ["negotiation.yaml", "parties/*.yaml"]},
    "yaml.schemaStore.enable": false
  }

check-jsonschema takes it too: check-jsonschema --schemafile my-talks/.negotiate-schema.json my-talks/*.yaml
`negotiate check` sees more, and says where."""


def command() -> tuple[Parser, Run]:
    parser = Parser("negotiate schema", _WORDS, _EXAMPLES)
    parser.usage = "negotiate schema [negotiation|party] [FOLDER] [-o FILE [--force]] [--ascii]"
    parser.add_argument("kind", metavar="negotiation|party", nargs="?", help="the kind of file; without it, both")
    parser.add_argument("folder", metavar="FOLDER", nargs="?", help="with the names of this negotiation")
    parser.add_argument("-o", "--output", metavar="FILE", help="instead of the terminal")
    parser.add_argument("--force", action="store_true", help="write over FILE")
    return parser, schema


def schema(args: argparse.Namespace) -> int:
    kind, folder = (args.kind, args.folder) if args.kind in _KINDS else ("", args.kind)
    if not kind and args.folder is not None:
        return refuse("before the folder stands `negotiation` or `party`, or nothing; see: negotiate schema --help")
    from json import dumps

    from negotiate.files.load import load
    from negotiate.files.problems import Severity
    from negotiate.files.schema import schema as schemas
    from negotiate.report.folders import find_folder
    from negotiate.report.writing import write_report

    loaded = load(find_folder(folder)) if folder is not None else None
    text = dumps(schemas.schema(kind, loaded), ensure_ascii=args.ascii, indent=1) + "\n"
    if args.output in (None, "-"):
        write(text)
    else:
        write_report(args.output, text, args.force)
    if loaded is None:
        return FINE
    errors = sum(problem.severity is Severity.ERROR for problem in loaded.problems)
    return finish(folder, errors, loaded.negotiation is not None)
