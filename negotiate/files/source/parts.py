"""Parts of a text that may be set aside around what is no YAML, from small to large."""

from __future__ import annotations

from collections.abc import Iterator

from negotiate.files.slips.scene import Line, line_above, line_at, line_below

_MOST_BLOCKS = 8
_FURTHEST = 20_000  # lines that are looked through for the end of a block, or its beginning: 0.1 s


def parts(text: str, blamed_at: int, noticed_at: int) -> Iterator[tuple[int, int]]:
    """Lines, then lines with what is indented below them, then the blocks around, then the rest of the text."""
    blamed, noticed = line_at(text, blamed_at), line_at(text, noticed_at)
    seen = set[tuple[int, int]]()
    for part in (*_lines(text, blamed, noticed), *_blocks(text, noticed if blamed.blank else blamed)):
        if part not in seen:
            seen.add(part)
            yield part
    yield blamed.start, len(text)


def _lines(text: str, blamed: Line, noticed: Line) -> Iterator[tuple[int, int]]:
    """Single lines, where nothing below belongs to them."""
    for line in (blamed, noticed, line_above(text, noticed)):
        if line is None or line.blank:
            continue
        below = line_below(text, line)
        if below is None or below.indent <= line.indent:
            yield _behind_dash(line), line.end
            yield line.start, line.end


def _behind_dash(line: Line) -> int:
    """Where the line begins behind its dash: blanked from there it is still an item, for the lines below."""
    dashes = len(line.text) - len(line.text.lstrip(" -"))
    return line.start + (dashes if "- " in line.text[:dashes] else 0)


def _blocks(text: str, line: Line) -> Iterator[tuple[int, int]]:
    block: Line | None = line
    for _ in range(_MOST_BLOCKS):
        if block is None:
            return
        yield block.start, _block_end(text, block)
        block = parent(text, block)


def _block_end(text: str, line: Line) -> int:
    """The end of the last line that is indented further than `line`."""
    last = line
    below = line_below(text, line)
    for _ in range(_FURTHEST):
        if below is None or below.indent <= line.indent:
            return last.end
        last = below
        below = line_below(text, below)
    return len(text)


def parent(text: str, line: Line) -> Line | None:
    """The nearest line above that is indented less."""
    above = line_above(text, line)
    for _ in range(_FURTHEST):
        if above is None or above.indent < line.indent:
            return above
        above = line_above(text, above)
    return None
