"""Editing position files in place: one value changes, every other byte stays."""

from negotiate.files.edit.bench import Bench, Field, Saved
from negotiate.files.edit.judge import Judgement
from negotiate.files.edit.paths import Path
from negotiate.files.edit.refused import EditRefused

__all__ = ["Bench", "EditRefused", "Field", "Judgement", "Path", "Saved"]
