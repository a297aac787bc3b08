"""E0xx: the file as such."""

from __future__ import annotations

from negotiate.files.explanations.explanation import Explanation

FILE = {
    "E001": Explanation(
        "Where a file is expected there is none, or something that is no ordinary file: a folder, a pipe, a file that"
        " you have no permission to read. Nothing of it could be read, so what it says is missing from the comparison.",
        "",
        "Put a text file of that name there, or correct its name or its permissions. A negotiation is a folder that"
        " holds `negotiation.yaml` and, in the folder `parties`, one file for each party.",
    ),
    "E002": Explanation(
        "The file, or the number of files, is far larger than any negotiation needs. Mostly it is the wrong file, and"
        " to read it would only take time and memory.",
        "",
        "Look whether this is the file that you meant. What a party said in a whole war fits into a thousandth of the"
        " limit.",
    ),
    "E003": Explanation(
        "The file was saved in another encoding than UTF-8, often by an older Windows program. Letters beyond plain"
        " English (accents, curly quotes, Cyrillic) would be read as other letters.",
        "",
        "Save the file as UTF-8: most editors offer it under `Save as` or `Encoding`. Then look at the letter that the"
        " message names; it may have to be typed again.",
    ),
    "E004": Explanation(
        "The name is a link to a file outside the folder. A negotiation is passed on as a folder, and whoever receives"
        " it would not have that file; or would be shown one of their own.",
        "",
        "Copy the file itself into the folder, in place of the link.",
    ),
    "E005": Explanation(
        "The file has more problems than are worth listing; the message says how many more there are. Often a few slips"
        " near the top cause most of the rest.",
        "",
        "Correct the first problems of the list, and check again.",
    ),
}
