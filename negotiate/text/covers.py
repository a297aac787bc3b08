"""How a cell of the table is marked in a view of what is on record: a sign, its ASCII form, and a tone."""

from __future__ import annotations

from negotiate.text.marks import Mark

COVERS = {
    "terms": Mark("●", "@", "good"),
    "a value not named": Mark("◐", "h", "fair"),
    "a red line alone": Mark("✗", "x", "fair"),
    "words that are not compared": Mark("¶", "T", "fair"),
    "not read": Mark("!", "!", "alert"),
    "no position recorded": Mark("·", ".", "quiet"),
    "nothing that still counts": Mark("∘", "l", "quiet"),
    "undisclosed": Mark("?", "u", "far"),
    "leaves it to the others": Mark("≈", "i", "far"),
    "not concerned": Mark("–", "-", "quiet"),
    "silent": Mark("○", "s", "quiet"),
    "left open": Mark("◇", "<", "quiet"),
    "withdrawn": Mark("∅", "w", "quiet"),
}
