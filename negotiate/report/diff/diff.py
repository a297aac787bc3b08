"""Two versions set side by side, and what changed written down in one of the formats."""

from __future__ import annotations

from collections.abc import Sequence

from negotiate.compare.changes.changes import Changes, changes
from negotiate.files.problems import concise
from negotiate.report.counting import counted
from negotiate.report.diff.to_json import diff_json
from negotiate.report.diff.to_markdown import diff_markdown
from negotiate.report.diff.to_text import diff_text
from negotiate.report.diff.voice import OVER_TIME, Voice
from negotiate.report.opening import chosen
from negotiate.report.select import UnknownName
from negotiate.report.versions.versions import Version
from negotiate.terms import plain
from negotiate.text.clean import clean

_MOST_TOLD = 5


def compared(old: Version, new: Version, parties: Sequence[str] | None = None) -> Changes | None:
    """What changed, of all ``parties`` or of some; None where one of the two could not be read at all.

    Raises RefusedError for a party that neither version has.
    """
    if old.table is None or new.table is None:
        return None
    found = changes(old.table, new.table)
    return found if parties is None else chosen(lambda: _of_parties(found, parties))


def _of_parties(found: Changes, parties: Sequence[str]) -> Changes:
    known = list(dict.fromkeys([*found.new.names, *found.old.names]))
    spelled = {plain(each): each for each in reversed(known)}
    for party in parties:
        if plain(party) not in spelled:
            raise UnknownName("party", party, known)
    return found.among([spelled[plain(party)] for party in parties])


def written(
    found: Changes,
    names: tuple[str, str],
    form: str = "text",
    width: int = 80,
    *,
    ascii_only: bool = False,
    colour: bool = False,
    voice: Voice = OVER_TIME,
) -> str:
    """``form`` is "text", "markdown" or "json"; ``names`` are those of the old and the new version."""
    if form == "json":
        return diff_json(found, names)
    if form == "markdown":
        return diff_markdown(found, names, voice)
    return diff_text(found, names, width, ascii_only=ascii_only, colour=colour, voice=voice)


def error_lines(version: Version) -> list[str]:
    """The first errors themselves: a revision cannot be handed to `negotiate check`."""
    if not version.errors:
        return []
    rest = "what could be read is compared" if version.table else "nothing could be read"
    head = f"{counted(len(version.errors), 'error')} in the files of {clean(version.name)}; {rest}"
    return [head, *(concise(problem) for problem in version.errors[:_MOST_TOLD])]
