"""Reading on behind what is no YAML: the slip is mended if the text then reads, else a part around it is blanked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from negotiate.files.slips.brackets import is_at_end
from negotiate.files.slips.indents import is_shift
from negotiate.files.slips.judge import Complaints, Judge
from negotiate.files.slips.scene import Slip, line_at, line_below
from negotiate.files.slips.slips import UNEXPLAINED, guesses, unexplained
from negotiate.files.source.builder import Builder
from negotiate.files.source.document import Document
from negotiate.files.source.events import Failure
from negotiate.files.source.mended import Mended
from negotiate.files.source.parts import parts

_COMPLAINT = 200  # characters that are parsed in the time that a complaint takes


class Step(NamedTuple):
    """One slip, and the text with it out of the way."""

    slip: Slip
    mended: Mended
    failure: Failure | None  # where the text now breaks off
    left: int  # characters from there to the end; -1 if it reads to the end
    complaints: Complaints  # about what is read

    @property
    def is_clean(self) -> bool:
        return self.failure is None and not self.complaints.total


class Recovery:
    """Takes one slip after the other out of the way, within a budget."""

    def __init__(self, judge: Judge, budget: int) -> None:
        self._judge = judge
        self._budget = budget  # characters to be parsed

    def step(self, mended: Mended, failure: Failure) -> Step | None:
        """The best way past a failure; None if there is none, or the search would take too long."""
        best = self._mend(mended, failure)
        if best is None:
            return self._blanked(mended, failure)
        if is_at_end(mended.text, failure) and not best.is_clean:
            return self._left_off(mended, failure, best)
        if best.is_clean or _reads_beyond(mended.text, failure, best) or self._leads_on(best):
            return best
        blanked = self._blanked(mended, failure)
        return blanked if blanked and blanked.left < best.left else best

    def _mend(self, mended: Mended, failure: Failure) -> Step | None:
        """The guess with which the text reads on the furthest, and of several the one with the fewest complaints."""
        best: Step | None = None
        for slip in guesses(mended.text, failure):
            if self._budget < 0:
                break
            step = self._tried(slip, mended.edited(slip.edits))
            if not _reads_on(mended.text, failure, step):
                continue
            if step.is_clean:
                return step
            if best is None or (step.left, step.complaints.total) < (best.left, best.complaints.total):
                best = step
        return best

    def _left_off(self, mended: Mended, failure: Failure, best: Step) -> Step:
        """Without what was begun in the last lines, if it would lack something even when it is closed."""
        blanked = self._blanked(mended, failure)
        return blanked if blanked and blanked.complaints.total < best.complaints.total else best

    def _leads_on(self, step: Step) -> bool:
        """Whether the next failure, although it is close, is that of another slip. That the next line begins in a wrong
        column is none: that comes of a wrong mend."""
        if step.failure is None:
            return False
        further = self._mend(step.mended, step.failure)
        if further is None or is_shift(further.slip):
            return False
        return _reads_beyond(step.mended.text, step.failure, further)

    def best(self, now: Step, slips: Iterator[Slip], least: int, reveals: bool = False) -> Step | None:
        """The slip that explains most of the complaints there are now, at least so many, and brings no other; but what
        was hidden may come to light."""
        best: Step | None = None
        most = now.complaints.total - least
        for slip in slips:
            if self._budget < 0 or most < 0:
                break
            step = self._tried(slip, now.mended.edited(slip.edits))
            brings = not reveals and not step.complaints.places <= now.complaints.places
            if step.failure is None and step.complaints.total <= most and not brings:
                best, most = step, step.complaints.total - 1
        return best

    def without(self, now: Step, slip: Slip, line: int) -> Step | None:
        """The text without a slip, if nothing is wrong any more with the line that it is in."""
        step = self._tried(slip, now.mended.edited(slip.edits))
        return step if step.failure is None and all(each != line for each, _ in step.complaints.places) else None

    def now(self, mended: Mended) -> Step:
        """The text as it stands."""
        return self._tried(Slip(UNEXPLAINED, 0, 0), mended)

    def _tried(self, slip: Slip, mended: Mended) -> Step:
        self._budget -= len(mended.text)
        document = Document(mended.text, "")
        broken = Builder(document, mended.holes).run()
        left = -1 if broken is None else len(mended.text) - broken.earliest(mended.text)
        document.complete = broken is None and not mended.holes
        complaints = self._judge.complaints(document)
        self._budget -= complaints.total * _COMPLAINT
        return Step(slip, mended, broken, left, complaints)

    def _blanked(self, mended: Mended, failure: Failure) -> Step | None:
        """The smallest part blanked behind which the text reads on."""
        guess = _blaming(mended.text, failure, 0, len(mended.text))
        furthest: Step | None = None
        for start, end in parts(mended.text, guess.start, failure.at):
            if self._budget < 0:
                break
            step = self._tried(guess, mended.blanked(start, end))
            below = line_below(mended.text, line_at(mended.text, end))
            # Right behind a part that is too small stand lines that belonged to it.
            if step.left < len(mended.text) - (below.end if below else end):
                return step._replace(slip=_blaming(mended.text, failure, start, end))
            furthest = step
        return furthest if furthest and furthest.left < len(mended.text) - failure.at else None


def _blaming(text: str, failure: Failure, start: int, end: int) -> Slip:
    """The likeliest guess that finds the slip in the part that was set aside. That a line begins in a wrong column is
    none: to begin it elsewhere has been tried, and did not help."""
    inside = (slip for slip in guesses(text, failure) if start <= slip.start <= end and not is_shift(slip))
    return next(inside, None) or unexplained(text, failure)


def _reads_on(text: str, failure: Failure, step: Step) -> bool:
    """Whether a mended text reads on behind the line of the slip and of the failure.

    Mends add no lines and take none, so what is left behind a line does not change.
    """
    return step.left < len(text) - line_at(text, _blamed(text, failure, step.slip)).end


def _reads_beyond(text: str, failure: Failure, step: Step) -> bool:
    """Whether it does so also behind the next line: a wrong mend often moves a failure by just one."""
    below = line_below(text, line_at(text, _blamed(text, failure, step.slip)))
    return below is None or step.left < len(text) - below.end


def _blamed(text: str, failure: Failure, slip: Slip) -> int:
    """The last place that must read. What a quote ran away with is not to be blamed."""
    if failure.ran_away(text) or failure.earliest(text) < failure.at:
        return max(slip.start, *(edit.start for edit in slip.edits), failure.earliest(text))
    return max(slip.start, failure.at)
