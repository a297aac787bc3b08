"""What a change in the files does to the verdicts: of the issue that was changed, and of those that hang on it."""

from __future__ import annotations

from negotiate.compare import Pair, Position, Table, offer_words, red_line_words
from negotiate.report.counting import counted
from negotiate.tui.texts.heading import pair_words
from negotiate.tui.texts.signs import between_brief


def told_verdicts(before: Table, now: Table, pair: Pair | None, arrow: str) -> str:
    """ "Army size: gap, 165,000 troops → overlap: 85,000 troops." """
    if pair and not set(pair) <= before.names.keys() & now.names.keys():
        return ""
    shared = [issue for issue in now.negotiation.issues if issue in before.negotiation.issues]
    said = {issue: (between_brief(before, issue, pair), between_brief(now, issue, pair)) for issue in shared}
    moved = [issue for issue in shared if said[issue][0] != said[issue][1]]
    touched = [issue for issue in shared if _is_touched(before, now, issue)]
    issue = next((each for each in (*touched, *moved) if each in moved), touched[0] if touched else None)
    if issue is None:
        return "No verdict changes."
    others = counted(len(moved) - (issue in moved), "other verdict")
    return _told(now, issue, said[issue], pair, arrow) + ("" if set(moved) <= {issue} else f" {others} changed.")


def _told(now: Table, issue: str, said: tuple[str, str], pair: Pair | None, arrow: str) -> str:
    old, new = said
    who = f", {pair_words(now, pair)}" if len(now.names) > 2 else ""
    verdict = f"{old} {arrow} {new}" if old != new else f"{new}, unchanged"
    return f"{now.negotiation.issues[issue].title}{who}: {verdict}."


def _is_touched(before: Table, now: Table, issue: str) -> bool:
    """Whether somebody's position on it was written otherwise."""
    parties = before.names.keys() & now.names.keys()
    return any(_parts(before.position(each, issue)) != _parts(now.position(each, issue)) for each in parties)


def _parts(position: Position) -> tuple[object, ...]:
    line = [red_line_words(position.red_line)] if position.red_line else []
    offers, says = [offer_words(each) for each in position.offers], [each.says for each in position.entries]
    return offers, line, position.stance, says
