"""A negotiation made in code that holds one of everything a report has to say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from negotiate.model import (
    Citation,
    Condition,
    Entry,
    Estimates,
    Event,
    Issue,
    Negotiation,
    Offer,
    Paper,
    Party,
    Place,
    RedLine,
    Reply,
    Response,
    Round,
    Settled,
    Source,
    Stance,
    Statement,
    When,
)
from negotiate.terms import AnyDomain, Choice, Duration, Quantity, Scale, Sequences, Subsets, read_term

Say = Callable[[str], str]
FOLDER = "/home/ann/talks"
MAIN = Place(f"{FOLDER}/negotiation.yaml", 1, 1)
RIVER, HILL = (Place(f"{FOLDER}/parties/{name}.yaml", 3, 1) for name in ("river", "hill"))
DAY = When(date(2024, 5, 2), date(2024, 5, 2), "2024-05-02")
LATER = When(date(2024, 5, 9), date(2024, 5, 9), "2024-05-09")
SPRING = When(date(2024, 3, 1), date(2024, 3, 31), "2024-03")

TOLL = Quantity(unit="crowns", no_limit="free")
WATER = Quantity(unit="million litres")
BANK = Scale(("closed", "guarded", "open"))
PAUSE = Duration()
STEPS = Sequences(("survey", "works", "treaty"))
GOODS = Subsets(("grain", "timber", "salt"))
COURT = Choice(("river's court", "hill's court", "joint court"))


class Talks:
    """Builds the negotiation; ``say`` changes every text that a file could hold."""

    def __init__(self, say: Say = str) -> None:
        self.say = say
        self.paper = {
            "river": Statement("river", DAY, RIVER, title=say("River's paper"), citations=self.cite("river")),
            "hill": Statement("hill", DAY, HILL, title=say("Answer of the hill"), citations=self.cite("hill")),
        }
        self.spring = Statement("hill", SPRING, HILL, by=say("Ida Berg"), citations=self.cite("gazette"))
        self.domains: dict[str, AnyDomain | None] = {
            "toll": TOLL,
            "water": WATER,
            **{f"bank {side}": BANK for side in ("north", "south", "islands")},
            "pause": PAUSE,
            "order": STEPS,
            "goods": GOODS,
            "court": COURT,
            "past": None,
        }

    def negotiation(self) -> Negotiation:
        say = self.say
        return Negotiation(
            folder=FOLDER,
            title=say("River and hill"),
            summary=say("Two towns and a ferry between them."),
            note=say("Names are invented."),
            fictional=True,
            as_of=self.rounds()[0],
            show=("river", "hill"),
            rounds=self.rounds(),
            parties=self.parties(),
            issues=self.issues(),
            entries=self.entries(),
            responses=self.responses(),
            papers=self.papers(),
            events=self.events(),
            sources=self.sources(),
            estimates={"river": Estimates(salience={"toll": 80})},
        )

    def cite(self, source: str, detail: str = "") -> tuple[Citation, ...]:
        return (Citation(source, self.say(detail) if detail else ""),)

    def rounds(self) -> tuple[Round, ...]:
        say = self.say
        present = ("river", "hill", say("two observers"))
        return (
            Round(
                "may",
                DAY,
                MAIN,
                date(2024, 5, 31),
                say("the mill"),
                say("the abbot"),
                present,
                say("One day."),
            ),
            Round("june", When(date(2024, 6, 3), date(2024, 6, 3), "2024-06-03"), MAIN),
        )

    def parties(self) -> dict[str, Party]:
        say = self.say
        return {
            "river": Party("river", say("Rivertown"), MAIN),
            "hill": Party("hill", say("Hilltown"), MAIN, note=say("With two villages.")),
            "abbey": Party("abbey", say("The abbey"), MAIN, role=say("host and mediator"), must_agree=False),
            "guild": Party("guild", say("The guild"), MAIN, must_agree=False),
        }

    def issues(self) -> dict[str, Issue]:
        say = self.say
        titles = {"toll": "Toll", "water": "Water", "pause": "Length of the pause", "order": "Order of steps"}
        titles |= {"goods": "Goods", "court": "Who judges", "past": "The past"}
        found: dict[str, Issue] = {}
        for name, domain in self.domains.items():
            family, _, item = name.partition(" ")
            title = say(titles.get(name, f"Bank: {item}"))
            kind = "text" if domain is None else type(domain).__name__.lower()
            more = {"question": say("How much may be asked?"), "note": say("Per cart.")} if name == "toll" else {}
            if item:
                more = {"item": say(item), "family_title": say("The banks")}
                meanings = {"closed": say("nobody crosses")}
            else:
                meanings = {}
            group = say("Passage") if family in ("toll", "bank", "goods") else say("The rest")
            found[name] = Issue(name, title, kind, domain, MAIN, family, group=group, meanings=meanings, **more)
        return found

    # --- what was said

    def offer(self, party: str, issue: str, words: str, when: Statement | None = None, **more: object) -> Offer:
        statement = when or self.paper[party]
        domain = self.domains[issue]
        assert domain is not None
        more = {"citations": statement.citations} | more
        return Offer(read_term(domain, words), statement, statement.place, **more)  # type: ignore[arg-type]

    def entry(self, party: str, issue: str, words: str = "", when: Statement | None = None, **more: object) -> Entry:
        """A demand, unless ``more`` says something else."""
        statement = when or self.paper[party]
        of_term = {key: more.pop(key) for key in ("scope", "quote", "headline", "note") if key in more}
        of_term |= {"citations": more.get("citations", statement.citations)}
        demand = self.offer(party, issue, words, statement, **of_term) if words else None
        fields = {"words": words, "demand": demand, "citations": statement.citations} | more
        return Entry(party, issue, statement, statement.place, **fields)  # type: ignore[arg-type]

    def entries(self) -> dict[tuple[str, str], tuple[Entry, ...]]:
        found: dict[tuple[str, str], list[Entry]] = {}
        for entry in (*self.river(), *self.hill(), *self.abbey()):
            found.setdefault((entry.party, entry.issue), []).append(entry)
        return {key: tuple(value) for key, value in found.items()}

    def river(self) -> list[Entry]:
        say = self.say
        line = RedLine("any limit", self.offer("river", "toll", "any limit"), self.paper["river"], RIVER)
        guarded = self.offer(
            "river",
            "bank north",
            "guarded",
            conditions=(Condition("water", read_term(WATER, "at least 20"), RIVER),),
        )
        return [
            self.entry("river", "toll", "free", red_line=line, quote=say("The river belongs to all")),
            self.entry("river", "water", "exactly 20", note=say("Each year.")),
            *(self.entry("river", f"bank {side}", "open") for side in ("north", "south")),
            self.entry("river", "bank islands", "open", accepts=(guarded,)),
            self.entry("river", "pause", "at least 30 days", scope=say("at once")),
            self.entry("river", "order", "survey before works"),
            self.entry("river", "goods", "including grain and salt"),
            self.entry("river", "court", "joint court"),
            self.entry("river", "past", says=say("It was always ours.")),
        ]

    def hill(self) -> list[Entry]:
        say = self.say
        cited = self.cite("hill", "II.4")
        rumour = Statement(
            "hill", LATER, HILL, according_to=say("a ferryman"), remark=True, citations=self.cite("gazette")
        )
        return [
            self.entry("hill", "toll", "limit of 9", self.spring),
            self.entry("hill", "toll", "limit of 12", headline=say("Hill wants dozen")),
            self.entry("hill", "toll", "limit of 6", rumour, note=say("Denied later.")),
            self.entry("hill", "water", "some limit", citations=cited),
            *(self.entry("hill", f"bank {side}", "guarded") for side in ("north", "south")),
            self.entry("hill", "bank islands", "guarded"),
            self.entry("hill", "pause", "exactly 30 days", scope=say("from the survey")),
            self.entry("hill", "order", "works before survey", self.spring),
            self.entry("hill", "goods", "without salt", citations=cited),
            self.entry("hill", "court", stance=Stance.UNDISCLOSED),
        ]

    def abbey(self) -> list[Entry]:
        joint = Statement("abbey", DAY, MAIN, paper="draft", citations=self.cite("draft"))
        return [self.entry("abbey", "toll", "limit of 12", joint)]

    # --- what was answered, settled, and happened

    def responses(self) -> tuple[Response, ...]:
        say, by, to_river, to_hill = self.say, self.say("Ida Berg"), ("river",), ("hill",)
        cited = self.cite("gazette")
        words = {"quote": say("an ultimatum"), "headline": say("Hill fumes"), "note": say("In the rain.")}
        told = {"when": LATER, "according_to": "abbey"}
        return (
            Response("hill", to_river, Reply.DEFERS, HILL, document="river", when=DAY, by=by),
            Response("hill", to_river, Reply.REJECTS_AS_ULTIMATUM, HILL, "toll", "", LATER, by, "", cited, **words),
            Response("hill", to_river, Reply.DEFERS, HILL, "toll", when=DAY, by=by, citations=cited),
            Response("hill", to_river, Reply.REJECTS, HILL, "goods", when=LATER, citations=cited),
            Response("river", to_hill, Reply.REJECTS, RIVER, "bank islands", **told),  # type: ignore[arg-type]
            Response("river", to_hill, Reply.NO_ANSWER, RIVER, "water", note=say("Nothing in the gazette.")),
            Response("river", ("abbey",), Reply.ACCEPTS, RIVER, "toll", when=LATER),
        )

    def papers(self) -> dict[str, Paper]:
        say = self.say
        settled = (
            Settled("goods", MAIN, read_term(GOODS, "including grain"), scope=say("by boat")),
            Settled("past", MAIN, versions={"river": say("three boats"), say("the abbot"): say("two boats")}),
        )
        agreed = Paper(
            "note",
            DAY,
            ("river", "hill"),
            MAIN,
            say("A note of both"),
            True,
            None,
            settled,
            self.cite("note"),
        )
        draft = Paper("draft", DAY, ("abbey", "hill"), MAIN, title=say("The abbey's draft"))
        return {"note": agreed, "draft": draft}

    def events(self) -> tuple[Event, ...]:
        say = self.say
        tellers = {"river": say("at dawn"), "hill": say("at noon")}
        return (
            Event(LATER, say("The ferry stops"), MAIN, ("goods",), say("the abbot"), versions=tellers),
            Event(LATER, say("A bell is rung"), MAIN, disputed_by="hill", citations=self.cite("gazette")),
        )

    def sources(self) -> dict[str, Source]:
        say = self.say
        address = "https://example.org/a?b=1&c=2"
        return {
            "river": Source("river", say("River's paper"), MAIN, say("Town hall"), DAY, address, "A"),
            "hill": Source("hill", say("Answer of the hill"), MAIN, say("Hill press"), DAY, grade="B"),
            "gazette": Source(
                "gazette", say("What was said"), MAIN, when=SPRING, grade="C", note=say("Paid by the hill.")
            ),
            "draft": Source("draft", say("Draft"), MAIN, url=say("seen by us")),
            "note": Source("note", say("Note"), MAIN, grade="A"),
            "unused": Source("unused", say("Never cited"), MAIN, grade="D"),
        }


def talks(say: Say = str) -> Negotiation:
    return Talks(say).negotiation()
