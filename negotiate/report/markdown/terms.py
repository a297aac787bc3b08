"""A party's terms on one row: what it demands, would accept and rules out, each on a line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from negotiate.compare import Position, offer_words, red_line_words, tidy
from negotiate.model import Citation, Entry, Offer, RedLine
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.escape import bold, inline, quoted
from negotiate.report.wording import ended

Part = Offer | RedLine


def terms_of(position: Position) -> list[Part]:
    return [*position.offers, *([position.red_line] if position.red_line else [])]


def stated(desk: Desk, position: Position, same_origin: bool) -> list[str]:
    """Its terms, one to a line. Words that belong to several stand with the first."""
    parts = terms_of(position)
    return [
        _term(desk, position, part, same_origin) + _about(position, part, parts[:number])
        for number, part in enumerate(parts)
    ]


def _verb(position: Position, part: Part) -> str:
    if isinstance(part, RedLine):
        return "Rules out "
    if part is position.demand:
        return "Demands "
    return "Would also accept " if position.demand else "Would accept "


def _term(desk: Desk, position: Position, part: Part, same_origin: bool) -> str:
    """ "Demands **limit of 85,000**[^tribun] (Vladimir Putin, 14 June 2024) (names no value)."."""
    issues = desk.table.negotiation.issues
    offer = part.offer if isinstance(part, RedLine) else part
    words = red_line_words(part, issues) if isinstance(part, RedLine) else offer_words(part, issues)
    citations = part.citations or (offer.citations if offer else ())
    line = f"{_verb(position, part)}{bold(words)}{desk.mark(citations)}"
    if not same_origin:
        line += f" ({'; '.join(origins(desk, position, part))})"
    line += " (names no value)" if offer and not offer.term.named else ""
    line += " (the figure is approximate)" if offer and offer.term.about else ""
    return f"{line}."


def origins(desk: Desk, position: Position, part: Part) -> list[str]:
    """Where a term was said; a demand kept and added to ("unchanged; ...") has several."""
    teller = part.according_to if isinstance(part, Offer) else ""
    said = [part.statement] if part is not position.demand else [e.statement for e in contributing(position)]
    told = f", according to {desk.teller(teller)}" if teller and teller != part.statement.according_to else ""
    return list(dict.fromkeys(f"{desk.origin(statement)}{told}" for statement in said))


def contributing(position: Position) -> list[Entry]:
    """The entries that the demand is made of: the last that stands alone, and all that were added to it."""
    demands = demanding(position)
    fresh = [number for number, entry in enumerate(demands) if not entry.keeps]
    return demands[fresh[-1] :] if fresh else demands


def demanding(position: Position) -> list[Entry]:
    """The entries that say something of the demand, oldest first."""
    return [entry for entry in position.entries if entry.demand and not entry.unread]


def _about(position: Position, part: Part, before: list[Part]) -> str:
    """The words and notes of a term, and the note of the entry that holds it."""
    shown = {text for each in before for text in (each.quote, each.headline, note_of(position, each))}
    texts = (part.quote, part.headline, note_of(position, part))
    return extras(*("" if text in shown else text for text in texts))


def note_of(position: Position, part: Part) -> str:
    holding = (entry.note for entry in position.entries if _holds(entry, part))
    return part.note or next(holding, "")


def _holds(entry: Entry, part: Part) -> bool:
    accepts = entry.accepts if isinstance(entry.accepts, tuple) else ()
    return any(part is each for each in (entry.demand, entry.red_line, *accepts))


def extras(quote: str, headline: str, note: str) -> str:
    """A quotation, a headline marked as one, the editor's note: each a sentence."""
    return "".join(f" {ended(each)}" for each in _sayings(quote, headline, note))


def _sayings(quote: str, headline: str, note: str) -> list[str]:
    said = [f"In its words: {quoted(quote)}"] if quote else []
    said += [f"In a headline's words, not its own: {quoted(headline)}"] if headline else []
    return [*said, f"Note: {inline(note)}"] if note else said


def entry_line(desk: Desk, entry: Entry, shown: Collection[str], dated: bool) -> str:
    """What an entry says beside its terms; of its words those that are not ``shown`` already."""
    texts = ("" if text in shown else text for text in (entry.quote, entry.headline, entry.note))
    said = [f"Says, in words that are not computed: {inline(tidy(entry.says))}"] if entry.says else []
    first, *rest = [*said, *_sayings(*texts)] or [""]
    if not first:
        return ""
    origin = f" ({desk.origin(entry.statement)})" if dated else ""
    return " ".join([ended(first, f"{desk.mark(cited(entry))}{origin}"), *map(ended, rest)])


# --- pieces that other parts of the document use too


def cited(entry: Entry) -> Iterable[Citation]:
    return entry.citations or entry.statement.citations


def versions(desk: Desk, told: Mapping[str, str]) -> str:
    """ "“6,060” according to Russia; “6,057” according to Ukraine"."""
    return "; ".join(f"{quoted(tidy(words))} according to {desk.teller(who)}" for who, words in told.items())
