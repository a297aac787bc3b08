"""How positions relate, why, and what the replies say beside them."""

from negotiate.compare.answers import NO_REPLY, Answer, Basis
from negotiate.compare.brief import (
    common_words,
    how_far,
    joint_brief,
    nearer_words,
    reply_brief,
    response_brief,
    verdict_brief,
)
from negotiate.compare.conditions import Requirement, State
from negotiate.compare.deadlocks.deadlocks import deadlocks
from negotiate.compare.deadlocks.knot import Case, Choice, Circle, Knot, Link, Opening
from negotiate.compare.deadlocks.knot_words import KnotWords
from negotiate.compare.deadlocks.preconditions import Precondition
from negotiate.compare.joint import JOINT_MEANINGS, Joint, JointVerdict
from negotiate.compare.reasons.reason import Reason
from negotiate.compare.reasons.saying import NOTHING_RECORDED, silence_clause, whose
from negotiate.compare.relation import Relation, relate
from negotiate.compare.standing import AsOf, Position
from negotiate.compare.table import Pair, Table
from negotiate.compare.verdict import MEANINGS, Grade, Verdict
from negotiate.compare.words import (
    demand_words,
    entry_parts,
    offer_words,
    red_line_words,
    silence_words,
    tidy,
)
from negotiate.compare.zones import Zones, zones

__all__ = [
    "JOINT_MEANINGS",
    "MEANINGS",
    "NOTHING_RECORDED",
    "NO_REPLY",
    "Answer",
    "AsOf",
    "Basis",
    "Case",
    "Choice",
    "Circle",
    "Grade",
    "Joint",
    "JointVerdict",
    "Knot",
    "KnotWords",
    "Link",
    "Opening",
    "Pair",
    "Position",
    "Precondition",
    "Reason",
    "Relation",
    "Requirement",
    "State",
    "Table",
    "Verdict",
    "Zones",
    "common_words",
    "deadlocks",
    "demand_words",
    "entry_parts",
    "how_far",
    "joint_brief",
    "nearer_words",
    "offer_words",
    "red_line_words",
    "relate",
    "reply_brief",
    "response_brief",
    "silence_clause",
    "silence_words",
    "tidy",
    "verdict_brief",
    "whose",
    "zones",
]
