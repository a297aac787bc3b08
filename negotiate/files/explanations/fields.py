"""E2xx: keys, and the kind of value that belongs to each."""

from __future__ import annotations

from negotiate.files.explanations.explanation import Explanation, positions, reply

FIELDS = {
    "E201": Explanation(
        "A key is missing without which the rest means nothing: a reply that does not say what it says, an issue"
        " without a title.",
        reply("to: ben\ndate: 2031-01-20"),
        reply("to: ben\ndate: 2031-01-20\nsays: rejects"),
    ),
    "E202": Explanation(
        "The format has no such key in this place. Mostly it is misspelt or stands a level too deep; it is reported"
        " rather than passed over, for what stands behind it would silently not count.",
        positions("fare:\n  demnad: at most 20\n  quote: as low as can be"),
        positions("fare:\n  demand: at most 20\n  quote: as low as can be"),
    ),
    "E203": Explanation(
        "Nothing stands behind this key, or only `~` or `null`. An empty place could mean that the party wants nothing,"
        " that it said nothing or that you have not looked yet; write which.",
        positions("fare:"),
        positions("fare: undisclosed"),
    ),
    "E204": Explanation(
        "The value has the wrong shape: words where a list belongs, a list where words belong, or keys of their own"
        " where none can be.",
        "party: ann\nsalience: high for the fare\n",
        "party: ann\nsalience: {fare: 90}\n",
    ),
    "E205": Explanation(
        "Here only certain words are understood, because the comparison counts and groups them; this is none of them."
        " The message lists them.",
        reply("to: ben\nsays: turns down\ndate: 2031-01-20"),
        reply("to: ben\nsays: rejects\ndate: 2031-01-20"),
    ),
    "E206": Explanation(
        "This is not a date that a calendar has, or it is not written as year-month-day. Dates decide which of two"
        " positions is the later one, so they are read in one way only. A month (2031-01) or a year (2031) will do.",
        reply("to: ben\nsays: rejects\ndate: 20 January 2031"),
        reply("to: ben\nsays: rejects\ndate: 2031-01-20"),
    ),
    "E207": Explanation(
        "Here a whole number belongs, in some places within bounds: salience runs from 0 (does not matter) to 100"
        " (nothing matters more).",
        "party: ann\nsalience: {fare: 250}\n",
        "party: ann\nsalience: {fare: 100}\n",
    ),
    "E208": Explanation(
        "Inside [ ] a comma ends a value, so a figure such as 85,000 becomes two values: 85 and 000.",
        positions("fare:\n  accept: [at most 85,000]"),
        positions("fare:\n  accept: [at most 85_000]"),
    ),
}
