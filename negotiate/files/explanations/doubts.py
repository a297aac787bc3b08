"""W4xx: what is allowed, but perhaps not meant."""

from __future__ import annotations

from negotiate.files.explanations.explanation import NEGOTIATION, Explanation, positions


def _opening(day: str) -> str:
    """A negotiation that opens as of a day, with a draft of 20 January."""
    draft = "{date: 2031-01-20, of: [ann, ben], source: gazette, terms: {years: exactly 2 years}}"
    return f"as_of: {day}\ntexts:\n  draft: {draft}\n"


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
    "W405": Explanation(
        "Another party at the table has neither answered this demand nor set a position of its own against it: here Ben"
        " asks that pupils travel free, and the file of Ann has no word on it. Where you looked for a reply and found"
        " none, say so: that is a finding too.",
        positions("fare: at most 20"),
        f"{positions('fare: at most 20')}responses:\n  - {{to: ben, issue: pupils, says: no answer}}\n",
    ),
    "W406": Explanation(
        "A reader wants to know whose words these are: of a person (`by`), of a paper (the `title` of the statement),"
        " or as somebody tells them (`according_to`). Only an official text, of grade A, speaks for itself.",
        positions("fare: {demand: at most 20, quote: Not a crown more}", "source: letter"),
        positions("fare: {demand: at most 20, quote: Not a crown more}", "source: letter\nby: Ann Berg"),
    ),
    "W407": Explanation(
        "Positions or replies are on record that are later than what opens first, so that nobody sees them who does not"
        " ask. Where the negotiation is meant to open in the past, turn this off: `ignore: [W407]`.",
        _opening("2031-01-10"),
        _opening("2031-01-20"),
        NEGOTIATION,
    ),
    "W408": Explanation(
        "In a title, a note or the name of an outcome it is the editor who speaks, and this word takes a side. As a"
        " party's own word it stands in quotation marks. negotiation.yaml may list more such words, each with a neutral"
        " one: `wording: {seized: taken over}`.",
        "issues:\n  toll: {title: The so-called toll, type: yes-no}\n",
        "issues:\n  toll: {title: The toll, type: yes-no}\n",
        NEGOTIATION,
    ),
    "W409": Explanation(
        "A party with twice as many words in each cell is heard twice as much. Shorten its notes, or let the other"
        " explain itself as well; where it has more to say for a reason, turn this off: `ignore: [W409]`.",
        "",
        "Counted are the terms, scopes, `says` and `note` of the latest entry on each issue on which both have"
        " spoken, five or more of them.\n",
    ),
    "W410": Explanation(
        "Here the words stay as you wrote them. Other YAML readers take `no` for false, `1.10` for the number 1.1 and"
        " `2031-01-05` for a date, so that another program finds another name or title. Quotes make it words for"
        " all of them; `negotiate check --fix` writes them.",
        "issues:\n  toll: {title: 1.10, type: yes-no}\n",
        'issues:\n  toll: {title: "1.10", type: yes-no}\n',
        NEGOTIATION,
    ),
    "W411": Explanation(
        "What a party said is read from files in the folder `parties` that end in .yaml or .yml, and from nowhere else."
        " Move or rename this one, or the party is missing from the comparison.",
        "",
        "Some editors save `ann.yaml` as `ann.yaml.txt`; the ending may be hidden where files are listed.\n",
    ),
}
