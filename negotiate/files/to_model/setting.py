"""What negotiation.yaml defines and everything else refers to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from negotiate.files.problems import Excerpt
from negotiate.files.sheet import Sheet
from negotiate.files.to_model.directory import Directory
from negotiate.model import Citation, Issue, Party, Place, Round, Source
from negotiate.terms import AnyDomain, Term, TermError


@dataclass(slots=True)
class Setting:
    """The parties, sources, rounds, issues and papers of a negotiation, by id and by name."""

    sheet: Sheet
    sheets: dict[str, Sheet]
    """All files, by name."""
    fictional: bool = False
    parties: dict[str, Party] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)
    issues: dict[str, Issue] = field(default_factory=dict)
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The issues that a name in the file stands for: itself, or one for each item."""
    unread: dict[str, str] = field(default_factory=dict)
    """Why terms cannot be read, by the name in the file of the issues of which they cannot."""
    party_names: Directory = field(default_factory=partial(Directory, "party", "E302"))
    source_names: Directory = field(default_factory=partial(Directory, "source", "E303"))
    round_names: Directory = field(default_factory=partial(Directory, "round", "E304"))
    text_names: Directory = field(default_factory=partial(Directory, "text", "E305"))
    issue_names: Directory = field(default_factory=partial(Directory, "issue", "E301"))
    used: set[str] = field(default_factory=set)
    """The sources that something rests on."""
    domains: dict[AnyDomain, AnyDomain] = field(default_factory=dict)
    """One of each: issues with equal domains share it, and with it the terms read."""
    blurred: set[str] = field(default_factory=set)
    """The names in the file of issues of which a part could not be read, so that terms may name what is missing."""
    undated: set[str] = field(default_factory=set)
    """The sources whose date could not be read."""
    terms: dict[tuple[int, str], Term | TermError] = field(default_factory=dict)
    """Terms read so far, by the domain's identity and the words."""
    cited: dict[str, tuple[Citation, ...]] = field(default_factory=dict)
    """Citations read so far, by their words; empty where they name no source."""

    @property
    def agreeing(self) -> tuple[str, ...]:
        """The parties that must agree."""
        return tuple(id for id, party in self.parties.items() if party.must_agree)

    def is_doubtful(self, directory: Directory, words: str) -> bool:
        """Whether an unknown name may stand in what could not be read, so that it is no problem of its own."""
        return not directory.certain or self.sheet.doubts(words)

    def excerpt(self, place: Place, label: str) -> Excerpt:
        """The line of a place in any of the files."""
        sheet = self.sheets[place.file]
        return sheet.document.excerpt(sheet.span_at(place), label)
