"""Folders of position files without a problem, written in the ways in which people write YAML."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, NamedTuple

WORDS = [
    "the",
    "delegation",
    "said",
    "that",
    "this",
    "question",
    "had",
    "been",
    "settled",
    "in",
    "principle",
    "while",
    "wording",
    "was",
    "left",
    "to",
    "experts",
]
DAYS = [f"2031-{month:02}-{day:02}" for month in range(1, 7) for day in (3, 11, 24)]
ISSUES: dict[str, dict[str, Any]] = {
    "fare": {"title": "Fare of the ferry", "type": "quantity", "unit": "crowns", "no_limit": "no cap"},
    "crew_size": {"title": "Size of the crew", "type": "quantity", "unit": "sailors", "group": "Ships"},
    "notice": {"title": "Notice to be given", "type": "duration"},
    "opening": {"title": "First day of the new timetable", "type": "date"},
    "harbour": {"title": "Use of the harbour", "type": "scale", "options": ["closed", "guests only", "open"]},
    "vessel": {
        "title": "Kind of vessel",
        "type": "choice",
        "options": {"diesel": "as before", "hybrid": "with a battery for the harbour", "electric": "without an engine"},
    },
    "pupils": {"title": "Pupils travel free", "type": "yes-no", "question": "On all days of school"},
    "stops": {"title": "Stops on the way", "type": "set", "items": ["Aker", "Bryn", "Cape Dunmore"]},
    "order": {
        "title": "Order of steps",
        "type": "sequence",
        "steps": ["survey", "contract", "trial run", "launch"],
        "given": "contract before launch",
    },
}
TERMS = {
    "fare": ["at most 25", "exactly 30 crowns", "no cap", "20 to 40 crowns", "limit of 1_200"],
    "crew_size": ["at least 4", "exactly 12 sailors", "some limit"],
    "notice": ["at least 30 days", "exactly 2 weeks", "3 to 6 months"],
    "opening": ["by 2031-09-01", "after 2031-03-15"],
    "harbour": ["guests only", "at least guests only", "open", "closed"],
    "vessel": ["hybrid", "electric or hybrid", "anything but diesel"],
    "pupils": ["yes", "no"],
    "stops": ["all", "including Aker and Bryn", "without Cape Dunmore", "exactly Bryn"],
    "order": ["survey first", "contract before trial run", "survey then contract then launch"],
}
SAYS = ["accepts", "rejects", "defers", "accepts in part", "counter-proposes"]


class Style(NamedTuple):
    """A way of writing YAML."""

    step: int  # columns that what belongs to a key stands further right
    flush: bool  # whether the dashes of a list stand under their key
    braces: float  # how often a small mapping stands in { }
    quotes: float  # how often words stand in quotes
    blocks: float  # how often a note is block text


STYLES = [
    Style(2, False, 0.3, 0.2, 0.4),
    Style(2, True, 0.6, 0.4, 0.3),
    Style(4, False, 0.2, 0.1, 0.5),
    Style(4, True, 0.9, 0.3, 0.2),
]


def good_folder(seed: int) -> dict[str, str]:
    """The files of a folder. The same seed gives the same bytes."""
    return _Writer(seed).files()


class _Writer:
    def __init__(self, seed: int):
        self.random = random.Random(seed)
        self.style = STYLES[seed % len(STYLES)]

    def files(self) -> dict[str, str]:
        files = {"negotiation.yaml": self._text(self._negotiation())}
        for party, other in (("island", "mainland"), ("mainland", "pilots"), ("pilots", "island")):
            files[f"parties/{party}.yaml"] = self._text(self._party(party, other))
        return files

    # --- what it says

    def _negotiation(self) -> dict[str, Any]:
        return {
            "negotiation": "Talks about the ferry",
            "summary": self._words(14),
            "as_of": "second",
            "show": ["island", "mainland"],
            "rounds": {
                "first": {"date": "2031-01-10", "place": "Town hall", "present": ["island", "mainland"]},
                "second": {"date": "2031-03-01", "until": "2031-07-01", "host": "Harbour master"},
            },
            "parties": {
                "island": "The island",
                "mainland": {"name": "The mainland", "role": "owner of the ships"},
                "pilots": {"name": "Guild of pilots", "must_agree": "no", "note": self._words(6)},
            },
            "issues": {name: {**keys, "note": self._words(7)} for name, keys in ISSUES.items()},
            "events": [{"date": day, "what": self._words(6), "source": "gazette p. 3"} for day in DAYS[:3]],
            "sources": {
                "gazette": {"title": "Gazette of the town", "publisher": "Harbour Press", "date": "2031-01-02"},
                **{f"{party}_paper": {"title": self._words(4), "date": DAYS[0], "grade": "A"} for party in PARTIES},
            },
        }

    def _party(self, party: str, other: str) -> dict[str, Any]:
        names = list(ISSUES)
        statements = []
        for day in self.random.sample(DAYS, 3):
            chosen = self.random.sample(names, 4)
            statements.append(
                {
                    "title": self._words(4),
                    "date": day,
                    "by": "Speaker of the council",
                    "source": f"{party}_paper p. 4",
                    "positions": {name: self._position(name) for name in chosen},
                }
            )
        replies = [
            {"to": other, "issue": self.random.choice(names), "says": self.random.choice(SAYS), "date": day}
            for day in ("2031-06-28", "2031-06-29")
        ]
        for reply in replies:
            reply |= {"by": "Clerk", "source": f"{party}_paper", "quote": self._words(6)}
        salience = {name: str(self.random.randrange(10, 100)) for name in names[:5]}
        return {"party": party, "salience": salience, "statements": statements, "responses": replies}

    def _position(self, issue: str) -> Any:
        term = self.random.choice(TERMS[issue])
        if self.random.random() < 0.3:
            return term
        keys = {"demand": term, "scope": self._words(3), "quote": self._words(8), "note": self._words(16)}
        kept = self.random.sample(list(keys)[1:], 2)
        return {key: value for key, value in keys.items() if key == "demand" or key in kept}

    def _words(self, count: int) -> str:
        return " ".join(self.random.choices(WORDS, k=count)).capitalize()

    # --- how it is written

    def _text(self, data: dict[str, Any]) -> str:
        parts = ["# A folder made for tests\n\n"]
        for key, value in data.items():
            parts += [*self._entry(key, value, 0), "\n" if isinstance(value, dict) else ""]
        return "".join(parts)

    def _entry(self, key: str, value: Any, indent: int) -> Iterator[str]:
        blank = " " * indent
        if isinstance(value, dict) and not self._in_braces(value):
            yield f"{blank}{key}:\n"
            for name, each in value.items():
                yield from self._entry(name, each, indent + self.style.step)
        elif isinstance(value, list) and isinstance(value[0], dict):
            yield f"{blank}{key}:\n"
            for each in value:
                yield from self._item(each, indent if self.style.flush else indent + self.style.step)
        elif key in ("note", "summary") and self.random.random() < self.style.blocks:
            half = len(value) // 2
            first, last = value[: value.rfind(" ", 0, half)], value[value.rfind(" ", 0, half) + 1 :]
            deeper = " " * (indent + self.style.step)
            yield f"{blank}{key}: {self.random.choice(['>-', '|'])}\n{deeper}{first}\n{deeper}{last}\n"
        else:
            yield f"{blank}{key}: {self._flow(key, value)}\n"

    def _item(self, value: dict[str, Any], indent: int) -> Iterator[str]:
        if self._in_braces(value):
            yield f"{' ' * indent}- {self._flow('', value)}\n"
            return
        lines = "".join(line for key, each in value.items() for line in self._entry(key, each, indent + 2))
        yield " " * indent + "- " + lines[indent + 2 :]

    def _in_braces(self, value: dict[str, Any]) -> bool:
        flat = all(isinstance(each, str) for each in value.values())
        return flat and len(str(value)) < 110 and self.random.random() < self.style.braces

    def _flow(self, key: str, value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{name}: {self._flow(name, each)}" for name, each in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(value) + "]"
        if key in ("quote", "note", "title", "what") and self.random.random() < self.style.quotes:
            quote = self.random.choice("'\"")
            return f"{quote}{value}{quote}"
        return str(value)


PARTIES = ("island", "mainland", "pilots")
