"""Loads files that are made to cost much, each in a process of its own, and prints what each of them took.

    python bombs.py FOLDER NAME ...

One line of JSON for each name: name, seconds of processor time, MB of memory beyond what was there before, the
number of problems. A process that runs into its limits prints nothing.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path

SIZE = 200_000  # characters, about: what costs more than in proportion to it shows by then
HEAD = "party: ann\nstatements:\n  - source: memo\n    positions:\n      fare: at most 5\n"
DAY = "  - {{date: {day}, source: memo, by: A delegate, positions: {{fare: at most {n}}}, note: {words}}}\n"


def many(line: str, part: int = 0) -> str:
    """As many of the lines, with numbers put in for #, as make a file of the usual size."""
    count = (part or SIZE) // len(line)
    return "".join(line.replace("#", str(number)) for number in range(count))


def ordinary() -> str:
    """What a file of that size may well hold."""
    lines = (
        DAY.format(day=f"{2000 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}", n=n, words="as said before " * 3)
        for n in range(SIZE // 130)
    )
    return f"party: ann\nstatements:\n{''.join(lines)}"


LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
)
BOMBS = {
    "billion laughs": lambda: LAUGHS + HEAD,
    "billion laughs as positions": lambda: (
        HEAD + "      years: &l {demand: x}\n" + many("      y#: [*l, *l, *l, *l]\n")
    ),
    "many anchors": lambda: HEAD + many("k#: &k# x\n"),
    "many aliases": lambda: f"note: &k x\n{HEAD}l: [{many('*k, ')}]\n",
    "open brackets": lambda: HEAD + "      years: " + many("["),
    "open braces": lambda: HEAD + "      years: " + many("{a: "),
    "closed brackets": lambda: HEAD + "      years: " + many("]"),
    "dashes": lambda: f"{HEAD}x:\n{many('- ')}\n",
    "questions": lambda: f"{HEAD}x:\n{many('? ')}\n",
    "stairs": lambda: HEAD + "      years:\n" + "".join(" " * n + "a:\n" for n in range(8, 700)),
    "unknown keys": lambda: HEAD + many("k#: x\n"),
    "one key again and again": lambda: HEAD + many("party: ann\n"),
    "unknown issues": lambda: HEAD + many("      x#: at most 5\n"),
    "unknown items": lambda: f"{HEAD}      harbour: {{{many('x#: open, ')}x: open}}\n",
    "unknown sources": lambda: "party: ann\nstatements:\n" + many("  - {source: mem#, positions: {far: 5}}\n"),
    "one day again and again": lambda: "party: ann\nstatements:\n" + many("  - {source: memo, positions: {fare: 5}}\n"),
    "words without values": lambda: f"{HEAD}m: {{{many('a, ')}}}\n",
    "a value cut by commas": lambda: f"{HEAD}m: {{a: b{many(', c')}}}\n",
    "empty lines": lambda: "\n" * SIZE + HEAD,
    "spaces": lambda: " " * SIZE,
    "tabs": lambda: HEAD + many("\tx: 1\n"),
    "an open quote": lambda: f'{HEAD}note: "{many("x y" + chr(10) + " ")}',
    "quotes": lambda: f"{HEAD}note: {many(chr(34) + 'a' + chr(34) + ' ')}\n",
    "colons": lambda: f"{HEAD}note: {many('a: ')}\n",
    "tags": lambda: f"{HEAD}note: {many('!a ')}\n",
    "escapes": lambda: f'{HEAD}note: "{many(chr(92) + "e")}"\n',
    "halves of characters": lambda: f'{HEAD}note: "{many(chr(92) + "ud800")}"\n',
    "control characters": lambda: f"{HEAD}note: {many(chr(27) + 'x')}\n",
    "conflicts": lambda: HEAD + many("<<<<<<< a\nnote: x\n=======\nnote: y\n>>>>>>> b\n"),
    "block text": lambda: f"{HEAD}note: |\n" + many("x\n"),
    "documents": lambda: HEAD + many("---\n"),
    "directives": lambda: many("%a b\n") + HEAD,
    "crooked lines": lambda: HEAD + "".join(" " * (n % 7) + f"a{n}: 1\n" for n in range(SIZE // 12)),
    "broken lines": lambda: HEAD + many("  - ]x#: [ {\n"),
    "one long line": lambda: f"{HEAD}nte: {'x' * 10 * SIZE}\n",
    "one long key": lambda: f"{HEAD}{'n' * 10 * SIZE}: x\n",
    "one long number": lambda: f"{HEAD}no_deal: {'9' * 10 * SIZE}\n",
    "a long chain of terms": lambda: HEAD.replace("at most 5", many("at most 5 or ", 19_000) + "no cap"),
    "a long chain of conditions": lambda: HEAD.replace("at most 5", f"{{demand: 5, if: {{{many('x#: y, ')}z: y}}}}"),
    "marks without end": lambda: f"{HEAD}note: [{'e' + chr(0x301) * SIZE}]\nz: 1\n",
}


def measure(folder: Path, text: str) -> tuple[float, float, int]:
    from negotiate.files import load, render

    (folder / "parties/ann.yaml").write_text(text, encoding="utf-8")
    del text
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    loaded = load(folder)
    for problem in loaded.problems:
        render(problem)
    taken = time.process_time() - began
    assert loaded.negotiation
    return taken, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, len(loaded.problems)


def run(folder: Path, name: str) -> None:
    """In a process that is ended by the system when it takes a minute, or two GiB."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
        resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
        text = ordinary() if name == "ordinary" else BOMBS[name]()
        sys.stdout.write(json.dumps([name, *measure(folder, text)]) + "\n")
        sys.stdout.flush()
        os._exit(0)
    os.waitpid(child, 0)


if __name__ == "__main__":
    from negotiate.files import load
    from negotiate.files.format.files import PartyFile
    from negotiate.files.format.models import adapter

    load(sys.argv[1])  # once for all of them: what is measured is files, and no imports
    adapter(PartyFile)  # so too what only a file needs that does not keep the format
    for each in sys.argv[2:]:
        run(Path(sys.argv[1]), each)
