"""Names that one part of a file defines and others refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiate.files.suggest import closest, listed
from negotiate.terms import plain

_SPACE = re.compile(r"[\s_]+")


class Directory:
    """The names of one kind and the id that each stands for, found in any case and with `_` or space.

    ``code`` is that of the problem with a name that is not among them. ``certain`` is False where the section
    that defines them could not be read, so that a name not found may well have been there. ``missed`` holds the
    words under which something was looked for in vain.
    """

    __slots__ = ("_bare", "_ids", "_longest", "_names", "_stems", "certain", "code", "kind", "missed")

    def __init__(self, kind: str, code: str):
        self.kind, self.code, self.certain, self.missed = kind, code, True, list[str]()
        self._ids = dict[str, str]()
        self._names = list[str]()
        self._bare = dict[str, str]()  # each name as written and in plain writing -> in plain writing
        self._stems = set[str]()  # what names of several words begin with, in plain writing
        self._longest = 0  # words of the longest name

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def add(self, name: str, id: str | None = None) -> None:
        """Let a name stand for an id; of two names that are the same in plain writing, the first wins."""
        bare = plain(name)
        self._ids.setdefault(name, id or name)
        self._ids.setdefault(bare, id or name)
        self._names.append(name)
        self._bare[name] = self._bare[bare] = bare
        words = bare.split(" ")
        self._stems.update(" ".join(words[:count]) for count in range(1, len(words)))
        self._longest = max(self._longest, len(words))

    def find(self, words: str) -> str | None:
        found = self._ids.get(words)
        return found if found is not None else self._ids.get(plain(words))

    def has(self, words: str) -> bool:
        """Whether a name is written just so."""
        return words in self._ids

    def find_leading(self, words: str) -> tuple[str, str] | None:
        """The id of the longest name that the words begin with, and the rest of them."""
        head, _, rest = words.partition(" ")
        bare = self._bare.get(head)
        if bare is not None and bare not in self._stems:
            return self._ids[head], rest.strip()
        parts = plain(words).split(" ")
        for count in range(min(len(parts), self._longest), 0, -1):
            found = self._ids.get(" ".join(parts[:count]).rstrip(",;:"))
            if found is not None:
                return found, "".join(_SPACE.split(words.strip(), maxsplit=count)[count:])
        return None

    def near(self, words: str) -> str | None:
        """The name that was probably meant by words that hold none."""
        return closest(words, self._names) or closest(words.partition(" ")[0], self._names)

    def may_be_missed(self, name: str) -> bool:
        """Whether a name that is known may be what was looked for in vain, misspelt."""
        return any(self.near(words) == name for words in self.missed)

    def hint(self, words: str) -> str:
        near = self.near(words)
        if near:
            return f"did you mean `{near}`?"
        return f"known: {listed(self._names)}" if self._names else f"negotiation.yaml defines no {self.kind}"
