"""Positions that cannot be meant: empty, against the party's own red line, or the wrong way round."""

from __future__ import annotations

from negotiate.files.to_model.desk import Desk
from negotiate.model import Entry, Issue, Offer, RedLine
from negotiate.terms import Line, Options, OptionSet, Ranges, Scale

_OPPOSITE = {"lower": "higher", "higher": "lower"}


def check_entry(desk: Desk, issue: Issue, entry: Entry) -> Entry:
    """The entry, marked as unread where it contradicts itself."""
    if issue.domain is None or entry.unread:
        return entry
    demand = entry.demand if isinstance(entry.demand, Offer) else None
    if demand and demand.term.region is not None and demand.term.region.is_empty:
        hint = "delete the demand; a party that takes no outcome has `accept: nothing`"
        desk.sheet.error_at("E314", "no outcome fits this demand", demand.place, hint)
        return entry._replace(unread="its demand is empty")
    if issue.wants and not entry.statement.paper:
        _question_direction(desk, issue, entry)
    return _check_own_line(desk, entry) if isinstance(entry.red_line, RedLine) else entry


def _offers(entry: Entry) -> list[Offer]:
    """The demand and what else is accepted."""
    asked = [entry.demand] if isinstance(entry.demand, Offer) else []
    return [*asked, *entry.accepts] if isinstance(entry.accepts, tuple) else asked


def _check_own_line(desk: Desk, entry: Entry) -> Entry:
    line = entry.red_line
    ruled_out = line.offer if isinstance(line, RedLine) else None
    if ruled_out is None:
        return entry
    for offer in _offers(entry):
        if not offer.conditions and offer.scope == ruled_out.scope and _crosses(offer, ruled_out):
            what = "demand" if offer is entry.demand else "acceptance"
            related = (desk.setting.excerpt(ruled_out.place, "its red line"),)
            hint = "correct one of the two, or say on what condition (`if`) it would cross the line"
            message = f"this {what} crosses the party's own red line"
            desk.sheet.error_at("E315", message, offer.place, hint, related)
            return entry._replace(unread=f"its {what} crosses its own red line")
    return entry


def _crosses(offer: Offer, ruled_out: Offer) -> bool:
    """Whether some of what is taken is ruled out; of what is not named in full, whether all of it is."""
    taken, line = offer.term.region, ruled_out.term.region
    if taken is None or line is None or not ruled_out.term.named:
        return False
    return taken.meets(line) if offer.term.named else not taken.is_empty and taken <= line


def _question_direction(desk: Desk, issue: Issue, entry: Entry) -> None:
    """Warn where the party that gains by less asks for at least so much, or the like."""
    wants = issue.wants.get(entry.party)
    if wants is None:
        return
    looked = [(offer, _OPPOSITE[wants]) for offer in _offers(entry)]
    if isinstance(entry.red_line, RedLine) and entry.red_line.offer:
        looked.append((entry.red_line.offer, wants))
    for offer, wrong in looked:
        if _direction(offer) == wrong:
            party = desk.setting.parties[entry.party].name
            message = f"this looks the wrong way: {party} wants it {wants}"
            desk.sheet.warning_at("W403", message, offer.place, "turn the words round, or correct `wants`")


def _direction(offer: Offer) -> str:
    """ "higher" for a term that is open upwards and not downwards; "" for one that does not look one way."""
    region = offer.term.region
    if isinstance(region, Ranges):
        upward, downward = _open_ends(region)
    elif isinstance(region, OptionSet) and isinstance(region.domain, Scale):
        upward, downward = _end_options(region.domain, region)
    else:
        return ""
    return "" if upward == downward else "higher" if upward else "lower"


def _open_ends(region: Ranges) -> tuple[bool, bool]:
    """Whether it reaches the upper and the lower end of the domain; a single number reaches neither."""
    domain: Line = region.domain
    pieces, ends = region.ranges, domain.everything.ranges
    if not pieces or (pieces[0].low == pieces[-1].high and not region.has_top):
        return False, False
    return pieces[-1].high == ends[-1].high or region.has_top, pieces[0].low == ends[0].low


def _end_options(domain: Options, region: OptionSet) -> tuple[bool, bool]:
    picked = region.indices
    if len(picked) < 2:
        return False, False
    return picked[-1] == len(domain.options) - 1, picked[0] == 0
