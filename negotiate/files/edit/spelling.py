"""How words can be written as a YAML scalar: the simplest way first, each to be tried."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiate.files.edit.refused import EditRefused
from negotiate.files.edit.spot import Spot
from negotiate.files.source.characters import described, first_escaped
from negotiate.files.source.portable import taken_for
from negotiate.files.source.tree import parse
from negotiate.model import Place

_HEADER = re.compile(r"([|>])[-+0-9]*([ \t]+#[^\r\n]*|[ \t]*)")
_BREAKABLE = re.compile(r"(?<=\S) (?=\S)")
_ONE_LINE = 120  # columns: what was block text and fits a line of this length becomes plain
_TOO_NARROW = 60  # columns: shorter lines were not folded because they were full
_FOLDED_AT = 100  # columns, where the old text does not show at which it was folded


def spellings(words: str, spot: Spot, written: str) -> Iterator[str]:
    """What may stand in place of ``written``, the best first."""
    if spot.is_block and not spot.in_brackets and _stays_block(words, spot, written):
        yield from _blocks(words, spot, written)
    if not (spot.style in ("'", '"') and taken_for(words)) and is_plain(words, spot.in_brackets):
        yield words
    if spot.style == "'" and "\n" not in words:
        yield single_quoted(words)
    if "\n" in words and not spot.in_brackets and not spot.has_rest:
        yield from _blocks(words, spot, written)
    yield double_quoted(words)


class Bare(str):
    """A date, a number, yes or no, where the format wants one: no quotes."""


def demand_writable(words: str, place: Place) -> None:
    """Refuse words that no file may hold."""
    character = first_escaped(words)
    if character is not None:
        what = f"these words hold {described(character)}, which no file may"
        raise EditRefused(f"{what}: it hides text or steers screens", place)


def spell(words: str, in_brackets: bool = False) -> str:
    """Words for a new value. A title that some YAML reader would take for a number, or for no, is put in quotes."""
    loose = bool(taken_for(words)) and not isinstance(words, Bare)
    return words if not loose and is_plain(words, in_brackets) else double_quoted(words)


def is_plain(words: str, in_brackets: bool) -> bool:
    """Whether words without quotes read back as themselves."""
    if not words or words != words.strip() or "\n" in words:
        return False
    document = parse(f"[{words}]" if in_brackets else f"k: {words}", "")
    return not document.problems and document.data == ([words] if in_brackets else {"k": words})


def single_quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def double_quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'


# --- block text


def _stays_block(words: str, spot: Spot, written: str) -> bool:
    header = _HEADER.match(written)
    has_comment = header is not None and "#" in header[2]
    return has_comment or "\n" in words or spot.base + len(words) > _ONE_LINE - 20


def _blocks(words: str, spot: Spot, written: str) -> Iterator[str]:
    """Block text in the old way (folded or literal), then literal."""
    body = words.rstrip("\n")
    if not body:
        return
    header = _HEADER.match(written)
    behind = header[2].rstrip() if header and spot.is_block else ""
    if spot.style == ">" and not re.search(r"^[ \t]", body, re.M):
        yield _block(">", words, _folded(body, _width(spot, written)), spot, behind)
    yield _block("|", words, body.split("\n"), spot, behind)


def _block(style: str, words: str, lines: list[str], spot: Spot, behind: str) -> str:
    ends = len(words) - len(words.rstrip("\n"))
    chomping = "-" if not ends else "" if ends == 1 else "+"
    first = next(line for line in lines if line)
    digit = str(spot.indent - spot.base) if first[0] in " \t" else ""
    margin = " " * spot.indent
    indented = [margin + line if line else "" for line in (*lines, *[""] * (ends - 1))]
    return spot.newline.join([f"{style}{digit}{chomping}{behind}", *indented])


def _width(spot: Spot, written: str) -> int:
    """Where the old text was folded: lines before the change then stay as they are."""
    lines = written.splitlines()[1:]
    longest = max(map(len, lines), default=0)
    return (longest if len(lines) > 1 and longest > _TOO_NARROW else _FOLDED_AT) - spot.indent


def _folded(body: str, width: int) -> list[str]:
    """Lines that folding joins to ``body``: an empty line more between them than it has."""
    lines = list[str]()
    for paragraph in body.split("\n"):
        lines += [*([""] if lines and paragraph else []), *_filled(paragraph, width)]
    return lines


def _filled(paragraph: str, width: int) -> list[str]:
    lines = [""]
    for word in _BREAKABLE.split(paragraph):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and len(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
