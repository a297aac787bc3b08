"""The file format of what was said: positions, statements, replies."""

from typing import Annotated, Any, Required, TypeAlias, TypedDict

from negotiate.files.format.parts import (
    Date,
    Day,
    Names,
    Quoted,
    Says,
    Shaped,
    Told,
    Words,
    WordsListOr,
    WordsOr,
    WordsOrEach,
    YesNo,
    key,
    shape_of,
)

_Conditions = Annotated[
    dict[str, Names], key("On what condition: what must hold on other issues.", {"guarantees": "at least robust"})
]
_Conditional = TypedDict("_Conditional", {"if": _Conditions}, total=False)  # `if` cannot be written in a class


class Offer(Quoted, _Conditional, total=False):
    """A term with a condition, a scope or a source of its own."""

    terms: Required[Annotated[Names, key("The term: words, or a list, which means `or`.", "open door")]]
    scope: Annotated[Words, key("What the term applies to or runs from.", "in peacetime")]
    according_to: Annotated[Words, key("Who tells it.", "sources of Reuters")]


class Ruled(Quoted, total=False):
    """A red line with a scope or a source of its own."""

    terms: Required[Annotated[Names, key("What is ruled out: words, or a list, which means `or`.", "any limit")]]
    scope: Annotated[Words, key("What it applies to.", "in peacetime")]
    according_to: Annotated[Words, key("Who tells it.", "sources of Reuters")]


Terms: TypeAlias = WordsListOr[Offer]


class Position(Quoted, _Conditional, total=False):
    """What a party wants on one issue. A bare term in its place is a demand."""

    demand: Annotated[Terms, key("What it asks for.", "limit of 250_000", "unchanged; elections before treaty")]
    terms: Annotated[Terms, key("In a joint text: what it says. The same as `demand`.", "limit of 800_000")]
    accept: Annotated[
        WordsOrEach[Offer],
        key("What else it would take.", "open door", {"terms": "open door", "if": {"guarantees": "Article 5-like"}}),
    ]
    rules_out: Annotated[WordsListOr[Ruled], key("Its red line.", "any limit", "anything else")]
    scope: Annotated[Words, key("What the term applies to or runs from.", "from the start of withdrawal")]
    says: Annotated[Words, key("What cannot be computed.", "will come back to it after the elections")]
    according_to: Annotated[
        WordsOr[dict[str, Terms]],
        key(
            "Who tells it; or, in place of a term, each side's version.",
            {"ukraine": "exactly 6_000", "russia": "exactly 0"},
        ),
    ]


POSITION_KEYS = frozenset(Position.__annotations__) - {"note"}
_NO_POSITION_KEY = POSITION_KEYS.isdisjoint


def position_shape(value: Any) -> str | None:
    """A mapping without any key of a position names the items of an issue with `each`."""
    if type(value) is dict and _NO_POSITION_KEY(value):
        return "=items"
    return shape_of(value)


PositionValue: TypeAlias = Annotated[
    Words | list[Words] | Position | dict[str, WordsListOr[Position]], Shaped(position_shape)
]
Positions = dict[str, PositionValue]


class Statement(Told, total=False):
    """One paper, speech or report of a party."""

    title: Annotated[Words, key("What it is called.", "Proposals of Istanbul")]
    by: Annotated[Words, key("Who said it.", "Rustem Umerov")]
    according_to: Annotated[Words, key("Who tells it.", "sources of Reuters")]
    date: Annotated[Date, key("When; without it the date of its source.", "2025-06-02", "2025-12-14 to 2025-12-15")]
    until: Annotated[Day, key("The day on which it stopped counting.", "2025-05-16")]
    remark: Annotated[YesNo, key("yes: an aside, a trial balloon, a leak. Shown and never counted.", "yes")]
    positions: Required[Annotated[Positions, key("What it says on each issue.", {"nato": "own choice"})]]


class Response(Quoted, total=False):
    """What a party said in reply."""

    to: Required[Annotated[Words, key("Whom or what it answers: a party, a text or a source.", "ru-memo")]]
    issue: Annotated[
        Names, key("The issues it answers on; without it, the whole.", "territory Donetsk", ["order", "nato"])
    ]
    says: Required[Annotated[Says, key("What it says. `no answer`: looked for, none found.", "rejects as ultimatum")]]
    date: Annotated[Date, key("When. Only `no answer` may do without.", "2025-06-04")]
    by: Annotated[Words, key("Who said it.", "Volodymyr Zelensky")]
    according_to: Annotated[Words, key("Who tells it.", "Andrii Sybiha")]
