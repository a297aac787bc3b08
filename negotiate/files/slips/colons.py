"""Slips with the colon behind a key."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiate.files.format.keys import KEYS, WORDY
from negotiate.files.slips.scene import Line, Scene, Slip, quoted
from negotiate.files.source.agreement import Remark
from negotiate.files.source.mended import Edit
from negotiate.files.source.parts import parent
from negotiate.files.suggest import closest

_TIGHT = re.compile(r"(?P<key>[^\s:,{}\[\]\"'#][^:,{}\[\]\"'#]{0,40}?):(?=[^\s:/,]|\u00a0)")
_BARE = re.compile(r" *(?:- +)*(?P<key>[^\s:,{}\[\]\"'#&*!|>%@`-][^\s:,{}\[\]\"'#]*)(?= *[{\[]|\s+\S|\s*$)")
_ENTRY = re.compile(r"(?P<key>[^\s:,{}\[\]\"'#]+) +(?P<value>[^,{}\[\]]+)")
_WORD_END = re.compile(r"(?<=\S) +(?=\S)")
_MOST_MEANT = 3  # keys that a word may be
_MOST_WORDS = 4  # of a name that lacks its colon


def tight_colon(scene: Scene) -> Iterator[Slip]:
    for line in scene.suspects():
        for found in list(_TIGHT.finditer(line.text))[:3]:
            at = line.start + found.end()
            key = found["key"].lstrip("- ")
            remark = Remark("E101", "no space after the colon", f"write `{key}: …`")
            edit = Edit(at, at + (scene.text[at] == "\u00a0"), " ")
            yield Slip(remark, line.start + found.start("key"), at, (edit,))


def missing_colon(scene: Scene) -> Iterator[Slip]:
    around = parent(scene.text, scene.line)
    for line in dict.fromkeys((*scene.suspects(), *((around,) if around else ()))):
        found = _BARE.match(line.text)
        if found and (not line.key() or re.match(r"\s*[{\[]", line.text[found.end() :])):
            start, end = line.start + found.start("key"), line.start + found.end()
            colon = ":" if scene.text[end : end + 1] in (" ", "\n", "\r", "") else ": "
            meant = _meant(found["key"])
            for key in meant:
                yield _without_colon(line, found, (Edit(start, end, key + colon),), key)
            yield _without_colon(line, found, (Edit(end, end, colon),))
            if not line.text[found.end() :].strip():  # nor any value: then it is hardly begun, and can wait
                yield _without_colon(line, found, (Edit(start, end, " " * (end - start)),), next(iter(meant), ""))


def _meant(word: str) -> list[str]:
    """The keys that a word may be which is none: one of which only the first letters were typed, or one like it."""
    word = word.rstrip(";=.")
    begun = [key for key in sorted(KEYS) if len(word) > 1 and key.startswith(word)]
    near = closest(word, sorted(KEYS))
    return list(dict.fromkeys([*begun, *([near] if near else [])]))[:_MOST_MEANT]


def missing_first_colon(scene: Scene) -> Iterator[Slip]:
    """`title Two words: more`: the colon of the value was taken for that of the key."""
    for line in scene.suspects():
        found, key = _BARE.match(line.text), line.key()
        if found and key and found["key"] in KEYS and found.end() < key.end("key"):
            end = line.start + found.end()
            start = end + len(line.text[found.end() :]) - len(line.text[found.end() :].lstrip())
            quotes = () if scene.text[start] in "'\"" else quoted(scene.text, start, line.last)
            yield _without_colon(line, found, (Edit(end, end, ":"), *quotes))


def missing_inner_colon(scene: Scene) -> Iterator[Slip]:
    """`{demand: yes, source memo}`, where the parser takes the entry for a key without a value."""
    at = scene.at - scene.line.start
    found = _ENTRY.match(scene.line.text, at) if at > 0 else None
    if found is None or not scene.line.text[:at].rstrip().endswith(("{", ",")):
        return
    behind = [found.end("key")] if found["key"] in KEYS else _word_ends(scene.line, found)
    if not _continues_words(scene.line, found):
        for at in behind:
            end = scene.line.start + at
            yield _without_colon(scene.line, found, (Edit(end, end, ":"),))


def _word_ends(line: Line, entry: re.Match[str]) -> list[int]:
    ends = [each.start() for each in _WORD_END.finditer(line.text, entry.start(), entry.end())]
    return [*ends[:_MOST_WORDS], *ends[_MOST_WORDS:][-1:]]


def _continues_words(line: Line, entry: re.Match[str]) -> bool:
    """Whether what stands before the entry is text of the writer's own, which a comma may well be a part of."""
    before = re.search(r"([^\s,{]+): +[^\s\"'][^,{}\[\]\"']*, *$", line.text[: entry.start()])
    return before is not None and before[1] in WORDY


def _without_colon(line: Line, found: re.Match[str], edits: tuple[Edit, ...], key: str = "") -> Slip:
    remark = Remark("E101", f"no colon after `{found['key']}`", f"write `{key or found['key']}: …`")
    return Slip(remark, line.start + found.start("key"), line.start + found.end("key"), edits)
