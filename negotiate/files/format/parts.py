"""What the mappings of the file format are made of: words, dates, numbers, and values of several shapes.

Plain types: ``format_kept`` reads from them whether a file keeps the format, ``format_models`` makes pydantic's of
them. Both need the types themselves: hence no ``from __future__ import annotations`` in the three files of the format.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, TypedDict, TypeVar, get_origin, is_typeddict

_DAY = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
DAY_PATTERN = f"^{_DAY}$"
DATE_PATTERN = f"^{_DAY}( to {_DAY})?$"
WHOLE_PATTERN = "^-?[0-9][0-9_]{0,11}$"
SHARE_PATTERN = "^(100|[0-9]{1,2})$"


class Written(NamedTuple):
    """How words are written, and what other programs take them for: keys of a JSON Schema in place of its own."""

    pattern: str
    schema: Mapping[str, Any] = MappingProxyType({})


class Key(NamedTuple):
    """What a key means, with examples of its value."""

    description: str
    examples: tuple[Any, ...]


def key(description: str, *examples: Any) -> Key:
    return Key(description, examples)


Words: TypeAlias = str
"""Never empty, as all text in the format."""
Date = Annotated[str, Written(DATE_PATTERN)]
"""A day, month or year, or a run: "2025-06-02", "2025-06", "2014", "2025-12-14 to 2025-12-15"."""
Day = Annotated[str, Written(DAY_PATTERN)]
Whole = Annotated[str, Written(WHOLE_PATTERN, {"type": "integer"})]
Share = Annotated[str, Written(SHARE_PATTERN, {"type": "integer", "minimum": 0, "maximum": 100})]

YesNo = Literal["yes", "no", "true", "false"]
Kind = Literal["quantity", "duration", "date", "scale", "choice", "yes-no", "set", "sequence", "text"]
Direction = Literal["lower", "higher"]
Doubt = Literal["W401", "W402", "W403", "W404", "W405", "W406", "W407", "W408", "W409", "W410", "W411"]
"""The codes of warnings, which a folder may turn off."""
Status = Literal["draft", "agreed"]
Grade = Literal["A", "B", "C", "D"]
Says = Literal[
    "accepts",
    "accepts in part",
    "accepts with conditions",
    "counter-proposes",
    "defers",
    "refuses to discuss",
    "rejects",
    "rejects as ultimatum",
    "no answer",
]

SHAPES = {"=words": "words", "=list": "a list", "=mapping": "a mapping", "=items": "a mapping"}
"""The tags by which pydantic names the shapes of a value (no key of a file begins so), in words."""

_TAGS: dict[type, str] = {str: "=words", list: "=list", dict: "=mapping"}
Shape = Callable[[Any], str | None]


def shape_of(value: Any) -> str | None:
    """The tag of a value's shape; None for a value that was left out."""
    return _TAGS.get(type(value))


class Shaped(NamedTuple):
    """How the shapes of a value are told apart, where ``shape_of`` does not see the difference."""

    shape: Shape


def shapes(kinds: Iterable[Any]) -> dict[str | None, Any]:
    """What a value may be, by the tags of its shapes. Of two mappings the one with keys of the writer's is `=items`."""
    found = dict[str | None, Any]()
    for kind in kinds:
        tag = "=mapping" if is_typeddict(kind) else _TAGS.get(get_origin(kind) or kind)
        found["=items" if tag in found else tag] = kind
    return found


T = TypeVar("T")
Names: TypeAlias = Words | list[Words]
"""One name, or a list of names."""
WordsOr: TypeAlias = Words | T
ListOrMapping: TypeAlias = list[Words] | dict[str, Words | None]
"""Names, or each name with what it means (which may be left empty)."""
WordsListOr: TypeAlias = Words | list[Words] | T
WordsOrEach: TypeAlias = Words | list[Words | T] | T
"""Words, a mapping, or a list of either."""


class Noted(TypedDict, total=False):
    """`note` may stand in every mapping."""

    note: Annotated[Words, key("A remark for the reader.", "renewable every 30 days")]


class Told(Noted, total=False):
    """What rests on somebody's account."""

    source: Annotated[
        Names,
        key("A source's name, then if you like the place in it; or a list.", "ru-memo I.5", ["tass401 II", "tass405"]),
    ]


class Quoted(Told, total=False):
    """What was said in certain words."""

    quote: Annotated[Words, key("Its own words.", "No restrictions can be placed on the size")]
    headline: Annotated[Words, key("A headline's words, shown as such.", "Kyiv rejects any cap")]
    grade: Annotated[Grade, key("A grade other than the source's.", "C")]
