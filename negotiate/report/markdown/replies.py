"""What was said in reply, on one row and to whole papers."""

from __future__ import annotations

from negotiate.compare import Answer, Basis, Pair
from negotiate.model import Issue, Response
from negotiate.report.counting import counted
from negotiate.report.markdown.blocks import bullets, heading, nested
from negotiate.report.markdown.desk import Desk
from negotiate.report.markdown.escape import inline, italic, quoted
from negotiate.report.wording import ended, listed


def reply_blocks(desk: Desk, row: Issue, pair: Pair) -> list[str]:
    """Both ways between the pair, then the stated replies of the other parties."""
    a, b = pair
    answers = [desk.table.answer(row.id, by, to) for by, to in ((b, a), (a, b))]
    lines = _both(desk, answers) or [line for each in answers if (line := _answer(desk, row, each))]
    lines += _others(desk, row, pair)
    return ["**In reply**", bullets(lines)] if lines else []


def _both(desk: Desk, answers: list[Answer]) -> list[str]:
    """One line where neither replied and the two texts are all the answer there is."""
    if any(each.basis is not Basis.COUNTER_TEXT or each.looked_for for each in answers):
        return []
    return ["No reply on this point found from either; their own texts are all there is."]


def _answer(desk: Desk, row: Issue, answer: Answer) -> str:
    by, to = desk.name(answer.party), desk.name(answer.to)
    if answer.response:
        earlier = [_before(desk, each, answer.response) for each in reversed(answer.stated[:-1])]
        demand = f"an earlier demand of {to}" if answer.is_of_earlier_demand else f"{to}'s demand"
        said = f"{by} on {demand}: {_response(desk, answer.response)}{_reading(answer)}"
        return nested(said, earlier)
    if not desk.table.position(answer.to, row.id).has_terms:
        return ""
    found, note = _not_found(answer)
    if answer.basis is Basis.COUNTER_TEXT:
        return f"{by} on {to}'s demand: {found}; its own text is all there is.{note}"
    return f"{by} on {to}'s demand: {found}.{note}"


def _before(desk: Desk, each: Response, latest: Response) -> str:
    same_day = each.when and latest.when and each.when.start == latest.when.start
    return f"{'The same day' if same_day else 'Before that'}: {_response(desk, each)}"


def _not_found(answer: Answer) -> tuple[str, str]:
    """What is missing, and the note of whoever looked for it."""
    if not answer.looked_for:
        return "no reply on this point found", ""
    note = answer.looked_for.note
    return "an answer was looked for and none found", f" Note: {ended(inline(note))}" if note else ""


def _reading(answer: Answer) -> str:
    """What the reply means beside the terms. Where nobody replied, the verdict says it all."""
    return f" Reading: *{answer.reading}*." if answer.basis is Basis.STATED else ""


def _response(desk: Desk, response: Response) -> str:
    """ "**rejects** (Volodymyr Zelensky, 4 June 2025)[^x]: “...”."""
    parts = [inline(response.by), inline(str(response.when or ""))]
    if response.according_to:
        parts.append(f"according to {desk.teller(response.according_to)}")
    about = ", ".join(part for part in parts if part)
    said = f"**{response.says.value}**{f' ({about})' if about else ''}{desk.mark(response.citations)}"
    said += f", in the words {quoted(response.quote)}" if response.quote else ""
    said += f", in a headline's words {quoted(response.headline)}" if response.headline else ""
    return ended(said) + (f" Note: {ended(inline(response.note))}" if response.note else "")


def _others(desk: Desk, row: Issue, pair: Pair) -> list[str]:
    """Stated replies between any other two of the parties shown."""
    seen: dict[Response, None] = {}
    for by in desk.parties:
        for to in desk.parties:
            if by != to and {by, to} != set(pair):
                seen.update(dict.fromkeys(desk.table.responses(row.id, by, to)))
    return [
        f"{desk.name(each.party)} to {desk.names(each.to)}: {_response(desk, each)}"
        for each in seen
        if not (each.party in pair and set(each.to) & set(pair))
    ]


# --- to whole papers


def paper_replies(desk: Desk) -> list[str]:
    """Each reply to a whole paper once, by who answers, oldest first."""
    lines = []
    for by in desk.parties:
        given: dict[Response, None] = {}
        for to in desk.parties:
            given.update(dict.fromkeys(desk.table.document_responses(by, to) if by != to else ()))
        for each in sorted(given, key=_day):
            lines.append(_paper_reply(desk, each))
    return [bullets(lines)] if lines else []


def _day(response: Response) -> str:
    return response.when.start.isoformat() if response.when else ""


def _paper_reply(desk: Desk, response: Response) -> str:
    by, to = desk.name(response.party), desk.names(response.to)
    return f"{by} to {to}, on {_document(desk, response)}: {_response(desk, response)}"


def _document(desk: Desk, response: Response) -> str:
    negotiation = desk.table.negotiation
    if paper := negotiation.papers.get(response.document):
        return f"{italic(paper.title or paper.id)} ({inline(str(paper.when))})"
    if source := negotiation.sources.get(response.document):
        return f"{italic(source.title)}{f' ({inline(str(source.when))})' if source.when else ''}"
    return "all that it said" if not response.document else italic(response.document)


# --- all of them in short


def replies_in_short(desk: Desk) -> list[str]:
    """How the demands of the two were answered."""
    if not desk.pair:
        return []
    ways = _ways(desk, desk.pair)
    total = sum(ways.values())
    said = [f"{words} to {number}" for words, number in ways.items() if number]
    return [heading(3, "Replies"), f"Of {counted(total, 'demand')} of the two: {listed(said)}."] if total else []


def _ways(desk: Desk, pair: Pair) -> dict[str, int]:
    a, b = pair
    answers = [
        desk.table.answer(row.id, by, to)
        for row in desk.rows
        for by, to in ((a, b), (b, a))
        if desk.table.position(to, row.id).demand
    ]
    none_found = [each for each in answers if each.basis is Basis.NONE_FOUND]
    looked_for = sum(each.looked_for is not None for each in none_found)
    earlier = sum(each.is_of_earlier_demand for each in answers)
    return {
        "a reply as stated": sum(each.basis is Basis.STATED for each in answers) - earlier,
        "a reply to an earlier demand": earlier,
        "a counter-paper and no reply": sum(each.basis is Basis.COUNTER_TEXT for each in answers),
        "no reply found": len(none_found) - looked_for,
        "none found, though one was looked for,": looked_for,
    }
