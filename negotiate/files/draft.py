"""A folder read as it would be with some of its files changed or added: nothing is written for it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from negotiate.files.folder import PARTIES, Folder
from negotiate.files.load import Loaded, _collector_paused, _load
from negotiate.files.sheet import Sheet
from negotiate.files.slips.judge import Judge
from negotiate.files.syntax import read_sheet


@dataclass(slots=True)
class _Draft(Folder):
    drafts: Mapping[str, str] = field(default_factory=dict)

    def party_files(self) -> list[str]:
        added = {name for name in self.drafts if os.path.dirname(name) == os.path.join(self.root, PARTIES)}
        # Not super(): a dataclass with slots is made anew, and the old one is no base of it.
        return sorted(added.union(Folder.party_files(self)))

    def read(self, name: str, judge: Judge) -> Sheet | None:
        if name not in self.drafts:
            return Folder.read(self, name, judge)
        self.files.append(Path(name))
        return read_sheet(self.drafts[name], name, judge)


def load_draft(folder: str, drafts: Mapping[str, str]) -> Loaded:
    """What ``load`` would make of the folder if the files of these names had these texts."""
    with _collector_paused():
        return _load(_Draft(folder, drafts=drafts))
