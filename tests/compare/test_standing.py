"""What a party's entries add up to as of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from negotiate.compare import JointVerdict, Table, Verdict, demand_words
from negotiate.compare.over_time.status import outcomes
from negotiate.model import (
    Ended,
    Entry,
    Issue,
    Negotiation,
    Offer,
    Party,
    RedLine,
    Round,
    Stance,
    Statement,
    When,
)
from negotiate.terms import AnyDomain, Subsets, read_term

from .build import NATO, PLACE, STEPS

JUNE = Round("june", When(date(2025, 6, 2), date(2025, 6, 2), "2025-06-02"), PLACE)
JULY = Round("july", When(date(2025, 7, 23), date(2025, 7, 23), "2025-07-23"), PLACE)


def said(day: str, domain: AnyDomain = NATO, /, **parts: Any) -> Entry:
    """An entry of one party, from words."""
    when = date.fromisoformat(day)
    flags = {key: parts.pop(key) for key in ("until", "remark") if key in parts}
    statement = Statement("a", When(when, when, day), PLACE, **flags)

    def offer(words: str) -> Offer:
        return Offer(read_term(domain, words), statement, PLACE)

    read: dict[str, Any] = {
        "demand": lambda words: words if isinstance(words, Ended) else offer(words),
        "accept": lambda words: words if isinstance(words, Ended) else (offer(words),),
        "rules_out": lambda words: (
            words if isinstance(words, Ended) else RedLine(words, offer(words), statement, PLACE)
        ),
    }
    names = {"accept": "accepts", "rules_out": "red_line"}
    made = {names.get(key, key): read[key](words) if key in read else words for key, words in parts.items()}
    return Entry("a", "x", statement, PLACE, **made)


def table(*entries: Entry, when: Round | date | None = None, domain: AnyDomain = NATO) -> Table:
    row = Issue("x", "x", "scale", domain, PLACE, "x")
    parties = {name: Party(name, name.upper(), PLACE) for name in "ab"}
    ordered = tuple(sorted(entries, key=lambda entry: entry.statement.when.start))
    return Table(
        Negotiation("f", "t", rounds=(JUNE, JULY), parties=parties, issues={"x": row}, entries={("a", "x"): ordered}),
        when,
    )


def stands(*entries: Entry, **options: Any) -> Any:
    return table(*entries, **options).position("a", "x")


def test_a_later_demand_replaces_the_demand_and_the_rest_stands() -> None:
    position = stands(
        said("2025-06-01", demand="membership", rules_out="ban"),
        said("2025-06-03", accept="open door"),
        said("2025-06-05", demand="open door"),
    )
    assert demand_words(position) == "open door"
    assert len(position.accepts) == 1
    assert position.red_line is not None


def test_withdrawn_ends_one_or_all() -> None:
    first = said("2025-06-01", demand="ban", rules_out="membership")
    assert stands(first, said("2025-06-02", rules_out=Ended.WITHDRAWN)).red_line is None
    assert stands(first, said("2025-06-02", rules_out=Ended.WITHDRAWN)).demand is not None
    gone = stands(first, said("2025-06-02", stance=Stance.WITHDRAWN))
    assert not gone.has_terms
    assert gone.red_line is None


def test_a_stance_ends_the_terms_and_leaves_the_red_line() -> None:
    position = stands(
        said("2025-06-01", demand="ban", rules_out="membership"),
        said("2025-06-02", stance=Stance.UNDISCLOSED),
    )
    assert not position.has_terms
    assert position.red_line is not None


def test_silent_and_left_open_change_nothing() -> None:
    position = stands(said("2025-06-01", demand="ban"), said("2025-06-02", stance=Stance.SILENT))
    assert demand_words(position) == "ban"
    assert demand_words(stands(said("2025-06-02", stance=Stance.SILENT))).startswith("silent")


def test_a_remark_is_shown_and_never_counted() -> None:
    position = stands(said("2025-06-01", demand="ban"), said("2025-06-02", demand="membership", remark=True))
    assert demand_words(position) == "ban"
    assert len(position.remarks) == 1


def test_unchanged_adds() -> None:
    position = stands(
        said("2025-02-25", STEPS, demand="treaty before withdrawal"),
        said("2025-06-01", STEPS, demand="ceasefire before treaty", keeps=True),
        domain=STEPS,
    )
    region = position.demand.term.region
    assert region.same(read_term(STEPS, "ceasefire then treaty then withdrawal").region)


def test_days_and_rounds() -> None:
    entries = [
        said("2022-03-29", demand="ban", until=date(2025, 5, 16)),
        said("2025-06-01", demand="membership"),
        said("2025-07-23", demand="open door"),
    ]
    assert demand_words(stands(*entries, when=date(2025, 5, 15))) == "ban"
    assert demand_words(stands(*entries, when=date(2025, 5, 16))) == "nothing that still counts"
    assert demand_words(stands(*entries, when=JUNE)) == "membership"
    assert table(*entries, when=JUNE).as_of.day == date(2025, 7, 22)
    assert demand_words(stands(*entries, when=JULY)) == "open door"
    assert demand_words(stands(*entries)) == "open door"


def test_an_unread_entry_enters_no_verdict() -> None:
    position = stands(said("2025-06-01", demand="ban"), said("2025-06-02", unread="cannot be read", words="bann"))
    assert position.unread == "cannot be read"
    assert demand_words(position) == "bann"
    unread = table(said("2025-06-02", unread="cannot be read"))
    assert outcomes(unread, unread.issues, ("a", "b")) == {"not read": 1}


ITEMS = Subsets(tuple(f"i{n}" for n in range(60)))
PICKS = ["; ".join(f"any of {', '.join(ITEMS.items[n : n + 20])}" for n in start) for start in ((0, 20), (30, 5))]
"""Each is read; together they are a million combinations."""


def test_more_than_can_be_computed_enters_no_verdict() -> None:
    found = table(said("2025-01-01", ITEMS, demand=PICKS[0]), domain=ITEMS)
    assert not found.position("a", "x").unread
    grown = table(
        said("2025-01-01", ITEMS, demand=PICKS[0]),
        said("2025-02-01", ITEMS, demand=PICKS[1], keeps=True),
        domain=ITEMS,
    )
    assert "too many alternatives" in grown.position("a", "x").unread
    assert grown.relation("x", "a", "b").verdict is Verdict.NOT_READ


def test_all_parties_together_are_too_much_to_compute() -> None:
    one, other = (said("2025-01-01", ITEMS, demand=words) for words in PICKS)
    negotiation = replace(table(domain=ITEMS).negotiation, entries={("a", "x"): (one,), ("b", "x"): (other,)})
    found = Table(negotiation)
    assert found.relation("x", "a", "b").verdict is Verdict.NOT_COMPUTABLE
    assert found.joint("x").verdict is JointVerdict.TOO_FEW


def test_a_silent_paper_changes_nothing_of_what_was_said_in_words() -> None:
    silent, spoken = said("2025-06-02", stance=Stance.SILENT), said("2025-06-01", says="We shall see.")
    assert demand_words(stands(spoken, silent)) == "We shall see."
    assert demand_words(stands(silent)) == "silent: its paper has no word on it"
    assert stands(said("2025-06-01", rules_out="ban"), silent).stance is None


def test_what_has_ended_does_not_count_among_everything_on_record() -> None:
    ended = said("2025-06-01", demand="ban", until=date(2025, 6, 3))
    assert stands(ended).is_blank
    assert not stands(ended, when=date(2025, 6, 2)).is_blank
