"""Parties, issues and sources as somebody types them: `us=United States`, `Foreign troops:yes-no`."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import get_args
from unicodedata import combining, normalize

from negotiate.files.edit.layout import Value
from negotiate.files.edit.refused import EditRefused
from negotiate.files.edit.spelling import Bare
from negotiate.files.format.parts import Kind
from negotiate.files.suggest import closest, listed
from negotiate.files.to_model.domains import NEEDS
from negotiate.files.to_model.names import RESERVED
from negotiate.terms import plain

KINDS: tuple[str, ...] = get_args(Kind)
ISSUE_FORM = "TITLE:TYPE, then :UNIT of a quantity or :A,B,C as the options, items or steps"
_TYPED = re.compile(rf"(.+?)\s*:\s*({'|'.join(KINDS)})\s*(?::\s*(.*))?", re.S)
_LONGEST = 30  # characters of a name made from a title
_NAMED = re.compile(r"\s*([^\s=][^=]*?)\s*=\s*(.+)", re.S)


@dataclass(frozen=True)
class Spec:
    """What is to be listed under a name; ``words`` are its title, which the name may be made of."""

    name: str
    words: str
    value: Value = field(default="")

    @property
    def keys(self) -> Mapping[str, Value]:
        return self.value if isinstance(self.value, Mapping) else {}


def read_party(words: str, taken: Collection[str] = (), role: str = "", must_agree: str = "") -> Spec:
    """`Russia`, or `us=United States`. Raises EditRefused."""
    name, shown = _named(words, "party", taken)
    given: dict[str, Value] = {"role": role, "must_agree": Bare(must_agree)}
    more = {key: value for key, value in given.items() if value}
    return Spec(name, shown, {"name": shown, **more} if more else shown)


def read_issue(words: str, taken: Collection[str] = ()) -> Spec:
    """`Limit on the army:quantity:troops`, with `army=` before it if you like. Raises EditRefused."""
    found = _TYPED.fullmatch(words.strip())
    titled, kind, rest = found.groups() if found else (words, "text", None)
    if found is None and ":" in words:
        _refuse_type(words)
    name, title = _named(titled, "issue", taken)
    return Spec(name, title, {"title": title, "type": kind, **_needed(title, kind, (rest or "").strip())})


def read_source(words: str, taken: Collection[str] = (), **more: str) -> Spec:
    """`memo=Memorandum of the ministry`, or its title alone. Raises EditRefused."""
    name, title = _named(words, "source", taken)
    given = {key: Bare(value) if key == "date" else value for key, value in more.items() if value}
    return Spec(name, title, {"title": title, **given})


def name_of(title: str) -> str:
    """A name for a title: "Limit on Ukraine's army" is limit_on_ukraines_army."""
    bare = "".join(each for each in normalize("NFKD", title.casefold()) if not combining(each))
    words = re.findall(r"\w+", normalize("NFC", bare).replace("'", "").replace("’", ""))
    kept = [word for word in words if word != "or"]  # which means something in the language of terms
    while len(kept) > 1 and len("_".join(kept)) > _LONGEST:
        kept.pop()
    return "_".join(kept)[:_LONGEST].strip("_")


def _named(words: str, kind: str, taken: Collection[str]) -> tuple[str, str]:
    """The name and the title in `name=title`; a name is made where none is given."""
    given = _NAMED.fullmatch(words)
    if given:
        return given[1], given[2].strip()
    title = " ".join(words.split())
    if not title:
        raise EditRefused(f"the {kind} has no name")
    name = name_of(title) or kind
    used = {plain(each) for each in (*taken, *RESERVED)}
    tries = (name, *(f"{name}_{number}" for number in range(2, len(used) + 3)))
    return next(each for each in tries if plain(each) not in used), title


def _needed(title: str, kind: str, rest: str) -> dict[str, Value]:
    """The key that an issue of a type cannot be without."""
    key = NEEDS.get(kind)
    if key is None and rest:
        raise EditRefused(f"`{title}`: an issue of type {kind} takes nothing more, so not `{rest}`")
    if key is None:
        return {}
    names = [each.strip() for each in rest.split(",") if each.strip()]
    if not names:
        example = f"{title}:{kind}:{'troops' if key == 'unit' else 'one,another,a third'}"
        raise EditRefused(f"`{title}`: an issue of type {kind} needs its {key}: `{example}`")
    return {key: rest if key == "unit" else names}


def _refuse_type(words: str) -> None:
    kind = words.split(":")[1].strip()
    near = closest(kind, KINDS)
    hint = f"did you mean `{near}`?" if near else f"there is {listed(KINDS, 9)}"
    raise EditRefused(f"`{kind}` is not a type of issue; {hint}")
