"""Two versions of the talks between river and hill, in which one of everything changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from negotiate.compare import Table
from negotiate.compare.changes.changes import Changes, changes
from negotiate.model import Entry, Event, Negotiation, Place, RedLine, Reply, Response, Round, Source, When

from .talks import HILL, LATER, MAIN, RIVER, Talks, talks

Say = Callable[[str], str]


def old_and_new(say: Say = str) -> Changes:
    """In May as it was written first, and as it was written later."""
    old, new = talks(say), _later(Talks(say))
    return changes(Table(old, old.as_of), Table(new, new.as_of))


def may_and_june(say: Say = str) -> Changes:
    """One version, as of two days."""
    whole = talks(say)
    return changes(Table(whole, date(2024, 5, 2)), Table(whole))


def _later(made: Talks) -> Negotiation:
    say, old = made.say, made.negotiation()
    return replace(
        old,
        folder="/home/ann/new-talks",
        summary=say("Two towns, a ferry, and a bridge."),
        parties={**old.parties, "guild": replace(old.parties["guild"], role=say("pays for the ferry"))},
        issues={id: replace(each, title=say("The past of both")) if id == "past" else each
                for id, each in old.issues.items()},
        entries=_entries(made),
        rounds=(*old.rounds, Round("july", When(date(2024, 7, 1), date(2024, 7, 1), "2024-07-01"), MAIN)),
        responses=_responses(made, old.responses),
        events=(old.events[0], Event(LATER, say("A bridge is begun"), MAIN)),
        sources={**{id: each for id, each in old.sources.items() if id != "unused"},
                 "gazette": replace(old.sources["gazette"], grade="B"),
                 "bridge": Source("bridge", say("Plan of the bridge"), MAIN)},
        papers={**old.papers, "draft": replace(old.papers["draft"], title=say("The abbey's second draft"))},
    )  # fmt: skip


def _entries(made: Talks) -> dict[tuple[str, str], tuple[Entry, ...]]:
    say, found = made.say, made.entries()
    limit = made.offer("river", "toll", "limit of 4")
    toll = _moved(found["hill", "toll"][1], RIVER)._replace(demand=made.offer("hill", "toll", "limit of 15"))
    spring = found["hill", "toll"][0]._replace(note=say("Said at the fair."))
    line = RedLine("21 to 90", made.offer("river", "toll", "21 to 90"), made.paper["river"], RIVER)
    islands = found["river", "bank islands"][0]
    return {
        **{key: entries for key, entries in found.items() if key != ("hill", "goods")},
        ("river", "toll"): (made.entry("river", "toll", "free", accepts=(limit,), red_line=line),),
        ("hill", "toll"): (spring, toll, found["hill", "toll"][2]),
        ("river", "bank islands"): (islands._replace(accepts=None),),
        ("hill", "bank north"): (made.entry("hill", "bank north", "open"),),
        ("hill", "bank south"): (made.entry("hill", "bank south", "open"),),
        ("hill", "pause"): (made.entry("hill", "pause", "exactly 30 days", scope=say("at once")),),
        ("hill", "court"): (made.entry("hill", "court", "river's court or joint court", quote=say("why not?")),),
        ("river", "order"): (made.entry("river", "order", "SURVEY before works"),),
        ("guild", "toll"): (made.entry("guild", "toll", "any limit", replace(made.paper["river"], party="guild")),),
    }


def _moved(entry: Entry, place: Place) -> Entry:
    return entry._replace(place=place._replace(line=99))


def _responses(made: Talks, old: tuple[Response, ...]) -> tuple[Response, ...]:
    answer = Response("river", ("hill",), Reply.ACCEPTS, HILL, "bank north", when=LATER, by=made.say("Ida Berg"))
    both = (answer, answer._replace(issue="bank south"))
    return (old[0]._replace(says=Reply.REJECTS), *old[1:3], *old[4:], *both)
