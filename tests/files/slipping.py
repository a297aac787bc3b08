"""Single slips in good files, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml

from negotiate.files import Problem, load
from negotiate.files.bundled import bundled_folders

from .folders import write
from .good_folders import good_folder
from .page import Page
from .slip_kinds import Edit, Kind


class Slip(NamedTuple):
    """One slip in a file that was good."""

    kind: str
    page: Page
    line: int  # where it was made
    text: str  # the file with it

    @property
    def files(self) -> dict[str, str]:
        return self.page.folder | {self.page.name: self.text}


class Pair(NamedTuple):
    """Two slips in one good folder."""

    kinds: tuple[str, str]
    files: dict[str, str]  # with both of them
    places: tuple[tuple[str, int], tuple[str, int]]  # file and line of each

    def heard(self, folder: Path) -> tuple[tuple[Problem, ...], bool]:
        """What is said of the files, written into a new folder; and whether of each slip within a line of it."""
        problems = load(write(folder, self.files)).problems
        said = [(Path(each.place.file).relative_to(folder).as_posix(), each.place.line) for each in problems]
        near = [any(file == name and abs(at - line) <= 1 for file, at in said) for name, line in self.places]
        return problems, all(near)


class Heard(NamedTuple):
    """What was said of a slip."""

    slip: Slip
    problems: tuple[Problem, ...]
    near: bool  # the first of them is within one line of it

    @property
    def hit(self) -> bool:
        return self.near and len(self.problems) == 1


def bundled() -> list[dict[str, str]]:
    return [
        {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yaml"))}
        for folder in bundled_folders()
    ]


def generated(count: int) -> list[dict[str, str]]:
    return [good_folder(seed) for seed in range(count)]


def pages(folders: list[dict[str, str]]) -> list[Page]:
    """All files of some folders."""
    return [Page(name, text, folder) for folder in folders for name, text in folder.items()]


def slips(kind: Kind, where: list[Page], count: int, seed: int) -> tuple[list[Slip], int]:
    """So many slips of a kind, at random places; and how many were passed over because the file says the same."""
    name = kind.__name__
    random = Random(f"{name} {seed}")
    places = [(page, edit) for page in where for edit in kind(page, random)]
    random.shuffle(places)
    found, unchanged = list[Slip](), 0
    for page, edit in places:
        if len(found) == count:
            break
        if _means(edit.made(page.text)) == _means(page.text):
            unchanged += 1
        else:
            found.append(Slip(name, page, _line(page, edit), edit.made(page.text)))
    return found, unchanged


def pairs(folders: list[list[Page]], kinds: list[Kind], count: int, seed: int) -> Iterator[Pair]:
    """So many pairs of slips, more than three lines apart where they are in one file."""
    random = Random(f"pairs {seed}")
    while count:
        where = random.choice(folders)
        drawn = [_drawn(where, kinds, random) for _ in range(2)]
        (a, page, first), (b, other, second) = sorted(drawn, key=lambda each: (each[1].name, each[2].start))
        if page == other and page.line_of(second.start) - page.line_of(first.end) <= 3:
            continue
        files = page.folder | {other.name: second.made(other.text)}  # the later one first: it moves nothing
        files[page.name] = first.made(files[page.name])
        added = first.text.count("\n") - page.text.count("\n", first.start, first.end) if page == other else 0
        yield Pair((a, b), files, ((page.name, _line(page, first)), (other.name, _line(other, second) + added)))
        count -= 1


def _drawn(where: list[Page], kinds: list[Kind], random: Random) -> tuple[str, Page, Edit]:
    """A slip of any kind in any of the pages."""
    while True:
        kind, page = random.choice(kinds), random.choice(where)
        edits = list(kind(page, random))
        edit = random.choice(edits) if edits else None
        if edit and _means(edit.made(page.text)) != _means(page.text):
            return kind.__name__, page, edit


def _line(page: Page, edit: Edit) -> int:
    return page.line_of(edit.start)


def _means(text: str) -> Any:
    """What the text says; of what is no YAML something that equals nothing."""
    try:
        return _said(yaml.compose(text, Loader=yaml.CBaseLoader))
    except yaml.YAMLError:
        return object()


def _said(node: Any) -> Any:
    """A mapping as pairs: a dict would not show that a key stands there twice."""
    if isinstance(node, yaml.MappingNode):
        return [(_said(key), _said(value)) for key, value in node.value]
    return [_said(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def heard(folder: Path, tried: Iterable[Slip]) -> Iterator[Heard]:
    """What we say of each slip, its files written into a folder."""
    for slip in tried:
        root = folder / str(abs(hash(tuple(slip.page.folder))))
        if not root.exists():
            write(root, slip.page.folder)
        write(root, {slip.page.name: slip.text})
        problems = load(root).problems
        write(root, {slip.page.name: slip.page.text})
        first = problems[0].place if problems else None
        near = first is not None and first.file.endswith(slip.page.name) and abs(first.line - slip.line) <= 1
        yield Heard(slip, problems, near)
