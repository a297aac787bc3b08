"""What the mappings of the file format are made of: words, dates, numbers, and values of several shapes."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from pydantic import ConfigDict, Discriminator, Field, Tag, WithJsonSchema
from pydantic.fields import FieldInfo
from typing_extensions import TypedDict

CLOSED = ConfigDict(extra="forbid")

_DAY = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
DAY_PATTERN = f"^{_DAY}$"
DATE_PATTERN = f"^{_DAY}( to {_DAY})?$"
WHOLE_PATTERN = "^-?[0-9][0-9_]{0,11}$"
SHARE_PATTERN = "^(100|[0-9]{1,2})$"

Words = Annotated[str, Field(min_length=1)]
Date = Annotated[str, Field(pattern=DATE_PATTERN)]
"""A day, month or year, or a run: "2025-06-02", "2025-06", "2014", "2025-12-14 to 2025-12-15"."""
Day = Annotated[str, Field(pattern=DAY_PATTERN)]
Whole = Annotated[str, Field(pattern=WHOLE_PATTERN), WithJsonSchema({"type": "integer"})]
Share = Annotated[str, Field(pattern=SHARE_PATTERN), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 100})]

YesNo = Literal["yes", "no", "true", "false"]
Kind = Literal["quantity", "duration", "date", "scale", "choice", "yes-no", "set", "sequence", "text"]
Direction = Literal["lower", "higher"]
Doubt = Literal["W401", "W402", "W403", "W404", "W405", "W406", "W407", "W408", "W409", "W410"]
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


def shape_of(value: Any) -> str | None:
    """The tag of a value's shape; None for a value that was left out."""
    return _TAGS.get(type(value))


T = TypeVar("T")
WordsTag = Annotated[Words, Tag("=words")]
_List = Annotated[list[T], Tag("=list")]
_Mapping = Annotated[T, Tag("=mapping")]

Names: TypeAlias = Annotated[WordsTag | _List[Words], Discriminator(shape_of)]
"""One name, or a list of names."""
WordsOr: TypeAlias = Annotated[WordsTag | _Mapping[T], Discriminator(shape_of)]
ListOrMapping: TypeAlias = Annotated[_List[Words] | _Mapping[dict[str, Words | None]], Discriminator(shape_of)]
"""Names, or each name with what it means (which may be left empty)."""
WordsListOr: TypeAlias = Annotated[WordsTag | _List[Words] | _Mapping[T], Discriminator(shape_of)]
WordsOrEach: TypeAlias = Annotated[
    WordsTag | _List[Annotated[WordsTag | _Mapping[T], Discriminator(shape_of)]] | _Mapping[T],
    Discriminator(shape_of),
]
"""Words, a mapping, or a list of either."""


def key(description: str, *examples: Any) -> FieldInfo:
    """What a key means, with an example of its value."""
    info: FieldInfo = Field(description=description, examples=list(examples))
    return info


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
