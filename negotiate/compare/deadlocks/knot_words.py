"""Sentences for a deadlock: who wants what before what, why no choice helps, and what would open it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby
from math import prod

from negotiate.compare.deadlocks.knot import Case, Choice, Circle, Knot, Link, Opening
from negotiate.compare.deadlocks.preconditions import Precondition
from negotiate.compare.table import Table
from negotiate.terms import Sequences, say_link, show_days

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
GIVEN = "for everybody"
_MOST_SAID = 8
"""Preconditions to drop that are named one by one."""


class KnotWords:
    """Says the parts of one knot. Names of steps and issues are as in the files."""

    def __init__(self, knot: Knot, table: Table) -> None:
        self.knot, self.table = knot, table

    def sentences(self) -> list[str]:
        """All that there is to say, a sentence or two for each part."""
        said = [self.circle(circle) for circle in self.knot.circles]
        said += [self.choice(choice) for choice in self.knot.choices]
        return [*said, *self.way_out()]

    def way_out(self) -> list[str]:
        return [said for said in (self.together(), self.opening(), self.cheapest()) if said]

    # --- circles

    def circle(self, circle: Circle) -> str:
        """ "Russia wants A before B; Ukraine wants B before A: a circle of two, so none of them can come first." """
        units = {_unit(link) for link in circle.links}
        months = circle.missing and units & {"months", "years"}
        note = " Months are counted as 30 days and years as 12 of them." if months else ""
        return f"{'; '.join(self._wants(circle.links))}: {self._why(circle)}.{note}"

    def _wants(self, links: Iterable[Link]) -> list[str]:
        """A clause for each owner, in the order in which they come."""
        by_owner = dict[tuple[str, ...], list[Link]]()
        for link in links:
            by_owner.setdefault(self._owners(link), []).append(link)
        return [self._want(owners, " and ".join(self._sourced(wanted))) for owners, wanted in by_owner.items()]

    def _sourced(self, links: Iterable[Link]) -> Iterator[str]:
        """Links that follow from the same words stand together, and the words after the last of them."""
        for source, group in groupby(links, self.source):
            words = [self.link(link) for link in group]
            yield " and ".join(words) + (source if len(words) == 1 else source.replace("follows", "follow", 1))

    def _want(self, owners: Sequence[str], words: str) -> str:
        if not owners:
            return f"{GIVEN} {words}"
        verb = "accept" if self.knot.issue is None else "want"
        return f"{_listed(owners)} {verb}{'s' if len(owners) == 1 else ''} {words}"

    def _owners(self, link: Link) -> tuple[str, ...]:
        return tuple(self.table.name(party) for party in dict.fromkeys(each.party for each in link.wanted))

    def owners(self, link: Link) -> str:
        """ "Russia", "Ukraine and Poland"; "" where it is given."""
        return _listed(self._owners(link))

    def link(self, link: Link) -> str:
        """What is wanted: "A before B", "neutral on “NATO” only if “Guarantees” is at least robust"."""
        if self.knot.issue is not None:
            domain = self.knot.issue.domain
            assert isinstance(domain, Sequences)
            return domain.say_bound(link.bound, _unit(link))
        words = [
            words for each in link.wanted for words, way in zip(each.words, each.ways, strict=True) if link.bound in way
        ]
        return words[0]

    def source(self, link: Link) -> str:
        """ " (follows from “A first”)", where its owners said no more than that; nothing where one of them said it."""
        return follows(_source_in(each, link) for each in link.wanted)

    def source_of(self, wanted: Precondition, link: Link) -> str:
        """The same of one who wants it."""
        return follows([_source_in(wanted, link)])

    def _why(self, circle: Circle) -> str:
        size = len(circle.links)
        if circle.missing:
            return f"{show_days(circle.missing)} short, so no timetable keeps all of this"
        one = "neither" if size == 2 else "none of them"
        first = "be settled first" if self.knot.issue is None else "come first"
        return f"a circle of {_counted(size)}, so {one} can {first}"

    def node(self, number: int) -> str:
        """The name of a step, or the title of an issue."""
        name = self.knot.nodes[number]
        return name if self.knot.issue else self.table.negotiation.issues[name].title

    def onward(self, link: Link) -> str:
        """What leads on from a step or an issue, and whose it is: "Ukraine: before peace talks"."""
        owner = self.owners(link) or f"given {GIVEN}"
        if self.knot.issue is None:
            return f"{owner}: {self.link(link)}"
        return f"{owner}: {self.joint(link)} {self.node(link.bound.other)}"

    def joint(self, link: Link) -> str:
        """What joins two steps: "before", "at most 30 days after"; between issues, that the second waits."""
        return say_link(link.bound.limit, _unit(link)) if self.knot.issue else "waited for by"

    # --- choices

    def choice(self, choice: Choice) -> str:
        """Why each way of it ends in a circle."""
        cases = "; ".join(f"{self.chosen(case)}, {self.against(case)}" for case in choice.cases)
        more = "; and so in all other combinations" if choice.more else ""
        return f"{self.leaves(choice)}: {cases}{more}."

    def leaves(self, choice: Choice) -> str:
        owners = list(dict.fromkeys(self.table.name(each.party) for each in choice.preconditions))
        return f"{_listed(owners)} {'leaves' if len(owners) == 1 else 'leave'} a choice, and no way of it helps"

    def chosen(self, case: Case) -> str:
        return " with ".join(_quoted(each, way) for each, way in case.chosen)

    def against(self, case: Case) -> str:
        """What keeps a way from helping: "but Ukraine wants B before A"."""
        rest = self._wants(self.rest(case))
        return f"but {' and '.join(rest)}" if rest else "which go in a circle"

    def rest(self, case: Case) -> list[Link]:
        """The other links of the circle that a way ends in."""
        chosen = {bound for each, way in case.chosen for bound in each.ways[way]}
        return [link for link in case.circle.links if link.bound not in chosen]

    # --- what would open it

    def together(self) -> str:
        if self.knot.together is None:
            return ""
        if self.knot.together:
            return "No condition contradicts another: settled together, all of them could hold."
        return "The conditions contradict each other, so that settling all of it together does not help either."

    def opening(self) -> str:
        """What would have to be dropped, at least."""
        found = self.knot.opening
        if len(found.sets[0]) > _MOST_SAID:
            return _many(found)
        if not found.exact:
            return f"The smallest way out was not found in the time allowed. It opens if {self._set(found.sets[0])}."
        groups = one_of_each(found)
        if len(groups) > 1:
            each = (f"one of these: {', or '.join(self._drops(group, 'or'))}" for group in groups)
            return f"It opens if {_counted(len(groups))} things give way. {_capital('; '.join(each))}."
        ways = ", or if ".join(self._set(each) for each in found.sets)
        return f"It opens if {ways}.{' There are other ways, as small.' if found.more else ''}"

    def cheapest(self) -> str:
        """What the salience on record says of the ways out, where it tells them apart."""
        cheap, least = self.knot.cheapest, self.knot.opening
        if cheap is None or not cheap.exact or not least.exact or len(cheap.sets[0]) > _MOST_SAID:
            return ""
        if set(cheap.sets) == set(least.sets):
            same = f"By the salience that the editor gave them, all these cost the same ({cheap.cost})."
            return same if len(least.sets) > 1 else ""
        ways = ", or if ".join(self._set(each) for each in cheap.sets)
        return f"By the salience that the editor gave them, it costs least ({cheap.cost}) if {ways}."

    def _set(self, dropped: Sequence[Precondition]) -> str:
        joint = ", and " if self.knot.issue and any(map(_source, dropped)) else " and "
        return joint.join(self._drops(dropped, "and"))

    def _drops(self, dropped: Sequence[Precondition], joint: str) -> Iterator[str]:
        """What follows from the same words of a party is told together, so that they are named once."""
        for (party, source), group in groupby(dropped, lambda each: (each.party, _source(each))):
            if source and self.knot.issue:
                words = [each.words[0] for each in group]
                verb = "follows" if len(words) == 1 else "follow"
                yield f"{self.table.name(party)} drops {f' {joint} '.join(words)}, which {verb} from “{source}”"
            else:
                yield from map(self._drop, group)

    def _drop(self, dropped: Precondition) -> str:
        name = self.table.name(dropped.party)
        if self.knot.issue is None:
            title = self.table.negotiation.issues[dropped.issue].title
            return f"{name} settles “{title}” without waiting"
        return f"{name} drops {' or '.join(_all_quoted(dropped))}"


def follows(sources: Iterable[str]) -> str:
    """ " (follows from “A first”)", unless one of the sources is empty: then somebody said it in so many words."""
    found = list(dict.fromkeys(sources))
    return f" (follows from {_listed(f'“{each}”' for each in found)})" if found and all(found) else ""


def _source(precondition: Precondition) -> str:
    """What it follows from, where it leaves no choice."""
    return precondition.follows_from[0] if len(precondition.ways) == 1 else ""


def _source_in(precondition: Precondition, link: Link) -> str:
    return next(
        source for source, way in zip(precondition.follows_from, precondition.ways, strict=True) if link.bound in way
    )


def _quoted(precondition: Precondition, way: int) -> str:
    """Between marks only what the party said."""
    words, source = precondition.words[way], precondition.follows_from[way]
    return f"{words}{follows([source])}" if source else f"“{words}”"


def _all_quoted(precondition: Precondition) -> list[str]:
    if not any(precondition.follows_from):
        return [f"“{' or '.join(precondition.words)}”"]
    return [_quoted(precondition, way) for way in range(len(precondition.ways))]


def _unit(link: Link) -> str | None:
    """The unit in which its owner counts the days."""
    return link.wanted[0].offers[0].term.unit if link.wanted else None


def _many(opening: Opening) -> str:
    number = f"{len(opening.sets[0]):,} of these preconditions"
    if opening.exact:
        return f"It takes the dropping of {number} to open it."
    return f"The smallest way out was not found in the time allowed; the best found drops {number}."


def one_of_each(opening: Opening) -> list[list[Precondition]]:
    """Groups such that the sets are all ways to take one of each group; none where that is not so."""
    if opening.more or not opening.exact:
        return []
    every = list(dict.fromkeys(each for dropped in opening.sets for each in dropped))
    together = {frozenset(two) for dropped in opening.sets for two in combinations(dropped, 2)}
    apart = [tuple(other for other in every if frozenset((one, other)) not in together) for one in every]
    groups = list(dict.fromkeys(apart))
    disjoint = sum(map(len, groups)) == len(every)
    return [list(group) for group in groups] if disjoint and prod(map(len, groups)) == len(opening.sets) else []


def _counted(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def _listed(names: Iterable[str]) -> str:
    *first, last = list(names) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
