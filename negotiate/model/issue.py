"""What is on the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from negotiate.model.place import Place
from negotiate.terms import AnyDomain

KINDS = ("quantity", "duration", "date", "scale", "choice", "yes-no", "set", "sequence", "text")


@dataclass(frozen=True, slots=True)
class Issue:
    """One row. ``domain`` is None for free text.

    An issue with ``each`` in the file becomes one Issue for each item: ``family`` is then the id in the
    file and ``item`` the item's name; otherwise ``family`` is the id itself and ``item`` is empty.
    """

    id: str
    title: str
    kind: str
    domain: AnyDomain | None
    place: Place
    family: str
    item: str = ""
    family_title: str = ""
    question: str = ""
    group: str = ""
    meanings: Mapping[str, str] = field(default_factory=dict)
    wants: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
