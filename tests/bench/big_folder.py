"""A large negotiation as a folder of files: what a long and busy conference might leave."""

from __future__ import annotations

import random
from pathlib import Path

KINDS = {
    "quantity": (
        "unit: troops, no_limit: no cap",
        ["at most {n}", "at least {n}", "exactly {n}", "limit of {n}", "no cap"],
    ),
    "duration": ("", ["at least {d} days", "exactly {d} days", "{d} to {e} days", "at most {d} weeks"]),
    "date": ("", ["by 2026-{m:02}-01", "after 2026-{m:02}-15", "exactly 2026-{m:02}-03"]),
    "scale": (
        "options: [none, little, some help, much, all of it]",
        ["none", "at least little", "much", "at most much"],
    ),
    "choice": ("options: [east, west, north, south]", ["east", "west or north", "anything but south"]),
    "yes-no": ("", ["yes", "no"]),
    "set": (
        "items: [Arden, Brack, Corvo, Dunmore, Elsin]",
        ["all", "including Arden", "without Brack and Corvo", "at least 2"],
    ),
    "sequence": (
        "steps: [truce, talks, pullback, vote, treaty]",
        ["truce first", "talks before vote", "truce then pullback then vote"],
    ),
    "text": (
        "",
        ["to be drafted by the lawyers of both sides under point {d}", "as in the note of March with change {d}"],
    ),
}
LOREM = [
    "the",
    "delegation",
    "said",
    "that",
    "the",
    "question",
    "had",
    "been",
    "settled",
    "in",
    "principle",
    "while",
    "the",
    "wording",
    "of",
    "the",
    "annex",
    "was",
    "left",
    "to",
    "experts",
]


class BigFolder:
    """Writes the folder. The same seed gives the same bytes."""

    def __init__(self, root: Path, issues: int = 1_000, parties: int = 30, seed: int = 1):
        self.root, self.issues, self.parties = root, issues, parties
        self.random = random.Random(seed)
        self.kinds = [list(KINDS)[n % len(KINDS)] for n in range(issues)]

    def write(self) -> int:
        """Returns the size in bytes."""
        (self.root / "parties").mkdir(parents=True)
        (self.root / "negotiation.yaml").write_text(self._negotiation(), encoding="utf-8")
        for number in range(self.parties):
            path = self.root / "parties" / f"party_{number}.yaml"
            path.write_text(self._party(number), encoding="utf-8")
        return sum(path.stat().st_size for path in self.root.rglob("*.yaml"))

    def _negotiation(self) -> str:
        lines = ["negotiation: A very large conference", "as_of: 2025-12-31", "parties:"]
        lines += [f"  party_{n}: {{name: Party {n}, role: delegation}}" for n in range(self.parties)]
        lines += ["issues:", "  gate: {title: Is there a truce, type: yes-no}"]
        for n, kind in enumerate(self.kinds):
            keys = KINDS[kind][0]
            lines.append(
                f"  issue_{n}: {{title: Question {n}, group: Basket {n // 50}, type: {kind}{keys and ', '}{keys}}}"
            )
        lines.append("sources:")
        for n in range(self.parties * 12):
            lines.append(
                f"  paper_{n}: {{title: Paper {n}, publisher: Agency, date: 2025-{n % 12 + 1:02}-{n % 28 + 1:02}, grade: B}}"
            )
        return "\n".join(lines) + "\n"

    def _party(self, number: int) -> str:
        lines = [f"party: party_{number}", "statements:"]
        for round_ in range(10):
            lines += [
                f"  - source: paper_{number * 12 + round_}",
                f"    date: 2025-{round_ + 1:02}-{number % 28 + 1:02}",
            ]
            lines += [f"    by: Delegate {round_} of Party {number}", "    positions:"]
            for n in range(round_ % 2, self.issues, 2):
                if n % 10 // 2 == round_ // 2:
                    lines += self._position(n, number)
        lines.append("responses:")
        for n in range(number % 3, self.issues, 3):
            other = (number + 1) % self.parties
            lines.append(
                f"  - {{to: party_{other}, issue: issue_{n}, says: rejects, by: Delegate {n % 10}, date: 2025-12-{n % 28 + 1:02},"
                f" source: paper_{number * 12 + 11} p. {n}, quote: {self._words(6)}}}"
            )
        return "\n".join(lines) + "\n"

    def _position(self, issue: int, number: int) -> list[str]:
        demand, wider = self._term(issue), self._term(issue)
        style = self.random.random()
        if style < 0.2:
            return [f"      issue_{issue}: {demand}"]
        lines = [f"      issue_{issue}:", f"        demand: {demand}"]
        if style > 0.5:
            lines.append(f"        scope: {self._words(4)}")
        if style > 0.7:
            lines.append(f"        accept: {{terms: {wider}, if: {{gate: yes}}}}")
        lines += [
            f"        source: paper_{number * 12 + 10} section {issue}",
            f'        quote: "{self._words(18)}"',
            f"        note: {self._words(12)}",
        ]
        return lines

    def _term(self, issue: int) -> str:
        pick = self.random.choice
        n, d, m = pick(range(5_000, 900_000, 5_000)), pick(range(10, 90, 5)), pick(range(1, 13))
        return pick(KINDS[self.kinds[issue]][1]).format(n=f"{n:_}", d=d, e=d + 30, m=m)

    def _words(self, count: int) -> str:
        return " ".join(self.random.choices(LOREM, k=count))
