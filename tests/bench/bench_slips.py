"""520 single slips in good files: is the first problem within a line of the slip, and is it the only one?

    python tests/bench/bench_slips.py [--seed 1] [--tools VENV] [--misses] [--pairs 400]

Beside it, for the same files, what yamllint and check-jsonschema report, where they are installed: on the path, or in
a virtual environment (``--tools``). With ``--pairs`` instead so many pairs of slips in one folder: is each of the two
reported within a line, and nothing else? Exits with 1 where one of our own slips is missed.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from negotiate.files import load
from negotiate.files.problems import concise
from negotiate.files.schema.schema import NEGOTIATION, PARTY, schema
from tests.files.folders import write
from tests.files.page import Page
from tests.files.slip_kinds import ASKED, OWN
from tests.files.slipping import Heard, Slip, bundled, generated, heard, pages, pairs, slips

EACH = 20  # of 26 kinds: 520
GENERATED = 6  # folders beside the bundled ones


class Said(NamedTuple):
    """What a tool says of one file: lines, None for a message without one."""

    lines: list[int | None]

    def near(self, slip: Slip) -> bool:
        first = self.lines[0] if self.lines else None
        return first is not None and abs(first - slip.line) <= 1


class Message(NamedTuple):
    line: int | None
    words: str


Tool = Callable[[str, Sequence[Page]], list[list[Message]]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tools", metavar="VENV", help="where yamllint and check-jsonschema are installed")
    parser.add_argument("--misses", action="store_true", help="show what was missed")
    parser.add_argument("--pairs", type=int, default=0, metavar="N", help="try N pairs of slips instead")
    args = parser.parse_args()
    if args.pairs:
        return _pairs(args.pairs, args.seed, args.misses)
    where, kinds = pages([*bundled(), *generated(GENERATED)]), [*ASKED, *OWN]
    drawn = [slips(kind, where, EACH, args.seed) for kind in kinds]
    all_slips = [slip for found, _ in drawn for slip in found]
    with tempfile.TemporaryDirectory() as folder:
        results = list(heard(Path(folder), all_slips))
    others = {name: _asked(name, tool, all_slips, args.tools) for name, tool in TOOLS.items()}
    _print_table([kind.__name__ for kind in kinds], results, {name: said for name, said in others.items() if said})
    print(
        f"{sum(count for _, count in drawn)} more places were passed over: a slip there leaves what the file says unchanged."
    )
    for name, said in others.items():
        if said is None:
            print(f"{name} is not installed here: left out.")
    missed = [each for each in results if not each.hit]
    for each in missed if args.misses else []:
        _show(each)
    return 1 if missed else 0


def _pairs(count: int, seed: int, misses: bool) -> int:
    """Two slips at once."""
    folders = [pages([folder]) for folder in [*bundled(), *generated(GENERATED)]]
    near = only = 0
    with tempfile.TemporaryDirectory() as root:
        for number, pair in enumerate(pairs(folders, [*ASKED, *OWN], count, seed)):
            problems, is_near = pair.heard(Path(root, str(number)))
            is_only = is_near and len(problems) == 2
            near, only = near + is_near, only + is_only
            if misses and not is_only:
                print(f"\n{' and '.join(pair.kinds)}: {pair.places}")
                print("\n".join(f"    {concise(problem)[-160:]}" for problem in problems[:5]))
    print(f"{count} pairs: both within a line {near}, and nothing else {only}")
    return 0 if only == count else 1


# --- the table


def _print_table(kinds: list[str], results: list[Heard], others: dict[str, list[Said]]) -> None:
    print(f"{'':26}{'':>6}{'negotiate':>22}" + "".join(f"{name:>28}" for name in others))
    columns = "  near  one only  both"
    print(f"{'slip':26}{'tried':>6}{columns}" + "".join(f"{'near  none  messages':>28}" for _ in others))
    for kind in [*kinds, ""]:
        chosen = [at for at, each in enumerate(results) if kind in ("", each.slip.kind)]
        print(
            _row(
                kind or "all", [results[at] for at in chosen], [[said[at] for at in chosen] for said in others.values()]
            )
        )


def _row(name: str, ours: list[Heard], others: list[list[Said]]) -> str:
    near, one = sum(each.near for each in ours), sum(len(each.problems) == 1 for each in ours)
    row = f"{name.replace('_', ' '):26}{len(ours):6}{near:6}{one:10}{sum(each.hit for each in ours):6}"
    for said in others:
        close = sum(each.near(heard.slip) for each, heard in zip(said, ours, strict=True))
        silent, messages = sum(not each.lines for each in said), sum(len(each.lines) for each in said)
        row += f"{close:12}{silent:6}{messages:10}"
    return row


def _show(missed: Heard) -> None:
    slip = missed.slip
    print(f"\n{slip.kind}: {slip.page.name}:{slip.line}")
    lines = slip.text.split("\n")
    for number in range(max(slip.line - 2, 1), min(slip.line + 3, len(lines) + 1)):
        print(f"{number:6} | {lines[number - 1][:110]}")
    for problem in missed.problems[:5]:
        print(f"    {concise(problem)[-160:]}")
    print(f"    {len(missed.problems)} problems")


# --- other tools


def _asked(name: str, tool: Tool, tried: Sequence[Slip], venv: str | None) -> list[Said] | None:
    """What a tool says of each file and does not say of the same file without the slip."""
    command = shutil.which(name, path=f"{venv}/bin" if venv else None)
    if command is None:
        return None
    good = list(dict.fromkeys(each.page for each in tried))
    before = dict(zip(good, tool(command, good), strict=True))
    after = tool(command, [Page(each.page.name, each.text, each.page.folder) for each in tried])
    return [Said(_beyond(said, before[slip.page])) for slip, said in zip(tried, after, strict=True)]


def _beyond(said: list[Message], before: list[Message]) -> list[int | None]:
    known = Counter(message.words for message in before)
    left = []
    for message in said:
        known[message.words] -= 1
        if known[message.words] < 0:
            left.append(message.line)
    return left


def _written(folder: str, files: Sequence[Page]) -> list[str]:
    """The paths of the files, each with its number as its name."""
    paths = [Path(folder, f"{number:04}.yaml") for number in range(len(files))]
    for path, file in zip(paths, files, strict=True):
        path.write_text(file.text, encoding="utf-8")
    return list(map(str, paths))


YAMLLINT = "{extends: relaxed, rules: {line-length: disable}}"  # what is a matter of taste left out


def yamllint(command: str, files: Sequence[Page]) -> list[list[Message]]:
    found: list[list[Message]] = [[] for _ in files]
    with tempfile.TemporaryDirectory() as folder:
        _written(folder, files)
        arguments = [command, "-f", "parsable", "-d", YAMLLINT, folder]
        run = subprocess.run(arguments, capture_output=True, text=True, check=False)
    for number, line, words in re.findall(r"(\d+)\.yaml:(\d+):\d+: (.*)", run.stdout):
        found[int(number)].append(Message(int(line), words))
    return found


def check_jsonschema(command: str, files: Sequence[Page]) -> list[list[Message]]:
    """With our own schema, made for each folder. Only of a syntax error does it name the line."""
    found: list[list[Message]] = [[] for _ in files]
    groups: dict[tuple[str, str], list[int]] = {}
    for number, file in enumerate(files):
        kind = NEGOTIATION if file.name == "negotiation.yaml" else PARTY
        groups.setdefault((kind, json.dumps(file.folder)), []).append(number)
    for (kind, words), numbers in groups.items():
        with tempfile.TemporaryDirectory() as folder:
            made = schema(kind, load(write(Path(folder, "good"), json.loads(words))))
            Path(folder, "schema.json").write_text(json.dumps(made), encoding="utf-8")
            paths = _written(folder, [files[number] for number in numbers])
            arguments = [command, "--schemafile", f"{folder}/schema.json", *paths]
            said = subprocess.run(arguments, capture_output=True, text=True, check=False).stdout
        for path, number in zip(paths, numbers, strict=True):
            found[number] = list(_said_of(path, said))
    return found


def _said_of(path: str, said: str) -> Iterator[Message]:
    for block in re.findall(rf"Failed to parse {re.escape(path)}\n((?: {{4}}.*\n)*)", said):
        lines = re.findall(r", line (\d+), column", block)
        yield Message(int(lines[-1]) if lines else None, "a syntax error")
    for words in re.findall(rf"^  {re.escape(path)}::(.*)", said, re.M):
        yield Message(None, words)


TOOLS: dict[str, Tool] = {"yamllint": yamllint, "check-jsonschema": check_jsonschema}

if __name__ == "__main__":
    sys.exit(main())
