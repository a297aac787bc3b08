"""A claim in words. Plain text: nothing here knows Markdown."""

from __future__ import annotations

from negotiate.compare import Table, entry_parts, offer_words, red_line_words, tidy
from negotiate.compare.evidence.evidence import Claim
from negotiate.model import Offer, RedLine
from negotiate.report.wording import listed, support_words


def claim_words(table: Table, claim: Claim) -> str:
    """ "Southport demands yes (12 November 2031, grade D)"."""
    told = claim.entry.statement.according_to
    about = [str(claim.entry.statement.when), f"according to {told}" if told else "", support_words(claim.support)]
    return f"{table.name(claim.entry.party)} {_said(table, claim)} ({', '.join(each for each in about if each)})"


def _said(table: Table, claim: Claim) -> str:
    part, issues = claim.part, table.negotiation.issues
    if isinstance(part, RedLine):
        return f"rules out {red_line_words(part, issues)}"
    if isinstance(part, Offer):
        return f"{'demands' if part is claim.entry.demand else 'would accept'} {offer_words(part, issues)}"
    return listed(entry_parts(part, issues)) or f"says: {tidy(part.says or part.words)}"
