"""What other languages have in place of the signs of YAML, or beside them: bullets, comments, fences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiate.files.slips.scene import Scene, Slip
from negotiate.files.source.agreement import Remark
from negotiate.files.source.mended import Edit

_COMMENT = re.compile(r"\s*(?P<sign>//|/\*|<!--|--(?= )|TODO|FIXME|XXX)(?![^\s]*:)")
_MARK = re.compile(r"\s*(?P<sign>\.{3}|`{3}|~{3}|-{4,}|={3,})[^:]*$")
_BULLET = re.compile(r" *(?P<sign>[\u2010-\u2015\u2022\u2023\u2043\u00b7\u25aa\u25e6*]) +(?=[{\w])")


def bullet(scene: Scene) -> Iterator[Slip]:
    for line in scene.suspects():
        if found := _BULLET.match(line.text):
            at = line.start + found.start("sign")
            remark = Remark("E101", f"`{found['sign']}` in place of the dash of a list", "write `- `")
            yield Slip(remark, at, at + 1, (Edit(at, at + 1, "-"),))


def stray_line(scene: Scene) -> Iterator[Slip]:
    for line in scene.suspects():
        if found := _COMMENT.match(line.text):
            remark = Remark("E101", "a comment begins with #", "write `# ` before it")
        elif found := _MARK.match(line.text):
            remark = Remark("E101", f"a line of {found['sign']} is no part of YAML", "delete the line")
        else:
            continue
        yield Slip(remark, line.first, line.last, (Edit(line.start, line.end, " " * (line.end - line.start)),))
