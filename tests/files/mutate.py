"""Files as they come out of careless editing: bytes, lines and indentation deleted, put in, doubled, exchanged."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

TOKENS = [
    *(b"{", b"}", b"[", b"]", b":", b": ", b",", b", ", b"#", b" #", b"&a ", b"*a", b"!", b"!!x ", b"|", b">", b"'", b'"'),
    *(b"%", b"@", b"`", b"\\", b"?", b"? ", b"- ", b"-", b"\n", b"\r", b"\r\n", b"\t", b" ", b"  ", b"---\n", b"...\n"),
    *(b"<<: ", b"~", b"null", b"<<<<<<< ", b"=======\n", b">>>>>>> x\n", b"\0", b"\x1b[31m", b"\x7f", b"\xff", b"\xc2\x85"),
    *("\u2028\u202e\u2066\ufeff\ufffd谈é👨\u200d👩".encode(), b"\xed\xa0\x80", b'"\\e"', b'"\\ud800"', b'"\\x"', b"1_000", b"=", b" or "),
    *(b"; ", b"any of ", b"at most ", b"exactly ", b"silent", b"others", b"note: x", b"if: {", b"terms: ", b"2025-02-30", b"9" * 400),
]  # fmt: skip


def delete(text: bytes, random: Random) -> bytes:
    at = random.randrange(len(text) + 1)
    return text[:at] + text[at + random.choice((1, 1, 2, 5, 40)) :]


def insert(text: bytes, random: Random) -> bytes:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(TOKENS) + text[at:]


def duplicate(text: bytes, random: Random) -> bytes:
    at, length = random.randrange(len(text) + 1), random.choice((1, 3, 20, 200))
    return text[: at + length] + text[at:]


def swap(text: bytes, random: Random) -> bytes:
    a, b = sorted(random.randrange(len(text) + 1) for _ in range(2))
    length = min(random.choice((1, 4, 30)), b - a)
    return text[:a] + text[b : b + length] + text[a + length : b] + text[a : a + length] + text[b + length :]


def flip(text: bytes, random: Random) -> bytes:
    at = random.randrange(len(text) + 1)
    return text[:at] + bytes([random.randrange(256)]) + text[at + 1 :]


def cut(text: bytes, random: Random) -> bytes:
    return text[: random.randrange(len(text) + 1)]


def delete_lines(text: bytes, random: Random) -> bytes:
    lines = text.splitlines(keepends=True)
    at = random.randrange(len(lines) + 1)
    return b"".join(lines[:at] + lines[at + random.choice((1, 1, 2, 6)) :])


def duplicate_lines(text: bytes, random: Random) -> bytes:
    lines = text.splitlines(keepends=True)
    at, count = random.randrange(len(lines) + 1), random.choice((1, 1, 3, 10))
    return b"".join(lines[: at + count] + lines[at:])


def swap_lines(text: bytes, random: Random) -> bytes:
    lines = text.splitlines(keepends=True)
    if len(lines) > 1:
        at = random.randrange(len(lines) - 1)
        lines[at : at + 2] = lines[at + 1], lines[at]
    return b"".join(lines)


def indent(text: bytes, random: Random) -> bytes:
    lines = text.splitlines(keepends=True)
    if not lines:
        return text
    at, count = random.randrange(len(lines)), random.choice((1, 1, 2, 8))
    change = random.choice((b" ", b"  ", b"    ", b"\t", b""))
    lines[at : at + count] = [change + line if change else line.lstrip(b" ") for line in lines[at : at + count]]
    return b"".join(lines)


MUTATIONS: list[Callable[[bytes, Random], bytes]] = [
    *(delete, insert, insert, duplicate, swap, flip, cut),
    *(delete_lines, duplicate_lines, swap_lines, indent, indent),
]


def mutated(text: bytes, random: Random) -> bytes:
    """The text after one to three mutations."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        text = random.choice(MUTATIONS)(text, random)
    return text
