"""Small pieces of English that the parts of the document share. Plain text: nothing here knows Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from pathlib import PurePath

from negotiate.compare import Knot, Table, tidy
from negotiate.compare.evidence.evidence import Support
from negotiate.compare.over_time.status import Reopened, closed_word
from negotiate.model import Event, Issue, Settled, show_date

_LAST_STOP = re.compile(r"(?<!\\)((?:\\\\)*)\\?\.$")
"""A full stop at the end, with the backslash that may escape it."""
_ENDS = ("...", "!", "?", "…", *(f"{sign}{quote}" for sign in ".!?…" for quote in '”"'))


def listed(words: Iterable[str], last: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    *first, end = list(words) or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def ended(sentence: str, tail: str = "") -> str:
    """With one full stop, after a ``tail`` of footnote marks and brackets: "It rains[^x] (Ann)."."""
    own_end = sentence.endswith(_ENDS)
    stem = sentence if own_end else _LAST_STOP.sub(r"\1", sentence)
    return f"{stem}{tail}" if not stem or (own_end and not tail.endswith(")")) else f"{stem}{tail}."


def rows_title(rows: Sequence[Issue]) -> str:
    """The title of one row, or of several rows of a family: "Legal status: Crimea and Donetsk"."""
    first = rows[0]
    if not first.item:
        return first.title
    return f"{first.family_title or first.family}: {listed(row.item for row in rows)}"


def together(rows: Iterable[Issue], said: Callable[[Issue], Hashable]) -> list[tuple[Issue, ...]]:
    """Rows of one family of which the same is said stand together; in the order of the first of them."""
    groups = dict[Hashable, list[Issue]]()
    for row in rows:
        groups.setdefault((row.family if row.item else row.id, said(row)), []).append(row)
    return [tuple(group) for group in groups.values()]


def closing(table: Table, event: Event) -> str:
    """What an event that takes its issues off the table says of them, as a sentence; of another nothing."""
    if event.merged_into:
        return f"From then on {part_of(table, event)}."
    return "From then on off the table." if event.dropped else ""


def closed_words(table: Table, event: Event) -> str:
    """What took issues off the table, and when: "9 September 2031: The chair takes both together. From then on …"."""
    return f"{event.when}: {ended(tidy(event.what))} {closing(table, event)}"


def closed_brief(table: Table, event: Event) -> str:
    """ "merged into “Mesh of the nets”", "dropped"."""
    titles = [table.negotiation.issues[issue].title for issue in event.merged_into]
    into = f" into {listed(f'“{title}”' for title in titles)}" if titles else ""
    return closed_word(event) + into


def lapsed_words(table: Table, party: str, issue: str) -> str:
    """ "Russia (30 March 2022: no cap)": what it had said last, and counts no more."""
    entry = table.lapsed(party, issue)
    if entry is None:
        return table.name(party)
    said = tidy(entry.words or entry.says)
    return f"{table.name(party)} ({entry.statement.when}{f': {said}' if said else ''})"


def part_of(table: Table, event: Event) -> str:
    """ "a part of “Security guarantees”": what its issues were merged into."""
    titles = (f"“{rows_title([table.negotiation.issues[id]])}”" for id in event.merged_into)
    return f"a part of {listed(titles)}"


def settled_words(table: Table, part: Settled) -> str:
    """What an agreed text says: "exactly 2 days", "exactly 4 according to Ann; exactly 6 according to Ben"."""
    told = [f"{tidy(words)} according to {teller(table, who)}" for who, words in part.versions.items()]
    scope = f" ({tidy(part.scope)})" if part.scope else ""
    return "; ".join(told) or tidy(part.term.words if part.term else part.words) + scope


def reopened_words(found: Reopened) -> str:
    """ "on 8 September 2031, before that met"."""
    when = f"on {show_date(found.day.isoformat())}" if found.day else "now"
    return f"{when}, before that {found.before.value}"


def support_words(support: Support) -> str:
    """ "grade C", "a source without a grade", "no source"."""
    known = {Support.NO_GRADE: "a source without a grade", Support.NO_SOURCE: "no source"}
    return known.get(support) or f"grade {support.value}"


def knot_title(knot: Knot) -> str:
    """The issue whose steps go in a circle."""
    return knot.issue.title if knot.issue else "Issues that wait for each other"


def teller(table: Table, who: str) -> str:
    """A party's name where ``who`` is a party, else the words."""
    return table.names.get(who, who)


def relative(file: str, folder: str) -> str:
    """The file's name inside the negotiation's folder; never a path of the writer's machine."""
    path = PurePath(file)
    if path.is_relative_to(folder):
        return path.relative_to(folder).as_posix()
    return path.name if path.is_absolute() or ".." in path.parts else path.as_posix()


def without_folder(text: str, folder: str) -> str:
    """A message in which files are named inside the folder."""
    return text.replace(f"{folder.rstrip('/')}/", "") if folder.rstrip("/.") else text
