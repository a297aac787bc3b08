"""E301 to E312: names that files refer to, and what an issue needs."""

from __future__ import annotations

from negotiate.files.explanations.explanation import NEGOTIATION, Explanation, positions, reply

NAMES = {
    "E301": Explanation(
        "This issue is not among the `issues` of negotiation.yaml. A position on it would stand in no row, and nobody"
        " would see it.",
        positions("fair: at most 20"),
        positions("fare: at most 20"),
    ),
    "E302": Explanation(
        "This party is not among the `parties` of negotiation.yaml. Mostly the name is misspelt; a party that was"
        " forgotten is to be added there.",
        "rounds:\n  january: {date: 2031-01-10, present: [ann, bene]}\n",
        "rounds:\n  january: {date: 2031-01-10, present: [ann, ben]}\n",
        NEGOTIATION,
    ),
    "E303": Explanation(
        "This source is not among the `sources` of negotiation.yaml. The reader is to be able to look up what a"
        " position rests on. The place in a source (a page, a section) stands behind its name.",
        positions("fare: at most 20", "date: 2031-01-05\nsource: mema p. 2"),
        positions("fare: at most 20", "date: 2031-01-05\nsource: memo p. 2"),
    ),
    "E304": Explanation(
        "`as_of` says what opens first: the name of a round, or a day. This is neither, so it is not known which"
        " positions are to be compared.",
        "rounds:\n  january: {date: 2031-01-10}\nas_of: janaury\n",
        "rounds:\n  january: {date: 2031-01-10}\nas_of: january\n",
        NEGOTIATION,
    ),
    "E305": Explanation(
        "A reply names what it answers: a party, a text of several parties or a source. This name is none of these, so"
        " the reply cannot be set beside anything.",
        reply("to: bob\nsays: rejects\ndate: 2031-01-20"),
        reply("to: ben\nsays: rejects\ndate: 2031-01-20"),
    ),
    "E306": Explanation(
        "Names are used inside terms, where a comma, a semicolon, a colon and the word `or` divide one thing from the"
        " next. A name that holds one of them, or is itself a word of the language such as `nothing`, could not be told"
        " from what surrounds it.",
        "issues:\n  ticket: {title: Ticket, type: choice, options: [paper or card, phone]}\n",
        "issues:\n  ticket: {title: Ticket, type: choice, options: [paper and card, phone]}\n",
        NEGOTIATION,
    ),
    "E307": Explanation(
        "Two names are the same but for capitals, `_` or a space, which make no difference here. A term that uses one"
        " of them could mean either.",
        "issues:\n  night_boat: {title: Boats at night, type: yes-no}\n  Night boat: {title: Price, type: yes-no}\n",
        "issues:\n  night_boat: {title: Boats at night, type: yes-no}\n  night_price: {title: Price, type: yes-no}\n",
        NEGOTIATION,
    ),
    "E308": Explanation(
        "An issue of this type needs a key that is not there. A quantity needs its `unit`, a choice or a scale its"
        " `options`, a set its `items`, a sequence its `steps`: without it no term can be read.",
        "issues:\n  toll: {title: Toll, type: quantity}\n",
        "issues:\n  toll: {title: Toll, type: quantity, unit: crowns}\n",
        NEGOTIATION,
    ),
    "E309": Explanation(
        "This key belongs to issues of another type. Either the `type` is not the one that you meant, or the key is"
        " left over.",
        "issues:\n  ticket: {title: Ticket, type: choice, options: [paper, phone], unit: crowns}\n",
        "issues:\n  ticket: {title: Ticket, type: choice, options: [paper, phone]}\n",
        NEGOTIATION,
    ),
    "E310": Explanation(
        "A choice, a scale or a sequence needs at least two names, for with one there is nothing to negotiate; and no"
        " issue can have more than 64.",
        "issues:\n  ticket: {title: Ticket, type: choice, options: [paper]}\n",
        "issues:\n  ticket: {title: Ticket, type: choice, options: [paper, phone]}\n",
        NEGOTIATION,
    ),
    "E311": Explanation(
        "`min` and `max` say which outcomes are possible at all. Here one of them is no single value, or `min` lies"
        " above `max`, so that nothing would be possible.",
        "issues:\n  toll: {title: Toll, type: quantity, unit: crowns, min: 50, max: 5}\n",
        "issues:\n  toll: {title: Toll, type: quantity, unit: crowns, min: 5, max: 50}\n",
        NEGOTIATION,
    ),
    "E312": Explanation(
        "`given` names orders of steps that hold for everybody. These go round in a circle, name a step that is not"
        " there, or leave open which of several orders is meant.",
        "issues:\n  works: {title: Works, type: sequence, steps: [plan, build], given: plan before biuld}\n",
        "issues:\n  works: {title: Works, type: sequence, steps: [plan, build], given: plan before build}\n",
        NEGOTIATION,
    ),
}
