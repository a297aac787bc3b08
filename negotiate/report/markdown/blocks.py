"""Blocks of Markdown, made of pieces that are already safe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def heading(level: int, text: str) -> str:
    return f"{'#' * level} {text or '(untitled)'}"


def bullets(items: Iterable[str]) -> str:
    """A list; an item may hold further lines, which are then its own."""
    return "\n".join(f"- {item}" for item in items)


def nested(item: str, under: Sequence[str]) -> str:
    """An item with a list of its own below it."""
    return "\n".join([item, *(f"  - {line}" for line in under)])


def table_block(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with a rule under its head; each piece stands on one line."""
    rule = ["---"] * len(head)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def document(blocks: Iterable[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"
