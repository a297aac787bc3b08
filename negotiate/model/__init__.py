"""A negotiation as data: frozen, without I/O."""

from negotiate.model.context import Event, Paper, Round, Settled
from negotiate.model.issue import KINDS, Issue
from negotiate.model.negotiation import Estimates, Negotiation
from negotiate.model.party import Party
from negotiate.model.place import Place
from negotiate.model.position import NO_VERSIONS, Condition, Ended, Entry, Offer, RedLine, Stance, Statement
from negotiate.model.response import Reply, Response
from negotiate.model.source import GRADES, Citation, Source
from negotiate.model.when import When, short_date, show_date

__all__ = [
    "GRADES",
    "KINDS",
    "NO_VERSIONS",
    "Citation",
    "Condition",
    "Ended",
    "Entry",
    "Estimates",
    "Event",
    "Issue",
    "Negotiation",
    "Offer",
    "Paper",
    "Party",
    "Place",
    "RedLine",
    "Reply",
    "Response",
    "Round",
    "Settled",
    "Source",
    "Stance",
    "Statement",
    "When",
    "short_date",
    "show_date",
]
