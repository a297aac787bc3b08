"""The one place that knows how verdicts and replies are marked: a sign, its ASCII form, and a tone.

Meaning is never carried by colour alone: the sign and the word stand beside it. In ASCII too no two signs that stand
on one screen are the same (a test checks it): "~" is left to what is cut off, ">" to the cursor, "!" to warnings.
"""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """``sign`` and ``ascii`` are one cell wide. ``tone`` is the name of a colour role: good, fair, far,
    bad, quiet or alert."""

    sign: str
    ascii: str
    tone: str

    def shown(self, plain: bool) -> str:
        return self.ascii if plain else self.sign


VERDICTS = {
    "agree": Mark("✓", "=", "good"),
    "overlap": Mark("≈", "&", "good"),
    "conditional": Mark("◇", "?", "fair"),
    "not comparable": Mark("≠", "#", "fair"),
    "gap": Mark("↔", "/", "far"),
    "clash": Mark("✗", "x", "bad"),
    "one-sided": Mark("◐", "o", "quiet"),
    "unknown": Mark("·", ".", "quiet"),
    "not computable": Mark("¶", "T", "quiet"),
    "not applicable": Mark("–", "-", "quiet"),
    "not read": Mark("!", "!", "alert"),
    "unanimous": Mark("✓", "=", "good"),
    "joint overlap": Mark("≈", "&", "good"),
    "pairwise only": Mark("◇", "?", "fair"),
    "partial": Mark("◐", "o", "far"),
    "split": Mark("↔", "/", "far"),
    "too few known": Mark("·", ".", "quiet"),
}

STATUSES = {
    "not yet raised": Mark("·", ".", "quiet"),
    "open, nothing stated": Mark("·", ".", "quiet"),
    "open, one-sided": Mark("◐", "o", "quiet"),
    "open, not compared": Mark("¶", "T", "quiet"),
    "open, apart": Mark("↔", "/", "far"),
    "re-opened": Mark("↺", "R", "bad"),
    "met on conditions": Mark("◇", "?", "fair"),
    "met": Mark("≈", "&", "good"),
    "agreed": Mark("§", "A", "good"),
    "agreed, as each side tells it": Mark("‡", "a", "fair"),
    "no issue between them": Mark("–", "-", "quiet"),
    "lapsed": Mark("○", "l", "quiet"),
    "dropped": Mark("∅", "d", "quiet"),
    "merged into another": Mark("→", "m", "quiet"),
}
"""Where an issue stands in a ledger of rounds."""

OUTCOMES = VERDICTS | {"merged": STATUSES["merged into another"], "dropped": STATUSES["dropped"]}
"""What stands between parties: a verdict, or that the issue is off the table."""

REPLIES = {
    "accepts": Mark("✓", "+", "good"),
    "accepts in part": Mark("◐", "o", "fair"),
    "accepts with conditions": Mark("◇", "?", "fair"),
    "counter-proposes": Mark("⇄", "%", "far"),
    "defers": Mark("…", "_", "quiet"),
    "refuses to discuss": Mark("✗", "x", "bad"),
    "rejects": Mark("✗", "x", "bad"),
    "rejects as ultimatum": Mark("‼", "X", "bad"),
    "no answer": Mark("·", ".", "quiet"),
}
