"""An editor's numbers for a party: salience, points, the worth of no agreement."""

from __future__ import annotations

from typing import Any

from negotiate.files.to_model.desk import Desk
from negotiate.model import Estimates


def read_estimates(desk: Desk) -> Estimates:
    data = desk.sheet.data
    no_deal = data.get("no_deal")
    return Estimates(_salience(desk, data), _points(desk, data), None if no_deal is None else int(no_deal))


def _salience(desk: Desk, data: Any) -> dict[str, int]:
    """By row. What is said of one row goes before what is said of all rows of its issue."""
    box = data.get("salience", {})
    named = [(desk.row_of(box, name), number) for name, number in box.items()]
    named.sort(key=lambda each: -len(each[0]))
    return {row: int(number) for rows, number in named if number is not None for row in rows}


def _points(desk: Desk, data: Any) -> dict[str, dict[str, int]]:
    box = data.get("points", {})
    found = dict[str, dict[str, int]]()
    for name, outcomes in box.items():
        for row in desk.row_of(box, name):
            found[row] = _worths(desk, row, outcomes or {})
    return found


def _worths(desk: Desk, row: str, outcomes: Any) -> dict[str, int]:
    """The worth of each outcome, by its words as written, which must be readable."""
    issue = desk.setting.issues[row]
    return {
        words: int(worth)
        for words, worth in outcomes.items()
        if worth is not None and desk.term_of_words(issue, outcomes, words, words, at_key=True)
    }
