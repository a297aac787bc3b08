"""Every word that the screens use for a judgement, explained in a line."""

from __future__ import annotations

from collections.abc import Iterable

from negotiate.compare import JOINT_MEANINGS, MEANINGS
from negotiate.compare.over_time.status import MEANINGS as STATUS_MEANINGS
from negotiate.compare.over_time.status import Status
from negotiate.model import GRADES, Reply
from negotiate.text.marks import REPLIES, STATUSES
from negotiate.tui.spans import FIXED, Block, Line, Para, Span, heading, para
from negotiate.tui.texts.signs import Sign, ascii_signs, reply_sign, verdict_sign

REPLY_MEANINGS = {
    Reply.ACCEPTS: "says yes to the demand",
    Reply.ACCEPTS_IN_PART: "says yes to a part of it",
    Reply.ACCEPTS_WITH_CONDITIONS: "says yes, if something else happens",
    Reply.COUNTER_PROPOSES: "asks for something else instead",
    Reply.DEFERS: "puts the answer off",
    Reply.REFUSES_TO_DISCUSS: "will not talk about it",
    Reply.REJECTS: "says no",
    Reply.REJECTS_AS_ULTIMATUM: "says no to being told, whatever the terms are",
    Reply.NO_ANSWER: "was asked and has not answered",
}

_TERMS = {
    "demand": "what a party asks for",
    "also accepts": "what it has said that it would take instead, perhaps on conditions",
    "rules out": "its red line: what it has said it will not take",
    "red line": "recorded only where the party's own words rule an outcome out",
    "over the line": "a demand that the other party has ruled out, although their ranges meet",
    "undisclosed": "it refuses to say what it wants",
    "indifferent": "it leaves the matter to the others",
    "not concerned": "the matter is none of its business",
    "silent": "its paper has no word on it",
    "left open": "its paper names the matter and leaves it open",
    "withdrawn": "it no longer holds what it said before",
    "softened, hardened": "its move brought it nearer to another party's position, or took it further away",
    "re-opened": "the two could meet before, and are apart now",
    "ours, theirs": "the two sides of a merge that git could not join",
    "salience": "how much the matter means to a party, from 0 to 100: the editor's estimate",
    "stated against computed": "what a party said in reply is a record of its own; where it disagrees with what "
    "the terms say, that is marked with !",
}

_WIDTH = 24


def glossary_blocks(sign: Sign) -> list[Block]:
    return [
        heading(
            "Verdicts on two parties",
            Span("\u2007\u2007\u2007computed from what they stated, never an opinion", "quiet"),
        ),
        _listed((verdict_sign(each.value, sign), each.value, said) for each, said in MEANINGS.items()),
        heading("Verdicts on all together"),
        _listed((verdict_sign(each.value, sign), each.value, said) for each, said in JOINT_MEANINGS.items()),
        heading("Where an issue stands, over the rounds"),
        _listed((_status_sign(each, sign), each.value, said) for each, said in STATUS_MEANINGS.items()),
        heading("Replies", Span("\u2007\u2007\u2007what a party said in answer to a demand", "quiet")),
        _listed((reply_sign(each, sign), each.value, REPLY_MEANINGS[each]) for each in Reply if each.value in REPLIES),
        heading("Positions"),
        _listed((Span(" "), word, said) for word, said in _TERMS.items()),
        heading("Grades of sources"),
        _listed((Span(" "), grade, said) for grade, said in GRADES.items()),
    ]


def _status_sign(status: Status, sign: Sign) -> Span:
    mark = STATUSES[status.value]
    return Span(mark.shown(sign is ascii_signs), mark.tone)


def _listed(entries: Iterable[tuple[Span, str, str]]) -> Block:
    return Block(tuple(explained((sign, Span(f" {word}", "strong")), said) for sign, word, said in entries))


def explained(words: Line, said: str, width: int = _WIDTH) -> Para:
    """A word in a column of its own, and what it means beside it."""
    taken = sum(len(span.text) for span in words)
    return para(*words, Span(FIXED * max(1, width - taken)), Span(said), hang=width)
