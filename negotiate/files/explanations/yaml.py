"""E1xx: YAML, the way in which the files are written."""

from __future__ import annotations

from negotiate.files.explanations.explanation import NEGOTIATION, Explanation, positions

_CONFLICT = """\
party: ann
statements:
  - source: memo
    positions:
<<<<<<< HEAD
      fare: at most 20
=======
      fare: at most 25
>>>>>>> draft
"""

YAML = {
    "E101": Explanation(
        "The file cannot be read as YAML here: a quote or a bracket is not closed, a colon has no space after it, a tab"
        " stands where spaces should, or a line begins in the wrong column. What comes after may be read otherwise than"
        " you meant, so look at this problem before all others.",
        positions("fare:\n  demand: at most 20\n  quote: Cheap: that is all we ask"),
        positions('fare:\n  demand: at most 20\n  quote: "Cheap: that is all we ask"'),
    ),
    "E102": Explanation(
        "The text holds a character that nobody sees: it came along when something was copied from a web page or a PDF."
        " Such characters can hide words, turn their order round or steer the terminal, so they are not let through.",
        "",
        "Delete the character at the place named, or the words around it, and type them again.",
    ),
    "E103": Explanation(
        "The same key stands twice in one place. Most programs would silently keep the last of the two, and a position"
        " would be lost without a word.",
        positions("fare: at most 20\nfare: at most 25"),
        positions("fare: at most 20"),
    ),
    "E104": Explanation(
        "In YAML a value that begins with * is an alias: it stands for something that was written further up and marked"
        " with &. Here it refers to nothing, or to itself. Mostly the star was just meant as a star.",
        positions("fare:\n  demand: at most 20\n  quote: *inaudible"),
        positions('fare:\n  demand: at most 20\n  quote: "*inaudible"'),
    ),
    "E105": Explanation(
        "A list, another mapping or nothing at all stands before a colon, where one name belongs. What stands behind"
        " the colon could then not be found by any name.",
        positions("[years, pupils]: undisclosed"),
        positions("years: undisclosed\npupils: undisclosed"),
    ),
    "E106": Explanation(
        "The key << copies the keys of another mapping to this place. It is convenient for programs, but a reader no"
        " longer sees what a party said where it is said, so it is not used here.",
        positions("fare: &fare {demand: at most 20}\nyears:\n  <<: *fare\n  demand: 3 years"),
        positions("fare: {demand: at most 20}\nyears:\n  demand: 3 years"),
    ),
    "E107": Explanation(
        "A line with three dashes ends one YAML document and begins a second. A file here holds one; what follows the"
        " dashes is not read.",
        "party: ann\n---\nresponses: []\n",
        "party: ann\nresponses: []\n",
    ),
    "E108": Explanation(
        "A value that begins with an exclamation mark is a tag: an instruction to the program that reads the file. Here"
        " all values are just words, and instructions are not obeyed.",
        positions("fare:\n  demand: at most 20\n  quote: !never again"),
        positions('fare:\n  demand: at most 20\n  quote: "!never again"'),
    ),
    "E109": Explanation(
        "The file is empty, or holds nothing but comments. A party's file must at least say whose it is.",
        "# to be written\n",
        "party: ann\n# to be written\n",
    ),
    "E110": Explanation(
        "Brackets stand within brackets within brackets, more than sixty deep. No position needs that; such files are"
        " made by accident, or to make programs fail.",
        "",
        "Look for a bracket that is opened over and over, and write the value anew.",
    ),
    "E111": Explanation(
        "The file holds millions of values, or a few that stand for each other so often that they come to millions."
        " Such files are made by accident, or to make programs fail.",
        "",
        "Write out what the aliases (words that begin with *) stand for, or divide the negotiation.",
    ),
    "E112": Explanation(
        "In double quotes, a backslash and some letters stand for another character, here for one that steers the"
        " terminal or cannot be seen. It is not let through.",
        positions('fare:\n  demand: at most 20\n  quote: "cheap\\e[31m and fair"'),
        positions('fare:\n  demand: at most 20\n  quote: "cheap and fair"'),
    ),
    "E113": Explanation(
        "Some programs read this in one way and others in another, although both claim to read YAML. The file should"
        " say the same on every machine; quotes make it so.",
        "issues:\n  toll: {title: Is there a toll?, type: yes-no}\n",
        'issues:\n  toll: {title: "Is there a toll?", type: yes-no}\n',
        NEGOTIATION,
    ),
    "E114": Explanation(
        "Git could not join two versions of the file, and left both in it, between lines of <<<<<<<, ======= and"
        " >>>>>>>. Until somebody chooses, the upper version is read. `negotiate diff FOLDER` says what is demanded in"
        " each of the two, and which of them is softer towards whom; on the screen, the key D does.",
        _CONFLICT,
        positions("fare: at most 20"),
    ),
    "E115": Explanation(
        "Inside { } a comma ends a value, so the words after it stand alone: neither a key nor part of the value."
        " Figures with a comma and quotations are where it happens most.",
        positions("fare: {demand: at most 20, quote: cheap, and fair}"),
        positions('fare: {demand: at most 20, quote: "cheap, and fair"}'),
    ),
}
