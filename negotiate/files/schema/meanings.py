"""What the fixed words of the format mean, as an editor shows it beside each of them."""

from __future__ import annotations

from collections.abc import Mapping

MEANINGS: Mapping[str, Mapping[str, str]] = {
    "type": {
        "quantity": "a number with a unit: `limit of 85_000`",
        "duration": "a length of time: `at least 30 days`",
        "date": "a day: `by 2026-03-01`",
        "scale": "one of several options, from least to most: `at least guarded`",
        "choice": "one of several options without an order",
        "yes-no": "`yes` or `no`",
        "set": "any of several items: `including A and B`",
        "sequence": "an order of steps: `ceasefire before talks`, `vote within 30 days after ceasefire`",
        "text": "free words, which are shown and not compared",
    },
    "grade": {
        "A": "an official text",
        "B": "an official statement, or good press",
        "C": "a report of a document",
        "D": "an analyst, somebody without a name, or memory",
    },
    "status": {
        "draft": "from now on the demand of each of its authors",
        "agreed": "what was settled; it stands beside the positions and changes none",
    },
    "stances": {
        "undisclosed": "it has a position and does not say which",
        "indifferent": "any outcome would do",
        "not concerned": "the issue is none of its business",
        "withdrawn": "it no longer asks for what it asked for",
        "silent": "this paper has no word on it; changes nothing",
        "left open": "this paper leaves it open; changes nothing",
    },
}
"""By the key whose value they are; `stances` stand in place of a term."""
