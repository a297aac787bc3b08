"""What was read from a folder that people do not know, with every file named as they know it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from negotiate.model import Place
from negotiate.terms import Domain, Term

T = TypeVar("T")


def relabelled(value: T, names: Mapping[str, str]) -> T:
    """A copy of ``value`` in which each path of ``names`` has its other name, the longest path first."""
    copy: T = _Relabelling(names).of(value)
    return copy


class _Relabelling:
    """What is one object before is one object after: entries share their statement."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = sorted(names.items(), key=lambda name: -len(name[0]))
        self._done = dict[int, Any]()

    def of(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, Place):
            return value._replace(file=self._text(value.file))
        if isinstance(value, Path):
            return Path(self._text(str(value)))
        if isinstance(value, tuple):
            parts = [self.of(each) for each in value]
            return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
        if isinstance(value, Mapping):
            return {key: self.of(each) for key, each in value.items()}
        if is_dataclass(value) and not isinstance(value, Term | Domain | Enum):
            if id(value) not in self._done:
                self._done[id(value)] = self._object(value)
            return self._done[id(value)]
        return value

    def _object(self, value: Any) -> Any:
        now = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
        return replace(value, **{name: self.of(part) for name, part in now.items()})

    def _text(self, text: str) -> str:
        for path, name in self._names:
            if path in text:
                text = text.replace(path, name)
        return text
