"""Folders of position files made from texts, and what is found wrong in them."""

from __future__ import annotations

from pathlib import Path

from negotiate.files import Loaded, Problem, load
from negotiate.model import Negotiation

MARK = "⟦"
"""Stands in a text where a problem is expected; it is taken out before the text is written."""

NEGOTIATION = """\
negotiation: The ferry
as_of: first
parties: {ann: Ann, ben: Ben, cleo: {name: Cleo, must_agree: no}}
rounds: {first: {date: 2031-01-10, until: 2031-02-01}}
issues:
  fare: {title: Fare, type: quantity, unit: crowns, min: 0, no_limit: no cap, wants: {ann: lower, ben: higher}}
  years: {title: Years, type: duration}
  begin: {title: First day, type: date}
  harbour: {title: Harbour, type: scale, options: [closed, guests only, open], each: [North, South]}
  vessel: {title: Vessel, type: choice, options: [diesel, hybrid, electric]}
  pupils: {title: Pupils travel free, type: yes-no}
  stops: {title: Stops, type: set, items: [Aker, Bryn, Cape]}
  order: {title: Order, type: sequence, steps: [survey, contract, launch], given: contract before launch}
  colours: {title: Colours, type: text}
texts:
  draft: {date: 2031-01-20, of: [ann, cleo], source: paper, terms: {vessel: diesel}}
events:
  - {date: 2031-01-12, what: A storm closes the harbour, issue: harbour, source: gazette}
sources:
  memo: {title: Memo, date: 2031-01-05, grade: A}
  memo 2: {title: Second memo, date: 2031-01-15}
  paper: {title: Draft, date: 2031-01-20}
  undated: {title: Somewhere}
  gazette: {title: Gazette, date: 2031-01-12}
"""
ANN = "party: ann\nstatements:\n  - {source: memo, positions: {fare: at most 20}}\n"
BEN = """\
party: ben
statements:
  - {source: [memo 2, undated], positions: {years: 3 to 5 years}}
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def load_texts(folder: Path, negotiation: str = NEGOTIATION, ann: str = ANN, ben: str = BEN, **more: str) -> Loaded:
    files = {"negotiation.yaml": negotiation, "parties/ann.yaml": ann, "parties/ben.yaml": ben}
    return load(write(folder, files | {f"parties/{name}.yaml": text for name, text in more.items()}))


def read(folder: Path, positions: str, **more: str) -> Negotiation:
    """The negotiation in which Ann says ``positions`` (YAML of one line) on 5 January 2031, without a problem."""
    loaded = load_texts(folder, ann=f"party: ann\nstatements:\n  - {{source: memo, positions: {positions}}}\n", **more)
    assert said(loaded, folder) == []
    assert loaded.negotiation
    return loaded.negotiation


def said(loaded: Loaded, folder: Path) -> list[str]:
    """Each problem on a line: place, code, message and hint."""
    return [one(problem, folder) for problem in loaded.problems]


def one(problem: Problem, folder: Path) -> str:
    where = f"{Path(problem.place.file).relative_to(folder)}:{problem.place.line}:{problem.place.column}"
    return f"{where} {problem.code} {problem.message} | {problem.hint}"


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the line and column of each."""
    places = list[tuple[int, int]]()
    while MARK in text:
        before, _, after = text.partition(MARK)
        places.append((before.count("\n") + 1, len(before) - before.rfind("\n")))
        text = before + after
    return text, places
