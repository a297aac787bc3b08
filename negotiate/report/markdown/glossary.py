"""A line for each reading that the document uses, made from the table of readings itself."""

from __future__ import annotations

from negotiate.compare import Basis
from negotiate.compare.answers import DEMAND_REFUSED, NO_REPLY, READINGS, Column
from negotiate.model import Reply
from negotiate.report.markdown.blocks import bullets, heading
from negotiate.report.markdown.desk import Desk
from negotiate.report.wording import listed

_TERMS = {
    Column.MEET: "the terms meet",
    Column.CONDITIONS: "the terms would meet on conditions",
    Column.APART: "the terms are apart, with no red line crossed",
    Column.CROSSED: "a red line is crossed",
}
_PLAIN = {
    DEMAND_REFUSED: "the reply refuses the demand itself, though both would accept something",
    NO_REPLY: "none is on record, which does not prove that there was none",
}


def glossary(desk: Desk) -> list[str]:
    used = sorted(_used(desk))
    lines = [f"*{reading}*: {meaning}." for reading in used if (meaning := _meaning(reading))]
    if not lines:
        return []
    lead = "What a reply and the terms say together:"
    return [heading(2, "Readings of the replies"), lead, bullets(lines)]


def _used(desk: Desk) -> set[str]:
    if not desk.pair:
        return set()
    a, b = desk.pair
    answers = [desk.table.answer(row.id, by, to) for row in desk.rows for by, to in ((b, a), (a, b))]
    return {answer.reading for answer in answers if answer.basis is not Basis.NONE_FOUND}


def _meaning(reading: str) -> str:
    if reading in _PLAIN:
        return _PLAIN[reading]
    pairs = [
        (reply, column) for reply, columns in READINGS.items() for column, said in columns.items() if said == reading
    ]
    columns = list(dict.fromkeys(column for _, column in pairs))
    return "; or ".join(_way([reply for reply, of in pairs if of is column], column) for column in columns)


def _way(replies: list[Reply], column: Column) -> str:
    return f"the reply {listed(map(_quoted, replies), 'or')}, and {_TERMS[column]}"


def _quoted(reply: Reply) -> str:
    or_text = " (or its own text in place of a reply)" if reply is Reply.COUNTER_PROPOSES else ""
    return f"“{reply.value}”{or_text}"
