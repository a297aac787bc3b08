"""The negotiations to choose from."""

from __future__ import annotations

from pathlib import Path

from negotiate.report.counting import counted
from negotiate.text.marks import OUTCOMES
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, Block, Para, Span, Target, heading, para
from negotiate.tui.texts.heading import as_of, pair_words, verdict_counts
from negotiate.tui.texts.signs import Sign


def library_blocks(
    bundled: list[Path], recent: list[Path], known: dict[Path, Session], sign: Sign, plain: bool
) -> list[Block]:
    opening = para(
        "Choose a negotiation: ", Span("enter", "key"), " opens it. ", Span("?", "key"), " explains the rest."
    )
    blocks = [Block((opening,))]
    for title, folders in (("Negotiations that come with the program", bundled), ("Opened lately", recent)):
        if folders:
            blocks.append(heading(title))
            blocks += [_block(folder, known.get(folder), sign, plain) for folder in folders]
    if not bundled and not recent:
        say = "None yet. negotiate new FOLDER writes one to begin with; negotiate FOLDER opens it."
        blocks.append(Block((BLANK, para(say))))
    return blocks


def _block(folder: Path, session: Session | None, sign: Sign, plain: bool) -> Block:
    target = Target(None, str(folder), folder)
    if session is None:
        return Block((para(Span(folder.name, "title")), para(Span("...", "quiet"), indent=2), BLANK), target)
    if session.table is None:
        number = len(session.problems)
        said = f"cannot be read: {number} problem{'' if number == 1 else 's'}"
        return Block((para(Span(folder.name, "title")), para(Span(said, "bad"), indent=2), BLANK), target)
    return Block((*_known(session, folder, sign, plain), BLANK), target)


def _known(session: Session, folder: Path, sign: Sign, plain: bool) -> list[Para]:
    table = session.table
    assert table
    negotiation = table.negotiation
    names = [party.name for party in table.parties]
    shown = ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")
    title = [Span(negotiation.title, "title"), Span(f"\u2007\u2007\u2007{as_of(table)}", "quiet")]
    if negotiation.fictional:
        title.append(Span("\u2007\u2007\u2007fictional", "alert"))
    lines = [Para(tuple(title), hang=2)]
    if negotiation.summary:
        lines.append(para(negotiation.summary, indent=2))
    lines.append(para(Span(f"{shown} · {counted(len(table.issues), 'issue')}", "quiet"), indent=2, hang=2))
    pair = table.pair if table.pair[0] and table.pair[0] != table.pair[1] else None
    if table.issues and len(names) > 1:
        counts = verdict_counts(table, pair)
        lines.append(
            Para(
                (Span(f"{pair_words(table, pair)}\u2007\u2007", "quiet"), *_strip(counts, sign, plain)),
                indent=2,
                hang=2,
            )
        )
    lines.append(para(Span(str(folder), "quiet"), indent=2))
    return lines


def _strip(counts: list[tuple[str, int]], sign: Sign, plain: bool) -> list[Span]:
    """A bar of the verdicts in their colours, then the counts with their signs."""
    total = sum(number for _, number in counts) or 1
    bar = []
    for verdict, number in counts:
        mark = OUTCOMES[verdict]
        bar.append(Span((sign(mark) if plain else "▬") * max(1, round(24 * number / total)), mark.tone))
    return [
        *bar,
        *(Span(f"\u2007\u2007{sign(OUTCOMES[each])} {number} {each}", OUTCOMES[each].tone) for each, number in counts),
    ]
