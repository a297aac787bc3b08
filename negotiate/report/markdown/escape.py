"""Text from files as Markdown that reads back as that very text: on one line, wherever it is put."""

from __future__ import annotations

import re
from collections.abc import Iterable

from negotiate.text.clean import one_line

BREAK = "<!-- -->"
"""Splits a word for GitHub, which looks for names, issues and pictures after the Markdown is done."""

_SPECIAL = re.compile(r"([\\`*_\[\]|~$#])|([&<>])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_AT_START = re.compile(r"^([-+=])|^(\d{1,9})(?=[.)])")
_AT_END = re.compile(r"([!^])$")
_LINK = re.compile(r"//|(?<=www)\.", re.IGNORECASE)
_GITHUB = re.compile(
    r"@(?=\w)"  # a name, or an address
    r"|:(?=[\w+\\-]+:)"  # :smile:, :thumbs\_up:
    r"|(?<=\\#)(?=\d)"  # an issue
    r"|(?<=\bGH-)(?=\d)",
    re.IGNORECASE,
)
_SAFE_IN_LINK = re.compile(r"(?i)https?://[^\s<>\x00-\x20\x7f]+")
_ENCODED = {"|": "%7C", "\\": "%5C", "`": "%60", "[": "%5B", "]": "%5D", "^": "%5E"}


def inline(text: str) -> str:
    """``text`` on one line, showing literally. White space is tidied, control characters are replaced."""
    line = one_line(text)
    if line.replace(" ", "").isalnum():
        return line
    line = _SPECIAL.sub(_escaped, line)
    line = _LINK.sub(lambda match: "".join(f"\\{sign}" for sign in match[0]), line)
    line = _GITHUB.sub(lambda match: match[0] + BREAK, line)
    line = _AT_END.sub(r"\\\1", line)
    return _AT_START.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\", line)


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[1]}" if match[1] else _ENTITIES[match[2]]


def cell(parts: Iterable[str]) -> str:
    """Lines of Markdown, each already safe, as one table cell."""
    return "<br>".join(part for part in parts if part)


def bold(text: str) -> str:
    """For a place between spaces or punctuation."""
    line = inline(text)
    return f"**{line}**" if line else ""


def italic(text: str) -> str:
    line = inline(text)
    return f"*{line}*" if line else ""


def quoted(text: str) -> str:
    return f"“{inline(text)}”"


def link(url: str) -> str:
    """An address to follow where it is one of the web, else its text."""
    address = one_line(url)
    if not _SAFE_IN_LINK.fullmatch(address) or "\ufffd" in address:
        return inline(url)
    return f"<{''.join(_ENCODED.get(sign, sign) for sign in address)}>"


def label(words: str) -> str:
    """A name for a footnote: letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-") or "source"
