"""Lines that are no YAML and need not be: comments and marks of other languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiate.files.slips.scene import Scene, Slip
from negotiate.files.source.agreement import Remark
from negotiate.files.source.mended import Edit

_COMMENT = re.compile(r"\s*(?P<sign>//|/\*|<!--|--(?= )|TODO|FIXME|XXX)(?![^\s]*:)")
_MARK = re.compile(r"\s*(?P<sign>\.{3}|`{3}|~{3}|-{4,}|={3,})[^:]*$")


def stray_line(scene: Scene) -> Iterator[Slip]:
    for line in scene.suspects():
        if found := _COMMENT.match(line.text):
            remark = Remark("E101", "a comment begins with #", "write `# ` before it")
        elif found := _MARK.match(line.text):
            remark = Remark("E101", f"`{found['sign']}` is no part of YAML", "delete the line")
        else:
            continue
        yield Slip(remark, line.first, line.last, (Edit(line.start, line.end, " " * (line.end - line.start)),))
