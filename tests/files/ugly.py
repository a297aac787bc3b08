"""Ugly files: valid YAML in every style that people write, with the span of each scalar known from its writing."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

KEYS = ["demand", "nato", "Où", "ключ", "a b", "x", "note", "key_1", "k-2", "terms"]
PLAIN = [
    "at most 5",
    "no",
    "~",
    "2025-06-02",
    "limit of 85_000",
    "Çırağan",
    "мир",
    "a#b",
    "x:y",
    "it's",
    "l’état",
    "1.10",
]
QUOTED = [
    *PLAIN,
    "a: b",
    "a, b",
    "# no comment",
    " lead",
    "trail ",
    "{x}",
    "- y",
    "",
    "'",
    "[z",
    "& and",
    "null",
    "🕊 d",
]
LINES = ["one line", "  led by space", "# no comment", "key: value", "", "trail", "- dash", "мир"]
COMMENTS = ["# c", "#", "#! {[\"'", "# note: x", "# юность"]


@dataclass
class Ugly:
    """One file being written. ``spans`` holds the path, start and end of each scalar."""

    dice: Random
    newline: str = "\n"
    text: str = ""
    spans: list[tuple[tuple[Any, ...], int, int]] = field(default_factory=list)

    def chance(self, of: float) -> bool:
        return self.dice.random() < of

    def put(self, text: str) -> None:
        self.text += text.replace("\n", self.newline)

    def blanks(self) -> None:
        self.put(" " * self.dice.choice([1, 1, 1, 2, 4]))

    def end_line(self) -> None:
        if self.chance(0.25):
            self.put(" " * self.dice.choice([1, 2, 9]) + self.dice.choice(COMMENTS))
        elif self.chance(0.1):
            self.put("  ")
        self.put("\n")
        while self.chance(0.2):
            blank = " " * self.dice.randrange(9)
            self.put(self.dice.choice(["", blank, blank + self.dice.choice(COMMENTS)]) + "\n")

    def scalar(self, path: tuple[Any, ...], text: str) -> None:
        start = len(self.text)
        self.put(text)
        self.spans.append((path, start, len(self.text)))

    def quoted(self, words: str) -> str:
        if self.chance(0.5):
            return "'" + words.replace("'", "''") + "'"
        return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("м", "\\u043c") + '"'

    def inline(self, path: tuple[Any, ...], in_brackets: bool) -> None:
        """A scalar within a line."""
        if self.chance(0.4):
            self.scalar(path, self.quoted(self.dice.choice(QUOTED)))
        else:
            plain = self.dice.choice(PLAIN)
            self.scalar(path, plain)

    def several_lines(self, path: tuple[Any, ...], column: int) -> None:
        """A plain or quoted scalar that goes on, indented, in the next line."""
        margin = "\n" + " " * (column + self.dice.choice([1, 2, 5]))
        words = margin.join(["first", "second line", "third"][: self.dice.choice([2, 3])])
        quote = self.dice.choice(["", '"', "'"])
        self.scalar(path, quote + words + quote)
        self.end_line()

    def block(self, path: tuple[Any, ...], column: int) -> None:
        indent = column + self.dice.choice([1, 2, 3, 6])
        lines = self.dice.choices(LINES, k=self.dice.choice([1, 2, 4]))
        lines = [self.dice.choice(["text", "more text"]), *lines, "last"]
        header = (
            self.dice.choice("|>") + self.dice.choice(["", str(indent - column)]) + self.dice.choice(["", "-", "+"])
        )
        header += self.dice.choice(["", "", "  # why"])
        start = len(self.text)
        self.put("\n".join([header, *(" " * indent + line if line else "" for line in lines)]))
        end = len(self.text)
        breaks = self.dice.choice([1, 1, 2, 3])
        self.put("\n" * breaks)
        # Kept breaks belong to the value, but for the one that ends its last line.
        self.spans.append((path, start, end + (breaks - 1) * len(self.newline) if "+" in header else end))

    def flow(self, path: tuple[Any, ...], depth: int, column: int) -> None:
        braces = self.chance(0.6)
        self.put("{" if braces else "[")
        count = self.dice.choice([0, 1, 2, 3])
        keys = self.dice.sample(KEYS, count)
        for at, key in enumerate(keys):
            if self.chance(0.15):
                self.put(self.dice.choice(["\n", " # c\n"]) + " " * (column + 2))
            elif self.chance(0.5):
                self.put(" ")
            here: tuple[Any, ...] = (*path, key if braces else at)
            if braces:
                self.put(key + ":")
                self.blanks()
            if depth and self.chance(0.3):
                self.flow(here, depth - 1, column)
            else:
                self.inline(here, in_brackets=True)
            if at < count - 1 or self.chance(0.1):
                self.put(self.dice.choice([",", " , ", ", "]))
        self.put(self.dice.choice(["", " "]) + ("}" if braces else "]"))

    def value(self, path: tuple[Any, ...], depth: int, column: int) -> None:
        """What stands behind a colon or a dash, up to the beginning of the next line."""
        draw = self.dice.random()
        if draw < 0.1:
            self.spans.append((path, len(self.text), len(self.text)))
            self.end_line()
        elif draw < 0.25:
            self.blanks()
            self.block(path, column)
        elif draw < 0.35:
            self.blanks()
            self.several_lines(path, column)
        elif draw < 0.5:
            self.blanks()
            self.flow(path, 2, column)
            self.end_line()
        elif draw < 0.75 and depth:
            self.end_line()
            self.deeper(path, depth - 1, column)
        else:
            self.blanks()
            self.inline(path, in_brackets=False)
            self.end_line()

    def deeper(self, path: tuple[Any, ...], depth: int, column: int) -> None:
        indent = column + self.dice.choice([1, 2, 2, 3, 4])
        if self.chance(0.6):
            self.mapping(path, depth, indent)
        else:
            self.sequence(path, depth, indent)

    def mapping(self, path: tuple[Any, ...], depth: int, column: int, begun: bool = False) -> None:
        for key in self.dice.sample(KEYS, self.dice.choice([1, 2, 3])):
            self.put("" if begun else " " * column)
            begun = False
            self.put(key if self.chance(0.85) else f'"{key}"')
            self.put(":" if self.chance(0.9) else " :")
            self.value((*path, key), depth, column)

    def sequence(self, path: tuple[Any, ...], depth: int, column: int) -> None:
        for at in range(self.dice.choice([1, 2, 3])):
            self.put(" " * column + "-")
            if depth and self.chance(0.3):
                gap = self.dice.choice([1, 1, 3])
                self.put(" " * gap)
                self.mapping((*path, at), depth - 1, column + 1 + gap, begun=True)
            else:
                self.value((*path, at), depth, column)


def ugly(seed: int) -> Ugly:
    """A file, the same for the same seed."""
    dice = Random(seed)
    file = Ugly(dice, dice.choice(["\n", "\n", "\r\n"]))
    if file.chance(0.2):
        file.put(dice.choice(["# head\n\n", "---\n", "\n"]))
    file.mapping((), 3, 0)
    if file.chance(0.3) and file.text.endswith(file.newline):
        file.text = file.text[: -len(file.newline)]
    return file if file.spans else ugly(seed + 1)
