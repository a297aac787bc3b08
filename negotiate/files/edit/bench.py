"""The bench at which a folder is edited value by value: judged, saved, undone."""

from __future__ import annotations

from dataclasses import dataclass

from negotiate.files.draft import load_draft
from negotiate.files.edit.disk import save
from negotiate.files.edit.judge import Judgement, judge
from negotiate.files.edit.original import Original, demand_sound, read_original
from negotiate.files.edit.paths import Path, box_of
from negotiate.files.edit.refused import EditRefused
from negotiate.files.edit.splice import Splice, is_proved
from negotiate.files.edit.spot import find_path, scalars_under
from negotiate.files.problems import Problem
from negotiate.model import Place


@dataclass(frozen=True)
class Field:
    """A scalar that may be edited: ``path`` leads to it in the file of its place."""

    path: Path
    label: str
    words: str
    place: Place


@dataclass(frozen=True)
class Saved:
    """A change that was written: the file before and after it."""

    before: Original
    after: Original
    change: Splice
    place: Place


class Bench:
    """Knows its files as they were first looked at. ``refresh`` after they have changed on the disk."""

    def __init__(self, folder: str):
        self.folder = folder
        self._files: dict[str, Original] = {}
        self._known: tuple[Problem, ...] | None = None
        self._done: list[Saved] = []

    def refresh(self) -> None:
        """Look at the files anew. What was done can still be undone where its file is as it was left."""
        self._files.clear()
        self._known = None

    def file(self, name: str) -> Original:
        """The file of that name, as it stands in a Place."""
        if name not in self._files:
            self._files[name] = read_original(name)
        return self._files[name]

    def fields(self, place: Place) -> tuple[Field, ...]:
        """What can be edited at a place that the model gives: the value there, or all those in the mapping there."""
        document = self.file(place.file).document
        demand_sound(document)
        path = find_path(document, place)
        return self.fields_under(place.file, path) if path is not None else ()

    def fields_under(self, file: str, path: Path) -> tuple[Field, ...]:
        """The same for a path: ``("salience", "nato")``."""
        document = self.file(file).document
        return tuple(self._field(file, each, len(path)) for each in scalars_under(document, path))

    def judge(self, file: str, path: Path, words: str) -> Judgement:
        """What would come of ``words`` at ``path``; asked at each key."""
        return judge(self.folder, self._problems(), self.file(file), path, words)

    def save(self, file: str, path: Path, words: str) -> Saved | None:
        """Write it; None where the words are there already. Raises EditRefused, and then nothing is written."""
        verdict, before = self.judge(file, path, words), self.file(file)
        change = verdict.change
        if change is None or verdict.errors:
            raise EditRefused(verdict.said, verdict.errors[0].place if verdict.errors else verdict.place)
        if change.old == change.new:
            return None
        saved = Saved(
            before, before.with_text(change.applied(before.text)), change, before.document.place_at(change.start)
        )
        self._write(before, saved.after)
        self._done.append(saved)
        return saved

    @property
    def last(self) -> Saved | None:
        """What ``undo`` would take back."""
        return self._done[-1] if self._done else None

    def undo(self) -> Saved | None:
        """Take back the last change, and say which. Raises EditRefused where the file has changed since."""
        last = self.last
        if last is None:
            return None
        if not is_proved(last.after, last.change.inverse):
            raise EditRefused("this cannot be undone safely: open it in your editor", last.place)
        self._write(last.after, last.before)
        return self._done.pop()

    def _write(self, before: Original, after: Original) -> None:
        save(self.folder, before, after)
        self._files[after.name] = after
        self._known = None

    def _problems(self) -> tuple[Problem, ...]:
        if self._known is None:
            self._known = load_draft(self.folder, {name: each.text for name, each in self._files.items()}).problems
        return self._known

    def _field(self, file: str, path: Path, shown_from: int) -> Field:
        document = self.file(file).document
        box = box_of(document.data, path)
        steps = path[shown_from:] or path[-1:]
        label = " > ".join(str(step + 1) if isinstance(step, int) else step for step in steps)
        return Field(path, label, box[path[-1]] or "", document.place(box, path[-1]))
