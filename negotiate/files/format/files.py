"""The file format: every mapping, its keys, what they mean and an example of each.

Typed dictionaries, by which files are checked and from which a JSON Schema can be made. A scalar arrives as the
text that the writer wrote and stays text: what an issue's type says is what reads it. So the checked data are
used as they are, in the very containers whose places in the file are known.

``NegotiationFile`` and ``PartyFile`` are the two files; what was said is in ``format_positions``, and what all
of it is made of in ``format_parts``.
"""

from typing import Annotated, Required, TypeAlias

from negotiate.files.format.parts import (
    Date,
    Day,
    Direction,
    Doubt,
    Grade,
    Kind,
    ListOrMapping,
    Names,
    Noted,
    Share,
    Status,
    Told,
    Whole,
    Words,
    WordsOr,
    YesNo,
    key,
)
from negotiate.files.format.positions import Positions, Response, Statement


class PartyKeys(Noted, total=False):
    """Somebody at the table, where more than the name is to be said."""

    name: Annotated[Words, key("As shown; without it the name in the file.", "United States")]
    role: Annotated[Words, key("What it does at the table.", "author of drafts")]
    must_agree: Annotated[YesNo, key("no: a host, mediator or author of drafts, compared in pairs only.", "no")]


class Round(Noted, total=False):
    """A meeting."""

    date: Required[Annotated[Date, key("When.", "2025-06-02", "2022-03-29 to 2022-04-15")]]
    until: Annotated[Day, key("Replies and events count up to this day.", "2025-06-30")]
    place: Annotated[Words, key("Where.", "Istanbul")]
    host: Annotated[Words, key("Who received the parties.", "Türkiye")]
    present: Annotated[Names, key("Who sat at the table.", ["russia", "ukraine"])]


class Issue(Noted, total=False):
    """A row: something that can be settled in one way or another."""

    title: Required[Annotated[Words, key("What the row is called.", "Limit on Ukraine's army")]]
    question: Annotated[Words, key("What is asked.", "What limit would the text set?")]
    group: Annotated[Words, key("A heading above rows.", "Security")]
    type: Required[Annotated[Kind, key("What an outcome is.", "quantity")]]
    options: Annotated[ListOrMapping, key("Of a choice or a scale (from least to most).", ["neutral", "own choice"])]
    items: Annotated[ListOrMapping, key("Of a set.", ["Sumy", "Kharkiv"])]
    steps: Annotated[ListOrMapping, key("Of a sequence.", ["ceasefire", "withdrawal", "treaty"])]
    unit: Annotated[Words, key("Of a quantity.", "troops")]
    min: Annotated[Words, key("The least possible outcome.", "20")]
    max: Annotated[Words, key("The greatest possible outcome.", "40")]
    whole: Annotated[YesNo, key("no: a quantity that has parts.", "no")]
    no_limit: Annotated[Words, key("The name of the outcome above every number.", "no cap")]
    given: Annotated[Words, key("Orders of steps that hold for everybody.", "talks before withdrawal")]
    each: Annotated[list[Words], key("One row for each of these.", ["Donetsk", "Luhansk"])]
    wants: Annotated[dict[str, Direction], key("Which party gains in which direction.", {"russia": "lower"})]


class Text(Told, total=False):
    """A paper of several parties."""

    title: Annotated[Words, key("What it is called.", "20-point draft")]
    date: Required[Annotated[Date, key("When.", "2025-12-24")]]
    of: Annotated[Names, key("Whose; without it, of all who must agree.", ["ukraine", "us"])]
    status: Annotated[Status, key("draft: the demand of each. agreed: what was settled; changes none.", "agreed")]
    until: Annotated[Day, key("The day on which it stopped counting.", "2025-05-16")]
    according_to: Annotated[Words, key("Who tells it.", "sources of Reuters")]
    terms: Required[Annotated[Positions, key("What it says on each issue.", {"nato": "neutral"})]]


class Event(Told, total=False):
    """Something that happened: context, no position."""

    date: Required[Annotated[Date, key("When.", "2025-06-07")]]
    what: Required[Annotated[Words, key("What happened.", "The first transfer is put off")]]
    issue: Annotated[Names, key("The issues it concerns; without it, all.", "bodies")]
    by: Annotated[Words, key("Who did or said it.", "Alexander Grushko")]
    according_to: Annotated[
        WordsOr[dict[str, Words]],
        key("Whose claim it is; or each side's version.", {"russia": "6060", "ukraine": "6057"}),
    ]
    disputed_by: Annotated[Words, key("Who disputes it.", "ukraine")]
    dropped: Annotated[YesNo, key("yes: its issues are off the table from this day on.", "yes")]
    merged_into: Annotated[Names, key("The issue that its issues are a part of from this day on.", "guarantees")]


class Source(Noted, total=False):
    """A text that positions and replies rest on."""

    title: Required[Annotated[Words, key("Its title.", "Russian memorandum")]]
    publisher: Annotated[Words, key("Who published it.", "TASS")]
    date: Annotated[Date, key("When it came out.", "2025-06-02")]
    url: Annotated[Words, key("Where to find it.", "https://tass.com/politics/1967467")]
    grade: Annotated[
        Grade,
        key(
            "A official text, B official statement or good press, C report of a document, D analyst or memory.",
            "A",
        ),
    ]


PartyValue: TypeAlias = WordsOr[PartyKeys]


class NegotiationFile(Noted, total=False):
    """`negotiation.yaml`: what is on the table, who sits at it, what several signed or drafted, the sources."""

    negotiation: Required[Annotated[Words, key("The title.", "Istanbul talks, second round")]]
    summary: Annotated[Words, key("Two lines for the library.", "Direct talks; each side had its own paper.")]
    as_of: Annotated[Words, key("What opens first: a round or a day.", "june-2025", "2025-06-30")]
    show: Annotated[list[Words], key("The pair that the screen opens with.", ["russia", "ukraine"])]
    fictional: Annotated[YesNo, key("yes: invented for teaching.", "yes")]
    ignore: Annotated[list[Doubt], key("Codes of warnings that do not hold here, each for a reason.", ["W407"])]
    wording: Annotated[
        dict[str, Words],
        key("Words that take a side here, each with a neutral one in its place.", {"liberated": "held by"}),
    ]
    rounds: Annotated[dict[str, Round], key("The meetings.", {"june-2025": {"date": "2025-06-02"}})]
    parties: Required[Annotated[dict[str, PartyValue], key("Who sits at the table.", {"russia": "Russia"})]]
    issues: Annotated[
        dict[str, Issue],
        key("What is on the table.", {"foreign_troops": {"title": "Foreign troops", "type": "yes-no"}}),
    ]
    texts: Annotated[
        dict[str, Text],
        key("Papers of several parties.", {"draft-20": {"date": "2025-12-24", "terms": {"nato": "silent"}}}),
    ]
    events: Annotated[
        list[Event], key("What happened around the talks.", [{"date": "2025-06-07", "what": "The transfer is put off"}])
    ]
    sources: Annotated[
        dict[str, Source], key("What all of it rests on.", {"ru-memo": {"title": "Russian memorandum", "grade": "A"}})
    ]


class PartyFile(Noted, total=False):
    """`parties/NAME.yaml`: what one party said, paper by paper, and how it responded."""

    party: Required[Annotated[Words, key("The party's name in negotiation.yaml.", "ukraine")]]
    salience: Annotated[
        dict[str, Share], key("How much each issue matters to it, 0 to 100: the editor's estimate.", {"nato": 100})
    ]
    points: Annotated[
        dict[str, dict[str, Whole]],
        key("What each outcome is worth to it: the editor's estimate.", {"pupils": {"yes": 11, "no": 0}}),
    ]
    no_deal: Annotated[Whole, key("The worth of no agreement.", 40)]
    statements: Annotated[
        list[Statement], key("What it said.", [{"date": "2025-06-02", "positions": {"nato": "own choice"}}])
    ]
    responses: Annotated[
        list[Response], key("How it responded.", [{"to": "ru-memo", "says": "rejects", "date": "2025-06-04"}])
    ]
