"""The three kinds of line: quantities with a unit, durations in days, dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from negotiate.terms.days import say_day
from negotiate.terms.figures import counted, show_number, singular
from negotiate.terms.line import Line, Value

DAYS = {"days": 1, "weeks": 7, "months": 30, "years": 360}
"""Days in each unit. A year counts as twelve months of 30 days, so that "12 months" is "1 year"."""

_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True)
class Quantity(Line):
    """Numbers of one unit."""


@dataclass(frozen=True)
class Duration(Line):
    """Lengths of time, counted in whole days."""

    unit: str = "days"
    minimum: int | Fraction | None = 0

    def show(self, value: Value, unit: str | None = None) -> str:
        """``value`` (in days) in the writer's unit where that comes out well, else in a smaller one.

        "18 months" and "1.5 years" do; half a year is 6 months, half a month is 15 days.
        """
        for name in _units_below(unit):
            count = Fraction(value) / DAYS[name]
            if count.denominator == 1 or (count.denominator == 2 and count > 1):
                return f"{show_number(count)} {counted(name, count)}"
        return f"{show_number(value)} {counted('days', value)}"

    def say_between(self, low: Value, high: Value, unit: str | None) -> str:
        left, right = self.show(low, unit), self.show(high, unit)
        number, name = left.rsplit(" ", 1)
        same = singular(name) == singular(right.rsplit(" ", 1)[1])
        return f"{number} to {right}" if same else f"{left} to {right}"

    def say_distance(self, distance: int | Fraction | float, unit: str | None = None) -> str:
        return self.show(distance, unit)


def _units_below(unit: str | None) -> tuple[str, ...]:
    """The unit, and the smaller one that parts of it are told in."""
    return {"years": ("years", "months"), "months": ("months",), "weeks": ("weeks",)}.get(unit or "", ())


@dataclass(frozen=True)
class Dates(Line):
    """Days of the calendar, as proleptic Gregorian ordinals."""

    limit = "date"
    unit: str = "days"
    minimum: int | Fraction | None = _FIRST_DAY
    maximum: int | Fraction | None = _LAST_DAY

    def show(self, value: Value, unit: str | None = None) -> str:
        return say_day(int(value))

    def say_limit(self, low: str) -> str:
        return f"any date {low}"

    def say_exactly(self, value: Value, unit: str | None) -> str:
        return f"on {self.show(value)}"

    def say_low(self, value: Value, inside: bool, unit: str | None) -> str:
        return f"from {self.show(value)}"

    def say_high(self, value: Value, inside: bool, unit: str | None) -> str:
        return f"by {self.show(value)}"
