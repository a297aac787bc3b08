"""E313 to E332: what terms, positions and replies mean."""

from __future__ import annotations

from negotiate.files.explanations.explanation import NEGOTIATION, Explanation, positions, reply

MEANING = {
    "E313": Explanation(
        "A term says which outcomes a party would settle for, in words that the program can compare: `at most 20`, an"
        " option, `A before B`. This one is none of them, or could mean two things. What cannot be put into such words"
        " belongs behind `says`, where it is shown and not compared.",
        positions("fare: up to 20"),
        positions("fare: at most 20"),
    ),
    "E314": Explanation(
        "No outcome at all fits this demand, so that it would clash with everything, even with itself. A party that"
        " would settle for nothing demands nothing either; it accepts nothing.",
        positions("fare: nothing"),
        positions("fare: {accept: nothing}"),
    ),
    "E315": Explanation(
        "The party asks for something, or would accept it, that it rules out in the same breath. One of the two is"
        " wrong, unless there is a condition (`if`) on which it would cross its own red line.",
        positions("fare: {demand: at most 50, rules_out: above 40}"),
        positions("fare: {demand: at most 40, rules_out: above 40}"),
    ),
    "E316": Explanation(
        "A party has one position on an issue on one day: what it says later that day would replace what it said"
        " before. If one of the two was an aside, a trial balloon or a leak, mark its statement as a remark: it is"
        " shown and not counted.",
        "party: ann\nstatements:\n  - {source: memo, positions: {fare: at most 20}}\n"
        "  - {source: memo, by: her aunt, positions: {fare: at most 30}}\n",
        "party: ann\nstatements:\n  - {source: memo, positions: {fare: at most 20}}\n"
        "  - {source: memo, by: her aunt, remark: yes, positions: {fare: at most 30}}\n",
    ),
    "E317": Explanation(
        "Something ends (`until`) before it begins. One of the two dates is wrong, mostly in its year.",
        "rounds:\n  january: {date: 2031-01-10, until: 2030-01-31}\n",
        "rounds:\n  january: {date: 2031-01-10, until: 2031-01-31}\n",
        NEGOTIATION,
    ),
    "E318": Explanation(
        "Behind the name of a source its place is expected (a page, a section), but there stands the name of another"
        " source. Several sources are a list.",
        positions("fare: at most 20", "date: 2031-01-05\nsource: memo letter"),
        positions("fare: at most 20", "date: 2031-01-05\nsource: [memo, letter]"),
    ),
    "E319": Explanation(
        "A statement needs a date of its own, or a source that has one. Without it nobody can tell whether it came"
        " before or after the party's other statements, and which of them stands.",
        positions("fare: at most 20", "source: undated"),
        positions("fare: at most 20", "date: 2031-01-05\nsource: undated"),
    ),
    "E320": Explanation(
        "A reply needs a date, so that it can be set beside what was on the table on that day. Only `no answer` may do"
        " without.",
        reply("to: ben\nsays: rejects"),
        reply("to: ben\nsays: rejects\ndate: 2031-01-20"),
    ),
    "E321": Explanation(
        "The reply is dated before what it answers was said. One of the dates is wrong, or it answers something older.",
        reply("to: letter\nsays: rejects\ndate: 2031-01-02"),
        reply("to: letter\nsays: rejects\ndate: 2031-01-20"),
    ),
    "E322": Explanation(
        "The file says that it is the file of a party which negotiation.yaml does not list. What it says belongs to"
        " nobody, and is not compared.",
        "party: anne\n",
        "party: ann\n",
    ),
    "E323": Explanation(
        "Two files say that they are the file of the same party. Both are read, but the order in which they were"
        " meant to be read is not known: put all that a party said into one file.",
        "party: ann\n",
        "party: cleo\n",
        "parties/zoe.yaml",
    ),
    "E324": Explanation(
        "`show` names the pair of parties that the screen opens with. One party, or the same one twice, is no pair.",
        "show: [ann, ann]\n",
        "show: [ann, ben]\n",
        NEGOTIATION,
    ),
    "E325": Explanation(
        "`if` says what must be settled on another issue. A condition on the issue itself says nothing, and whether one"
        " on free text is met cannot be computed.",
        positions("fare: {demand: at most 20, if: {fare: at least 5}}"),
        positions("fare: {demand: at most 20, if: {years: at least 5 years}}"),
    ),
    "E326": Explanation(
        "The position holds only a note or the like, and no word on what the party wants. It needs a `demand`, what it"
        " would `accept`, what it `rules_out`, or at least what it `says`.",
        positions("fare: {note: talked about at length}"),
        positions("fare: {says: we shall come back to it, note: talked about at length}"),
    ),
    "E327": Explanation(
        "Two parts of the position cannot stand beside each other, for it could mean two things. If both a demand and"
        " an acceptance stand there, it is not clear which of them is on the condition.",
        positions("fare: {demand: at most 20, accept: at most 30, if: {pupils: yes}}"),
        positions("fare: {demand: at most 20, accept: {terms: at most 30, if: {pupils: yes}}}"),
    ),
    "E328": Explanation(
        "A text with `status: agreed` records what was settled. Red lines, offers and conditions belong to the parties,"
        " not to what they signed.",
        "texts:\n  minutes: {date: 2031-02-01, status: agreed, terms: {pupils: {rules_out: no}}}\n",
        "texts:\n  minutes: {date: 2031-02-01, status: agreed, terms: {pupils: yes}}\n",
        NEGOTIATION,
    ),
    "E329": Explanation(
        "This issue is divided by `each`, so that a position on it names one of those items, or `others`. This name is"
        " none of them.",
        positions("harbour: {Noth: open, others: closed}"),
        positions("harbour: {North: open, others: closed}"),
    ),
    "E330": Explanation(
        "A party answers itself, or a source in which only it speaks. A reply is somebody else's; if the party changed"
        " its mind, write a new statement.",
        reply("to: ann\nsays: rejects\ndate: 2031-01-20"),
        reply("to: ben\nsays: rejects\ndate: 2031-01-20"),
    ),
    "E331": Explanation(
        "The reply answers a source, but no statement of any party rests on it, so that nobody is answered. Name the"
        " party, or enter what the source says as its statement.",
        reply("to: gazette\nsays: rejects\ndate: 2031-01-20"),
        reply("to: letter\nsays: rejects\ndate: 2031-01-20"),
    ),
    "E332": Explanation(
        "From the day of the event the issue is a part of another one: `merged_into` names the one that goes on.",
        "events:\n  - {date: 2031-02-01, issue: fare, what: One question now, merged_into: fare}\n",
        "events:\n  - {date: 2031-02-01, issue: fare, what: One question now, merged_into: pupils}\n",
        NEGOTIATION,
    ),
}
