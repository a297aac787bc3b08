"""W4xx: what is allowed, but perhaps not meant."""

from __future__ import annotations

from negotiate.files.explanations.explanation import NEGOTIATION, Explanation, positions

DOUBTS = {
    "W401": Explanation(
        "negotiation.yaml lists a source that no statement, reply or event names. Perhaps what it says was never"
        " entered, or its name is given elsewhere under another one.",
        "sources:\n  diary: {title: Diary of the pilot}\n",
        "sources:\n  diary: {title: Diary of the pilot}\nevents:\n"
        "  - {date: 2031-01-12, what: A storm closes the harbour, source: diary}\n",
        NEGOTIATION,
    ),
    "W402": Explanation(
        "Nothing says where this position comes from. A reader cannot look it up, and cannot tell what a party said"
        " from what somebody believes of it.",
        positions("fare: at most 20", "date: 2031-01-05"),
        positions("fare: at most 20", "date: 2031-01-05\nsource: memo p. 2"),
    ),
    "W403": Explanation(
        "`wants` in negotiation.yaml says which party gains by more and which by less. This term looks the other way:"
        " a passenger who asks for at least 20 crowns, say. Perhaps `at most` and `at least` were confused.",
        positions("fare: at least 20"),
        positions("fare: at most 20"),
    ),
    "W404": Explanation(
        "The negotiation opens as of a day on which nobody had said anything yet, so that all its columns would be"
        " empty.",
        "as_of: 2030-01-10\n",
        "as_of: 2031-01-10\n",
        NEGOTIATION,
    ),
}
