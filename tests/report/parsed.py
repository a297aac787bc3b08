"""Markdown read back as GitHub reads it: tables, strikethrough, bare addresses, HTML, footnotes."""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    markdown = MarkdownIt("gfm-like", {"html": True}).use(footnote_plugin)
    assert markdown.linkify
    markdown.linkify.set({"fuzzy_link": False})  # GitHub links no bare domain, only www. and https://
    return markdown


def parse(text: str) -> list[Token]:
    return parser().parse(text)


def shape(tokens: list[Token]) -> list[str]:
    """The structure alone: block by block, with what stands inside a line but text."""
    found: list[str] = []
    for token in tokens:
        found.append(f"{token.type} {token.tag} {token.info if token.type == 'fence' else ''}".strip())
        for child in token.children or []:
            if child.type == "html_inline" and child.content.startswith("<!--"):
                continue
            if child.type not in ("text", "text_special"):
                found.append(f". {child.type} {child.content if child.type == 'html_inline' else ''}".strip())
    return found


def text_of(token: Token) -> str:
    """What a reader sees of one line."""
    seen = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            seen.append("\n")
        elif child.type == "html_inline":
            seen.append("\n" if child.content == "<br>" else "")
        else:
            seen.append(child.content)
    return "".join(seen)


def texts(tokens: list[Token]) -> list[str]:
    return [text_of(token) for token in tokens if token.type == "inline"]


def count(tokens: list[Token], kind: str) -> int:
    return sum(token.type == kind for token in tokens)


def rows(tokens: list[Token]) -> list[int]:
    """How many cells each row of each table has."""
    found: list[int] = []
    for token in tokens:
        if token.type == "tr_open":
            found.append(0)
        elif token.type in ("td_open", "th_open"):
            found[-1] += 1
    return found
