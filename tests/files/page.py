"""A good file, looked at for the places where a writer may slip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import yaml

Path = tuple["str | int", ...]
_KEY_LINE = re.compile(r" *(?:- +)*[\w-][\w .-]*:(?= |$)")


class Scalar(NamedTuple):
    """Words of the file: a value, or a key (`path` ends with the key itself)."""

    start: int
    end: int
    style: str  # "" for plain words, else ' " | >
    path: Path
    is_key: bool
    in_braces: bool


class Line(NamedTuple):
    start: int
    text: str

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))


@dataclass(frozen=True)
class Page:
    """``name`` is the file's name in its folder; ``words`` the files of the whole folder."""

    name: str
    text: str
    folder: dict[str, str] = field(repr=False, hash=False, compare=False)

    @cached_property
    def scalars(self) -> list[Scalar]:
        root = yaml.compose(self.text, Loader=yaml.CBaseLoader)
        return sorted(_scalars(root, (), False))

    @cached_property
    def lines(self) -> list[Line]:
        """The lines that begin with a key, an item or a bracket; not those within words of several lines."""
        inner = [range(each.start + 1, each.end) for each in self.scalars if "\n" in self.of(each)]
        found, start = [], 0
        for text in self.text.split("\n"):
            plain = text.strip() and not text.lstrip().startswith("#")
            if plain and not any(start in each for each in inner):
                found.append(Line(start, text))
            start += len(text) + 1
        return found

    @property
    def key_lines(self) -> list[Line]:
        return [line for line in self.lines if _KEY_LINE.match(line.text)]

    @property
    def values(self) -> Iterator[Scalar]:
        """Plain words of one line that are values."""
        for each in self.scalars:
            if not each.is_key and not each.style and "\n" not in self.of(each):
                yield each

    def of(self, scalar: Scalar) -> str:
        return self.text[scalar.start : scalar.end]

    def line_of(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1


def _scalars(node: yaml.Node, path: Path, in_braces: bool) -> Iterator[Scalar]:
    if isinstance(node, yaml.ScalarNode):
        yield Scalar(node.start_mark.index, node.end_mark.index, node.style or "", path, False, in_braces)
    elif isinstance(node, yaml.SequenceNode):
        for at, item in enumerate(node.value):
            yield from _scalars(item, (*path, at), bool(node.flow_style))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner, flow = (*path, key.value), bool(node.flow_style)
            yield Scalar(key.start_mark.index, key.end_mark.index, key.style or "", inner, True, flow)
            yield from _scalars(value, inner, flow)
