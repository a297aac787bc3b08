"""Those who negotiate, host or draft."""

from __future__ import annotations

from dataclasses import dataclass

from negotiate.model.place import Place


@dataclass(frozen=True, slots=True)
class Party:
    """``must_agree`` is False for a host, mediator or author of drafts: compared in pairs only."""

    id: str
    name: str
    place: Place
    role: str = ""
    must_agree: bool = True
    note: str = ""
