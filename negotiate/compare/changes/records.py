"""What the things beside the positions say, part by part: the negotiation, its issues, parties, rounds, joint
texts, sources, statements, replies and events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from negotiate.compare.changes.parts import Words, citation_words
from negotiate.compare.words import tidy
from negotiate.model import (
    Citation,
    Estimates,
    Event,
    Issue,
    Negotiation,
    Paper,
    Party,
    Response,
    Round,
    Settled,
    Source,
    Statement,
    When,
    show_date,
)
from negotiate.terms import AnyDomain, Line, Options, Sequences, Subsets, YesNo


def negotiation_words(negotiation: Negotiation) -> Words:
    opens = negotiation.as_of
    return {
        "title": negotiation.title,
        "summary": negotiation.summary,
        "opens as of": opens.id if isinstance(opens, Round) else _day(opens),
        "shows": _each(negotiation.show, ", "),
        "fictional": _yes(negotiation.fictional),
        "note": negotiation.note,
    }


def issue_words(issue: Issue) -> Words:
    return {
        "title": issue.title,
        "type": issue.kind,
        **_domain_words(issue.domain),
        "meanings": _each(f"{name}: {meaning}" for name, meaning in issue.meanings.items() if meaning),
        "question": issue.question,
        "group": issue.group,
        "wants": _each(f"{party} {wanted}" for party, wanted in issue.wants.items()),
        "note": issue.note,
    }


def _domain_words(domain: AnyDomain | None) -> dict[str, str]:
    """What it can be settled as."""
    if isinstance(domain, Line):
        ends = {"min": domain.minimum, "max": domain.maximum}
        said = {name: "" if value is None else domain.show(value) for name, value in ends.items()}
        return {"unit": domain.unit, **said, "whole": _yes(domain.whole), "no limit": domain.no_limit or ""}
    if isinstance(domain, Subsets):
        return {"items": _each(domain.items)}
    if isinstance(domain, Sequences):
        given = sorted(domain.given)
        orders = (f"{domain.steps[first]} before {domain.steps[then]}" for first, then in given)
        return {"steps": _each(domain.steps), "given": _each(orders)}
    return {"options": _each(domain.options)} if isinstance(domain, Options) and not isinstance(domain, YesNo) else {}


def party_words(party: Party, estimates: Estimates | None) -> Words:
    points = estimates.points if estimates else {}
    worth = estimates.no_deal if estimates else None
    return {
        "name": party.name,
        "role": party.role,
        "must agree": _yes(party.must_agree),
        "points": _each(f"{issue}: {_worths(outcomes)}" for issue, outcomes in points.items()),
        "no deal": "" if worth is None else str(worth),
        "note": party.note,
    }


def _worths(outcomes: Mapping[str, int]) -> str:
    return ", ".join(f"{tidy(words)} {worth}" for words, worth in outcomes.items())


def round_words(record: Round) -> Words:
    return {
        "date": _when(record.when),
        "until": _day(record.until),
        "place": record.venue,
        "host": record.host,
        "present": _each(record.present, ", "),
        "note": record.note,
    }


def source_words(source: Source) -> Words:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "date": _when(source.when),
        "address": source.url,
        "grade": source.grade,
        "note": source.note,
    }


def paper_words(paper: Paper) -> Words:
    settled = {f"agreed on {part.issue}": _settled(part) for part in paper.settled}
    return {
        "title": paper.title,
        "date": _when(paper.when),
        "of": _each(paper.of, ", "),
        "status": "agreed" if paper.agreed else "draft",
        "until": _day(paper.until),
        "source": _cited(paper.citations),
        "note": paper.note,
        **settled,
    }


def _settled(part: Settled) -> str:
    words = tidy(part.term.words if part.term else part.words)
    tellers = (f"{tidy(said)} (according to {who})" for who, said in part.versions.items())
    return _each([words, *tellers, tidy(part.scope), _cited(part.citations), part.note])


def statement_words(statement: Statement) -> Words:
    return {
        "party": statement.party,
        "title": statement.title,
        "by": statement.by,
        "according to": statement.according_to,
        "date": _when(statement.when),
        "until": _day(statement.until),
        "remark": _yes(statement.remark),
        "source": _cited(statement.citations),
        "note": statement.note,
    }


def reply_words(reply: Response) -> Words:
    return {
        "party": reply.party,
        "says": reply.says.value,
        "to": _each(reply.to, ", "),
        "issue": reply.issue,
        "document": reply.document,
        "date": _when(reply.when),
        "by": reply.by,
        "according to": reply.according_to,
        "source": _cited(reply.citations),
        "quote": reply.quote,
        "headline": reply.headline,
        "note": reply.note,
    }


def event_words(event: Event) -> Words:
    return {
        "what": event.what,
        "date": _when(event.when),
        "issues": _each(event.issues, ", "),
        "by": event.by,
        "according to": event.according_to,
        "disputed by": event.disputed_by,
        "accounts": _each(f"{tidy(words)} (according to {who})" for who, words in event.versions.items()),
        "source": _cited(event.citations),
        "note": event.note,
        "dropped": _yes(event.dropped) if event.dropped else "",
        "merged into": _each(event.merged_into, ", "),
    }


def _cited(citations: Iterable[Citation]) -> str:
    return _each(map(citation_words, citations))


def _each(words: Iterable[str], joint: str = "; ") -> str:
    return joint.join(each for each in words if each)


def _when(when: When | None) -> str:
    return str(when) if when else ""


def _day(day: date | None) -> str:
    return show_date(day.isoformat()) if day else ""


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"
