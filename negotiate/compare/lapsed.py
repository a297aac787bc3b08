"""Replies to what no longer counts: they ended with it, and answer nothing that was said later."""

from __future__ import annotations

from collections.abc import Sequence

from negotiate.model import Entry, Response


def is_lapsed(reply: Response, said: Sequence[Entry], counted: Sequence[Entry]) -> bool:
    """Whether nothing that the reply can have answered still counts. ``said`` is all that the party addressed ever said
    on the issue, ``counted`` what counts of it. A reply to what was never recorded stands, as does one without a date.
    """
    if reply.when is None:
        return False
    last = reply.when.end
    answered = [each for each in said if not each.statement.remark and each.statement.when.start <= last]
    return bool(answered) and not any(each in counted for each in answered)
