"""Negotiations drawn at random: as data for YAML, and as the model that must come of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

import yaml

from negotiate.model import (
    Citation,
    Condition,
    Entry,
    Estimates,
    Issue,
    Negotiation,
    Offer,
    Party,
    Place,
    RedLine,
    Reply,
    Response,
    Round,
    Source,
    Stance,
    Statement,
    When,
)
from negotiate.terms import (
    AnyDomain,
    Choice,
    Dates,
    Duration,
    Quantity,
    Scale,
    Sequences,
    Subsets,
    Term,
    YesNo,
    read_term,
)

NOWHERE = Place("", 1, 1)
WORDS = [
    "no",
    "NO",
    "on",
    "off",
    "~x",
    "010",
    "12:30",
    "1e3",
    ".nan",
    "1_000",
    "yes",
    "null",
    "<b>b</b>",
    "[red]x",
    "a|b",
    "`c`",
    "Türkiye",
    "谈判",
    "שלום",
    "é",
    "don't",
    "say:",
    "“hm”",
    "#1",
    "-",
    "*",
    "&",
    "x,y",
    "{z}",
]
KINDS: list[tuple[dict[str, Any], AnyDomain | None, list[str]]] = [
    ({"type": "quantity", "unit": "crowns", "min": "5", "no_limit": "no cap"}, Quantity("crowns", minimum=5, no_limit="no cap"), ["at most 20", "at least 30 crowns", "10 to 25", "limit of 12", "no cap", "exactly 7 or above 1_000"]),
    ({"type": "quantity", "unit": "km", "whole": "no", "max": "90.5"}, Quantity("km", whole=False, maximum=90.5), ["below 2.5", "at least 0.5 km", "exactly 3"]),
    ({"type": "duration"}, Duration(), ["at least 30 days", "exactly 2 months", "3 to 5 years", "at most 8 weeks"]),
    ({"type": "date", "min": "2030-01-01"}, Dates(minimum=date(2030, 1, 1).toordinal()), ["by 2031-05-01", "after 2032-01-15", "exactly 2031-03-03", "2031-01-01 to 2031-02-01"]),
    ({"type": "scale", "options": ["none", "some help", "all of it"]}, Scale(("none", "some help", "all of it")), ["none", "at least some help", "some help or all of it", "at most some_help"]),
    ({"type": "choice", "options": {"east": "the old gate", "NO": "north", "west": "by the river"}}, Choice(("east", "NO", "west")), ["NO", "east or west", "anything but east", "West"]),
    ({"type": "yes-no"}, YesNo(), ["yes", "no", "anything"]),
    ({"type": "set", "items": ["Aker", "Bryn", "Cape"]}, Subsets(("Aker", "Bryn", "Cape")), ["all", "none", "including Aker", "without Bryn and Cape", "at least 2", "exactly Aker"]),
    ({"type": "sequence", "steps": ["survey", "contract", "launch"], "given": "contract before launch"}, Sequences(("survey", "contract", "launch"), frozenset({(1, 2)})), ["survey first", "survey before launch", "survey then contract then launch", "launch within 30 days after contract", "survey at least 2 months before launch"]),
    ({"type": "text"}, None, ["Blue and white; nothing else", "as in the note of March: point 3", "no"]),
]  # fmt: skip
"""The keys of an issue, its domain, and terms on it."""
STATEMENT_KEYS = ("title", "by", "according_to", "note")
REPLIES = [reply for reply in Reply if reply is not Reply.NO_ANSWER]


class Drawn:
    """`files` is the data of the files by name, `model` what they mean, all places left out."""

    def __init__(self, random: Random):
        self.random = random
        self.parties = {f"p_{n}": self.words(2) for n in range(random.randint(2, 4))}
        self.sources = {f"s{n} {self.random.choice('abc')}": self.day() for n in range(random.randint(1, 5))}
        self.kinds = [random.choice(KINDS) for _ in range(random.randint(1, 6))]
        self.files: dict[str, Any] = {}
        self.rows: dict[str, tuple[str, int]] = {}  # the row's family, and which of the kinds it is of
        self.entries: dict[tuple[str, str], list[Entry]] = {}
        self.responses: list[Response] = []
        self.estimates: dict[str, Estimates] = {}
        self.model = self.draw()

    def draw(self) -> Negotiation:
        title, summary, data = self.words(3), self.maybe_words(), dict[str, Any]()
        data |= {"negotiation": title, "fictional": "yes", "parties": dict(self.parties)} | without_none(
            summary=summary
        )
        issues = self.draw_issues(data)
        sources = {
            name: Source(name, self.words(2), NOWHERE, self.maybe_words() or "", day, grade=self.random.choice("ABCD"))
            for name, day in self.sources.items()
        }
        data["sources"] = {
            name: without_none(
                title=each.title, publisher=each.publisher or None, date=day_words(each), grade=each.grade
            )
            for name, each in sources.items()
        }
        rounds = self.draw_rounds(data)
        as_of = self.random.choice([None, rounds[0], date(2033, 1, 1)])
        if as_of:
            data["as_of"] = as_of.id.replace("_", " ").upper() if isinstance(as_of, Round) else str(as_of)
        self.files["negotiation.yaml"] = data
        for party in self.parties:
            self.draw_party(party)
        return Negotiation(
            folder="",
            title=title,
            summary=summary or "",
            fictional=True,
            as_of=as_of,
            rounds=rounds,
            parties={id: Party(id, name, NOWHERE) for id, name in self.parties.items()},
            issues=issues,
            entries={key: tuple(sorted(each, key=lambda e: e.statement.when.start)) for key, each in self.entries.items()},
            responses=tuple(self.responses),
            sources=sources,
            estimates=self.estimates,
        )  # fmt: skip

    def draw_issues(self, data: dict[str, Any]) -> dict[str, Issue]:
        found = dict[str, Issue]()
        data["issues"] = {}
        for number, (keys, domain, _) in enumerate(self.kinds):
            name, title, group = f"issue_{number}", self.words(2), self.maybe_words()
            items = self.random.choice([[], [], ["North", "Far South"]])
            data["issues"][name] = keys | without_none(title=title, group=group, each=items or None)
            options = keys.get("options")
            meanings = options if isinstance(options, dict) else {}
            for item in items or [""]:
                id = f"{name} {item}".strip()
                shown = f"{title}: {item}" if item else title
                found[id] = Issue(id, shown, keys["type"], domain, NOWHERE, name, item, title if item else "", group=group or "", meanings=meanings)  # fmt: skip
                self.rows[id] = (name, number)
        return found

    def draw_rounds(self, data: dict[str, Any]) -> tuple[Round, ...]:
        days = sorted((self.day() for _ in range(self.random.randint(1, 3))), key=lambda when: when.start)
        present = tuple(self.random.sample(list(self.parties), 2))
        rounds = tuple(
            Round(f"round_{n}", when, NOWHERE, when.start + timedelta(days=9), self.words(1), present=present)
            for n, when in enumerate(days)
        )
        data["rounds"] = {
            each.id: {"date": each.when.words, "until": str(each.until), "place": each.venue, "present": list(present)}
            for each in rounds
        }
        return rounds

    def draw_party(self, party: str) -> None:
        data: dict[str, Any] = {"party": self.random.choice([party, party.replace("_", " ").upper()])}
        salience = {row: self.random.randint(0, 100) for row in self.rows if self.random.random() < 0.5}
        if salience:
            data["salience"] = {row: str(number) for row, number in salience.items()}
        worth = self.random.choice([None, -3, 40])
        data |= without_none(no_deal=str(worth) if worth is not None else None)
        self.estimates[party] = Estimates(salience, {}, worth)
        days = self.random.sample(range(400), self.random.randint(0, 5))
        statements = [self.draw_statement(party, date(2031, 1, 1) + timedelta(days=day)) for day in days]
        replies = [self.draw_reply(party) for _ in range(self.random.randint(0, 2))]
        data |= without_none(statements=statements or None, responses=replies or None)
        self.files[f"parties/{party}.yaml"] = data

    def draw_statement(self, party: str, day: date) -> dict[str, Any]:
        told = {key: self.words(2) for key in STATEMENT_KEYS if self.random.random() < 0.3}
        cited, citations = self.cite()
        when = When(day, day, str(day))
        remark = self.random.random() < 0.2
        statement = Statement(party, when, NOWHERE, remark=remark, citations=citations, **told)
        positions = dict[str, Any]()
        rows = self.random.sample(list(self.rows), self.random.randint(0, len(self.rows)))
        for row in rows:
            positions[row], entry = self.draw_position(row, statement)
            self.entries.setdefault((party, row), []).append(entry)
        return without_none(date=when.words, source=cited, remark="yes" if remark else None, positions=positions) | told

    def draw_position(self, row: str, statement: Statement) -> tuple[Any, Entry]:
        form = self.random.randrange(5)
        usual: dict[str, Any] = {"party": statement.party, "issue": row, "statement": statement, "place": NOWHERE}
        if form == 0:
            stance = self.random.choice(list(Stance))
            return stance.value, Entry(words=stance.value, stance=stance, citations=statement.citations, **usual)
        term = self.term(row)
        if form == 1:
            demand = Offer(term, statement, NOWHERE, citations=statement.citations)
            return term.words, Entry(words=term.words, demand=demand, citations=statement.citations, **usual)
        cited, own = self.cite() if self.random.random() < 0.5 else (None, ())
        citations = own or statement.citations
        said = {key: self.words(2) for key in ("scope", "quote", "headline") if self.random.random() < 0.4}
        note, says = self.maybe_words() or "", self.maybe_words() or ""
        demand = Offer(term, statement, NOWHERE, citations=citations, **said)
        data: dict[str, Any] = (
            {"demand": term.words} | said | without_none(source=cited, note=note or None, says=says or None)
        )
        accepts, line = None, None
        if form == 3:
            other, (wanted, conditions) = self.term(row), self.condition(row)
            accepts = (Offer(other, statement, NOWHERE, conditions, citations=citations, **said),)
            data["accept"] = [{"terms": other.words, "if": wanted}] if wanted else other.words
        if form == 4:
            line = RedLine(
                "anything else", None, statement, NOWHERE, citations, said.get("quote", ""), said.get("headline", "")
            )
            data["rules_out"] = "anything else"
        entry = Entry(words=term.words, demand=demand, accepts=accepts, red_line=line, citations=citations, quote=said.get("quote", ""), headline=said.get("headline", ""), says=says, note=note, **usual)  # fmt: skip
        return data, entry

    def condition(self, row: str) -> tuple[dict[str, str], tuple[Condition, ...]]:
        """On another issue, unless all others are free text."""
        others = [id for id, (family, kind) in self.rows.items() if family != self.rows[row][0] and self.kinds[kind][1]]
        if not others:
            return {}, ()
        other = self.random.choice(others)
        term = self.term(other)
        return {other: term.words}, (Condition(other, term, NOWHERE),)

    def draw_reply(self, party: str) -> dict[str, str]:
        other = self.random.choice([each for each in self.parties if each != party])
        says, row, by = self.random.choice(REPLIES), self.random.choice(["", *self.rows]), self.maybe_words()
        when = When(date(2035, 1, 1), date(2035, 12, 31), "2035")
        self.responses.append(Response(party, (other,), says, NOWHERE, row, "", when, by or ""))
        return without_none(to=other, says=says.value, issue=row or None, date="2035", by=by)

    def term(self, row: str) -> Term:
        _, domain, terms = self.kinds[self.rows[row][1]]
        words = self.random.choice(terms)
        return Term(words, None) if domain is None else read_term(domain, words)

    def cite(self) -> tuple[Any, tuple[Citation, ...]]:
        picked = self.random.sample(list(self.sources), self.random.randint(1, min(2, len(self.sources))))
        details = [self.random.choice(["", "art. 5", "p. 3-4"]) for _ in picked]
        words = [f"{name} {detail}".strip() for name, detail in zip(picked, details, strict=True)]
        citations = tuple(Citation(*each) for each in zip(picked, details, strict=True))
        return words[0] if len(words) == 1 else words, citations

    def day(self) -> When:
        day = date(2030, 1, 1) + timedelta(days=self.random.randrange(900))
        end = date(day.year + day.month // 12, day.month % 12 + 1, 1) - timedelta(days=1)
        month = When(day.replace(day=1), end, f"{day:%Y-%m}")
        return self.random.choice([When(day, day, str(day)), month])

    def words(self, count: int) -> str:
        return " ".join(self.random.choices(WORDS, k=count))

    def maybe_words(self) -> str | None:
        return self.words(self.random.randint(1, 4)) if self.random.random() < 0.4 else None


def without_none(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def day_words(source: Source) -> str | None:
    return source.when.words if source.when else None


def as_yaml(data: Any, random: Random) -> str:
    """In one of the many ways to write it."""
    how = dict[str, Any](
        default_style=random.choice([None, None, "'", '"']),
        default_flow_style=random.choice([True, False, None]),
        allow_unicode=random.random() < 0.7,
        indent=random.choice([2, 4, 7]),
        sort_keys=False,
        line_break=random.choice(["\n", "\r\n", "\r"]),
    )
    for width in (random.choice([20, 80, 10_000]), 10_000):
        text: str = yaml.safe_dump(data, width=width, **how)
        # PyYAML breaks some escaped lines so that it reads them back with a backslash too many.
        if yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)) == data:
            return text
    raise AssertionError(data)


def differences(found: Any, wanted: Any, where: str = "") -> Iterator[str]:
    """Where two models without places differ, each on a line."""
    if isinstance(found, dict) and isinstance(wanted, dict) and list(found) == list(wanted):
        for key in found:
            yield from differences(found[key], wanted[key], f"{where} > {key}")
    elif type(found) is tuple and type(wanted) is tuple and len(found) == len(wanted):
        for at, (one, other) in enumerate(zip(found, wanted, strict=True)):
            yield from differences(one, other, f"{where}[{at}]")
    elif found != wanted:
        yield f"{where}: {found!r}, not {wanted!r}"


def placeless(value: Any) -> Any:
    """A model without its places, which only the files have; classes and all else stay."""
    if isinstance(value, Place):
        return None
    if is_dataclass(value) and not isinstance(value, type) and value.__class__.__module__.startswith("negotiate.model"):
        kept = {each.name: placeless(getattr(value, each.name)) for each in fields(value) if each.name != "folder"}
        return type(value).__name__, kept
    if isinstance(value, tuple):
        parts = tuple(map(placeless, value))
        names = getattr(value, "_fields", None)
        return (type(value).__name__, dict(zip(names, parts, strict=True))) if names else parts
    if isinstance(value, Mapping):
        return {key: placeless(each) for key, each in value.items()}
    return value
