"""Tables of one issue of steps, from words."""

from __future__ import annotations

from negotiate.compare import Table
from negotiate.model import Entry, Estimates, Issue, Negotiation, Offer, Party, Statement
from negotiate.terms import Sequences, read_term

from .build import PLACE, WHEN

STEPS = ("ceasefire", "withdrawal", "talks on territory", "package signed", "martial law lifted", "elections")


def order(steps: tuple[str, ...] = STEPS, given: str = "") -> Issue:
    domain = Sequences(steps)
    if given:
        domain = Sequences(steps, read_term(domain, given).region.alternatives[0])  # type: ignore[union-attr]
    return Issue("order", "Order of steps", "sequence", domain, PLACE, "order")


def table(
    demands: dict[str, list[str]],
    issue: Issue | None = None,
    accepts: dict[str, list[str]] | None = None,
    salience: dict[str, int] | None = None,
    observers: tuple[str, ...] = (),
) -> Table:
    """One issue of steps. Each demand after the first is added to it (``unchanged; ...``), a day later."""
    issue = issue or order()
    parties = {name: Party(name, name.title(), PLACE, must_agree=name not in observers) for name in demands}
    entries = {(name, issue.id): tuple(_entries(issue, name, said, accepts or {})) for name, said in demands.items()}
    estimates = {name: Estimates(salience={"order": worth}) for name, worth in (salience or {}).items()}
    return Table(
        Negotiation(".", "A test", parties=parties, issues={issue.id: issue}, entries=entries, estimates=estimates)
    )


def _entries(issue: Issue, party: str, said: list[str], accepts: dict[str, list[str]]) -> list[Entry]:
    entries = []
    for n, words in enumerate(said):
        statement = Statement(party, WHEN, PLACE)
        place = PLACE._replace(line=n + 1)
        offer = Offer(read_term(issue.domain, words), statement, place)  # type: ignore[arg-type]
        taken = tuple(Offer(read_term(issue.domain, each), statement, place) for each in accepts.get(party, ()))  # type: ignore[arg-type]
        entries.append(Entry(party, issue.id, statement, place, words, offer, taken or None, keeps=n > 0))
    return entries
