"""Signs of a Chinese or Japanese keyboard in place of those that YAML knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiate.files.format.keys import KEYS
from negotiate.files.slips.scene import Scene, Slip
from negotiate.files.source.agreement import Remark
from negotiate.files.source.mended import Edit

_WORD = r"[^\s:,{}\[\]\"'#\uff1a\uff0c]+"
_COLON = re.compile(rf"(?P<before>^ *(?:- +)*|[{{,\uff0c] *)(?P<key>{_WORD}) *(?P<sign>\uff1a) *")
_COMMA = re.compile(rf"(?P<sign>\uff0c) *(?P<key>{_WORD})(?::\s| *\uff1a)")


def wide_sign(scene: Scene) -> Iterator[Slip]:
    """A wide colon behind a key, or a wide comma before one: one edit for all of the line."""
    for line in scene.suspects():
        colons = [each for each in _COLON.finditer(line.text) if not each["before"].strip() or each["key"] in KEYS]
        edits = [Edit(line.start + each.start("sign"), line.start + each.end(), ": ") for each in colons]
        edits += [
            Edit(line.start + each.start("sign"), line.start + each.start("key"), ", ")
            for each in _COMMA.finditer(line.text)
        ]
        if edits:
            edits.sort()
            first = edits[0].start
            yield Slip(_remark(scene.text[first]), first, first + 1, tuple(edits))


def _remark(sign: str) -> Remark:
    name, plain = ("colon", ": ") if sign == "\uff1a" else ("comma", ", ")
    return Remark("E101", f"a wide {name}, which YAML takes for a letter", f"write `{plain}` in its place")
